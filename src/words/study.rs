//! Sentences on measurements from files. They are said beside the page, where the files are read, and on
//! the command line.

mod files;
mod models;
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
    super::numbers::grouped(&n.to_string())
}

impl Words {
    /// A day as it is read aloud: a wrong month is seen at once.
    pub fn day(&self, day: Day) -> String {
        let (year, month, day) = day.parts();
        let month = usize::try_from(month - 1).ok();
        let month = month.and_then(|at| MONTHS.get(at)).unwrap_or(&"");
        format!("{day} {month} {year}")
    }

    /// A moment: the day, and the time of day unless it is midnight, as it is where only days are known.
    pub fn moment(&self, day: Day, minutes: i64) -> String {
        let day = self.day(day);
        if minutes == 0 {
            return day;
        }
        format!("{day}, {}:{:02}", minutes / 60, minutes % 60)
    }

    /// How long something took, in milliseconds.
    pub fn took(&self, millis: f64) -> String {
        super::numbers::span(millis / 60_000.0)
    }

    /// From one day to another.
    pub fn days(&self, first: Day, last: Day) -> String {
        if first == last {
            return self.day(first);
        }
        let (from, to) = (self.day(first), self.day(last));
        let year = format!(" {}", last.parts().0);
        let from = from.strip_suffix(&year).unwrap_or(&from);
        [from, " to ", &to].concat()
    }
}
