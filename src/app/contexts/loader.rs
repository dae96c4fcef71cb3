//! What is here beside the first file, and what waits for it.

use super::incoming::Card;
use super::looks::Looks;
use super::nav::Nav;
use super::notices::{Notice, Notices};
use crate::app::browser::files::File;
use crate::app::shell::{Open, Shell};
use crate::desk::Changing;
use crate::model::{AssessmentId, Questionnaire};
use crate::route::{Page, Route};
use leptos::prelude::*;

/// What a ballot needs.
pub struct Ballot {
    /// The page of a ballot.
    pub page: fn(Shell, &str) -> AnyView,
    /// The questionnaire, with what answering needs.
    pub questionnaire: fn() -> Questionnaire,
    /// Puts on the style of questions.
    pub style: fn(),
}

/// Everything.
pub struct Later {
    /// Any page but the first.
    pub page: fn(Shell, Route) -> AnyView,
    /// The place that an address meant before a message changed it.
    pub mended: fn(&str) -> Option<Route>,
    /// The questionnaire, whole.
    pub questionnaire: fn() -> Questionnaire,
    /// Puts on the style of questions; after a ballot it is there already.
    pub style: fn(),
    /// Puts on the style of everything else, begins to listen to keys, and to follow the window.
    pub begin: fn(Shell, Nav, Looks),
    /// Opens the sample, and goes there.
    pub open_sample: fn(Shell),
    /// Looks into files.
    pub look_into: fn(Shell, Notices, Card, Vec<File>),
    /// What was found in them.
    pub found: fn(Shell, Card) -> AnyView,
    /// Keeps what is only shown.
    pub keep: fn(Open),
    /// Hands out what a newer version wrote.
    pub download_newer: fn(Shell, &AssessmentId),
    /// What changes assessments.
    pub changing: Changing,
    /// The bar of an assessment on one page; without one, where questions are asked.
    pub bar: fn(Open, Option<Page>) -> AnyView,
    /// What of the assessments stands on the first page.
    pub kept: fn(Shell) -> AnyView,
    /// From pages without an assessment, the way to a copy of everything.
    pub backup: fn(Shell) -> AnyView,
    /// An assessment that is not here: it may be published beside the page.
    pub missing: fn(Shell, &AssessmentId) -> AnyView,
    /// The message.
    pub notice: fn(Shell, Nav, &Notice) -> AnyView,
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

type Waiting = Vec<Box<dyn FnOnce(&'static Later)>>;

/// What is here beside the first file, and what waits for it.
#[derive(Clone, Copy)]
pub struct Loader {
    /// What is here.
    pub arrival: RwSignal<Arrival>,
    waiting: StoredValue<Waiting, LocalStorage>,
    notices: Notices,
    /// Begins to load.
    fetch: StoredValue<Box<dyn Fn()>, LocalStorage>,
}

impl Loader {
    /// Nothing is here yet.
    pub fn new(notices: Notices) -> Self {
        Self {
            arrival: RwSignal::new(Arrival::Coming),
            waiting: StoredValue::new_local(Waiting::new()),
            notices,
            fetch: StoredValue::new_local(Box::new(|| ())),
        }
    }

    /// From now on, this is how it is loaded.
    pub fn load_with(self, fetch: impl Fn() + 'static) {
        self.fetch.set_value(Box::new(fetch));
    }

    /// Loads what the present page needs.
    pub fn fetch(self) {
        self.arrival.set(Arrival::Coming);
        self.fetch.with_value(|fetch| fetch());
    }

    /// Everything is here.
    pub fn arrived(self, later: &'static Later) {
        self.arrival.set(Arrival::Here(later));
        self.notices
            .clear(|notice| matches!(notice, Notice::Waiting));
        let waiting = self.waiting.try_update_value(std::mem::take);
        for act in waiting.into_iter().flatten() {
            act(later);
        }
    }

    /// Does something with what comes later: now, or when all of it is here.
    pub fn with(self, act: impl FnOnce(&'static Later) + 'static) {
        match self.arrival.get_untracked() {
            Arrival::Here(later) => return act(later),
            Arrival::Coming => {}
            Arrival::Ballot(_) | Arrival::Failed => self.fetch(),
        }
        self.waiting.update_value(|w| w.push(Box::new(act)));
        self.notices.show(Notice::Waiting);
    }
}
