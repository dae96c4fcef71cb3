//! What strips and stat cards say.

use super::{Words, whole};
use crate::figure::Strip;
use crate::scoring::{Reading, Score};

impl Words {
    /// What stands at the right of a strip: the value, or the range where nothing else is known.
    pub fn strip_value(&self, score: &Score) -> String {
        match score.reading {
            Reading::TooEarly => self.interval(score),
            _ => self.reading(score),
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
