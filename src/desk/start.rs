//! Assessments come and go.

use super::held::{Access, Held};
use super::reply::Reply;
use super::state::Desk;
use super::transaction::{Step, Title, Transaction};
use crate::catalog::sample::is_sample;
use crate::model::text::line;
use crate::model::validate::MAX_NAME;
use crate::model::{Assessment, AssessmentId, Collation, Edit, Field, QuestionnaireRef, Scope};

impl Desk {
    /// Starts an assessment, under an id that nothing else has.
    pub(super) fn start(&mut self, id: AssessmentId, team: &str, scope: Scope, reply: &mut Reply) {
        if self.held.get(&id).is_some() {
            return;
        }
        let questionnaire = QuestionnaireRef::of(self.library().built_in());
        let mut new = Assessment::empty(id.clone(), questionnaire);
        let mut stamp = || Some(self.clock.tick(reply.now.millis));
        new.team = Field {
            value: Some(line(team, MAX_NAME)),
            stamp: stamp(),
        };
        new.scope = Field {
            value: Some(scope),
            stamp: stamp(),
        };
        self.held.put(id.clone(), Held::Own(new));
        self.undo.started(id.clone());
        reply.touched.any = true;
        self.keep(&id, reply);
    }

    /// The assessment of one's own whose team a reader reads like this one.
    #[must_use]
    pub fn namesake(&self, team: &str, collation: Collation) -> Option<AssessmentId> {
        let mut own = self
            .each()
            .filter(|a| self.access(&a.id) == Some(Access::Own));
        let found = own.find(|a| collation.alike(a.team().trim(), team));
        found.map(|a| a.id.clone())
    }

    /// Puts the sample's teams among the assessments. Those that are here stay as they are, and `None`
    /// where all are; one that was removed comes back as it was at first.
    #[must_use]
    pub fn open_sample(&self, teams: Vec<Assessment>) -> Option<Transaction> {
        let mut steps = Vec::new();
        for team in teams {
            let id = team.id.clone();
            let edits = match self.with(&id, |a| (a.is_removed(), a.edits_to(&team))) {
                None => Vec::new(),
                Some((false, _)) => continue,
                Some((true, edits)) => edits,
            };
            steps.push((id.clone(), Step::Take(Box::new(team))));
            let edits = edits.into_iter().map(|e| (id.clone(), Step::Edit(e)));
            steps.extend(edits);
        }
        let title = Title::Sample;
        (!steps.is_empty()).then_some(Transaction { title, steps })
    }

    /// The sample's teams that are listed.
    #[must_use]
    pub fn sample(&self) -> Vec<AssessmentId> {
        let here = self.each().map(|a| &a.id).filter(|id| is_sample(id));
        here.cloned().collect()
    }

    /// Removes the sample: all of its teams, whichever of them one looks at.
    fn remove_sample(&self) -> Transaction {
        let mut here = self.sample();
        here.retain(|id| self.access(id) == Some(Access::Own));
        let steps = here.into_iter();
        let steps = steps.map(|id| (id, Step::Edit(Edit::Removed(Some(())))));
        Transaction {
            title: Title::RemoveSample,
            steps: steps.collect(),
        }
    }

    /// Takes in what a link holds.
    #[must_use]
    pub fn open_shared(&self, assessment: Assessment) -> Transaction {
        let id = assessment.id.clone();
        Transaction {
            title: Title::Shared,
            steps: vec![(id, Step::Take(Box::new(assessment)))],
        }
    }

    /// Removes an assessment, which can be brought back for 30 days. The sample goes as a whole.
    #[must_use]
    pub fn remove(&self, id: &AssessmentId) -> Transaction {
        if is_sample(id) && self.access(id) == Some(Access::Own) {
            return self.remove_sample();
        }
        let team = self.team(id);
        Transaction::all(Title::Remove { team }, id, vec![Edit::Removed(Some(()))])
    }

    /// Brings a removed assessment back.
    #[must_use]
    pub fn bring_back(&self, id: &AssessmentId) -> Transaction {
        let team = self.team(id);
        Transaction::all(Title::BringBack { team }, id, vec![Edit::Removed(None)])
    }

    /// The team's name; empty when there is no such assessment.
    #[must_use]
    pub fn team(&self, id: &AssessmentId) -> String {
        self.with(id, |a| a.team().to_owned()).unwrap_or_default()
    }
}
