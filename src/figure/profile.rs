//! The profile: a strip for each part, held against targets and the last round.

use super::Strip;
use super::strip::moved;
use crate::advice::{aims, highest_first};
use crate::model::{Assessment, Discipline, Questionnaire};
use crate::scoring::{Score, Scorecard, score};

/// What the numbers of an assessment are held against.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    aims: Vec<(String, f64)>,
    last: Option<(String, Scorecard)>,
}

impl Profile {
    /// The team's own targets, and the round that it kept last.
    #[must_use]
    pub fn of(q: &Questionnaire, a: &Assessment) -> Self {
        let aims = aims(q, a).into_iter();
        let last = a.snapshots().pop();
        Self {
            aims: aims.map(|(id, aim)| (id.to_owned(), aim)).collect(),
            last: last.map(|(_, s)| (s.name.clone(), score(q, &s.state))),
        }
    }

    /// The strip of a part. `None` where nothing in it applies.
    #[must_use]
    pub fn strip(&self, score: &Score) -> Option<Strip> {
        let aim = self.aims.iter().find(|(id, _)| *id == score.id);
        let strip = Strip::of(score)?;
        Some(strip.held_against(aim.map(|(_, aim)| *aim), self.was(score)))
    }

    /// The name of the last round and by how many points a part has moved since, as they are printed.
    #[must_use]
    pub fn moved(&self, score: &Score) -> Option<(&str, f64)> {
        let (name, _) = self.last.as_ref()?;
        Some((name, moved(score.reading, self.was(score))?))
    }

    /// The name of the last round.
    #[must_use]
    pub fn round(&self) -> Option<&str> {
        self.last.as_ref().map(|(name, _)| name.as_str())
    }

    /// Whether the team has targets that lead somewhere.
    #[must_use]
    pub fn has_targets(&self) -> bool {
        !self.aims.is_empty()
    }

    fn was(&self, score: &Score) -> Option<f64> {
        let (_, last) = self.last.as_ref()?;
        last.part(&score.id)?.value()
    }
}

/// The dimensions of each discipline, the highest printed value first, then those of which it is too
/// early to say, then what does not apply; equal ones in the questionnaire's order.
#[must_use]
pub fn by_discipline<'a>(
    q: &'a Questionnaire,
    card: &'a Scorecard,
) -> Vec<(&'a Discipline, Vec<&'a Score>)> {
    let own = |discipline: &'a Discipline| {
        let is_own = |score: &&Score| {
            let mut all = q.dimensions.iter();
            all.any(|d| d.id.as_str() == score.id && d.discipline == discipline.id)
        };
        let mut own: Vec<_> = card.dimensions.iter().filter(is_own).collect();
        highest_first(&mut own, |score| match (score.value(), score.low) {
            (Some(value), _) => value.round(),
            (None, Some(_)) => -1.0,
            (None, None) => -2.0,
        });
        (!own.is_empty()).then_some((discipline, own))
    };
    q.disciplines.iter().filter_map(own).collect()
}
