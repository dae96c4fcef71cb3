//! What the document itself brings, and the way out for it.

use super::state::Editor;
use crate::app::browser::page::focus;
use crate::app::markup::{El, button, el};
use crate::formats::questionnaire_toml::{Edit, Part};
use crate::words::words;
use leptos::prelude::*;

/// What the document itself brings can be removed.
pub fn remove(editor: Editor, part: &Part) -> Option<El> {
    let l = words().editor_page();
    let is_own = untrack(|| editor.look(|draft| draft.brings(editor.base, part)));
    let label = match part {
        Part::Practice(_) => l.remove_practice,
        Part::Dimension(_) => l.remove_dimension,
        Part::Discipline(_) => l.remove_discipline,
        Part::Metric(_) => l.remove_metric,
        Part::Rule(_) => l.remove_rule,
        Part::Term(_) => l.remove_term,
    };
    let part = part.clone();
    is_own.then(|| {
        let remove = button("", label, move |_| {
            editor.rest();
            if editor.change(&Edit::Remove(part.clone()), None) {
                editor.chosen.set(None);
                focus("title");
            }
        });
        el("p").class("steps").child(remove)
    })
}
