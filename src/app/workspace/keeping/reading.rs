//! Reading the database: a few records at a time, joined with what is here.

use super::Workspace;
use crate::app::browser::database::Database;
use crate::app::browser::page;
use crate::model::{self, AssessmentId};
use crate::storage::{self, Opening};
use leptos::prelude::*;

/// So many records are read at once; at first fewer, so that something is on the screen soon.
const AT_ONCE: u32 = 8;
const FIRST: u32 = 2;
/// How long the page has for its first frame, in milliseconds.
const FRAME: i32 = 50;

/// So many assessments are put back into the quick store when it lacks them.
const QUICK: usize = 60;

/// What was found in the database so far.
#[derive(Default)]
struct Found {
    ids: model::Set<AssessmentId>,
    /// Those that one of the stores lacks something of.
    lacking: Vec<AssessmentId>,
    /// Those that the quick store has not at all.
    absent: Vec<AssessmentId>,
}

impl Workspace {
    /// Reads the database, joins what is in it, and writes what either store lacks. A few records at
    /// a time, so that the page stays alive with a thousand of them.
    pub(super) fn read(self, database: &Database) {
        self.read_on(database.clone(), String::new(), Found::default());
    }

    fn read_on(self, database: Database, behind: String, mut found: Found) {
        let own = database.clone();
        // The first frame is painted before the others are read.
        let (most, wait) = if behind.is_empty() {
            (FIRST, FRAME)
        } else {
            (AT_ONCE, 0)
        };
        database.read_some(&behind, most, move |records| {
            let records = match records {
                Ok(records) => records,
                Err(why) => {
                    self.keeping.update_value(|k| k.stored = Err(why));
                    return self.read_through(found);
                }
            };
            let last = records.last().map(|(key, _)| key.clone());
            let is_whole = records.len() < most as usize;
            self.take_records(records, &mut found);
            match last.filter(|_| !is_whole) {
                // The next turn of the event loop: whoever clicks meanwhile comes first.
                Some(last) => page::after(wait, move || self.read_on(own, last, found)),
                None => self.read_through(found),
            }
        });
    }

    /// Joins some records.
    fn take_records(self, records: Vec<(String, String)>, found: &mut Found) {
        // What cannot be read is told once, whichever store it stands in.
        let known = self.set_aside.get_untracked();
        let count = known.len();
        let mut opening = Opening {
            set_aside: known,
            ..Opening::default()
        };
        storage::sort(&mut opening, records);
        let mut is_news = false;
        for assessment in &opening.assessments {
            let joined = self.absorb(assessment);
            is_news |= joined.is_news;
            found.ids.put(assessment.id.clone(), ());
            if joined.knows_more || (joined.is_news && joined.was_here) {
                found.lacking.push(assessment.id.clone());
            } else if joined.is_news {
                found.absent.push(assessment.id.clone());
            }
        }
        let newer = opening.newer.into_iter();
        newer.for_each(|id| self.make_read_only(id));
        if opening.set_aside.len() > count {
            self.set_aside.set(opening.set_aside);
        }
        if is_news {
            self.notify_all();
        }
    }

    /// Everything was read: writes what either store lacks.
    fn read_through(self, mut found: Found) {
        self.state.with_value(|s| {
            let here = s.assessments.keys().filter(|id| !found.ids.has(*id));
            found.lacking.extend(here.cloned());
        });
        // Hundreds are not put into the quick store, which has no room for them.
        if found.ids.len() <= QUICK {
            found.lacking.append(&mut found.absent);
        }
        let waiting = self
            .keeping
            .try_update_value(|k| std::mem::take(&mut k.waiting));
        let waiting = waiting.into_iter().flatten().map(|(id, ())| id);
        found.lacking.extend(waiting);
        let is_used = self.keeping.with_value(|k| k.is_used);
        for id in &found.lacking {
            self.keep(id);
        }
        // Healing a store is no change of the user's.
        self.keeping.update_value(|k| k.is_used = is_used);
        self.empty_trash();
        self.opened();
    }
}
