//! The results: the profile first, then the radar, what stands out, next steps, then the detail.

use crate::app::browser::clock;
use crate::app::components::{
    Parts, assessment_nav, heatmap, hint_of, measured, metric_table, next_steps,
    practice_against_outcome, radar, score_table, share, stands_out,
};
use crate::app::markup::{El, all, el, heading, link, live, nothing, p};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::model::{Assessment, Questionnaire};
use crate::route::{Page, Route};
use crate::words::{Hint, words};
use leptos::prelude::*;

/// Answers that nobody has confirmed; a state that is worth keeping.
fn about_rounds(q: &Questionnaire, a: &Assessment) -> Option<El> {
    let w = words();
    let carried = a.carried(q).len();
    let progress = a.progress(q, |_| true);
    let is_new = a
        .snapshots()
        .pop()
        .is_none_or(|(_, last)| a.state() != last.state);
    let (said, route, to) = if carried > 0 {
        let route = Route::Assessment(a.id.clone(), Page::Check);
        (w.carried_over(carried), route, w.check)
    } else if is_new && progress.answered == progress.asked {
        let route = Route::Assessment(a.id.clone(), Page::Rounds);
        (w.rounds_offer.to_owned(), route, w.rounds)
    } else {
        return None;
    };
    Some(p(said).class("notice").text(" ").child(link(&route, to)))
}

/// Without any answer there is nothing to show but the way to the first question.
fn begin(open: Open) -> AnyView {
    let w = words();
    let first = open.with(|a| a.next_open(open.questionnaire(), clock::millis()));
    let first = first.flatten().map(|practice| {
        let route = open.route(Page::Practice(practice.id.clone()));
        link(&route, w.go_on(&practice.title, true)).class("button primary")
    });
    all(vec![
        p(w.begin_lead).class("notice").done(),
        el("p").class("steps").each(first).done(),
    ])
}

/// Where the team stands.
pub fn results(open: Open) -> AnyView {
    let w = words();
    set_title_of(open, w.results);
    let q = open.questionnaire();
    let shown = move || {
        let Some(mut card) = open.scorecard() else {
            return nothing();
        };
        let answered = open.with(|a| a.progress(q, |_| true).answered);
        let is_empty = answered == Some(0) && card.metrics.iter().all(|m| m.value.is_none());
        if is_empty && open.with(|a| a.snapshots().is_empty()) == Some(true) {
            return begin(open);
        }
        let figures = open.with(|a| {
            let insight = [stands_out(q, a, &card), next_steps(q, a)];
            (radar(q, a, &card), insight, heatmap(q, a))
        });
        let Some((radar, insight, heatmap)) = figures else {
            return nothing();
        };
        let scatter = practice_against_outcome(q, &card);
        let measured = measured(q, &card);
        card.disciplines.push(card.overall);
        let mut parts: Vec<El> = open
            .with(|a| about_rounds(q, a))
            .into_iter()
            .flatten()
            .collect();
        parts.push(score_table(
            open.id,
            Parts::Disciplines,
            q,
            &card.disciplines,
        ));
        parts.extend(radar);
        parts.extend(insight);
        parts.push(score_table(open.id, Parts::Dimensions, q, &card.dimensions));
        parts.push(heatmap);
        parts.extend(scatter);
        parts.extend(open.with(|a| metric_table(q, a, &card.metrics)));
        parts.extend(measured);
        all(parts.into_iter().map(El::done).collect())
    };
    all(vec![
        assessment_nav(open),
        heading(w.results).done(),
        p(w.results_lead).class("lead").done(),
        hint_of(open.id, Hint::Results),
        live(shown),
        share(open).done(),
        el("p")
            .child(link(&Route::Scoring, w.scoring_page().title))
            .done(),
    ])
}
