//! The worker in which the exports of other tools are read, beside the page: it is started when the first
//! file is dropped, and ended with all that it holds.

use super::files::File;
use super::js::{self, Js};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// How the name of the file that runs in it ends.
const WASM: &str = "_tables.wasm";

/// What the worker says.
pub enum Said {
    /// How much of a file it has, from 0 to 1.
    Progress(f64),
    /// The answer to a message, as JSON.
    Answer(String),
    /// It stopped at a file, or could not be started.
    Failed,
}

/// The worker.
#[derive(Clone)]
pub struct Tables(Js);

impl Tables {
    /// Starts it. `hear` hears all that it says, in order.
    pub fn start(hear: impl Fn(Said) + 'static) -> Option<Self> {
        let boot = js::get(&js::window(), "plumblineBoot");
        let worker = js::call(&boot, "worker", &[]).ok()?;
        let hear: Rc<dyn Fn(Said)> = Rc::new(hear);
        listen(&worker, &hear);
        let response = js::part(WASM).ok()?;
        let (own, missing, broken) = (worker.clone(), hear.clone(), hear);
        let arrived = move |response: Js| {
            let Ok(bytes) = js::call(&response, "arrayBuffer", &[]) else {
                return missing(Said::Failed);
            };
            let kept = move |bytes: Js| {
                let message = js::object(&[("wasm", bytes)]);
                drop(js::call(&own, "postMessage", &[message]));
            };
            js::then(&bytes, kept, move |_| missing(Said::Failed));
        };
        js::then(&response, arrived, move |_| broken(Said::Failed));
        Some(Self(worker))
    }

    /// Tells it something, as JSON, with a file where there is one.
    pub fn tell(&self, message: &str, file: Option<&File>) {
        let parsed = js::call(&js::get(&js::window(), "JSON"), "parse", &[message.into()]);
        let message = js::object(&[
            ("message", parsed.unwrap_or_default()),
            ("file", file.map_or(Js::UNDEFINED, Js::from)),
        ]);
        drop(js::call(&self.0, "postMessage", &[message]));
    }

    /// Ends it, and with it all that it holds.
    pub fn end(&self) {
        drop(js::call(&self.0, "terminate", &[]));
    }
}

fn listen(worker: &Js, hear: &Rc<dyn Fn(Said)>) {
    let (said, broken) = (hear.clone(), hear.clone());
    let said: Box<dyn FnMut(Js)> = Box::new(move |event: Js| {
        let data = js::get(&event, "data");
        if let Some(answer) = js::get(&data, "answer").as_string() {
            said(Said::Answer(answer));
        } else if let Some(done) = js::get(&data, "progress").as_f64() {
            said(Said::Progress(done));
        } else if !js::get(&data, "failed").is_undefined() {
            said(Said::Failed);
        }
    });
    let broken: Box<dyn FnMut(Js)> = Box::new(move |event: Js| {
        drop(js::call(&event, "preventDefault", &[]));
        broken(Said::Failed);
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
