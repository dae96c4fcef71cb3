//! Bars of dimensions: the value as a bar, what is still possible as a whisker, levels as lines.

use super::marks::{Area, Drawn, Marks};
use super::radar::{Axis, RINGS};
use super::{Ink, Radar};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// The height of one row, in CSS pixels.
const ROW: f64 = 34.0;
/// Room for the level numbers on top, in CSS pixels.
const TOP: f64 = 22.0;
/// Half the height of a bar and of a whisker's end, in CSS pixels.
const HALF: (f64, f64) = (5.0, 4.0);

impl Radar {
    /// The height that its bars need, in CSS pixels.
    #[must_use]
    pub fn height_of_bars(&self) -> f64 {
        TOP + ROW * self.axes.len() as f64 + 4.0
    }

    /// The same axes as bars, `width` CSS pixels wide, for where a radar would be too small to read.
    #[must_use]
    pub fn bars(&self, width: f64, ink: Ink, scale: f64) -> Marks {
        let px = |css: f64| super::round(css * scale);
        let size = (
            px(width).unsigned_abs(),
            px(self.height_of_bars()).unsigned_abs(),
        );
        Marks::of(size, |area| self.draw_bars(area, width, ink, scale))
    }

    fn draw_bars(&self, area: &Area<'_>, width: f64, ink: Ink, scale: f64) -> Drawn {
        let px = |css: f64| super::round(css * scale);
        let x = |points: f64| px(6.0 + points / 100.0 * (width - 16.0));
        let rgb = |(r, g, b)| RGBColor(r, g, b);
        let (text, grid) = (rgb(ink.text), rgb(ink.grid));
        let line = |colour: RGBColor, css: f64| colour.stroke_width(px(css).unsigned_abs().max(1));
        let font = |css: f64| (FontFamily::SansSerif, css * scale).into_font();
        for (points, level) in [(0.0, "1")].into_iter().chain(RINGS) {
            // Behind the bars only: a line through a name would make it harder to read.
            for i in 0..self.axes.len() {
                let middle = TOP + ROW * i as f64 + 24.0;
                let path = [(x(points), px(middle - 7.0)), (x(points), px(middle + 7.0))];
                area.draw(&PathElement::new(path, line(grid, 1.0)))?;
            }
            let style = TextStyle::from(font(11.0)).color(&grid);
            let style = style.pos(Pos::new(HPos::Center, VPos::Top));
            area.draw(&Text::new(level, (x(points), 0), style))?;
        }
        for (i, axis) in self.axes.iter().enumerate() {
            let top = TOP + ROW * i as f64;
            let style = TextStyle::from(font(13.0)).color(&text);
            let style = style.pos(Pos::new(HPos::Left, VPos::Top));
            let name = format!("{} {}", axis.number, axis.label);
            area.draw(&Text::new(name, (x(0.0), px(top)), style))?;
            draw_bar(area, axis, px(top + 24.0), &x, &px, rgb(ink.value), text)?;
        }
        Ok(())
    }
}

fn draw_bar(
    area: &Area<'_>,
    axis: &Axis,
    middle: i32,
    x: &dyn Fn(f64) -> i32,
    px: &dyn Fn(f64) -> i32,
    fill: RGBColor,
    pen: RGBColor,
) -> Drawn {
    let (half, end) = (px(HALF.0), px(HALF.1));
    if let Some(value) = axis.value {
        let (left, right) = (x(0.0), x(value));
        let corners = [
            (left, middle - half),
            (right, middle - half),
            (right, middle + half),
            (left, middle + half),
        ];
        // Pale, so that the whisker is seen on it.
        area.draw(&Polygon::new(corners, fill.mix(0.6).filled()))?;
    }
    let (low, high) = axis.interval;
    let pen = pen.stroke_width(px(1.5).unsigned_abs().max(1));
    area.draw(&PathElement::new(
        [(x(low), middle), (x(high), middle)],
        pen,
    ))?;
    for at in [low, high] {
        let path = [(x(at), middle - end), (x(at), middle + end)];
        area.draw(&PathElement::new(path, pen))?;
    }
    Ok(())
}
