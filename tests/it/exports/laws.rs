//! What must not change a result: the order of rows and of columns, rows that stand there twice, other names with
//! the mapping that goes with them, and a mapping that was remembered.

use super::super::extracting::carry_out;
use super::{Export, export, table};
use plumbline::events::event::Events;
use plumbline::events::mapping::fingerprint::fingerprint;
use plumbline::events::mapping::text;
use plumbline::events::{Mapping, Options, Table, Zone, guess};
use proptest::prelude::*;

/// Exports of all kinds, each with a metric.
const FILES: [(&str, &str); 12] = [
    ("github_deployments_graphql.json", "deployment-frequency"),
    ("github_deployment_statuses.ndjson", "deployment-frequency"),
    ("gitlab_deployments.json", "change-lead-time"),
    ("devlake_deployment_commits.csv", "deployment-frequency"),
    ("devlake_incidents.csv", "time-to-mitigate"),
    ("fourkeys_incidents.csv", "time-to-mitigate"),
    ("incident_io.json", "time-to-detect"),
    ("servicenow.csv", "time-to-mitigate"),
    ("jira_de.csv", "platform-request-wait"),
    ("slo_generator.ndjson", "slo-attainment"),
    ("deploys_de.csv", "deployment-rework-rate"),
    ("services.csv", "platform-adoption"),
];

/// A metric's value, n, and the rows left out as a number for each reason.
fn result(metric: &str, events: &Events) -> Option<(f64, u32)> {
    let mut options = Options::new(Zone::utc());
    options.now = Some(super::NOW);
    let reading = plumbline::events::readings::Basis::of(events, &options)
        .compute(metric)
        .ok()?;
    Some((reading.value, reading.n))
}

/// A table with these rows and columns of another one.
fn picked(of: &Table, rows: &[usize], columns: &[usize]) -> Table {
    let headers = columns.iter().map(|at| of.headers()[*at].clone()).collect();
    let mut table = Table::new(headers);
    for row in rows {
        table.push(columns.iter().map(|at| of.cell(*row, *at)));
    }
    table
}

fn all(count: usize) -> Vec<usize> {
    (0..count).collect()
}

fn before(file: &str, metric: &str) -> (Export, (f64, u32)) {
    let one = export(file, None);
    let value = one.reading(metric).unwrap();
    (one, value)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_order_of_rows_and_rows_that_stand_there_twice_change_nothing(
        file in 0..FILES.len(),
        seed in prop::collection::vec(any::<prop::sample::Index>(), 1..8),
        order in any::<u64>(),
    ) {
        let (file, metric) = FILES[file];
        let (one, value) = before(file, metric);
        let count = one.table.rows();
        let mut rows = all(count);
        rows.extend(seed.iter().map(|index| index.index(count)));
        shuffle(&mut rows, order);
        let table = picked(&one.table, &rows, &all(one.table.headers().len()));
        let (events, _) = carry_out(&table, &one.guess.mapping);
        prop_assert_eq!(result(metric, &events), Some(value), "{}", file);
        // The guess is the same, too.
        let again = guess(&table, None).mapping;
        prop_assert_eq!(&again.columns, &one.guess.mapping.columns, "{}", file);
        prop_assert_eq!(result(metric, &carry_out(&table, &again).0), Some(value), "{}", file);
    }

    #[test]
    fn the_order_of_columns_changes_nothing(file in 0..FILES.len(), order in any::<u64>()) {
        let (file, metric) = FILES[file];
        let (one, value) = before(file, metric);
        let mut columns = all(one.table.headers().len());
        shuffle(&mut columns, order);
        let table = picked(&one.table, &all(one.table.rows()), &columns);
        let guess = guess(&table, None);
        prop_assert_eq!(&guess.mapping, &one.guess.mapping, "{}", file);
        prop_assert_eq!(result(metric, &carry_out(&table, &guess.mapping).0), Some(value));
        prop_assert_eq!(
            fingerprint(table.headers()),
            fingerprint(one.table.headers())
        );
    }

    #[test]
    fn other_names_with_their_mapping_change_nothing(file in 0..FILES.len()) {
        let (file, metric) = FILES[file];
        let (one, value) = before(file, metric);
        let other = |header: &str| {
            let at = one.table.headers().iter().position(|own| own == header).unwrap();
            format!("c{at}")
        };
        let names = one.table.headers().iter().map(|header| other(header)).collect();
        let mut table = Table::new(names);
        for row in 0..one.table.rows() {
            table.push((0..one.table.headers().len()).map(|at| one.table.cell(row, at)));
        }
        let mut mapping = one.guess.mapping.clone();
        for column in &mut mapping.columns {
            column.header = other(&column.header);
            if let Some(item) = &mut column.item {
                item.names = other(&item.names);
            }
        }
        prop_assert_eq!(result(metric, &carry_out(&table, &mapping).0), Some(value), "{}", file);
    }
}

/// Shuffles by a number, so that a failure comes again.
fn shuffle(list: &mut [usize], mut seed: u64) {
    for at in (1..list.len()).rev() {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        list.swap(at, usize::try_from(seed >> 33).unwrap() % (at + 1));
    }
}

#[test]
fn a_remembered_mapping_gives_the_same() {
    for (file, metric) in FILES {
        let (one, value) = before(file, metric);
        let again: Mapping = text::read(&text::write(&one.guess.mapping)).unwrap();
        assert_eq!(again, one.guess.mapping, "{file}");
        assert_eq!(
            result(metric, &carry_out(&one.table, &again).0),
            Some(value),
            "{file}"
        );
    }
}

#[test]
fn other_columns_are_known_as_others() {
    let one = export("servicenow.csv", None);
    let before = one.table.headers().to_vec();
    let now: Vec<String> = before
        .iter()
        .map(|header| header.replace("Resolved", "Resolved at"))
        .collect();
    assert_ne!(fingerprint(&before), fingerprint(&now));
    assert_ne!(
        fingerprint(table("grafana.csv").headers()),
        fingerprint(&[])
    );
}
