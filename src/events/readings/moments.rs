//! When happened what a metric counts, for the bars of its weeks.

use super::basis::Basis;
use super::cases::UNDATED;
use super::lead_time::changes;
use super::order::Order;
use super::shipped::is_possible;
use super::statistics::{Sorted, sort};
use crate::events::zone::Millis;
use std::borrow::Cow;

/// The moments of what a metric counts, in order. Rows that stand twice may count twice here.
pub fn moments<'b>(basis: &'b Basis, metric: &str) -> Cow<'b, Order<'b>> {
    let events = basis.events;
    let possible = |at: Option<Millis>| at.filter(|at| is_possible(*at, basis.options));
    let list: Vec<Option<Millis>> = match metric {
        "deployment-frequency"
        | "change-fail-rate"
        | "deployment-rework-rate"
        | "failed-deployment-recovery-time" => return Cow::Borrowed(&basis.shipped.order),
        "change-lead-time" => {
            let found = changes(basis).ok();
            let cases = found.into_iter().flat_map(|found| &found.cases);
            cases.map(|case| Some(case.when)).collect()
        }
        "pages-per-shift"
        | "alert-precision"
        | "incidents-found-first"
        | "time-to-detect"
        | "time-to-mitigate" => {
            let some = events.incidents.iter().filter(|incident| incident.counts);
            some.map(|incident| possible(incident.began)).collect()
        }
        "review-wait"
        | "ci-feedback-time"
        | "time-to-onboard"
        | "new-service-lead-time"
        | "platform-request-wait" => {
            let spells = events.spells.iter();
            spells
                .map(|spell| possible(spell.from.or(spell.to)))
                .collect()
        }
        "slo-attainment" => events.objectives.iter().map(|o| possible(o.when)).collect(),
        "platform-ease" | "developer-satisfaction-score" => {
            events.scores.iter().map(|score| score.when).collect()
        }
        _ => events.marks.iter().map(|mark| mark.when).collect(),
    };
    let dated = list.into_iter().flatten().filter(|at| *at != UNDATED);
    let mut moments: Vec<Sorted> = dated.map(|at| (at, 0)).collect();
    sort(&mut moments);
    Cow::Owned(Order::List(moments))
}
