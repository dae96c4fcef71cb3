//! Files come in: looked at first, then taken in as chosen, all or nothing, and undone in one click.

use super::{Notice, Workspace};
use crate::app::browser::{clock, page};
use crate::app::words::words;
use crate::formats::assessment_json::{Decoded, Refusal};
use crate::formats::workspace_json::{Contents, read_any};
use crate::model::{Assessment, AssessmentId, Edit, Questionnaire};
use crate::storage::{Candidate, Here, How, Meets, gather, joined};
use leptos::prelude::*;

/// So many are taken in at once; the page stays alive between.
const AT_ONCE: usize = 20;

/// Of so many, it is said of each what became of it.
const FEW: usize = 3;

/// Of many, so many go into the quick store.
const QUICK: usize = 4;

/// What is in files. Nothing has been changed yet.
#[derive(Debug, Clone, Default)]
pub struct Preview {
    /// What can be taken in.
    pub candidates: Vec<Candidate>,
    /// Why other parts cannot.
    pub refused: Vec<String>,
    /// How long the files were, in characters.
    pub size: usize,
    /// How many bytes may still be stored, where that was asked and is known.
    pub room: Option<f64>,
}

impl Preview {
    /// Adds what is in another file. Copies of one assessment become one.
    pub fn add(&mut self, q: &Questionnaire, other: Self) {
        for new in other.candidates {
            gather(q, &mut self.candidates, new);
        }
        self.refused.extend(other.refused);
        self.size += other.size;
    }

    /// How many bytes are needed and how many are free, where these are fewer. A record takes about
    /// as much as its file, and half as much again while it is written.
    pub fn no_room(&self) -> Option<(f64, f64)> {
        let needed = self.size as f64 * 1.5;
        self.room
            .filter(|room| *room < needed)
            .map(|room| (needed, room))
    }
}

/// How things were before an import: nothing, or this.
pub type Before = Vec<(AssessmentId, Option<Assessment>)>;

impl Workspace {
    /// Looks into a file.
    ///
    /// # Errors
    /// Why none of it can be taken in, in words.
    pub fn preview(self, text: &str) -> Result<Preview, String> {
        let mut preview = Preview {
            size: text.len(),
            ..Preview::default()
        };
        let contents = read_any(text).map_err(|refusal| refusal.to_string())?;
        let Contents { parts, left_out } = contents;
        let is_one = parts.len() == 1 && left_out.is_empty();
        for (at, part) in parts.into_iter().enumerate() {
            match part.and_then(|decoded| self.candidate(decoded)) {
                Ok(candidate) => gather(self.questionnaire(), &mut preview.candidates, candidate),
                Err(refusal) if is_one => return Err(refusal.to_string()),
                Err(refusal) => {
                    let said = words().part_refused(at + 1, &refusal.to_string());
                    preview.refused.push(said);
                }
            }
        }
        let left_out = left_out.iter().map(|left| words().left_out(left));
        preview.refused.extend(left_out);
        if preview.refused.is_empty() && preview.candidates.is_empty() {
            return Err(words().import_none.to_owned());
        }
        if preview.candidates.is_empty() {
            return Err(preview.refused.join("\n"));
        }
        Ok(preview)
    }

    /// What a file brings, beside what is here.
    fn candidate(self, decoded: Decoded) -> Result<Candidate, Refusal> {
        self.state.with_value(|s| {
            let all = s.assessments.values().filter(|a| !self.is_guest(&a.id));
            let all = all.map(|assessment| Here {
                assessment,
                is_removed: assessment.is_removed(),
                is_newer: self.is_read_only(&assessment.id),
            });
            let all: Vec<_> = all.collect();
            Candidate::of(self.questionnaire(), decoded, &all)
        })
    }

    /// Takes in what was chosen, a few at a time, and offers to undo it. `progress` hears how far it
    /// is, and says whether to go on.
    pub fn carry_out(
        self,
        chosen: Vec<(Candidate, How)>,
        progress: impl FnMut(usize, usize) -> bool + 'static,
    ) {
        let all = chosen.len();
        self.take_in(chosen.into_iter(), all, Before::new(), Vec::new(), progress);
    }

    fn take_in(
        self,
        mut rest: std::vec::IntoIter<(Candidate, How)>,
        all: usize,
        mut before: Before,
        mut said: Vec<String>,
        mut progress: impl FnMut(usize, usize) -> bool + 'static,
    ) {
        let is_many = all > AT_ONCE;
        for (candidate, how) in rest.by_ref().take(AT_ONCE) {
            if how == How::Skip {
                continue;
            }
            let is_quick = !is_many || before.len() < QUICK;
            let id = match how {
                How::KeepBoth => clock::assessment_id(),
                _ => candidate.assessment.id.clone(),
            };
            if self.is_guest(&id) {
                self.dismiss_guest(&id);
            }
            let was = self.with(&id, Clone::clone);
            if self.take_one(&candidate, how, id.clone(), is_quick, &mut said) {
                before.push((id, was));
                if candidate.edited_outside {
                    said.push(words().edited_outside.to_owned());
                }
            }
        }
        let goes_on = progress(all - rest.len(), all);
        if goes_on && rest.len() > 0 {
            let next = move || self.take_in(rest, all, before, said, progress);
            page::after(0, next);
            return;
        }
        self.notify_all();
        if before.is_empty() && !said.is_empty() {
            self.notice.set(Some(Notice::Refused(said.join(" "))));
        } else if !before.is_empty() {
            let said = if before.len() > FEW {
                let edited = said.iter().filter(|s| *s == words().edited_outside);
                words().many_taken(before.len(), edited.count())
            } else {
                said.join(" ")
            };
            self.notice.set(Some(Notice::Imported(said, before)));
        }
    }

    /// Takes in one, and adds what is said of it; says whether it was taken. With `is_quick`, the
    /// quick store gets it too, so that the next start shows it at once.
    fn take_one(
        self,
        candidate: &Candidate,
        how: How,
        id: AssessmentId,
        is_quick: bool,
        said: &mut Vec<String>,
    ) -> bool {
        let (w, file, team) = (words(), &candidate.assessment, candidate.assessment.team());
        let is_here = self.has(&id);
        let mut edits = Vec::new();
        if let (How::Replace, Some(edits)) = (how, self.with(&id, |mine| mine.edits_to(file))) {
            let is_done = self.apply_all(&id, edits);
            said.push(if is_done {
                w.replaced(team)
            } else {
                w.too_much(team)
            });
            return is_done;
        }
        if how == How::KeepBoth {
            // Another team's has a name of its own.
            if !matches!(candidate.meets, Meets::Stranger(_)) {
                edits.push(Edit::Team(Some(w.copy_of(team))));
            }
            said.push(w.opened_beside(team));
        } else {
            let mine = self.with(&id, Clone::clone);
            if mine.is_some_and(|mine| joined(self.questionnaire(), &mine, file).is_err()) {
                said.push(w.too_much(team));
                return false;
            }
            said.push(if is_here {
                w.merged(team)
            } else {
                w.imported(team)
            });
        }
        self.absorb(&file.clone().under(id.clone()));
        // Whoever opens a file wants it here, though it was removed before.
        if !self.has(&id) {
            edits.push(Edit::Removed(None));
        }
        if is_quick || !edits.is_empty() {
            self.apply_all(&id, edits);
        } else {
            self.keep_safely(&id);
        }
        true
    }

    /// Makes an assessment as it was at an earlier time, by newer edits, and offers to undo it.
    pub fn go_back(self, id: &AssessmentId, then: &Assessment, said: String) {
        let Some(now) = self.with(id, Clone::clone) else {
            return;
        };
        // Earlier states are kept without ballots; those of a workshop under way stay.
        let then = Assessment {
            ballots: now.ballots.clone(),
            ..then.clone()
        };
        if self.apply_all(id, now.edits_to(&then)) {
            let before = vec![(id.clone(), Some(now))];
            self.notice.set(Some(Notice::Imported(said, before)));
        }
    }

    /// Takes the last import back, as long as its message stands; says whether there was one.
    pub fn take_back_last(self) -> bool {
        let Some(Notice::Imported(_, before)) = self.notice.get_untracked() else {
            return false;
        };
        self.take_back(&before);
        true
    }

    /// Makes everything as it was before an import, by newer edits.
    pub fn take_back(self, before: &Before) {
        for (id, was) in before {
            let edits = match was {
                None => Some(vec![Edit::Removed(Some(()))]),
                Some(was) => self.with(id, |now| now.edits_to(was)),
            };
            self.apply_all(id, edits.unwrap_or_default());
        }
        self.notice.set(None);
    }

    /// Applies several edits as one: kept once, shown once. Says whether there was room for them.
    pub(super) fn apply_all(self, id: &AssessmentId, edits: Vec<Edit>) -> bool {
        let is_written = self.write(id, edits).is_some();
        if is_written {
            self.keep(id);
            self.notify_all();
        }
        is_written
    }
}
