//! What goes with an answer: a note, evidence, a target. Filled once when the page is built; while
//! someone types, the fields are theirs.

use crate::app::browser::page::value_of;
use crate::app::markup::{El, details, el};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::model::validate::MAX_TEXT;
use crate::model::{AssessmentId, Edit, Evidence, Level, PracticeId};

/// The fold with all three. It says in its title what is in it, and is open when something is.
pub fn extras(workspace: Workspace, id: &AssessmentId, practice: &PracticeId) -> El {
    let w = words();
    let (note, evidence, target) = workspace
        .with(id, |a| {
            let note = a.notes.get(practice).and_then(|f| f.value.clone());
            let evidence = a.evidence.get(practice).and_then(|f| f.value.clone());
            let target = a.targets.get(practice).and_then(|f| f.value);
            (note, evidence, target)
        })
        .unwrap_or_default();
    let is_used = note.is_some() || evidence.is_some() || target.is_some();
    let lines: Vec<_> = evidence.into_iter().flatten().map(|e| e.text).collect();
    let (own, ours) = (practice.clone(), id.clone());
    let noted = move |text: String| {
        let note = (!text.trim().is_empty()).then_some(text);
        workspace.edit(&ours, Edit::Note(own.clone(), note));
    };
    let (own, ours) = (practice.clone(), id.clone());
    let shown = move |text: String| {
        let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
        let list: Vec<_> = lines.map(|l| Evidence { text: l.to_owned() }).collect();
        let list = (!list.is_empty()).then_some(list);
        workspace.edit(&ours, Edit::Evidence(own.clone(), list));
    };
    let fold = details(w.more).child(field(
        "note",
        w.note,
        w.note_hint,
        note.unwrap_or_default(),
        noted,
    ));
    let fold = fold.child(field(
        "evidence",
        w.evidence,
        w.evidence_hint,
        lines.join("\n"),
        shown,
    ));
    let fold = fold.child(target_field(workspace, id, practice, target));
    if is_used { fold.attr("open", "") } else { fold }
}

fn field(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    value: String,
    typed: impl Fn(String) + 'static,
) -> El {
    let hint_id = format!("{id}-hint");
    let input = el("textarea")
        .id(id)
        .attr("rows", "3")
        .attr("maxlength", MAX_TEXT.to_string())
        .attr("aria-describedby", hint_id.clone())
        .text(value)
        .on("input", move |event| typed(value_of(&event)));
    el("p").class("field").each([
        el("label").attr("for", id).text(label),
        el("span").class("muted").id(hint_id).text(hint),
        input,
    ])
}

fn target_field(
    workspace: Workspace,
    id: &AssessmentId,
    practice: &PracticeId,
    target: Option<Level>,
) -> El {
    let w = words();
    let option = |value: String, text: String, is_chosen: bool| {
        let option = el("option").attr("value", value).text(text);
        if is_chosen {
            option.attr("selected", "")
        } else {
            option
        }
    };
    let none = option(String::new(), w.no_target.to_owned(), target.is_none());
    let levels = Level::ALL.map(|level| {
        let number = level.number().to_string();
        option(number, w.level_name(level), target == Some(level))
    });
    let (own, ours) = (practice.clone(), id.clone());
    let select = el("select")
        .id("target")
        .attr("aria-describedby", "target-hint")
        .child(none)
        .each(levels)
        .on("change", move |event| {
            let level = value_of(&event).parse().ok().and_then(Level::new);
            workspace.edit(&ours, Edit::Target(own.clone(), level));
        });
    el("p").class("field").each([
        el("label").attr("for", "target").text(w.target),
        el("span")
            .class("muted")
            .id("target-hint")
            .text(w.target_hint),
        select,
    ])
}
