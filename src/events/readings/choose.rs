//! Which days count.

use super::left::Left;
use super::statistics::{Sorted, count};
use crate::events::period::{Period, Span};
use crate::events::reading::{Doubt, NoReading, Options, Wanted, Why};

/// The usual days of a metric, as its text in the questionnaire says.
#[derive(Debug, Clone, Copy)]
pub struct Usual {
    /// How many weeks; a month has four, a quarter 13.
    pub weeks: u32,
    /// With fewer cases than these,
    pub fewest: u32,
    /// so many weeks are taken.
    pub longer: u32,
}

/// So many weeks, however few cases there are.
pub const fn weeks(weeks: u32) -> Usual {
    Usual {
        weeks,
        fewest: 0,
        longer: weeks,
    }
}

/// What is being made.
pub struct Draft<'o> {
    /// What the user chose.
    pub options: &'o Options,
    /// Which days are wanted.
    pub wanted: Wanted,
    /// What was left out.
    pub left: Left,
    /// What is doubtful.
    pub doubts: Vec<Doubt>,
}

impl<'o> Draft<'o> {
    /// Nothing yet. Written once: there is a place for each reason.
    #[inline(never)]
    pub fn new(options: &'o Options, wanted: Wanted) -> Self {
        Self {
            options,
            wanted,
            left: Left::default(),
            doubts: Vec::new(),
        }
    }

    /// There is no number.
    pub fn none<T>(self, why: Why, period: Option<Period>) -> Result<T, NoReading> {
        Err(NoReading {
            why,
            period,
            left_out: self.left.list(),
        })
    }

    /// The days that the files cover. A rate needs whole ones.
    pub fn covered(&self, span: Option<Span>, whole: bool) -> Option<Period> {
        let zone = &self.options.zone;
        if let Some((first, last)) = self.options.covers {
            return Period::of(zone, first, last);
        }
        let mut span = span?;
        span.last = span.last.max(self.options.exported.unwrap_or(span.last));
        if whole {
            span.whole_days(zone)
        } else {
            span.touched_days(zone)
        }
    }

    /// The days that count, for cases in order of time.
    pub fn period(
        &mut self,
        span: Option<Span>,
        whole: bool,
        usual: Usual,
        cases: &[Sorted],
    ) -> Result<Period, Why> {
        self.period_by(span, whole, usual, &|days| within(cases, days).len())
    }

    /// The days that count, by how many cases are in some.
    pub fn period_by(
        &mut self,
        span: Option<Span>,
        whole: bool,
        usual: Usual,
        cases_of: &dyn Fn(Period) -> usize,
    ) -> Result<Period, Why> {
        let zone = &self.options.zone;
        let Some(covered) = self.covered(span, whole) else {
            return Err(if whole && span.is_some() {
                Why::TooShort { days: 0 }
            } else {
                Why::NothingCovered
            });
        };
        let last_weeks = |weeks: u32| covered.last_days(zone, weeks.saturating_mul(7));
        let (period, asked) = match self.wanted {
            Wanted::All => (covered, 0),
            Wanted::Weeks(weeks) => (last_weeks(weeks), weeks.saturating_mul(7)),
            Wanted::Days(first, last) => {
                let wanted = Period::of(zone, first, last);
                let both = wanted.and_then(|wanted| covered.within(zone, wanted));
                (
                    both.ok_or(Why::NothingCovered)?,
                    wanted.map_or(0, Period::days),
                )
            }
            Wanted::Usual => {
                let short = last_weeks(usual.weeks);
                let is_few = count(cases_of(short)) < usual.fewest;
                let weeks = if is_few { usual.longer } else { usual.weeks };
                let period = last_weeks(weeks);
                if period != short {
                    self.doubts.push(Doubt::Longer {
                        usual: usual.weeks,
                        taken: weeks,
                    });
                }
                (period, weeks * 7)
            }
        };
        if whole && period.days() < 7 {
            let days = period.days();
            return Err(Why::TooShort { days });
        }
        if period.days() < asked {
            let got = period.days();
            self.doubts.push(Doubt::Shorter { asked, got });
        }
        Ok(period)
    }

    /// Notes that there are few cases.
    pub fn doubt_few(&mut self, n: u32) {
        match n {
            0..3 => self.doubts.push(Doubt::VeryFew { n }),
            3..5 => self.doubts.push(Doubt::Few { n }),
            _ => {}
        }
    }
}

/// Those of the cases, in order of time, that lie in a period.
pub fn within(cases: &[Sorted], period: Period) -> &[Sorted] {
    let before = |end| cases.partition_point(|(at, _)| *at < end);
    let (from, until) = (before(period.from), before(period.until));
    cases.get(from..until).unwrap_or(&[])
}
