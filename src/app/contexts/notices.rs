//! The message on top of the page.

use crate::desk::{Refused, Said};
use crate::model::{AssessmentId, PracticeId};
use crate::route::Piece;
use leptos::prelude::*;

/// A message that stays until the next one.
#[derive(Debug, Clone)]
pub enum Notice {
    /// What was asked for waits for a piece of the app.
    Waiting(Piece),
    /// What the desk says.
    Said(Said),
    /// Files were refused.
    Refused(Vec<Refused>),
    /// A question was answered; whether the page goes on from it by itself now.
    Answered(AssessmentId, PracticeId, bool),
}

/// The message.
#[derive(Clone, Copy)]
pub struct Notices(RwSignal<Option<Notice>>);

impl Notices {
    /// None yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The message; tracks it.
    pub fn now(self) -> Option<Notice> {
        self.0.get()
    }

    /// Shows a message in place of the one before.
    pub fn show(self, notice: Notice) {
        self.0.set(Some(notice));
    }

    /// Another page comes. What was said goes, but not what made it come.
    pub fn turn(self) {
        self.0.update(|notice| {
            *notice = match notice.take() {
                Some(Notice::Answered(id, practice, true)) => {
                    Some(Notice::Answered(id, practice, false))
                }
                _ => None,
            };
        });
    }

    /// Takes the message away, if it is one that `is_over` picks.
    pub fn clear(self, is_over: impl FnOnce(&Notice) -> bool) {
        if self.0.with_untracked(|n| n.as_ref().is_some_and(is_over)) {
            self.0.set(None);
        }
    }
}
