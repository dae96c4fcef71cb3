//! Every answer at a glance: what is open, not known, not applicable; and a field to find one.

use crate::app::browser::collation::COLLATION;
use crate::app::browser::page::value_of;
use crate::app::components::FIND;
use crate::app::components::{assessment_nav, confirm_list, questions_to_discuss};
use crate::app::markup::{El, all, el, heading, link, live, p};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::model::collation::Wanted;
use crate::model::{Answer, Assessment, Practice, Questionnaire};
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;

/// Each answer one click away, and back.
pub fn check(open: Open) -> AnyView {
    let w = words();
    set_title_of(open, w.check);
    let wanted = RwSignal::new(String::new());
    let find = el("p").class("field").each([
        el("label").attr("for", FIND).text(w.find),
        el("input")
            .id(FIND)
            .attr("type", "search")
            .attr("autocomplete", "off")
            .on("input", move |event| wanted.set(value_of(&event))),
    ]);
    let answers = live(move || {
        open.track_any();
        let q = open.questionnaire();
        let wanted = COLLATION.wanted(&wanted.get());
        let made = open.with(|a| {
            if wanted.is_empty() {
                sections(open, a)
            } else {
                found(q, a, &wanted)
            }
        });
        all(made.unwrap_or_default().into_iter().map(El::done).collect())
    });
    let results = link(&open.route(Page::Results), w.to_results).class("button primary");
    all(vec![
        assessment_nav(open),
        heading(w.check).done(),
        p(w.check_lead).class("lead").done(),
        find.done(),
        answers,
        el("p").class("steps").child(results).done(),
    ])
}

fn sections(open: Open, a: &Assessment) -> Vec<El> {
    let (w, q) = (words(), open.questionnaire());
    let mut sections = vec![questions_to_discuss(q, a)];
    sections.extend(confirm_list(open, a));
    for (first, title) in [
        (First::Open, w.check_open),
        (First::Unknown, w.check_dont_know),
        (First::NotApplicable, w.check_not_applicable),
    ] {
        let belongs = |p: &&Practice| First::of(a.answer(&p.id)) == Some(first);
        let own: Vec<_> = a.asked(q).filter(belongs).collect();
        if !own.is_empty() {
            let title = el("h2").text(w.counted_title(title, own.len()));
            sections.push(list(title, a, own));
        }
    }
    sections.push(el("h2").text(w.check_all));
    for dimension in &q.dimensions {
        let own: Vec<_> = (a.asked(q))
            .filter(|p| p.dimension == dimension.id && a.answer(&p.id).is_some())
            .collect();
        if !own.is_empty() {
            sections.push(list(el("h3").text(dimension.title.as_str()), a, own));
        }
    }
    sections
}

/// The lists in which answers are looked at before others.
#[derive(Clone, Copy, PartialEq)]
enum First {
    Open,
    Unknown,
    NotApplicable,
}

impl First {
    /// The one that an answer belongs to; levels have none.
    fn of(answer: Option<&Answer>) -> Option<Self> {
        match answer {
            None => Some(Self::Open),
            Some(Answer::DontKnow) => Some(Self::Unknown),
            Some(Answer::NotApplicable(_)) => Some(Self::NotApplicable),
            Some(Answer::Level(_) | Answer::Between(_)) => None,
        }
    }
}

fn found(q: &'static Questionnaire, a: &Assessment, wanted: &Wanted) -> Vec<El> {
    let matches = |p: &&&Practice| {
        let dimension = q.dimension(&p.dimension);
        wanted.is_in(&p.title)
            || wanted.is_in(&p.question)
            || dimension.is_some_and(|d| wanted.is_in(&d.title))
    };
    let own: Vec<&Practice> = a.asked(q).collect();
    let own: Vec<_> = own.iter().filter(matches).copied().collect();
    let said = el("p")
        .attr("role", "status")
        .text(words().found(own.len()));
    vec![said, tasks(a, own)]
}

fn list(title: El, a: &Assessment, practices: Vec<&Practice>) -> El {
    el("section").child(title).child(tasks(a, practices))
}

fn tasks(a: &Assessment, practices: Vec<&Practice>) -> El {
    let rows = practices.into_iter().map(|practice| {
        let answer = a.answer(&practice.id);
        let route = Route::Assessment(a.id.clone(), Page::Practice(practice.id.clone()));
        let class = if answer.is_some() {
            "state"
        } else {
            "state open"
        };
        let row = el("li")
            .child(link(&route, practice.title.clone()))
            .child(el("span").class(class).text(words().answer(answer)));
        match answer {
            Some(Answer::NotApplicable(reason)) => row.child(reason_of(reason)),
            _ => row,
        }
    });
    el("ul").class("tasks").each(rows)
}

fn reason_of(reason: &str) -> El {
    let line = el("span").class("muted reason");
    if reason.trim().is_empty() {
        line.text(words().no_reason)
    } else {
        line.child(el("bdi").text(reason.to_owned()))
    }
}
