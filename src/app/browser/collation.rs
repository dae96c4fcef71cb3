//! What the reader's language makes of letters and numbers, as the browser knows it.

use crate::model::Collation;
use js_sys::{Array, Function, Intl, JsString, Object, Reflect, RegExp};
use std::cmp::Ordering;
use wasm_bindgen::JsValue;

/// The one of the reader's language.
pub const COLLATION: Collation = Collation { compare, capitals };

thread_local! {
    // Made once: making them takes longer than what they do.
    static COMPARE: Function = comparing();
    // Accents, which no script calls its own, the points of Hebrew, what stretches Arabic, and what
    // is not seen. Signs that Thai or Hindi cannot be read without stay.
    static MARKS: RegExp = RegExp::new("[\\p{sc=Zinh}\\p{DI}\\u0591-\\u05c7\\u0640]", "gu");
}

fn comparing() -> Function {
    let options = Object::new();
    let chosen = [("numeric", JsValue::TRUE), ("sensitivity", "base".into())];
    for (name, value) in chosen {
        // Setting a property of a plain object cannot fail.
        drop(Reflect::set(&options, &name.into(), &value));
    }
    // Without a language, it is the reader's.
    Intl::Collator::new(&Array::new(), &options).compare()
}

fn compare(a: &str, b: &str) -> Ordering {
    let which = COMPARE.with(|f| f.call2(&JsValue::UNDEFINED, &a.into(), &b.into()));
    let which = which.ok().and_then(|which| which.as_f64());
    which.unwrap_or_default().total_cmp(&0.0)
}

fn capitals(text: &str) -> String {
    // In capitals, ß and the end of a Greek word are what they are elsewhere.
    let capitals = JsString::from(text).normalize("NFKD").to_upper_case();
    MARKS.with(|marks| capitals.replace_by_pattern(marks, "").into())
}
