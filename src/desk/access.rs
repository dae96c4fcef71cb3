//! Assessments become one's own, or are only looked at, or go for good.

use super::effect::{Effect, Said};
use super::held::Held;
use super::reply::Reply;
use super::state::Desk;
use crate::model::{Assessment, AssessmentId};

impl Desk {
    /// From here on it is only looked at: a newer version wrote a record of it.
    pub(super) fn make_read_only(&mut self, id: &AssessmentId, reply: &mut Reply) {
        if let Some(held) = self.held.remove(id) {
            self.held
                .put(id.clone(), Held::ReadOnly(held.into_assessment()));
            self.saving.drop(id);
            self.undo.forget(id);
            reply.touched.access = true;
        }
    }

    /// Shows assessments without keeping them. What is here already stays as it is, and so does what
    /// the database may still bring: its own copy replaces the guest.
    pub(super) fn show_guests(&mut self, guests: Vec<Assessment>, reply: &mut Reply) {
        for guest in guests {
            if self.held.get(&guest.id).is_none() {
                self.held.put(guest.id.clone(), Held::Guest(guest));
            }
        }
        reply.touched.access = true;
        reply.touched.all = true;
    }

    /// Keeps what was only shown; from then on it can be changed.
    pub(super) fn keep_guest(&mut self, id: &AssessmentId, reply: &mut Reply) {
        if let Some(Held::Guest(guest)) = self.held.get(id) {
            self.clock.observe_all(guest, reply.now.millis);
            let own = Held::Own(guest.clone());
            self.held.put(id.clone(), own);
            self.keep(id, reply);
            reply.touched.access = true;
            reply.touched.all = true;
        }
    }

    /// Takes what was only shown off the list.
    pub(super) fn dismiss_guest(&mut self, id: &AssessmentId, reply: &mut Reply) {
        if let Some(Held::Guest(_)) = self.held.get(id) {
            self.held.remove(id);
            reply.touched.access = true;
            reply.touched.all = true;
        }
    }

    /// Deletes assessments because somebody wants it, and says so. What is only shown is in no store.
    pub(super) fn discard(&mut self, ids: &[AssessmentId], reply: &mut Reply) {
        for id in ids {
            match self.held.get(id) {
                Some(Held::Guest(_)) => self.dismiss_guest(id, reply),
                Some(_) => {
                    self.forget(id, reply);
                    self.saving.forgetting.put(id.clone(), true);
                    reply.act(Effect::TellGone(id.clone()));
                }
                None => {}
            }
        }
        reply.touched.access = true;
        reply.act(Effect::Say(Said::Deleted));
    }

    /// Takes an assessment out of memory and out of both stores, for good.
    pub(super) fn forget(&mut self, id: &AssessmentId, reply: &mut Reply) {
        self.held.remove(id);
        self.saving.drop(id);
        self.undo.forget(id);
        self.saving.forgetting.put(id.clone(), false);
        reply.act(Effect::Forget(id.clone()));
        reply.touched.all = true;
    }
}
