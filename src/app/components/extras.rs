//! What goes with an answer: a note, evidence, a target. Filled once when the page is built; while
//! someone types, the fields are theirs.

use super::evidence::evidence;
use super::note::note_field;
use crate::app::browser::page::value_of;
use crate::app::markup::{El, details, el, option};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::model::{Assessment, AssessmentId, Edit, Level, Practice, PracticeId};
use leptos::prelude::*;

/// The fold with all three. It is open when something is in it.
pub fn extras(workspace: Workspace, id: &AssessmentId, practice: &PracticeId) -> El {
    let (note, pieces, target) = workspace
        .with(id, |a| {
            let note = a.note(practice);
            let pieces = a.evidence.get(practice).and_then(|f| f.value.clone());
            let target = a.targets.get(practice).and_then(|f| f.value);
            (note, pieces, target)
        })
        .unwrap_or_default();
    let is_used = note.is_some() || pieces.is_some() || target.is_some();
    let fold = details(words().more).each([
        note_field(workspace, id, practice),
        evidence(workspace, id, practice, pieces.unwrap_or_default()),
        target_field(workspace, id, practice, target),
    ]);
    if is_used { fold.attr("open", "") } else { fold }
}

/// The id of the field with this label.
pub fn field_id(of: &str, label: &str) -> String {
    format!("{of}-{}", label.to_ascii_lowercase())
}

/// A label, a hint and the field that they belong to.
pub fn labelled(of: &str, label: &'static str, hint: &'static str, input: El) -> El {
    let id = field_id(of, label);
    let hint_id = format!("{id}-hint");
    let input = input
        .attr("aria-describedby", hint_id.clone())
        .id(id.clone());
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
    let (own, ours) = (practice.clone(), id.clone());
    let select = target_select(target, move |level| {
        workspace.edit(&ours, Edit::Target(own.clone(), level));
    });
    labelled(practice.as_str(), w.target, w.target_hint, select)
}

fn target_select(target: Option<Level>, mut choose: impl FnMut(Option<Level>) + 'static) -> El {
    let w = words();
    let none = option(String::new(), w.no_target.to_owned(), target.is_none());
    let levels = Level::ALL.map(|level| {
        let number = level.number().to_string();
        option(number, w.level_name(level), target == Some(level))
    });
    el("select")
        .child(none)
        .each(levels)
        .on("change", move |event| {
            choose(value_of(&event).parse().ok().and_then(Level::new));
        })
}

/// One target for several practices of a dimension.
pub fn target_of_all(
    workspace: Workspace,
    id: &AssessmentId,
    practices: &[&Practice],
) -> Option<El> {
    let w = words();
    let ids: Vec<PracticeId> = practices.iter().map(|p| p.id.clone()).collect();
    let dimension = practices.first()?.dimension.to_string();
    let target = |practice: &PracticeId| {
        let look = |a: &Assessment| a.targets.get(practice).and_then(|f| f.value);
        workspace.with(id, look).flatten()
    };
    let first = target(ids.first()?);
    let common = first.filter(|_| ids.iter().all(|id| target(id) == first));
    let ours = id.clone();
    let select = target_select(common, move |level| {
        for practice in &ids {
            workspace.edit(&ours, Edit::Target(practice.clone(), level));
        }
        // The forms below show their targets anew.
        workspace.route.update(|_| {});
    });
    Some(labelled(&dimension, w.target, w.target_all_hint, select))
}
