//! The questionnaires that are known: built in, and those of one's own, to bring, use, hand on and remove.

mod assess;
mod edit;
mod model;
mod offer;
mod stored;

pub use offer::{bring_files, offer};

use super::not_found;
use crate::app::browser::{boot, files};
use crate::app::components::download_name;
use crate::app::markup::{El, all, button, el, heading, link, live, p};
use crate::app::shell::Shell;
use crate::app::title::set_title;
use crate::catalog::Known;
use crate::formats::questionnaire_toml;
use crate::model::version::plain;
use crate::model::{Assessment, QuestionnaireRef};
use crate::route::Route;
use crate::words::words;
use leptos::prelude::*;
use std::sync::Once;

/// A questionnaire to begin from, which says what it does.
const EXAMPLE: &str = include_str!("../../../examples/questionnaires/bank.toml");

/// What is known, and the editor of one of them.
pub fn library(shell: Shell, route: Route) -> AnyView {
    match route {
        Route::Questionnaires => page(shell),
        Route::Editor(id) => edit::editor(shell, id),
        _ => not_found::not_found(),
    }
}

/// Reads the example once, when nothing is going on. Browsers compile what reads documents when it is called for
/// the first time, which takes longer than reading one.
fn warm_up(shell: Shell) {
    static DONE: Once = Once::new();
    DONE.call_once(|| {
        boot::when_quiet(move || drop(questionnaire_toml::decode(EXAMPLE, shell.questionnaire())));
    });
}

fn page(shell: Shell) -> AnyView {
    let w = words().library_page();
    set_title(w.title);
    warm_up(shell);
    // Removed ones stay on the page until one goes, to be brought back.
    let removed: RwSignal<Vec<QuestionnaireRef>> = RwSignal::new(Vec::new());
    let example = button("link", w.example, |_| {
        files::download("questionnaire-example.toml", EXAMPLE);
    });
    let page = el("div")
        .child(p(w.lead).class("lead"))
        .child(offer::field(shell))
        .view(live(move || offer::shown(shell)))
        .view(live(move || {
            if stored::awaits(shell) {
                return p(words().opening).class("muted").done();
            }
            shell.track_any();
            list(shell, removed)
        }))
        .child(p(w.guide).class("muted").text(" ").child(example));
    all(vec![
        heading(w.title).done(),
        offer::dropped(shell, page).done(),
    ])
}

fn list(shell: Shell, removed: RwSignal<Vec<QuestionnaireRef>>) -> AnyView {
    let others = shell.look(|desk| desk.library().others().to_vec());
    let is_listed = |known: &&Known| {
        let reference = QuestionnaireRef::of(known.questionnaire);
        shell.is_kept(&reference)
            || removed.with(|all| all.contains(&reference))
            || shell.look(|desk| !desk.who_answers(&reference).is_empty())
    };
    let others = others.iter().rev().filter(is_listed);
    let rows = others.map(|known| of_own(shell, *known, removed));
    el("ul")
        .class("teams questionnaires")
        .each(edit::drafts(shell))
        .each(rows)
        .child(built_in(shell))
        .done()
}

fn card(name: &str, said: [Option<String>; 3], ways: El) -> El {
    let said = said.into_iter().flatten();
    el("li")
        .class("card")
        .child(el("h2").child(el("bdi").text(name.to_owned())))
        .each(said.map(|said| p(said).class("muted")))
        .child(ways)
}

fn built_in(shell: Shell) -> El {
    let (w, q) = (words(), shell.questionnaire());
    let l = w.library_page();
    let asked = link(&Route::About, l.what_is_asked).class("button");
    let asked = el("p").class("steps").child(asked);
    let ways = el("div")
        .class("ways-below")
        .each([edit::make(shell), asked]);
    card(
        &w.questionnaire_name(q),
        [Some(l.built_in.to_owned()), Some(w.how_much_asked(q)), None],
        ways,
    )
}

fn of_own(shell: Shell, known: Known, removed: RwSignal<Vec<QuestionnaireRef>>) -> El {
    let (w, q) = (words(), known.questionnaire);
    let l = w.library_page();
    let reference = QuestionnaireRef::of(q);
    let teams = shell.look(|desk| {
        let teams = desk.who_answers(&reference).into_iter();
        teams
            .map(|a: &Assessment| a.team().to_owned())
            .collect::<Vec<_>>()
    });
    let is_removed = removed.with(|all| all.contains(&reference));
    let twin = shell
        .look(|desk| desk.has_twin(q))
        .then(|| w.told_apart(&reference));
    if is_removed {
        let back = button("", l.bring_back, move |_| {
            shell.keep_questionnaire(known);
            removed
                .update(|all| all.retain(|one| *one != QuestionnaireRef::of(known.questionnaire)));
        });
        let ways = el("p").class("steps").child(back);
        return card(
            &w.questionnaire_name(q),
            [Some(l.removed.to_owned()), None, None],
            ways,
        );
    }
    let save = button("", l.export, move |_| {
        let name = [&q.id, "-", plain(&q.version)].concat();
        files::download(&download_name(&name, "toml"), known.text);
    });
    let remove = if teams.is_empty() {
        let remove = button("", l.remove, move |_| {
            let reference = QuestionnaireRef::of(known.questionnaire);
            shell.forget_questionnaire(&reference);
            removed.update(|all| all.push(reference));
        });
        remove.attr(
            "aria-label",
            [l.remove, " ", &w.questionnaire_name(q)].concat(),
        )
    } else {
        el("span").class("muted").text(w.not_removable(teams.len()))
    };
    let edit =
        is_latest(shell, &reference).then(|| edit::edit_ways(&q.id, &w.questionnaire_name(q)));
    let edit = edit.into_iter().flatten().flatten();
    let ways = el("div").class("ways-below").each([
        assess::assess(shell, known),
        el("p").class("steps").each(edit).each([save, remove]),
    ]);
    let said = [Some(w.how_much_asked(q)), Some(w.which_teams(&teams)), twin];
    card(&w.questionnaire_name(q), said, ways)
}

/// Whether no later version of a questionnaire is known.
fn is_latest(shell: Shell, reference: &QuestionnaireRef) -> bool {
    shell.look(|desk| {
        let mut others = desk.library().others().iter().rev();
        let latest = others.find(|known| known.questionnaire.id == reference.id);
        latest.is_some_and(|known| known.questionnaire.version == reference.version)
    })
}
