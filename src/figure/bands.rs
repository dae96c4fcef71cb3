//! Measurements against their bands: a row a metric, five bands from worst to best, a mark where
//! the measurement lies.

use super::fit::fit;
use super::hits::{Hit, Leads, Shows};
use super::sheet::Sheet;
use super::{Ink, Marks};
use crate::advice::{Comparison, InWords, comparison};
use crate::metrics::position;
use crate::model::{Assessment, Level, Questionnaire};
use crate::scoring::Scorecard;
use plotters::style::text_anchor::HPos;

/// One measured metric.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The metric's id.
    pub id: String,
    /// The metric's name and value.
    pub label: String,
    /// The level that its bands give it.
    pub level: Option<Level>,
    /// What is published beside it, in short; may be empty.
    pub beside: String,
    /// From worst to best, 0 to 100, a fifth for each band.
    pub position: f64,
    /// Where the published mean lies on the same scale.
    pub mean: Option<f64>,
}

/// The measured metrics, as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Bands {
    /// One a metric, in the questionnaire's order.
    pub rows: Vec<Row>,
}

/// The height of one row, and room for the level numbers, in CSS pixels.
const ROW: f64 = 40.0;
const TOP: f64 = 20.0;

impl Bands {
    /// The measured metrics of a scorecard, with the words for a unit's amount.
    #[must_use]
    pub fn of(q: &Questionnaire, card: &Scorecard, amount: impl Fn(&str, f64) -> String) -> Self {
        let rows = card.metrics.iter().filter_map(|score| {
            let metric = q.metrics.iter().find(|m| m.id.as_str() == score.id)?;
            let value = amount(&metric.unit, score.value?);
            Some(Row {
                id: score.id.clone(),
                level: score.level,
                beside: String::new(),
                mean: None,
                label: format!("{}: {value}", metric.title),
                position: score.position?,
            })
        });
        Self {
            rows: rows.collect(),
        }
    }

    /// The same with what is published beside each: the latest mean of the team's industry, or of
    /// everyone, and the latest groups that the measurement lies in, in the words of `said`.
    #[must_use]
    pub fn beside(
        mut self,
        q: &Questionnaire,
        a: &Assessment,
        said: impl Fn(&Comparison) -> String,
    ) -> Self {
        for row in &mut self.rows {
            let metric = q.metrics.iter().find(|m| m.id.as_str() == row.id);
            let own = metric.and_then(|m| Some((m, a.measurement(&m.id)?.value)));
            let Some((metric, value)) = own else { continue };
            let found = comparison(q, a, metric, value);
            row.beside = said(&found);
            let mean = found.industry.first().or(found.everyone.first());
            row.mean = mean.and_then(|mean| match mean.reading {
                InWords::Value(value) => position(metric, value),
                InWords::At(_) | InWords::Between(..) => None,
            });
        }
        self
    }

    /// The first rows and the others.
    #[must_use]
    pub fn parted(mut self, first: usize) -> (Self, Self) {
        let others = self.rows.split_off(first.min(self.rows.len()));
        (self, Self { rows: others })
    }

    /// The places of the rows.
    pub(super) fn hits(&self, width: f64) -> Vec<Hit> {
        let hit = |(i, row): (usize, &Row)| {
            let shows = Shows::Measured(row.level, row.beside.clone());
            let place = [0.0, TOP + ROW * i as f64, width, ROW];
            Hit::at(place, &row.label, shows, Leads::Metric(row.id.clone()))
        };
        self.rows.iter().enumerate().map(hit).collect()
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
            let x = |position: f64| 2.0 + position / 100.0 * (width - 4.0);
            for level in 1..=5_u8 {
                let at = (x(f64::from(level) * 20.0 - 10.0), 0.0);
                sheet.text(&level.to_string(), at, 13.0, ink.grid, HPos::Center);
            }
            for (i, row) in self.rows.iter().enumerate() {
                let top = TOP + ROW * i as f64;
                sheet.text(&row.label, (x(0.0), top), 13.0, ink.text, HPos::Left);
                let room = width - 24.0 - 7.5 * row.label.chars().count() as f64;
                if room > 60.0 && !row.beside.is_empty() {
                    let beside = fit(&row.beside, room, 13.0);
                    sheet.text(&beside, (x(100.0), top), 13.0, ink.grid, HPos::Right);
                }
                let (high, low) = (top + 18.0, top + 30.0);
                for band in 0..5_u8 {
                    let from = f64::from(band) * 20.0;
                    let corners = ((x(from), high), (x(from + 20.0), low));
                    // Better bands are stronger; the lines between them do not need the shade.
                    let opacity = 0.08 + 0.09 * f64::from(band);
                    sheet.rect(corners.0, corners.1, ink.value, opacity);
                }
                for cut in 0..=5_u8 {
                    let at = x(f64::from(cut) * 20.0);
                    sheet.line(&[(at, high), (at, low)], ink.grid, 1.0);
                }
                if let Some(mean) = row.mean {
                    let path = [(x(mean), high - 4.0), (x(mean), low + 4.0)];
                    sheet.line(&path, ink.grid, 2.0);
                }
                let at = x(row.position);
                sheet.line(&[(at, high - 3.0), (at, low + 3.0)], ink.text, 3.0);
                sheet.dot((at, f64::midpoint(high, low)), 5.0, ink.text);
            }
        })
    }
}
