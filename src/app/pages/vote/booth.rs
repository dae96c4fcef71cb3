//! What the parts of the page of a ballot share.

use super::draft::{Draft, Hand};
use crate::app::browser::page;
use crate::app::markup::{El, el};
use crate::app::shell::Shell;
use crate::formats::session_link::Invitation;
use crate::model::Questionnaire;
use crate::route::Route;
use crate::words::words;
use leptos::prelude::*;

/// How far one is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    Start,
    Question(usize),
    End,
    /// Handed in on this device, or deleted.
    Gone,
}

/// What the parts of the page share.
#[derive(Clone)]
pub struct Booth {
    pub shell: Shell,
    /// What is asked.
    pub questionnaire: &'static Questionnaire,
    pub invitation: Invitation,
    pub hand: Hand,
    pub draft: RwSignal<Draft>,
    pub step: RwSignal<Step>,
}

pub fn link_home() -> El {
    el("p").child(crate::app::markup::link(&Route::Home, words().home))
}

impl Booth {
    /// Goes on, with the focus on the heading.
    pub fn go(&self, step: Step) {
        self.step.set(step);
        page::next_frame(|| page::focus_top("title"));
    }

    /// Changes the ballot, and keeps it.
    pub fn change(&self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(|draft| {
            draft.turn();
            change(draft);
            draft.keep(&self.invitation, &self.hand);
        });
    }
}
