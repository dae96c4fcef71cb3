//! Objectives that were met, and what is left of their error budgets.

use super::basis::Basis;
use super::cases::{Case, UNDATED, of_kind};
use super::choose::weeks;
use super::index::{Index, digest, mix};
use super::shares::{HOLDS, Share};
use super::statistics::{count, place};
use crate::events::event::Objective;
use crate::events::period::{Span, day_at};
use crate::events::reading::{Beside, Doubt, NoReading, Reading, Reason, Rule, Why};
use crate::model::Day;

const ATTAINMENT: Share = Share {
    metric: "slo-attainment",
    usual: weeks(52),
};
/// The kind of a case that could not be measured.
const UNMEASURED: u8 = 2;

/// What was reached, in percent.
fn reached(objective: &Objective) -> Option<f64> {
    let counted = objective.good.zip(objective.all);
    let ratio = counted.filter(|(_, all)| *all > 0.0);
    let reached = objective
        .reached
        .or(ratio.map(|(good, all)| 100.0 * good / all));
    reached.filter(|reached| reached.is_finite())
}

/// What is left of the error budget, in percent.
fn left(objective: &Objective) -> Option<f64> {
    let computed = || {
        let (target, reached) = objective.target.zip(reached(objective))?;
        (target < 100.0).then(|| 100.0 * (1.0 - (100.0 - reached) / (100.0 - target)))
    };
    objective.budget_left.or_else(computed)
}

/// Whether it was met. `None` where nothing says what would be enough.
fn kind(objective: &Objective) -> Option<u8> {
    // Ratios that were multiplied by 100 are not exact.
    let met = objective
        .target
        .and_then(|target| reached(objective).map(|r| r >= target - 1e-9));
    match met.or_else(|| objective.budget_left.map(|left| left >= 0.0)) {
        Some(true) => Some(HOLDS),
        Some(false) => Some(0),
        None => objective.target.map(|_| UNMEASURED),
    }
}

/// The share of objectives that were met, each at the end of each month: the last look in a month counts.
pub fn attainment(basis: &Basis) -> Result<Reading, NoReading> {
    let mut draft = basis.draft();
    let objectives = &basis.events.objectives;
    if objectives.is_empty() {
        return draft.none(Why::NoRows, None);
    }
    let zone = &basis.options.zone;
    let month = |o: &Objective| {
        o.when
            .map_or(0, |at| Day::default().plus(day_at(zone, at)).month())
    };
    let mut known = Index::new();
    let mut list: Vec<&Objective> = Vec::with_capacity(objectives.len());
    for objective in objectives {
        if objective.key.is_none() {
            list.push(objective);
            continue;
        }
        let own = mix(digest(objective.key), month(objective).unsigned_abs());
        let stands = known.entry(own);
        let Some(other) = list.get_mut(place(*stands)) else {
            *stands = count(list.len());
            list.push(objective);
            continue;
        };
        // Of several windows at the same moment the longest.
        let rank = |o: &Objective| (o.when, o.days.map(f64::to_bits));
        let out = if rank(objective) > rank(other) {
            std::mem::replace(other, objective)
        } else {
            objective
        };
        draft.left.add(Reason::EarlierLook, out.at);
    }
    let mut cases = Vec::with_capacity(list.len());
    for objective in &list {
        match kind(objective) {
            Some(kind) => cases.push(Case {
                at: objective.at,
                when: objective.when.unwrap_or(UNDATED),
                took: 0,
                is_open: false,
                kind,
            }),
            None => draft.left.add(Reason::Unsaid, objective.at),
        }
    }
    if cases.is_empty() {
        return draft.none(Why::ColumnMissing, None);
    }
    let span = Span::of(list.iter().filter_map(|objective| objective.when));
    let rule = |cases: &[Case]| Rule::Objectives {
        unmeasured: of_kind(cases, UNMEASURED),
    };
    let mut reading = ATTAINMENT.reading(draft, span, &cases, &rule)?;
    if reading.value >= 100.0 && reading.n >= 5 {
        reading.doubts.push(Doubt::AlwaysMet);
    }
    beside(&mut reading, &list);
    Ok(reading)
}

/// How many objectives there are, and what is left of their budgets at their last look.
fn beside(reading: &mut Reading, list: &[&Objective]) {
    let mut known = Index::new();
    let mut last: Vec<&Objective> = Vec::new();
    for objective in list {
        let inside = objective
            .when
            .zip(reading.period)
            .is_none_or(|(at, p)| p.has(at));
        if !inside {
            continue;
        }
        let stands = known.entry(digest(objective.key));
        match last
            .get_mut(place(*stands))
            .filter(|_| objective.key.is_some())
        {
            Some(other) if objective.when > other.when => *other = objective,
            Some(_) => {}
            None => {
                *stands = count(last.len());
                last.push(objective);
            }
        }
    }
    let budgets: Vec<f64> = last
        .iter()
        .filter_map(|objective| left(objective))
        .collect();
    let n = f64::from(count(budgets.len()));
    reading
        .beside
        .push((Beside::Objectives, f64::from(count(last.len()))));
    if n > 0.0 {
        let sum: f64 = budgets.iter().sum();
        let lowest = budgets.iter().copied().fold(f64::INFINITY, f64::min);
        reading.beside.push((Beside::BudgetLeft, sum / n));
        reading.beside.push((Beside::LowestBudget, lowest));
    }
}
