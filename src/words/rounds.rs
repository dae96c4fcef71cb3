//! Sentences on snapshots, rounds, and what changed between two states.

use super::{Words, whole};
use crate::advice::Change;
use crate::figure::Trend;
use crate::model::text::isolated;
use crate::scoring::Score;

/// Points with their sign; a true minus, so that it is read as one.
fn signed(points: f64) -> String {
    match points.round() {
        p if p > 0.0 => format!("+{}", whole(p)),
        p if p < 0.0 => format!("\u{2212}{}", whole(-p)),
        _ => "0".to_owned(),
    }
}

impl Words {
    /// A value with what is still possible around it.
    pub fn value_of(&self, score: &Score) -> String {
        let (value, span) = (self.reading(score), self.interval(score));
        if value == span {
            value
        } else {
            format!("{value} ({span})")
        }
    }

    /// A value in words, for a list.
    pub fn spoken_value(&self, score: &Score) -> String {
        format!("{}: {}", self.overall, self.value_of(score))
    }

    /// What changed as a whole, and why.
    pub fn change_finding(&self, change: Option<&Change>) -> String {
        let Some(c) = change else {
            return self.nothing_common.to_owned();
        };
        let [responses, scope, questionnaire] = [c.responses, c.scope, c.questionnaire].map(signed);
        let practices = match c.common {
            1 => "1 practice".to_owned(),
            n => format!("{n} practices"),
        };
        let changed = format!(
            "Overall from {} to {}: {} points. Of these, {responses} come from other answers to the {practices} that both have a level for, {scope} from what only one of them asks or answers, and {questionnaire} from another version of the questionnaire.",
            whole(c.before),
            whole(c.after),
            signed(c.after - c.before)
        );
        format!("{changed} {}", self.change_reading(c))
    }

    /// Whether a change says something.
    fn change_reading(&self, c: &Change) -> &'static str {
        match (c.is_noise, c.responses == 0.0) {
            (_, true) => self.change_none,
            (true, false) => self.change_noise,
            (false, false) => self.change_signal,
        }
    }

    /// What stands over [`change_cells`](Self::change_cells).
    pub fn change_head(&self) -> &'static [&'static str] {
        &[
            "Before",
            "After",
            "Difference",
            "Other answers",
            "Scope",
            "Version",
            "In common",
            "Reading",
        ]
    }

    /// Before, after, difference, its three reasons, over how many practices, what it says.
    pub fn change_cells(&self, c: &Change) -> [String; 8] {
        [
            whole(c.before),
            whole(c.after),
            signed(c.after - c.before),
            signed(c.responses),
            signed(c.scope),
            signed(c.questionnaire),
            c.common.to_string(),
            match (c.is_noise, c.responses == 0.0) {
                (_, true) => "No change",
                (true, false) => "May be none",
                (false, false) => "Change",
            }
            .to_owned(),
        ]
    }

    pub fn other_versions(&self, versions: [&str; 2], present: &str) -> String {
        let [before, after] = versions;
        format!(
            "These states answer versions {before} and {after} of the questionnaire. They are compared over what the present version, {present}, asks."
        )
    }

    /// What rose and fell most.
    pub fn trend_finding(&self, trend: &Trend) -> String {
        let said = |verb: &str, (series, by): (&crate::figure::trend::Series, f64)| {
            format!("{} {verb} most: {} points.", series.label, signed(by))
        };
        match trend.extremes() {
            [None, None] => self.trend_still.to_owned(),
            [rose, fell] => {
                let rose = rose.map(|r| said("rose", r));
                let fell = fell.map(|f| said("fell", f));
                let both: Vec<_> = rose.into_iter().chain(fell).collect();
                both.join(" ")
            }
        }
    }

    pub fn radar_key_with(&self, name: &str) -> String {
        format!(
            "{} Dashes, or upright strokes: the snapshot “{}”.",
            self.radar_key,
            isolated(name)
        )
    }

    /// A name, with a number behind it if there is one of that name.
    pub fn unused_name(&self, name: &str, taken: &[String]) -> String {
        let numbered = (2..).map(|n| format!("{name} ({n})"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        names.find(|n| !taken.contains(n)).unwrap_or_default()
    }

    pub fn kept_snapshot(&self, name: &str) -> String {
        format!("“{}” is kept.", isolated(name))
    }

    pub fn began_round(&self, carried: usize) -> String {
        format!(
            "A new round has begun. {carried} answers are carried over; each is marked until you confirm or change it."
        )
    }

    pub fn removed_snapshot(&self, name: &str) -> String {
        format!("The snapshot “{}” was removed.", isolated(name))
    }

    pub fn carried_over(&self, count: usize) -> String {
        match count {
            1 => "1 answer is carried over from an earlier round and not confirmed yet.".to_owned(),
            n => {
                format!("{n} answers are carried over from an earlier round and not confirmed yet.")
            }
        }
    }

    pub fn to_confirm(&self, count: usize) -> String {
        format!("To confirm: {count}")
    }

    /// The quarter of a day such as `2026-11-23`.
    pub fn quarter(&self, day: &str) -> String {
        let month = day.get(5..7).and_then(|m| m.parse::<u8>().ok());
        let quarter = month.map(|m| format!(" Q{}", m.saturating_sub(1) / 3 + 1));
        format!(
            "{}{}",
            day.get(..4).unwrap_or_default(),
            quarter.unwrap_or_default()
        )
    }

    /// What another version of the questionnaire means for an assessment.
    pub fn other_version(
        &self,
        was: &str,
        present: &str,
        [new, changed]: [&[&str]; 2],
        gone: &[&str],
    ) -> String {
        let said = |what: &str, names: &[&str]| match names {
            [] => String::new(),
            _ => format!(" {what}: {}.", names.join(", ")),
        };
        let gone = match gone {
            [] => " Every answer belongs to a practice that is still asked.".to_owned(),
            _ => said(
                "No longer asked, with answers that are kept and count nowhere",
                gone,
            ),
        };
        format!(
            "This assessment was made with version {was} of the questionnaire; the present one is {present}.{}{}{gone}",
            said("New", new),
            said("Changed in meaning", changed)
        )
    }
}
