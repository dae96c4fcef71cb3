//! A number, with all that is to be said about it, and the rows behind it.

use super::dropped::{Dropped, Tabled};
use super::parts::{number, object, texts, whole};
use super::state::Study;
use crate::events::reading::{Doubt, Rule};
use crate::events::readings::Basis;
use crate::events::{At, NoReading, Reading, Role, order};
use crate::formats::json::Json;
use crate::model;
use crate::report::csv::Sheet;
use crate::words::words;

/// So many rows are shown at a time.
const SHOWN: usize = 50;
/// Over how many weeks a metric is shown, to see how much of it is noise.
const OVER: [u32; 3] = [4, 13, 26];
/// So many of them are written as CSV at a time.
const WRITTEN: usize = 50_000;
/// So many letters of a cell are shown.
const LETTERS: usize = 200;

/// Two digits are enough of what is only likely.
fn roughly(value: f64) -> f64 {
    if value == 0.0 {
        return value;
    }
    let unit = 10_f64.powf(value.abs().log10().floor() - 1.0);
    crate::model::decimal::settle((value / unit).round() * unit)
}

impl Study {
    /// A number, and what it rests on. Amounts are said where the metric's unit is known.
    #[must_use]
    pub fn reading(&self, r: &Reading) -> Json {
        let w = words();
        let left = r.left_out.iter().enumerate();
        let left = left.map(|(at, left)| {
            object([
                ("which", Json::Text(at.to_string())),
                ("count", whole(left.rows.len())),
                ("text", Json::text(w.not_counted_row(left.why))),
            ])
        });
        let unit = self.unit(r.metric);
        let amount = |value| w.amount(unit, value);
        let beside = r.beside.iter().map(|(what, value)| {
            w.stands_beside(*what, &amount(roughly(*value)), &w.amount("", *value))
        });
        let range = r.range.and_then(|range| {
            let [low, high] = [range.low, range.high].map(|end| amount(roughly(end)));
            (low != high).then(|| Json::Text(w.likely(&low, &high)))
        });
        let middle = r
            .middle
            .map(|(low, high)| Json::Text(w.either(&amount(low), &amount(high))));
        let files = self.files_of(r);
        let mut tables = files.iter().filter_map(|file| file.table());
        let awaits_days = tables.any(Tabled::awaits_days);
        let days = r.period.map(|p| Json::Text(w.days(p.first(), p.last())));
        object([
            ("metric", Json::text(r.metric)),
            ("value", number(r.value)),
            ("text", Json::Text(w.computed(&amount(r.value), r.at_least))),
            (
                "cases",
                Json::Text(w.cases(r.n.into(), r.of.map(u64::from))),
            ),
            ("n", Json::whole(r.n)),
            ("of", r.of.map(Json::whole).unwrap_or_default()),
            ("days", days.unwrap_or_default()),
            ("rule", Json::Text(w.rule(&r.rule))),
            ("range", range.unwrap_or_default()),
            ("middle", middle.unwrap_or_default()),
            ("standIn", Json::Bool(r.doubts.contains(&Doubt::StandIn))),
            (
                "doubts",
                texts(r.doubts.iter().map(|d| w.reading_doubt(*d))),
            ),
            ("left", Json::List(left.collect())),
            ("beside", texts(beside)),
            ("awaitsDays", Json::Bool(awaits_days)),
            ("basis", self.basis(&files, r)),
        ])
    }

    /// The files that it was read from.
    fn files_of(&self, r: &Reading) -> Vec<&Dropped> {
        let mut own: Vec<usize> = Vec::new();
        for at in r.all.iter().chain(&r.counted) {
            let file = usize::from(at.file);
            if !own.contains(&file) {
                own.push(file);
            }
        }
        order::sort(&mut own, |one, other| one < other);
        own.iter().filter_map(|at| self.files.get(*at)).collect()
    }

    /// What is kept of it, when it is used.
    fn basis(&self, files: &[&Dropped], r: &Reading) -> Json {
        let columns = files
            .iter()
            .filter_map(|f| Some(f.table()?.fingerprint.clone()));
        let day = |day: Option<crate::model::Day>| {
            day.map(|d| Json::Text(d.to_string())).unwrap_or_default()
        };
        let or_more = if r.at_least {
            model::Basis::OR_MORE
        } else {
            ""
        };
        object([
            ("files", texts(files.iter().map(|f| f.name.clone()))),
            ("columns", Json::Text(columns.collect::<Vec<_>>().join(" "))),
            ("rule", Json::Text([rule_id(&r.rule), or_more].concat())),
            ("begins", day(r.period.map(|p| p.first()))),
            ("ends", day(r.period.map(|p| p.last()))),
        ])
    }

    /// How a metric would be over other times.
    pub(super) fn more(&self, metric: &str) -> Json {
        let Some(events) = self.events_of(metric) else {
            return Json::Null;
        };
        let mut basis = Basis::of(events, &self.options);
        let others = match self.result(metric) {
            Some(Ok(reading)) => basis.others(reading),
            _ => Vec::new(),
        };
        let others = others.iter().map(|other| {
            let w = words();
            let unit = if w.counts_days(other) {
                "days a week"
            } else {
                self.unit(metric)
            };
            w.other_says(other, &w.amount(unit, roughly(other.value)))
        });
        let over = basis.over(metric, &OVER);
        let over = OVER
            .into_iter()
            .zip(over)
            .map(|(weeks, result)| match result {
                Ok(r) => object([
                    ("weeks", Json::whole(weeks)),
                    (
                        "text",
                        Json::Text(
                            words()
                                .computed(&words().amount(self.unit(metric), r.value), r.at_least),
                        ),
                    ),
                    (
                        "cases",
                        Json::Text(words().cases_over(
                            &words().cases(r.n.into(), r.of.map(u64::from)),
                            &r.doubts,
                        )),
                    ),
                ]),
                Err(NoReading { why, .. }) => object([
                    ("weeks", Json::whole(weeks)),
                    ("text", Json::Text(words().no_reading(why))),
                ]),
            });
        object([
            ("metric", Json::text(metric)),
            ("over", Json::List(over.collect())),
            ("others", texts(others)),
        ])
    }

    /// The rows behind a number, some at a time.
    pub(super) fn rows(&self, metric: &str, which: &str, from: usize) -> Json {
        let all = self.behind(metric, which);
        let first = all.first().map_or(0, |at| at.file);
        let headers = self.headers(first);
        let shown = all.iter().skip(from).take(SHOWN);
        let rows = shown.map(|at| {
            let cells = self.cells_of(*at, &headers);
            Json::List(
                cells
                    .into_iter()
                    .map(|cell| Json::text(crate::model::text::cut(cell, LETTERS)))
                    .collect(),
            )
        });
        object([
            ("metric", Json::text(metric)),
            ("which", Json::text(which)),
            ("from", whole(from)),
            ("all", whole(all.len())),
            ("headers", texts(headers.iter().map(|h| (*h).to_owned()))),
            ("rows", Json::List(rows.collect())),
        ])
    }

    fn behind(&self, metric: &str, which: &str) -> Vec<At> {
        let Some(result) = self.result(metric) else {
            return Vec::new();
        };
        let left = match result {
            Ok(r) => &r.left_out,
            Err(none) => &none.left_out,
        };
        match (which, result) {
            ("counted", Ok(r)) => r.counted.clone(),
            ("all", Ok(r)) => r.all.clone(),
            (number, _) => {
                let at = number.parse::<usize>().ok();
                let own = at.and_then(|at| left.get(at));
                own.map(|l| l.rows.iter().collect()).unwrap_or_default()
            }
        }
    }

    /// The columns of a file that have a role.
    fn headers(&self, file: u16) -> Vec<&str> {
        let own = self.files.get(usize::from(file)).and_then(Dropped::table);
        let Some(own) = own else {
            return Vec::new();
        };
        let mut headers: Vec<&str> = Vec::new();
        for column in &own.mapping.columns {
            if !headers.contains(&column.header.as_str()) && column.role != Role::Text {
                headers.push(&column.header);
            }
        }
        headers
    }

    /// A row's cells under these columns.
    fn cells_of(&self, at: At, headers: &[&str]) -> Vec<&str> {
        let own = self
            .files
            .get(usize::from(at.file))
            .and_then(Dropped::table);
        let (Some(own), Ok(row)) = (own, usize::try_from(at.row)) else {
            return Vec::new();
        };
        let cells = headers.iter().map(|header| {
            own.table
                .find(header)
                .map_or("", |column| own.table.cell(row, column))
        });
        cells.collect()
    }

    /// All rows that a number counts, as CSV, some at a time: the first with the headers, and each with the row
    /// from which the next ones go on.
    pub(super) fn csv(&self, metric: &str, from: usize) -> Json {
        let all = self.behind(metric, "all");
        let headers = self.headers(all.first().map_or(0, |at| at.file));
        let mut sheet = match from {
            0 => Sheet::unmarked(&headers),
            _ => Sheet::rows(),
        };
        for at in all.iter().skip(from).take(WRITTEN) {
            for cell in self.cells_of(*at, &headers) {
                sheet.text(cell);
            }
            sheet.end();
        }
        let next = from.saturating_add(WRITTEN);
        object([
            ("csv", Json::Text(sheet.text)),
            (
                "next",
                if next < all.len() {
                    whole(next)
                } else {
                    Json::Null
                },
            ),
        ])
    }
}

/// By which rule, as it is kept.
fn rule_id(rule: &Rule) -> &'static str {
    match rule {
        Rule::Frequency => "frequency",
        Rule::LeadTime { .. } => "lead-time",
        Rule::FailRate { .. } => "fail-rate",
        Rule::Recovery { .. } => "recovery",
        Rule::Rework { .. } => "rework",
        Rule::PagesPerShift { .. } => "pages-per-shift",
        Rule::Column => "column",
        Rule::Acknowledged => "acknowledged",
        Rule::Detect { .. } => "detect",
        Rule::Mitigate { .. } => "mitigate",
        Rule::Objectives { .. } => "objectives",
        Rule::ActionsDone => "actions-done",
        Rule::ClockHours { .. } => "clock-hours",
        Rule::Percentile90 => "nine-of-ten",
        Rule::WorkingHours { .. } => "working-hours",
        Rule::WorkingDays => "working-days",
        Rule::FourOrFive => "four-or-five",
        Rule::Promoters { .. } => "promoters",
    }
}
