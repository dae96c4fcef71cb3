//! Teams that answer questionnaires with something in common, to be looked at together.

use super::state::Desk;
use crate::advice::{Across, Asked};
use crate::model::{AssessmentId, Questionnaire, QuestionnaireRef};

/// A questionnaire with those that extend it, and the teams that answer any of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    /// The id of what is extended, or of what stands alone.
    pub id: String,
    /// What is answered, each once; what is extended first.
    pub asked: Vec<&'static Questionnaire>,
    /// The teams, in their order.
    pub teams: Vec<AssessmentId>,
}

impl Desk {
    /// These teams by what their questionnaires have in common, the family with the most teams first.
    /// Teams whose questions are not here are in none.
    #[must_use]
    pub fn families(&self, teams: &[AssessmentId]) -> Vec<Family> {
        let mut families: Vec<Family> = Vec::new();
        for team in teams.iter().filter(|team| !self.has_no_questions(team)) {
            let q = self.questionnaire(team);
            let id = self.family_of(q);
            let at = families.iter().position(|family| family.id == id);
            let at = at.unwrap_or_else(|| {
                families.push(Family {
                    id: id.to_owned(),
                    asked: Vec::new(),
                    teams: Vec::new(),
                });
                families.len() - 1
            });
            let family = &mut families[at];
            family.teams.push(team.clone());
            if !family.asked.iter().any(|other| std::ptr::eq(*other, q)) {
                family.asked.push(q);
            }
        }
        for family in &mut families {
            family
                .asked
                .sort_by_key(|q| (q.id != family.id, &q.id, &q.version));
        }
        families.sort_by_key(|family| std::cmp::Reverse(family.teams.len()));
        families
    }

    fn family_of(&self, q: &'static Questionnaire) -> &'static str {
        let known = self.library.exact(&QuestionnaireRef::of(q));
        known.and_then(|known| known.extends).unwrap_or(&q.id)
    }

    /// What these questionnaires ask alike. `None` where there is one alone.
    #[must_use]
    pub fn across(&self, all: &[&'static Questionnaire]) -> Option<Across<'static>> {
        let asked = all.iter().map(|q| Asked {
            questionnaire: q,
            extends: Some(self.family_of(q)),
        });
        let asked: Vec<_> = asked.collect();
        (asked.len() > 1).then(|| Across::of(&asked))?
    }
}
