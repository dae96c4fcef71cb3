//! A world for desks: two stores that fail, lose and answer late, tabs that hear each other late,
//! twice or never, clocks that are years off, and crashes.

use crate::disk::{Disk, Plan, Records};
use crate::random::Dice;
use crate::world::questionnaire;
use plumbline::catalog::Library;
use plumbline::desk::{Desk, Effect, GONE, Input, Now, Said, Timer, Touched};
use plumbline::formats::assessment_json::{Encoder, encode_compact};
use plumbline::model::{Assessment, AssessmentId, Questionnaire, WriterId};
use plumbline::storage::{self, Store as _, StoreError};
use std::collections::{BTreeMap, VecDeque};
use std::sync::OnceLock;

/// What the clock says at every write.
const TIME: &str = "2026-11-26T10:00:00Z";

/// The small questionnaire, for as long as the tests run.
pub fn small() -> &'static Questionnaire {
    static SMALL: OnceLock<Questionnaire> = OnceLock::new();
    SMALL.get_or_init(questionnaire)
}

/// What was asked of the database and not answered yet.
#[derive(Debug)]
pub enum Asked {
    /// To keep an assessment, as it stands once the database has read what it holds.
    Keep(AssessmentId, u64),
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
    pub encoder: Encoder,
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
        let desk = Desk::new(writer, Now { millis: wall }, library, quick);
        let tab = Tab {
            desk,
            wall,
            asked: VecDeque::from([Asked::Open]),
            timers: Vec::new(),
            encoder: Encoder::new("1"),
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
                let Tab { desk, encoder, .. } = &mut self.tabs[at];
                let known = desk.known_text(&id);
                let saved = desk.with(&id, |a| storage::save(&self.quick, a, encoder, TIME, known));
                let Some(saved) = saved else { return };
                // What is remembered of earlier writing never shows.
                if let Ok(storage::Kept {
                    text, joined: None, ..
                }) = &saved
                {
                    let plain = desk.with(&id, |a| encode_compact(a, "1", TIME));
                    assert_eq!(Some(text), plain.as_ref());
                }
                self.struck += u32::from(saved.is_err());
                if saved.is_ok() {
                    let key = storage::key(&id);
                    let text = self.quick.records.borrow().get(&key).cloned();
                    self.tell(at, &key, text);
                }
                answers.push_back(Input::Quick(id, version, saved));
            }
            Effect::Database(id, version) => {
                self.tabs[at].asked.push_back(Asked::Keep(id, version));
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
                let text = self.tabs[at]
                    .desk
                    .with(&id, |a| encode_compact(a, "1", "now"));
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
            Asked::Keep(id, version) if fails => {
                self.struck += 1;
                Input::Database(id, version, Err(why))
            }
            Asked::Keep(id, version) => {
                let before = self.database.get(&storage::key(&id)).cloned();
                let Tab { desk, encoder, .. } = &mut self.tabs[at];
                let known = desk.known_safe(&id);
                let merge = |a: &Assessment| storage::merge(before, a, encoder, TIME, known);
                // It may have been forgotten by now.
                let merged = desk.with(&id, merge).unwrap_or(Err(why));
                let kept = merged.and_then(|writing| {
                    let (kept, records) = writing.kept(TIME.to_owned());
                    self.database.extend(records);
                    kept
                });
                Input::Database(id, version, kept)
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
