//! How long a million deployments take from bytes to times: that is what somebody waits for who drops a
//! large export.
//!
//! `cargo xtask bench` runs it natively and in wasm.

use plumbline::events::guess::guess;
use plumbline::events::times;
use plumbline::formats::table::{Choices, read_watched};
use plumbline::model::Day;
use std::hint::black_box;
use std::io::Write;
use std::time::Instant;

const ROWS: u64 = 1_000_000;
/// A deployment about every half minute of a year.
const APART: u64 = 31;

fn main() {
    for (what, bytes) in [
        ("CSV", csv("")),
        ("CSV in quotes", csv("\"")),
        ("JSON", json()),
    ] {
        let megabytes = bytes.len() / 1_000_000;
        println!("{what}, {ROWS} rows, {megabytes} MB");
        let mut best = [f64::INFINITY; 3];
        for _ in 0..5 {
            let copy = bytes.clone();
            let start = Instant::now();
            let Ok(sheet) = read_watched(copy.into(), &Choices::default(), &mut |_, _| true) else {
                return;
            };
            let read = start.elapsed();
            let Some(column) = sheet
                .table
                .headers()
                .iter()
                .position(|h| h == "finished_at")
            else {
                return;
            };
            let start = Instant::now();
            black_box(times::find(sheet.table.column(column)));
            let found = start.elapsed();
            let start = Instant::now();
            black_box(guess(&sheet.table, None));
            for (best, took) in best.iter_mut().zip([read, found, start.elapsed()]) {
                *best = best.min(took.as_secs_f64() * 1000.0);
            }
        }
        println!(
            "  read: {:.0} ms; one column's times: {:.0} ms; what all columns mean: {:.0} ms",
            best[0], best[1], best[2]
        );
    }
}

/// The cells of a row: an id, an environment, a time, a revision.
fn row(at: u64) -> [String; 4] {
    let second = at * APART;
    let day = Day::of(2026, 1, 1).plus(i32::try_from(second / 86_400).unwrap_or(0));
    let (hour, minute, rest) = (second / 3600 % 24, second / 60 % 60, second % 60);
    [
        at.to_string(),
        "production".to_owned(),
        format!("{day}T{hour:02}:{minute:02}:{rest:02}Z"),
        format!(
            "{:040x}",
            u128::from(at).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c834)
        ),
    ]
}

fn csv(quote: &str) -> Vec<u8> {
    let mut bytes = b"id,environment,finished_at,sha\n".to_vec();
    let between = [quote, ",", quote].concat();
    for at in 0..ROWS {
        let cells = row(at).join(&between);
        let _ = writeln!(bytes, "{quote}{cells}{quote}");
    }
    bytes
}

fn json() -> Vec<u8> {
    let mut bytes = b"{\"deployments\":[".to_vec();
    for at in 0..ROWS {
        let [id, environment, finished, sha] = row(at);
        let comma = if at == 0 { "" } else { "," };
        let _ = write!(
            bytes,
            "{comma}{{\"id\":{id},\"environment\":\"{environment}\",\"finished_at\":\"{finished}\",\"sha\":\"{sha}\"}}"
        );
    }
    bytes.extend(b"]}");
    bytes
}
