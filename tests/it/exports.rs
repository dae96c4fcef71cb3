//! Exports as real tools write them, made by hand: each is recognised, mapped, and becomes events, and the
//! metric comes out as worked out by hand. The files and the values are in `tests/exports`.

mod delivering;
mod incidents;
mod laws;
mod others;

use super::extracting::{NOW, carry_out};
use plumbline::events::event::{Events, Outcome};
use plumbline::events::extract::extracted::{Extracted, Reason};
use plumbline::events::guess::{Guess, guess};
use plumbline::events::readings::Basis;
use plumbline::events::{Kind, Millis, Options, Table, Zone};
use plumbline::formats::table::{Choices, read};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

/// One export as it was read.
pub struct Export {
    pub table: Table,
    pub guess: Guess,
    pub events: Events,
    pub extracted: Extracted,
}

/// The table of an export.
pub fn table(file: &str) -> Table {
    let bytes = fs::read(format!("tests/exports/{file}")).unwrap();
    read(&bytes, &Choices::default()).unwrap().table
}

/// Reads an export, as the page does.
pub fn export(file: &str, wanted: Option<Kind>) -> Export {
    let table = table(file);
    let guess = guess(&table, wanted);
    let (events, extracted) = carry_out(&table, &guess.mapping);
    Export {
        table,
        guess,
        events,
        extracted,
    }
}

impl Export {
    /// Which rows were left out, by reason.
    pub fn left(&self) -> Vec<(Reason, &[u32])> {
        let left = self.extracted.left_out.iter();
        left.map(|left| (left.reason, left.rows.as_slice()))
            .collect()
    }

    /// Rows, outcomes and finishes of the deployments to production.
    pub fn production(&self) -> Vec<(u32, Outcome, String)> {
        let all = self
            .events
            .deployments
            .iter()
            .filter(|one| one.is_production);
        all.map(|one| (one.at.row, one.outcome, clock(one.finished.get())))
            .collect()
    }

    /// Begin and end of the span.
    pub fn span(&self) -> (String, String) {
        let (first, last) = self.extracted.span.unwrap();
        (clock(Some(first)), clock(Some(last)))
    }

    /// A metric's value and n.
    pub fn reading(&self, metric: &str) -> Option<(f64, u32)> {
        let mut options = Options::new(Zone::utc());
        options.now = Some(NOW);
        let reading = Basis::of(&self.events, &options).compute(metric).ok()?;
        Some((reading.value, reading.n))
    }
}

/// A moment as month, day and time in UTC: `11-03 10:00`. Seconds only where there are any.
pub fn clock(at: Option<Millis>) -> String {
    let Some(at) = at else {
        return "-".into();
    };
    let day = plumbline::model::Day::at(at.div_euclid(86_400_000)).to_string();
    let (minutes, seconds) = (
        at.div_euclid(60_000).rem_euclid(1440),
        at.div_euclid(1000).rem_euclid(60),
    );
    let seconds = if seconds == 0 {
        String::new()
    } else {
        format!(":{seconds:02}")
    };
    format!(
        "{} {:02}:{:02}{seconds}",
        &day[5..],
        minutes / 60,
        minutes % 60
    )
}

fn expected() -> Vec<Value> {
    let text = fs::read_to_string("tests/exports/expected.json").unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn each_export_gives_what_was_worked_out_by_hand() {
    for one in expected() {
        let file = one["file"].as_str().unwrap();
        let export = export(file, None);
        let source = export
            .guess
            .source
            .as_ref()
            .map_or("", |found| found.source.id);
        assert_eq!(source, one["source"], "{file}");
        assert_eq!(export.guess.mapping.kind.id(), one["kind"], "{file}");
        assert_eq!(
            export.table.rows(),
            usize::try_from(one["rows"].as_u64().unwrap()).unwrap(),
            "{file}"
        );
        let Some(metric) = one["metric"].as_str() else {
            continue;
        };
        let (value, n) = export.reading(metric).unwrap();
        let wanted = one["value"].as_f64().unwrap();
        assert!(
            (value - wanted).abs() < 1e-9,
            "{file}: {metric} is {value}, not {wanted}"
        );
        assert_eq!(u64::from(n), one["n"].as_u64().unwrap(), "{file}: {metric}");
    }
}

#[test]
fn no_export_is_forgotten() {
    let known: BTreeSet<String> = expected()
        .iter()
        .map(|one| one["file"].as_str().unwrap().to_owned())
        .collect();
    let there: BTreeSet<String> = fs::read_dir("tests/exports")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "expected.json")
        .collect();
    assert_eq!(known, there);
}

#[test]
fn each_row_became_an_event_or_was_left_out_for_a_reason() {
    for one in expected() {
        let file = one["file"].as_str().unwrap();
        let export = export(file, None);
        let left: usize = export.left().iter().map(|(_, rows)| rows.len()).sum();
        let is_samples = ["prometheus.json", "grafana.csv"].contains(&file);
        if !is_samples {
            assert_eq!(
                export.extracted.events + left,
                export.table.rows(),
                "{file}"
            );
        }
    }
}
