//! A world for desks: two stores that fail, lose and answer late, tabs that hear each other late,
//! twice or never, clocks that are years off, and crashes.

use crate::disk::{Disk, Plan, Records};
use crate::random::Dice;
use crate::world::questionnaire;
use plumbline::catalog::Library;
use plumbline::desk::{Changing, Desk, Effect, GONE, Input, Now, Said, Timer, Touched};
use plumbline::model::{Assessment, AssessmentId, Questionnaire, WriterId};
use plumbline::storage::{self, Store as _, StoreError};
use std::collections::{BTreeMap, VecDeque};
use std::sync::OnceLock;

/// The small questionnaire, for as long as the tests run.
pub fn small() -> &'static Questionnaire {
    static SMALL: OnceLock<Questionnaire> = OnceLock::new();
    SMALL.get_or_init(questionnaire)
}

/// What was asked of the database and not answered yet.
#[derive(Debug)]
pub enum Asked {
    /// To keep this copy.
    Keep(Box<Assessment>, u64),
    /// To read on behind a key.
    Read(String, u32),
    /// To open.
    Open,
}

/// One tab.
pub struct Tab {
    pub desk: Desk,
    /// The wall clock of this tab, in milliseconds since 1970.
    pub wall: u64,
    pub asked: VecDeque<Asked>,
    pub timers: Vec<Timer>,
    pub inbox: Vec<(String, Option<String>)>,
    /// What was said, the latest last.
    pub said: Vec<Said>,
}

/// Whether the database keeps what it is given.
#[derive(Clone, Copy, Default)]
pub struct Faults {
    /// Out of so many answers of the database, one is a failure; 0 for none.
    pub database: u64,
    /// Whether the database cannot be opened at all.
    pub no_database: bool,
}

/// Stores that tabs share, and the tabs.
pub struct World {
    pub quick: Disk,
    pub database: Records,
    pub tabs: Vec<Tab>,
    pub faults: Faults,
    /// How many faults struck.
    pub struck: u32,
    pages: u32,
}

impl World {
    pub fn new(plan: Plan, faults: Faults) -> Self {
        Self {
            quick: Disk::new(Records::new(), plan),
            database: Records::new(),
            tabs: Vec::new(),
            faults,
            struck: 0,
            pages: 0,
        }
    }

    /// Opens a page in a new tab, or anew in the tab at this place.
    pub fn open(&mut self, at: Option<usize>, wall: u64) -> usize {
        self.pages += 1;
        let writer = WriterId::parse(&format!("w{}", self.pages)).unwrap();
        let quick = storage::open(&self.quick);
        let library = Library::new(small());
        let mut desk = Desk::new(writer, Now { millis: wall }, library, quick);
        desk.change_with(Changing::ALL);
        let tab = Tab {
            desk,
            wall,
            asked: VecDeque::from([Asked::Open]),
            timers: Vec::new(),
            inbox: Vec::new(),
            said: Vec::new(),
        };
        let at = match at {
            Some(at) => {
                self.tabs[at] = tab;
                at
            }
            None => {
                self.tabs.push(tab);
                self.tabs.len() - 1
            }
        };
        for effect in Desk::at_first() {
            self.carry_out(at, effect, &mut VecDeque::new());
        }
        at
    }

    /// Hands an input to a tab's desk and carries out what it asks for, as the shell does.
    pub fn act(&mut self, at: usize, input: Input) -> Touched {
        let mut inputs = VecDeque::from([input]);
        let mut first = None;
        while let Some(input) = inputs.pop_front() {
            let now = Now {
                millis: self.tabs[at].wall,
            };
            let (touched, effects) = self.tabs[at].desk.handle(now, input);
            first.get_or_insert(touched);
            for effect in effects {
                self.carry_out(at, effect, &mut inputs);
            }
        }
        first.unwrap_or_default()
    }

    fn carry_out(&mut self, at: usize, effect: Effect, answers: &mut VecDeque<Input>) {
        match effect {
            Effect::Quick(id, version) => {
                let desk = &self.tabs[at].desk;
                let known = desk.known_text(&id).map(str::to_owned);
                let saved = desk.with(&id, |a| {
                    storage::save(
                        &self.quick,
                        a,
                        "1",
                        "2026-11-26T10:00:00Z",
                        known.as_deref(),
                    )
                });
                let Some(saved) = saved else { return };
                self.struck += u32::from(saved.is_err());
                if saved.is_ok() {
                    let key = storage::key(&id);
                    let text = self.quick.records.borrow().get(&key).cloned();
                    self.tell(at, &key, text);
                }
                answers.push_back(Input::Quick(id, version, saved));
            }
            Effect::Database(id, version) => {
                // It may have been forgotten in the same breath.
                let Some(copy) = self.tabs[at].desk.with(&id, Clone::clone) else {
                    return;
                };
                let asked = Asked::Keep(Box::new(copy), version);
                self.tabs[at].asked.push_back(asked);
            }
            Effect::Read { behind, most } => {
                self.tabs[at].asked.push_back(Asked::Read(behind, most));
            }
            Effect::Forget(id) => {
                let key = storage::key(&id);
                let done = self.quick.remove(&key);
                self.database.remove(&key);
                answers.push_back(Input::Forgotten(id, done));
            }
            Effect::Tell(id) => {
                let text = self.tabs[at].desk.with(&id, |a| {
                    plumbline::formats::assessment_json::encode_compact(a, "1", "now")
                });
                self.tell(at, &storage::key(&id), text);
            }
            Effect::TellGone(id) => self.tell(at, &storage::key(&id), Some(GONE.to_owned())),
            Effect::After(_, timer) => self.tabs[at].timers.push(timer),
            Effect::Say(said) => self.tabs[at].said.push(said),
        }
    }

    fn tell(&mut self, from: usize, key: &str, text: Option<String>) {
        for (i, tab) in self.tabs.iter_mut().enumerate() {
            if i != from {
                tab.inbox.push((key.to_owned(), text.clone()));
            }
        }
    }

    /// The database answers the first thing that a tab asked of it; `dice` says whether it fails.
    pub fn answer(&mut self, at: usize, dice: &mut Dice) -> bool {
        let Some(asked) = self.tabs[at].asked.pop_front() else {
            return false;
        };
        let fails = self.faults.database > 0 && dice.chance(self.faults.database);
        let why = [
            StoreError::Full,
            StoreError::Other("UnknownError: "),
            StoreError::Blocked,
        ];
        let why = why[dice.below(3) as usize];
        let input = match asked {
            Asked::Open if self.faults.no_database => Input::Opened(Err(StoreError::Blocked)),
            Asked::Open => Input::Opened(Ok(())),
            Asked::Read(..) if fails => Input::Read(Err(why)),
            Asked::Read(behind, most) => {
                let records = self.database.iter();
                let behind = records.filter(|(key, _)| **key > behind);
                let some = behind.take(most as usize);
                let some = some.map(|(key, text)| (key.clone(), text.clone()));
                Input::Read(Ok(some.collect()))
            }
            Asked::Keep(mine, version) if fails => {
                self.struck += 1;
                Input::Database(mine.id.clone(), version, Err(why))
            }
            Asked::Keep(mine, version) => {
                let before = self.database.get(&storage::key(&mine.id)).cloned();
                let id = mine.id.clone();
                let written = storage::merge(before, &mine, "1", "2026-11-26T10:00:00Z");
                let result = written.map(|writing| {
                    let records = writing.aside.into_iter().chain([writing.record]);
                    self.database.extend(records);
                    writing.whole
                });
                Input::Database(id, version, result)
            }
        };
        self.act(at, input);
        true
    }

    /// A tab hears one of its messages.
    pub fn hear(&mut self, at: usize, which: usize) {
        let (key, text) = self.tabs[at].inbox.swap_remove(which);
        self.act(at, Input::FromTab(key, text));
    }

    /// A tab's timer runs down.
    pub fn fire(&mut self, at: usize, which: usize) {
        let timer = self.tabs[at].timers.swap_remove(which);
        self.act(at, Input::Fired(timer));
    }

    /// Everything that is under way comes to its end: answers, timers, messages.
    pub fn settle(&mut self, dice: &mut Dice) {
        for _ in 0..10_000 {
            let mut is_quiet = true;
            for at in 0..self.tabs.len() {
                if self.answer(at, dice) {
                    is_quiet = false;
                } else if !self.tabs[at].inbox.is_empty() {
                    self.hear(at, 0);
                    is_quiet = false;
                } else if !self.tabs[at].timers.is_empty() {
                    self.fire(at, 0);
                    is_quiet = false;
                }
            }
            if is_quiet {
                return;
            }
        }
        panic!("the tabs never come to rest");
    }

    /// The browser is killed: the quick store is as it was after some earlier write.
    pub fn crash(&mut self, dice: &mut Dice, plan: Plan) {
        let past = self.quick.past.borrow();
        let left = past[dice.below(past.len() as u64) as usize].clone();
        drop(past);
        self.quick = Disk::new(left, plan);
        self.tabs.clear();
    }

    /// What a store holds of an assessment, as far as it can be read.
    pub fn stored(&self, id: &AssessmentId) -> [Option<Assessment>; 2] {
        let key = storage::key(id);
        let quick = self.quick.records.borrow().get(&key).cloned();
        [quick, self.database.get(&key).cloned()].map(|text| {
            let read = plumbline::formats::assessment_json::decode(&text?);
            read.ok().map(|d| d.assessment)
        })
    }
}

/// Whether a copy has all that another has.
pub fn covers(copy: Option<&Assessment>, other: &Assessment) -> bool {
    copy.is_some_and(|copy| {
        let mut whole = copy.clone();
        whole.join(other);
        whole == *copy
    })
}

/// What people see of a desk: everything that is not removed, without stamps.
pub fn seen(desk: &Desk) -> BTreeMap<AssessmentId, String> {
    let each = desk.each().map(|a| {
        let carried: Vec<_> = a.carried(small()).into_iter().map(|(id, _)| id).collect();
        let values = values_of(a);
        (a.id.clone(), format!("{values:?} {carried:?}"))
    });
    each.collect()
}

/// The values of an assessment without its stamps.
fn values_of(a: &Assessment) -> Vec<plumbline::model::Edit> {
    Assessment::empty(
        a.id.clone(),
        plumbline::model::QuestionnaireRef::of(small()),
    )
    .edits_to(a)
}
