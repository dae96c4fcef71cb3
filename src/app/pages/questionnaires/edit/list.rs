//! Everything that can be asked, by discipline and dimension.

use super::add::{Into, add};
use super::facts::folds;
use super::overview::ROW;
use super::pick::{pick, title};
use super::state::Editor;
use crate::app::browser::looks;
use crate::app::browser::page::{focus_next, is_checked, is_open};
use crate::app::markup::{El, all, button, el, live, nothing};
use crate::formats::questionnaire_toml::{Dimensions, Draft, Edit, Field, Outline, Part, Way};
use crate::model::PracticeId;
use crate::words::words;
use leptos::prelude::*;

/// The list. It is built anew only when something comes, goes or moves.
pub fn list(editor: Editor) -> El {
    let l = words().editor_page();
    let shape = Memo::new(move |_| {
        let mut outline = editor.look(|draft| draft.outline(editor.base));
        let dimensions = outline
            .disciplines
            .iter_mut()
            .flat_map(|(.., within)| within);
        for practice in dimensions.flat_map(|dimension| &mut dimension.practices) {
            practice.1 = true;
        }
        outline
    });
    let is_wide = looks::is_wide();
    // On a phone all of it would lie between what is said of the whole and the whole.
    let closed = StoredValue::new(shape.with_untracked(|outline| {
        let later = outline
            .disciplines
            .iter()
            .skip(if is_wide { usize::MAX } else { 0 });
        later.map(|(id, ..)| id.to_string()).collect::<Vec<_>>()
    }));
    let whole = button("pick over-all", l.overview, move |_| editor.choose(None))
        .id(ROW)
        .live_attr("aria-current", move || {
            editor
                .chosen
                .with(Option::is_none)
                .then(|| "true".to_owned())
        });
    el("nav")
        .class("parts")
        .attr("aria-label", l.parts)
        .child(whole)
        .view(live(move || {
            shape.with(|outline| rows(editor, outline, closed))
        }))
        .child(add(editor, Into::Whole))
        .child(folds(editor))
}

fn rows(editor: Editor, outline: &Outline, closed: StoredValue<Vec<String>>) -> AnyView {
    let disciplines = outline.disciplines.iter().map(|(id, is_own, dimensions)| {
        let part = Part::Discipline(id.clone());
        let name = el("span").live_text(title(editor, part.clone()));
        let (key, is_closed) = (
            id.to_string(),
            closed.with_value(|all| all.iter().any(|c| c == id.as_str())),
        );
        let fold = el("details").on("toggle", move |event| {
            let is_open = is_open(&event);
            closed.update_value(|all| {
                all.retain(|other| *other != key);
                if !is_open {
                    all.push(key.clone());
                }
            });
        });
        let fold = if is_closed {
            fold
        } else {
            fold.attr("open", "")
        };
        let fold = fold
            .class(["of ", id.as_str()].concat())
            .child(el("summary").child(name))
            .child(pick(editor, "pick whole", part, *is_own))
            .each(dimensions.iter().map(|d| dimension(editor, d)))
            .child(add(editor, Into::Discipline(id.clone())));
        fold.done()
    });
    all(disciplines.collect())
}

fn dimension(editor: Editor, dimension: &Dimensions) -> El {
    let part = Part::Dimension(dimension.id.clone());
    let rows = dimension
        .practices
        .iter()
        .map(|(id, _, is_own)| practice(editor, id, *is_own));
    el("div").class("within").each([
        pick(editor, "pick name", part, dimension.is_own),
        el("ul").each(rows),
        add(editor, Into::Dimension(dimension.id.clone())),
    ])
}

fn is_asked(id: &PracticeId) -> impl Fn(&Draft) -> bool + use<> {
    let id = id.clone();
    move |draft| draft.questionnaire.practice(&id).is_some()
}

fn practice(editor: Editor, id: &PracticeId, is_own: bool) -> El {
    let part = Part::Practice(id.clone());
    let named = title(editor, part.clone());
    let asked = is_asked(id);
    let (ask, of_class) = (id.clone(), is_asked(id));
    let box_id = ["ask-", id.as_str()].concat();
    let own_box = box_id.clone();
    let asked_box = if is_own {
        // What the document brings is there, or it is removed.
        el("span").class("no-box")
    } else {
        el("input")
            .id(box_id)
            .attr("type", "checkbox")
            .live_attr("aria-label", move || Some(words().ask_label(&named())))
            .live_flag("checked", move || editor.look(&asked))
            .on("change", move |event| {
                editor.rest();
                editor.change(&Edit::Ask(ask.clone(), is_checked(&event)), None);
                focus_next(own_box.as_str());
            })
    };
    el("li")
        .live_attr("class", move || {
            Some(
                if editor.look(&of_class) {
                    "row"
                } else {
                    "row out"
                }
                .to_owned(),
            )
        })
        .each([
            asked_box,
            pick(editor, "pick", part.clone(), is_own),
            marks(editor, id),
        ])
        .view(shifts(editor, id))
}

/// Whether it is changed, part of the quick check, and weighs more or less than others.
fn marks(editor: Editor, id: &PracticeId) -> El {
    let id = id.clone();
    let said = Memo::new(move |_| {
        let (w, l) = (words(), words().editor_page());
        editor.look(|draft| {
            let Some(own) = draft.questionnaire.practice(&id) else {
                return Vec::new();
            };
            let part = Part::Practice(own.id.clone());
            let is_changed = Field::OF_PRACTICE
                .into_iter()
                .any(|f| draft.differs(editor.base, &part, f));
            let weight = ((own.weight - 1.0).abs() > f64::EPSILON).then(|| w.times(own.weight));
            let quick = own.quick.then(|| l.quick_mark.to_owned());
            let changed = is_changed.then(|| l.changed.to_owned());
            [changed, quick, weight].into_iter().flatten().collect()
        })
    });
    let marks = move || {
        let marks = said.get().into_iter();
        all(marks
            .map(|mark| el("span").class("mark").text(mark).done())
            .collect())
    };
    el("span").class("marks-of").view(live(marks))
}

/// Up and down, for the one that is chosen.
fn shifts(editor: Editor, id: &PracticeId) -> AnyView {
    let id = id.clone();
    let part = Part::Practice(id.clone());
    let (own, asked) = (part.clone(), is_asked(&id));
    let is_shown =
        Memo::new(move |_| editor.chosen.get().as_ref() == Some(&own) && editor.look(&asked));
    live(move || {
        if !is_shown.get() {
            return nothing();
        }
        let way = |way: Way, label: &'static str| {
            let id = id.clone();
            let is_up = way == Way::Up;
            let own = [if is_up { "up-" } else { "down-" }, id.as_str()].concat();
            let name = title(editor, part.clone());
            let again = own.clone();
            button("link", label, move |_| {
                editor.rest();
                editor.change(&Edit::Move(id.clone(), way), None);
                focus_next(again.as_str());
            })
            .id(own)
            .live_attr("aria-label", move || {
                Some(words().move_label(&name(), is_up))
            })
        };
        let l = words().editor_page();
        let both = [way(Way::Up, l.up), way(Way::Down, l.down)];
        el("span").class("shifts").each(both).done()
    })
}
