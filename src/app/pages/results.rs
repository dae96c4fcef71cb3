//! The results: what they come to, and the profile. What is found in them stands beside and below that, and comes
//! after it: first steps, what the answers and measurements say, and the numbers.

mod profile;
mod summary;
pub mod view;

use crate::advice::headline;
use crate::app::browser::{clock, page, pointer};
use crate::app::components::{arrival, assessment_nav, hint_of};
use crate::app::contexts::{Loader, Steps};
use crate::app::markup::{El, all, button, el, link, live, nothing, p};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::figure::Profile;
use crate::model::{Assessment, Questionnaire};
use crate::route::{Page, Piece, Route};
use crate::scoring::score;
use crate::words::{Hint, words};
use leptos::prelude::*;
use view::View;

/// Where the team stands.
pub fn results(open: Open) -> AnyView {
    let w = words();
    set_title_of(open, w.results);
    let (q, loader) = (open.questionnaire(), Loader::get());
    // In the order in which one reads; what is folded comes after what lets one take a step into the plan.
    loader.need_first(Piece::Advice);
    for [before, next] in [
        [Piece::Advice, Piece::Findings],
        [Piece::Findings, Piece::Keep],
        [Piece::Keep, Piece::Numbers],
    ] {
        loader.when_here(before, move || loader.need_first(next));
    }
    // The plan has places of its own on the page, which follow it alone.
    let answers = Memo::new(move |_| {
        open.track_any();
        open.with(|a| Assessment {
            actions: Default::default(),
            ..a.clone()
        })
    });
    let said = Memo::new(move |_| {
        answers.with(|a| {
            let a = a.as_ref()?;
            let card = score(q, a);
            let found = headline(q, a, &card);
            Some([w.headline(a.team(), &found), w.headline_lead(q, &found)])
        })
    });
    let line = move |at: usize| {
        said.get()
            .map_or_else(String::new, |[a, b]| [a, b][at].clone())
    };
    let title = el("h1").id("title").attr("tabindex", "-1");
    let steps = Memo::new(move |_| {
        let advice = loader.advice()?;
        open.track_any();
        // With what came along with it.
        open.with(|a| (advice.suggested)(open.questionnaire(), a))
    });
    let body =
        live(move || answers.with(|a| a.as_ref().map_or_else(nothing, |a| body(open, a, steps))));
    let parts = el("div")
        .class("results")
        .on("mousemove", light)
        .on("focusin", light)
        .child(title.live_text(move || line(0)))
        .child(el("p").class("lead").live_text(move || line(1)))
        .view(body);
    all(vec![
        assessment_nav(open),
        hint_of(open.id, Hint::Results),
        parts.done(),
    ])
}

/// A mark, its row and its strip light up together.
fn light(event: crate::app::markup::Event) {
    pointer::light(pointer::part_of(&event).as_deref());
}

fn body(open: Open, a: &Assessment, steps: Steps) -> AnyView {
    let (q, loader) = (open.questionnaire(), Loader::get());
    let card = score(q, a);
    let answered = a.progress(q, |_| true).answered;
    let is_empty = answered == 0 && card.metrics.iter().all(|m| m.value.is_none());
    if is_empty && a.snapshots().is_empty() {
        return all(vec![
            p(words().begin_lead).class("notice").done(),
            go_on(q, a, true).done(),
            live(move || match loader.numbers() {
                Some(numbers) => (numbers.share)(open).done(),
                None => arrival(loader, Piece::Numbers),
            }),
            el("p")
                .child(link(&Route::Scoring, words().scoring_page().title))
                .done(),
        ]);
    }
    let profile = Profile::of(q, a);
    let view = View {
        open,
        q,
        a,
        card: &card,
        profile: &profile,
    };
    let is_known = card.overall.value().is_some();
    let mut parts = Vec::new();
    if !is_known {
        parts.push(go_on(q, a, false));
    }
    parts.push(summary::summary(&view, is_known.then_some(steps)));
    parts.push(jump(&view));
    if !open.is_read_only() {
        parts.extend(about_rounds(q, a));
    }
    parts.push(profile::section(&view));
    let mut parts: Vec<_> = parts.into_iter().map(El::done).collect();
    let a = a.clone();
    parts.push(live(move || match loader.findings() {
        Some(findings) => (findings.parts)(open, &a, steps),
        None => el("div")
            .class("to-come")
            .attr("role", "status")
            .view(arrival(loader, Piece::Findings))
            .done(),
    }));
    all(parts)
}

/// The one way on while there is too little to show: the next question, or the answers that are not
/// known.
fn go_on(q: &'static Questionnaire, a: &Assessment, is_first: bool) -> El {
    let w = words();
    let to = |page| Route::Assessment(a.id.clone(), page);
    let way = match a.next_open(q, clock::millis()) {
        Some(practice) => link(
            &to(Page::Practice(practice.id.clone())),
            w.go_on(&practice.title, is_first),
        ),
        None => link(&to(Page::Check), w.check),
    };
    el("p").class("steps").child(way.class("button primary"))
}

/// The parts of the page, and the way to the report.
fn jump(view: &View) -> El {
    let (w, r) = (words(), words().of_results());
    let parts = [
        ("part-profile", r.profile),
        ("part-evidence", r.evidence),
        ("part-steps", r.steps),
        ("part-measurements", w.measurements),
        ("part-numbers", r.numbers),
    ];
    let loader = Loader::get();
    let go = move |id| {
        if page::is_there(id) {
            page::focus(id);
        } else {
            let go = move || page::next_frame(move || page::focus(id));
            loader.when_here(Piece::Findings, go);
        }
    };
    let jumps = parts.map(|(id, name)| button("quiet", name, move |_| go(id)));
    el("nav")
        .class("jump")
        .attr("aria-label", r.on_this_page)
        .each(jumps)
        .child(link(&view.to(Page::Report), w.report_page().make).class("button"))
}

/// Answers that nobody has confirmed; a state that is worth keeping.
fn about_rounds(q: &Questionnaire, a: &Assessment) -> Option<El> {
    let w = words();
    let carried = a.carried(q).len();
    let progress = a.progress(q, |_| true);
    let is_new = a
        .snapshots()
        .pop()
        .is_none_or(|(_, last)| a.state() != last.state);
    let (said, page, to) = if carried > 0 {
        (w.carried_over(carried), Page::Check, w.check)
    } else if is_new && progress.answered == progress.asked {
        (w.rounds_offer.to_owned(), Page::Rounds, w.rounds)
    } else {
        return None;
    };
    let route = Route::Assessment(a.id.clone(), page);
    Some(p(said).class("notice").text(" ").child(link(&route, to)))
}
