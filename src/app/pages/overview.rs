//! The map of one assessment: how far it is, and each question with what it has got.

use crate::app::browser::clock;
use crate::app::components::assessment_nav;
use crate::app::markup::{El, all, button, details, el, heading, link, live, p};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::model::{Answer, Assessment, Dimension, Discipline, Got, Metric, Practice};
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;

/// How far one is, where to go on, and each question as a dot.
pub fn overview(open: Open) -> AnyView {
    let w = words();
    set_title_of(open, w.place_assess);
    let title = heading("").child(el("bdi").live_text(move || {
        open.track_any();
        open.team()
    }));
    let map = live(move || {
        open.track_any();
        let map = open.with(|a| map(open, a)).unwrap_or_default();
        all(map.into_iter().map(El::done).collect())
    });
    all(vec![assessment_nav(open), title.done(), map])
}

fn map(open: Open, a: &Assessment) -> Vec<El> {
    let (w, q) = (words(), open.questionnaire());
    let carried = a.carried(q);
    let disciplines = q.disciplines.iter().filter(|d| a.covers(&d.id));
    let mut map = vec![so_far(open, a)];
    if !carried.is_empty() {
        let check = link(&open.route(Page::Check), w.check);
        let said = p(w.carried_over(carried.len())).class("notice").text(" ");
        map.push(said.child(check));
    }
    map.extend(other_version(open, a));
    let cards = disciplines.map(|d| section(open, a, d));
    map.push(el("div").class("map").each(cards));
    map
}

/// How far one is, and the one way on.
fn so_far(open: Open, a: &Assessment) -> El {
    let (w, q) = (words(), open.questionnaire());
    let whole = a.progress(q, |_| true);
    let first = a.carried(q);
    let first = first.first().and_then(|(id, _)| q.practice(id));
    let onward = a.next_open(q, clock::millis()).or(first);
    let (said, to, text) = match onward {
        Some(practice) => (
            w.done(whole),
            Page::Practice(practice.id.clone()),
            w.go_on(&practice.title, whole.answered == 0),
        ),
        None => (w.all_done(whole), Page::Results, w.to_results.to_owned()),
    };
    let part = (whole.answered * 100).checked_div(whole.asked);
    let turn = ["--part:", &part.unwrap_or_default().to_string(), "%"].concat();
    let ring = el("span")
        .class("ring")
        .attr("aria-hidden", "true")
        .live_prop("style", move || turn.clone())
        .child(el("span").text(w.out_of(whole)));
    let together = link(&open.route(Page::Workshop), w.workshop_link);
    let ways = el("p").class("steps").each([
        link(&open.route(to), text).class("button primary"),
        together.class("button quiet i-people"),
    ]);
    let is_own = open.shell.look(|desk| desk.is_of_own(open.id));
    let own = is_own.then(|| {
        let own = link(&Route::Questionnaires, w.questionnaire_name(q));
        el("p").class("muted").child(own)
    });
    let said = el("div").child(p(said).class("lead")).child(ways).each(own);
    el("div").class("card so-far").each([ring, said])
}

/// What it means that the assessment answers another version of the questionnaire.
fn other_version(open: Open, a: &Assessment) -> Option<El> {
    let w = words();
    let q = open.shell.look(|desk| desk.later_questionnaire(open.id));
    let was = &a.questionnaire.version;
    if *was == q.version {
        return None;
    }
    let asked = |list: Vec<&'static Practice>| {
        let asked = list.into_iter().filter(|p| a.asks(q, p));
        asked.collect::<Vec<_>>()
    };
    let news = q.news_since(was);
    let (new, changed) = (asked(news.new), asked(news.changed));
    let mut metrics = news.metrics;
    metrics.retain(|m| a.measurement(&m.id).is_some());
    let gone = a.orphans(q).map(|id| w.no_longer_asked(id, q.former(id)));
    let gone: Vec<_> = gone.collect();
    let counts = [new.len(), changed.len(), metrics.len(), gone.len()];
    let link_to = |p: &&'static Practice| {
        let route = Route::Assessment(a.id.clone(), Page::Practice(p.id.clone()));
        link(&route, p.title.as_str())
    };
    let measured = |m: &&'static Metric| {
        let route = Route::Assessment(a.id.clone(), Page::Measurements);
        link(&route, format!("{}, in {}", m.title, m.unit))
    };
    let lists: [Vec<El>; 4] = [
        new.iter().map(link_to).collect(),
        changed.iter().map(link_to).collect(),
        metrics.iter().map(measured).collect(),
        gone.into_iter().map(|said| el("span").text(said)).collect(),
    ];
    let folds = w.version_folds(counts).into_iter().zip(lists);
    let folds = folds.filter(|(_, list)| !list.is_empty());
    let folds = folds.map(|(title, list)| {
        let items = list.into_iter().map(|item| el("li").child(item));
        details(title).child(el("ul").each(items))
    });
    let go = button("", w.version_move, move |_| {
        open.run_made(|desk, id| desk.move_version(id));
    });
    let said = el("div").class("notice");
    let said = said.child(p(w.other_version(was, &q.version)));
    Some(said.each(folds).child(el("p").child(go)))
}

fn section(open: Open, a: &Assessment, discipline: &'static Discipline) -> El {
    let (w, q) = (words(), open.questionnaire());
    let own = q.dimensions.iter();
    let own = own.filter(|d| d.discipline == discipline.id);
    let so_far = a.progress(q, |p| {
        let dimension = q.dimension(&p.dimension);
        dimension.is_some_and(|d| d.discipline == discipline.id)
    });
    el("section")
        .class(format!("card discipline {}", discipline.id))
        .child(el("h2").text(discipline.title.as_str()))
        .child(p(w.done(so_far)).class("muted"))
        .each(own.filter_map(|d| dots(open, a, d)))
}

/// A dimension, if something of it is asked: a dot for each question, and all of them on one page.
fn dots(open: Open, a: &Assessment, dimension: &'static Dimension) -> Option<El> {
    let q = open.questionnaire();
    let own: Vec<&Practice> = a.asked(q).filter(|p| p.dimension == dimension.id).collect();
    if own.is_empty() {
        return None;
    }
    let dots = own.into_iter().map(|practice| {
        let (answer, got) = (a.answer(&practice.id), a.got(&practice.id));
        let shade = match answer.and_then(Answer::level) {
            Some(level) if got == Got::Level => format!("dot l{}", level.number()),
            _ => "dot".to_owned(),
        };
        let class = match got {
            Got::Nothing | Got::Level => shade,
            Got::Carried => "dot carried".to_owned(),
            Got::Unknown => "dot unknown".to_owned(),
            Got::Apart => "dot apart".to_owned(),
        };
        let name = words().dot(&practice.title, answer, got);
        let route = open.route(Page::Practice(practice.id.clone()));
        let dot = link(&route, words().in_dot(answer)).class(class);
        el("li").child(dot.attr("title", name.clone()).attr("aria-label", name))
    });
    let list = open.route(Page::Dimension(dimension.id.clone()));
    let name = link(&list, dimension.title.as_str());
    let dots = el("ul").class("dots").each(dots);
    Some(el("div").class("dimension").each([name, dots]))
}
