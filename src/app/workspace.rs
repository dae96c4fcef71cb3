//! The assessments in this browser, and the one door through which they change.

mod door;
mod guests;
mod health;
mod importing;
mod keeping;
mod records;
mod rounds;
mod shelf;
mod workshops;

pub use importing::{Before, Preview};
pub use keeping::{Kept, SaveState};
pub use workshops::Taken;

use super::browser::local_storage::Local;
use super::browser::{clock, page};
use super::later::{Arrival, Waiting};
use crate::catalog;
use crate::model::{
    self, Assessment, AssessmentId, Clock, Edit, History, MetricId, PracticeId, Questionnaire,
    QuestionnaireRef, Reasons, Scope, Table,
};
use crate::route::Route;
use crate::scoring::{Scorecard, score};
use crate::storage::{self, SetAside};
use keeping::Keeping;
use leptos::prelude::*;

/// A message that stays until the next one.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// What was asked for waits for the rest of the app.
    Waiting,
    /// Files were taken in; and how things were before.
    Imported(String, Before),
    /// An assessment was removed and can be brought back.
    Removed(AssessmentId, String),
    /// A file was refused.
    Refused(String),
    /// There is no room for a change.
    Full(&'static str),
}

/// One trigger per thing asked, so that an answer redraws only what shows it.
type Triggers<K> = Vec<(K, ArcTrigger)>;

fn trigger<'a, K: PartialEq>(triggers: &'a Triggers<K>, key: &K) -> Option<&'a ArcTrigger> {
    triggers
        .iter()
        .find(|(k, _)| k == key)
        .map(|(_, trigger)| trigger)
}

struct State {
    assessments: Table<AssessmentId, Assessment>,
    clock: Clock,
    history: History,
    reasons: Reasons,
    practices: Triggers<PracticeId>,
    metrics: Triggers<MetricId>,
    /// Any change at all: the scorecard and the list of assessments.
    any: ArcTrigger,
}

/// A handle; copies name the same workspace.
#[derive(Clone, Copy)]
pub struct Workspace {
    /// Its outline, and the whole of it once that is here.
    questionnaire: StoredValue<&'static Questionnaire>,
    state: StoredValue<State>,
    /// The assessments by team, as they stood last.
    order: StoredValue<Vec<AssessmentId>>,
    /// Where one is.
    pub route: RwSignal<Route>,
    /// Where one was before that.
    pub came_from: StoredValue<Option<Route>>,
    /// Whether the last change was kept.
    pub save_state: RwSignal<SaveState>,
    keeping: StoredValue<Keeping, LocalStorage>,
    /// Until the database was read, or failed.
    opening: RwSignal<bool>,
    /// The message on top of the page.
    pub notice: RwSignal<Option<Notice>>,
    /// Changes with the window's width and with light and dark, for what is drawn by hand.
    pub looks: RwSignal<()>,
    /// Records that could not be read.
    pub set_aside: RwSignal<Vec<SetAside>>,
    /// Assessments of which a newer version wrote a record: to look at only.
    read_only: RwSignal<model::Set<AssessmentId>>,
    /// Those of the read-only ones that are shown from files, and kept nowhere.
    guests: StoredValue<model::Set<AssessmentId>>,
    /// What is here beside the first file.
    pub later: RwSignal<Arrival>,
    /// What waits for it.
    pub waiting: StoredValue<Waiting, LocalStorage>,
    /// Whether assessments that are published beside the page were looked for.
    has_looked: StoredValue<bool>,
}

/// The workspace of the app.
pub fn expect_workspace() -> Workspace {
    expect_context()
}

impl Workspace {
    /// Reads what is stored. Writes nothing.
    pub fn open() -> Self {
        // Lives as long as the page.
        let questionnaire: &Questionnaire = Box::leak(Box::new(catalog::outline()));
        let (opening, local) = match storage::open(&Local) {
            Ok(opening) => (opening, Ok(())),
            Err(e) => (storage::Opening::default(), Err(e)),
        };
        let (mut clock, now) = (Clock::new(clock::writer()), clock::millis());
        opening
            .assessments
            .iter()
            .flat_map(Assessment::stamps)
            .for_each(|s| clock.observe(s, now));
        let mut assessments = Table::default();
        for assessment in opening.assessments {
            assessments.put(assessment.id.clone(), assessment);
        }
        let (practices, metrics) = (&questionnaire.practices, &questionnaire.metrics);
        let state = State {
            assessments,
            clock,
            history: History::default(),
            reasons: Reasons::default(),
            practices: practices
                .iter()
                .map(|p| (p.id.clone(), ArcTrigger::new()))
                .collect(),
            metrics: metrics
                .iter()
                .map(|m| (m.id.clone(), ArcTrigger::new()))
                .collect(),
            any: ArcTrigger::new(),
        };
        Self {
            questionnaire: StoredValue::new(questionnaire),
            state: StoredValue::new(state),
            order: StoredValue::new(Vec::new()),
            route: RwSignal::new(Route::parse(&page::fragment())),
            came_from: StoredValue::new(None),
            save_state: RwSignal::new(SaveState::Untouched),
            keeping: StoredValue::new_local(Keeping::new(local)),
            opening: RwSignal::new(true),
            notice: RwSignal::new(None),
            looks: RwSignal::new(()),
            set_aside: RwSignal::new(opening.set_aside),
            read_only: RwSignal::new(opening.newer.into_iter().collect()),
            guests: StoredValue::new(model::Set::default()),
            later: RwSignal::new(Arrival::Coming),
            waiting: StoredValue::new_local(Waiting::new()),
            has_looked: StoredValue::new(false),
        }
    }

    /// Follows the address and other tabs for as long as the page lives.
    pub fn listen(self) {
        page::on_change(page::Change::Fragment, move || {
            self.notice.set(None);
            self.came_from.set_value(Some(self.route.get_untracked()));
            self.route.set(self.place());
            self.fetch_missing();
        });
        page::on_change(page::Change::Theme, move || self.looks.set(()));
        page::on_change(page::Change::Width, move || self.looks.set(()));
        self.follow_stores();
        self.fetch_later();
    }

    /// What is asked.
    pub fn questionnaire(self) -> &'static Questionnaire {
        self.questionnaire.get_value()
    }

    /// Takes the whole of it for the outline.
    pub fn set_questionnaire(self, whole: &'static Questionnaire) {
        self.questionnaire.set_value(whole);
    }

    /// What `look` makes of each assessment, by team; tracks every change.
    pub fn each<T>(self, look: impl Fn(&Assessment) -> T) -> Vec<T> {
        let mut made = Vec::new();
        self.in_order(&mut |a| {
            if !a.is_removed() {
                made.push(look(a));
            }
        });
        made
    }

    /// The same without tracking.
    pub fn each_untracked<T>(self, look: impl Fn(&Assessment) -> T) -> Vec<T> {
        untrack(|| self.each(look))
    }

    /// Looks at an assessment without tracking. `None` when there is none with this id.
    pub fn with<T>(self, id: &AssessmentId, look: impl FnOnce(&Assessment) -> T) -> Option<T> {
        self.state.with_value(|s| s.assessments.get(id).map(look))
    }

    /// Whether there is an assessment with this id that was not removed.
    pub fn has(self, id: &AssessmentId) -> bool {
        self.with(id, Assessment::is_removed) == Some(false)
    }

    /// The team's name; empty when the assessment is gone.
    pub fn team(self, id: &AssessmentId) -> String {
        self.with(id, |a| a.team().to_owned()).unwrap_or_default()
    }

    /// Tracks one practice's answer.
    pub fn track_practice(self, id: &PracticeId) {
        self.state
            .with_value(|s| trigger(&s.practices, id).inspect(|t| t.track()).is_some());
    }

    /// Tracks one metric's measurement.
    pub fn track_metric(self, id: &MetricId) {
        self.state
            .with_value(|s| trigger(&s.metrics, id).inspect(|t| t.track()).is_some());
    }

    /// Tracks every change.
    pub fn track_any(self) {
        self.state.with_value(|s| s.any.track());
    }

    /// The scorecard as it is now; tracks every change. `None` when the assessment is gone. Each
    /// page shows it in one place, so there is nothing that a memo would save.
    pub fn scorecard(self, id: &AssessmentId) -> Option<Scorecard> {
        self.track_any();
        self.with(id, |a| score(self.questionnaire(), a))
    }

    /// Starts an assessment.
    pub fn start(self, team: String, scope: Scope) -> AssessmentId {
        let id = clock::assessment_id();
        let questionnaire = QuestionnaireRef::of(self.questionnaire());
        self.state.update_value(|s| {
            let empty = Assessment::empty(id.clone(), questionnaire);
            s.assessments.put(id.clone(), empty);
        });
        self.edit(&id, Edit::Team(Some(team)));
        self.edit(&id, Edit::Scope(Some(scope)));
        id
    }

    /// Builds anew what lists the assessments, though none has changed.
    pub fn redraw(self) {
        self.notify_any();
    }

    fn notify_any(self) {
        let any = self.state.with_value(|s| s.any.clone());
        any.notify();
    }

    /// Joins what came from elsewhere and shows it.
    fn join(self, other: &Assessment) -> Joined {
        let joined = self.absorb(other);
        if joined.is_news {
            self.notify_all();
        }
        joined
    }

    /// Joins what came from elsewhere. Whoever takes in many shows them together.
    fn absorb(self, other: &Assessment) -> Joined {
        let joined = self.state.try_update_value(|s| {
            let now = clock::millis();
            let stamps = other.stamps();
            stamps.for_each(|stamp| s.clock.observe(stamp, now));
            let Some(mine) = s.assessments.get_mut(&other.id) else {
                s.assessments.put(other.id.clone(), other.clone());
                return Joined {
                    was_here: false,
                    is_news: true,
                    knows_more: false,
                };
            };
            let before = mine.clone();
            mine.join(other);
            Joined {
                was_here: true,
                is_news: *mine != before,
                knows_more: mine != other,
            }
        });
        joined.unwrap_or_default()
    }

    /// Tells everybody: more than one field may have changed.
    fn notify_all(self) {
        let triggers = self.state.with_value(|s| {
            let practices = s.practices.iter().map(|(_, t)| t.clone());
            let metrics = s.metrics.iter().map(|(_, t)| t.clone());
            practices.chain(metrics).collect::<Vec<_>>()
        });
        triggers.iter().for_each(ArcTrigger::notify);
        self.notify_any();
    }
}

/// What joining a copy did.
#[derive(Debug, Clone, Copy, Default)]
struct Joined {
    /// There was one with its id.
    was_here: bool,
    /// It brought something.
    is_news: bool,
    /// What is here has something that the copy has not.
    knows_more: bool,
}
