//! The worker in which the exports of other tools are read, and models of others, beside the page: it is
//! started when the first file is dropped, and ended with all that it holds.

use super::files::{Blob, File};
use super::js::{self, Js};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;

/// How the name of the file that reads tables ends.
pub const TABLES: &str = "_tables.wasm";
/// And that of the one that reads models of others.
pub const MODELS: &str = "_models.wasm";

/// What the worker says.
pub enum Said {
    /// How much of a file it has, from 0 to 1.
    Progress(f64),
    /// The answer to a message, as JSON.
    Answer(String),
    /// The rows that a message asked for, as CSV.
    Csv(Blob),
    /// It stopped at a file, or could not be started.
    Failed,
}

/// The worker, and what it was told: one that is in the middle of something hears nothing more, so what is
/// to be given up is given up by ending it and telling the next one the same as before.
#[derive(Clone)]
pub struct Tables(Rc<Own>);

struct Own {
    /// What runs in it.
    wasm: &'static str,
    worker: RefCell<Js>,
    hear: Box<dyn Fn(Said)>,
    /// Messages in their order, each with its file.
    told: RefCell<Vec<(String, Option<File>)>>,
    /// How many of them were told when nothing was left to answer.
    settled: Cell<usize>,
    /// How many have been answered.
    answered: Cell<usize>,
    /// How many answers nobody waits for: those to what is told once more.
    unheard: Cell<usize>,
}

impl Tables {
    /// Starts it. `hear` hears all that it says, in order.
    pub fn start(wasm: &'static str, hear: impl Fn(Said) + 'static) -> Option<Self> {
        let tables = Self(Rc::new(Own {
            wasm,
            worker: RefCell::default(),
            hear: Box::new(hear),
            told: RefCell::default(),
            settled: Cell::new(0),
            answered: Cell::new(0),
            unheard: Cell::new(0),
        }));
        tables.0.begin().map(|()| tables)
    }

    /// Tells it something, as JSON, with a file where there is one.
    pub fn tell(&self, message: &str, file: Option<&File>) {
        let told = (message.to_owned(), file.cloned());
        self.0.send(&told);
        self.0.told.borrow_mut().push(told);
    }

    /// Whether something is left to answer.
    pub fn is_busy(&self) -> bool {
        self.0.answered.get() < self.0.told.borrow().len()
    }

    /// Gives up all that was told since it last had nothing to answer. `false` where that was never.
    pub fn give_up(&self) -> bool {
        let own = &self.0;
        own.stop();
        let settled = own.settled.get();
        own.told.borrow_mut().truncate(settled);
        own.answered.set(0);
        own.unheard.set(settled);
        let is_there = settled > 0 && own.begin().is_some();
        if is_there {
            own.told.borrow().iter().for_each(|told| own.send(told));
        }
        is_there
    }

    /// Ends it, and with it all that it holds.
    pub fn end(&self) {
        self.0.stop();
    }
}

impl Own {
    /// Starts a worker.
    fn begin(self: &Rc<Self>) -> Option<()> {
        let boot = js::get(&js::window(), "plumblineBoot");
        let worker = js::call(&boot, "worker", &[]).ok()?;
        listen(&worker, self);
        let response = js::part(self.wasm).ok()?;
        self.worker.replace(worker.clone());
        let (missing, broken) = (Rc::downgrade(self), Rc::downgrade(self));
        let arrived = move |response: Js| {
            let Ok(bytes) = js::call(&response, "arrayBuffer", &[]) else {
                return say(&missing, &worker, Said::Failed);
            };
            let own = worker.clone();
            let kept = move |bytes: Js| {
                let message = js::object(&[("wasm", bytes)]);
                drop(js::call(&own, "postMessage", &[message]));
            };
            js::then(&bytes, kept, move |_| say(&missing, &worker, Said::Failed));
        };
        let own = self.worker.borrow().clone();
        js::then(&response, arrived, move |_| {
            say(&broken, &own, Said::Failed)
        });
        Some(())
    }

    fn send(&self, (message, file): &(String, Option<File>)) {
        let json = js::get(&js::window(), "JSON");
        let parsed = js::call(&json, "parse", &[message.as_str().into()]);
        let message = js::object(&[
            ("message", parsed.unwrap_or_default()),
            ("file", file.as_ref().map_or(Js::UNDEFINED, Js::from)),
        ]);
        drop(js::call(&self.worker.borrow(), "postMessage", &[message]));
    }

    /// Ends the worker; what it says no longer counts.
    fn stop(&self) {
        let worker = self.worker.take();
        drop(js::call(&worker, "terminate", &[]));
    }

    fn hear(&self, said: Said) {
        // What it says now is about this message.
        let number = self.answered.get() + 1;
        if let Said::Answer(_) | Said::Csv(_) = said {
            self.answered.set(number);
            let told = self.told.borrow().len();
            if number == told {
                self.settled.set(told);
            }
        }
        if number > self.unheard.get() || matches!(said, Said::Failed) {
            (self.hear)(said);
        }
    }
}

/// Passes on what a worker says, if it is still the one that counts.
fn say(own: &Weak<Own>, worker: &Js, said: Said) {
    let Some(own) = own.upgrade() else { return };
    let is_own = *own.worker.borrow() == *worker;
    if is_own {
        own.hear(said);
    }
}

fn listen(worker: &Js, own: &Rc<Own>) {
    let (heard, broken) = (Rc::downgrade(own), Rc::downgrade(own));
    let (own, same) = (worker.clone(), worker.clone());
    let said: Box<dyn FnMut(Js)> = Box::new(move |event: Js| {
        let data = js::get(&event, "data");
        let said = if let Some(answer) = js::get(&data, "answer").as_string() {
            Said::Answer(answer)
        } else if let Ok(csv) = js::get(&data, "csv").dyn_into() {
            Said::Csv(csv)
        } else if let Some(done) = js::get(&data, "progress").as_f64() {
            Said::Progress(done)
        } else if js::get(&data, "failed").is_undefined() {
            return;
        } else {
            Said::Failed
        };
        say(&heard, &own, said);
    });
    let broken: Box<dyn FnMut(Js)> = Box::new(move |event: Js| {
        drop(js::call(&event, "preventDefault", &[]));
        say(&broken, &same, Said::Failed);
    });
    js::set(worker, "onmessage", Closure::wrap(said).into_js_value());
    js::set(worker, "onerror", Closure::wrap(broken).into_js_value());
}

/// The name of the zone of this browser's clock.
pub fn zone() -> String {
    let zone = (|| {
        let format = js::call(&js::get(&js::window(), "Intl"), "DateTimeFormat", &[]).ok()?;
        let options = js::call(&format, "resolvedOptions", &[]).ok()?;
        js::get(&options, "timeZone").as_string()
    })();
    zone.unwrap_or_else(|| "UTC".to_owned())
}

/// The names of all zones that this browser knows.
pub fn zones() -> Vec<String> {
    let intl = js::get(&js::window(), "Intl");
    let all = js::call(&intl, "supportedValuesOf", &["timeZone".into()]);
    let all = all.map(|all| js::values(&all)).unwrap_or_default();
    let mut names: Vec<_> = all.iter().filter_map(Js::as_string).collect();
    if !names.iter().any(|name| name == "UTC") {
        names.push("UTC".to_owned());
    }
    names
}
