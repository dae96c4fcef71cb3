//! What is here beside the first file, and what waits for it.

use super::Contexts;
use super::incoming::Card;
use super::notices::{Notice, Notices};
use crate::app::browser::files::File;
use crate::app::markup::El;
use crate::app::shell::{Open, Shell};
use crate::model::{Assessment, AssessmentId, Questionnaire, Scope};
use crate::report::suggested::Suggested;
use crate::route::{Page, Piece, Route};
use leptos::prelude::*;

/// What shows an assessment, which may be looked at before it can be changed. It comes with every piece that needs
/// one, or keeps it.
pub struct Showing {
    /// The bar of an assessment on one page; without one, where questions are asked.
    pub bar: fn(Open, Option<Page>) -> AnyView,
}

/// What changes and keeps assessments, and says so.
pub struct Base {
    /// The place that an address meant before a message changed it.
    pub mended: fn(&str) -> Option<Route>,
    /// The message.
    pub notice: fn(Shell, super::Nav, &Notice) -> AnyView,
    /// What stands in place of a page whose questions are not here, or not yet.
    pub without_questions: fn(Shell, &AssessmentId) -> Option<AnyView>,
    /// The teams by name, until the rest of the first page is here.
    pub names: fn(Shell) -> AnyView,
    /// Starts an assessment.
    pub start: fn(Shell, String, Scope) -> AssessmentId,
    /// Hands an assessment out as a file.
    pub download: fn(Open),
}

/// The next steps, once what finds them is here.
pub type Steps = Memo<Option<Vec<Suggested>>>;

/// What comes to the results, of which the numbers and strips stand first.
pub struct Advice {
    /// The next steps.
    pub suggested: fn(&'static Questionnaire, &Assessment) -> Vec<Suggested>,
    /// What to do first.
    pub first: fn(Open, Steps) -> AnyView,
}

/// What comes to them then, below.
pub struct Findings {
    /// The parts below the profile.
    pub parts: fn(Open, &Assessment, Steps) -> AnyView,
}

/// What comes to them last: what is folded there, or drawn when it is asked for.
pub struct Numbers {
    /// The profile as radars.
    pub radars: fn(Open, &Assessment) -> AnyView,
    /// A link that carries the answers.
    pub share: fn(Open) -> El,
    /// The tables of all numbers.
    pub tables: fn(Open, &Assessment) -> AnyView,
}

/// What comes to the first page, which itself is in the first file; and what comes from elsewhere, on any page.
pub struct Home {
    /// What of the assessments stands on it.
    pub kept: fn(Shell) -> AnyView,
    /// Opens the sample, and goes there.
    pub open_sample: fn(Shell),
    /// Looks into files.
    pub look_into: fn(Shell, Loader, Card, Vec<File>),
    /// What was found in them.
    pub found: fn(Shell, Card) -> AnyView,
    /// Keeps what is only shown.
    pub keep: fn(Open),
    /// Hands out what a newer version wrote.
    pub download_newer: fn(Shell, &AssessmentId),
    /// An assessment that is not here: it may be published beside the page.
    pub missing: fn(Shell, &AssessmentId) -> AnyView,
}

/// Hears of each file whether anything was in it.
pub type Told = Box<dyn Fn(bool)>;

/// What knows the documents of questionnaires.
pub struct Library {
    /// Whether the stores may still bring questionnaires that assessments answer; asks for them, and tracks it.
    pub await_stored: fn(Shell) -> bool,
    /// Takes in the questionnaires that a file of ours carries.
    pub learn: fn(Shell, &str),
    /// Takes in, and keeps, the questionnaires that a file carries or is; then says whether there are any.
    pub bring: fn(Shell, Vec<File>, Told),
    /// Offers the questionnaire in a document, and goes where it is shown.
    pub offer: fn(Shell, String),
}

/// A piece of the app.
pub struct Pages {
    /// Any page of it.
    pub page: fn(Shell, Route) -> AnyView,
    /// Gets ready what it needs, once. Of several pieces, the first one does what all need.
    pub begin: fn(Shell, Contexts),
    /// What shows an assessment, where it is with it.
    pub showing: Option<&'static Showing>,
    /// What changes and keeps them, where it is with it.
    pub base: Option<&'static Base>,
    /// What to do first, where it is with it.
    pub advice: Option<&'static Advice>,
    /// What is found in the results, where it is with it.
    pub findings: Option<&'static Findings>,
    /// What comes to the results last, where it is with it.
    pub numbers: Option<&'static Numbers>,
    /// What comes to the first page, where it is with it.
    pub home: Option<&'static Home>,
    /// What knows the documents of questionnaires, where it is with it.
    pub library: Option<&'static Library>,
}

/// How far a piece is.
#[derive(Clone, Copy)]
pub enum Arrival {
    /// Nobody has asked for it yet.
    Away,
    /// It is on its way.
    Coming,
    /// It is here.
    Here(&'static Pages),
    /// It could not be loaded.
    Failed,
}

impl Arrival {
    /// Whether there is nothing to say about it yet.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Away | Self::Coming)
    }
}

/// What is done with what comes with a piece.
type Act = Box<dyn FnOnce(&'static Pages)>;
type Waiting = Vec<(Piece, Act)>;

/// What is here beside the first file, and what waits for it.
#[derive(Clone, Copy)]
pub struct Loader {
    /// How far each piece is, apart: what waits for one is not built anew when another one comes.
    pieces: [RwSignal<Arrival>; Piece::COUNT],
    showing: RwSignal<Option<&'static Showing>>,
    base: RwSignal<Option<&'static Base>>,
    waiting: StoredValue<Waiting, LocalStorage>,
    /// Where it says what is waited for.
    pub notices: Notices,
    /// Begins to load.
    fetch: StoredValue<Box<dyn Fn(Piece)>, LocalStorage>,
}

impl Loader {
    /// Nothing is here yet.
    pub fn new(notices: Notices) -> Self {
        Self {
            pieces: [(); Piece::COUNT].map(|()| RwSignal::new(Arrival::Away)),
            showing: RwSignal::new(None),
            base: RwSignal::new(None),
            waiting: StoredValue::new_local(Waiting::new()),
            notices,
            fetch: StoredValue::new_local(Box::new(|_| ())),
        }
    }

    /// From now on, this is how a piece is loaded.
    pub fn load_with(self, fetch: impl Fn(Piece) + 'static) {
        self.fetch.set_value(Box::new(fetch));
    }

    fn of(self, piece: Piece) -> RwSignal<Arrival> {
        self.pieces[piece as usize]
    }

    /// How far a piece is; tracks it.
    pub fn arrival(self, piece: Piece) -> Arrival {
        self.of(piece).get()
    }

    /// How far a piece is, without tracking.
    pub fn state(self, piece: Piece) -> Arrival {
        self.of(piece).get_untracked()
    }

    /// What shows an assessment, once it is here; tracks it.
    pub fn showing(self) -> Option<&'static Showing> {
        self.showing.get()
    }

    /// The same, without tracking.
    pub fn showing_now(self) -> Option<&'static Showing> {
        self.showing.get_untracked()
    }

    /// What changes and keeps assessments, once it is here; tracks it.
    pub fn base(self) -> Option<&'static Base> {
        self.base.get()
    }

    /// Loads a piece, unless it is here or on its way.
    pub fn need(self, piece: Piece) {
        if matches!(self.state(piece), Arrival::Away | Arrival::Failed) {
            self.of(piece).set(Arrival::Coming);
            self.fetch.with_value(|fetch| fetch(piece));
        }
    }

    /// Loads a piece that nobody has asked for yet.
    pub fn need_first(self, piece: Piece) {
        if let Arrival::Away = self.state(piece) {
            self.need(piece);
        }
    }

    /// Asks once more for all that could not be had.
    pub fn again(self) {
        for piece in Piece::FOLLOWING.into_iter().chain([Piece::Ballot]) {
            if matches!(self.state(piece), Arrival::Failed) {
                self.need(piece);
            }
        }
    }

    /// A piece could not be had.
    pub fn failed(self, piece: Piece) {
        self.of(piece).set(Arrival::Failed);
    }

    /// The same, without tracking.
    pub fn base_now(self) -> Option<&'static Base> {
        self.base.get_untracked()
    }

    /// Whether a piece is here, without tracking.
    pub fn is_here(self, piece: Piece) -> bool {
        matches!(self.state(piece), Arrival::Here(_))
    }

    /// A piece is here.
    pub fn arrived(self, piece: Piece, pages: &'static Pages) {
        if let Some(showing) = pages.showing.filter(|_| self.showing_now().is_none()) {
            self.showing.set(Some(showing));
        }
        if let Some(base) = pages.base {
            self.base.set(Some(base));
        }
        self.of(piece).set(Arrival::Here(pages));
        let is_it = |notice: &Notice| matches!(notice, Notice::Waiting(other) if *other == piece);
        self.notices.clear(is_it);
        let waiting = self.waiting.try_update_value(std::mem::take);
        let (now, still): (Waiting, Waiting) = waiting
            .unwrap_or_default()
            .into_iter()
            .partition(|(other, _)| *other == piece);
        self.waiting.set_value(still);
        for (_, act) in now {
            act(pages);
        }
    }

    /// What comes to the first page, once it is here, and what changes assessments, too; tracks it.
    pub fn home(self) -> Option<&'static Home> {
        self.base()?;
        self.part(Piece::Home, |pages| pages.home)
    }

    /// Does something with what changes and keeps assessments: now, or when it is here.
    pub fn with_base(self, act: impl FnOnce(&'static Base) + 'static) {
        self.with_part(Piece::Keep, |pages| pages.base, act);
    }

    /// What to do first, once what says so is here; tracks it.
    pub fn advice(self) -> Option<&'static Advice> {
        self.part(Piece::Advice, |pages| pages.advice)
    }

    /// What is found in the results, once it is here; tracks it.
    pub fn findings(self) -> Option<&'static Findings> {
        self.part(Piece::Findings, |pages| pages.findings)
    }

    /// What comes to the results last, once it is here; tracks it.
    pub fn numbers(self) -> Option<&'static Numbers> {
        self.part(Piece::Numbers, |pages| pages.numbers)
    }

    /// Does something with what comes to the first page: now, or when it is here.
    pub fn with_home(self, act: impl FnOnce(&'static Home) + 'static) {
        self.with_part(Piece::Home, |pages| pages.home, act);
    }

    /// Does something with what knows the documents of questionnaires: now, or when it is here.
    pub fn with_library(self, act: impl FnOnce(&'static Library) + 'static) {
        self.with_part(Piece::Library, |pages| pages.library, act);
    }

    /// Does something when a piece is here: now, or then.
    pub fn when_here(self, piece: Piece, act: impl FnOnce() + 'static) {
        if self.is_here(piece) {
            return act();
        }
        let act = Box::new(|_: &'static Pages| act());
        self.waiting.update_value(|w| w.push((piece, act)));
    }

    /// A part of what comes with a piece, once it is here; tracks it.
    fn part<T>(
        self,
        piece: Piece,
        part: fn(&'static Pages) -> Option<&'static T>,
    ) -> Option<&'static T> {
        match self.arrival(piece) {
            Arrival::Here(pages) => part(pages),
            _ => None,
        }
    }

    /// Does something with a part of what comes with a piece.
    fn with_part<T>(
        self,
        piece: Piece,
        part: fn(&'static Pages) -> Option<&'static T>,
        act: impl FnOnce(&'static T) + 'static,
    ) {
        let act = move |pages| {
            if let Some(part) = part(pages) {
                act(part);
            }
        };
        self.with(piece, Box::new(act));
    }

    /// Does something with what comes with a piece: now, or when it is here, and what changes assessments, too.
    fn with(self, piece: Piece, act: Act) {
        let awaited = match self.state(piece) {
            Arrival::Here(pages) if self.base_now().is_some() => return act(pages),
            Arrival::Here(_) => Piece::Keep,
            _ => piece,
        };
        let again: Act = Box::new(move |_| self.with(piece, act));
        self.waiting.update_value(|w| w.push((awaited, again)));
        self.notices.show(Notice::Waiting(awaited));
        self.need(awaited);
    }
}
