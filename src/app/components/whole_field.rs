//! A field for a whole number: hands, minutes, people.
//!
//! It is no number field of the browser: those change under the mouse wheel, and hide from us what
//! they do not understand.

use crate::app::browser::page::{arrow_of, value_of};
use crate::app::markup::{El, el};
use crate::app::words::words;
use crate::metrics::{NotANumber, Typing, read_whole};
use leptos::prelude::*;
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
pub type GiveWhole = Rc<dyn Fn(Option<u32>)>;

#[derive(Clone, Copy)]
struct Form {
    whole: Whole,
    text: RwSignal<String>,
    stored: StoredValue<Option<u32>>,
    typing: StoredValue<Typing<Option<u32>>>,
    give: StoredValue<GiveWhole, LocalStorage>,
}

impl Form {
    fn read(&self, text: &str) -> Result<Option<u32>, NotANumber> {
        if text.trim().is_empty() {
            return Ok(self.whole.usual);
        }
        read_whole(self.whole.unit, self.whole.range, text).map(Some)
    }

    fn typed(&self, text: String) {
        let stored = self.stored.get_value();
        let before = self.typing.try_update_value(|t| t.goes_on(&text, stored));
        let read = self.read(&text);
        self.text.set(text);
        // Letters that come to nothing leave what was there before them.
        self.put(read.unwrap_or(before.flatten()));
    }

    fn put(&self, value: Option<u32>) {
        if value != self.stored.get_value() {
            self.stored.set_value(value);
            self.give.with_value(|give| give(value));
        }
    }

    fn rests(&self) {
        let stored = self.stored.get_value();
        let typing = self.text.with_untracked(|text| Typing::rests(text, stored));
        self.typing.set_value(typing);
    }

    fn step(&self, by: i32) {
        let [low, high] = self.whole.range;
        let now = self.stored.get_value().unwrap_or(low);
        let next = now.saturating_add_signed(by).clamp(low, high);
        self.text.set(next.to_string());
        self.put(Some(next));
        self.rests();
    }

    /// What was taken, where that is not just what stands in the field.
    fn taken(&self) -> String {
        let text = self.text.get();
        match self.read(&text) {
            Ok(Some(value)) if text.trim() != value.to_string() => {
                words().taken_whole(value, self.whole.unit)
            }
            _ => String::new(),
        }
    }

    fn problem(&self) -> String {
        let is_wrong = self.read(&self.text.get()).is_err();
        let kept = self.stored.get_value();
        if is_wrong {
            words().refused_whole(self.whole.range, kept)
        } else {
            String::new()
        }
    }
}

/// The field, and what is said of it. `now` stands in it at first; `id` is that of what is said.
pub fn whole_field(id: &str, whole: Whole, now: String, give: GiveWhole) -> [El; 2] {
    let form = Form {
        whole,
        stored: StoredValue::new(None),
        typing: StoredValue::new(Typing::rests(&now, None)),
        text: RwSignal::new(now.clone()),
        give: StoredValue::new_local(give),
    };
    form.stored.set_value(form.read(&now).ok().flatten());
    form.rests();
    let input = el("input")
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("maxlength", "40")
        .attr("aria-describedby", format!("{} {id}", whole.hint))
        .live_prop("value", move || form.text.get())
        .live_attr("aria-invalid", move || {
            let is_wrong = !form.problem().is_empty();
            is_wrong.then(|| "true".to_owned())
        })
        .on("input", move |event| form.typed(value_of(&event)))
        .on("change", move |_| form.rests())
        .on("keydown", move |event| {
            if let Some(by) = arrow_of(&event) {
                form.step(by);
            }
        });
    let said = el("span").id(id.to_owned()).each([
        el("output").live_text(move || form.taken()),
        el("span")
            .class("error")
            .attr("role", "alert")
            .live_text(move || form.problem()),
    ]);
    [input, said]
}
