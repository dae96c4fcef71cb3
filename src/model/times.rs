//! What stamps say of time, for somebody whose wall clock says `now`. What is more than a day ahead
//! of it is not believed: it keeps its place in the order of writes, and tells no time.

use super::assessment::Fields;
use super::{Assessment, Note, Practice, Questionnaire, Stamp};

/// How long a removed assessment can be brought back, in milliseconds: 30 days.
pub const TRASH: u64 = 30 * 24 * 3600 * 1000;

impl Assessment {
    /// Every stamp in the document, for a clock to observe.
    pub fn stamps(&self) -> impl Iterator<Item = &Stamp> {
        self.removed.stamp.iter().chain(self.other_stamps())
    }

    /// Every stamp but that of its removal.
    pub(super) fn other_stamps(&self) -> impl Iterator<Item = &Stamp> {
        fn of<K: Ord, T>(fields: &Fields<K, T>) -> impl Iterator<Item = &Stamp> {
            fields.values().filter_map(|f| f.stamp.as_ref())
        }
        (self.moved.iter())
            .chain(self.team.stamp.iter())
            .chain(self.scope.stamp.iter())
            .chain(of(&self.responses))
            .chain(self.notes.values().filter_map(Note::stamp))
            .chain(of(&self.evidence))
            .chain(of(&self.measurements))
            .chain(of(&self.targets))
            .chain(of(&self.actions))
            .chain(of(&self.snapshots))
            .chain(of(&self.about))
            .chain(of(&self.workshops))
            .chain(of(&self.ballots))
            .chain(of(&self.outcomes))
    }

    /// When it was changed last, in milliseconds since 1970. `None` where no stamp tells.
    #[must_use]
    pub fn changed_at(&self, now: u64) -> Option<u64> {
        let believed = self.stamps().filter(|stamp| stamp.is_believed(now));
        believed.map(|stamp| stamp.millis).max()
    }

    /// How many fields were written after a time in milliseconds since 1970.
    #[must_use]
    pub fn changes_since(&self, millis: u64, now: u64) -> usize {
        let believed = self.stamps().filter(|stamp| stamp.is_believed(now));
        believed.filter(|stamp| stamp.millis > millis).count()
    }

    /// When it was removed, in milliseconds since 1970, unless it was edited after that.
    ///
    /// A removal is written after everything that was seen then, so whatever is later is an edit
    /// that wins over it. One that had to be written after a stamp from the future would win over
    /// all edits to come; there, the time at which it was made decides over those that are believed.
    #[must_use]
    pub fn removed_at(&self, now: u64) -> Option<u64> {
        let made = self.removed.value.as_ref()?.as_ref();
        let Some(written) = self.removed.stamp.as_ref() else {
            return self.other_stamps().next().is_none().then_some(0);
        };
        let made = made.filter(|_| !written.is_believed(now));
        let is_edit = |stamp: &Stamp| {
            stamp > written || made.is_some_and(|made| stamp > made && stamp.is_believed(now))
        };
        let is_edited = self.other_stamps().any(is_edit);
        (!is_edited).then_some(made.unwrap_or(written).millis)
    }

    /// Whether it was removed so long ago that it is to be forgotten.
    #[must_use]
    pub fn is_forgotten(&self, now: u64) -> bool {
        self.removed_at(now)
            .is_some_and(|at| at.saturating_add(TRASH) < now)
    }

    /// Where to go on: the first open practice after the one that was answered last, or before it
    /// when there is none behind. `None` when every question is answered.
    #[must_use]
    pub fn next_open<'q>(
        &self,
        questionnaire: &'q Questionnaire,
        now: u64,
    ) -> Option<&'q Practice> {
        let asked: Vec<_> = self.asked(questionnaire).collect();
        let written = |p: &Practice| {
            let stamp = self.responses.get(&p.id).and_then(|f| f.stamp.as_ref());
            stamp.filter(|stamp| stamp.is_believed(now))
        };
        let last = (0..asked.len())
            .filter(|&at| written(asked[at]).is_some())
            .max_by_key(|&at| written(asked[at]));
        let (before, behind) = asked.split_at(last.map_or(0, |at| at + 1));
        let mut in_turn = behind.iter().chain(before);
        in_turn.find(|p| self.answer(&p.id).is_none()).copied()
    }

    /// The period of the measurement that was entered last: the next one most likely covers it too.
    #[must_use]
    pub fn usual_period(&self, now: u64) -> Option<String> {
        let periods = self.measurements.values().filter_map(|field| {
            let period = field.value.as_ref()?.period.clone()?;
            let stamp = field.stamp.as_ref();
            Some((stamp.filter(|stamp| stamp.is_believed(now)), period))
        });
        periods.max().map(|(_, period)| period)
    }
}
