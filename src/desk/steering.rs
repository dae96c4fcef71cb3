//! Workshops steered: clocks, the practice on the table, what is on the agenda.

use super::state::Desk;
use super::transaction::{Title, Transaction};
use super::workshops::{held_as, minutes, turn};
use crate::model::{AssessmentId, Phase, PracticeId, Workshop, WorkshopId};

impl Desk {
    /// Where the room is and how long it has, which is no step to be undone.
    #[must_use]
    pub fn steer(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        steer: impl FnOnce(&mut Workshop),
    ) -> Option<Transaction> {
        let mut steered = self.workshop(id, workshop)?;
        steer(&mut steered);
        Some(held_as(Title::Steer, id, workshop, steered))
    }

    /// Gives all that is left so many minutes from `now` on, in milliseconds since 1970.
    #[must_use]
    pub fn give_time(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        left: u32,
        now: u64,
    ) -> Option<Transaction> {
        self.steer(id, workshop, |w| {
            w.minutes = left;
            // Before the reveal no clock runs.
            if w.phase == Phase::Discussing {
                w.ends = Some(minutes(w.paused.unwrap_or(now), left));
            }
        })
    }

    /// Gives the practice on the table a minute more, counted from `now` on where its time is over.
    #[must_use]
    pub fn give_minute(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        now: u64,
    ) -> Option<Transaction> {
        self.steer(id, workshop, |w| {
            let now = w.paused.unwrap_or(now);
            w.until = w.until.map(|until| minutes(until.max(now), 1));
        })
    }

    /// Stops the clocks, or lets them run on.
    #[must_use]
    pub fn pause(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        stops: bool,
        now: u64,
    ) -> Option<Transaction> {
        self.steer(id, workshop, |w| match stops {
            true => w.pause(now),
            false => w.go_on(now),
        })
    }

    /// Takes a practice up or leaves it out. The room turns to what comes next where it was on the table.
    #[must_use]
    pub fn talk_of(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        practice: &PracticeId,
        does: bool,
        now: u64,
    ) -> Option<Transaction> {
        let mut held = self.workshop(id, workshop)?;
        held.talk_of(practice, does);
        let is_stuck =
            held.phase == Phase::Discussing && held.at.as_ref().is_none_or(|at| !held.talks_of(at));
        if is_stuck {
            let next = self.next_of(id, workshop, &held, now)?;
            turn(&mut held, next, now);
        }
        Some(held_as(Title::Steer, id, workshop, held))
    }

    /// Turns to a practice, with its time from `now` on, in milliseconds since 1970.
    #[must_use]
    pub fn turn_to(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        practice: Option<PracticeId>,
        now: u64,
    ) -> Option<Transaction> {
        self.steer(id, workshop, |w| {
            // Whoever goes on has begun, or is back from the break.
            w.go_on(now);
            turn(w, practice, now);
        })
    }

    /// Turns to what comes next on the agenda.
    #[must_use]
    pub fn turn_to_next(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        now: u64,
    ) -> Option<Transaction> {
        let held = self.workshop(id, workshop)?;
        let next = self.next_of(id, workshop, &held, now)?;
        self.turn_to(id, workshop, next, now)
    }
}
