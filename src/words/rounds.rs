//! Sentences on snapshots, rounds, and what changed between two states.

use super::insight::listed;
use super::{Words, whole};
use crate::advice::Change;
use crate::advice::change::is_none;
use crate::figure::Trend;
use crate::figure::trend::Series;
use crate::model::text::isolated;
use crate::model::version::{apart, plain};
use crate::scoring::Score;

/// Of lines that moved alike, so many are named.
const MOST_NAMED: usize = 3;

/// How much `after` is more than `before`, as both are printed, with a sign.
pub(super) fn difference(before: f64, after: f64) -> String {
    signed(after.round() - before.round())
}

/// The reasons of a change in whole points that add up to the difference of the printed values: what
/// rounding leaves over goes to the reason that it was taken from.
fn reasons(c: &Change) -> [f64; 3] {
    let exact = [c.responses, c.scope, c.questionnaire];
    let mut shown = exact.map(f64::round);
    let mut left = c.after.round() - c.before.round() - shown.iter().sum::<f64>();
    while left.abs() >= 0.5 {
        let step = left.signum();
        let lacks = |i: &usize| (exact[*i] - shown[*i]) * step;
        let moved = (0..exact.len()).filter(|i| !is_none(exact[*i]));
        let Some(at) = moved.max_by(|a, b| lacks(a).total_cmp(&lacks(b))) else {
            break;
        };
        shown[at] += step;
        left -= step;
    }
    shown
}

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
        // Where nothing applies, nothing is possible.
        if value == span || score.low.is_none() {
            value
        } else {
            format!("{value} ({span})")
        }
    }

    /// What changed as a whole, and why.
    pub fn change_finding(&self, change: Option<&Change>) -> String {
        let Some(c) = change else {
            return self.rounds_page().nothing_common.to_owned();
        };
        let [responses, scope, questionnaire] = reasons(c).map(signed);
        let has_moved = self.difference(c) != "0";
        let practices = match c.common {
            1 => "1 practice".to_owned(),
            n => format!("{n} practices"),
        };
        let changed = format!(
            "Overall from {} to {}: {} points.",
            whole(c.before),
            whole(c.after),
            self.difference(c)
        );
        let answers = format!("changed answers to the {practices} with a level in both");
        let mut why = vec![format!("{responses} from {answers}")];
        if scope != "0" {
            why.push(format!(
                "{scope} from what only one of them asks or answers"
            ));
        }
        if questionnaire != "0" {
            why.push(format!(
                "{questionnaire} from another version of the questionnaire"
            ));
        }
        let why = match why.as_slice() {
            [_] if !has_moved => String::new(),
            [_] => format!(" All of it comes from {answers}."),
            all => format!(" Of these, {}.", listed(all)),
        };
        format!("{changed}{why} {}", self.change_reading(c))
    }

    /// By how much a part moved, as both values are printed.
    pub fn difference(&self, c: &Change) -> String {
        difference(c.before, c.after)
    }

    /// How many of the dimensions that both have stand where they stood.
    pub fn not_moved(&self, count: usize) -> String {
        match count {
            0 => String::new(),
            1 => " 1 more did not move.".to_owned(),
            n => format!(" {n} more did not move."),
        }
    }

    /// Whether a change says something.
    fn change_reading(&self, c: &Change) -> &'static str {
        match (c.is_noise, is_none(c.responses)) {
            (_, true) => self.rounds_page().change_none,
            (true, false) => self.rounds_page().change_noise,
            (false, false) => self.rounds_page().change_signal,
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
            "Answered in both",
            "Reading",
        ]
    }

    /// Before, after, difference, its three reasons, over how many practices, what it says.
    pub fn change_cells(&self, c: &Change) -> [String; 8] {
        let [responses, scope, questionnaire] = reasons(c).map(signed);
        [
            whole(c.before),
            whole(c.after),
            difference(c.before, c.after),
            responses,
            scope,
            questionnaire,
            c.common.to_string(),
            match (c.is_noise, is_none(c.responses)) {
                (_, true) => "No change",
                (true, false) => "May be none",
                (false, false) => "Change",
            }
            .to_owned(),
        ]
    }

    pub fn other_versions(&self, versions: [&str; 2], present: &str) -> String {
        let [before, after] = versions.map(plain);
        let present = plain(present);
        format!(
            "These states answer versions {before} and {after} of the questionnaire. They are compared over what the present version, {present}, asks."
        )
    }

    /// What rose and fell most.
    pub fn trend_finding(&self, trend: &Trend) -> String {
        let all = trend.series.len();
        let said = |verb: &str, (lines, by): &(Vec<&Series>, f64)| {
            let names: Vec<_> = lines.iter().map(|s| s.label.clone()).collect();
            let by = signed(*by);
            match names.as_slice() {
                [] => None,
                [name] if all == 1 => Some(format!("{name} {verb}: {by} points.")),
                [name] => Some(format!("{name} {verb} most: {by} points.")),
                // Of all alike there is no most.
                _ if names.len() == all => {
                    let who = if all > MOST_NAMED {
                        format!("All {all}")
                    } else {
                        listed(&names)
                    };
                    Some(format!("{who} {verb} alike: {by} points each."))
                }
                _ if names.len() > MOST_NAMED => {
                    let count = names.len();
                    Some(format!(
                        "{count} {verb} alike, more than the rest: {by} points each."
                    ))
                }
                _ => Some(format!("{} {verb} most: {by} points each.", listed(&names))),
            }
        };
        let [rose, fell] = trend.extremes();
        let both = [said("rose", &rose), said("fell", &fell)];
        let both: Vec<_> = both.into_iter().flatten().collect();
        if both.is_empty() {
            self.rounds_page().trend_still.to_owned()
        } else {
            both.join(" ")
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

    pub fn began_round(&self, name: &str, carried: usize) -> String {
        let name = isolated(name);
        match carried {
            1 => {
                format!("“{name}” has begun. 1 answer is carried over, to be confirmed or changed.")
            }
            n => format!(
                "“{name}” has begun. {n} answers are carried over, each to be confirmed or changed."
            ),
        }
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
    pub fn other_version(&self, was: &str, present: &str) -> String {
        let [was, present] = apart([was, present]);
        format!(
            "This assessment was made with version {was} of the questionnaire; the present one is {present}. Every answer is kept, and counts where its question is still asked."
        )
    }

    /// What folds name: so many practices are new or mean something else, so many of the team's
    /// numbers do, and so much of what it said is no longer asked.
    pub fn version_folds(&self, [new, changed, metrics, gone]: [usize; 4]) -> [String; 4] {
        let metrics = match metrics {
            1 => "One of your numbers is measured in another way now".to_owned(),
            n => format!("{n} of your numbers are measured in another way now"),
        };
        let gone = match gone {
            1 => "One answer of yours to what is no longer asked".to_owned(),
            n => format!("{n} answers of yours to what is no longer asked"),
        };
        [
            format!("New: {}", questions(new)),
            format!(
                "Changed in meaning, so look at your answers again: {}",
                questions(changed)
            ),
            metrics,
            gone,
        ]
    }

    /// What is no longer asked, and what asks about the same now.
    pub fn no_longer_asked(&self, id: &str, former: Option<(&str, Vec<&str>)>) -> String {
        match former {
            None => isolated(id),
            Some((title, now)) if now.is_empty() => title.to_owned(),
            Some((title, now)) => {
                let now: Vec<_> = now.iter().map(|title| format!("“{title}”")).collect();
                format!("{title}. Now asked about in {}.", listed(&now))
            }
        }
    }
}

fn questions(count: usize) -> String {
    match count {
        1 => "1 question".to_owned(),
        n => format!("{n} questions"),
    }
}
