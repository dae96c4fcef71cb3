//! Reading numbers as people type them: `1.5`, `1,5 h`, `2 days`, `2 d 4 h`, `12 %`, `3 per day`.

use crate::model::{Metric, decimal};

/// Why a typed number cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NotANumber {
    /// It is not a number, with or without a unit that we know.
    Unreadable,
    /// It has a unit of another kind, such as hours for a share.
    OtherUnit,
    /// It is a number outside the range, lowest and highest given.
    OutOfRange(f64, f64),
}

/// What a unit counts. Units of one kind can be told in one another.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    /// In minutes.
    Time,
    /// In hours of work. Clock time is another kind: how much of it is work is not known.
    Work,
    /// In times a week.
    Rate,
    /// In hundredths.
    Share,
    /// As it is.
    Other,
}

const MINUTES_A_DAY: f64 = 24.0 * 60.0;
/// Hours in a working day.
const WORKING_DAY: f64 = 8.0;
/// Days in a month, as the bands of the metrics count it: 720 hours.
const MONTH: f64 = 30.0;

/// The kind of a unit and how much one of it is. A metric's own unit is always among them.
fn unit(name: &str) -> Option<(Kind, f64)> {
    Some(match name {
        "s" | "sec" | "secs" | "second" | "seconds" => (Kind::Time, 1.0 / 60.0),
        "m" | "min" | "mins" | "minute" | "minutes" => (Kind::Time, 1.0),
        "h" | "hr" | "hrs" | "hour" | "hours" => (Kind::Time, 60.0),
        "d" | "day" | "days" => (Kind::Time, MINUTES_A_DAY),
        "w" | "wk" | "week" | "weeks" => (Kind::Time, 7.0 * MINUTES_A_DAY),
        "month" | "months" => (Kind::Time, MONTH * MINUTES_A_DAY),
        "working h" | "working hour" | "working hours" => (Kind::Work, 1.0),
        "working day" | "working days" => (Kind::Work, WORKING_DAY),
        "per day" | "a day" | "/day" | "/ day" | "/d" | "times a day" => (Kind::Rate, 7.0),
        "per week" | "a week" | "/week" | "/ week" | "/w" | "times a week" => (Kind::Rate, 1.0),
        "per month" | "a month" | "/month" | "/ month" | "times a month" => {
            (Kind::Rate, 7.0 / MONTH)
        }
        "per year" | "a year" | "/year" | "/ year" | "times a year" => (Kind::Rate, 7.0 / 365.0),
        "%" | "percent" | "per cent" | "pct" => (Kind::Share, 1.0),
        "points" | "point" | "per shift" | "a shift" | "/shift" => (Kind::Other, 1.0),
        _ => return None,
    })
}

/// Reads what was typed as a value in the metric's unit. A number alone is in that unit; with a
/// unit of the same kind it is converted; parts add up. Decimals follow a point or a comma.
///
/// # Errors
/// [`NotANumber`] when it cannot be read or lies outside the metric's range.
pub fn read_number(metric: &Metric, text: &str) -> Result<f64, NotANumber> {
    let text = text.trim().to_ascii_lowercase().replace(',', ".");
    let (kind, own) = unit(&metric.unit).unwrap_or((Kind::Other, 1.0));
    let (mut rest, mut sum) = (text.as_str(), None);
    while !rest.is_empty() {
        let is_digit = |c: char| c.is_ascii_digit() || c == '.' || c == '-' || c == '−';
        let (number, behind) = split(rest, is_digit);
        let (name, next) = split(behind, |c| !is_digit(c));
        let number = decimal::read(&number.replace('−', "-")).ok_or(NotANumber::Unreadable)?;
        let value = match name.trim() {
            // `2 d 4` says no unit for its second part.
            "" if sum.is_none() => number,
            name => match unit(name).ok_or(NotANumber::Unreadable)? {
                (theirs, _) if theirs != kind => return Err(NotANumber::OtherUnit),
                (_, size) => number * size / own,
            },
        };
        // Only times have parts, as in `2 d 4 h`.
        sum = match sum {
            None => Some(value),
            Some(so_far) if matches!(kind, Kind::Time | Kind::Work) => Some(so_far + value),
            Some(_) => return Err(NotANumber::Unreadable),
        };
        rest = next;
    }
    let value = decimal::settle(sum.ok_or(NotANumber::Unreadable)?);
    let [low, high] = metric.range;
    if metric.accepts(value) {
        Ok(value)
    } else {
        Err(NotANumber::OutOfRange(low, high))
    }
}

/// The longest start of `text` whose letters are all `wanted`, and the rest.
fn split(text: &str, wanted: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|c| !wanted(c)).unwrap_or(text.len()))
}
