//! Sentences on the sample, and what one can try in it.

use super::Words;
use crate::model::text::isolated;

/// What the sample says on a page, until somebody closes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// On the results.
    Results,
    /// On a question.
    Question,
    /// On the roadmap.
    Plan,
    /// On the rounds.
    Rounds,
    /// On the portfolio.
    Portfolio,
}

impl Hint {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Results,
        Self::Question,
        Self::Plan,
        Self::Rounds,
        Self::Portfolio,
    ];

    /// Its name in the settings.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Results => "results",
            Self::Question => "question",
            Self::Plan => "plan",
            Self::Rounds => "rounds",
            Self::Portfolio => "portfolio",
        }
    }
}

impl Words {
    /// What one can try on a page.
    pub fn hint(&self, hint: Hint) -> &'static str {
        match hint {
            Hint::Results => "Try it: follow any value to the answers and the sum behind it.",
            Hint::Question => {
                "Try it: choose another level, then go to the results and see what it changes."
            }
            Hint::Plan => {
                "Try it: take up a suggested step, and see what the plan would come to with it."
            }
            Hint::Rounds => {
                "Try it: compare the first round with today. Delivery went up, and on-call went down."
            }
            Hint::Portfolio => {
                "Try it: look for a practice at which one team is strong and another could use its help."
            }
        }
    }

    pub fn hint_title(&self) -> &'static str {
        "Something to try"
    }

    pub fn hint_close(&self) -> &'static str {
        "Close"
    }

    pub fn hints_again(&self) -> &'static str {
        "Show the hints again"
    }

    pub fn hints_shown(&self) -> &'static str {
        "The sample’s hints are shown again."
    }

    /// That the sample is in the list.
    pub fn sample_here(&self) -> &'static str {
        "The sample’s three teams are made up, to look around in."
    }

    /// In place of when a team was downloaded.
    pub fn sample_short(&self) -> &'static str {
        "made up"
    }

    /// A team of the sample where it stands among others: it says that it is made up, whatever
    /// somebody has called it since.
    pub fn made_up(&self, team: &str) -> String {
        if team.starts_with("Sample") {
            team.to_owned()
        } else {
            format!("{} (made up)", isolated(team))
        }
    }

    pub fn with_sample(&self) -> &'static str {
        "With the sample’s made-up teams"
    }
}
