//! What the desk holds, to look at.

use super::effect::Now;
use super::entries::Undo;
use super::held::{Access, Held};
use super::reading::Reading;
use super::saving::{Line, Link, Saving};
use super::transaction::Title;
use crate::catalog::Library;
use crate::catalog::sample::{SAMPLES, is_sample};
use crate::model::{Assessment, AssessmentId, Clock, Questionnaire, Reasons, Sorted, WriterId};
use crate::storage::{Opening, SetAside, StoreError};

/// What is held in memory, and how far it is kept.
#[derive(Debug)]
pub struct Desk {
    pub(super) held: Sorted<AssessmentId, Held>,
    pub(super) library: Library,
    pub(super) clock: Clock,
    pub(super) undo: Undo,
    pub(super) saving: Saving,
    pub(super) reading: Reading,
    pub(super) set_aside: Vec<SetAside>,
    pub(super) reasons: Reasons,
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
        let mut desk = Self::closed(writer, library);
        desk.open(now, quick);
        desk
    }

    /// A desk that knows nothing yet of what is kept. Nothing is done with it before it is opened.
    #[must_use]
    pub fn closed(writer: WriterId, library: Library) -> Self {
        Self {
            held: Sorted::default(),
            library,
            clock: Clock::new(writer),
            undo: Undo::default(),
            saving: Saving::new(Ok(())),
            reading: Reading::default(),
            set_aside: Vec::new(),
            reasons: Reasons::default(),
        }
    }

    /// Shows one assessment as the quick store has it, until the desk is opened: to look at, for nothing is
    /// changed before that.
    pub fn show_early(&mut self, assessment: Assessment) {
        if self.library.built_in().id == assessment.questionnaire.id {
            self.held.put(assessment.id.clone(), Held::Own(assessment));
        }
    }

    /// Takes in what the quick store holds, or why that cannot be read. Nothing is written.
    pub fn open(&mut self, now: Now, quick: Result<Opening, StoreError>) {
        let (opening, quick) = match quick {
            Ok(opening) => (opening, Ok(())),
            Err(why) => (Opening::default(), Err(why)),
        };
        self.saving = Saving::new(quick);
        self.set_aside = opening.set_aside;
        self.held = Sorted::default();
        for assessment in opening.assessments {
            self.clock.observe_all(&assessment, now.millis);
            let id = assessment.id.clone();
            let held = if opening.newer.contains(&id) {
                Held::ReadOnly(assessment)
            } else {
                Held::Own(assessment)
            };
            self.held.put(id, held);
        }
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

    /// All assessments, removed or not, by id.
    pub fn all(&self) -> impl Iterator<Item = &Assessment> {
        self.held.values().map(Held::assessment)
    }

    /// The assessments that were not removed, by id.
    pub fn each(&self) -> impl Iterator<Item = &Assessment> {
        self.all().filter(|a| !a.is_removed())
    }

    /// How many assessments are somebody's, and how many are the sample's, which are never counted
    /// among them, downloaded with them, or reminded of.
    #[must_use]
    #[inline(never)]
    pub fn counts(&self) -> [usize; 2] {
        let mut counts = [0, 0];
        for a in self.each() {
            counts[usize::from(is_sample(&a.id))] += 1;
        }
        counts
    }

    /// Whether there are teams to be seen together. The sample's can be, too, to see how it looks.
    #[must_use]
    pub fn has_portfolio(&self) -> bool {
        self.counts().iter().sum::<usize>() > 1
    }

    /// Whether a portfolio begins with the sample's teams in it: as long as there are not two of
    /// somebody's, among whose gaps made-up ones would be counted.
    #[must_use]
    pub fn shows_sample(&self) -> bool {
        self.counts()[0] < 2
    }

    /// Whether the sample is here, all of it.
    #[must_use]
    pub fn has_sample(&self) -> bool {
        self.counts()[1] == SAMPLES.len()
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

    /// Why the database cannot be used, where it cannot.
    #[must_use]
    pub fn no_database(&self) -> Option<StoreError> {
        match self.saving.link {
            Link::Missing(why) => Some(why),
            Link::Opening | Link::Open => None,
        }
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

    /// Whether something that was changed here is in memory alone.
    #[must_use]
    pub fn is_at_risk(&self) -> bool {
        self.saving.is_at_risk(&self.held)
    }

    /// What could be undone here, by title. Within an assessment that is the last thing done to it;
    /// elsewhere the last that was done to assessments as wholes.
    #[must_use]
    pub fn can_undo(&self, here: Option<&AssessmentId>) -> Option<&Title> {
        self.undo.next_undo(here)
    }
}
