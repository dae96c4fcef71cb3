//! A store in memory that fails when it is told to, and remembers what a crash could leave.

use plumbline::storage::{Store, StoreError};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// Texts by key.
pub type Records = BTreeMap<String, String>;

/// When a store fails: never, at one of its calls, or from that call on.
#[derive(Clone, Copy, Default)]
pub enum Plan {
    #[default]
    Never,
    Once(u64),
    From(u64),
}

#[derive(Default)]
pub struct Disk {
    pub records: RefCell<Records>,
    /// What a crash leaves: the state after each write since the last time it was safe.
    pub past: RefCell<Vec<Records>>,
    calls: Cell<u64>,
    pub plan: Cell<Plan>,
}

impl Disk {
    /// A disk with these records.
    pub fn new(records: Records, plan: Plan) -> Self {
        Self {
            past: RefCell::new(vec![records.clone()]),
            records: RefCell::new(records),
            calls: Cell::new(0),
            plan: Cell::new(plan),
        }
    }
    /// Counts a call, which may fail.
    pub fn call(&self) -> Result<(), StoreError> {
        let call = self.calls.get();
        self.calls.set(call + 1);
        let fails = match self.plan.get() {
            Plan::Never => false,
            Plan::Once(at) => call == at,
            Plan::From(at) => call >= at,
        };
        if fails { Err(StoreError::Full) } else { Ok(()) }
    }
}

impl Store for Disk {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call()?;
        Ok(self.records.borrow().get(key).cloned())
    }
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.call()?;
        self.records.borrow_mut().insert(key.into(), text.into());
        self.past.borrow_mut().push(self.records.borrow().clone());
        Ok(())
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.call()?;
        self.records.borrow_mut().remove(key);
        Ok(())
    }
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        self.call()?;
        let records = self.records.borrow();
        let ours = records.keys().filter(|k| k.starts_with(prefix));
        Ok(ours.cloned().collect())
    }
}
