//! What strips and stat cards say.

use super::{Words, percent_of, whole};
use crate::figure::Strip;
use crate::figure::hits::{Hit, Shows};
use crate::scoring::{Reading, Score};

impl Words {
    /// What stands at the right of a strip: the value, or the range where nothing else is known, or a
    /// dash where nothing is.
    pub fn strip_value(&self, score: &Score) -> String {
        match score.reading {
            Reading::TooEarly => self.interval(score),
            Reading::Known { .. } => self.reading(score),
            Reading::Unanswered | Reading::NotApplicable => self.none_yet.to_owned(),
        }
    }

    /// A strip for those who hear it: name, value, range, how much is known, and what it is held
    /// against.
    pub fn strip_says(&self, name: &str, score: &Score, strip: Option<&Strip>) -> String {
        let mut said = format!("{name}: {}", self.reading(score));
        let mut say = |what: String| {
            said.push_str(", ");
            said.push_str(&what);
        };
        if let (Some(low), Some(high)) = (score.low, score.high)
            && whole(low) != whole(high)
        {
            say(format!("range {}", self.interval(score)));
        }
        if score.coverage.is_some() {
            say(format!("{} known", self.coverage(score)));
        }
        if let Some(strip) = strip {
            if let Some(target) = strip.target {
                say(self.aims_at(target));
            }
            if let Some(was) = strip.was {
                say(format!("{} last time", whole(was)));
            }
        }
        said
    }

    /// A mark of a figure for those who hear it or point at it.
    pub fn hit_says(&self, hit: &Hit) -> String {
        let label = &hit.label;
        match &hit.shows {
            Shows::Part {
                value,
                range: (low, high),
                coverage,
                target,
                was,
            } => {
                let value = value.map_or_else(|| self.too_early.to_owned(), whole);
                let mut said = vec![value];
                if whole(*low) != whole(*high) {
                    said.push(format!("range {} to {}", whole(*low), whole(*high)));
                }
                said.extend(coverage.map(|c| format!("{} % known", percent_of(c))));
                said.extend(target.map(|target| self.aims_at(target)));
                said.extend(was.map(|was| format!("{} before", whole(was))));
                format!("{label}: {}", said.join(", "))
            }
            Shows::Count(count, level) => {
                let level = level.map_or(self.no_level.to_owned(), |l| self.level_name(l));
                format!("{label}, {level}: {count}")
            }
            Shows::Measured(level, beside) => {
                let level = level.map(|level| self.level_name(level)).into_iter();
                let beside = Some(beside.clone()).filter(|text| !text.is_empty());
                let more: Vec<_> = level.chain(beside).collect();
                format!("{label}, {}", more.join(", "))
            }
            Shows::Both(practice, outcome) => format!(
                "{label}: practices {}, measurements {}",
                whole(*practice),
                whole(*outcome)
            ),
            Shows::Round(round, value) => format!("{label}, {round}: {}", whole(*value)),
        }
    }

    pub fn aims_at(&self, target: f64) -> String {
        format!("target {}", whole(target))
    }

    /// How a printed value moved since a round.
    pub fn since(&self, by: f64, round: &str) -> String {
        match whole(by).as_str() {
            "0" => format!("Same as {round}"),
            _ if by > 0.0 => format!("▲ {} since {round}", whole(by)),
            _ => format!("▼ {} since {round}", whole(-by)),
        }
    }
}
