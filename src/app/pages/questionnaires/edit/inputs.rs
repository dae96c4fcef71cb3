//! Fields that show what the document says, and say it anew.

use super::remarks::{dom_id, remarked};
use super::state::Editor;
use crate::app::browser::page::{focus, is_checked, value_of};
use crate::app::markup::{El, button, el, live, nothing, option};
use crate::formats::questionnaire_toml::{Draft, Edit, Field, Part, Set};
use crate::model::{Practice, PracticeId};
use crate::words::words;
use leptos::prelude::*;

/// How much room a text has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Line,
    /// As much as it takes.
    Text,
}

fn control(kind: Kind) -> El {
    match kind {
        Kind::Line => el("input").attr("type", "text").attr("autocomplete", "off"),
        Kind::Text => el("textarea").attr("rows", "3"),
    }
}

/// A text with its name and what is said of it.
pub fn text(
    editor: Editor,
    kind: Kind,
    path: &str,
    label: impl crate::app::markup::Text,
    read: impl Fn(&Draft) -> Option<String> + Send + Sync + 'static,
    write: impl Fn(String) -> Edit + 'static,
) -> El {
    let at = path.to_owned();
    let input = control(kind)
        .live_prop("value", move || editor.look(&read).unwrap_or_default())
        .on("input", move |event| {
            editor.change(&write(value_of(&event)), Some(&at));
        })
        .on("change", move |_| editor.rest());
    let label = el("label").attr("for", dom_id(path)).text(label);
    el("div")
        .class("field")
        .child(label)
        .each(remarked(editor, path, input))
}

/// A field of a practice that may differ from what is extended: the way back to that stands beside it.
pub fn back(editor: Editor, id: &PracticeId, field: Field, name: &'static str) -> AnyView {
    let first = match field {
        Field::Levels | Field::Steps | Field::Effort => "/1",
        _ => "",
    };
    let at = dom_id(&["practice/", id.as_str(), "/", field.key(), first].concat());
    back_of(editor, Part::Practice(id.clone()), field, name, at)
}

/// The same of any part. `at` is the id of the field that has the focus then.
pub fn back_of(
    editor: Editor,
    part: Part,
    field: Field,
    name: &'static str,
    at: String,
) -> AnyView {
    let own = part.clone();
    let differs = Memo::new(move |_| editor.look(|draft| draft.differs(editor.base, &own, field)));
    live(move || {
        if !differs.get() {
            return nothing();
        }
        let (part, at) = (part.clone(), at.clone());
        let back = button("link back", words().editor_page().as_base, move |_| {
            editor.rest();
            editor.change(&Edit::AsBase(part.clone(), field), None);
            focus(&at);
        });
        back.attr("aria-label", words().as_base_label(name)).done()
    })
}

/// A text of a practice.
pub fn text_of(
    editor: Editor,
    kind: Kind,
    id: &PracticeId,
    (field, name): (Field, &'static str),
    read: fn(&Practice) -> &str,
    write: fn(String) -> Set,
) -> El {
    let (own, part) = (id.clone(), Part::Practice(id.clone()));
    let path = ["practice/", id.as_str(), "/", field.key()].concat();
    let of_it = move |draft: &Draft| {
        let practice = draft.questionnaire.practice(&own);
        practice.map(|p| read(p).to_owned())
    };
    let write = move |text| Edit::Set(part.clone(), write(text));
    let field_of = text(editor, kind, &path, name, of_it, write);
    el("div")
        .class("backed")
        .view(back(editor, id, field, name))
        .child(field_of)
}

/// One of a few, by their keys and names.
pub fn choice(
    editor: Editor,
    path: &str,
    name: impl crate::app::markup::Text,
    choices: Vec<(String, String)>,
    read: impl Fn(&Draft) -> Option<String> + Clone + Send + Sync + 'static,
    write: impl Fn(&str) -> Option<Edit> + 'static,
) -> El {
    let options = choices.into_iter().map(|(key, name)| {
        let (own, read) = (key.clone(), read.clone());
        option(key, name, false).live_flag("selected", move || {
            editor.look(&read).as_deref() == Some(own.as_str())
        })
    });
    let select = el("select")
        .on("change", move |event| {
            if let Some(edit) = write(&value_of(&event)) {
                editor.rest();
                editor.change(&edit, None);
            }
        })
        .each(options);
    let label = el("label").attr("for", dom_id(path)).text(name);
    el("div")
        .class("field")
        .child(label)
        .each(remarked(editor, path, select))
}

/// Yes or no.
pub fn tick(
    editor: Editor,
    path: &str,
    name: &'static str,
    read: impl Fn(&Draft) -> bool + Send + Sync + 'static,
    write: impl Fn(bool) -> Edit + 'static,
) -> El {
    let input = el("input")
        .id(dom_id(path))
        .attr("type", "checkbox")
        .live_flag("checked", move || editor.look(&read))
        .on("change", move |event| {
            editor.rest();
            editor.change(&write(is_checked(&event)), None);
        });
    el("label")
        .class("tick")
        .child(input)
        .child(el("span").text(name))
}

/// How much something counts beside its like. What stands there and is none of these stays to choose.
pub fn weight(editor: Editor, part: Part, read: fn(&Draft, &Part) -> Option<f64>) -> El {
    const CHOICES: [f64; 6] = [0.5, 1.0, 1.5, 2.0, 3.0, 5.0];
    let mut choices = CHOICES.to_vec();
    let own = untrack(|| editor.look(|draft| read(draft, &part)));
    choices.extend(own.filter(|own| !CHOICES.contains(own)));
    choices.sort_by(f64::total_cmp);
    let choices = choices
        .into_iter()
        .map(|weight| (weight.to_string(), words().weight_choice(weight)));
    let path = [part.table(), "/", part.id(), "/weight"].concat();
    let of_it = part.clone();
    choice(
        editor,
        &path,
        words().editor_page().weight,
        choices.collect(),
        move |draft| read(draft, &of_it).map(|weight| weight.to_string()),
        move |text| Some(Edit::Set(part.clone(), Set::Weight(text.parse().ok()?))),
    )
}
