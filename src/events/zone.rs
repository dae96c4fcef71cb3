//! Time zones as data: the browser knows them all, and hands in what a file's span needs.

use super::order;
use crate::model::Day;

/// Milliseconds since the beginning of 1970 in UTC; before it below 0.
pub type Millis = i64;

/// A day of 24 hours.
pub const DAY: Millis = 24 * 60 * 60 * 1000;

/// No clock is further from UTC than this.
const FURTHEST: Millis = 26 * 60 * 60 * 1000;

/// How often a time that a clock shows occurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Occurs {
    /// Once, as nearly all do.
    Once,
    /// Twice, because the clock was set back: the first is taken.
    Twice,
    /// Never, because the clock was set forward: it is moved on by as much.
    Never,
}

/// A time zone over a span: from when on which offset holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Its name, e.g. `Europe/Helsinki`.
    pub name: String,
    /// From which moment on, and how many seconds its clocks are ahead of UTC. In order; the first holds
    /// before, too. Never empty.
    steps: Vec<(Millis, i32)>,
}

impl Zone {
    /// UTC.
    #[must_use]
    pub fn utc() -> Self {
        Self::new("UTC", Vec::new())
    }

    /// A zone by its steps. Without any it is UTC.
    #[must_use]
    pub fn new(name: impl Into<String>, mut steps: Vec<(Millis, i32)>) -> Self {
        order::sort(&mut steps, |one, other| one < other);
        if steps.is_empty() {
            steps.push((Millis::MIN, 0));
        }
        Self {
            name: name.into(),
            steps,
        }
    }

    /// How many seconds the clocks are ahead of UTC at a moment.
    #[must_use]
    pub fn offset_at(&self, at: Millis) -> i32 {
        self.steps[self.step_at(at)].1
    }

    fn step_at(&self, at: Millis) -> usize {
        let after = self.steps.partition_point(|(from, _)| *from <= at);
        after.saturating_sub(1)
    }

    /// The moment at which the clocks of this zone show a time, and how often they do. The time is given
    /// as the milliseconds that it would be in UTC.
    #[must_use]
    pub fn moment(&self, shown: Millis) -> (Millis, Occurs) {
        let mut at = self.step_at(shown.saturating_sub(FURTHEST));
        let mut found = None;
        let mut before = self.steps[at].1;
        loop {
            let (from, offset) = self.steps[at];
            let next = self.steps.get(at + 1).map_or(Millis::MAX, |step| step.0);
            let moment = shown.saturating_sub(Millis::from(offset) * 1000);
            let has_begun = moment >= from || at == 0;
            if has_begun && moment < next {
                match found {
                    None => found = Some(moment),
                    Some(first) => return (first, Occurs::Twice),
                }
            } else if !has_begun && found.is_none() {
                // The clocks went over it on their way into this step.
                return (
                    shown.saturating_sub(Millis::from(before) * 1000),
                    Occurs::Never,
                );
            }
            before = offset;
            at += 1;
            if at >= self.steps.len() || next > shown.saturating_add(FURTHEST) {
                break;
            }
        }
        let first = found.unwrap_or_else(|| shown.saturating_sub(Millis::from(before) * 1000));
        (first, Occurs::Once)
    }

    /// What the clocks show at a moment, as the milliseconds that it would be in UTC.
    #[must_use]
    pub fn shown(&self, at: Millis) -> Millis {
        at.saturating_add(Millis::from(self.offset_at(at)) * 1000)
    }

    /// The day of the calendar at a moment.
    #[must_use]
    pub fn day_of(&self, at: Millis) -> Day {
        Day::at(self.shown(at).div_euclid(DAY))
    }

    /// The moment at which a day begins. Where there is no midnight, since the clocks are set forward at
    /// that hour, the first moment of the day.
    #[must_use]
    pub fn start_of(&self, day: Day) -> Millis {
        self.moment(day.number().saturating_mul(DAY)).0
    }
}
