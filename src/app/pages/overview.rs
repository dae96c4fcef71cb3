//! The tasks of one assessment: its practices by discipline and dimension.

use crate::app::components::{AssessmentNav, Profile};
use crate::app::words::words;
use crate::app::workspace::{Workspace, expect_workspace};
use crate::model::{Answer, AssessmentId, DisciplineId, Practice};
use crate::route::Route;
use leptos::prelude::*;

/// Any practice in any order.
#[component]
pub fn Overview(
    /// Which assessment.
    id: AssessmentId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let q = workspace.questionnaire();
    let team = workspace
        .with(&id, |a| a.team().to_owned())
        .unwrap_or_default();
    super::set_title(&team);
    let covered: Vec<_> = (q.disciplines.iter())
        .filter(|d| workspace.with(&id, |a| a.covers(&d.id)).unwrap_or(false))
        .collect();
    let sections = covered.into_iter().map(|d| {
        view! {
            <section class=format!("discipline {}", d.id)>
                <h2>{d.title.clone()}</h2>
                <p class="muted">{d.goal.clone()}</p>
                {dimensions(workspace, &id, &d.id)}
            </section>
        }
    });
    let sections = sections.collect_view();
    view! {
        <AssessmentNav id=id.clone()/>
        <div class="beside">
            <div>
                <h1 id="title" tabindex="-1"><bdi>{team}</bdi></h1>
                {sections}
                <p><a class="button" href=Route::Results(id.clone()).to_string()>{words().to_results}</a></p>
            </div>
            <Profile questionnaire=q scorecard=workspace.scorecard(id)/>
        </div>
    }
}

fn dimensions(
    workspace: Workspace,
    id: &AssessmentId,
    discipline: &DisciplineId,
) -> impl IntoView + use<> {
    let q = workspace.questionnaire();
    let asked = workspace
        .with(id, |a| a.asked(&q).cloned().collect::<Vec<_>>())
        .unwrap_or_default();
    let one = |d: &crate::model::Dimension| {
        let practices: Vec<_> = asked.iter().filter(|p| p.dimension == d.id).collect();
        (!practices.is_empty()).then(|| {
            let rows = practices
                .into_iter()
                .map(|p| task(workspace, id, p))
                .collect_view();
            view! { <h3>{d.title.clone()}</h3><ul class="tasks">{rows}</ul> }
        })
    };
    q.dimensions
        .iter()
        .filter(|d| d.discipline == *discipline)
        .filter_map(one)
        .collect_view()
}

fn task(workspace: Workspace, id: &AssessmentId, practice: &Practice) -> impl IntoView + use<> {
    let w = words();
    let answer = workspace
        .with(id, |a| a.answer(&practice.id).cloned())
        .flatten();
    let state = match &answer {
        None => w.open.to_owned(),
        Some(Answer::Level(level)) => w.level_name(*level),
        Some(Answer::Between(l)) => w.between(l.level(), l.upper()),
        Some(Answer::DontKnow) => w.dont_know.to_owned(),
        Some(Answer::NotApplicable(_)) => w.not_applicable.to_owned(),
    };
    let href = Route::Practice(id.clone(), practice.id.clone()).to_string();
    view! {
        <li>
            <a href=href>{practice.title.clone()}</a>
            <span class="state" class:open=answer.is_none()>{state}</span>
        </li>
    }
}
