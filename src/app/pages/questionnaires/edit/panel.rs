//! The part that is chosen: its words, beside how it looks.

use super::facts::{left_out, of_fact};
use super::fields;
use super::inputs::{Kind, text, weight};
use super::overview::overview;
use super::pick::{row_id, title};
use super::preview::preview;
use super::remarks::others;
use super::remove::remove;
use super::state::{Editor, HEADING};
use crate::app::browser::page::{focus, focus_next, unfold};
use crate::app::markup::{El, button, el, live, p};
use crate::formats::questionnaire_toml::{Draft, Edit, Part, Set};
use crate::words::words;
use leptos::prelude::*;

/// What is chosen, or the whole. It is built anew when something else is, and when it comes or goes.
pub fn panel(editor: Editor) -> El {
    let shown = Memo::new(move |_| {
        let part = editor.chosen.get()?;
        let is_asked = editor.look(|draft| part.is_in(&draft.questionnaire));
        let is_known = part.is_in(editor.base);
        // Only what an undone step took away is neither.
        (is_asked || is_known).then_some((part, is_asked))
    });
    el("section")
        .class("panel")
        .view(live(move || match shown.get() {
            None => overview(editor),
            Some((part, is_asked)) => of(editor, part, is_asked),
        }))
}

fn of(editor: Editor, part: Part, is_asked: bool) -> AnyView {
    let l = words().editor_page();
    let row = row_id(&part);
    let back = button("link to-list", l.back, move |_| {
        unfold(&row);
        focus(&row);
    });
    let name = el("h2").id(HEADING).attr("tabindex", "-1");
    let name = name.child(el("bdi").live_text(title(editor, part.clone())));
    let id = el("code").class("muted").text(part.id().to_owned());
    let head = el("div").class("heads").each([name, id, back]);
    let shown = el("div")
        .class("of-part")
        .child(head)
        .view(others(editor, part.clone()));
    match part {
        Part::Practice(id) if is_asked => {
            let both = fields::of_practice(editor, &id);
            shown.each(both).child(preview(editor, &id)).done()
        }
        Part::Practice(id) => {
            let own = id.clone();
            let ask = button("primary", l.ask_it, move |_| {
                editor.rest();
                editor.change(&Edit::Ask(own.clone(), true), None);
                focus_next(HEADING);
            });
            let said = p(l.left_out).class("notice").text(" ").child(ask);
            shown.child(said).child(preview(editor, &id)).done()
        }
        Part::Dimension(_) | Part::Discipline(_) if !is_asked => {
            shown.child(p(l.left_out_whole).class("notice")).done()
        }
        part @ (Part::Metric(_) | Part::Rule(_) | Part::Term(_)) => {
            let own = match is_asked {
                true => of_fact(editor, &part),
                false => left_out(editor, &part),
            };
            shown.child(own).done()
        }
        part => shown.child(of_whole(editor, &part)).done(),
    }
}

/// A dimension or a discipline.
fn of_whole(editor: Editor, part: &Part) -> El {
    let l = words().editor_page();
    let at = |field: &str| [part.table(), "/", part.id(), "/", field].concat();
    let (own, named) = (part.clone(), part.clone());
    let name = text(
        editor,
        Kind::Line,
        &at("title"),
        l.part_title,
        move |draft| of_draft(draft, &named).map(|(title, _)| title),
        move |text| Edit::Set(own.clone(), Set::Title(text)),
    );
    let goal = match part {
        Part::Discipline(id) => {
            let (own, id) = (part.clone(), id.clone());
            Some(text(
                editor,
                Kind::Text,
                &at("goal"),
                l.goal,
                move |draft| Some(draft.questionnaire.discipline(&id)?.goal.clone()),
                move |text| Edit::Set(own.clone(), Set::Goal(text)),
            ))
        }
        _ => None,
    };
    let weighs = weight(editor, part.clone(), |draft, part| {
        of_draft(draft, part).map(|(_, weight)| weight)
    });
    el("div")
        .class("fields")
        .child(name)
        .each(goal)
        .child(weighs)
        .each(remove(editor, part))
}

fn of_draft(draft: &Draft, part: &Part) -> Option<(String, f64)> {
    let q = &draft.questionnaire;
    match part {
        Part::Dimension(id) => q.dimension(id).map(|x| (x.title.clone(), x.weight)),
        Part::Discipline(id) => q.discipline(id).map(|x| (x.title.clone(), x.weight)),
        _ => None,
    }
}
