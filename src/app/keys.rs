//! The keyboard: one key for each thing that one does often. Ignored while a text field has the focus.

use super::browser::clock;
use super::browser::page::{self, Key};
use super::browser::settings::Setting;
use super::components::{FIND, HELP_BUTTON, NEXT, advance, between_id, confirm, form_id, tell};
use super::contexts::Nav;
use super::shell::{Open, Shell};
use crate::desk::{Said, Undone};
use crate::model::{Answer, Edit, Level, Practice, PracticeId};
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
    let said = match (key.name.as_str(), key.is_command, key.is_shift) {
        ("z", true, false) | ("u", false, false) => shell.undo(of),
        ("z" | "Z", true, true) | ("y", true, _) | ("U", false, true) => shell.redo(of),
        (_, true, _) => return false,
        ("/", ..) => return find(nav),
        _ => return on_practice(shell, nav, &key.name),
    };
    if let Some(Said::Undone(Undone {
        first: Some((id, edit)),
        ..
    })) = said.as_deref()
    {
        show(shell.open(id), nav, edit);
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
fn show(open: Open, nav: Nav, edit: &Edit) {
    let here = nav.here();
    let route = match (edit, edit.practice()) {
        (_, Some(own)) => {
            let practice = open.questionnaire().practice(own);
            let list = practice.map(|p| open.route(Page::Dimension(p.dimension.clone())));
            list.filter(|list| *list == here)
                .unwrap_or_else(|| open.route(Page::Practice(own.clone())))
        }
        (Edit::Measure(..), None) => open.route(Page::Measurements),
        (Edit::Act(..), None) => open.route(Page::Roadmap),
        (Edit::Keep(..), None) => open.route(Page::Rounds),
        (Edit::Settle(key, _), None) => {
            let to = Some(key.of.clone());
            open.run_made(|desk, id| desk.turn_to(id, &key.workshop, to, clock::millis()));
            open.route(Page::Workshop)
        }
        (Edit::Workshop(..) | Edit::Cast(..), None) => open.route(Page::Workshop),
        (Edit::Removed(Some(())), None) => Route::Home,
        (_, None) => open.route(Page::Overview),
    };
    if here == route {
        // Fields other than answers, targets and numbers are filled anew only with their page.
        let follows = matches!(
            edit,
            Edit::Respond(..) | Edit::Target(..) | Edit::Measure(..)
        );
        if !follows {
            nav.visit_again();
        }
    } else {
        page::go(&route.to_string());
    }
}

/// The practice that a key is meant for: the page's, or that of the form with the focus.
fn practice_here(shell: Shell, nav: Nav) -> Option<(Open, &'static Practice)> {
    match nav.here() {
        Route::Assessment(id, Page::Practice(practice)) => {
            let open = shell.open(&id);
            Some((open, open.questionnaire().practice(&practice)?))
        }
        Route::Assessment(id, Page::Dimension(dimension)) => {
            let (open, form) = (shell.open(&id), page::focused_form());
            let all = open.questionnaire().practices.iter();
            let mut asked = all.filter(|p| p.dimension == dimension);
            let practice = asked.find(|p| form.as_deref() == Some(form_id(&p.id).as_str()))?;
            Some((open, practice))
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
        page::press(HELP_BUTTON);
        return true;
    }
    if key == "Enter" {
        // A button or a link with the focus does what it does.
        let goes_on =
            matches!(here, Route::Assessment(_, Page::Practice(..))) && !page::is_on_a_control();
        if goes_on {
            page::press(NEXT);
        }
        return goes_on;
    }
    let Some((open, practice)) = practice_here(shell, nav) else {
        // In a list, the first step leads into it.
        return matches!(key, "j" | "k") && first_form(shell, &here);
    };
    let asked = practice;
    let practice = &asked.id;
    let was_open = open.with(|a| a.got(practice).is_open()) == Some(true);
    let answer = open.with(|a| a.answer(practice).cloned()).flatten();
    let answer = match key {
        "1" | "2" | "3" | "4" | "5" => key.parse().ok().and_then(Level::new).map(Answer::Level),
        "b" => match answer.and_then(|a| a.level()).and_then(Answer::between) {
            None => {
                page::press(&between_id(practice));
                return true;
            }
            between => between,
        },
        "d" => Some(Answer::DontKnow),
        // Pressed again, it keeps the reason.
        "x" if matches!(answer, Some(Answer::NotApplicable(_))) => answer,
        "x" => Some(Answer::NotApplicable(String::new())),
        "y" => {
            confirm(open, practice);
            return true;
        }
        "c" => {
            open.respond(practice, None);
            return true;
        }
        _ => return step(open, &here, practice, key),
    };
    if let Some(answer) = answer {
        open.respond(practice, Some(answer.clone()));
        // Nothing else says aloud what a key has done.
        tell(open, asked, false);
        if was_open {
            advance(open, nav, asked, &answer);
        }
    }
    true
}

/// The practices that are asked, in their order.
fn asked(open: Open) -> Vec<&'static Practice> {
    let q = open.questionnaire();
    open.with(|a| a.asked(q).collect()).unwrap_or_default()
}

fn first_form(shell: Shell, here: &Route) -> bool {
    let Route::Assessment(id, Page::Dimension(dimension)) = here else {
        return false;
    };
    let mut asked = asked(shell.open(id)).into_iter();
    if let Some(first) = asked.find(|p| p.dimension == *dimension) {
        page::focus(&form_id(&first.id));
    }
    true
}

/// Steps through the practices, or through the dimensions. Stops at the ends.
fn step(open: Open, here: &Route, from: &PracticeId, key: &str) -> bool {
    let asked = asked(open);
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
    let page = match here {
        Route::Assessment(_, Page::Dimension(dimension)) if practice.dimension == *dimension => {
            page::focus(&form_id(&practice.id));
            return true;
        }
        Route::Assessment(_, Page::Dimension(_)) => Page::Dimension(practice.dimension.clone()),
        _ => Page::Practice(practice.id.clone()),
    };
    page::go(&open.route(page).to_string());
    true
}
