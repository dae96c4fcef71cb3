//! A team of this name is here already: what is meant is asked.

use crate::app::browser::collation::COLLATION;
use crate::app::markup::{El, button, el, link, p};
use crate::app::shell::Shell;
use crate::model::AssessmentId;
use crate::route::{Page, Route};
use crate::words::{home_words, words};

/// The assessment of a team's name, and a name for another one beside it. `None` where the name is free.
pub fn namesake_of(shell: Shell, team: &str) -> Option<(AssessmentId, String)> {
    let id = shell.look(|desk| desk.namesake(team, COLLATION))?;
    let mut taken = shell.each_untracked(|a| a.team().to_owned());
    // What differs in no more than case is no other name.
    taken.push(team.to_owned());
    Some((id, words().unused_name(team, &taken)))
}

/// The ways on: a new round, the assessment itself, or another one, which `start` begins under its name.
pub fn namesake(id: &AssessmentId, beside: String, start: impl Fn(&str) + 'static) -> El {
    let w = home_words();
    let way = |text: &'static str, page: Page| {
        link(&Route::Assessment(id.clone(), page), text).class("button")
    };
    let text = words().start_beside(&beside);
    el("div").class("notice").attr("role", "alert").each([
        p(w.team_again),
        el("p").class("steps").each([
            way(w.team_round, Page::Rounds),
            way(w.team_open, Page::Overview),
            button("", text, move |_| start(&beside)),
        ]),
    ])
}
