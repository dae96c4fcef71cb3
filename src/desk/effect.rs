//! What comes to the desk and what it asks for.

use super::transaction::{Title, Transaction};
use crate::model::{Assessment, AssessmentId, Edit, Limit, MetricId, PracticeId, Scope, Set};
use crate::storage::{self, Opening, StoreError};

/// The moment at which something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// Milliseconds since 1970, as the wall clock says.
    pub millis: u64,
}

/// What happened.
#[derive(Debug)]
pub enum Input {
    /// Somebody starts an assessment, under an id that nothing else has, for this team.
    Start(AssessmentId, String, Scope),
    /// Somebody did something.
    Do(Transaction),
    /// The same went on: one step for undo together with what came before.
    More(Transaction),
    /// Take back what was done last to this assessment; without one, to assessments as wholes.
    Undo(Option<AssessmentId>),
    /// Do again what was taken back last, in the same sense.
    Redo(Option<AssessmentId>),
    /// The quick store answered [`Effect::Quick`] for this version of an assessment.
    Quick(AssessmentId, u64, Result<storage::Kept, StoreError>),
    /// The database answered [`Effect::Database`], in the same way.
    Database(AssessmentId, u64, Result<storage::Kept, StoreError>),
    /// Delete assessments for good. There is no way back.
    Discard(Vec<AssessmentId>),
    /// The stores answered [`Effect::Forget`].
    Forgotten(AssessmentId, Result<(), StoreError>),
    /// The database is open, or cannot be opened.
    Opened(Result<(), StoreError>),
    /// The database answered [`Effect::Read`]: keys and texts, by key.
    Read(Result<Vec<(String, String)>, StoreError>),
    /// Another tab wrote this text under this key, or took it out.
    FromTab(String, Option<String>),
    /// The page is looked at again; what the quick store holds now.
    Shown(Result<Opening, StoreError>),
    /// A timer that was asked for has run down.
    Fired(Timer),
    /// Assessments to look at, from files or from beside the page.
    Guests(Vec<Assessment>),
    /// Keep what is only shown.
    KeepGuest(AssessmentId),
    /// Take what is only shown off the list.
    DismissGuest(AssessmentId),
}

/// What is to be done outside. Effects are carried out in their order, and before anything is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Keep this version in the quick store: join what stands there, write, read back. At once;
    /// answered by [`Input::Quick`].
    Quick(AssessmentId, u64),
    /// Keep this version in the database: read, join and write in one transaction. Answered by
    /// [`Input::Database`].
    Database(AssessmentId, u64),
    /// Take it out of both stores. Answered by [`Input::Forgotten`].
    Forget(AssessmentId),
    /// Read the next records behind this key. Answered by [`Input::Read`].
    Read {
        /// The last key that was read; empty for the first.
        behind: String,
        /// How many.
        most: u32,
    },
    /// Tell other tabs what this assessment holds: the quick store will not.
    Tell(AssessmentId),
    /// Tell other tabs that somebody has deleted this assessment for good.
    TellGone(AssessmentId),
    /// Answer with [`Input::Fired`] after so many milliseconds.
    After(u32, Timer),
    /// Say something to whoever is there.
    Say(Said),
}

/// What a timer is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Timer {
    /// The database has had its time to open.
    Patience,
    /// Tabs have been quiet long enough to write what one of them lacked.
    Quiet(AssessmentId),
    /// The next records can be read: the page has had a frame.
    ReadOn,
}

/// What is said about something that was done, or was not.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// It was done, and can be taken back here.
    Done(Title, Option<AssessmentId>),
    /// It was taken back, or done again.
    Undone(Undone),
    /// Nothing was changed: it can only be looked at.
    OnlyToLookAt(AssessmentId),
    /// Nothing was changed: there is no room for it.
    Full(Limit),
    /// It was deleted for good.
    Deleted,
    /// A questionnaire could not be kept in either store.
    QuestionnaireNotKept(StoreError),
    /// It is to be deleted for good, and a store does not let go of it.
    NotDeleted(StoreError),
}

/// What was taken back, or done again.
#[derive(Debug, Clone, PartialEq)]
pub struct Undone {
    /// What it was.
    pub title: Title,
    /// The first edit that did so, and where: what was changed is to be seen.
    pub first: Option<(AssessmentId, Box<Edit>)>,
    /// So many of its fields were changed elsewhere since, and stayed as they are.
    pub left: usize,
}

/// What to show anew.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Touched {
    /// Practices whose answers, notes, evidence or targets changed.
    pub practices: Set<PracticeId>,
    /// Metrics whose measurements changed.
    pub metrics: Set<MetricId>,
    /// Whether anything changed: scores and the list of assessments.
    pub any: bool,
    /// Whether more may have changed than the fields named here.
    pub all: bool,
    /// Whether the line on what is kept changed.
    pub saving: bool,
    /// Whether what may be done with an assessment changed.
    pub access: bool,
    /// Whether records were set aside.
    pub set_aside: bool,
    /// Whether the database was read through, or given up.
    pub opened: bool,
}

impl Touched {
    /// Adds what else is to be shown anew.
    pub fn add(&mut self, other: Self) {
        for (id, ()) in other.practices {
            self.practices.put(id, ());
        }
        for (id, ()) in other.metrics {
            self.metrics.put(id, ());
        }
        self.any |= other.any;
        self.all |= other.all;
        self.saving |= other.saving;
        self.access |= other.access;
        self.set_aside |= other.set_aside;
        self.opened |= other.opened;
    }
}

impl Touched {
    /// Notes what is to be shown anew.
    pub(super) fn note(&mut self, edit: &Edit) {
        self.any = true;
        match (edit, edit.practice()) {
            (_, Some(practice)) => {
                self.practices.put(practice.clone(), ());
            }
            (Edit::Measure(metric, _), None) => {
                self.metrics.put(metric.clone(), ());
            }
            _ => {}
        }
    }
}
