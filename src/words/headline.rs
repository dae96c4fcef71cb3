//! A result in one line.

use super::insight::listed;
use super::{Words, whole};
use crate::advice::{Gain, Headline};
use crate::model::text::isolated;
use crate::model::{Progress, Questionnaire};

/// How many dimensions are named, the clearest; all of them stand in the lists below.
const NAMED: usize = 2;

impl Words {
    /// What stands on top of the results.
    pub fn headline(&self, team: &str, headline: &Headline) -> String {
        let verdict = match headline {
            Headline::NothingApplies => "Nothing that is asked applies".to_owned(),
            Headline::TooEarly(_) => "Too early for a profile".to_owned(),
            Headline::Known(whole) => match whole.near {
                Some(near) => format!("{}, near {}", whole.level.name(), near.name()),
                None => whole.level.name().to_owned(),
            },
        };
        match team {
            "" => verdict,
            team => format!("{}: {verdict}", isolated(team)),
        }
    }

    /// The sentence below it.
    pub fn headline_lead(&self, q: &'static Questionnaire, headline: &Headline) -> String {
        let value = self.headline_value(headline);
        let Headline::Known(found) = headline else {
            return value;
        };
        let names = |of: &str, ids: &[&str]| {
            let names = ids.iter().take(NAMED).map(|id| mid(self.part_name(q, id)));
            let names: Vec<_> = names.collect();
            // `Flow and small batches and toil and automation` would be anybody's guess.
            match names.iter().any(|name| name.contains(" and ")) {
                true => names.join(&format!(", and {of} ")),
                false => listed(&names),
            }
        };
        let apart = match (names("in", &found.strong), names("by", &found.weak)) {
            (strong, weak) if strong.is_empty() && weak.is_empty() => String::new(),
            (strong, weak) if weak.is_empty() => format!(" Strong in {strong}."),
            (strong, weak) if strong.is_empty() => format!(" Held back by {weak}."),
            (strong, weak) => format!(" Strong in {strong}; held back by {weak}."),
        };
        value + &apart
    }

    /// The first of it: the value and its range, or why there is none.
    pub fn headline_value(&self, headline: &Headline) -> String {
        let found = match headline {
            Headline::NothingApplies => return "Every question was left out.".to_owned(),
            Headline::TooEarly(progress) => return to_go(*progress),
            Headline::Known(found) => found,
        };
        let value = whole(found.value);
        let (low, high) = (whole(found.range.0), whole(found.range.1));
        match low == high {
            true => format!("{value} of 100."),
            false => format!("{value} of 100, could be {low} to {high}."),
        }
    }

    /// What a step does to its dimension.
    pub fn gain(&self, q: &'static Questionnaire, gain: &Gain) -> String {
        let name = self.part_name(q, gain.dimension);
        format!("{name} {} to {}", whole(gain.from), whole(gain.to))
    }
}

/// How far the answers are, and how many are missing.
fn to_go(Progress { answered, asked }: Progress) -> String {
    let so_far = format!("{answered} of {asked} answered");
    match asked - answered.min(asked) {
        0 => format!(
            "{so_far}, but fewer than half of what applies has a level. Look again at what you do not know."
        ),
        1 => format!("{so_far}. 1 question to go."),
        left => format!("{so_far}. {left} questions to go."),
    }
}

/// A name in the middle of a sentence: `Deployment and release` is written small, `SLOs` is not.
pub(super) fn mid(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            let small = first.to_lowercase();
            small.chain([second]).chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}
