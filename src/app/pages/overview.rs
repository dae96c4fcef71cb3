//! The tasks of one assessment: its dimensions in any order, with how far each is.

use crate::app::browser::clock;
use crate::app::browser::settings::Setting;
use crate::app::components::{assessment_nav, profile};
use crate::app::markup::{El, all, button, details, el, heading, link, live, p};
use crate::app::shell::Open;
use crate::app::title::set_title;
use crate::model::{Assessment, Dimension, Discipline, Metric, Practice, Questionnaire};
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;

/// Any dimension in any order; where to go on.
pub fn overview(open: Open) -> AnyView {
    let w = words();
    set_title(&open.team());
    let title = heading("").child(el("bdi").live_text(move || {
        open.track_any();
        open.team()
    }));
    let tasks = live(move || {
        open.track_any();
        let tasks = open.with(|a| tasks(open, a));
        all(tasks
            .unwrap_or_default()
            .into_iter()
            .map(El::done)
            .collect())
    });
    let more = el("p").class("steps").each([
        link(&open.route(Page::Check), w.check).class("button"),
        link(&open.route(Page::Measurements), w.measurements).class("button"),
        link(&open.route(Page::Results), w.to_results).class("button"),
        link(&open.route(Page::Workshop), w.workshop_link).class("button"),
    ]);
    let tasks = el("div").child(title).view(tasks).child(more);
    let beside = el("div").class("beside").each([tasks, profile(open, None)]);
    all(vec![assessment_nav(open), beside.done()])
}

fn tasks(open: Open, a: &Assessment) -> Vec<El> {
    let (w, q) = (words(), open.questionnaire());
    let whole = a.progress(q, |_| true);
    let carried = a.carried(q);
    let first = carried.first().and_then(|(id, _)| q.practice(id));
    let next = match a.next_open(q, clock::millis()).or(first) {
        Some(practice) => {
            let route = Route::Assessment(a.id.clone(), Page::Practice(practice.id.clone()));
            let text = w.go_on(&practice.title, whole.answered == 0);
            link(&route, text)
        }
        None => link(&Route::Assessment(a.id.clone(), Page::Check), w.check),
    };
    let resume = el("p")
        .class("steps")
        .child(next.class("button primary"))
        .child(el("span").class("muted").text(w.done(whole)));
    let disciplines = q.disciplines.iter().filter(|d| a.covers(&d.id));
    let mut tasks = vec![resume];
    if !carried.is_empty() {
        let check = link(&Route::Assessment(a.id.clone(), Page::Check), w.check);
        let said = p(w.carried_over(carried.len())).class("notice").text(" ");
        tasks.push(said.child(check));
    }
    tasks.extend(other_version(open, a));
    tasks.extend(disciplines.map(|d| section(q, a, d)));
    tasks
}

/// What it means that the assessment answers another version of the questionnaire.
fn other_version(open: Open, a: &Assessment) -> Option<El> {
    let (w, q) = (words(), open.questionnaire());
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

fn section(q: &'static Questionnaire, a: &Assessment, discipline: &'static Discipline) -> El {
    let own = q
        .dimensions
        .iter()
        .filter(|d| d.discipline == discipline.id);
    el("section")
        .class(format!("discipline {}", discipline.id))
        .child(el("h2").text(discipline.title.as_str()))
        .child(p(discipline.goal.as_str()).class("muted"))
        .child(
            el("ul")
                .class("tasks")
                .each(own.filter_map(|d| task(q, a, d))),
        )
}

/// A dimension, if something of it is asked. It leads to its first open practice, or to its list.
fn task(q: &'static Questionnaire, a: &Assessment, dimension: &'static Dimension) -> Option<El> {
    let w = words();
    let progress = a.progress(q, |p| p.dimension == dimension.id);
    let own = || a.asked(q).filter(|p| p.dimension == dimension.id);
    let open = own().find(|p| a.answer(&p.id).is_none() || a.is_carried(&p.id));
    let open = open.or_else(|| own().next())?;
    let route = if Setting::List.is_on() {
        Route::Assessment(a.id.clone(), Page::Dimension(dimension.id.clone()))
    } else {
        Route::Assessment(a.id.clone(), Page::Practice(open.id.clone()))
    };
    let carried = own().filter(|p| a.is_carried(&p.id)).count();
    let class = if progress.answered == progress.asked && carried == 0 {
        "state complete"
    } else {
        "state"
    };
    let said = match carried {
        0 => w.progress(progress),
        n => w.to_confirm(n),
    };
    let state = el("span").class(class).text(said);
    Some(el("li").each([link(&route, dimension.title.as_str()), state]))
}
