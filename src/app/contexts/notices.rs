//! The message on top of the page.

use crate::desk::{Refused, Said};
use crate::model::{AssessmentId, PracticeId};
use crate::route::Piece;
use leptos::prelude::*;
use std::sync::Arc;

/// A message that stays until the next one.
#[derive(Debug)]
pub enum Notice {
    /// What was asked for waits for a piece of the app.
    Waiting(Piece),
    /// What the desk says.
    Said(Arc<Said>),
    /// Files were refused.
    Refused(Vec<Refused>),
    /// A question was answered; whether the page goes on from it by itself now.
    Answered(AssessmentId, PracticeId, bool),
}

/// The message.
#[derive(Clone, Copy)]
pub struct Notices(RwSignal<Option<Arc<Notice>>>);

impl Notices {
    /// None yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The message; tracks it.
    pub fn now(self) -> Option<Arc<Notice>> {
        self.0.get()
    }

    /// Shows a message in place of the one before.
    pub fn show(self, notice: Notice) {
        self.0.set(Some(Arc::new(notice)));
    }

    /// Another page comes. What was said goes, but not what made it come.
    pub fn turn(self) {
        self.0.update(|notice| {
            *notice = match notice.as_deref() {
                Some(Notice::Answered(id, practice, true)) => {
                    let answered = Notice::Answered(id.clone(), practice.clone(), false);
                    Some(Arc::new(answered))
                }
                _ => None,
            };
        });
    }

    /// Takes the message away, if it is one that `is_over` picks.
    pub fn clear(self, is_over: impl FnOnce(&Notice) -> bool) {
        if self.0.with_untracked(|n| n.as_deref().is_some_and(is_over)) {
            self.0.set(None);
        }
    }
}
