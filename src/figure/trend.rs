//! Values over rounds: a line for each part, from one state to the next. With two states it is a
//! slope chart.

use super::fit::fit;
use super::hits::{Hit, Leads, SMALLEST, Shows, around};
use super::sheet::{Colour, Marker, Point, Sheet};
use super::{Ink, Marks, Sign};
use crate::advice::highest_first;
use crate::model::decimal::write;
use plotters::style::text_anchor::HPos;

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Its number in the table beside the figure.
    pub number: usize,
    /// What it leads to.
    pub leads: Leads,
    /// What it shows.
    pub label: String,
    /// 0 to 100 points at each state; `None` where there is no value.
    pub values: Vec<Option<f64>>,
}

impl Series {
    /// Its mark and colour as line number `at`: a discipline has its own, others take turns.
    fn look(&self, at: usize, ink: &Ink) -> (Marker, Colour) {
        let sign = Sign::of(self.leads.id());
        let marker = match sign {
            Sign::Plain => Marker::of(at),
            sign => sign.marker(),
        };
        (marker, sign.colour(ink))
    }
}

/// The lines, as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// The states' names, the earliest first. At least two.
    pub states: Vec<String>,
    /// The lines.
    pub series: Vec<Series>,
}

/// The height of a name, in CSS pixels.
const LINE: f64 = 17.0;
/// Room for the states' names below, and above the highest value, in CSS pixels.
const BELOW: f64 = 30.0;
const ABOVE: f64 = 12.0;
/// Room for the lines' names, in CSS pixels.
const NAMES: f64 = 210.0;
/// Lines whose names stand in the figure; with more, or on narrow figures, numbers do.
const NAMED: usize = 12;
/// Below this width, in CSS pixels, there are numbers.
const NARROW: f64 = 460.0;

impl Trend {
    /// The lines among these that have a value anywhere, numbered from 1.
    #[must_use]
    pub fn of(states: Vec<String>, lines: impl Iterator<Item = Series>) -> Self {
        let valued = lines.filter(|line| line.values.iter().any(Option::is_some));
        let numbered = valued.zip(1..);
        Self {
            states,
            series: numbered
                .map(|(line, number)| Series { number, ..line })
                .collect(),
        }
    }

    /// The lines that rose most and those that fell most, and by how many points: the difference of
    /// their first and last values as they are printed, so that what looks alike is a tie.
    #[must_use]
    pub fn extremes(&self) -> [(Vec<&Series>, f64); 2] {
        let moved = || {
            self.series.iter().filter_map(|s| {
                let mut valued = s.values.iter().flatten();
                let first = valued.next()?.round();
                Some((s, valued.next_back()?.round() - first))
            })
        };
        let among = |most: f64| {
            let own = moved().filter(|(_, by)| most != 0.0 && (by - most).abs() < 0.5);
            (own.map(|(s, _)| s).collect(), most)
        };
        let most = moved().map(|(_, by)| by).fold(0.0, f64::max);
        let least = moved().map(|(_, by)| by).fold(0.0, f64::min);
        [among(most), among(least)]
    }

    /// The height that it needs, in CSS pixels.
    #[must_use]
    pub fn height(&self) -> f64 {
        let names = LINE * self.series.len() as f64;
        ABOVE + names.max(240.0) + BELOW
    }

    /// Draws it, `width` CSS pixels wide.
    #[must_use]
    pub fn marks(&self, width: f64, ink: Ink, scale: f64) -> Marks {
        Sheet::marks((width, self.height()), ink, scale, |sheet| {
            self.draw(sheet, width);
        })
    }

    /// Whether lines carry numbers, which the table explains, instead of names.
    #[must_use]
    pub fn is_numbered(&self, width: f64) -> bool {
        width < NARROW || self.series.len() > NAMED
    }

    /// The left and the right edge of the lines.
    fn across(&self, width: f64) -> (f64, f64) {
        let beside = if self.is_numbered(width) { 44.0 } else { NAMES };
        (28.0, width - beside)
    }

    /// Where a value at a state lies.
    fn place(&self, width: f64, at: usize, points: f64) -> Point {
        let (left, right) = self.across(width);
        let (top, bottom) = (ABOVE, self.height() - BELOW);
        let last = self.states.len().saturating_sub(1).max(1) as f64;
        (
            left + (right - left) * at as f64 / last,
            bottom - (bottom - top) * points / 100.0,
        )
    }

    /// The places of the points, line by line.
    pub(super) fn hits(&self, width: f64) -> Vec<Hit> {
        let points = self.series.iter().flat_map(|series| {
            let values = series.values.iter().zip(&self.states).enumerate();
            values.filter_map(move |(at, (value, state))| {
                let value = (*value)?;
                let middle = self.place(width, at, value);
                let place = around(middle, (SMALLEST, SMALLEST), (width, self.height()));
                let shows = Shows::Round(state.clone(), value);
                Some(Hit::at(place, &series.label, shows, series.leads.clone()))
            })
        });
        points.collect()
    }

    fn draw(&self, sheet: &Sheet, width: f64) {
        let ink = sheet.ink;
        let (left, right) = self.across(width);
        let (top, bottom) = (ABOVE, self.height() - BELOW);
        let x = |at: usize| self.place(width, at, 0.0).0;
        let y = |points: f64| self.place(width, 0, points).1;
        for points in [0.0, 25.0, 50.0, 75.0, 100.0] {
            sheet.line(&[(left, y(points)), (right, y(points))], ink.grid, 0.6);
            let number = write(points);
            let at = (left - 6.0, y(points) - 7.0);
            sheet.text(&number, at, 13.0, ink.grid, HPos::Right);
        }
        // Names that would run into each other are left out; the table has them all.
        let fits = ((right - left) / 90.0).max(1.0);
        let mut every = 1_usize;
        while self.states.len() as f64 > fits * every as f64 {
            every += 1;
        }
        // Of two names, each has its half; of more, those between others stand in their middle.
        let shown = self.states.len().div_ceil(every);
        let share = if shown > 2 { 2.0 / 3.0 } else { 0.5 };
        let room = (x(every) - x(0)).min(right - left) * share;
        for (at, name) in self.states.iter().enumerate() {
            sheet.line(&[(x(at), top), (x(at), bottom)], ink.grid, 0.6);
            let from_last = self.states.len() - 1 - at;
            if from_last.is_multiple_of(every) {
                let short = fit(name, room, 13.0);
                let side = match at {
                    0 => HPos::Left,
                    _ if from_last == 0 => HPos::Right,
                    _ => HPos::Center,
                };
                sheet.text(&short, (x(at), bottom + 8.0), 13.0, ink.text, side);
            }
        }
        for (i, series) in self.series.iter().enumerate() {
            let mut before: Option<(f64, f64)> = None;
            let (marker, colour) = series.look(i, &ink);
            for (at, value) in series.values.iter().enumerate() {
                let point = value.map(|v| (x(at), y(v)));
                if let Some((from, to)) = before.zip(point) {
                    sheet.line(&[from, to], colour, 2.0);
                }
                if let Some(point) = point {
                    sheet.marker(marker, point, 4.5, colour);
                }
                // No line leads across a state without a value: it would show one there.
                before = point;
            }
        }
        self.draw_names(sheet, right, self.is_numbered(width), (top, bottom), y);
    }

    /// Beside the last value of each line, moved apart so that none hides another.
    fn draw_names(
        &self,
        sheet: &Sheet,
        right: f64,
        numbered: bool,
        (top, bottom): (f64, f64),
        y: impl Fn(f64) -> f64,
    ) {
        let ends = self.series.iter().enumerate().filter_map(|(i, series)| {
            let last = series.values.iter().flatten().next_back()?;
            Some((y(*last), i))
        });
        let mut ends: Vec<(f64, usize)> = ends.collect();
        highest_first(&mut ends, |(at, _)| -at);
        let mut free = top - LINE / 2.0;
        for end in &mut ends {
            end.0 = end.0.max(free);
            free = end.0 + LINE;
        }
        let mut most = bottom;
        for end in ends.iter_mut().rev() {
            end.0 = end.0.min(most);
            most = end.0 - LINE;
        }
        for (place, i) in ends {
            let series = &self.series[i];
            let label = || fit(&series.label, NAMES - 50.0, 13.0);
            let name = match series.values.last().copied().flatten() {
                _ if numbered => series.number.to_string(),
                Some(value) => format!("{} {}", label(), write(value.round())),
                // What it was before is not what it is now.
                None => label(),
            };
            let (marker, colour) = series.look(i, &sheet.ink);
            sheet.marker(marker, (right + 12.0, place), 4.0, colour);
            let at = (right + 20.0, place - 6.0);
            sheet.text(&name, at, 13.0, sheet.ink.text, HPos::Left);
        }
    }
}
