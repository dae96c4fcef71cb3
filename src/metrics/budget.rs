//! What an objective allows: the error budget, and when to alert on its burning.

use super::reading::{NotANumber, Read, Sense, read_in};
use crate::model::decimal;
use crate::model::error::error;

/// An objective's error budget over its window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ErrorBudget {
    /// The objective, in percent.
    pub target: f64,
    /// The window, in days.
    pub days: f64,
    /// How long the service may be down in all, in minutes, if it is down wholly.
    pub minutes: f64,
    /// Two alerts that wake someone, and one that files a ticket.
    pub alerts: [BurnAlert; 3],
}

/// An alert on the speed at which the budget burns. It fires while both windows burn faster.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BurnAlert {
    /// How many times faster than just using up the budget over the window.
    pub burn_rate: f64,
    /// The long window, in hours.
    pub long: f64,
    /// The short window, in hours: a twelfth of the long one, so that the alert ends soon after
    /// the trouble.
    pub short: f64,
    /// When it fires.
    pub fires: Fires,
    /// Whether it should wake someone.
    pub pages: bool,
}

/// When an alert fires, if it does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fires {
    /// Above this share of bad events; by then this share of the budget is gone, both in percent.
    Above {
        /// The share of bad events.
        bad: f64,
        /// The share of the budget.
        spent: f64,
    },
    /// It cannot: in its long window even a complete outage spends no more than this share of the
    /// budget, in percent.
    Never(f64),
    /// When the whole budget is gone, or later.
    TooLate,
}

/// Burn rate, long window in hours, whether it wakes someone.
///
/// As published for 99.9 % over 30 days, where they spend 2, 5 and 10 % of the budget. Over another
/// window they spend another share; scaled to it, the last would file tickets below a burn rate of
/// 1, for services that keep their objective.
/// Source: *The Site Reliability Workbook*, ch. 5, *Alerting on SLOs*, table 5-8.
const ALERTS: [(f64, f64, bool); 3] = [(14.4, 1.0, true), (6.0, 6.0, true), (1.0, 72.0, false)];

/// The budget of an objective of `target` percent, above 0 and below 100, over `days`, 1 to 366.
/// `None` for anything else.
#[must_use]
pub fn error_budget(target: f64, days: f64) -> Option<ErrorBudget> {
    let is_target = target > 0.0 && target < 100.0;
    let is_window = (1.0..=366.0).contains(&days);
    if !(is_target && is_window) {
        return None;
    }
    let allowed = decimal::settle(100.0 - target);
    let alerts = ALERTS.map(|(burn_rate, long, pages)| {
        let share_of_window = long / (days * 24.0);
        let bad = decimal::settle(burn_rate * allowed);
        let spent = decimal::settle(burn_rate * share_of_window * 100.0);
        let fires = if bad >= 100.0 {
            Fires::Never(100.0 / allowed * share_of_window * 100.0)
        } else if spent >= 100.0 {
            Fires::TooLate
        } else {
            Fires::Above { bad, spent }
        };
        BurnAlert {
            burn_rate,
            long,
            short: long / 12.0,
            fires,
            pages,
        }
    });
    Some(ErrorBudget {
        target,
        days,
        minutes: allowed / 100.0 * days * 24.0 * 60.0,
        alerts,
    })
}

/// Why there is no budget for what was typed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NoBudget {
    /// The objective is none.
    Objective,
    /// The window is none.
    Window,
}

error!(NoBudget);

/// The budget of an objective and a window as they were typed: `99,9 %`, `0.999`, `three nines`;
/// `28`, `4 weeks`, `a month`.
///
/// # Errors
/// [`NoBudget`] when one of them is none.
pub fn error_budget_typed(target: &str, days: &str) -> Result<ErrorBudget, NoBudget> {
    let target = objective(target).ok_or(NoBudget::Objective)?;
    let window = read_in("days", [1.0, 366.0], days);
    let days = certain(window).ok_or(NoBudget::Window)?;
    error_budget(target, days).ok_or(NoBudget::Objective)
}

/// An objective in percent. One below 1 is a part of the whole: nobody aims at half a percent.
fn objective(text: &str) -> Option<f64> {
    if let Some(nines) = nines(text) {
        return Some(nines);
    }
    match read_in("%", [0.0, 100.0], text) {
        Ok(Read::Either([_, part])) if part.sense == Sense::Part => Some(part.value),
        read => certain(read),
    }
}

/// The one value of a text, without any "more than" or "about two of them".
fn certain(read: Result<Read, NotANumber>) -> Option<f64> {
    match read {
        Ok(Read::One(reading)) if reading.bound.is_none() => Some(reading.value),
        _ => None,
    }
}

/// "Three nines" are 99.9 %.
fn nines(text: &str) -> Option<f64> {
    let text = text.trim().to_ascii_lowercase();
    let count = text.strip_suffix("nines")?;
    let Ok(Read::One(count)) = read_in("", [2.0, 6.0], count) else {
        return None;
    };
    let (mut nines, mut left) = (0_u32, count.value);
    while left >= 1.0 {
        nines = nines * 10 + 9;
        left -= 1.0;
    }
    let digits = nines.to_string();
    let text = [&digits[..2], ".", &digits[2..]].concat();
    decimal::read(&text).filter(|_| left == 0.0)
}
