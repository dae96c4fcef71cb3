//! The keyboard: one key for each thing that one does often. Off in fields in which one types.

use super::browser::page::{self, Key};
use super::browser::settings;
use super::workspace::Workspace;
use crate::model::{Answer, AssessmentId, Edit, Level, Practice, PracticeId};
use crate::route::Route;
use leptos::prelude::*;

/// The id of the fold that lists the keys.
pub const HELP: &str = "keys";

/// Listens for as long as the page lives.
pub fn listen(workspace: Workspace) {
    page::on_key(move |key| settings::keys_are_on() && pressed(workspace, key));
}

/// Carries out what a key stands for; says whether it stood for anything.
fn pressed(workspace: Workspace, key: &Key) -> bool {
    let undone = match (key.name.as_str(), key.is_command, key.is_shift) {
        ("z", true, false) | ("u", false, false) => workspace.undo(),
        ("z" | "Z", true, true) | ("y", true, _) | ("U", false, true) => workspace.redo(),
        (_, true, _) => return false,
        _ => return on_practice(workspace, &key.name),
    };
    if let Some((id, edit)) = undone {
        show(workspace, id, &edit);
    }
    true
}

/// Goes to where a change was taken back, so that nothing changes unseen.
fn show(workspace: Workspace, id: AssessmentId, edit: &Edit) {
    let route = match edit {
        Edit::Respond(p, _) | Edit::Note(p, _) | Edit::Evidence(p, _) | Edit::Target(p, _) => {
            Route::Practice(id, p.clone())
        }
        Edit::Measure(..) => Route::Measurements(id),
        Edit::Team(_) | Edit::Scope(_) => Route::Overview(id),
    };
    if workspace.route.get_untracked() == route {
        // Fields other than the answer's radios are filled anew only with their page.
        if !matches!(edit, Edit::Respond(..)) {
            workspace.route.set(route);
        }
    } else {
        page::go(&route.to_string());
    }
}

fn on_practice(workspace: Workspace, key: &str) -> bool {
    let Route::Practice(id, practice) = workspace.route.get_untracked() else {
        return false;
    };
    let answer = workspace
        .with(&id, |a| a.answer(&practice).cloned())
        .flatten();
    let answer = match key {
        "1" | "2" | "3" | "4" | "5" => key.parse().ok().and_then(Level::new).map(Answer::Level),
        "b" => answer.and_then(|a| a.level()).and_then(Answer::between),
        "d" => Some(Answer::DontKnow),
        // Pressed again, it keeps the reason.
        "n" if matches!(answer, Some(Answer::NotApplicable(_))) => answer,
        "n" => Some(Answer::NotApplicable(String::new())),
        "c" => {
            workspace.edit(&id, Edit::Respond(practice, None));
            return true;
        }
        "?" => {
            page::unfold(HELP);
            return true;
        }
        _ => return go(workspace, &id, &practice, key),
    };
    if let Some(answer) = answer {
        workspace.edit(&id, Edit::Respond(practice, Some(answer)));
    }
    true
}

/// Steps through the practices, or through the first ones of the dimensions. Stops at the ends.
fn go(workspace: Workspace, id: &AssessmentId, from: &PracticeId, key: &str) -> bool {
    let q = workspace.questionnaire();
    let asked: Vec<&Practice> = workspace
        .with(id, |a| a.asked(q).collect())
        .unwrap_or_default();
    let Some(at) = asked.iter().position(|p| p.id == *from) else {
        return false;
    };
    let starts = |i: &usize| *i == 0 || asked[*i].dimension != asked[*i - 1].dimension;
    let to = match key {
        "j" => Some(at + 1),
        "k" => at.checked_sub(1),
        "]" => (at + 1..asked.len()).find(starts),
        "[" => (0..at).rev().find(starts),
        _ => return false,
    };
    if let Some(practice) = to.and_then(|i| asked.get(i)) {
        page::go(&Route::Practice(id.clone(), practice.id.clone()).to_string());
    }
    true
}
