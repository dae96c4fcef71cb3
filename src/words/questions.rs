//! Sentences on what is asked, how far one is, and on numbers as they are typed and worked out.

use super::{Words, fine, tenths};
use crate::metrics::{BurnAlert, CannotWorkOut, NotANumber};
use crate::model::decimal::write;
use crate::model::{Metric, Progress, Questionnaire, Setting, Side};

impl Words {
    pub fn still_kept(&self, value: f64, unit: &str) -> String {
        format!("Still kept: {} {unit}", write(value))
    }

    pub fn done(&self, progress: Progress) -> String {
        format!("{} of {} answered", progress.answered, progress.asked)
    }

    pub fn progress(&self, progress: Progress) -> String {
        match progress.answered {
            0 => self.not_started.to_owned(),
            n if n == progress.asked => self.complete.to_owned(),
            n => format!("In progress: {n} of {}", progress.asked),
        }
    }

    pub fn go_on(&self, title: &str, is_first: bool) -> String {
        let verb = if is_first { "Begin with" } else { "Go on with" };
        format!("{verb}: {title}")
    }

    pub fn found(&self, count: usize) -> String {
        match count {
            0 => "Nothing asked here has that in its title or question.".to_owned(),
            1 => "1 practice".to_owned(),
            n => format!("{n} practices"),
        }
    }

    pub fn period_of(&self, metric: &str) -> String {
        format!("{}: {metric}", self.period)
    }

    pub fn cannot_work_out(&self, why: CannotWorkOut) -> String {
        match why {
            CannotWorkOut::NoWhole => self.no_whole.to_owned(),
            CannotWorkOut::OutOfRange(low, high) => {
                format!("That is outside {} to {}.", write(low), write(high))
            }
        }
    }

    /// A length of time, in the unit that suits it.
    fn time(minutes: f64) -> String {
        let (value, unit) = match minutes {
            m if m < 2.0 => (m * 60.0, "s"),
            m if m < 120.0 => (m, "min"),
            m if m < 2880.0 => (m / 60.0, "h"),
            m => (m / 1440.0, "days"),
        };
        format!("{} {unit}", tenths(value))
    }

    pub fn allowed(&self, minutes: f64) -> String {
        format!(
            "The service may be down for {} in the window, or fail a larger share of requests for longer.",
            Self::time(minutes)
        )
    }

    /// Windows, burn rate, bad events, budget gone.
    pub fn burn_alert(&self, alert: &BurnAlert) -> [String; 4] {
        [
            format!(
                "{} and {}",
                Self::time(alert.long * 60.0),
                Self::time(alert.short * 60.0)
            ),
            tenths(alert.burn_rate),
            fine(alert.bad) + " %",
            fine(alert.spent) + " %",
        ]
    }

    pub fn range(&self, metric: &Metric) -> String {
        let [low, high] = metric.range;
        // A number stays on the line of its unit.
        let unit = metric.unit.replace(' ', "\u{a0}");
        format!("{} to {}\u{a0}{unit}", write(low), write(high))
    }

    pub fn refused(&self, metric: &Metric, why: NotANumber) -> String {
        match why {
            NotANumber::OtherUnit => format!(
                "This is measured in {}. Please give it so. Nothing was stored for this field.",
                metric.unit
            ),
            NotANumber::Unreadable => self.not_a_number.to_owned(),
            NotANumber::OutOfRange(low, high) => {
                format!(
                    "Please give a number from {} to {}. Nothing was stored for this field.",
                    write(low),
                    write(high)
                )
            }
        }
    }

    pub fn not_measured(&self, metrics: usize) -> String {
        match metrics {
            0 => "Every metric of the chosen disciplines is measured.".to_owned(),
            1 => "One metric is not measured yet.".to_owned(),
            n => format!("{n} metrics are not measured yet."),
        }
    }

    pub fn scope_quick(&self, questions: usize) -> String {
        format!("Quick check: the {questions} questions that tell most")
    }

    pub fn scope_full(&self, questions: usize) -> String {
        format!("Everything: {questions} questions")
    }

    pub fn about_size(&self, q: &Questionnaire) -> String {
        let quick = q.practices.iter().filter(|p| p.quick).count();
        format!(
            "Version {}: {} disciplines, {} dimensions, {} practices, of which {quick} are in the quick check, and {} metrics.",
            q.version,
            q.disciplines.len(),
            q.dimensions.len(),
            q.practices.len(),
            q.metrics.len()
        )
    }

    pub fn setting(&self, setting: Setting) -> &'static str {
        match setting {
            Setting::Mobile => "Mobile apps",
            Setting::Embedded => "Embedded software",
            Setting::Packaged => "Software that customers install",
            Setting::Data => "Data and machine learning",
            Setting::Regulated => "Regulated changes",
        }
    }

    /// Who answers a practice, where not any team can.
    pub fn answered_by(&self, side: Side) -> Option<&'static str> {
        match side {
            Side::Anyone => None,
            Side::User => Some("answered by a team that uses the platform"),
            Side::Provider => Some("answered by the team that runs the platform"),
        }
    }
}
