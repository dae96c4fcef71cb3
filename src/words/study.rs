//! Sentences on measurements from files. They are said beside the page, where the files are read, and on
//! the command line.

mod files;
mod others;
mod readings;
mod roles;
mod rows;

use super::Words;
use crate::model::Day;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// One or many of something.
fn count(n: impl TryInto<u64>, one: &str, many: &str) -> String {
    let n = n.try_into().unwrap_or(u64::MAX);
    let thing = if n == 1 { one } else { many };
    [&grouped(n), " ", thing].concat()
}

/// A number with its thousands apart.
pub(crate) fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

impl Words {
    /// A day as it is read aloud: a wrong month is seen at once.
    pub fn day(&self, day: Day) -> String {
        let text = day.to_string();
        let mut parts = text.split('-');
        let year = parts.next().unwrap_or_default();
        let mut number = || parts.next()?.parse::<usize>().ok();
        let (month, day) = (number().unwrap_or(1), number().unwrap_or(1));
        let month = MONTHS.get(month.saturating_sub(1)).copied();
        [&day.to_string(), " ", month.unwrap_or_default(), " ", year].concat()
    }

    /// From one day to another.
    pub fn days(&self, first: Day, last: Day) -> String {
        if first == last {
            return self.day(first);
        }
        let (from, to) = (self.day(first), self.day(last));
        let same_year =
            from.get(from.len().saturating_sub(5)..) == to.get(to.len().saturating_sub(5)..);
        let from = if same_year {
            from.get(..from.len().saturating_sub(5)).unwrap_or(&from)
        } else {
            &from
        };
        [from, " to ", &to].concat()
    }
}
