//! A field for a whole number: hands, minutes, people.
//!
//! It is no number field of the browser: those change under the mouse wheel, and hide from us what
//! they do not understand.

use crate::app::browser::page::{arrow_of, value_of};
use crate::app::markup::{El, el};
use crate::metrics::{Typing, read_whole};
use crate::words::words;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What is counted.
#[derive(Clone, Copy)]
pub struct Whole {
    /// The unit, in which people may give it and others of its kind.
    pub unit: &'static str,
    /// Lowest and highest.
    pub range: [u32; 2],
    /// What an empty field counts as, where that is a number.
    pub usual: Option<u32>,
    /// The id of the hint that stands with the field, where one does.
    pub hint: &'static str,
}

/// Takes a number, or none when the field was emptied.
pub type GiveWhole = Box<dyn Fn(Option<u32>)>;

struct Form {
    whole: Whole,
    give: GiveWhole,
    text: RwSignal<String>,
    taken: RwSignal<String>,
    problem: RwSignal<String>,
    stored: Cell<Option<u32>>,
    typing: RefCell<Typing<Option<u32>>>,
}

impl Form {
    /// Makes what it can of a text, and says what that is, where it is not just what stands there.
    fn typed(&self, text: String) {
        let whole = self.whole;
        let before = self.typing.borrow_mut().goes_on(&text, self.stored.get());
        let read = if text.trim().is_empty() {
            Ok(whole.usual)
        } else {
            read_whole(whole.unit, whole.range, &text).map(Some)
        };
        // Letters that come to nothing leave what was there before them.
        let value = read.unwrap_or(before);
        if value != self.stored.replace(value) {
            (self.give)(value);
        }
        let (mut taken, mut problem) = (String::new(), String::new());
        match (read, value) {
            (Err(_), _) => problem = words().refused_whole(whole.range, value),
            (Ok(_), Some(value)) if text.trim() != value.to_string() => {
                taken = words().taken_whole(value, whole.unit);
            }
            _ => {}
        }
        self.taken.set(taken);
        self.problem.set(problem);
        self.text.set(text);
    }

    fn rests(&self) {
        let stored = self.stored.get();
        // A browser may send a last event to a field that is just being taken from the page.
        if let Some(text) = self.text.try_get_untracked() {
            self.typing.replace(Typing::rests(&text, stored));
        }
    }

    fn step(&self, by: i32) {
        let [low, high] = self.whole.range;
        let now = self.stored.get().unwrap_or(low);
        let next = now.saturating_add_signed(by).clamp(low, high);
        self.typed(next.to_string());
        self.rests();
    }
}

/// The field, and what is said of it. `now` stands in it at first; `id` is that of what is said.
pub fn whole_field(id: &str, whole: Whole, now: String, give: GiveWhole) -> [El; 2] {
    let stored = read_whole(whole.unit, whole.range, &now).ok();
    let text = RwSignal::new(now.clone());
    let taken = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let form = Rc::new(Form {
        whole,
        give,
        text,
        taken,
        problem,
        stored: Cell::new(stored),
        typing: RefCell::new(Typing::rests(&now, stored)),
    });
    // What a file brings may be no number, which is said at once.
    form.typed(now);
    form.rests();
    let (rests, steps) = (form.clone(), form.clone());
    let input = el("input")
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("maxlength", "40")
        .attr("aria-describedby", format!("{} {id}", whole.hint))
        .live_prop("value", move || text.get())
        .live_attr("aria-invalid", move || {
            let is_wrong = !problem.with(String::is_empty);
            is_wrong.then(|| "true".to_owned())
        })
        .on("input", move |event| form.typed(value_of(&event)))
        .on("change", move |_| rests.rests())
        .on("keydown", move |event| {
            if let Some(by) = arrow_of(&event) {
                steps.step(by);
            }
        });
    let said = el("span").id(id.to_owned()).each([
        el("span")
            .attr("role", "status")
            .live_text(move || taken.get()),
        el("span")
            .class("error")
            .attr("role", "alert")
            .live_text(move || problem.get()),
    ]);
    [input, said]
}

/// The same under its label.
pub fn labelled_whole(
    id: &str,
    label: impl Into<String>,
    whole: Whole,
    now: String,
    give: GiveWhole,
) -> El {
    let [input, said] = whole_field(id, whole, now, give);
    let label = el("label").text(label.into()).child(input);
    el("div").class("whole").each([label, said])
}
