//! Files come in: looked at first, then taken in as chosen.

use super::halves::{Halves, halves};
use super::held::Held;
use super::state::Desk;
use super::transaction::{Imported, Step, TakenAs, Title, Transaction};
use crate::catalog::Library;
use crate::formats::assessment_json::{Decoded, Refusal};
use crate::formats::plain_text::NotText;
use crate::formats::raw_json::LeftOut;
use crate::formats::workspace_json::{Contents, read_any};
use crate::model::error::error;
use crate::model::{Assessment, AssessmentId, Edit};
use crate::storage::{Candidate, Here, How, Meets, apart, gather, joined, room_for};

/// Of many, so many go into the quick store, so that the next start shows them at once.
const QUICK: usize = 4;

/// What is in files. Nothing has been changed yet.
#[derive(Debug, Clone, Default)]
pub struct Preview {
    /// What can be taken in.
    pub candidates: Vec<Candidate>,
    /// What else is in them.
    pub others: Vec<Refused>,
    /// How long the files were, in characters.
    pub size: usize,
    /// How many bytes may still be stored, where that was asked and is known.
    pub room: Option<f64>,
}

/// Something that cannot be taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// The name of its file, where there are several.
    pub file: Option<String>,
    /// Why.
    pub why: NotTaken,
}

/// Why something in a file cannot be taken in.
#[derive(Debug, Clone, PartialEq)]
pub enum NotTaken {
    /// The browser could not read the file.
    Unreadable,
    /// The file is no text.
    NotText(NotText),
    /// The file as a whole.
    File(Refusal),
    /// The assessment at this place, counted from 1.
    Part(usize, Refusal),
    /// Something beside the assessments.
    LeftOut(LeftOut),
    /// Nothing is in it.
    Nothing,
    /// It is not beside the page, or did not come.
    NotThere,
    /// Its name could lead elsewhere.
    OddName,
    /// It should be a list of files, and is none.
    NoList,
}

error!(NotTaken, |why| match why {
    NotTaken::NotText(why) => Some(why),
    NotTaken::File(why) | NotTaken::Part(_, why) => Some(why),
    NotTaken::Unreadable
    | NotTaken::LeftOut(_)
    | NotTaken::Nothing
    | NotTaken::NotThere
    | NotTaken::OddName
    | NotTaken::NoList => None,
});

impl Preview {
    /// A file that cannot be taken in.
    #[must_use]
    pub fn of_none(why: NotTaken) -> Self {
        Self {
            others: vec![Refused { file: None, why }],
            ..Self::default()
        }
    }

    /// Adds what is in another file of this name. Copies of one assessment become one.
    pub fn add(&mut self, library: &Library, name: Option<&str>, other: Self) {
        let named = other.candidates.is_empty().then_some(name).flatten();
        for new in other.candidates {
            let q = library.of(&new.assessment.questionnaire);
            gather(q, &mut self.candidates, new);
        }
        let others = other.others.into_iter();
        let others = others.map(|refused| Refused {
            file: named.map(str::to_owned),
            ..refused
        });
        self.others.extend(others);
        self.size += other.size;
    }

    /// How many bytes are needed and how many are free, where these are fewer. A record takes about
    /// as much as its file, and half as much again while it is written.
    #[must_use]
    pub fn no_room(&self) -> Option<(f64, f64)> {
        let needed = self.size as f64 * 1.5;
        let room = self.room.filter(|room| *room < needed);
        room.map(|room| (needed, room))
    }
}

/// What was chosen for an assessment of a file.
#[derive(Debug, Clone)]
pub struct Arriving {
    /// What the file brings.
    pub candidate: Candidate,
    /// What to do with it.
    pub how: How,
    /// The id under which it stands, where it is opened beside the one that is here.
    pub beside: AssessmentId,
}

impl Desk {
    /// Looks into a file.
    #[must_use]
    pub fn preview(&self, text: &str) -> Preview {
        let contents = match read_any(text) {
            Ok(contents) => contents,
            Err(why) => return Preview::of_none(NotTaken::File(why)),
        };
        let mut preview = Preview {
            size: text.len(),
            ..Preview::default()
        };
        let Contents {
            parts,
            left_out,
            questionnaires: _,
        } = contents;
        let is_one = parts.len() == 1 && left_out.is_empty();
        for (at, part) in parts.into_iter().enumerate() {
            match part.and_then(|decoded| self.candidate(decoded)) {
                Ok(new) => {
                    let q = self.library().of(&new.assessment.questionnaire);
                    gather(q, &mut preview.candidates, new);
                }
                Err(why) if is_one => return Preview::of_none(NotTaken::File(why)),
                Err(why) => {
                    let why = NotTaken::Part(at + 1, why);
                    preview.others.push(Refused { file: None, why });
                }
            }
        }
        let left_out = left_out.into_iter().map(NotTaken::LeftOut);
        let left_out = left_out.map(|why| Refused { file: None, why });
        preview.others.extend(left_out);
        if preview.others.is_empty() && preview.candidates.is_empty() {
            return Preview::of_none(NotTaken::Nothing);
        }
        preview
    }

    /// What a file brings, beside what is here.
    fn candidate(&self, decoded: Decoded) -> Result<Candidate, Refusal> {
        let here = self.held.values().filter_map(|held| match held {
            Held::Guest(_) => None,
            Held::Own(a) => Some((a, false)),
            Held::ReadOnly(a) => Some((a, true)),
        });
        let here = here.map(|(assessment, is_newer)| Here {
            assessment,
            is_removed: assessment.is_removed(),
            is_newer,
        });
        let q = self.library().of(&decoded.assessment.questionnaire);
        Candidate::of(q, decoded, &here.collect::<Vec<_>>())
    }

    /// Those of a file that are not here, to be shown: what has the id of another and is no copy of it
    /// gets one of its own.
    #[must_use]
    pub fn guests_of(&self, given: Vec<Assessment>) -> Vec<Assessment> {
        let here = |a: &Assessment| self.with(&a.id, |mine| crate::model::kinship(mine, a));
        apart(self.library().built_in(), given, here)
    }

    /// Takes in what was chosen, after those that were taken in `before` it. `name_of_copy` makes the
    /// name of an assessment that stands beside its original; of many, most are kept in the database
    /// alone.
    #[must_use]
    pub fn take_in(
        &self,
        chosen: Vec<Arriving>,
        before: &[Imported],
        is_many: bool,
        name_of_copy: &dyn Fn(&str) -> String,
    ) -> Transaction {
        let (mut taken, mut steps) = (before.to_vec(), Vec::new());
        for arriving in chosen {
            let is_quick = !is_many || taken.len() < QUICK;
            if let Some((how, mut more)) = self.take_one(&arriving, is_quick, name_of_copy) {
                let halves = match how {
                    TakenAs::Joined => self.halves_of(&arriving.candidate.assessment, &mut more),
                    _ => Halves::default(),
                };
                taken.push(Imported {
                    team: arriving.candidate.assessment.team().to_owned(),
                    how,
                    edited_outside: arriving.candidate.edited_outside,
                    halves,
                });
                steps.extend(more);
            }
        }
        Transaction {
            title: Title::Import(taken),
            steps,
        }
    }

    /// What a join brings to workshops, and what it takes after it.
    fn halves_of(&self, file: &Assessment, steps: &mut Vec<(AssessmentId, Step)>) -> Halves {
        let Some(mine) = self.held.get(&file.id).and_then(Held::own) else {
            return Halves::default();
        };
        let (halves, edits) = halves(self.questionnaire(&file.id), mine, file);
        let edits = edits.into_iter().map(Step::Edit);
        steps.extend(edits.map(|edit| (file.id.clone(), edit)));
        halves
    }

    /// Takes in one. `None` when it is left.
    fn take_one(
        &self,
        arriving: &Arriving,
        is_quick: bool,
        name_of_copy: &dyn Fn(&str) -> String,
    ) -> Option<(TakenAs, Vec<(AssessmentId, Step)>)> {
        let Candidate {
            assessment: file,
            meets,
            ..
        } = &arriving.candidate;
        let take = |file: Assessment| {
            let file = Box::new(file);
            if is_quick {
                Step::Take(file)
            } else {
                Step::TakeOneOfMany(file)
            }
        };
        let id = match arriving.how {
            How::KeepBoth => arriving.beside.clone(),
            _ => file.id.clone(),
        };
        let own = self.held.get(&id).and_then(Held::own);
        let (how, steps) = match (arriving.how, own) {
            (How::Skip, _) => return None,
            (How::KeepBoth, _) => {
                let mut steps = vec![take(file.clone().under(id.clone()))];
                // Another team's has a name of its own.
                if !matches!(meets, Meets::Stranger(_)) {
                    let name = name_of_copy(file.team());
                    steps.push(Step::Edit(Edit::Team(Some(name))));
                }
                (TakenAs::Beside, steps)
            }
            (How::Replace, Some(mine)) => {
                let edits = mine.edits_to(file);
                if room_for(mine, &edits).is_err() {
                    return Some((TakenAs::TooMuch, Vec::new()));
                }
                let edits = edits.into_iter().map(Step::Edit);
                (TakenAs::Replaced, edits.collect())
            }
            (How::Join, Some(mine)) => {
                if joined(self.questionnaire(&id), mine, file).is_err() {
                    return Some((TakenAs::TooMuch, Vec::new()));
                }
                let how = match mine.is_removed() {
                    true => TakenAs::New,
                    false => TakenAs::Joined,
                };
                (how, vec![take(file.clone())])
            }
            (How::Join | How::Replace, None) => (TakenAs::New, vec![take(file.clone())]),
        };
        let steps = steps.into_iter().map(|step| (id.clone(), step));
        Some((how, steps.collect()))
    }
}
