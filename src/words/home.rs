//! Sentences of the first page.

use super::Words;
use super::fixed::words;
use super::language::{Language, chosen};
use crate::model::text::isolated;
use crate::model::{Ahead, Progress};

// Most of it stands in index.html, too; a test compares both.
words! { HomeWords EN_HOME
    welcome_title: "Where does your team stand, and what should it do next?",
    start_title: "Another team",
    adjust: "Adjust",
    team_again: "There is an assessment with this name already.",
    team_open: "Open it",
    team_round: "Start a new round of it",
    glimpse_title: "Checkout stands at 2 Emerging: 40 of 100",
    glimpse_first: "Do first",
    glimpse_step: "Sort your services into three groups by what an hour’s outage would cost users and the business.",
    across_hint: "Across teams is what holds the three together: who owns what, common goals, learning.",
    import_or: " or ",
    import_folder: "a whole folder",
    import_drop: ", or drop files anywhere on this page.",
    sample_open: "See a sample",
    start: "Start quick check",
}

/// The fixed words of the first page.
pub fn home_words() -> &'static HomeWords {
    match chosen() {
        Language::English => &EN_HOME,
    }
}

/// What the first page shows of the sample before the sample is there: each discipline's class, name
/// and printed value. Where its strip lies, style/home.css says. A test holds both, and the sentences,
/// against the sample's scores.
pub const GLIMPSE: [[&str; 3]; 4] = [
    ["devops", "DevOps", "49"],
    ["sre", "SRE", "36"],
    ["platform", "Platform engineering", "35"],
    ["together", "Across teams", "40"],
];

fn questions(count: usize) -> String {
    match count {
        1 => "1 question".to_owned(),
        n => format!("{n} questions"),
    }
}

impl Words {
    /// What a quick check is, as chosen.
    pub fn promise(&self, count: usize, minutes: u32) -> String {
        let minutes = self.minutes(minutes);
        let count = questions(count);
        format!(
            "{count} on delivery, reliability and your platform, {minutes}, alone or together. Nothing leaves this browser."
        )
    }

    pub fn start_all(&self, count: usize, minutes: u32) -> String {
        let minutes = self.minutes(minutes);
        let count = questions(count);
        format!("Answer everything ({count}, {minutes})")
    }

    pub fn start_beside(&self, name: &str) -> String {
        format!("Start “{}” beside it", isolated(name))
    }

    /// What is ahead, as the one button of a team's card says it.
    pub fn ahead(&self, ahead: Ahead, quarter: &str) -> String {
        match ahead {
            Ahead::Answer(_) => "Continue".to_owned(),
            Ahead::Round => format!("Start {quarter} round"),
            Ahead::Results => "See results".to_owned(),
        }
    }

    /// How far a team is, and how long the rest takes.
    pub fn rest(&self, progress: Progress, minutes: u32) -> String {
        let done = self.done(progress);
        if progress.answered < progress.asked {
            format!("{done}, {}", self.minutes_to_go(minutes))
        } else {
            done
        }
    }

    pub fn due_since(&self, day: &str) -> String {
        format!("New round due since {day}")
    }

    pub fn open_actions(&self, count: usize) -> Option<String> {
        match count {
            0 => None,
            1 => Some("1 open action".to_owned()),
            n => Some(format!("{n} open actions")),
        }
    }

    pub fn more_for(&self, team: &str) -> String {
        format!("More for {}", isolated(team))
    }
}
