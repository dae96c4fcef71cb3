//! What stamps say of time, for somebody whose wall clock says `now`. What is more than a day ahead
//! of it is not believed: it keeps its place in the order of writes, and tells no time.

use super::assessment::Fields;
use super::{Assessment, Clock, Note, Practice, Questionnaire, Removal, Sorted, Stamp, WriterId};

/// How long a removed assessment can be brought back, in milliseconds: 30 days.
pub const TRASH: u64 = 30 * 24 * 3600 * 1000;

impl Assessment {
    /// Every stamp in the document, for a clock to observe.
    pub fn stamps(&self) -> impl Iterator<Item = &Stamp> {
        let own = self.removed.stamp.iter();
        own.chain(self.other_stamps())
    }

    /// Every stamp but that of its removal.
    fn other_stamps(&self) -> Vec<&Stamp> {
        fn of<'a, K: Ord, T>(all: &mut Vec<&'a Stamp>, fields: &'a Fields<K, T>) {
            all.extend(fields.values().filter_map(|f| f.stamp.as_ref()));
        }
        let heads = [&self.moved, &self.team.stamp, &self.scope.stamp];
        let mut all: Vec<_> = heads.into_iter().flatten().collect();
        all.extend(self.notes.values().filter_map(Note::stamp));
        of(&mut all, &self.responses);
        of(&mut all, &self.carried);
        of(&mut all, &self.evidence);
        of(&mut all, &self.measurements);
        of(&mut all, &self.targets);
        of(&mut all, &self.actions);
        of(&mut all, &self.snapshots);
        of(&mut all, &self.about);
        of(&mut all, &self.workshops);
        of(&mut all, &self.ballots);
        of(&mut all, &self.outcomes);
        all
    }

    /// A removal made now.
    pub(super) fn removal(&self, now: &Stamp) -> Removal {
        let mut ahead = Sorted::<WriterId, Stamp>::default();
        let mut stamps = self.other_stamps();
        stamps.retain(|stamp| *stamp > now);
        for stamp in stamps {
            if ahead.get(&stamp.writer).is_none_or(|latest| latest < stamp) {
                ahead.put(stamp.writer.clone(), stamp.clone());
            }
        }
        Removal { made: None, ahead }
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

    /// Whether it was removed and not edited after that.
    #[must_use]
    pub fn is_removed(&self) -> bool {
        let Some(removal) = &self.removed.value else {
            return false;
        };
        let made = removal.made.as_ref().or(self.removed.stamp.as_ref());
        let is_edit = |stamp: &Stamp| {
            Some(stamp) > made && removal.ahead.get(&stamp.writer).is_none_or(|s| s < stamp)
        };
        !self.other_stamps().into_iter().any(is_edit)
    }

    /// Whether it was removed so long ago that it is to be forgotten.
    #[must_use]
    pub fn is_forgotten(&self, now: u64) -> bool {
        let Some(removal) = self.removed.value.as_ref().filter(|_| self.is_removed()) else {
            return false;
        };
        let made = removal.made.as_ref().or(self.removed.stamp.as_ref());
        // It was removed after all that was seen then, even if the clock said otherwise.
        let ahead = removal.ahead.values().filter(|s| s.is_believed(now));
        let at = made.into_iter().chain(ahead).map(|stamp| stamp.millis);
        at.max().unwrap_or_default().saturating_add(TRASH) < now
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

impl Clock {
    /// Takes note of every stamp of a document.
    pub fn observe_all(&mut self, assessment: &Assessment, wall: u64) {
        let stamps = assessment.stamps();
        stamps.for_each(|stamp| self.observe(stamp, wall));
    }
}
