//! The database is opened and read: a few records at a time, joined with what is here; then each store
//! gets what it lacks.

use super::effect::{Effect, Timer};
use super::held::Held;
use super::reading::Found;
use super::reply::Reply;
use super::saving::Link;
use super::state::Desk;
use crate::model::{Assessment, AssessmentId};
use crate::storage::{self, Opening, StoreError};

/// How long the database may take to open, in milliseconds, before the page says that it cannot be
/// used. It is taken all the same when it opens later.
const PATIENCE: u32 = 4000;
/// So many records are read at once; at first fewer, so that something is on the screen soon.
const AT_ONCE: u32 = 8;
const FIRST: u32 = 2;
/// How long the page has for its first frame, in milliseconds.
const FRAME: u32 = 50;
/// So many assessments are put back into the quick store when it lacks them.
const QUICK: usize = 60;

/// What joining a copy did.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Joined {
    /// There was one with its id.
    pub(super) was_here: bool,
    /// It brought something.
    pub(super) is_news: bool,
    /// What is here has something that the copy has not.
    pub(super) knows_more: bool,
}

impl Desk {
    /// What is to be done at the very start: the shell opens the database by itself.
    #[must_use]
    pub fn at_first() -> Vec<Effect> {
        vec![Effect::After(PATIENCE, Timer::Patience)]
    }

    pub(super) fn database_opened(&mut self, result: Result<(), StoreError>, reply: &mut Reply) {
        match result {
            Err(why) => {
                self.saving.link = Link::Missing(why);
                self.opened(reply);
            }
            Ok(()) => {
                self.saving.link = Link::Open;
                for id in self.saving.forgetting.keys() {
                    reply.effects.push(Effect::Forget(id.clone()));
                }
                self.read_all(reply);
            }
        }
    }

    /// Reads the database from its first record on.
    fn read_all(&mut self, reply: &mut Reply) {
        if self.reading.under_way.is_some() {
            self.reading.again = true;
            return;
        }
        self.reading.under_way = Some(Found {
            asked: FIRST,
            ..Found::default()
        });
        reply.act(Effect::Read {
            behind: String::new(),
            most: FIRST,
        });
    }

    /// Some records came.
    pub(super) fn read(
        &mut self,
        result: Result<Vec<(String, String)>, StoreError>,
        reply: &mut Reply,
    ) {
        let Some(mut found) = self.reading.under_way.take() else {
            return;
        };
        let Ok(records) = result else {
            // What is there stays there; what is here is written as it comes.
            return self.read_through(found, reply);
        };
        let is_whole = records.len() < found.asked as usize;
        if let Some((key, _)) = records.last() {
            found.behind.clone_from(key);
        }
        self.take_records(records, &mut found, reply);
        if is_whole {
            return self.read_through(found, reply);
        }
        // The first frame is painted before the others are read; then whoever clicks comes first.
        let wait = if found.asked == FIRST { FRAME } else { 0 };
        found.asked = AT_ONCE;
        self.reading.under_way = Some(found);
        reply.act(Effect::After(wait, Timer::ReadOn));
    }

    /// The page has had its time: the next records.
    pub(super) fn read_on(&mut self, reply: &mut Reply) {
        if let Some(found) = &self.reading.under_way {
            reply.act(Effect::Read {
                behind: found.behind.clone(),
                most: found.asked,
            });
        }
    }

    /// Joins some records.
    fn take_records(
        &mut self,
        records: Vec<(String, String)>,
        found: &mut Found,
        reply: &mut Reply,
    ) {
        // What cannot be read is told once, whichever store it stands in.
        let known = std::mem::take(&mut self.set_aside);
        let count = known.len();
        let mut opening = Opening {
            set_aside: known,
            ..Opening::default()
        };
        storage::sort(&mut opening, records);
        for assessment in &opening.assessments {
            if self.saving.forgetting.has(&assessment.id) {
                continue;
            }
            let joined = self.absorb(assessment, reply);
            found.ids.put(assessment.id.clone(), ());
            if joined.knows_more || (joined.is_news && joined.was_here) {
                found.lacking.push(assessment.id.clone());
            } else if joined.is_news {
                found.absent.push(assessment.id.clone());
            }
        }
        for id in &opening.newer {
            self.make_read_only(id, reply);
        }
        reply.touched.set_aside |= opening.set_aside.len() > count;
        self.set_aside = opening.set_aside;
    }

    /// Everything was read: writes what either store lacks.
    fn read_through(&mut self, mut found: Found, reply: &mut Reply) {
        let here = self.held.iter().filter(|(id, held)| {
            held.own().is_some() && !found.ids.has(*id) && !found.lacking.contains(id)
        });
        let here: Vec<_> = here.map(|(id, _)| id.clone()).collect();
        found.lacking.extend(here);
        // Hundreds are not put into the quick store, which has no room for them.
        if found.ids.len() <= QUICK {
            found.lacking.append(&mut found.absent);
        }
        for id in &found.lacking {
            self.write(id, reply);
        }
        self.send_waiting(reply);
        self.empty_trash(reply);
        self.opened(reply);
        if std::mem::take(&mut self.reading.again) {
            self.read_all(reply);
        }
    }

    /// Forgets what was removed more than 30 days ago.
    fn empty_trash(&mut self, reply: &mut Reply) {
        let now = reply.now.millis;
        let old = self.removed().filter(|a| a.is_forgotten(now));
        let old: Vec<_> = old.map(|a| a.id.clone()).collect();
        for id in old {
            self.forget(&id, reply);
        }
    }

    /// The database was read, or will not be.
    fn opened(&mut self, reply: &mut Reply) {
        reply.touched.opened |= !self.reading.is_done;
        self.reading.is_done = true;
    }

    pub(super) fn fired(&mut self, timer: &Timer, reply: &mut Reply) {
        match timer {
            Timer::Patience => {
                if self.saving.link == Link::Opening {
                    self.saving.link = Link::Missing(StoreError::Silent);
                    self.opened(reply);
                }
            }
            Timer::ReadOn => self.read_on(reply),
            Timer::Quiet(id) => self.quiet(id, reply),
        }
    }

    /// The page is looked at again: a tab that slept may have missed what others wrote.
    pub(super) fn shown(&mut self, quick: Result<Opening, StoreError>, reply: &mut Reply) {
        if let Ok(quick) = quick {
            for assessment in &quick.assessments {
                self.join(assessment, reply);
            }
            self.bring_back_to(&quick, reply);
        }
        if self.saving.link == Link::Open {
            self.read_all(reply);
        }
    }

    /// Writes what the quick store had and has no more: a tab whose clock is years ahead has emptied the
    /// trash of an assessment that was brought back here.
    fn bring_back_to(&mut self, quick: &Opening, reply: &mut Reply) {
        // What is there and cannot be read is left to whoever looks after it.
        let is_unread = !quick.set_aside.is_empty() || !quick.newer.is_empty();
        if self.held.len() > QUICK || is_unread {
            return;
        }
        let is_there = |id: &AssessmentId| quick.assessments.iter().any(|a| a.id == *id);
        let missing = self
            .saving
            .progress
            .iter()
            .filter(|(id, progress)| progress.known.is_some() && !is_there(id));
        let missing: Vec<_> = missing.map(|(id, _)| id.clone()).collect();
        for id in missing {
            self.write(&id, reply);
        }
    }

    /// Joins what came from elsewhere, if it is here.
    pub(super) fn join(&mut self, other: &Assessment, reply: &mut Reply) -> Joined {
        if self.saving.forgetting.has(&other.id) {
            return Joined::default();
        }
        self.absorb(other, reply)
    }

    /// Joins what came from a store or another tab. A copy that is kept takes the place of a guest.
    fn absorb(&mut self, other: &Assessment, reply: &mut Reply) -> Joined {
        self.clock.observe_all(other, reply.now.millis);
        let is_own = matches!(self.held.get(&other.id), Some(Held::Own(_)));
        let joined = match self.held.get_mut(&other.id) {
            Some(Held::Own(mine) | Held::ReadOnly(mine)) => {
                let before = mine.clone();
                mine.join(other);
                Joined {
                    was_here: true,
                    is_news: *mine != before,
                    // What is only looked at shows what is stored, and has nothing to give.
                    knows_more: is_own && *mine != *other,
                }
            }
            guest => {
                reply.touched.access |= guest.is_some();
                self.held.put(other.id.clone(), Held::Own(other.clone()));
                Joined {
                    is_news: true,
                    ..Joined::default()
                }
            }
        };
        reply.touched.all |= joined.is_news;
        joined
    }
}
