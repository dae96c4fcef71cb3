//! Drawing in CSS pixels, for all figures alike.

use super::marks::{Area, Marks};
use super::{Ink, round};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// The shape of a mark, so that lines are told apart without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// Round.
    Dot,
    /// Square.
    Square,
    /// On its corner.
    Diamond,
    /// Pointing up.
    Triangle,
}

impl Marker {
    /// The shape of the line with this number, from 0; they take turns.
    #[must_use]
    pub fn of(line: usize) -> Self {
        [Self::Dot, Self::Square, Self::Diamond, Self::Triangle][line % 4]
    }
}

/// A point, in CSS pixels from the top left.
pub type Point = (f64, f64);
/// A colour of an [`Ink`].
pub type Colour = (u8, u8, u8);

/// A drawing area with its ink. Noting down cannot fail, so its methods give nothing back.
pub struct Sheet<'a, 'm> {
    area: &'a Area<'m>,
    /// The colours to draw with.
    pub ink: Ink,
    scale: f64,
}

impl Sheet<'_, '_> {
    /// What `draw` draws on a sheet of this size in CSS pixels. `scale` is device pixels per CSS
    /// pixel.
    pub fn marks(size: Point, ink: Ink, scale: f64, draw: impl FnOnce(&Sheet)) -> Marks {
        let px = |css: f64| round(css * scale).unsigned_abs();
        Marks::of((px(size.0), px(size.1)), |area| {
            draw(&Sheet { area, ink, scale });
            Ok(())
        })
    }

    fn at(&self, (x, y): Point) -> (i32, i32) {
        (round(x * self.scale), round(y * self.scale))
    }

    fn path(&self, path: &[Point]) -> Vec<(i32, i32)> {
        path.iter().map(|point| self.at(*point)).collect()
    }

    /// A line through these points.
    pub fn line(&self, path: &[Point], colour: Colour, width: f64) {
        let width = round(width * self.scale).unsigned_abs().max(1);
        let style = rgb(colour).stroke_width(width);
        drop(self.area.draw(&PathElement::new(self.path(path), style)));
    }

    /// A filled area; 1 is opaque.
    pub fn fill(&self, corners: &[Point], colour: Colour, opacity: f64) {
        let style = rgb(colour).mix(opacity).filled();
        drop(self.area.draw(&Polygon::new(self.path(corners), style)));
    }

    /// A filled rectangle between two corners.
    pub fn rect(&self, (x1, y1): Point, (x2, y2): Point, colour: Colour, opacity: f64) {
        self.fill(&[(x1, y1), (x2, y1), (x2, y2), (x1, y2)], colour, opacity);
    }

    /// A dot.
    pub fn dot(&self, at: Point, radius: f64, colour: Colour) {
        let radius = round(radius * self.scale);
        let style = rgb(colour).filled();
        drop(self.area.draw(&Circle::new(self.at(at), radius, style)));
    }

    /// A mark.
    pub fn marker(&self, marker: Marker, (x, y): Point, r: f64, colour: Colour) {
        match marker {
            Marker::Dot => self.dot((x, y), r, colour),
            Marker::Square => self.rect((x - r, y - r), (x + r, y + r), colour, 1.0),
            Marker::Diamond => {
                let r = r * 1.3;
                let corners = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)];
                self.fill(&corners, colour, 1.0);
            }
            Marker::Triangle => {
                let corners = [(x, y - r * 1.2), (x + r * 1.2, y + r), (x - r * 1.2, y + r)];
                self.fill(&corners, colour, 1.0);
            }
        }
    }

    /// A text whose left end, middle or right end is at a point, by its upper edge.
    pub fn text(&self, text: &str, at: Point, size: f64, colour: Colour, side: HPos) {
        let turn = FontTransform::None;
        self.write(text, at, (size, turn), colour, Pos::new(side, VPos::Top));
    }

    /// A text that begins at a point and runs upwards.
    pub fn upwards(&self, text: &str, at: Point, size: f64, colour: Colour) {
        let turn = FontTransform::Rotate270;
        let begins = Pos::new(HPos::Left, VPos::Center);
        self.write(text, at, (size, turn), colour, begins);
    }

    fn write(
        &self,
        text: &str,
        at: Point,
        (size, turn): (f64, FontTransform),
        colour: Colour,
        pos: Pos,
    ) {
        let colour = rgb(colour);
        let font = (FontFamily::SansSerif, size * self.scale).into_font();
        let style = TextStyle::from(font.transform(turn)).color(&colour);
        let text = Text::new(text.to_owned(), self.at(at), style.pos(pos));
        drop(self.area.draw(&text));
    }
}

fn rgb((r, g, b): Colour) -> RGBColor {
    RGBColor(r, g, b)
}
