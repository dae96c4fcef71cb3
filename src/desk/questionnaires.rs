//! Questionnaires that came with files: which are needed, who answers them, and where they are kept.

use super::held::Held;
use super::state::Desk;
use super::transaction::{Step, Title, Transaction};
use crate::catalog::Known;
use crate::formats::raw_json::QUESTIONNAIRE;
use crate::model::version::plain;
use crate::model::{Assessment, AssessmentId, Edit, Questionnaire, QuestionnaireRef, Scope};

/// Where a questionnaire's document is kept, in both stores.
#[must_use]
pub fn key_of(reference: &QuestionnaireRef) -> String {
    format!("{QUESTIONNAIRE}{}@{}", reference.id, reference.version)
}

impl Desk {
    /// The questionnaires that assessments answer and that are not here, each once.
    #[must_use]
    pub fn lacking(&self) -> Vec<QuestionnaireRef> {
        let mut lacking = Vec::new();
        for reference in self.all().map(|a| &a.questionnaire) {
            let is_here = reference.id == self.library.built_in().id
                || self.library.exact(reference).is_some();
            if !is_here && !lacking.contains(reference) {
                lacking.push(reference.clone());
            }
        }
        lacking
    }

    /// Whether an assessment answers another questionnaire than the built-in one.
    #[must_use]
    pub fn is_of_own(&self, id: &AssessmentId) -> bool {
        self.with(id, |a| a.questionnaire.id != self.library.built_in().id) == Some(true)
    }

    /// Whether nothing is known of the questionnaire that an assessment answers.
    #[must_use]
    pub fn has_no_questions(&self, id: &AssessmentId) -> bool {
        self.with(id, |a| !self.library.knows(&a.questionnaire.id)) == Some(true)
    }

    /// The version of an assessment's questionnaire to which it can be moved, or that it answers already.
    #[must_use]
    pub fn later_questionnaire(&self, id: &AssessmentId) -> &'static Questionnaire {
        let later = self.with(id, |a| self.library.later(&a.questionnaire));
        later.flatten().unwrap_or_else(|| self.questionnaire(id))
    }

    /// The assessments that answer a questionnaire, now or in a state of theirs that is kept, removed or not.
    #[must_use]
    pub fn who_answers(&self, reference: &QuestionnaireRef) -> Vec<&Assessment> {
        self.all().filter(|a| answers(a, reference)).collect()
    }

    /// The documents of the questionnaires that these assessments answer, to travel with them.
    #[must_use]
    pub fn documents_of<'a>(
        &self,
        assessments: impl IntoIterator<Item = &'a Assessment>,
    ) -> Vec<&'static str> {
        let mut documents = Vec::new();
        for a in assessments {
            for known in self.library.others() {
                let is_answered = answers(a, &QuestionnaireRef::of(known.questionnaire));
                if is_answered && !documents.contains(&known.text) {
                    documents.push(known.text);
                }
            }
        }
        documents
    }

    /// The questionnaires that are to be kept: those that one's own assessments answer.
    #[must_use]
    pub fn answered(&self) -> Vec<Known> {
        let others = self.library.others().iter();
        let is_answered = |known: &&Known| {
            let mut own = self.held.values().filter_map(Held::own);
            let reference = QuestionnaireRef::of(known.questionnaire);
            own.any(|a| answers(a, &reference))
        };
        others.filter(is_answered).copied().collect()
    }

    /// Whether another questionnaire has the id and the number of this one.
    #[must_use]
    pub fn has_twin(&self, q: &Questionnaire) -> bool {
        let mut others = self
            .library
            .others()
            .iter()
            .map(|known| known.questionnaire);
        others.any(|other| {
            let is_same_number = plain(&other.version) == plain(&q.version);
            other.id == q.id && other.version != q.version && is_same_number
        })
    }

    /// Starts an assessment that answers a questionnaire of one's own.
    #[must_use]
    pub fn start_with(
        &self,
        id: &AssessmentId,
        team: String,
        scope: Scope,
        questionnaire: &Questionnaire,
    ) -> Transaction {
        let reference = QuestionnaireRef::of(questionnaire);
        let new = Box::new(Assessment::empty(id.clone(), reference));
        let steps = [
            Step::Take(new),
            Step::Edit(Edit::Team(Some(team))),
            Step::Edit(Edit::Scope(Some(scope))),
        ];
        Transaction {
            title: Title::Start,
            steps: steps.map(|step| (id.clone(), step)).into(),
        }
    }
}

fn answers(a: &Assessment, reference: &QuestionnaireRef) -> bool {
    let mut states = a.snapshots.values().filter_map(|s| s.value.as_ref());
    a.questionnaire == *reference || states.any(|s| s.state.questionnaire == *reference)
}
