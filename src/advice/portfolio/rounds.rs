//! Rounds of many teams: where the teams that have several of them stood in each quarter.

use super::middle::median;
use crate::model::{Assessment, Day, Questionnaire, Snapshot};
use crate::scoring::{Score, score};

/// Where a team stood in a quarter.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    /// The quarter, such as `2026 Q3`.
    pub quarter: String,
    /// One a discipline of the questionnaire: its value, where there was one.
    pub disciplines: Vec<Option<f64>>,
}

/// A quarter's name, such as `2026 Q3`, if this is one.
#[must_use]
pub fn quarter(name: &str) -> Option<&str> {
    let name = name.trim();
    let (year, quarter) = name.split_once(" Q")?;
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    (is_year && ["1", "2", "3", "4"].contains(&quarter)).then_some(name)
}

/// The quarter of a day at the beginning of a text, such as a moment's.
fn quarter_of(at: &str) -> Option<String> {
    let (_, name) = Day::parse(at.get(..10)?)?.in_quarter_before(0);
    Some(name)
}

/// The quarter that a closed round is called after, or in which it was closed.
#[must_use]
pub fn quarter_of_round(round: &Snapshot) -> Option<String> {
    let own = quarter(&round.name).map(str::to_owned);
    own.or_else(|| quarter_of(&round.taken))
}

impl Round {
    /// The quarters in which a team stood somewhere, the earliest first; the later state of a quarter
    /// counts. A round is of the quarter that it is called after, or in which it was closed; the one
    /// in progress of that on whose day, `last`, something was answered last.
    #[must_use]
    pub fn all(q: &Questionnaire, a: &Assessment, last: Option<&str>) -> Vec<Self> {
        let kept = a.snapshots().into_iter();
        let kept = kept.filter_map(|(_, s)| Some((quarter_of_round(s)?, &s.state)));
        let own = quarter(a.round()).map(str::to_owned);
        let present = own.or_else(|| quarter_of(last?)).map(|name| (name, a));
        let mut rounds: Vec<Self> = Vec::new();
        for (quarter, state) in kept.chain(present) {
            let card = score(q, state);
            let value = |id: &str| card.part(id).and_then(Score::value);
            let ids = q.disciplines.iter().map(|d| d.id.as_str());
            let disciplines: Vec<_> = ids.map(value).collect();
            if disciplines.iter().all(Option::is_none) {
                continue;
            }
            let round = Self {
                quarter,
                disciplines,
            };
            let at = rounds.partition_point(|known| known.quarter < round.quarter);
            match rounds.get_mut(at) {
                Some(known) if known.quarter == round.quarter => *known = round,
                _ => rounds.insert(at, round),
            }
        }
        rounds
    }
}

/// What many teams came to in a quarter.
#[derive(Debug, Clone, PartialEq)]
pub struct Quarter {
    /// Its name.
    pub name: String,
    /// How many teams stood somewhere.
    pub teams: usize,
    /// One a discipline: the middle of their values.
    pub disciplines: Vec<Option<f64>>,
}

/// The middle of the teams in each quarter, the earliest first, and of how many teams these are: those
/// that stood somewhere in two quarters or more.
#[must_use]
pub fn over_quarters<'r>(teams: impl Iterator<Item = &'r [Round]>) -> (usize, Vec<Quarter>) {
    let teams: Vec<_> = teams.filter(|rounds| rounds.len() > 1).collect();
    let mut names: Vec<&str> = Vec::new();
    for round in teams.iter().copied().flatten() {
        let at = names.partition_point(|known| *known < round.quarter.as_str());
        if names.get(at) != Some(&round.quarter.as_str()) {
            names.insert(at, &round.quarter);
        }
    }
    let quarters = names.into_iter().map(|name| {
        let own = teams.iter().copied().flatten();
        let own: Vec<_> = own.filter(|round| round.quarter == name).collect();
        let count = own.first().map_or(0, |round| round.disciplines.len());
        let middle = |at| median(own.iter().filter_map(|round| round.disciplines[at]));
        Quarter {
            name: name.to_owned(),
            teams: own.len(),
            disciplines: (0..count).map(middle).collect(),
        }
    });
    (teams.len(), quarters.collect())
}
