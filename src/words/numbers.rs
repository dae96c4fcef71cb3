//! Sentences on numbers as they are typed, taken and worked out.

use super::{Words, fine, tenths};
use crate::metrics::{
    Beyond, Bound, BurnAlert, CannotWorkOut, ErrorBudget, Fires, Kind, NoBudget, NotANumber,
    Reading, Sense, WorkedOut, kind, leaves_open, minutes,
};
use crate::model::Metric;
use crate::model::decimal::write;

const THOUSAND: f64 = 1000.0;

/// Digits with their thousands apart.
pub(super) fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (at, c) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(c);
    }
    text
}

/// A number on the screen, with "about" before it where it has more digits than anybody reads.
///
/// It holds no mark that could be taken for another: a whole number has none below a million, and
/// from there on two.
fn number(value: f64) -> String {
    let exact = write(value);
    let digits = exact.trim_start_matches('-');
    if value.fract() == 0.0 && value.abs() >= THOUSAND * THOUSAND && value.abs() < 1e15 {
        return [if value < 0.0 { "-" } else { "" }, &grouped(digits)].concat();
    }
    let decimals = digits.split_once('.').map_or(0, |(_, part)| part.len());
    if decimals <= 4 {
        return exact;
    }
    let mut scale = 1.0;
    while (value * scale).abs() < THOUSAND && scale < 1e12 {
        scale *= 10.0;
    }
    let rounded = write((value * scale).round() / scale);
    if rounded == exact {
        exact
    } else {
        format!("about {rounded}")
    }
}

/// "between 1 and 2", for a number whose point could be taken for a mark of thousands.
fn between(written: &str, value: f64) -> Option<String> {
    let digits = written.trim_start_matches(|c: char| !c.is_ascii_digit());
    let (whole, part) = digits.split_once('.')?;
    let is_doubtful = part.len() == 3 && whole != "0" && whole.len() <= 3;
    is_doubtful.then(|| {
        format!(
            "between {} and {}",
            write(value.floor()),
            write(value.ceil())
        )
    })
}

/// A length of time in two units at most: "7 h 12 min".
pub(super) fn span(minutes: f64) -> String {
    let (size, per, large, small) = match minutes {
        m if m < 1.0 => return format!("{} s", tenths(m * 60.0)),
        m if m < 60.0 => (60.0, 60.0, "min", "s"),
        m if m < 2880.0 => (1.0, 60.0, "h", "min"),
        _ => (1.0 / 60.0, 24.0, "days", "h"),
    };
    let parts = (minutes * size).round();
    let whole = (parts / per).floor();
    let rest = parts - whole * per;
    let small = [&write(rest), " ", small].concat();
    match (whole > 0.0, rest > 0.0) {
        (false, _) => small,
        (true, false) => [&write(whole), " ", large].concat(),
        (true, true) => [&write(whole), " ", large, " ", &small].concat(),
    }
}

impl Words {
    /// A value with its unit; where that is hard to picture, what it is in words.
    pub fn amount(&self, unit: &str, value: f64) -> String {
        let number = number(value);
        let unit = match unit.strip_suffix('s') {
            // "1 day", "1 point"; "s" alone is a unit.
            Some(single) if number == "1" && !single.is_empty() => single,
            _ => unit,
        };
        let plain = format!("{number} {unit}");
        let span = minutes(unit, value).filter(|m| *m > 0.0 && value.fract() != 0.0);
        let more = span.map(self::span).or_else(|| between(&number, value));
        match more {
            Some(more) if more != plain => format!("{} ({more})", plain.trim_end()),
            _ => plain.trim_end().to_owned(),
        }
    }

    /// What a number was taken for, and what that leaves open.
    pub fn taken(&self, metric: &Metric, value: f64, reading: Option<&Reading>) -> String {
        let amount = self.amount(&metric.unit, value);
        let open = reading.and_then(|r| {
            let side = match r.bound? {
                Bound::Most => "less",
                Bound::Least => "more",
            };
            Some(match leaves_open(metric, r)? {
                Beyond::Same => format!("; {side} than that reads the same level"),
                Beyond::Better | Beyond::Worse => {
                    format!("; {side} than that may read a higher level")
                }
            })
        });
        format!("Taken as {amount}{}", open.unwrap_or_default())
    }

    /// One of two ways to read a text, as briefly as tells it from the other.
    fn briefly(unit: &str, reading: &Reading) -> String {
        let own = || {
            format!("{} {unit}", number(reading.value))
                .trim_end()
                .to_owned()
        };
        match reading.sense {
            Sense::Thousands | Sense::Decimals => number(reading.value),
            Sense::HoursAndMinutes | Sense::MinutesAndSeconds | Sense::Minutes => {
                minutes(unit, reading.value).map_or_else(own, span)
            }
            Sense::Months => {
                let months = minutes(unit, reading.value).map(|m| m / 43_200.0);
                months.map_or_else(own, |m| format!("{} months", tenths(m)))
            }
            Sense::Clear | Sense::Percent | Sense::Part | Sense::Twice | Sense::EverySecond => {
                own()
            }
        }
    }

    /// Asks which of two ways is meant.
    pub fn which(&self, unit: &str, [one, other]: &[Reading; 2]) -> String {
        format!(
            "Did you mean {} or {}?",
            Self::briefly(unit, one),
            Self::briefly(unit, other)
        )
    }

    /// The same as a button: what one takes.
    pub fn choice_of(&self, unit: &str, reading: &Reading) -> String {
        let value = reading.value;
        match reading.sense {
            Sense::Thousands => {
                let thousands = value / THOUSAND;
                let size = if thousands.fract() == 0.0 {
                    format!("{} thousand", write(thousands))
                } else {
                    let [low, high] = [thousands.floor(), thousands.ceil()].map(write);
                    format!("between {low} and {high} thousand")
                };
                format!("{} {unit} ({size})", write(value))
            }
            Sense::Percent => format!("{} {unit} (below 1 in 100)", number(value)),
            Sense::Twice | Sense::EverySecond | Sense::Decimals | Sense::Clear | Sense::Part => {
                self.amount(unit, value)
            }
            Sense::HoursAndMinutes | Sense::MinutesAndSeconds | Sense::Minutes | Sense::Months => {
                Self::briefly(unit, reading)
            }
        }
    }

    /// What is stored while a question is open.
    pub fn until_chosen(&self, kept: Option<String>) -> String {
        match kept {
            Some(kept) => format!("Until you choose, {kept} is kept."),
            None => "Until you choose, nothing is stored.".to_owned(),
        }
    }

    /// What is stored when a text could not be taken.
    pub fn still_kept(&self, kept: Option<String>) -> String {
        match kept {
            Some(kept) => format!("Keeping {kept}."),
            None => "Nothing is stored for this field.".to_owned(),
        }
    }

    /// Why a text cannot be taken, and what can.
    pub fn refused(&self, metric: &Metric, why: NotANumber) -> String {
        let unit = &metric.unit;
        match why {
            NotANumber::OtherUnit => {
                let how = if unit.starts_with("per ") {
                    "counted"
                } else {
                    "measured in"
                };
                format!("This is {how} {unit}. Understood are: {}.", forms(unit))
            }
            NotANumber::Unreadable | NotANumber::NotWhole => format!(
                "Please write a number, or leave the field empty. Understood are: {}.",
                forms(unit)
            ),
            NotANumber::NotKnown => "Please leave the field empty while nobody knows.".to_owned(),
            NotANumber::Range => {
                "Please give one number, not two. The one in the middle is best.".to_owned()
            }
            NotANumber::Open(bound) => {
                let side = match bound {
                    Bound::Most => "less",
                    Bound::Least => "more",
                };
                format!("How much {side}? Please give one number, as well as you know it.")
            }
            NotANumber::OutOfRange(low, high) => {
                format!(
                    "Not saved: must be {} to {} {unit}.",
                    write(low),
                    write(high)
                )
            }
        }
    }

    /// Why a text is no whole number from `low` to `high`, and what is kept.
    pub fn refused_whole(&self, [low, high]: [u32; 2], kept: Option<u32>) -> String {
        let kept = kept.map_or_else(String::new, |kept| format!(" Still kept: {kept}."));
        format!("Please write a whole number from {low} to {high}.{kept}")
    }

    pub fn taken_whole(&self, value: u32, unit: &str) -> String {
        let unit = if value == 1 && unit == "people" {
            "person"
        } else {
            unit
        };
        format!("Taken as {value} {unit}")
    }

    pub fn cannot_work_out(&self, why: CannotWorkOut) -> String {
        match why {
            CannotWorkOut::NotACount(_) => self.not_a_count.to_owned(),
            CannotWorkOut::NoWhole => self.no_whole.to_owned(),
            CannotWorkOut::OutOfRange(low, high) => {
                format!("That is outside {} to {}.", write(low), write(high))
            }
        }
    }

    /// What the counts were taken for, and what they come to.
    pub fn worked_out(&self, metric: &Metric, sum: &WorkedOut) -> String {
        format!(
            "Taken as {} and {}: {}",
            number(sum.part),
            number(sum.whole),
            self.amount(&metric.unit, sum.value)
        )
    }

    pub fn no_budget(&self, why: NoBudget) -> &'static str {
        match why {
            NoBudget::Objective => self.budget_page().no_objective,
            NoBudget::Window => self.budget_page().no_window,
        }
    }

    /// What an objective allows.
    pub fn allowed(&self, budget: &ErrorBudget) -> String {
        let window = budget.days * 1440.0;
        // A part of the requests fails for longer, as long as that fits into the window.
        let mut parts = [(10.0, "10 %"), (2.0, "half of them")].into_iter();
        let longer = parts.find_map(|(times, part)| {
            let minutes = budget.minutes * times;
            (minutes <= window).then(|| format!(": {part} failing for {}", span(minutes)))
        });
        format!(
            "Taken as {} % over {}. That is {} of complete outage, or a smaller share of failed requests for longer{}.",
            write(budget.target),
            days(budget.days),
            span(budget.minutes),
            longer.unwrap_or_default()
        )
    }

    /// Windows, burn rate, bad events, budget gone.
    pub fn burn_alert(&self, alert: &BurnAlert) -> [String; 4] {
        let (bad, spent) = match alert.fires {
            Fires::Above { bad, spent } => (fine(bad) + " %", fine(spent) + " %"),
            Fires::Never(outage) => (
                format!(
                    "Cannot fire: in {} even a complete outage spends only {} % of the budget",
                    span(alert.long * 60.0),
                    fine(outage)
                ),
                self.none.to_owned(),
            ),
            Fires::TooLate => (
                "Fires too late for so short a window".to_owned(),
                "all of it".to_owned(),
            ),
        };
        let windows = [alert.long, alert.short].map(|hours| span(hours * 60.0));
        [windows.join(" and "), tenths(alert.burn_rate), bad, spent]
    }
}

fn days(days: f64) -> String {
    let unit = if write(days) == "1" { "day" } else { "days" };
    format!("{} {unit}", number(days))
}

/// What is understood in a field of this unit, by examples.
fn forms(unit: &str) -> String {
    match kind(unit) {
        Kind::Time => "12, 1.5 h, 90 min, 2 days, 2 h 30 min, 1 week, < 1 h".to_owned(),
        Kind::Work => "12, 1.5 h, 90 min, 2 days of 8 hours, 1 week of 5 days".to_owned(),
        Kind::Rate => "12, 3 per day, twice a week, every 2 weeks, 5 per quarter".to_owned(),
        Kind::Share => "12, 12.5 %, 3 of 40".to_owned(),
        Kind::Other if unit.is_empty() => "12, 1.5, 1250".to_owned(),
        Kind::Other => format!("12, 1.5, 12 {unit}"),
    }
}
