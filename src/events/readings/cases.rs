//! Cases with a value each, and the median of them.

use super::choose::{Draft, Usual};
use super::statistics::{Sorted, count, float, median_range, middle, place, quantile, sort};
use crate::events::event::At;
use crate::events::period::{HOUR, Period, Span, begin, day_at};
use crate::events::reading::{Beside, Doubt, NoReading, Reading, Reason, Rule, Why};
use crate::events::zone::Millis;

/// A case that takes time.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// Its row.
    pub at: At,
    /// By which it is in the period or not; [`UNDATED`] where the row does not say.
    pub when: Millis,
    /// How long it took.
    pub took: Millis,
    /// Whether it goes on, and has taken so long up to now.
    pub is_open: bool,
    /// Which group of the rule it counts to: each metric has its own.
    pub kind: u8,
}

/// The moment of a row that has none.
pub const UNDATED: Millis = Millis::MIN;

/// What a median is of.
pub struct Median {
    /// The metric.
    pub metric: &'static str,
    /// How many milliseconds the metric's unit has.
    pub unit: Millis,
    /// Whether one that took no time is doubtful.
    pub doubts_zero: bool,
    /// Its usual days.
    pub usual: Usual,
    /// What is worth a note beside it.
    pub beside: Option<Beside>,
}

/// In the order in which the values are sorted, what goes on is after what ended with the same value.
const OPEN: u32 = 1 << 31;

/// Those of the cases that lie in the period that is wanted, in order of time; the others are left out.
/// Where no row has a date all are cases, and there is no period.
pub fn in_period(
    draft: &mut Draft,
    span: Option<Span>,
    usual: Usual,
    cases: &[Case],
) -> Result<(Option<Period>, Vec<Case>), Why> {
    if cases.is_empty() {
        return Err(Why::NoneLeft);
    }
    if cases.iter().all(|case| case.when == UNDATED) {
        return Ok((None, cases.to_vec()));
    }
    // Those of deployments are in order, and may be a million.
    if cases.is_sorted_by_key(|case| case.when) {
        return ordered(draft, span, usual, cases);
    }
    let mut order: Vec<Sorted> = (0..).zip(cases).map(|(i, c)| (c.when, i)).collect();
    sort(&mut order);
    let cases: Vec<Case> = order.iter().map(|(_, i)| cases[place(*i)]).collect();
    ordered(draft, span, usual, &cases)
}

/// The same of cases in order of time; those without one come first.
fn ordered(
    draft: &mut Draft,
    span: Option<Span>,
    usual: Usual,
    cases: &[Case],
) -> Result<(Option<Period>, Vec<Case>), Why> {
    let before = |end| cases.partition_point(|case| case.when < end);
    let places = |days: Period| before(days.from)..before(days.until);
    let period = draft.period_by(span, false, usual, &|days| places(days).len())?;
    let places = places(period);
    let (early, late) = (&cases[..places.start], &cases[places.end..]);
    for case in early.iter().chain(late) {
        let why = if case.when == UNDATED {
            Reason::NoTime
        } else {
            Reason::OtherDays
        };
        draft.left.add(why, case.at);
    }
    Ok((Some(period), cases[places].to_vec()))
}

impl Median {
    /// The median of the cases of the usual days. `rule` is given the cases that count.
    pub fn reading(
        &self,
        mut draft: Draft,
        span: Option<Span>,
        cases: &[Case],
        rule: &dyn Fn(&[Case]) -> Rule,
    ) -> Result<Reading, NoReading> {
        let (period, cases) = match in_period(&mut draft, span, self.usual, cases) {
            Ok(found) => found,
            Err(why) => return draft.none(why, None),
        };
        if cases.is_empty() {
            return draft.none(Why::NoneLeft, period);
        }
        let rule = rule(&cases);
        let mut reading = self.of(draft, &cases, rule);
        reading.period = period;
        Ok(reading)
    }

    /// The median of cases, which are some.
    pub fn of(&self, mut draft: Draft, cases: &[Case], rule: Rule) -> Reading {
        let n = cases.len();
        let mut order: Vec<Sorted> = Vec::with_capacity(n);
        for (i, case) in cases.iter().enumerate() {
            order.push((case.took, count(i) | if case.is_open { OPEN } else { 0 }));
        }
        sort(&mut order);
        let unit = float(self.unit);
        let values: Vec<f64> = order.iter().map(|(took, _)| float(*took) / unit).collect();
        let (low, high) = middle(n);
        let pair = (values[low], values[high]);
        let open = order.iter().filter(|(_, i)| i & OPEN != 0).count();
        let open_below = order[..=high].iter().any(|(_, i)| i & OPEN != 0);
        let zeros = values.iter().filter(|v| **v == 0.0).count();
        let n = count(n);
        draft.doubt_few(n);
        if zeros > 0 && self.doubts_zero {
            draft.doubts.push(Doubt::ZeroSpans { n: count(zeros) });
        }
        let zone = &draft.options.zone;
        let is_day = |when| when == UNDATED || begin(zone, day_at(zone, when)) == when;
        let mut each = cases.iter();
        if n > 2 && self.doubts_zero && each.all(|own| is_in_days(own.took) && is_day(own.when)) {
            draft.doubts.push(Doubt::AllAtMidnight);
        }
        if open > 0 {
            draft.doubts.push(Doubt::OpenCounted { n: count(open) });
        }
        let is_small = n < 10 && n.is_multiple_of(2) && pair.0 < pair.1;
        let beside = match self.beside {
            Some(Beside::Percentile90) => quantile(&values, 0.9),
            Some(_) => values.last().copied(),
            None => None,
        };
        Reading {
            metric: self.metric,
            value: f64::midpoint(pair.0, pair.1),
            n,
            of: None,
            period: None,
            rule,
            range: median_range(&values),
            at_least: open_below,
            middle: is_small.then_some(pair),
            counted: Vec::new(),
            all: order
                .iter()
                .map(|(_, i)| cases[place(i & !OPEN)].at)
                .collect(),
            values,
            left_out: draft.left.list(),
            beside: self.beside.zip(beside).into_iter().collect(),
            doubts: draft.doubts,
        }
    }
}

/// Whether a time may be whole days; where clocks change, those have 23 or 25 hours.
fn is_in_days(took: Millis) -> bool {
    let beyond = (took + HOUR).rem_euclid(24 * HOUR);
    took > HOUR && beyond.rem_euclid(HOUR) == 0 && beyond <= 2 * HOUR
}

/// How many of the cases are of a kind.
pub fn of_kind(cases: &[Case], kind: u8) -> u32 {
    count(cases.iter().filter(|case| case.kind == kind).count())
}
