//! What values mean by their words.

use crate::events::event::Outcome;
use crate::events::mapping::Means;
use crate::events::meanings;
use crate::events::role::{Holds, Kind, Role};

/// What a value means by its words.
#[must_use]
pub fn judge(kind: Kind, role: Role, text: &str) -> Option<Means> {
    match role.holds() {
        Holds::Outcomes => {
            let outcome = match kind {
                Kind::Incidents | Kind::Pages => meanings::incident_state(text),
                _ => meanings::outcome(text),
            };
            Some(Means::Outcome(outcome.unwrap_or(Outcome::Running)))
        }
        Holds::Choices if role == Role::Environment => Some(if meanings::is_production(text) {
            Means::Yes
        } else {
            Means::No
        }),
        Holds::Choices if role == Role::Sort => Some(Means::Yes),
        Holds::Choices => meanings::yes(text)
            .filter(|_| !text.is_empty())
            .map(|is| if is { Means::Yes } else { Means::No }),
        _ => None,
    }
}

/// Which of two outcomes of one deployment counts: the higher.
#[must_use]
pub fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Unsaid => 0,
        Outcome::Running => 1,
        Outcome::Cancelled => 2,
        Outcome::Failed => 3,
        Outcome::Succeeded => 4,
    }
}
