//! What a typed number can be meant as.

use crate::model::error::error;

/// What makes one reading of a text another than the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// It can be read in one way.
    Clear,
    /// The mark groups thousands: `1,234` is more than a thousand.
    Thousands,
    /// The mark separates decimals: `1,234` is a little more than one.
    Decimals,
    /// A number below 1 is a percentage.
    Percent,
    /// A number below 1 is a part of the whole: `0.12` is 12 %.
    Part,
    /// `1:30` is an hour and a half.
    HoursAndMinutes,
    /// `1:30` is a minute and a half.
    MinutesAndSeconds,
    /// `3 m` is three minutes.
    Minutes,
    /// `3 m` is three months.
    Months,
    /// `biweekly` is twice in the period.
    Twice,
    /// `biweekly` is in every second period.
    EverySecond,
}

/// A side on which the true number lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// It is at most this: `< 1 h`, `up to 3 days`.
    Most,
    /// It is at least this: `> 99 %`, `10+`.
    Least,
}

/// Why a typed number cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NotANumber {
    /// It is not a number, with or without a unit that we know.
    Unreadable,
    /// It says that nobody knows, as `?` and `n/a` do.
    NotKnown,
    /// It has a unit of another kind, such as hours for a share.
    OtherUnit,
    /// It names two numbers, such as `2-3 days`.
    Range,
    /// It is a number outside the range, lowest and highest given.
    OutOfRange(f64, f64),
    /// It leaves open how bad it is, as `> 2 days` does for a time that should be short.
    Open(Bound),
    /// It is no whole number, where only those make sense.
    NotWhole,
}

error!(NotANumber);

/// One meaning of a text.
pub type Candidate = (f64, Sense);

/// The one or two meanings of a text, in the metric's own unit, before it is known what it takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ways {
    pub first: Candidate,
    pub second: Option<Candidate>,
}

impl Ways {
    /// The one meaning.
    pub fn one(value: f64) -> Self {
        Self {
            first: (value, Sense::Clear),
            second: None,
        }
    }

    /// One of two.
    pub fn either(first: Candidate, second: Candidate) -> Self {
        Self {
            first,
            second: Some(second),
        }
    }

    /// Both with other values.
    pub fn map(self, change: &dyn Fn(f64) -> f64) -> Self {
        let changed = |(value, sense): Candidate| (change(value), sense);
        Self {
            first: changed(self.first),
            second: self.second.map(changed),
        }
    }

    /// Whether one or the other is so.
    pub fn any(self, is: &dyn Fn(f64) -> bool) -> bool {
        is(self.first.0) || self.second.is_some_and(|(value, _)| is(value))
    }
}
