//! Bars of dimensions: the value as a bar, what is still possible as a whisker, levels as lines.

use super::hits::Hit;
use super::radar::{Axis, RINGS};
use super::sheet::Sheet;
use super::{Ink, Marks, Radar};
use plotters::style::text_anchor::HPos;

/// The height of one row, in CSS pixels.
const ROW: f64 = 34.0;
/// Room for the level numbers on top, in CSS pixels.
const TOP: f64 = 22.0;

impl Radar {
    /// The height that its bars need, in CSS pixels.
    #[must_use]
    pub fn height_of_bars(&self) -> f64 {
        TOP + ROW * self.axes.len() as f64 + 4.0
    }

    /// The same axes as bars, `width` CSS pixels wide, for where a radar would be too small to read.
    #[must_use]
    pub fn bars(&self, width: f64, ink: Ink, scale: f64) -> Marks {
        let size = (width, self.height_of_bars());
        Sheet::marks(size, ink, scale, |sheet| self.draw_bars(sheet, width))
    }

    /// The places of the bars.
    pub(super) fn hits_of_bars(&self, width: f64) -> Vec<Hit> {
        let hit = |(i, axis): (usize, &Axis)| axis.hit([0.0, TOP + ROW * i as f64, width, ROW]);
        self.axes.iter().enumerate().map(hit).collect()
    }

    fn draw_bars(&self, sheet: &Sheet, width: f64) {
        let ink = sheet.ink;
        let x = |points: f64| 6.0 + points / 100.0 * (width - 16.0);
        let levels = || [(0.0, "1")].into_iter().chain(RINGS);
        for (points, level) in levels() {
            sheet.text(level, (x(points), 0.0), 13.0, ink.grid, HPos::Center);
        }
        for (i, axis) in self.axes.iter().enumerate() {
            let top = TOP + ROW * i as f64;
            let middle = top + 24.0;
            // Behind the bars only: a line through a name would make it harder to read.
            for (points, _) in levels() {
                let path = [(x(points), middle - 7.0), (x(points), middle + 7.0)];
                sheet.line(&path, ink.grid, 1.0);
            }
            let name = format!("{} {}", axis.number, axis.label);
            sheet.text(&name, (x(0.0), top), 13.0, ink.text, HPos::Left);
            if let Some(value) = axis.value {
                // Pale, so that the whisker is seen on it.
                let corners = ((x(0.0), middle - 5.0), (x(value), middle + 5.0));
                sheet.rect(corners.0, corners.1, axis.sign.colour(&ink), 0.6);
            }
            let (low, high) = axis.interval;
            sheet.line(&[(x(low), middle), (x(high), middle)], ink.text, 1.5);
            for at in [low, high] {
                let path = [(x(at), middle - 4.0), (x(at), middle + 4.0)];
                sheet.line(&path, ink.text, 1.5);
            }
            if let Some(was) = axis.earlier {
                let path = [(x(was), middle - 9.0), (x(was), middle + 9.0)];
                sheet.line(&path, ink.text, 3.0);
            }
            if let Some(target) = axis.target {
                // An arrow's head from below: where the targets lead.
                let (at, tip) = (x(target), middle + 5.0);
                let corners = [(at, tip), (at - 4.0, tip + 6.0), (at + 4.0, tip + 6.0)];
                sheet.fill(&corners, ink.text, 1.0);
            }
        }
    }
}
