//! Files come in: looked at first, then taken in as chosen, all or nothing, and undone in one click.

use super::{Notice, Workspace};
use crate::app::browser::{clock, page};
use crate::app::words::words;
use crate::formats::assessment_json::Refusal;
use crate::formats::workspace_json::{Contents, read_any};
use crate::model::{Assessment, AssessmentId, Edit, validate};
use leptos::prelude::*;

/// So many are taken in at once; the page stays alive between.
const AT_ONCE: usize = 20;

/// Of so many, it is said of each what became of it.
const FEW: usize = 3;

/// Of many, so many go into the quick store.
const QUICK: usize = 4;

/// What to do with an assessment of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Open it; where it is here already, keep the later answer of each question.
    Join,
    /// Make the one that is here as it is in the file.
    Replace,
    /// Open it beside the one that is here.
    KeepBoth,
    /// Leave it.
    Skip,
}

/// An assessment of a file that could be taken in.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// As it is in the file.
    pub assessment: Assessment,
    /// Whether the file was edited by hand.
    pub edited_outside: bool,
    /// Whether it is here already.
    pub is_here: bool,
}

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
    /// Adds what is in another file. Two files with the same assessment are joined.
    pub fn add(&mut self, other: Self) {
        for new in other.candidates {
            let mut known = self.candidates.iter_mut();
            match known.find(|c| c.assessment.id == new.assessment.id) {
                Some(known) => known.assessment.join(&new.assessment),
                None => self.candidates.push(new),
            }
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
            let checked = part.and_then(|decoded| {
                let problems = validate::of_any_version(self.questionnaire(), &decoded.assessment);
                if problems.is_empty() {
                    Ok(decoded)
                } else {
                    Err(Refusal::Problems(problems))
                }
            });
            match checked {
                Ok(decoded) => preview.candidates.push(Candidate {
                    is_here: self.has(&decoded.assessment.id)
                        && !self.is_guest(&decoded.assessment.id),
                    assessment: decoded.assessment,
                    edited_outside: decoded.edited_outside,
                }),
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
            let (mut file, team) = (candidate.assessment.clone(), candidate.assessment.team());
            match how {
                How::Skip => continue,
                How::KeepBoth => {
                    file.id = clock::assessment_id();
                    said.push(words().opened_beside(team));
                }
                How::Join if candidate.is_here => said.push(words().merged(team)),
                How::Join => said.push(words().imported(team)),
                How::Replace => said.push(words().replaced(team)),
            }
            let id = file.id.clone();
            if self.is_guest(&id) {
                self.dismiss_guest(&id);
            }
            before.push((id.clone(), self.with(&id, Clone::clone)));
            if how == How::Replace {
                let edits = self.with(&id, |mine| mine.edits_to(&file));
                self.apply_all(&id, edits.unwrap_or_default());
            } else {
                self.absorb(&file);
                // Whoever opens a file wants it here, though it was removed before.
                let revive = (!self.has(&id)).then_some(Edit::Removed(None));
                let name = (how == How::KeepBoth).then(|| {
                    let name = words().copy_of(self.team(&id).as_str());
                    Edit::Team(Some(name))
                });
                let edits: Vec<_> = revive.into_iter().chain(name).collect();
                // The first few go into the quick store too, so that the next start shows them at
                // once.
                if is_many && before.len() > QUICK && edits.is_empty() {
                    self.keep_safely(&id);
                } else {
                    self.apply_all(&id, edits);
                }
            }
            if candidate.edited_outside {
                said.push(words().edited_outside.to_owned());
            }
        }
        let goes_on = progress(all - rest.len(), all);
        if goes_on && rest.len() > 0 {
            let next = move || self.take_in(rest, all, before, said, progress);
            page::after(0, next);
            return;
        }
        self.notify_all();
        if !before.is_empty() {
            let said = if before.len() > FEW {
                let edited = said.iter().filter(|s| *s == words().edited_outside);
                words().many_taken(before.len(), edited.count())
            } else {
                said.join(" ")
            };
            self.notice.set(Some(Notice::Imported(said, before)));
        }
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
        self.apply_all(id, now.edits_to(&then));
        self.notice
            .set(Some(Notice::Imported(said, vec![(id.clone(), Some(now))])));
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

    /// Applies several edits as one: kept once, shown once.
    pub(super) fn apply_all(self, id: &AssessmentId, edits: Vec<Edit>) {
        if self.is_read_only(id) {
            return;
        }
        self.state.update_value(|s| {
            for edit in edits {
                let stamp = s.clock.tick(clock::millis());
                if let Some(assessment) = s.assessments.get_mut(id) {
                    assessment.apply(edit.bounded(), stamp);
                }
            }
        });
        self.keep(id);
        self.notify_all();
    }
}
