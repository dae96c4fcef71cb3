//! One practice: the question, its levels, and the profile at the side.

use crate::app::components::{AssessmentNav, LevelChoice, Profile};
use crate::app::words::words;
use crate::app::workspace::expect_workspace;
use crate::model::{AssessmentId, Edit, Practice};
use crate::route::Route;
use leptos::prelude::*;

/// Asks one practice.
#[component]
pub fn PracticePage(
    /// Which assessment.
    id: AssessmentId,
    /// Which practice.
    practice: Practice,
) -> impl IntoView {
    let workspace = expect_workspace();
    let w = words();
    let q = workspace.questionnaire();
    super::set_title(&practice.title);

    let answer = {
        let (id, own) = (id.clone(), practice.id.clone());
        Signal::derive(move || {
            workspace.track_practice(&own);
            workspace.with(&id, |a| a.answer(&own).cloned()).flatten()
        })
    };
    let on_answer = {
        let (id, own) = (id.clone(), practice.id.clone());
        Callback::new(move |answer| workspace.edit(&id, Edit::Respond(own.clone(), answer)))
    };
    let asked: Vec<_> = workspace
        .with(&id, |a| a.asked(&q).map(|p| p.id.clone()).collect())
        .unwrap_or_default();
    let place = asked.iter().position(|p| *p == practice.id);
    let neighbour = |step: isize| {
        let there = place?.checked_add_signed(step)?;
        asked
            .get(there)
            .map(|p| Route::Practice(id.clone(), p.clone()).to_string())
    };
    let dimension = q.dimension(&practice.dimension);
    let discipline = dimension.and_then(|d| q.discipline(&d.discipline));
    let where_am_i = [
        discipline.map(|d| d.title.as_str()),
        dimension.map(|d| d.title.as_str()),
    ];
    let where_am_i = where_am_i
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let class = format!(
        "discipline {}",
        discipline.map(|d| d.id.as_str()).unwrap_or_default()
    );
    let counted = place.map(|i| w.number(i + 1, asked.len()));
    let before =
        neighbour(-1).map(|href| view! { <a class="button quiet" href=href>{w.previous}</a> });
    let after = neighbour(1).map_or_else(
        || (Route::Measurements(id.clone()).to_string(), w.measurements),
        |href| (href, w.next),
    );
    let sources = practice.sources.iter().map(|s| {
        view! { <li><a href=s.url.clone() rel="noopener noreferrer">{s.title.clone()}</a></li> }
    });
    let sources = sources.collect_view();

    view! {
        <AssessmentNav id=id.clone()/>
        <div class="beside">
            <div class=class>
                <p class="where">{where_am_i} <span class="muted">{counted}</span></p>
                <LevelChoice practice=practice.clone() answer on_answer/>
                <p class="steps">{before}<a class="button primary" href=after.0>{after.1}</a></p>
                <details><summary>{w.why}</summary><p>{practice.why.clone()}</p></details>
                <details>
                    <summary>{w.how_to_tell}</summary>
                    <p>{practice.how_to_tell.clone()}</p>
                    <h2>{w.sources}</h2>
                    <ul>{sources}</ul>
                </details>
            </div>
            <Profile questionnaire=q scorecard=workspace.scorecard(id)/>
        </div>
    }
}
