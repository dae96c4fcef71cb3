//! The keyboard: one key for each thing that one does often. Off in fields in which one types.

use super::browser::clock;
use super::browser::page::{self, Key};
use super::browser::settings::Setting;
use super::components::{FIND, HELP, confirm, form_id};
use super::contexts::Nav;
use super::shell::Shell;
use crate::model::{Answer, AssessmentId, Edit, Level, Practice, PracticeId};
use crate::route::{Page, Route};

/// Listens for as long as the page lives.
pub fn listen(shell: Shell, nav: Nav) {
    page::on_key(move |key| Setting::Keys.is_on() && pressed(shell, nav, key));
}

/// Carries out what a key stands for; says whether it stood for anything.
fn pressed(shell: Shell, nav: Nav, key: &Key) -> bool {
    // Whoever fills in a ballot has somebody else's device, or comes for this alone; what the
    // room looks at has no controls.
    let here = nav.here();
    if matches!(
        here,
        Route::Vote(..)
            | Route::Assessment(_, Page::Ballot)
            | Route::Assessment(_, Page::Screen(..))
    ) {
        return false;
    }
    let of = here.assessment().cloned();
    let undone = match (key.name.as_str(), key.is_command, key.is_shift) {
        ("z", true, false) | ("u", false, false) => shell.undo(of),
        ("z" | "Z", true, true) | ("y", true, _) | ("U", false, true) => shell.redo(of),
        (_, true, _) => return false,
        ("/", ..) => return find(nav),
        _ => return on_practice(shell, nav, &key.name),
    };
    if let Some((id, edit)) = undone.and_then(|undone| undone.first) {
        show(shell, nav, id, &edit);
    }
    true
}

/// Goes to the page of all answers, into its field.
fn find(nav: Nav) -> bool {
    let here = nav.here();
    let Some(id) = here.assessment() else {
        return false;
    };
    let check = Route::Assessment(id.clone(), Page::Check);
    if here == check {
        page::focus(FIND);
    } else {
        page::go(&check.to_string());
        // The page is built when the address has changed, and takes the focus to its heading.
        page::after(0, || page::next_frame(|| page::focus(FIND)));
    }
    true
}

/// Goes to where a change was taken back, so that nothing changes unseen.
fn show(shell: Shell, nav: Nav, id: AssessmentId, edit: &Edit) {
    let here = nav.here();
    let route = match (edit, edit.practice()) {
        (_, Some(own)) => {
            let practice = shell.questionnaire().practice(own);
            let list = practice
                .map(|p| Route::Assessment(id.clone(), Page::Dimension(p.dimension.clone())));
            list.filter(|list| *list == here)
                .unwrap_or_else(|| Route::Assessment(id, Page::Practice(own.clone())))
        }
        (Edit::Measure(..), None) => Route::Assessment(id, Page::Measurements),
        (Edit::Act(..), None) => Route::Assessment(id, Page::Roadmap),
        (Edit::Keep(..), None) => Route::Assessment(id, Page::Rounds),
        (Edit::Settle(key, _), None) => {
            let to = Some(key.of.clone());
            shell.run_made(|desk| desk.turn_to(&id, &key.workshop, to, clock::millis()));
            Route::Assessment(id, Page::Workshop)
        }
        (Edit::Workshop(..) | Edit::Cast(..), None) => Route::Assessment(id, Page::Workshop),
        (Edit::Removed(Some(())), None) => Route::Home,
        (_, None) => Route::Assessment(id, Page::Overview),
    };
    if here == route {
        // Fields other than answers and targets are filled anew only with their page.
        if !matches!(edit, Edit::Respond(..) | Edit::Target(..)) {
            nav.visit_again();
        }
    } else {
        page::go(&route.to_string());
    }
}

/// The practice that a key is meant for: the page's, or that of the form with the focus.
fn practice_here(shell: Shell, nav: Nav) -> Option<(AssessmentId, PracticeId)> {
    match nav.here() {
        Route::Assessment(id, Page::Practice(practice)) => Some((id, practice)),
        Route::Assessment(id, Page::Dimension(dimension)) => {
            let form = page::focused_form();
            let q = shell.questionnaire();
            let mut asked = q.practices.iter().filter(|p| p.dimension == dimension);
            let practice = asked.find(|p| form.as_deref() == Some(form_id(&p.id).as_str()))?;
            Some((id, practice.id.clone()))
        }
        _ => None,
    }
}

fn on_practice(shell: Shell, nav: Nav, key: &str) -> bool {
    let here = nav.here();
    if key == "?"
        && matches!(
            here,
            Route::Assessment(_, Page::Practice(..)) | Route::Assessment(_, Page::Dimension(..))
        )
    {
        page::unfold(HELP);
        return true;
    }
    let Some((id, practice)) = practice_here(shell, nav) else {
        // In a list, the first step leads into it.
        return matches!(key, "j" | "k") && first_form(shell, &here);
    };
    let answer = shell.with(&id, |a| a.answer(&practice).cloned()).flatten();
    let answer = match key {
        "1" | "2" | "3" | "4" | "5" => key.parse().ok().and_then(Level::new).map(Answer::Level),
        "b" => answer.and_then(|a| a.level()).and_then(Answer::between),
        "d" => Some(Answer::DontKnow),
        // Pressed again, it keeps the reason.
        "n" if matches!(answer, Some(Answer::NotApplicable(_))) => answer,
        "n" => Some(Answer::NotApplicable(String::new())),
        "y" => {
            confirm(shell, &id, &practice);
            return true;
        }
        "c" => {
            shell.respond(&id, practice, None);
            return true;
        }
        _ => return step(shell, &here, &id, &practice, key),
    };
    if let Some(answer) = answer {
        shell.respond(&id, practice, Some(answer));
    }
    true
}

fn first_form(shell: Shell, here: &Route) -> bool {
    let Route::Assessment(id, Page::Dimension(dimension)) = here else {
        return false;
    };
    let q = shell.questionnaire();
    let first = shell.with(id, |a| {
        a.asked(q)
            .find(|p| p.dimension == *dimension)
            .map(|p| p.id.clone())
    });
    if let Some(practice) = first.flatten() {
        page::focus(&form_id(&practice));
    }
    true
}

/// Steps through the practices, or through the dimensions. Stops at the ends.
fn step(shell: Shell, here: &Route, id: &AssessmentId, from: &PracticeId, key: &str) -> bool {
    let q = shell.questionnaire();
    let asked: Vec<&Practice> = shell.with(id, |a| a.asked(q).collect()).unwrap_or_default();
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
    let Some(practice) = to.and_then(|i| asked.get(i)) else {
        return true;
    };
    match here {
        Route::Assessment(_, Page::Dimension(dimension)) if practice.dimension == *dimension => {
            page::focus(&form_id(&practice.id));
        }
        Route::Assessment(id, Page::Dimension(_)) => {
            let list = Route::Assessment(id.clone(), Page::Dimension(practice.dimension.clone()));
            page::go(&list.to_string());
        }
        _ => page::go(
            &Route::Assessment(id.clone(), Page::Practice(practice.id.clone())).to_string(),
        ),
    }
    true
}
