//! What an objective allows: the error budget, and when to alert on its burning.

/// An objective's error budget over its window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ErrorBudget {
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
    /// The share of the budget that is gone when it fires, in percent.
    pub spent: f64,
    /// The share of bad events at which it fires, in percent; at most 100.
    pub bad: f64,
    /// Whether it should wake someone.
    pub pages: bool,
}

/// The budget of an objective of `target` percent, above 0 and below 100, over `days`, 1 to 366.
/// `None` for anything else.
///
/// The alerts spend 2 % of the budget in an hour, 5 % in six hours and 10 % in three days; over 30
/// days these are the burn rates 14.4, 6 and 1 of the source.
/// Source: *The Site Reliability Workbook*, ch. 5, *Alerting on SLOs*.
#[must_use]
pub fn error_budget(target: f64, days: f64) -> Option<ErrorBudget> {
    let is_target = target > 0.0 && target < 100.0;
    let is_window = (1.0..=366.0).contains(&days);
    if !(is_target && is_window) {
        return None;
    }
    let allowed = 100.0 - target;
    let alert = |spent: f64, long: f64, pages| {
        let burn_rate = spent / 100.0 * days * 24.0 / long;
        BurnAlert {
            burn_rate,
            long,
            short: long / 12.0,
            spent,
            bad: (burn_rate * allowed).min(100.0),
            pages,
        }
    };
    Some(ErrorBudget {
        minutes: allowed / 100.0 * days * 24.0 * 60.0,
        alerts: [
            alert(2.0, 1.0, true),
            alert(5.0, 6.0, true),
            alert(10.0, 72.0, false),
        ],
    })
}
