//! Assessments of different questionnaires: what all of them ask is compared, and what only some ask is
//! named and counts on no side.

use crate::model::{DisciplineId, Metric, Practice, PracticeId, Questionnaire};

/// A questionnaire, and the id of what it extends.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'q> {
    /// It, with what it extends.
    pub questionnaire: &'q Questionnaire,
    /// The id of what it extends. What has the same id in both is the same.
    pub extends: Option<&'q str>,
}

impl Asked<'_> {
    /// What its ids are of.
    fn family(&self) -> &str {
        self.extends.unwrap_or(&self.questionnaire.id)
    }
}

/// What several questionnaires ask alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Across<'q> {
    /// What all of them ask, in the words, with the weights and in the order of the first. Everything is
    /// counted with it.
    pub questionnaire: Questionnaire,
    /// What each of them asks and counts nowhere, in their order.
    pub alone: Vec<Alone<'q>>,
}

/// What a questionnaire asks and another one does not, or in another discipline or unit.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Alone<'q> {
    /// Practices.
    pub practices: Vec<&'q Practice>,
    /// Metrics.
    pub metrics: Vec<&'q Metric>,
}

impl<'q> Across<'q> {
    /// What these have in common. Of questionnaires of which none extends another, nor both the same one,
    /// that is nothing, whatever their ids are. `None` where there is no questionnaire.
    #[must_use]
    pub fn of(all: &[Asked<'q>]) -> Option<Self> {
        let (first, others) = all.split_first()?;
        let is_kin = others.iter().all(|o| o.family() == first.family());
        let has = |q: &Questionnaire, p: &Practice| {
            let own = q.practice(&p.id);
            own.is_some_and(|own| discipline(q, own) == discipline(first.questionnaire, p))
        };
        let measures = |q: &Questionnaire, m: &Metric| {
            let own = q.metric(&m.id);
            own.is_some_and(|own| (&own.unit, own.better) == (&m.unit, m.better))
        };
        let mut questionnaire = first.questionnaire.clone();
        questionnaire
            .practices
            .retain(|p| is_kin && others.iter().all(|o| has(o.questionnaire, p)));
        questionnaire
            .metrics
            .retain(|m| is_kin && others.iter().all(|o| measures(o.questionnaire, m)));
        questionnaire.without_leftovers(first.questionnaire, &|_| false);
        let alone = all.iter().map(|one| {
            let q = one.questionnaire;
            let is_common = |p: &Practice| questionnaire.practice(&p.id).is_some();
            let is_measured = |m: &Metric| questionnaire.metric(&m.id).is_some();
            Alone {
                practices: q.practices.iter().filter(|p| !is_common(p)).collect(),
                metrics: q.metrics.iter().filter(|m| !is_measured(m)).collect(),
            }
        });
        let alone = alone.collect();
        Some(Self {
            questionnaire,
            alone,
        })
    }

    /// Whether nothing is left out of any of them.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.alone.iter().all(|alone| *alone == Alone::default())
    }

    /// What is common, as one of the questionnaires asks it: its quick check, its sides. All else, and
    /// every place, is that of what is common, so that what is scored with either stands side by side.
    #[must_use]
    pub fn asked_by(&self, own: &Questionnaire) -> Questionnaire {
        let mut asked = self.questionnaire.clone();
        for practice in &mut asked.practices {
            if let Some(theirs) = own.practice(&practice.id) {
                practice.quick = theirs.quick;
                practice.answered_by = theirs.answered_by;
            }
        }
        asked
    }

    /// Whether a practice counts.
    #[must_use]
    pub fn has(&self, practice: &PracticeId) -> bool {
        self.questionnaire.practice(practice).is_some()
    }
}

fn discipline<'q>(q: &'q Questionnaire, p: &Practice) -> Option<&'q DisciplineId> {
    Some(&q.dimension(&p.dimension)?.discipline)
}
