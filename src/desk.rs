//! Floor 3: the desk. Everything that Plumbline holds while it runs, and the one door through which
//! it changes.
//!
//! [`Desk::handle`] takes what happened (somebody did something, a store answered, another tab spoke)
//! and returns what to show anew and what to do outside. It knows no browser, no clock and no chance,
//! so that tests drive it by the hundred thousand. The shell in `app` carries the effects out and
//! hands their results back.

pub mod effect;
mod held;
mod reading;
pub mod saving;
mod tabs;
pub mod transaction;
mod undo;

pub use effect::{Effect, Input, Now, Said, Timer, Touched};
pub use held::{Access, Held};
pub use saving::{Kept, Line};
pub use transaction::{Step, Title, Transaction};

use crate::catalog::Library;
use crate::model::{
    Assessment, AssessmentId, Clock, Limit, Questionnaire, Reasons, Table, WriterId,
};
use crate::storage::{self, Opening, Room, SetAside, StoreError};
use reading::Reading;
use saving::Saving;
use undo::Undo;

/// What is held in memory, and how far it is kept.
#[derive(Debug)]
pub struct Desk {
    held: Table<AssessmentId, Held>,
    library: Library,
    clock: Clock,
    undo: Undo,
    saving: Saving,
    reading: Reading,
    set_aside: Vec<SetAside>,
    reasons: Reasons,
    /// Comes with the later files: what the first page changes always has room.
    bounds: Option<Bounds>,
}

/// How much an assessment takes. The checks write the whole document, so they are handed in: the
/// first file does without them.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Whether there is room for edits.
    pub edits: Room,
    /// Whether two copies can be joined.
    pub joins: fn(&Questionnaire, &Assessment, &Assessment) -> Result<(), Limit>,
}

impl Bounds {
    /// The bounds of what can be written and read again.
    pub const ALL: Self = Self {
        edits: storage::room_for,
        joins: |q, mine, other| storage::joined(q, mine, other).map(drop),
    };
}

impl Desk {
    /// A desk with what the quick store holds, or why that cannot be read. Nothing is written.
    #[must_use]
    pub fn new(
        writer: WriterId,
        now: Now,
        library: Library,
        quick: Result<Opening, StoreError>,
    ) -> Self {
        let (opening, quick) = match quick {
            Ok(opening) => (opening, Ok(())),
            Err(why) => (Opening::default(), Err(why)),
        };
        let mut desk = Self {
            held: Table::default(),
            library,
            clock: Clock::new(writer),
            undo: Undo::default(),
            saving: Saving::new(quick),
            reading: Reading::default(),
            set_aside: opening.set_aside,
            reasons: Reasons::default(),
            bounds: None,
        };
        for assessment in opening.assessments {
            desk.clock.observe_all(&assessment, now.millis);
            let id = assessment.id.clone();
            let held = if opening.newer.contains(&id) {
                Held::ReadOnly(assessment)
            } else {
                Held::Own(assessment)
            };
            desk.held.put(id, held);
        }
        desk
    }

    /// Takes in what happened. Returns what to show anew, and what to do outside, in this order.
    pub fn handle(&mut self, now: Now, input: Input) -> (Touched, Vec<Effect>) {
        let mut reply = Reply {
            now,
            line: self.line(),
            touched: Touched::default(),
            effects: Vec::new(),
        };
        match input {
            Input::Do(transaction) => self.carry_out(transaction, false, &mut reply),
            Input::More(transaction) => self.carry_out(transaction, true, &mut reply),
            Input::Undo(here) => self.undo(here.as_ref(), &mut reply),
            Input::Redo(here) => self.redo(here.as_ref(), &mut reply),
            Input::Quick(id, version, result) => {
                self.quick_answered(&id, version, result, &mut reply)
            }
            Input::Database(id, version, result) => {
                self.database_answered(&id, version, result, &mut reply);
            }
            Input::Forgotten(id, result) => self.forgotten(&id, result),
            Input::Opened(result) => self.database_opened(result, &mut reply),
            Input::Read(result) => self.read(result, &mut reply),
            Input::FromTab(key, text) => self.heard(&key, text.as_deref(), &mut reply),
            Input::Shown(opening) => self.shown(opening, &mut reply),
            Input::Fired(timer) => self.fired(&timer, &mut reply),
            Input::Guests(guests) => self.show_guests(guests, &mut reply),
            Input::KeepGuest(id) => self.keep_guest(&id, &mut reply),
            Input::DismissGuest(id) => self.dismiss_guest(&id, &mut reply),
        }
        reply.touched.saving |= self.line() != reply.line;
        (reply.touched, reply.effects)
    }

    /// Looks at an assessment, removed or not. `None` when there is none with this id.
    pub fn with<T>(&self, id: &AssessmentId, look: impl FnOnce(&Assessment) -> T) -> Option<T> {
        self.held.get(id).map(|held| look(held.assessment()))
    }

    /// Whether there is an assessment with this id that was not removed.
    #[must_use]
    pub fn has(&self, id: &AssessmentId) -> bool {
        self.with(id, |a| !a.is_removed()) == Some(true)
    }

    /// What may be done with an assessment. `None` when there is none with this id.
    #[must_use]
    pub fn access(&self, id: &AssessmentId) -> Option<Access> {
        self.held.get(id).map(Held::access)
    }

    /// The assessments that were not removed, by id.
    pub fn each(&self) -> impl Iterator<Item = &Assessment> {
        let all = self.held.values().map(Held::assessment);
        all.filter(|a| !a.is_removed())
    }

    /// The assessments of one's own that were removed and can be brought back, by id.
    pub fn removed(&self) -> impl Iterator<Item = &Assessment> {
        let own = self.held.values().filter_map(Held::own);
        own.filter(|a| a.is_removed())
    }

    /// The questionnaire that an assessment answers; the built-in one where it names none that is
    /// known.
    #[must_use]
    pub fn questionnaire(&self, id: &AssessmentId) -> &'static Questionnaire {
        let named = self.with(id, |a| self.library.of(&a.questionnaire));
        named.unwrap_or_else(|| self.library.built_in())
    }

    /// The questionnaires that are known.
    #[must_use]
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The same, to change: the built-in one comes in two parts.
    pub fn library_mut(&mut self) -> &mut Library {
        &mut self.library
    }

    /// From now on, what there is no room for is refused.
    pub fn bound(&mut self, bounds: Bounds) {
        self.bounds = Some(bounds);
    }

    /// Records that could not be read. They stay where they are.
    #[must_use]
    pub fn set_aside(&self) -> &[SetAside] {
        &self.set_aside
    }

    /// Whether the database may still bring what is not here yet.
    #[must_use]
    pub fn is_opening(&self) -> bool {
        self.reading.is_opening()
    }

    /// How far everything is kept: the worst of all assessments.
    #[must_use]
    pub fn line(&self) -> Line {
        self.saving.line(&self.held)
    }

    /// When something was last kept as well as it can be, in milliseconds since 1970.
    #[must_use]
    pub fn kept_at(&self) -> Option<u64> {
        self.saving.kept_at()
    }

    /// What could be undone here, by title. Within an assessment that is the last thing done to it;
    /// elsewhere the last that was done to assessments as wholes.
    #[must_use]
    pub fn can_undo(&self, here: Option<&AssessmentId>) -> Option<&Title> {
        self.undo.next_undo(here)
    }
}

/// What is to be said when all is handled.
struct Reply {
    now: Now,
    /// The line before.
    line: Line,
    touched: Touched,
    effects: Vec<Effect>,
}

impl Reply {
    fn act(&mut self, effect: Effect) {
        self.effects.push(effect);
    }
}
