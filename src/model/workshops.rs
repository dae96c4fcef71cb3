//! The workshops of an assessment.

use super::{
    Answer, Assessment, BallotId, Cast, Outcome, Phase, PracticeId, Settled, Sorted, Within,
    Workshop, WorkshopId,
};

impl Assessment {
    /// The workshops, the earliest first.
    #[must_use]
    pub fn workshops(&self) -> Vec<(&WorkshopId, &Workshop)> {
        let live = self.workshops.iter();
        let live = live.filter_map(|(id, field)| Some((id, field.value.as_ref()?)));
        let by_time: Sorted<_, _> = live.map(|(id, w)| ((&w.began, id), w)).collect();
        by_time.into_iter().map(|((_, id), w)| (id, w)).collect()
    }

    /// The workshop that is not finished; the latest, should there be several.
    #[must_use]
    pub fn open_workshop(&self) -> Option<(&WorkshopId, &Workshop)> {
        let mut all = self.workshops();
        all.retain(|(_, w)| w.phase != Phase::Finished);
        all.pop()
    }

    /// A workshop that is held or was.
    #[must_use]
    pub fn workshop(&self, id: &WorkshopId) -> Option<&Workshop> {
        self.workshops.get(id)?.value.as_ref()
    }

    /// The ballots of a workshop that are not counted yet.
    pub fn ballots<'a>(
        &'a self,
        workshop: &'a WorkshopId,
    ) -> impl Iterator<Item = (&'a BallotId, &'a Cast)> {
        let own = self.ballots.iter();
        let own = own.filter(move |(key, _)| key.workshop == *workshop);
        own.filter_map(|(key, field)| Some((&key.of, field.value.as_ref()?)))
    }

    /// The room's answer to a practice: one given since the reveal, or settled. An answer from
    /// before would lead the room; so where a stamp is not believed, as the wall clock says `now`,
    /// it counts only from whoever steers the workshop.
    #[must_use]
    pub fn agreed(
        &self,
        workshop: &WorkshopId,
        practice: &PracticeId,
        now: u64,
    ) -> Option<&Answer> {
        let steered = self.workshops.get(workshop)?;
        let held = steered.value.as_ref()?;
        let talk = u64::from(held.minutes) * 60_000;
        let before = || held.ends.unwrap_or_default().saturating_sub(talk);
        let revealed = held.revealed.map_or_else(before, |(at, _)| at);
        let field = self.responses.get(practice)?;
        let writer = steered.stamp.as_ref().map(|stamp| &stamp.writer);
        let is_given = field.stamp.as_ref().is_some_and(|stamp| {
            stamp.millis >= revealed && (stamp.is_believed(now) || Some(&stamp.writer) == writer)
        });
        let is_settled = || self.outcome(workshop, practice).settled == Settled::Agreed;
        field.value.as_ref().filter(|_| is_given || is_settled())
    }

    /// What came of a practice in a workshop, so far.
    #[must_use]
    pub fn outcome(&self, workshop: &WorkshopId, practice: &PracticeId) -> Outcome {
        let key = Within::new(workshop, practice.clone());
        let field = self.outcomes.get(&key);
        field.and_then(|f| f.value.clone()).unwrap_or_default()
    }
}
