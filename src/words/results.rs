//! The fixed sentences of the results.

use super::Words;
use crate::model::text::isolated;

super::fixed::words! { ResultWords EN_RESULTS
    on_this_page: "On this page",
    profile: "Profile",
    steps: "Steps",
    evidence: "Evidence",
    numbers: "Numbers",
    do_first: "Do first",
    why_steps: "Why these, and in this order",
    planned: "In your plan",
    solid: "Solid choice",
    strips: "Strips",
    radar: "Radar",
    how_shown: "Show as",
    profile_key: "Stroke: the value. Tinted: its range. Hatched: too early to say, anything in it is possible.",
    standing_key: "Stroke and number: the value, from 0 to 100. Tinted: what is still possible while answers are open. Outlined: too early to say.",
    profile_target: "Diamond: where your targets lead.",
    discuss: "Discuss in a workshop",
    as_table: "Show as table",
    as_picture: "How to read it, and save it",
    strong: "Clearly strong",
    strong_none: "Nothing stands above the whole for certain.",
    weak: "Clearly weak",
    weak_none: "Nothing stands below the whole for certain.",
    unfit: "Does not fit",
    unfit_lead: "Questions to discuss; there may be a good reason.",
    at_work: "The worked sums",
    heat: "Where the practices stand",
    target: "With your targets",
}

impl Words {
    /// The fixed words of the results.
    pub fn of_results(&self) -> &'static ResultWords {
        &EN_RESULTS
    }

    /// What a picture that is taken along is of.
    pub fn picture_title(&self, team: &str, what: &str, day: &str) -> String {
        let parts = [&isolated(team), what, day].map(str::to_owned);
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    /// What the ghost tick is.
    pub fn profile_last(&self, round: &str) -> String {
        format!("Thin line: {round}.")
    }

    /// How many more measurements there are.
    pub fn more_measured(&self, count: usize) -> String {
        match count {
            1 => "1 more measurement".to_owned(),
            n => format!("{n} more measurements"),
        }
    }

    /// A table that is folded, and how many rows it has.
    pub fn folded(&self, caption: &str, rows: usize) -> String {
        format!("{caption}: {rows}")
    }

    /// How many more there are of something.
    pub fn more(&self, count: usize) -> String {
        format!("{count} more")
    }

    /// The name of a button about one thing.
    pub fn about(&self, what: &str, of: &str) -> String {
        format!("{what}: {of}")
    }
}
