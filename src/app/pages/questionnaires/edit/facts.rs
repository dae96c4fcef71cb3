//! Metrics, rules and the glossary: which there are, which are kept, and their words.

use super::add::{Into, add};
use super::inputs::{Kind, back_of, text};
use super::pick::{pick, title};
use super::remarks::{described, dom_id};
use super::remove::remove;
use super::state::Editor;
use crate::app::browser::page::{focus, focus_next, is_checked, is_open, value_of};
use crate::app::markup::{El, all, el, live, nothing, p};
use crate::formats::questionnaire_toml::{Draft, Edit, Field, Part, Set};
use crate::model::Level;
use crate::words::words;
use leptos::prelude::{Set as _, *};

/// The folds of the list. What is in one is built when it is opened.
pub fn folds(editor: Editor) -> El {
    let l = words().editor_page();
    let shape = Memo::new(move |_| {
        editor.look(|draft| {
            let all = draft.facts(editor.base);
            all.map(|facts| {
                facts
                    .into_iter()
                    .map(|f| (f.part, f.is_own))
                    .collect::<Vec<_>>()
            })
        })
    });
    let names = [l.metrics, l.rules, l.terms].into_iter().enumerate();
    let folds = names.map(|(at, name)| {
        let opened = RwSignal::new(false);
        let rows = live(move || {
            if !opened.get() {
                return nothing();
            }
            let rows = shape.with(|all| all[at].clone());
            let add = (at == 2).then(|| add(editor, Into::Glossary));
            let none = rows.is_empty().then(|| p(l.none).class("muted"));
            let rows = rows
                .into_iter()
                .map(|(part, is_own)| row(editor, part, is_own));
            all(vec![
                el("ul").each(rows).each(none).done(),
                all(add.into_iter().map(El::done).collect()),
            ])
        });
        let count = move || shape.with(|all| words().with_count(name, all[at].len()));
        el("details")
            .class("of facts")
            .on("toggle", move |event| opened.set(is_open(&event)))
            .child(el("summary").child(el("span").live_text(count)))
            .view(rows)
    });
    el("div").class("within-facts").each(folds)
}

fn row(editor: Editor, part: Part, is_own: bool) -> El {
    let named = title(editor, part.clone());
    let [kept, of_class, of_box] = [(); 3].map(|()| part.clone());
    let is_kept = move |part: &Part| editor.look(|draft| part.is_in(&draft.questionnaire));
    let id = ["keep-", part.table(), "-", part.id()].concat();
    let tick = if is_own {
        // What the document brings is there, or it is removed.
        el("span").class("no-box")
    } else {
        let (change, own) = (part.clone(), id.clone());
        el("input")
            .id(id)
            .attr("type", "checkbox")
            .live_attr("aria-label", move || Some(words().keep_label(&named())))
            .live_flag("checked", move || is_kept(&kept))
            // What went with what it is about comes back with that.
            .live_flag("disabled", move || {
                !is_kept(&of_box) && !editor.look(|draft| draft.is_dropped(&of_box))
            })
            .on("change", move |event| {
                editor.rest();
                editor.change(&Edit::Keep(change.clone(), is_checked(&event)), None);
                focus_next(own.as_str());
            })
    };
    el("li")
        .live_attr("class", move || {
            Some(if is_kept(&of_class) { "row" } else { "row out" }.to_owned())
        })
        .each([tick, pick(editor, "pick", part, is_own)])
}

/// What is said where one is not there.
pub fn left_out(editor: Editor, part: &Part) -> El {
    let l = words().editor_page();
    let is_dropped = untrack(|| editor.look(|draft| draft.is_dropped(part)));
    p(if is_dropped {
        l.fact_dropped
    } else {
        l.fact_gone
    })
    .class("notice")
}

/// The fields of one.
pub fn of_fact(editor: Editor, part: &Part) -> El {
    let l = words().editor_page();
    let field = |kind, of, set| said(editor, kind, part, of, set);
    let line = |of, set| field(Kind::Line, of, set);
    let text = |of, set| field(Kind::Text, of, set);
    let fields = match part {
        Part::Metric(_) => vec![
            line((Field::Title, l.part_title), Set::Title),
            text((Field::Question, l.question), Set::Question),
            text((Field::How, l.metric_how), Set::How),
            cuts(editor, part),
            text((Field::Basis, l.metric_basis), Set::Basis),
        ],
        Part::Rule(_) => vec![text((Field::Question, l.rule_question), Set::Question)],
        _ => vec![
            line((Field::Title, l.part_title), Set::Title),
            text((Field::Text, l.term_text), Set::Text),
        ],
    };
    let in_file = match part {
        Part::Metric(_) => l.metric_in_file,
        Part::Rule(_) => l.rule_in_file,
        _ => l.term_in_file,
    };
    el("div")
        .class("fields")
        .each(fields)
        .child(p(in_file).class("muted"))
        .each(remove(editor, part))
}

fn path(part: &Part, field: Field) -> String {
    [part.table(), "/", part.id(), "/", field.key()].concat()
}

fn said(
    editor: Editor,
    kind: Kind,
    part: &Part,
    (field, name): (Field, &'static str),
    write: fn(String) -> Set,
) -> El {
    let (own, to) = (part.clone(), part.clone());
    let path = path(part, field);
    let way = back_of(editor, part.clone(), field, name, dom_id(&path));
    let input = text(
        editor,
        kind,
        &path,
        name,
        move |draft: &Draft| words_of(draft, &own, field),
        move |text| Edit::Set(to.clone(), write(text)),
    );
    el("div").class("backed").view(way).child(input)
}

fn words_of(draft: &Draft, part: &Part, field: Field) -> Option<String> {
    let q = &draft.questionnaire;
    Some(match part {
        Part::Metric(id) => {
            let own = q.metric(id)?;
            match field {
                Field::Question => &own.question,
                Field::How => &own.how,
                Field::Basis => &own.basis,
                _ => &own.title,
            }
            .clone()
        }
        Part::Term(id) if field == Field::Text => q.term(id)?.text.clone(),
        part => part.title(q)?.to_owned(),
    })
}

/// Where the bands of a metric end, each a number in its unit.
fn cuts(editor: Editor, part: &Part) -> El {
    let (w, l) = (words(), words().editor_page());
    let path = path(part, Field::Cuts);
    let of = |draft: &Draft, part: &Part| match part {
        Part::Metric(id) => draft
            .questionnaire
            .metric(id)
            .map(|m| (m.cuts, m.unit.clone())),
        _ => None,
    };
    let first = [&dom_id(&path), "-1"].concat();
    let way = back_of(editor, part.clone(), Field::Cuts, l.metric_cuts, first);
    let fields = Level::ALL
        .into_iter()
        .take(4)
        .enumerate()
        .map(|(at, level)| {
            let (own, of_unit, to) = (part.clone(), part.clone(), part.clone());
            let id = [&dom_id(&path), "-", &(at + 1).to_string()].concat();
            let again = id.clone();
            let shown = move || editor.look(|draft| of(draft, &own).map(|(cuts, _)| cuts[at]));
            let input = el("input")
                .id(id.clone())
                .attr("type", "text")
                .attr("inputmode", "decimal")
                .attr("autocomplete", "off")
                .live_prop("value", move || {
                    // Also where it was not taken, so that what stands there is what is kept.
                    editor.said.track();
                    shown().map_or_else(String::new, |cut| cut.to_string())
                })
                .on("change", move |event| {
                    let number = value_of(&event).trim().replace(',', ".").parse::<f64>();
                    editor.rest();
                    match number.ok().filter(|n| n.is_finite()) {
                        Some(number) => {
                            editor.change(&Edit::Set(to.clone(), Set::Cut(at, number)), None);
                        }
                        None => {
                            editor.said.set(words().editor_page().no_number.to_owned());
                            focus(&again);
                        }
                    }
                });
            let unit = el("span").class("muted").live_text(move || {
                editor.look(|draft| {
                    of(draft, &of_unit)
                        .map(|(_, unit)| unit)
                        .unwrap_or_default()
                })
            });
            el("div").class("field").each([
                el("label")
                    .attr("for", id)
                    .text(w.step_from(level))
                    .text(" ")
                    .child(unit),
                input,
            ])
        });
    let group = el("div")
        .class("four")
        .attr("role", "group")
        .attr("aria-label", l.metric_cuts)
        .attr("tabindex", "-1")
        .each(fields);
    el("fieldset")
        .child(el("legend").text(l.metric_cuts))
        .view(way)
        .child(el("span").class("muted").text(l.metric_cuts_hint))
        .each(described(editor, &path, group))
}
