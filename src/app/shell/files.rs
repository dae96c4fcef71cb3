//! What was chosen of files is taken in, a few at a time.

use super::Shell;
use crate::app::browser::{clock, page};
use crate::app::contexts::Notice;
use crate::catalog;
use crate::desk::{Arriving, Imported, Input, Said, Title};
use crate::model::AssessmentId;
use crate::storage::{Candidate, How};
use crate::words::words;
use std::sync::Arc;

/// So many are taken in at once; the page stays alive between.
const AT_ONCE: usize = 20;

impl Shell {
    /// Puts the made-up sample among the assessments. What is here of it stays as it is.
    pub fn open_sample(self) -> Option<AssessmentId> {
        let teams = catalog::built_in_samples(self.questionnaire(), &clock::today());
        let first = teams.first()?.id.clone();
        self.run_made(|desk| desk.open_sample(teams));
        self.has(&first).then_some(first)
    }

    /// Takes in what was chosen, a few at a time, as one step. `progress` hears how far it is, and
    /// says whether to go on.
    pub fn take_in(
        self,
        chosen: Vec<(Candidate, How)>,
        progress: impl FnMut(usize, usize) -> bool + 'static,
    ) {
        self.forget_said();
        let all = chosen.len();
        self.take_some(chosen.into_iter(), all, Vec::new(), progress);
    }

    fn take_some(
        self,
        mut rest: std::vec::IntoIter<(Candidate, How)>,
        all: usize,
        before: Vec<Imported>,
        mut progress: impl FnMut(usize, usize) -> bool + 'static,
    ) {
        let some = rest
            .by_ref()
            .take(AT_ONCE)
            .map(|(candidate, how)| Arriving {
                candidate,
                how,
                beside: clock::assessment_id(),
            });
        let some = some.collect();
        let is_many = all > AT_ONCE;
        let copy = |team: &str| words().copy_of(team);
        let transaction = self.look(|desk| desk.take_in(some, &before, is_many, &copy));
        let title = transaction.title.clone();
        let is_empty = transaction.steps.is_empty();
        let mut is_told = false;
        if !is_empty {
            // All of them are one step.
            let said = self.act(if before.is_empty() {
                Input::Do(transaction)
            } else {
                Input::More(transaction)
            });
            is_told = said.is_some();
        }
        let goes_on = progress(all - rest.len(), all);
        self.keep_answered();
        let Title::Import(taken) = &title else {
            return;
        };
        if goes_on && rest.len() > 0 {
            let taken = taken.clone();
            page::after(0, move || self.take_some(rest, all, taken, progress));
        } else if !is_told && !taken.is_empty() {
            // Nothing was changed, and it is said why: it was here already, or is too much.
            self.notices
                .show(Notice::Said(Arc::new(Said::Done(title, None))));
        }
    }
}
