//! What goes with an answer: a note, evidence, a target. Filled once when the page is built; while
//! someone types, the fields are theirs.

use super::evidence::evidence;
use super::labelled::labelled;
use super::note::note_field;
use crate::app::browser::page::value_of;
use crate::app::markup::{El, details, el, option};
use crate::app::shell::Shell;
use crate::desk::{Title, Transaction};
use crate::model::{Assessment, AssessmentId, Edit, Level, Practice, PracticeId};
use crate::words::words;
use leptos::prelude::*;

/// The fold with all three. It is open when something is in it.
pub fn extras(shell: Shell, id: &AssessmentId, practice: &PracticeId) -> El {
    let (note, pieces) = shell
        .with(id, |a| {
            let pieces = a.evidence.get(practice).and_then(|f| f.value.clone());
            (a.note(practice), pieces)
        })
        .unwrap_or_default();
    let target = target_of(shell, id, practice);
    let is_used = note.is_some() || pieces.is_some() || target.is_some();
    let fold = details(words().more).each([
        note_field(shell, id, practice),
        evidence(shell, id, practice, pieces.unwrap_or_default()),
        target_field(shell, id, practice),
    ]);
    if is_used { fold.attr("open", "") } else { fold }
}

fn target_of(shell: Shell, id: &AssessmentId, practice: &PracticeId) -> Option<Level> {
    let look = |a: &Assessment| a.targets.get(practice).and_then(|f| f.value);
    shell.with(id, look).flatten()
}

/// A target; it follows what is chosen elsewhere, for all practices at once.
fn target_field(shell: Shell, id: &AssessmentId, practice: &PracticeId) -> El {
    let w = words();
    let (own, ours) = (practice.clone(), id.clone());
    let target = Memo::new(move |_| {
        shell.track_practice(&own);
        target_of(shell, &ours, &own)
    });
    let (own, ours) = (practice.clone(), id.clone());
    let select = target_select(target, move |level| {
        shell.edit(&ours, Edit::Target(own.clone(), level));
    });
    labelled(
        format!("{practice}-target"),
        w.target,
        w.target_hint,
        select,
    )
}

fn target_select(
    target: Memo<Option<Level>>,
    mut choose: impl FnMut(Option<Level>) + 'static,
) -> El {
    let w = words();
    let choice = |level: Option<Level>, value: String, text: String| {
        option(value, text, false).live_flag("selected", move || target.get() == level)
    };
    let none = choice(None, String::new(), w.no_target.to_owned());
    let levels = Level::ALL.map(|level| {
        let number = level.number().to_string();
        choice(Some(level), number, w.level_name(level))
    });
    el("select")
        .child(none)
        .each(levels)
        .on("change", move |event| {
            choose(value_of(&event).parse().ok().and_then(Level::new));
        })
}

/// One target for several practices of a dimension: one step to be undone.
pub fn target_of_all(shell: Shell, id: &AssessmentId, practices: &[&Practice]) -> Option<El> {
    let w = words();
    let ids: Vec<PracticeId> = practices.iter().map(|p| p.id.clone()).collect();
    let dimension = practices.first()?.dimension.to_string();
    let (all, ours) = (ids.clone(), id.clone());
    let common = Memo::new(move |_| {
        all.iter().for_each(|id| shell.track_practice(id));
        let first = target_of(shell, &ours, all.first()?);
        let is_same = |id| target_of(shell, &ours, id) == first;
        first.filter(|_| all.iter().all(is_same))
    });
    let ours = id.clone();
    let select = target_select(common, move |level| {
        let edits = ids.iter().map(|id| Edit::Target(id.clone(), level));
        let all = Transaction::all(Title::TargetOfAll, &ours, edits.collect());
        shell.run(all);
    });
    let id = format!("{dimension}-target");
    Some(labelled(id, w.target, w.target_all_hint, select))
}
