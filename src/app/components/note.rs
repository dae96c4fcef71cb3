//! The note on a practice. What another tab writes meanwhile is never written over unseen.

use super::labelled::labelled;
use crate::app::browser::page::{is_focused, value_of};
use crate::app::markup::{El, el};
use crate::app::shell::Open;
use crate::model::note::AT_ONCE;
use crate::model::text::cut;
use crate::model::validate::MAX_TEXT;
use crate::model::{Edit, PracticeId};
use crate::words::words;
use leptos::prelude::*;

/// What is in the field, and what of the note is not.
#[derive(Default)]
struct Typing {
    /// What one typed.
    text: String,
    /// What came from elsewhere while one typed. It stands behind the text until one leaves.
    below: String,
    /// The whole note as this field knows it.
    known: String,
}

impl Typing {
    /// The note with `text` typed where `now` is stored.
    ///
    /// A paste can go around the field's own limit; it is cut there, but never below what the field
    /// had from the note.
    fn note(&mut self, mut text: String, now: &str) -> Option<String> {
        let most = MAX_TEXT.max(self.known.chars().count());
        text.truncate(cut(&text, most).len());
        if *now != *self.known && !now.is_empty() {
            now.clone_into(&mut self.below);
        }
        self.text = text;
        let parts = [self.text.as_str(), &self.below];
        let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
        let parts: Vec<_> = parts.collect();
        (!parts.is_empty()).then(|| parts.join(AT_ONCE))
    }
}

/// The field, its label and its hint. While one types it is theirs; otherwise it follows the note.
pub fn note_field(open: Open, practice: &'static PracticeId) -> El {
    let stored = move || open.with(|a| a.note(practice)).flatten();
    let typing = StoredValue::new(Typing::default());
    let left = RwSignal::new(());
    let shown = move || {
        left.track();
        open.track_practice(practice);
        let now = stored().unwrap_or_default();
        let shown = typing.try_update_value(|t| {
            if !is_focused(&field_id(practice)) {
                *t = Typing {
                    text: now.clone(),
                    below: String::new(),
                    known: now,
                };
            }
            t.text.clone()
        });
        shown.unwrap_or_default()
    };
    let typed = move |event| {
        let (text, now) = (value_of(&event), stored().unwrap_or_default());
        let note = typing.try_update_value(|t| t.note(text, &now)).flatten();
        open.edit(Edit::Note(practice.clone(), note));
        let now = stored().unwrap_or_default();
        typing.update_value(|t| t.known = now);
    };
    let area = el("textarea")
        .attr("rows", "3")
        .attr("maxlength", MAX_TEXT.to_string())
        .live_prop("value", shown)
        .on("input", typed)
        .on("blur", move |_| left.set(()));
    labelled(field_id(practice), words().note, words().note_hint, area)
}

fn field_id(practice: &PracticeId) -> String {
    format!("{practice}-note")
}
