//! Where every dimension stands, by name: a strip each, under its discipline, in two columns where
//! there is room. Stands alone on paper.

use super::fit::fit;
use super::profile::by_discipline;
use super::sheet::Sheet;
use super::{Ink, Marks, Sign};
use crate::model::Questionnaire;
use crate::model::decimal::write;
use crate::scoring::Scorecard;
use plotters::style::text_anchor::HPos;

/// One dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// Lowest and highest value still possible, 0 to 100.
    pub range: (f64, f64),
    /// Its value. `None` while it is too early to say.
    pub value: Option<f64>,
}

/// The dimensions of one discipline.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The discipline's name.
    pub label: String,
    /// The sign that it has everywhere.
    pub sign: Sign,
    /// The highest value first.
    pub rows: Vec<Row>,
}

/// All dimensions to which something applies, as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// One a discipline, in the questionnaire's order.
    pub groups: Vec<Group>,
}

/// Heights and widths in CSS pixels: a row, a discipline's name, the space behind a group.
const ROW: f64 = 17.0;
const HEAD: f64 = 20.0;
const SPACE: f64 = 10.0;
/// Narrower than this, all stand below each other.
const TWO_COLUMNS: f64 = 560.0;
/// Between the columns.
const GUTTER: f64 = 28.0;
/// The part of a column that names take, and the room of a value.
const NAMES: f64 = 0.57;
const VALUES: f64 = 26.0;
const TEXT: f64 = 12.0;

impl Group {
    fn height(&self) -> f64 {
        HEAD + ROW * self.rows.len() as f64 + SPACE
    }
}

impl Standing {
    /// How the dimensions of a scorecard stand.
    #[must_use]
    pub fn of(q: &Questionnaire, card: &Scorecard) -> Self {
        let groups = by_discipline(q, card).into_iter();
        let groups = groups.filter_map(|(discipline, scores)| {
            let rows = scores.into_iter().filter_map(|score| {
                let dimension = q.dimensions.iter().find(|d| d.id.as_str() == score.id)?;
                Some(Row {
                    label: dimension.title.clone(),
                    range: score.low.zip(score.high)?,
                    value: score.value(),
                })
            });
            let rows: Vec<_> = rows.collect();
            (!rows.is_empty()).then(|| Group {
                label: discipline.title.clone(),
                sign: Sign::of(discipline.id.as_str()),
                rows,
            })
        });
        Self {
            groups: groups.collect(),
        }
    }

    /// The groups of each column: the first has at least half of the height.
    fn columns(&self, width: f64) -> Vec<&[Group]> {
        if width < TWO_COLUMNS || self.groups.len() < 2 {
            return vec![&self.groups];
        }
        let whole: f64 = self.groups.iter().map(Group::height).sum();
        // Where the longer of both columns is shortest.
        let longer = |cut: usize| {
            let first: f64 = self.groups[..cut].iter().map(Group::height).sum();
            first.max(whole - first)
        };
        let cuts = 1..self.groups.len();
        let best = cuts.min_by(|a, b| longer(*a).total_cmp(&longer(*b)));
        let (first, second) = self.groups.split_at(best.unwrap_or(1));
        vec![first, second]
    }

    /// The height that it needs at a width, both in CSS pixels.
    #[must_use]
    pub fn height(&self, width: f64) -> f64 {
        let of = |column: &&[Group]| column.iter().map(Group::height).sum::<f64>();
        let columns = self.columns(width);
        columns.iter().map(of).fold(0.0, f64::max)
    }

    /// Draws it, `width` CSS pixels wide.
    #[must_use]
    pub fn marks(&self, width: f64, ink: Ink, scale: f64) -> Marks {
        Sheet::marks((width, self.height(width)), ink, scale, |sheet| {
            let columns = self.columns(width);
            let wide = (width + GUTTER) / columns.len() as f64 - GUTTER;
            for (at, column) in columns.iter().enumerate() {
                let mut place = ((wide + GUTTER) * at as f64, 0.0);
                for group in *column {
                    draw_group(sheet, group, place, wide);
                    place.1 += group.height();
                }
            }
        })
    }
}

fn draw_group(sheet: &Sheet, group: &Group, (x, y): (f64, f64), wide: f64) {
    let ink = sheet.ink;
    let colour = group.sign.colour(&ink);
    sheet.marker(group.sign.marker(), (x + 5.0, y + 8.0), 3.5, colour);
    sheet.text(
        &group.label,
        (x + 14.0, y),
        TEXT + 1.0,
        ink.text,
        HPos::Left,
    );
    let from = x + wide * NAMES;
    let track = wide * (1.0 - NAMES) - VALUES;
    let to = |value: f64| from + track * value / 100.0;
    for (n, row) in group.rows.iter().enumerate() {
        let top = y + HEAD + ROW * n as f64;
        let (high, low) = (top + 3.0, top + 11.0);
        let label = fit(&row.label, wide * NAMES - 8.0, TEXT);
        sheet.text(&label, (x, top), TEXT, ink.text, HPos::Left);
        sheet.rect((from, high), (from + track, low), ink.grid, 0.15);
        for quarter in 0..=4_u8 {
            let at = to(f64::from(quarter) * 25.0);
            sheet.line(&[(at, high), (at, low)], ink.grid, 0.5);
        }
        let (least, most) = (to(row.range.0), to(row.range.1));
        match row.value {
            Some(value) => {
                sheet.rect((least, high), (most, low), colour, 0.35);
                let at = to(value);
                sheet.line(&[(at, high - 2.0), (at, low + 2.0)], colour, 3.0);
                let end = (x + wide, top);
                sheet.text(&write(value.round()), end, TEXT, ink.text, HPos::Right);
            }
            // Only what is possible is known: an outline, no value.
            None => {
                let corners = [
                    (least, high),
                    (most, high),
                    (most, low),
                    (least, low),
                    (least, high),
                ];
                sheet.line(&corners, ink.grid, 1.0);
                sheet.text("–", (x + wide, top), TEXT, ink.grid, HPos::Right);
            }
        }
    }
}
