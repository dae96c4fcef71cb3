//! The files of the app that follow the first one.
//!
//! Whoever is new, in a room with bad Wi-Fi, waits for the first file alone: the stores, the first
//! page, and the outline of the questionnaire. The rest follows while a team's name is being typed.
//! A phone that comes for a ballot gets the ballot instead, and nothing more unless it goes on.
//! xtask parts the files: what is reached from one of the two functions here alone goes into the
//! function's own, what is reached from both into one that they share.
// The macro names functions for the linker, which Rust counts as unsafe code.
#![allow(unsafe_code)]

use super::browser::{files::File, page};
use super::keys;
use super::pages::{self, Card};
use super::words::words;
use super::workspace::{Before, Notice, Workspace};
use crate::catalog;
use crate::model::{AssessmentId, Limit, Questionnaire};
use crate::route::Route;
use crate::storage::{Room, room_for};
use leptos::prelude::*;
use wasm_split_helpers::SplitLoaderError;
#[cfg(not(debug_assertions))]
use wasm_split_helpers::wasm_split;

/// What a ballot needs.
pub struct Ballot {
    /// The page of a ballot.
    pub page: fn(Workspace, &str) -> AnyView,
    /// The questionnaire, with what answering needs.
    questionnaire: fn() -> Questionnaire,
}

static BALLOT: Ballot = Ballot {
    page: pages::vote,
    questionnaire: catalog::questions,
};

// While one works on the app, it is one file, made in seconds: `cargo xtask serve`.
#[cfg(debug_assertions)]
async fn load_ballot() -> Result<&'static Ballot, SplitLoaderError> {
    Ok(&BALLOT)
}

#[cfg(not(debug_assertions))]
#[wasm_split(ballot, fallible)]
fn load_ballot() -> Result<&'static Ballot, SplitLoaderError> {
    Ok(&BALLOT)
}

/// Everything.
pub struct Later {
    /// Any page but the first.
    pub page: fn(Workspace, Route) -> AnyView,
    /// The place that an address meant before a message changed it.
    mended: fn(&str) -> Option<Route>,
    /// The questionnaire, whole.
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
    /// Hands out what a newer version wrote.
    pub download_newer: fn(Workspace, &AssessmentId),
    /// Whether there is room for a change.
    pub room: Room,
    /// What is said where there is none.
    pub full: fn(Limit) -> &'static str,
}

static LATER: Later = Later {
    page: pages::later,
    mended: Route::mended,
    questionnaire: catalog::built_in,
    keys: keys::listen,
    sample: Workspace::add_sample,
    look_into: Card::look_into,
    found: Card::found,
    take_back: Workspace::take_back,
    download_newer: Workspace::download_newer,
    room: room_for,
    full: |limit| words().full(limit),
};

#[cfg(debug_assertions)]
async fn load_all() -> Result<&'static Later, SplitLoaderError> {
    Ok(&LATER)
}

#[cfg(not(debug_assertions))]
#[wasm_split(later, fallible)]
fn load_all() -> Result<&'static Later, SplitLoaderError> {
    Ok(&LATER)
}

/// What is here beside the first file.
#[derive(Clone, Copy)]
pub enum Arrival {
    /// Nothing yet: it is on its way.
    Coming,
    /// What a ballot needs.
    Ballot(&'static Ballot),
    /// Everything.
    Here(&'static Later),
    /// It could not be loaded.
    Failed,
}

/// What waits for it.
pub type Waiting = Vec<Box<dyn FnOnce(&'static Later)>>;

impl Workspace {
    /// Loads what the present page needs: a ballot, or everything.
    pub fn fetch_later(self) {
        self.later.set(Arrival::Coming);
        let is_ballot = matches!(self.route.get_untracked(), Route::Vote(_));
        leptos::task::spawn_local(async move {
            let arrival = if is_ballot {
                load_ballot().await.map(Arrival::Ballot)
            } else {
                load_all().await.map(Arrival::Here)
            };
            match arrival.unwrap_or(Arrival::Failed) {
                Arrival::Here(later) => self.arrived(later),
                Arrival::Ballot(ballot) => {
                    self.take_more(ballot.questionnaire);
                    self.later.set(Arrival::Ballot(ballot));
                    self.fetch_missing();
                }
                failed => self.later.set(failed),
            }
        });
    }

    /// Loads the rest, if what is here is for a ballot and somebody goes on from there.
    pub fn fetch_missing(self) {
        let is_ballot = matches!(self.route.get_untracked(), Route::Vote(_));
        if let (Arrival::Ballot(_), false) = (self.later.get_untracked(), is_ballot) {
            self.fetch_later();
        }
    }

    /// Takes a questionnaire with more in it for the one that was here.
    fn take_more(self, of: fn() -> Questionnaire) {
        // Lives as long as the page.
        self.set_questionnaire(Box::leak(Box::new(of())));
    }

    fn arrived(self, later: &'static Later) {
        self.take_more(later.questionnaire);
        (later.keys)(self);
        self.later.set(Arrival::Here(later));
        if let Route::NotFound(_) = self.route.get_untracked() {
            self.route.set(self.place());
        }
        if let Some(Notice::Waiting) = self.notice.get_untracked() {
            self.notice.set(None);
        }
        let waiting = self.waiting.try_update_value(std::mem::take);
        for act in waiting.into_iter().flatten() {
            act(later);
        }
        page::complete();
    }

    /// Where the address leads, or was meant to.
    pub fn place(self) -> Route {
        let route = Route::parse(&page::fragment());
        let mended = match (&route, self.later.get_untracked()) {
            (Route::NotFound(text), Arrival::Here(later)) => (later.mended)(text),
            _ => None,
        };
        let Some(mended) = mended else {
            return route;
        };
        page::replace_fragment(&mended.to_string());
        mended
    }

    /// Does something with what comes later: now, or when all of it is here.
    pub fn with_later(self, act: impl FnOnce(&'static Later) + 'static) {
        match self.later.get_untracked() {
            Arrival::Here(later) => return act(later),
            Arrival::Coming => {}
            Arrival::Ballot(_) | Arrival::Failed => self.fetch_later(),
        }
        self.waiting.update_value(|w| w.push(Box::new(act)));
        self.notice.set(Some(Notice::Waiting));
    }
}
