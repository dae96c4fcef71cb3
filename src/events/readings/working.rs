//! Working hours and working days between two moments.

use crate::events::period::{day_at, moment, weekday};
use crate::events::reading::WorkingHours;
use crate::events::zone::{Millis, Zone};
use crate::model::Day;

const MINUTE: Millis = 60_000;
/// No request waits for longer than 60 years.
const DAYS: i32 = 22_000;

/// Whether people work on a day.
pub fn is_working(hours: &WorkingHours, day: i32) -> bool {
    let weekday = usize::try_from(weekday(day)).unwrap_or(0);
    hours.days[weekday] && !hours.holidays.contains(&Day::default().plus(day))
}

/// Whether there are any working hours at all.
pub fn are_any(hours: &WorkingHours) -> bool {
    hours.from < hours.until && hours.days.contains(&true)
}

/// The working time between two moments.
pub fn time(zone: &Zone, hours: &WorkingHours, from: Millis, to: Millis) -> Millis {
    let mut sum = 0;
    let first = day_at(zone, from);
    for day in first..=day_at(zone, to).min(first + DAYS) {
        if is_working(hours, day) {
            let begin = moment(zone, day, Millis::from(hours.from) * MINUTE).max(from);
            let end = moment(zone, day, Millis::from(hours.until) * MINUTE).min(to);
            sum += (end - begin).max(0);
        }
    }
    sum
}

/// The working days from the day of one moment to that of another, both counted.
pub fn days(zone: &Zone, hours: &WorkingHours, from: Millis, to: Millis) -> i32 {
    let first = day_at(zone, from);
    let all = first..=day_at(zone, to).min(first + DAYS);
    all.map(|day| i32::from(is_working(hours, day))).sum()
}
