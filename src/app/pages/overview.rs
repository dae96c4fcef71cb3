//! The tasks of one assessment: its dimensions in any order, with how far each is.

use crate::app::browser::clock;
use crate::app::browser::page::value_of;
use crate::app::browser::settings::Setting;
use crate::app::components::{
    GiveScope, ReadScope, Whole, assessment_nav, earlier, labelled, profile, scope_fields,
    whole_field,
};
use crate::app::markup::{El, all, button, details, el, heading, link, live, option, p};
use crate::app::shell::Open;
use crate::app::title::set_title;
use crate::model::validate::{MAX_HANDS, MAX_NAME};
use crate::model::{
    Assessment, Dimension, Discipline, Edit, Fact, Metric, Practice, Questionnaire, Scope,
};
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;
use std::rc::Rc;

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
    let tasks = el("div")
        .child(title)
        .view(tasks)
        .child(more)
        .child(change(open))
        .child(earlier(open));
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

/// The name and the scope, to change at any time. Nothing that was answered is lost.
fn change(open: Open) -> El {
    let w = words();
    let problem = RwSignal::new("");
    let read: ReadScope = Rc::new(move || scope(open));
    let give: GiveScope = Rc::new(move |scope| {
        if scope.disciplines.is_empty() {
            problem.set(words().disciplines_missing);
        } else {
            problem.set("");
            open.edit(Edit::Scope(Some(scope)));
        }
    });
    let renamed = move |event| {
        let team = value_of(&event);
        if !team.trim().is_empty() {
            open.edit(Edit::Team(Some(team)));
        }
    };
    let name = el("input")
        .id("team")
        .attr("type", "text")
        .attr("maxlength", MAX_NAME.to_string())
        .attr("value", open.team())
        .on("input", renamed);
    let name = el("p")
        .class("field")
        .child(el("label").attr("for", "team").text(w.team_label))
        .child(name);
    details(w.change_scope)
        .child(name)
        .each(facts(open))
        .each(peers(open))
        .child(p(w.change_scope_hint).class("muted"))
        .each(scope_fields(open.questionnaire(), &read, &give))
        .child(
            el("p")
                .class("error")
                .attr("role", "alert")
                .live_text(move || problem.get().to_owned()),
        )
}

/// What is said of the team, to find and to compare it in the portfolio.
fn facts(open: Open) -> [El; 3] {
    let w = words();
    let facts = [
        (Fact::Group, w.fact_group, w.fact_group_hint),
        (Fact::Tags, w.fact_tags, w.fact_tags_hint),
        (
            Fact::Respondents,
            w.fact_respondents,
            w.fact_respondents_hint,
        ),
    ];
    facts.map(|(fact, label, hint)| {
        let now = open.with(|a| a.fact(fact).to_owned());
        if fact == Fact::Respondents {
            return respondents(open, now.unwrap_or_default());
        }
        let input = el("input")
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("value", now.unwrap_or_default())
            .on("input", move |event| {
                let text = value_of(&event);
                let text = (!text.trim().is_empty()).then_some(text);
                open.edit(Edit::Say(fact, text));
            });
        labelled(format!("about-{}", fact.id()), label, hint, input)
    })
}

/// Of which industry and size the organisation is, for the published means of both.
fn peers(open: Open) -> [El; 2] {
    let w = words();
    let published = &open.questionnaire().published;
    let [industry, size] = w.peers();
    let facts = [
        (Fact::Industry, industry, &published.industries),
        (Fact::Size, size, &published.sizes),
    ];
    facts.map(|(fact, label, all)| {
        let now = open.with(|a| a.fact(fact).to_owned());
        let now = now.unwrap_or_default();
        let known = all.iter().map(|p| (p.id.as_str(), p.title.as_str()));
        let known = known.map(|(id, title)| option(id, title, id == now));
        let is_other = !now.is_empty() && all.iter().all(|p| p.id.as_str() != now);
        // What another version wrote stays until something else is chosen.
        let other = is_other.then(|| option(now.clone(), now.clone(), true));
        let select = el("select")
            .child(option("", w.fact_unsaid, now.is_empty()))
            .each(known)
            .each(other)
            .on("change", move |event| {
                let text = value_of(&event);
                let text = (!text.is_empty()).then_some(text);
                open.edit(Edit::Say(fact, text));
            });
        let id = format!("about-{}", fact.id());
        labelled(id, label, w.fact_peers_hint, select)
    })
}

/// How many people answered, which has to be a number.
fn respondents(open: Open, now: String) -> El {
    let w = words();
    let whole = Whole {
        unit: "people",
        range: [0, MAX_HANDS],
        usual: None,
        hint: "respondents-hint",
    };
    let give = move |people: Option<u32>| {
        let text = people.map(|people| people.to_string());
        open.edit(Edit::Say(Fact::Respondents, text));
    };
    let [input, said] = whole_field("respondents-said", whole, now, Box::new(give));
    let hint = el("span").id(whole.hint).class("muted");
    el("p").class("field").each([
        el("label")
            .attr("for", "respondents")
            .text(w.fact_respondents),
        hint.text(w.fact_respondents_hint),
        input.id("respondents"),
        said,
    ])
}

/// The scope of an assessment; without one, everything.
fn scope(open: Open) -> Scope {
    let own = open.with(|a| a.scope.value.clone()).flatten();
    own.unwrap_or_else(|| Scope::everything(open.questionnaire()))
}
