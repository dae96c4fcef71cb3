//! What the validator says, beside what it says it of.

use super::state::{Editor, HEADING};
use crate::app::browser::page::{after, focus, next_frame};
use crate::app::markup::{El, button, el, live, nothing};
use crate::formats::questionnaire_toml::{Field, Part, Remark, Whose};
use crate::words::words;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The id of the field that a path names.
pub fn dom_id(path: &str) -> String {
    ["e-", &path.replace('/', "-")].concat()
}

/// Whether the screen has a field of the whole for a path.
fn is_of_the_whole(path: &str) -> bool {
    ["questionnaire/title", "questionnaire/version"].contains(&path) || is_of_whose(path)
}

/// Whether it is one that stands in the overview.
fn is_of_whose(path: &str) -> bool {
    Whose::ALL.into_iter().any(|field| field.path() == path)
}

/// Whether the screen has a field for a path of a part.
fn has_field(path: &str) -> bool {
    let mut steps = path.split('/').skip(2);
    let Some(field) = steps.next() else {
        return false;
    };
    let is_known = Field::OF_PRACTICE
        .iter()
        .chain(&[
            Field::Goal,
            Field::How,
            Field::Basis,
            Field::Cuts,
            Field::Text,
        ])
        .any(|known| known.key() == field);
    is_known && (steps.next().is_some() == matches!(field, "levels" | "steps"))
}

impl Editor {
    /// The first thing that is wrong with a field.
    pub fn wrong_with(self, path: &str) -> String {
        self.look(|draft| said_of(&draft.wrong, path))
    }

    /// What may be regretted about it.
    pub fn regret_of(self, path: &str) -> String {
        self.look(|draft| said_of(&draft.regrets, path))
    }

    /// How many fields of a part are wrong.
    pub fn wrong_fields(self, part: &Part) -> usize {
        let beginning = [part.table(), "/", part.id(), "/"].concat();
        self.look(|draft| {
            let own = draft.wrong.iter().map(|remark| remark.path.as_str());
            own.filter(|path| path.starts_with(&beginning))
                .collect::<BTreeSet<_>>()
                .len()
        })
    }

    /// How many places are remarked upon.
    pub fn count(self, is_wrong: bool) -> usize {
        self.look(|draft| {
            let all = if is_wrong {
                &draft.wrong
            } else {
                &draft.regrets
            };
            all.iter()
                .map(|remark| &remark.path)
                .collect::<BTreeSet<_>>()
                .len()
        })
    }

    /// Goes to the first place where something is wrong.
    pub fn show_first_wrong(self) {
        let first = self.look(|draft| draft.wrong.first().map(|remark| remark.path.clone()));
        if let Some(first) = first {
            self.show_at(&first);
        }
    }

    /// Goes to the next place that its author may regret, and behind the last one to the first.
    pub fn show_next_regret(self) {
        let next = self.look(|draft| next(&draft.regrets, self.looked_at.get_value()));
        if let Some((at, path)) = next {
            self.show_at(&path);
            self.looked_at.set_value(Some((at, path)));
        }
    }

    /// Goes to a place.
    pub fn show_at(self, path: &str) {
        let field = match Part::of_path(path) {
            Some(part) => {
                self.chosen.set(Some(part));
                if has_field(path) {
                    dom_id(path)
                } else {
                    HEADING.to_owned()
                }
            }
            None if is_of_the_whole(path) => {
                if is_of_whose(path) {
                    self.chosen.set(None);
                }
                dom_id(path)
            }
            None => ELSEWHERE.to_owned(),
        };
        // The part is built first.
        after(0, move || next_frame(move || focus(&field)));
    }
}

/// The place behind the one that was looked at; where that is mended, what has taken its place in the list.
fn next(all: &[Remark], before: Option<(usize, String)>) -> Option<(usize, String)> {
    let from = before.map_or(0, |(at, path)| {
        let own = all.iter().rposition(|remark| remark.path == path);
        own.map_or(at, |own| own + 1)
    });
    let at = if from < all.len() { from } else { 0 };
    Some((at, all.get(at)?.path.clone()))
}

fn said_of(all: &[Remark], path: &str) -> String {
    let first = all.iter().find(|remark| remark.path == path);
    first
        .map(|remark| remark.message.clone())
        .unwrap_or_default()
}

/// A field with what is said of it.
pub fn remarked(editor: Editor, path: &str, input: El) -> [El; 3] {
    let own = path.to_owned();
    let input = input.live_attr("aria-invalid", move || {
        (!editor.wrong_with(&own).is_empty()).then(|| "true".to_owned())
    });
    described(editor, path, input)
}

/// Several fields with what is said of them all.
pub fn described(editor: Editor, path: &str, fields: El) -> [El; 3] {
    let id = dom_id(path);
    let [wrong, regret] = ["wrong", "regret"].map(|what| [&id, "-", what].concat());
    let (of_wrong, of_regret) = (path.to_owned(), path.to_owned());
    let by = [&wrong, " ", &regret].concat();
    let (wrong, regret) = (
        el("span").class("error").id(wrong),
        el("span").class("regret").id(regret),
    );
    [
        fields.id(id).attr("aria-describedby", by),
        wrong.live_text(move || editor.wrong_with(&of_wrong)),
        regret.live_text(move || editor.regret_of(&of_regret)),
    ]
}

/// What is remarked about a part and no field of it.
pub fn others(editor: Editor, part: Part) -> AnyView {
    live(move || {
        let beginning = [part.table(), "/", part.id()].concat();
        let is_own = |remark: &&Remark| {
            let rest = remark.path.strip_prefix(&beginning);
            let is_part = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            is_part && !has_field(&remark.path)
        };
        list(editor, is_own).map_or_else(nothing, El::done)
    })
}

const ELSEWHERE: &str = "elsewhere";

/// What is remarked about the document and nothing that the screen has a field for.
pub fn elsewhere(editor: Editor) -> AnyView {
    live(move || {
        let is_own = |remark: &&Remark| {
            Part::of_path(&remark.path).is_none() && !is_of_the_whole(&remark.path)
        };
        let list = list(editor, is_own);
        let list = list.map(|list| list.id(ELSEWHERE).attr("tabindex", "-1"));
        list.map_or_else(nothing, El::done)
    })
}

fn said(class: &'static str, remark: &Remark) -> El {
    el("li").class(class).text(words().remark(remark))
}

/// What is wrong and what may be regretted of what `is_own` picks. `None` where that is nothing.
fn list(editor: Editor, is_own: impl Fn(&&Remark) -> bool) -> Option<El> {
    editor.look(|draft| {
        let wrong = draft.wrong.iter().filter(&is_own).map(|r| said("error", r));
        let regrets = draft
            .regrets
            .iter()
            .filter(&is_own)
            .map(|r| said("regret", r));
        let all: Vec<_> = wrong.chain(regrets).collect();
        (!all.is_empty()).then(|| el("ul").class("remarks").each(all))
    })
}

/// How much there is to put right and to look at, each leading to its first.
pub fn counts(editor: Editor) -> El {
    let wrong = button("link wrong", "", move |_| editor.show_first_wrong());
    let regrets = button("link", "", move |_| editor.show_next_regret());
    el("p").class("counts").each([
        wrong
            .id("first-wrong")
            .live_flag("hidden", move || editor.count(true) == 0)
            .live_text(move || words().things_wrong(editor.count(true))),
        regrets
            .live_flag("hidden", move || editor.count(false) == 0)
            .live_text(move || words().things_regretted(editor.count(false))),
    ])
}
