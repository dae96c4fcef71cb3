//! Two states side by side: a small dot where a part stood before, a large one where it stands after,
//! and a line from one to the other.

use super::fit::fit;
use super::hits::{Hit, Leads, SMALLEST, Shows, around};
use super::sheet::{Point, Sheet};
use super::{Ink, Marks, Sign};
use plotters::style::text_anchor::HPos;

/// What moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The part.
    pub label: String,
    /// What it leads to.
    pub leads: Leads,
    /// The discipline that it is of.
    pub sign: Sign,
    /// Before and after, 0 to 100 points.
    pub values: [f64; 2],
    /// By how much, in words.
    pub moved: String,
}

/// The rows, as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Dumbbell {
    /// The names of the two states.
    pub states: [String; 2],
    /// What moved, from the top.
    pub rows: Vec<Row>,
}

/// The height of one row, in CSS pixels: with the name beside the track, and above it.
const ROW: f64 = 30.0;
const TALL: f64 = 46.0;
/// Room for the numbers on top, and for a name and a difference beside the track.
const TOP: f64 = 24.0;
const NAMES: f64 = 230.0;
const MOVED: f64 = 50.0;
/// Below this width, in CSS pixels, names stand above.
const NARROW: f64 = 560.0;

impl Dumbbell {
    /// The height that it needs, in CSS pixels.
    #[must_use]
    pub fn height(&self, width: f64) -> f64 {
        let row = if width < NARROW { TALL } else { ROW };
        TOP + row * self.rows.len() as f64 + 4.0
    }

    /// Draws it, `width` CSS pixels wide.
    #[must_use]
    pub fn marks(&self, width: f64, ink: Ink, scale: f64) -> Marks {
        Sheet::marks((width, self.height(width)), ink, scale, |sheet| {
            self.draw(sheet, width);
        })
    }

    /// Where a value of a row lies.
    fn place(width: f64, at: usize, points: f64) -> Point {
        let (left, row, middle) = if width < NARROW {
            (12.0, TALL, 32.0)
        } else {
            (NAMES, ROW, ROW / 2.0)
        };
        let across = width - MOVED - left;
        (
            left + across * points / 100.0,
            TOP + row * at as f64 + middle,
        )
    }

    /// The places of the two ends, row by row.
    pub(super) fn hits(&self, width: f64) -> Vec<Hit> {
        let within = (width, self.height(width));
        let ends = self.rows.iter().enumerate().flat_map(|(at, row)| {
            let both = row.values.into_iter().zip(&self.states);
            both.map(move |(value, state)| {
                let middle = Self::place(width, at, value);
                let place = around(middle, (SMALLEST, SMALLEST), within);
                let shows = Shows::Round(state.clone(), value);
                Hit::at(place, &row.label, shows, row.leads.clone())
            })
        });
        ends.collect()
    }

    fn draw(&self, sheet: &Sheet, width: f64) {
        let ink = sheet.ink;
        for points in [0.0, 25.0, 50.0, 75.0, 100.0] {
            let (x, _) = Self::place(width, 0, points);
            for at in 0..self.rows.len() {
                // Behind the dots only: a line through a name would make it harder to read.
                let (_, y) = Self::place(width, at, points);
                sheet.line(&[(x, y - 12.0), (x, y + 12.0)], ink.grid, 0.4);
            }
            let number = crate::model::decimal::write(points);
            sheet.text(&number, (x, 0.0), 13.0, ink.grid, HPos::Center);
        }
        for (at, row) in self.rows.iter().enumerate() {
            let [before, after] = row.values.map(|value| Self::place(width, at, value));
            let (name, room) = if width < NARROW {
                ((0.0, before.1 - 28.0), width)
            } else {
                ((0.0, before.1 - 7.0), NAMES - 20.0)
            };
            sheet.text(
                &fit(&row.label, room, 13.0),
                name,
                13.0,
                ink.text,
                HPos::Left,
            );
            sheet.line(&[before, after], ink.grid, 2.0);
            sheet.dot(before, 4.0, ink.grid);
            sheet.marker(row.sign.marker(), after, 6.0, row.sign.colour(&ink));
            let moved = (width, before.1 - 7.0);
            sheet.text(&row.moved, moved, 13.0, ink.text, HPos::Right);
        }
    }
}
