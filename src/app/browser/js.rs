//! What the browser has and only few pages call, by name. Each binding of its own would stand in the
//! first file that everybody waits for; names stand in the file that asks.

use super::timers::once;
use wasm_bindgen::prelude::*;

pub use wasm_bindgen::JsValue as Js;

/// A property; undefined where there is none.
pub fn get(of: &Js, name: &str) -> Js {
    js_sys::Reflect::get(of, &name.into()).unwrap_or(Js::UNDEFINED)
}

/// A property at the end of a path.
pub fn find(of: &Js, path: &[&str]) -> Js {
    path.iter().fold(of.clone(), |of, name| get(&of, name))
}

/// Sets a property. What refuses it stays as it is.
pub fn set(of: &Js, name: &str, value: impl Into<Js>) {
    drop(js_sys::Reflect::set(of, &name.into(), &value.into()));
}

/// The window.
pub fn window() -> Js {
    web_sys::window().map_or(Js::UNDEFINED, Js::from)
}

/// An object with these properties.
pub fn object(properties: &[(&str, Js)]) -> Js {
    let object: Js = js_sys::Object::new().into();
    for (name, value) in properties {
        set(&object, name, value.clone());
    }
    object
}

/// A list of these values.
pub fn list(values: &[Js]) -> Js {
    let list: Js = js_sys::Array::new().into();
    for (at, value) in values.iter().enumerate() {
        set(&list, &at.to_string(), value.clone());
    }
    list
}

/// The values of a list.
pub fn values(list: &Js) -> Vec<Js> {
    let length = get(list, "length").as_f64().unwrap_or_default();
    (0..)
        .take_while(|at| f64::from(*at) < length)
        .map(|at: u32| get(list, &at.to_string()))
        .collect()
}

/// Calls a method, or says what it threw.
pub fn call(of: &Js, method: &str, with: &[Js]) -> Result<Js, Js> {
    let function = get(of, method);
    let apply: js_sys::Function = get(&function, "apply").dyn_into()?;
    apply.call2(&function, of, &list(with))
}

/// Makes an object of a class that the window has, or says why not.
pub fn new(class: &str, with: &[Js]) -> Result<Js, Js> {
    let (window, with) = (window(), list(with));
    call(
        &get(&window, "Reflect"),
        "construct",
        &[get(&window, class), with],
    )
}

/// Calls one of the two when a promise is kept or broken.
pub fn then(promise: &Js, kept: impl FnOnce(Js) + 'static, broken: impl FnOnce(Js) + 'static) {
    let [kept, broken]: [Box<dyn FnOnce(Js)>; 2] = [Box::new(kept), Box::new(broken)];
    let done = [kept, broken].map(Closure::once_into_js);
    drop(call(promise, "then", &done));
}

/// Asks for a file of the app that comes when it is needed: a promise of the response, checked. The page has
/// a link to it, found by the end of its name, which says where it is and what its digest is.
pub fn part(end: &str) -> Result<Js, Js> {
    let (window, link) = (window(), format!("link[href$=\"{end}\"]"));
    let link = call(&get(&window, "document"), "querySelector", &[link.into()])?;
    let (url, digest) = (get(&link, "href"), get(&link, "integrity"));
    call(&get(&window, "plumblineBoot"), "part", &[url, digest])
}

/// Calls `then` when nothing is going on.
pub fn when_idle(then: impl FnOnce() + 'static) {
    let (window, then) = (window(), once(then));
    let asked = call(&window, "requestIdleCallback", std::slice::from_ref(&then));
    if asked.is_err() {
        drop(call(&window, "setTimeout", &[then]));
    }
}

/// Calls `act` when it happens, the first time.
pub fn on(target: &Js, event: &str, act: impl FnOnce() + 'static) {
    let name = format!("on{event}");
    let (of, listens) = (target.clone(), name.clone());
    let listener = once(move || {
        set(&of, &listens, Js::NULL);
        act();
    });
    set(target, &name, listener);
}

/// Changes the one text in an element, if that is still all there is: less work for a browser than a text that
/// goes and another that comes.
pub fn changes(element: &web_sys::Element, text: &str) -> bool {
    match element.first_child() {
        Some(only) if only.node_type() == 3 && only.next_sibling().is_none() => {
            let (name, text) = ("nodeValue".into(), text.into());
            js_sys::Reflect::set(&only, &name, &text) == Ok(true)
        }
        _ => false,
    }
}
