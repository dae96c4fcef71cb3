//! Rows to objectives and how they did.

use crate::events::event::{Events, Objective, Outcome};
use crate::events::extract::extracted::Reason;
use crate::events::extract::work::Work;
use crate::events::mapping::{Mapping, Means, Quirk};
use crate::events::role::Role;

/// A day in milliseconds.
const DAY: f64 = 86_400_000.0;

/// Adds a table's objectives, each as often as it was looked at, in the chosen window.
#[inline(never)]
pub fn rows(work: &mut Work, mapping: &Mapping, events: &mut Events) {
    let from = events.objectives.len();
    for row in 0..work.rows {
        match objective(work, row, mapping) {
            Ok(one) => {
                if let Some(when) = one.when {
                    work.see(when);
                }
                let known = events.objectives[from..]
                    .iter_mut()
                    .find(|known| known.key == one.key);
                match known.filter(|_| mapping.is(Quirk::Samples)) {
                    Some(known) => add(known, &one),
                    None => events.objectives.push(one),
                }
            }
            Err(reason) => work.leave(row, reason),
        }
    }
}

/// Adds a sample to those before: counts are added up, of ratios and budgets the last one counts.
fn add(known: &mut Objective, sample: &Objective) {
    let sum = |one: Option<f64>, two: Option<f64>| match (one, two) {
        (Some(one), Some(two)) => Some(one + two),
        (one, two) => one.or(two),
    };
    known.good = sum(known.good, sample.good);
    known.all = sum(known.all, sample.all);
    if sample.when >= known.when {
        known.at = sample.at;
        known.when = sample.when;
        known.reached = sample.reached.or(known.reached);
        known.budget_left = sample.budget_left.or(known.budget_left);
        known.target = sample.target.or(known.target);
    }
}

/// Makes a row's objective.
fn objective(work: &mut Work, row: usize, mapping: &Mapping) -> Result<Objective, Reason> {
    let at = work.at(row);
    let cells = &mut work.cells;
    if cells.outcome(row, Role::Outcome).0 == Outcome::Failed {
        return Err(Reason::Invalid);
    }
    if mapping.meaning(Role::Window, cells.text(row, Role::Window)) == Some(Means::No) {
        return Err(Reason::OtherWindow);
    }
    let target = cells
        .number(row, Role::Target)
        .map(|number| percent(number, mapping.is(Quirk::Fractions)));
    let good = cells.number(row, Role::Good);
    let bad = cells.number(row, Role::Bad);
    let all = cells
        .number(row, Role::All)
        .or_else(|| good.zip(bad).map(|(good, bad)| good + bad));
    let good = good.or_else(|| all.zip(bad).map(|(all, bad)| all - bad));
    let reached = cells
        .number(row, Role::Reached)
        .map(|number| percent(number, mapping.is(Quirk::Fractions)));
    let budget = cells
        .number(row, Role::BudgetLeft)
        .map(|number| percent(number, mapping.is(Quirk::BudgetFraction)));
    if reached.is_none() && budget.is_none() && good.zip(all).is_none() {
        return Err(Reason::NoNumber);
    }
    let id = cells.key(row, Role::Id);
    let service = cells.key(row, Role::Service);
    Ok(Objective {
        at,
        key: id.map(|id| id.with(service)).or(service),
        when: cells.time(row, Role::When),
        target,
        reached,
        good,
        all,
        budget_left: budget,
        days: cells.span(row, Role::Window).map(|span| span / DAY),
    })
}

/// A number as percent. A hundred times a fraction has digits behind it that are none: 0.9993 is 99.93.
fn percent(number: f64, is_fraction: bool) -> f64 {
    if is_fraction {
        (number * 1e12).round() / 1e10
    } else {
        number
    }
}
