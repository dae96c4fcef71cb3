//! Surveys.

use super::basis::Basis;
use super::cases::{Case, UNDATED, in_period};
use super::choose::{Draft, weeks};
use super::shares::{HOLDS, Share};
use super::statistics::count;
use crate::events::event::Score;
use crate::events::period::Span;
use crate::events::reading::{NoReading, Range, RangeBy, Reading, Reason, Rule, Why};

const EASE: Share = Share {
    metric: "platform-ease",
    usual: weeks(13),
};
/// The metrics' texts leave the score open with fewer answers.
const FEWEST: u32 = 30;
/// The kind of a case that is a 0 to 6.
const DETRACTS: u8 = 2;

/// A case for each answer on the scale, by what `kind` says of it.
fn find(
    basis: &Basis,
    draft: &mut Draft,
    scale: (f64, f64),
    kind: &dyn Fn(f64) -> u8,
) -> (Vec<Case>, Option<Span>) {
    let scores = &basis.events.scores;
    let mut cases = Vec::with_capacity(scores.len());
    for Score { at, when, value } in scores {
        if (scale.0..=scale.1).contains(value) {
            cases.push(Case {
                at: *at,
                when: when.unwrap_or(UNDATED),
                took: 0,
                is_open: false,
                kind: kind(*value),
            });
        } else {
            draft.left.add(Reason::OutsideScale, *at);
        }
    }
    let whens = scores.iter().filter_map(|score| score.when);
    (cases, Span::of(whens))
}

/// 4s and 5s of all answers.
pub fn ease(basis: &Basis) -> Result<Reading, NoReading> {
    let mut draft = basis.draft();
    let kind = |value| if value >= 4.0 { HOLDS } else { 0 };
    let (cases, span) = find(basis, &mut draft, (1.0, 5.0), &kind);
    let reading = EASE.reading(draft, span, &cases, &|_| Rule::FourOrFive);
    enough(reading.map_err(|none| nothing(basis, none))?)
}

/// The percentage of 9s and 10s less that of 0s to 6s.
pub fn promoters(basis: &Basis) -> Result<Reading, NoReading> {
    let mut draft = basis.draft();
    let kind = |value| match value {
        9.0.. => HOLDS,
        7.0.. => 0,
        _ => DETRACTS,
    };
    let (cases, span) = find(basis, &mut draft, (0.0, 10.0), &kind);
    let (period, cases) = match in_period(&mut draft, span, EASE.usual, &cases) {
        Ok(found) => found,
        Err(why) => {
            let none = draft.none(why, None);
            return none.map_err(|none| nothing(basis, none));
        }
    };
    if cases.is_empty() {
        let none = draft.none(Why::NoneLeft, period);
        return none.map_err(|none| nothing(basis, none));
    }
    let of = |kind| count(cases.iter().filter(|case| case.kind == kind).count());
    let (up, down, n) = (of(HOLDS), of(DETRACTS), count(cases.len()));
    let (up_share, down_share) = (share(up, n), share(down, n));
    let value = 100.0 * (f64::from(up) - f64::from(down)) / f64::from(n);
    let spread = up_share + down_share - (up_share - down_share) * (up_share - down_share);
    let error = 196.0 * (spread / f64::from(n)).max(0.0).sqrt();
    enough(Reading {
        metric: "developer-satisfaction-score",
        value,
        n,
        of: None,
        period,
        rule: Rule::Promoters {
            promoters: up,
            detractors: down,
        },
        range: Some(Range {
            low: (value - error).max(-100.0),
            high: (value + error).min(100.0),
            by: RangeBy::Normal,
        }),
        at_least: false,
        middle: None,
        counted: Vec::new(),
        all: cases.iter().map(|case| case.at).collect(),
        values: Vec::new(),
        left_out: draft.left.list(),
        beside: Vec::new(),
        doubts: draft.doubts,
    })
}

fn share(part: u32, whole: u32) -> f64 {
    f64::from(part) / f64::from(whole)
}

fn nothing(basis: &Basis, mut none: NoReading) -> NoReading {
    if basis.events.scores.is_empty() {
        none.why = Why::NoRows;
    }
    none
}

/// Refuses what too few have answered.
fn enough(reading: Reading) -> Result<Reading, NoReading> {
    let n = reading.of.unwrap_or(reading.n);
    if n >= FEWEST {
        return Ok(reading);
    }
    Err(NoReading {
        why: Why::TooFewAnswers { n, asked: FEWEST },
        period: reading.period,
        left_out: reading.left_out,
    })
}
