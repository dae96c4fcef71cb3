//! The heatmap: how many practices of each dimension stand at each level, or are open.

use super::sheet::Sheet;
use super::{Ink, Marks};
use crate::model::{Answer, Assessment, Questionnaire};
use plotters::style::text_anchor::HPos;

/// One dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number in the other tables and figures, from 1.
    pub number: usize,
    /// Its name.
    pub label: String,
    /// How many practices have no level, and how many stand at level 1 to 5. What does not apply
    /// counts nowhere.
    pub counts: [usize; 6],
}

/// The dimensions, as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Heatmap {
    /// One a dimension, in the questionnaire's order.
    pub rows: Vec<Row>,
}

/// The height of one row, and room for the level numbers, in CSS pixels.
const ROW: f64 = 24.0;
const TOP: f64 = 20.0;
/// From this width on, in CSS pixels, names stand beside the cells; below it, numbers.
const WIDE: f64 = 460.0;

impl Heatmap {
    /// What an assessment answers.
    #[must_use]
    pub fn of(q: &Questionnaire, a: &Assessment) -> Self {
        let mut rows = Vec::new();
        for dimension in &q.dimensions {
            let asked = a.asked(q).filter(|p| p.dimension == dimension.id);
            let mut counts = [0; 6];
            let mut is_asked = false;
            for practice in asked {
                is_asked = true;
                let answer = a.answer(&practice.id);
                let level = answer.and_then(Answer::level);
                if !matches!(answer, Some(Answer::NotApplicable(_))) {
                    counts[level.map_or(0, |l| usize::from(l.number()))] += 1;
                }
            }
            if is_asked {
                rows.push(Row {
                    number: rows.len() + 1,
                    label: dimension.title.clone(),
                    counts,
                });
            }
        }
        Self { rows }
    }

    /// The height that it needs, in CSS pixels.
    #[must_use]
    pub fn height(&self) -> f64 {
        TOP + ROW * self.rows.len() as f64
    }

    /// Draws it, `width` CSS pixels wide.
    #[must_use]
    pub fn marks(&self, width: f64, ink: Ink, scale: f64) -> Marks {
        Sheet::marks((width, self.height()), ink, scale, |sheet| {
            let names = if width < WIDE { 28.0 } else { 230.0 };
            let cell = (width - names - 2.0) / 6.0;
            let x = |column: usize| names + cell * column as f64;
            for (column, head) in ["?", "1", "2", "3", "4", "5"].into_iter().enumerate() {
                let at = (x(column) + cell / 2.0, 0.0);
                sheet.text(head, at, 11.0, ink.grid, HPos::Center);
            }
            for (i, row) in self.rows.iter().enumerate() {
                let top = TOP + ROW * i as f64;
                let name = if width < WIDE {
                    row.number.to_string()
                } else {
                    format!("{} {}", row.number, row.label)
                };
                sheet.text(&name, (0.0, top + 4.0), 13.0, ink.text, HPos::Left);
                let all = row.counts.iter().sum::<usize>().max(1) as f64;
                for (column, count) in row.counts.into_iter().enumerate() {
                    let (left, right) = (x(column) + 1.0, x(column + 1) - 1.0);
                    let corners = ((left, top + 1.0), (right, top + ROW - 1.0));
                    // At most so strong that the number on it can be read.
                    let opacity = 0.05 + 0.4 * count as f64 / all;
                    sheet.rect(corners.0, corners.1, ink.value, opacity);
                    if count > 0 {
                        let at = (f64::midpoint(left, right), top + 4.0);
                        sheet.text(&count.to_string(), at, 13.0, ink.text, HPos::Center);
                    }
                }
            }
        })
    }
}
