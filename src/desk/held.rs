//! What may be done with an assessment: a type each, so that nothing edits what cannot be edited.

use super::{Desk, Effect, Reply};
use crate::model::{Assessment, AssessmentId};

/// An assessment in memory.
#[derive(Debug, Clone, PartialEq)]
pub enum Held {
    /// It can be edited, and is kept.
    Own(Assessment),
    /// A newer version wrote a record of it: to look at, and not to be written.
    ReadOnly(Assessment),
    /// It is shown from a file or from beside the page, and kept nowhere.
    Guest(Assessment),
}

/// The same without the assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It can be edited, and is kept.
    Own,
    /// To look at: a newer version wrote it.
    ReadOnly,
    /// To look at: it is kept nowhere.
    Guest,
}

impl Held {
    /// The assessment, to look at.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        match self {
            Self::Own(a) | Self::ReadOnly(a) | Self::Guest(a) => a,
        }
    }

    /// The assessment, if it is one's own.
    #[must_use]
    pub fn own(&self) -> Option<&Assessment> {
        match self {
            Self::Own(a) => Some(a),
            Self::ReadOnly(_) | Self::Guest(_) => None,
        }
    }

    /// The assessment, to change, if it is one's own.
    pub fn own_mut(&mut self) -> Option<&mut Assessment> {
        match self {
            Self::Own(a) => Some(a),
            Self::ReadOnly(_) | Self::Guest(_) => None,
        }
    }

    /// What may be done with it.
    #[must_use]
    pub fn access(&self) -> Access {
        match self {
            Self::Own(_) => Access::Own,
            Self::ReadOnly(_) => Access::ReadOnly,
            Self::Guest(_) => Access::Guest,
        }
    }

    fn into_assessment(self) -> Assessment {
        match self {
            Self::Own(a) | Self::ReadOnly(a) | Self::Guest(a) => a,
        }
    }
}

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

    /// Takes an assessment out of memory and out of both stores, for good.
    pub(super) fn forget(&mut self, id: &AssessmentId, reply: &mut Reply) {
        self.held.remove(id);
        self.saving.drop(id);
        self.undo.forget(id);
        self.saving.forgetting.put(id.clone(), ());
        reply.act(Effect::Forget(id.clone()));
        reply.touched.all = true;
    }
}
