//! The second file of the app: everything that nobody needs in the first seconds.
//!
//! Whoever is new, in a room with bad Wi-Fi, waits for the first file alone: the stores, the first
//! page, and the outline of the questionnaire. The rest follows while a team's name is being typed.
//! xtask parts the two: what is reached from [`load`] alone goes into the second.
// The macro names functions for the linker, which Rust counts as unsafe code.
#![allow(unsafe_code)]

use super::browser::{files::File, page};
use super::keys;
use super::pages::{self, Card};
use super::workspace::{Before, Notice, Workspace};
use crate::catalog;
use crate::model::{AssessmentId, Questionnaire};
use crate::route::Route;
use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What the second file brings.
pub struct Later {
    /// Any page but the first.
    pub page: fn(Workspace, Route) -> AnyView,
    /// The questionnaire, with its prose.
    questionnaire: fn() -> Questionnaire,
    /// Listens to keys.
    keys: fn(Workspace),
    /// Puts the sample among the assessments.
    pub sample: fn(Workspace) -> AssessmentId,
    /// Looks into files.
    pub look_into: fn(Card, Vec<File>),
    /// What was found in them.
    pub found: fn(Card) -> AnyView,
    /// Takes an import back.
    pub take_back: fn(Workspace, &Before),
}

static LATER: Later = Later {
    page: pages::later,
    questionnaire: catalog::built_in,
    keys: keys::listen,
    sample: Workspace::add_sample,
    look_into: Card::look_into,
    found: Card::found,
    take_back: Workspace::take_back,
};

#[wasm_split(later, fallible)]
fn load() -> Result<&'static Later, SplitLoaderError> {
    Ok(&LATER)
}

/// Where the second file is.
#[derive(Clone, Copy)]
pub enum Arrival {
    /// On its way.
    Coming,
    /// Here.
    Here(&'static Later),
    /// It could not be loaded.
    Failed,
}

/// What waits for it.
pub type Waiting = Vec<Box<dyn FnOnce(&'static Later)>>;

impl Workspace {
    /// Loads the second file. Once it is here, there is nothing left to load.
    pub fn fetch_later(self) {
        self.later.set(Arrival::Coming);
        leptos::task::spawn_local(async move {
            match load().await {
                Ok(later) => self.arrived(later),
                Err(_) => self.later.set(Arrival::Failed),
            }
        });
    }

    fn arrived(self, later: &'static Later) {
        // Lives as long as the page.
        let whole: &Questionnaire = Box::leak(Box::new((later.questionnaire)()));
        self.set_questionnaire(whole);
        (later.keys)(self);
        self.later.set(Arrival::Here(later));
        if let Some(Notice::Waiting) = self.notice.get_untracked() {
            self.notice.set(None);
        }
        let waiting = self.waiting.try_update_value(std::mem::take);
        for act in waiting.into_iter().flatten() {
            act(later);
        }
        page::complete();
    }

    /// Does something with the second file: now, or when it is here.
    pub fn with_later(self, act: impl FnOnce(&'static Later) + 'static) {
        match self.later.get_untracked() {
            Arrival::Here(later) => return act(later),
            Arrival::Coming => {}
            Arrival::Failed => self.fetch_later(),
        }
        self.waiting.update_value(|w| w.push(Box::new(act)));
        self.notice.set(Some(Notice::Waiting));
    }
}
