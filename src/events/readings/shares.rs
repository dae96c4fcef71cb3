//! Shares: how many of the cases hold.

use super::cases::{Case, in_period};
use super::choose::{Draft, Usual};
use super::statistics::{count, share};
use crate::events::period::Span;
use crate::events::reading::{NoReading, Reading, Rule, Why};

/// The kind of a case that holds.
pub const HOLDS: u8 = 1;

/// What a share is of.
pub struct Share {
    /// The metric.
    pub metric: &'static str,
    /// Its usual days.
    pub usual: Usual,
}

impl Share {
    /// The share of the cases of the usual days that hold.
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
        let holds = cases.iter().filter(|case| case.kind == HOLDS);
        let counted: Vec<_> = holds.map(|case| case.at).collect();
        let (n, of) = (count(counted.len()), count(cases.len()));
        let Some((value, range)) = share(n, of) else {
            return draft.none(Why::NoneLeft, period);
        };
        draft.doubt_few(of);
        Ok(Reading {
            metric: self.metric,
            value,
            n,
            of: Some(of),
            period,
            rule: rule(&cases),
            range: Some(range),
            at_least: false,
            middle: None,
            counted,
            all: cases.iter().map(|case| case.at).collect(),
            values: Vec::new(),
            left_out: draft.left.list(),
            beside: Vec::new(),
            doubts: draft.doubts,
        })
    }
}
