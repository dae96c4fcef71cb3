//! What an answer to one practice comes to, to see how much it counts.

use super::super::draft::Draft;
use crate::model::{
    Answer, Assessment, AssessmentId, Edit, Level, PracticeId, QuestionnaireRef, Scope, Stamp,
    WriterId,
};
use crate::scoring::{Score, score};

/// A practice within its dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    /// Where the dimension stands with this answer, and no other.
    pub score: Score,
    /// The share of the dimension's weight, from 0 to 1.
    pub share: f64,
    /// So many practices the dimension has.
    pub among: usize,
}

impl Draft {
    /// Tries an answer to a practice that is asked.
    #[must_use]
    pub fn trial(&self, practice: &PracticeId, level: Option<Level>) -> Option<Trial> {
        let q = &self.questionnaire;
        let own = q.practice(practice)?;
        let within = q.practices.iter().filter(|p| p.dimension == own.dimension);
        let all: f64 = within.clone().map(|p| p.weight).sum();
        let id = AssessmentId::parse("trial").ok()?;
        let mut tried = Assessment::empty(id, QuestionnaireRef::of(q));
        let edits = [
            Edit::Scope(Some(Scope::everything(q))),
            Edit::Respond(practice.clone(), level.map(Answer::Level)),
        ];
        for edit in edits {
            let stamp = Stamp {
                millis: 1,
                counter: 0,
                writer: WriterId::parse("trial").ok()?,
            };
            let _ = tried.apply(edit, stamp);
        }
        let card = score(q, &tried);
        let score = card.part(own.dimension.as_str())?.clone();
        Some(Trial {
            score,
            share: own.weight / all,
            among: within.count(),
        })
    }
}
