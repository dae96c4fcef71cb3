//! Practice against outcome: a dot a discipline, between the lines where both tell one story.

use super::fit;
use super::hits::{Hit, Leads, SMALLEST, Shows, around};
use super::sheet::{Point, Sheet};
use super::{Ink, Marks, Sign};
use crate::advice::{Contrast, WORTH_A_SENTENCE, outcomes};
use crate::model::Questionnaire;
use crate::scoring::Scorecard;
use plotters::style::text_anchor::HPos;

/// The disciplines with enough measurements, as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// The name of each, and what it comes to.
    pub dots: Vec<(String, Contrast)>,
}

/// Room for the axes' names, in CSS pixels.
const LEFT: f64 = 34.0;
const BELOW: f64 = 36.0;

impl Scatter {
    /// Height on the screen, in CSS pixels.
    pub const HEIGHT: f64 = 232.0;

    /// The disciplines of a scorecard.
    #[must_use]
    pub fn of(q: &Questionnaire, card: &Scorecard) -> Self {
        let name = |outcome: Contrast| {
            let mut all = q.disciplines.iter();
            let discipline = all.find(|d| d.id.as_str() == outcome.discipline)?;
            Some((discipline.title.clone(), outcome))
        };
        Self {
            dots: outcomes(q, card).into_iter().filter_map(name).collect(),
        }
    }

    /// The places of the dots.
    pub(super) fn hits(&self, width: f64) -> Vec<Hit> {
        let hit = |(name, o): &(String, Contrast)| {
            let middle = place(width, o.practice, o.outcome);
            let size = (SMALLEST, SMALLEST);
            let place = around(middle, size, (width, Self::HEIGHT));
            let leads = Leads::Discipline(o.discipline.clone());
            Hit::at(place, name, Shows::Both(o.practice, o.outcome), leads)
        };
        self.dots.iter().map(hit).collect()
    }

    /// Draws it, `width` CSS pixels wide, with these names for its axes.
    #[must_use]
    pub fn marks(&self, width: f64, ink: Ink, scale: f64, names: [&str; 2]) -> Marks {
        Sheet::marks((width, Self::HEIGHT), ink, scale, |sheet| {
            let at = |practice, outcome| place(width, practice, outcome);
            let gap = WORTH_A_SENTENCE;
            let corners = [
                at(0.0, 0.0),
                at(gap, 0.0),
                at(100.0, 100.0 - gap),
                at(100.0, 100.0),
                at(100.0 - gap, 100.0),
                at(0.0, gap),
            ];
            sheet.fill(&corners, ink.interval, 0.12);
            for points in [0.0, 25.0, 50.0, 75.0, 100.0] {
                sheet.line(&[at(points, 0.0), at(points, 100.0)], ink.grid, 1.0);
                sheet.line(&[at(0.0, points), at(100.0, points)], ink.grid, 1.0);
                let label = format!("{points}");
                let (x, y) = at(points, 0.0);
                sheet.text(&label, (x, y + 4.0), 13.0, ink.grid, HPos::Center);
                let (x, y) = at(0.0, points);
                sheet.text(&label, (x - 5.0, y - 6.0), 13.0, ink.grid, HPos::Right);
            }
            let (x, y) = at(100.0, 0.0);
            sheet.text(names[0], (x, y + 18.0), 13.0, ink.text, HPos::Right);
            sheet.text(names[1], (0.0, 0.0), 13.0, ink.text, HPos::Left);
            let dots = self.dots.iter();
            let dots = dots.map(|(_, dot)| at(dot.practice, dot.outcome));
            let mut taken: Vec<_> = dots.map(|(x, y)| [x - 6.0, y - 6.0, 12.0]).collect();
            for (name, dot) in &self.dots {
                let (x, y) = at(dot.practice, dot.outcome);
                let sign = Sign::of(&dot.discipline);
                sheet.marker(sign.marker(), (x, y), 5.5, sign.colour(&ink));
                let wide = fit::room(name, 13.0);
                let free = |[left, top]: &[f64; 2]| {
                    let is_apart = |[x, y, w]: &[f64; 3]| {
                        left + wide < *x || x + w < *left || (top - y).abs() >= 13.0
                    };
                    *left >= LEFT && left + wide <= width && taken.iter().all(is_apart)
                };
                let along = (x - wide / 2.0).min(width - wide).max(LEFT);
                let sides = [
                    [x + 10.0, y - 7.0],
                    [x - 10.0 - wide, y - 7.0],
                    [along, y - 24.0],
                    [along, y + 8.0],
                ];
                // Names stay within the figure, and off each other where there is room.
                let [left, top] = sides.into_iter().find(free).unwrap_or(sides[0]);
                taken.push([left, top, wide]);
                sheet.text(name, (left, top), 13.0, ink.text, HPos::Left);
            }
        })
    }
}

/// Where practices and measurements of so many points lie.
fn place(width: f64, practice: f64, outcome: f64) -> Point {
    let (w, h) = (width - LEFT - 12.0, Scatter::HEIGHT - BELOW - 30.0);
    (LEFT + practice / 100.0 * w, 24.0 + h - outcome / 100.0 * h)
}
