//! The shell around the desk: hands it what happens, carries out what it asks for, and only then tells
//! those who show what has changed.

mod brands;
mod effects;
mod files;
mod ids;
mod listed;
mod open;
mod published;
mod questionnaires;
mod records;

pub use brands::{brand_of, follow_brands, wear};
pub use open::Open;

use super::browser::local_storage::Local;
use super::browser::{boot, clock, database::Database, leaving};
use super::contexts::Notices;
use crate::catalog::{self, Library, Part};
use crate::desk::{Access, Desk, Input, Line, Now, Said, Touched, Transaction};
use crate::formats::raw_json::ASSESSMENT;
use crate::model::{Assessment, AssessmentId, MetricId, PracticeId, Questionnaire, Scope};
use crate::storage::{self, Store as _};
use ids::Ids;
use leptos::prelude::*;
use std::collections::VecDeque;
use std::ptr;
use std::sync::Arc;

/// One trigger per thing asked, so that an answer redraws only what shows it.
type Triggers<K> = Vec<(K, ArcTrigger)>;

fn trigger<'a, K: PartialEq>(triggers: &'a Triggers<K>, key: &K) -> Option<&'a ArcTrigger> {
    let known = triggers.iter().find(|(k, _)| k == key);
    known.map(|(_, trigger)| trigger)
}

fn add<'q, K: Clone + PartialEq + 'q>(
    triggers: &mut Triggers<K>,
    keys: impl Iterator<Item = &'q K>,
) {
    for key in keys {
        if trigger(triggers, key).is_none() {
            triggers.push((key.clone(), ArcTrigger::new()));
        }
    }
}

/// Who is told of what.
struct Told {
    practices: Triggers<PracticeId>,
    metrics: Triggers<MetricId>,
    /// Any change at all: the scorecard and the list of assessments.
    any: ArcTrigger,
    /// What may be done with an assessment.
    access: ArcTrigger,
    /// Records that could not be read.
    set_aside: ArcTrigger,
    /// Downloads.
    downloads: ArcTrigger,
}

impl Told {
    fn of(q: &Questionnaire) -> Self {
        let practices = q.practices.iter().map(|p| p.id.clone());
        let metrics = q.metrics.iter().map(|m| m.id.clone());
        Self {
            practices: practices.map(|id| (id, ArcTrigger::new())).collect(),
            metrics: metrics.map(|id| (id, ArcTrigger::new())).collect(),
            any: ArcTrigger::new(),
            access: ArcTrigger::new(),
            set_aside: ArcTrigger::new(),
            downloads: ArcTrigger::new(),
        }
    }

    /// Gives each thing that a questionnaire asks a trigger.
    fn know(&mut self, q: &Questionnaire) {
        let practices = q.practices.iter().map(|p| &p.id);
        let metrics = q.metrics.iter().map(|m| &m.id);
        add(&mut self.practices, practices);
        add(&mut self.metrics, metrics);
    }

    /// The triggers of what was touched.
    fn triggers(&self, touched: &Touched) -> Vec<ArcTrigger> {
        let all = touched.all;
        let practices = self.practices.iter();
        let practices = practices.filter(|(id, _)| all || touched.practices.has(id));
        let metrics = self.metrics.iter();
        let metrics = metrics.filter(|(id, _)| all || touched.metrics.has(id));
        let practices = practices.map(|(_, trigger)| trigger);
        let fields = practices.chain(metrics.map(|(_, trigger)| trigger));
        let any = (all || touched.any).then_some(&self.any);
        let access = touched.access.then_some(&self.access);
        let set_aside = touched.set_aside.then_some(&self.set_aside);
        let others = [any, access, set_aside].into_iter().flatten();
        fields.chain(others).cloned().collect()
    }
}

/// Hands the desk what happened.
type Door = fn(Shell, Input) -> Option<Arc<Said>>;

/// What waits for the desk to be open.
type Waiting = Vec<Box<dyn FnOnce()>>;

/// A handle; copies name the same shell.
#[derive(Clone, Copy)]
pub struct Shell {
    desk: StoredValue<Desk>,
    /// The way to it, which comes with what reads and keeps assessments. Until then, it is closed.
    door: StoredValue<Option<Door>>,
    /// What happened before that, in order.
    waiting: StoredValue<Waiting, LocalStorage>,
    told: StoredValue<Told>,
    /// What of the built-in questionnaire came after its outline.
    parts: StoredValue<Vec<&'static Part>>,
    /// The assessments by team, as they stood last.
    order: StoredValue<Vec<AssessmentId>>,
    /// How far everything is kept, and the time of day at which it was.
    line: RwSignal<(Line, String)>,
    /// Until the database was read, or failed.
    opening: RwSignal<bool>,
    database: StoredValue<Option<Database>, LocalStorage>,
    notices: Notices,
    /// The ids that were asked for.
    ids: Ids,
}

impl Shell {
    /// A shell around a desk that is not opened yet: neither who is new nor a ballot needs that.
    pub fn new(notices: Notices) -> Self {
        // Lives as long as the page.
        let outline: &Questionnaire = Box::leak(Box::new(catalog::outline()));
        let desk = Desk::closed(clock::writer(), Library::new(outline));
        let line = desk.line();
        Self {
            desk: StoredValue::new(desk),
            door: StoredValue::new(None),
            waiting: StoredValue::new_local(Waiting::new()),
            told: StoredValue::new(Told::of(outline)),
            parts: StoredValue::new(Vec::new()),
            order: StoredValue::new(Vec::new()),
            line: RwSignal::new((line, String::new())),
            opening: RwSignal::new(true),
            database: StoredValue::new_local(None),
            notices,
            ids: Ids::new(),
        }
    }

    /// Hands the desk what happened. Returns what it says last. Before the desk is open, it waits for that, and
    /// is not said to be kept.
    pub fn act(self, input: Input) -> Option<Arc<Said>> {
        match self.door.get_value() {
            Some(door) => door(self, input),
            None => self.wait(input),
        }
    }

    #[inline(never)]
    fn wait(self, input: Input) -> Option<Arc<Said>> {
        let act = Box::new(move || drop(self.act(input)));
        self.waiting.update_value(|waiting| waiting.push(act));
        leaving::hold(leaving::Held::Assessment, true);
        self.line.set((Line::Saving, String::new()));
        None
    }

    /// Shows one assessment as the quick store has it, if the desk is not open yet.
    pub fn look_in(self, id: &AssessmentId) {
        if !self.is_open()
            && let Some(seen) = storage::look_in(&Local, id)
        {
            self.desk.update_value(|desk| desk.show_early(seen));
        }
    }

    /// Whether everything was read, and can be changed.
    pub fn is_open(self) -> bool {
        self.door.with_value(Option::is_some)
    }

    /// Whether assessments are kept that were not looked into yet.
    pub fn is_awaited(self) -> bool {
        !self.is_open() && Local.keys(ASSESSMENT).is_ok_and(|keys| !keys.is_empty())
    }

    /// Hands the desk what happened, carries out what it asks for, and shows what has changed.
    fn handle(self, input: Input) -> Option<Arc<Said>> {
        let mut inputs = VecDeque::from([input]);
        let (mut touched, mut said) = (Touched::default(), None);
        while let Some(input) = inputs.pop_front() {
            let now = Now {
                millis: clock::millis(),
            };
            let handled = self.desk.try_update_value(|desk| desk.handle(now, input));
            let Some((more, effects)) = handled else {
                break;
            };
            touched.add(more);
            for effect in effects {
                let (answer, says) = self.carry_out(effect);
                inputs.extend(answer);
                said = says.or(said);
            }
        }
        self.show(touched);
        said
    }

    /// Tells those who show what was touched: at once, unless something is being pressed, which would go under
    /// the finger.
    fn show(self, touched: Touched) {
        self.show_line();
        boot::when_released(move || {
            if touched.opened {
                self.opening.set(false);
            }
            let triggers = self.told.with_value(|told| told.triggers(&touched));
            triggers.iter().for_each(ArcTrigger::notify);
        });
    }

    /// Shows how far everything is kept.
    fn show_line(self) {
        let desk = |d: &Desk| (d.line(), d.kept_at(), d.is_at_risk());
        let (line, at, is_at_risk) = self.desk.with_value(desk);
        leaving::hold(leaving::Held::Assessment, is_at_risk);
        let at = at.map(clock::time_of).unwrap_or_default();
        if self.line.with_untracked(|now| *now != (line, at.clone())) {
            self.line.set((line, at));
        }
    }

    /// Looks at the desk, without tracking.
    pub fn look<T>(self, look: impl FnOnce(&Desk) -> T) -> T {
        self.desk.with_value(look)
    }

    /// Does something. What was said of what was done before goes.
    pub fn run(self, transaction: Transaction) {
        if transaction.title.is_undoable() {
            self.forget_said();
        }
        self.act(Input::Do(transaction));
    }

    /// Does what the desk makes of it, if that is anything.
    pub fn run_made<M: Into<Option<Transaction>>>(self, make: impl FnOnce(&Desk) -> M) {
        if let Some(transaction) = self.look(make).into() {
            self.run(transaction);
        }
    }

    /// Says something in place of what was said before.
    pub fn tell(self, notice: super::contexts::Notice) {
        self.notices.show(notice);
    }

    /// Stops saying what `is_it` picks, if that still stands there.
    pub fn untell(self, is_it: impl FnOnce(&super::contexts::Notice) -> bool) {
        self.notices.clear(is_it);
    }

    /// What was said of what was done before would be taken for what is done now.
    fn forget_said(self) {
        use super::contexts::Notice::{Answered, Said};
        self.notices.clear(|n| matches!(n, Said(_) | Answered(..)));
    }

    /// Takes back what was done last to an assessment; without one, to assessments as wholes. Returns
    /// what is said of it.
    pub fn undo(self, here: Option<AssessmentId>) -> Option<Arc<Said>> {
        self.forget_said();
        self.act(Input::Undo(here))
    }

    /// Does again what was taken back.
    pub fn redo(self, here: Option<AssessmentId>) -> Option<Arc<Said>> {
        self.forget_said();
        self.act(Input::Redo(here))
    }

    /// Starts an assessment.
    pub fn start(self, team: String, scope: Scope) -> AssessmentId {
        let id = clock::assessment_id();
        self.forget_said();
        self.act(Input::Start(id.clone(), team, scope));
        id
    }

    /// Brings a removed assessment back.
    pub fn bring_back(self, id: &AssessmentId) {
        self.run_made(|desk| desk.bring_back(id));
    }

    /// Removes an assessment; what was only shown is taken off the list.
    pub fn remove(self, id: &AssessmentId) {
        if self.look(|desk| desk.access(id)) == Some(Access::Guest) {
            self.act(Input::DismissGuest(id.clone()));
        } else {
            self.run_made(|desk| desk.remove(id));
        }
    }

    /// The built-in questionnaire, for what is about no assessment.
    pub fn questionnaire(self) -> &'static Questionnaire {
        self.look(|desk| desk.library().built_in())
    }

    /// Takes those of its parts that are not here yet. It lives as long as the page.
    pub fn take_parts(self, parts: &[&'static Part]) {
        let more = self.parts.try_update_value(|here| {
            let before = here.len();
            for part in parts {
                if !here.iter().any(|other| ptr::eq(*other, *part)) {
                    here.push(part);
                }
            }
            (here.len() > before).then(|| catalog::with(here))
        });
        if let Some(more) = more.flatten() {
            let more = Box::leak(Box::new(more));
            self.desk
                .update_value(|desk| desk.library_mut().complete(more));
        }
    }

    /// Looks at an assessment without tracking. `None` when there is none with this id.
    pub fn with<T>(self, id: &AssessmentId, look: impl FnOnce(&Assessment) -> T) -> Option<T> {
        self.desk.with_value(|desk| desk.with(id, look))
    }

    /// Whether there is an assessment with this id that was not removed.
    pub fn has(self, id: &AssessmentId) -> bool {
        self.look(|desk| desk.has(id))
    }

    /// Tracks what may be done with assessments.
    pub fn track_access(self) {
        self.told.with_value(|told| told.access.track());
    }

    /// Tracks one practice's answer.
    pub fn track_practice(self, id: &PracticeId) {
        let track = |t: &ArcTrigger| t.track();
        self.told
            .with_value(|told| trigger(&told.practices, id).map(track));
    }

    /// Tracks one metric's measurement.
    pub fn track_metric(self, id: &MetricId) {
        let track = |t: &ArcTrigger| t.track();
        self.told
            .with_value(|told| trigger(&told.metrics, id).map(track));
    }

    /// Tracks every change.
    pub fn track_any(self) {
        self.told.with_value(|told| told.any.track());
    }

    /// How far everything is kept, and since what time of day; tracks it.
    pub fn line(self) -> (Line, String) {
        self.line.get()
    }

    /// Whether the database may still bring what is not here yet; tracks it.
    pub fn is_opening(self) -> bool {
        self.opening.get()
    }

    /// Tracks the records that could not be read.
    pub fn track_set_aside(self) {
        self.told.with_value(|told| told.set_aside.track());
    }

    /// Something was downloaded.
    pub fn has_downloaded(self) {
        let downloads = self.told.with_value(|told| told.downloads.clone());
        downloads.notify();
    }

    /// Tracks downloads.
    pub fn track_downloads(self) {
        self.told.with_value(|told| told.downloads.track());
    }
}
