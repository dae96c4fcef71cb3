//! The heatmap: how many practices of each dimension stand at each level, or are open.

use super::grid::{self, Grid};
use super::hits::{Hit, Leads, Shows};
use super::{Ink, Marks};
use crate::model::{Answer, Assessment, Level, Questionnaire};

/// One dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The dimension's id.
    pub id: String,
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
                    id: dimension.id.to_string(),
                    number: q.number_of(dimension.id.as_str()).unwrap_or_default(),
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
        Grid::height(self.rows.len())
    }

    /// The places of the cells that count something.
    pub(super) fn hits(&self, width: f64) -> Vec<Hit> {
        let cells = self.rows.iter().enumerate().flat_map(|(at, row)| {
            let counted = row.counts.into_iter().enumerate();
            let counted = counted.filter(|(_, count)| *count > 0);
            counted.map(move |(column, count)| {
                let level = u8::try_from(column).ok().and_then(Level::new);
                let place = Grid::cell(width, row.counts.len(), (at, column));
                let leads = Leads::Dimension(row.id.clone());
                Hit::at(place, &row.label, Shows::Count(count, level), leads)
            })
        });
        cells.collect()
    }

    /// Draws it, `width` CSS pixels wide.
    #[must_use]
    pub fn marks(&self, width: f64, ink: Ink, scale: f64) -> Marks {
        let rows = self.rows.iter().map(|row| {
            let all = row.counts.iter().sum::<usize>().max(1) as f64;
            let cells = row.counts.map(|count| {
                let text = if count > 0 {
                    count.to_string()
                } else {
                    String::new()
                };
                (text, count as f64 / all)
            });
            grid::Row {
                label: format!("{} {}", row.number, row.label),
                short: row.number.to_string(),
                cells: cells.into(),
            }
        });
        let grid = Grid {
            heads: ["?", "1", "2", "3", "4", "5"].map(str::to_owned).into(),
            rows: rows.collect(),
        };
        grid.marks(width, ink, scale)
    }
}
