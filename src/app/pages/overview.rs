//! The tasks of one assessment: its practices by discipline and dimension.

use crate::app::components::{assessment_nav, profile};
use crate::app::markup::{El, all, el, heading, link, p};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::model::{Assessment, AssessmentId, Practice, Questionnaire};
use crate::route::Route;
use leptos::prelude::*;

/// Any practice in any order.
pub fn overview(workspace: Workspace, id: &AssessmentId) -> AnyView {
    let q = workspace.questionnaire();
    let team = workspace.team(id);
    super::set_title(&team);
    let sections = workspace.with(id, |a| sections(q, a)).unwrap_or_default();
    let title = heading("").child(el("bdi").text(team));
    let results = link(&Route::Results(id.clone()), words().to_results).class("button");
    let tasks = el("div")
        .child(title)
        .each(sections)
        .child(el("p").child(results));
    let beside = el("div")
        .class("beside")
        .each([tasks, profile(workspace, id)]);
    all(vec![assessment_nav(workspace, id), beside.done()])
}

fn sections(q: &'static Questionnaire, assessment: &Assessment) -> Vec<El> {
    let mut sections = Vec::new();
    for discipline in q.disciplines.iter().filter(|d| assessment.covers(&d.id)) {
        let mut section = el("section")
            .class(format!("discipline {}", discipline.id))
            .child(el("h2").text(discipline.title.as_str()))
            .child(p(discipline.goal.as_str()).class("muted"));
        for dimension in q
            .dimensions
            .iter()
            .filter(|d| d.discipline == discipline.id)
        {
            let mut tasks = assessment
                .asked(q)
                .filter(|p| p.dimension == dimension.id)
                .peekable();
            if tasks.peek().is_some() {
                section = section.child(el("h3").text(dimension.title.as_str()));
                section = section.child(
                    el("ul")
                        .class("tasks")
                        .each(tasks.map(|p| task(assessment, p))),
                );
            }
        }
        sections.push(section);
    }
    sections
}

fn task(assessment: &Assessment, practice: &'static Practice) -> El {
    let answer = assessment.answer(&practice.id);
    let class = if answer.is_some() {
        "state"
    } else {
        "state open"
    };
    let route = Route::Practice(assessment.id.clone(), practice.id.clone());
    let state = el("span").class(class).text(words().answer(answer));
    el("li").each([link(&route, practice.title.as_str()), state])
}
