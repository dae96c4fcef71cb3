//! Whole days in a zone: which of them a file covers, and over which a measurement is taken.

use super::zone::{Millis, Zone};
use crate::model::Day;

/// Milliseconds of an hour, and of a day that has 24 of them.
pub const HOUR: Millis = 3_600_000;
const DAY: Millis = 24 * HOUR;

/// Whole days of a zone, from midnight to midnight. Where clocks change, a day has 23 or 25 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day, counted from 1 January 1970.
    first: i32,
    /// How many days.
    days: u32,
    /// When the first day begins.
    pub from: Millis,
    /// When the last day ends: the first moment that is no longer within.
    pub until: Millis,
}

impl Period {
    /// The days from `first` to `last`, both within, counted from 1 January 1970. `None` where there are none.
    #[must_use]
    pub fn between(zone: &Zone, first: i32, last: i32) -> Option<Self> {
        let days = u32::try_from(last.checked_sub(first)?.checked_add(1)?).ok()?;
        (days > 0).then(|| Self {
            first,
            days,
            from: begin(zone, first),
            until: begin(zone, last + 1),
        })
    }

    /// The days from the calendar.
    #[must_use]
    pub fn of(zone: &Zone, first: Day, last: Day) -> Option<Self> {
        Self::between(zone, number(first), number(last))
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> Day {
        Day::default().plus(self.first)
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Day {
        Day::default().plus(self.last_number())
    }

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> u32 {
        self.days
    }

    /// How many weeks: 10 days are 1.43.
    #[must_use]
    pub fn weeks(self) -> f64 {
        f64::from(self.days) / 7.0
    }

    /// Whether a moment lies within.
    #[must_use]
    pub fn has(self, at: Millis) -> bool {
        self.from <= at && at < self.until
    }

    fn last_number(self) -> i32 {
        self.first + self.days.cast_signed() - 1
    }

    /// Its last days, so many at most.
    #[must_use]
    pub fn last_days(self, zone: &Zone, days: u32) -> Self {
        let last = self.last_number();
        let first = last.saturating_sub(days.cast_signed().max(1) - 1);
        if first <= self.first {
            return self;
        }
        Self::between(zone, first, last).unwrap_or(self)
    }

    /// The days that both have.
    #[must_use]
    pub fn within(self, zone: &Zone, other: Self) -> Option<Self> {
        let last = self.last_number().min(other.last_number());
        Self::between(zone, self.first.max(other.first), last)
    }
}

/// The local day of a moment, counted from 1 January 1970.
#[must_use]
pub fn day_at(zone: &Zone, at: Millis) -> i32 {
    let local = zone.shown(at);
    i32::try_from(local.div_euclid(DAY)).unwrap_or(i32::MAX / 2)
}

/// The local day of the week of a day, from Monday as 0.
#[must_use]
pub fn weekday(day: i32) -> i32 {
    // The first day of 1970 was a Thursday.
    (day + 3).rem_euclid(7)
}

/// When the clock of a day shows a time, in milliseconds after midnight. A time that occurs twice is taken
/// the first time, one that is skipped is as much later as the clock was put on.
#[must_use]
pub fn moment(zone: &Zone, day: i32, clock: Millis) -> Millis {
    zone.moment(Millis::from(day) * DAY + clock).0
}

/// When a day begins.
#[must_use]
pub fn begin(zone: &Zone, day: i32) -> Millis {
    moment(zone, day, 0)
}

fn number(day: Day) -> i32 {
    i32::try_from(day.number()).unwrap_or(i32::MAX / 2)
}

/// The first and the last moment that a file knows of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub first: Millis,
    /// The last.
    pub last: Millis,
}

impl Span {
    /// The span of moments. `None` where there are none.
    #[must_use]
    pub fn of(moments: impl IntoIterator<Item = Millis>) -> Option<Self> {
        let (mut first, mut last) = (Millis::MAX, Millis::MIN);
        for at in moments {
            first = first.min(at);
            last = last.max(at);
        }
        (first <= last).then_some(Self { first, last })
    }

    /// The days that it covers from midnight to midnight. A rate needs those: the day on which a file
    /// begins or ends is only partly in it.
    #[must_use]
    pub fn whole_days(self, zone: &Zone) -> Option<Period> {
        let first = day_at(zone, self.first);
        let first = first + i32::from(begin(zone, first) < self.first);
        Period::between(zone, first, day_at(zone, self.last) - 1)
    }

    /// The days that it touches. That is enough for shares and medians.
    #[must_use]
    pub fn touched_days(self, zone: &Zone) -> Option<Period> {
        Period::between(zone, day_at(zone, self.first), day_at(zone, self.last))
    }
}

/// A week, as a bar of the strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// Its seven days; fewer at the ends.
    pub period: Period,
    /// What happened in it.
    pub count: u32,
    /// Whether the file does not cover all its seven days, so that the count may be too low.
    pub is_partly: bool,
}

/// A bar a week of a file that covers the `whole` days; `before` says how many of what is counted were before a
/// moment. Weeks are counted back from the last day, so that four weeks are the last 28 days; what follows it is a
/// last, partly covered one.
#[must_use]
pub fn bars(
    zone: &Zone,
    span: Span,
    whole: Option<Period>,
    before: &dyn Fn(Millis) -> usize,
) -> Vec<Week> {
    let mut days = whole;
    if let Some(touched) = span.touched_days(zone) {
        let whole = whole.unwrap_or(touched);
        let last = whole.last_number().max(touched.last_number());
        days = Period::between(zone, whole.first.min(touched.first), last);
    }
    let Some(touched) = days else {
        return Vec::new();
    };
    let last = touched.last_number();
    let mut end = whole.map_or(last, Period::last_number);
    let mut weeks = Vec::new();
    let mut add = |first: i32, last: i32| {
        let Some(period) = Period::between(zone, first.max(touched.first), last) else {
            return;
        };
        let count = before(period.until) - before(period.from);
        let covered = whole.and_then(|whole| whole.within(zone, period));
        weeks.push(Week {
            period,
            count: u32::try_from(count).unwrap_or(u32::MAX),
            is_partly: covered.is_none_or(|c| c.days < 7),
        });
    };
    add(end + 1, last);
    while end >= touched.first {
        add(end - 6, end);
        end -= 7;
    }
    weeks.reverse();
    weeks
}
