//! Practice against outcome: a dot a discipline, between the lines where both tell one story.

use super::sheet::{Point, Sheet};
use super::{Ink, Marks};
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
    pub const HEIGHT: f64 = 380.0;

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

    /// Draws it, `width` CSS pixels wide, with these names for its axes.
    #[must_use]
    pub fn marks(&self, width: f64, ink: Ink, scale: f64, names: [&str; 2]) -> Marks {
        Sheet::marks((width, Self::HEIGHT), ink, scale, |sheet| {
            let (w, h) = (width - LEFT - 12.0, Self::HEIGHT - BELOW - 30.0);
            let at = |practice: f64, outcome: f64| -> Point {
                (LEFT + practice / 100.0 * w, 24.0 + h - outcome / 100.0 * h)
            };
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
                sheet.text(&label, (x, y + 4.0), 11.0, ink.grid, HPos::Center);
                let (x, y) = at(0.0, points);
                sheet.text(&label, (x - 5.0, y - 6.0), 11.0, ink.grid, HPos::Right);
            }
            let (x, y) = at(100.0, 0.0);
            sheet.text(names[0], (x, y + 18.0), 12.0, ink.text, HPos::Right);
            sheet.text(names[1], (0.0, 0.0), 12.0, ink.text, HPos::Left);
            for (name, dot) in &self.dots {
                let (x, y) = at(dot.practice, dot.outcome);
                sheet.dot((x, y), 6.0, ink.value);
                // Names stay within the figure.
                let (side, x) = if dot.practice > 60.0 {
                    (HPos::Right, x - 10.0)
                } else {
                    (HPos::Left, x + 10.0)
                };
                sheet.text(name, (x, y - 7.0), 13.0, ink.text, side);
            }
        })
    }
}
