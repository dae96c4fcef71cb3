//! What the first page says of a team, once scores can be made.

use crate::app::browser::{clock, settings};
use crate::app::components::{Line, download, download_all, pill, strip_line};
use crate::app::markup::{all, button, el, link, nothing, p};
use crate::app::shell::{Open, Shell};
use crate::catalog::sample::is_sample;
use crate::figure::Strip;
use crate::figure::strip::moved;
use crate::model::{Ahead, Assessment, AssessmentId};
use crate::route::Page;
use crate::scoring::score;
use crate::words::words;
use leptos::prelude::*;

/// The id of the heading of a team's card.
pub fn heading_of(id: &AssessmentId) -> String {
    ["team-", id.as_str()].concat()
}

/// Where the team stands, how that moved, and what comes next.
pub fn team(open: Open) -> AnyView {
    if open.shell.look(|desk| desk.has_no_questions(open.id)) {
        return p(words().library_page().missing).class("muted").done();
    }
    let said = open.with(|a| said(open, a));
    said.unwrap_or_else(nothing)
}

fn said(open: Open, a: &Assessment) -> AnyView {
    let (w, q, now) = (words(), open.questionnaire(), clock::millis());
    let overall = score(q, a).overall;
    let last = a.snapshots().pop();
    let change = last.and_then(|(_, last)| {
        let was = score(q, &last.state).overall.value();
        Some(w.since(moved(overall.reading, was)?, &last.name))
    });
    let strip = strip_line(&Line {
        name: w.overall,
        score: &overall,
        strip: Strip::of(&overall),
        route: Some(open.route(Page::Results)),
    });
    // The sample is there to be looked at.
    let ahead = if is_sample(open.id) {
        Ahead::Results
    } else {
        a.ahead(q, now)
    };
    let due = a.round_due(now).filter(|_| ahead == Ahead::Round);
    let facts = [
        Some(w.rest(a.progress(q, |_| true), a.minutes_left(q))),
        change,
        due.map(|at| w.due_since(&clock::day(at))),
        w.open_actions(a.open_actions()),
    ];
    let facts = facts.into_iter().flatten();
    let facts = facts.map(|fact| el("span").class("muted").text(fact));
    let level = overall.level().map(pill);
    let page = match ahead {
        Ahead::Answer(practice) => Page::Practice(practice.id.clone()),
        Ahead::Round => Page::Rounds,
        Ahead::Results => Page::Results,
    };
    let text = w.ahead(ahead, &w.quarter(&clock::today()));
    // The same words on each card: whose, its heading says.
    let whose = heading_of(open.id);
    let primary = link(&open.route(page), text).class("button primary");
    all(vec![
        el("ul").class("stripes").child(strip).done(),
        el("p").class("facts").each(level).each(facts).done(),
        el("p")
            .child(primary.attr("aria-describedby", whose))
            .done(),
    ])
}

/// Says of which assessments there is no copy, and makes one.
pub fn copies(shell: Shell) -> AnyView {
    shell.track_downloads();
    let due = shell.each(|a| {
        let open = shell.open(&a.id);
        let kept = settings::backed_up_at(open.id);
        let is_due =
            !is_sample(open.id) && !open.is_guest() && a.is_copy_due(kept, clock::millis());
        is_due.then(|| (open, (a.team().to_owned(), kept.map(clock::day))))
    });
    let due: Vec<_> = due.into_iter().flatten().collect();
    let Some((first, _)) = due.first() else {
        return nothing();
    };
    let (first, is_one) = (*first, due.len() == 1);
    let w = words();
    let due: Vec<_> = due.into_iter().map(|(_, due)| due).collect();
    let label = if is_one { w.export } else { w.export_all };
    let save = button("", label, move |_| {
        if is_one {
            download(first);
            shell.has_downloaded();
        } else {
            download_all(shell);
        }
    });
    p(w.copy_due(&due))
        .class("notice")
        .text(" ")
        .child(save)
        .done()
}
