//! What goes with an answer: a note, evidence, a target. Filled once when the page is built; while
//! someone types, the fields are theirs.

use super::evidence::evidence;
use super::labelled::labelled;
use super::note::note_field;
use crate::app::browser::page::value_of;
use crate::app::markup::{El, details, el, option};
use crate::app::shell::Open;
use crate::desk::{Title, Transaction};
use crate::model::{Assessment, Edit, Level, Practice, PracticeId};
use crate::words::words;
use leptos::prelude::*;

/// The fold with all three. It is open when something is in it.
pub fn extras(open: Open, practice: &'static PracticeId) -> El {
    let (note, pieces) = open
        .with(|a| {
            let pieces = a.evidence.get(practice).and_then(|f| f.value.clone());
            (a.note(practice), pieces)
        })
        .unwrap_or_default();
    let target = target_of(open, practice);
    let is_used = note.is_some() || pieces.is_some() || target.is_some();
    let fold = details(words().more).each([
        note_field(open, practice),
        evidence(open, practice, pieces.unwrap_or_default()),
        target_field(open, practice),
    ]);
    if is_used { fold.attr("open", "") } else { fold }
}

fn target_of(open: Open, practice: &PracticeId) -> Option<Level> {
    let look = |a: &Assessment| a.targets.get(practice).and_then(|f| f.value);
    open.with(look).flatten()
}

/// A target; it follows what is chosen elsewhere, for all practices at once.
fn target_field(open: Open, practice: &'static PracticeId) -> El {
    let w = words();
    let target = Memo::new(move |_| {
        open.track_practice(practice);
        target_of(open, practice)
    });
    let select = target_select(target, move |level| {
        open.edit(Edit::Target(practice.clone(), level));
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
pub fn target_of_all(open: Open, practices: Vec<&'static Practice>) -> Option<El> {
    let w = words();
    let dimension = &practices.first()?.dimension;
    let id = format!("{dimension}-target");
    let all = practices.clone();
    let common = Memo::new(move |_| {
        all.iter().for_each(|p| open.track_practice(&p.id));
        let first = target_of(open, &all.first()?.id);
        let is_same = |p: &&Practice| target_of(open, &p.id) == first;
        first.filter(|_| all.iter().all(is_same))
    });
    let select = target_select(common, move |level| {
        let edits = practices.iter().map(|p| Edit::Target(p.id.clone(), level));
        let all = Transaction::all(Title::TargetOfAll, open.id, edits.collect());
        open.shell.run(all);
    });
    Some(labelled(id, w.target, w.target_all_hint, select))
}
