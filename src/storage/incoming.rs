//! What files bring, and what is proposed to do with it. Nothing is joined unasked but copies.

use super::room::{fits, joined};
use crate::formats::assessment_json::{Decoded, Refusal};
use crate::model::id::MAX_ID;
use crate::model::{
    Assessment, AssessmentId, Kinship, Questionnaire, Set, are_twins, kinship, validate,
};

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

/// What an assessment of a file meets: something with the same id, here or in the files before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meets {
    /// Nothing that is shown.
    Nothing,
    /// A copy of it.
    Copy,
    /// One of the same name, which may be a copy of it or not.
    Namesake,
    /// No copy of it: this team's.
    Stranger(String),
    /// A copy of it, and both together are more than can be kept.
    TooMuch,
    /// One that a newer version wrote, and that cannot be changed here.
    Newer,
}

/// An assessment of a file that could be taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// As it is in the file.
    pub assessment: Assessment,
    /// Whether the file was edited by hand.
    pub edited_outside: bool,
    /// What it meets.
    pub meets: Meets,
}

/// An assessment that is here.
#[derive(Debug, Clone, Copy)]
pub struct Here<'a> {
    /// The document.
    pub assessment: &'a Assessment,
    /// Whether it is in the trash.
    pub is_removed: bool,
    /// Whether a newer version wrote it.
    pub is_newer: bool,
}

impl Candidate {
    /// Looks at what a file brings, beside all that is here.
    ///
    /// # Errors
    /// [`Refusal`] says why it cannot be taken in.
    pub fn of(q: &Questionnaire, decoded: Decoded, all: &[Here]) -> Result<Self, Refusal> {
        let mut assessment = decoded.assessment;
        let problems = validate::of_any_version(q, &assessment);
        if !problems.is_empty() {
            return Err(Refusal::Problems(problems));
        }
        fits(&assessment, decoded.size)?;
        let meeting = |here: &Here, file: &Assessment| match meets(q, here.assessment, file) {
            _ if here.is_newer => Meets::Newer,
            // Whoever opens a file wants it here, though it was removed before.
            Meets::Copy if here.is_removed => Meets::Nothing,
            meets => meets,
        };
        let same = all.iter().find(|here| here.assessment.id == assessment.id);
        let mut meets = same.map_or(Meets::Nothing, |here| meeting(here, &assessment));
        if matches!(meets, Meets::Stranger(_) | Meets::Namesake) {
            // It may have been opened beside that before, under an id of its own.
            let mut twins = all.iter().filter(|here| !here.is_removed);
            if let Some(twin) = twins.find(|here| are_twins(here.assessment, &assessment)) {
                assessment = assessment.under(twin.assessment.id.clone());
                meets = meeting(twin, &assessment);
            }
        }
        Ok(Self {
            assessment,
            edited_outside: decoded.edited_outside,
            meets,
        })
    }

    /// What is done unless somebody chooses otherwise.
    #[must_use]
    pub fn proposed(&self) -> How {
        match self.meets {
            Meets::Nothing | Meets::Copy => How::Join,
            Meets::Namesake | Meets::Stranger(_) | Meets::TooMuch | Meets::Newer => How::KeepBoth,
        }
    }

    /// What can be chosen.
    #[must_use]
    pub fn choices(&self) -> &'static [How] {
        match self.meets {
            Meets::Nothing => &[How::Join, How::Skip],
            Meets::Copy | Meets::Namesake | Meets::Stranger(_) => {
                &[How::Join, How::Replace, How::KeepBoth, How::Skip]
            }
            Meets::TooMuch => &[How::Replace, How::KeepBoth, How::Skip],
            Meets::Newer => &[How::KeepBoth, How::Skip],
        }
    }
}

fn meets(q: &Questionnaire, mine: &Assessment, file: &Assessment) -> Meets {
    match kinship(mine, file) {
        Kinship::Copies if joined(q, mine, file).is_err() => Meets::TooMuch,
        Kinship::Copies => Meets::Copy,
        Kinship::Unclear => Meets::Namesake,
        Kinship::Strangers => Meets::Stranger(mine.team().to_owned()),
    }
}

/// Adds a candidate to those before it. Copies become one; what has the id of another and is no
/// copy of it stands by itself.
pub fn gather(q: &Questionnaire, all: &mut Vec<Candidate>, new: Candidate) {
    let mut first = None;
    for known in all
        .iter_mut()
        .filter(|c| c.assessment.id == new.assessment.id)
    {
        let met = meets(q, &known.assessment, &new.assessment);
        if met == Meets::Copy {
            known.assessment.join(&new.assessment);
            known.edited_outside |= new.edited_outside;
            if new.meets == Meets::Copy {
                known.meets = Meets::Copy;
            }
            return;
        }
        first = first.or(Some(met));
    }
    let meets = match (new.meets, first) {
        (Meets::Nothing, Some(met)) => met,
        (meets, _) => meets,
    };
    all.push(Candidate { meets, ..new });
}

/// Assessments that are shown together, without what is here already, as `here` says. Copies become
/// one; what has the id of another and is no copy of it gets one of its own.
#[must_use]
pub fn apart(
    q: &Questionnaire,
    given: Vec<Assessment>,
    here: impl Fn(&Assessment) -> Option<Kinship>,
) -> Vec<Assessment> {
    let mut shown: Vec<Assessment> = Vec::new();
    let mut taken: Set<AssessmentId> = given.iter().map(|a| a.id.clone()).collect();
    for one in given {
        let kin = here(&one);
        if kin == Some(Kinship::Copies) {
            continue;
        }
        let is_copy =
            |other: &Assessment| other.id == one.id && kinship(other, &one) == Kinship::Copies;
        let copy = shown.iter_mut().find(|other| is_copy(other));
        if let Some(other) = copy
            && let Ok(whole) = joined(q, other, &one)
        {
            *other = whole;
            continue;
        }
        let is_alone = kin.is_none() && shown.iter().all(|other| other.id != one.id);
        if is_alone {
            shown.push(one);
        } else {
            let id = unused(&one.id, &taken);
            taken.put(id.clone(), ());
            shown.push(one.under(id));
        }
    }
    shown
}

/// The id with a number behind it that nothing else has.
fn unused(id: &AssessmentId, taken: &Set<AssessmentId>) -> AssessmentId {
    // Room for the number.
    let start = id.as_str().get(..MAX_ID - 12).unwrap_or(id.as_str());
    let start = start.trim_end_matches('-');
    let numbered = (2..).filter_map(|n: u32| AssessmentId::parse(&format!("{start}-{n}")).ok());
    let mut free = numbered.filter(|id| !taken.has(id));
    free.next().unwrap_or_else(|| id.clone())
}
