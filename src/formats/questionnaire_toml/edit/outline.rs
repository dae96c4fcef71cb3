//! Everything that can be chosen from: what is asked, and what is left out, in its place.

use super::super::draft::Draft;
use crate::model::{Dimension, DimensionId, Discipline, DisciplineId, PracticeId, Questionnaire};

/// Disciplines with their dimensions, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Each with whether the document brings it.
    pub disciplines: Vec<(DisciplineId, bool, Vec<Dimensions>)>,
}

/// A dimension with its practices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dimensions {
    /// Its id.
    pub id: DimensionId,
    /// Whether the document brings it.
    pub is_own: bool,
    /// Its practices: whether each is asked, and whether the document brings it.
    pub practices: Vec<(PracticeId, bool, bool)>,
}

impl Draft {
    /// What is asked, and what of `base` is left out.
    #[must_use]
    pub fn outline(&self, base: &Questionnaire) -> Outline {
        let q = &self.questionnaire;
        let theirs = self.theirs(base);
        let disciplines = theirs.into_iter().flat_map(|base| &base.disciplines);
        let is_their = |d: &Discipline| theirs.is_some_and(|base| base.discipline(&d.id).is_some());
        let own = q.disciplines.iter().filter(|d| !is_their(d));
        let all = disciplines
            .map(|d| (d, false))
            .chain(own.map(|d| (d, true)));
        let disciplines = all.map(|(d, is_own)| (d.id.clone(), is_own, self.within(theirs, &d.id)));
        Outline {
            disciplines: disciplines.collect(),
        }
    }

    fn within(&self, theirs: Option<&Questionnaire>, discipline: &DisciplineId) -> Vec<Dimensions> {
        let q = &self.questionnaire;
        let dimensions = theirs.into_iter().flat_map(|base| &base.dimensions);
        let is_their = |d: &Dimension| theirs.is_some_and(|base| base.dimension(&d.id).is_some());
        let own = q.dimensions.iter().filter(|d| !is_their(d));
        let all = dimensions.map(|d| (d, false)).chain(own.map(|d| (d, true)));
        let of_it = all.filter(|(d, _)| d.discipline == *discipline);
        let with_practices = |(d, is_own): (&Dimension, bool)| Dimensions {
            id: d.id.clone(),
            is_own,
            practices: self.practices(theirs, &d.id),
        };
        of_it.map(with_practices).collect()
    }

    fn practices(
        &self,
        theirs: Option<&Questionnaire>,
        dimension: &DimensionId,
    ) -> Vec<(PracticeId, bool, bool)> {
        let q = &self.questionnaire;
        let is_own = |id: &PracticeId| theirs.is_none_or(|base| base.practice(id).is_none());
        let asked = q.practices.iter().filter(|p| p.dimension == *dimension);
        let mut all: Vec<_> = asked.map(|p| (p.id.clone(), true, is_own(&p.id))).collect();
        // What is left out stands behind what it stood behind.
        let mut behind = None;
        let base = theirs.into_iter().flat_map(|base| &base.practices);
        for practice in base.filter(|p| p.dimension == *dimension) {
            let at = |id: &PracticeId| all.iter().position(|(other, ..)| other == id);
            if q.practice(&practice.id).is_none() {
                let place = behind.and_then(at).map_or(0, |at| at + 1);
                all.insert(place, (practice.id.clone(), false, false));
            }
            behind = Some(&practice.id);
        }
        all
    }
}
