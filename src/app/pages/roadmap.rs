//! What the team decided to do, on a board of three columns; what that comes to; and what it could
//! take up next.

mod board;
mod edit;
mod outlook;
mod suggestions;

use crate::app::browser::{clock, files};
use crate::app::components::{assessment_nav, download_name, hint_of};
use crate::app::markup::{El, all, button, el, heading, live, nothing};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::formats::calendar;
use crate::model::{Action, Assessment};
use crate::report::plan;
use crate::words::{Hint, words};
use leptos::prelude::*;

/// The page.
pub fn roadmap_page(open: Open) -> AnyView {
    let w = words();
    set_title_of(open, w.roadmap);
    let moves = without_texts(open);
    let top = el("div")
        .class("headed")
        .child(heading(w.roadmap))
        .child(exports(open));
    let outlook = outlook::now(open, moves);
    let below = el("div").class("below").each([
        suggestions::section(open, moves),
        outlook::section(open, outlook),
    ]);
    let page = el("div")
        .class("planned")
        .child(top)
        .child(outlook::sentence(open, outlook))
        .view(hint_of(open.id, Hint::Plan))
        .child(board::board(open))
        .child(below);
    all(vec![assessment_nav(open), page.done()])
}

/// The assessment without the texts that are typed into its actions: what follows from the rest is not
/// worked out anew with each letter.
fn without_texts(open: Open) -> Memo<Option<Assessment>> {
    Memo::new(move |_| {
        open.track_any();
        open.with(|a| {
            let mut bare = Assessment {
                actions: Default::default(),
                ..a.clone()
            };
            for (id, action) in a.actions() {
                bare.actions.slot(id.clone()).value = Some(Action {
                    moves: action.moves.clone(),
                    state: action.state,
                    horizon: action.horizon,
                    ..Action::default()
                });
            }
            bare
        })
    })
}

/// The ways in which the plan leaves, once there is one.
fn exports(open: Open) -> El {
    let r = words().roadmap_page();
    let has = Memo::new(move |_| {
        open.track_any();
        let has = |a: &Assessment| [a.actions().next().is_some(), calendar::has_any(a)];
        open.with(has).unwrap_or_default()
    });
    let save = move |label, ending, make: fn(Open, &Assessment) -> String| {
        button("i-save", label, move |_| {
            let file = open.with(|a| (download_name(a.team(), ending), make(open, a)));
            if let Some((name, text)) = file {
                files::download(&name, &text);
            }
        })
    };
    let buttons = live(move || {
        let [any, dated] = has.get();
        if !any {
            return nothing();
        }
        let jira = save(r.as_jira, "plan.csv", |open, a| {
            plan::jira(open.questionnaire(), a, &clock::today())
        });
        let list = save(r.as_markdown, "plan.md", |open, a| {
            plan::markdown(open.questionnaire(), a, &clock::today())
        });
        let days = save(r.as_calendar, "ics", |open, a| {
            calendar::encode(open.questionnaire(), a, &clock::rfc3339())
        });
        let days = dated.then_some(days);
        all([jira, list].into_iter().chain(days).map(El::done).collect())
    });
    el("div")
        .class("outs-of")
        .attr("role", "group")
        .attr("aria-label", r.take_along)
        .view(buttons)
}
