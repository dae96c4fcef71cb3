//! The live profile: value, interval and coverage of each discipline.

use crate::app::words::words;
use crate::model::Questionnaire;
use crate::scoring::{Reading, Score, Scorecard};
use leptos::prelude::*;
use std::sync::Arc;

/// Fills in as answers come. Announces nothing by itself: one looks at it when one wants to.
#[component]
pub fn Profile(
    /// Names of disciplines.
    questionnaire: Arc<Questionnaire>,
    /// The scores.
    scorecard: Memo<Option<Scorecard>>,
) -> impl IntoView {
    let name = move |id: &str| {
        let discipline = questionnaire
            .disciplines
            .iter()
            .find(|d| d.id.as_str() == id);
        discipline.map_or_else(|| words().overall.to_owned(), |d| d.title.clone())
    };
    let rows = move || {
        scorecard.with(|card| {
            let card = card.as_ref()?;
            let scores = card.disciplines.iter().chain([&card.overall]);
            Some(scores.map(|s| row(name(&s.id), s)).collect_view())
        })
    };
    view! {
        <aside class="profile" aria-labelledby="profile-title">
            <h2 id="profile-title">{words().profile}</h2>
            <dl>{rows}</dl>
        </aside>
    }
}

fn row(name: String, score: &Score) -> impl IntoView + use<> {
    let w = words();
    let more = format!(
        "{} · {} {}",
        w.interval(score),
        w.coverage(score),
        w.coverage.to_lowercase()
    );
    view! {
        <div class=format!("row {}", score.id)>
            <dt>{name}</dt>
            <dd>
                <strong class="reading" class:word=!matches!(score.reading(), Reading::Value(_))>
                    {w.reading(score)}
                </strong>
                {bar(score)}
                <span class="muted">{more}</span>
            </dd>
        </div>
    }
}

/// The interval as a pale bar, the value as a tick. The numbers stand beside it.
fn bar(score: &Score) -> impl IntoView + use<> {
    let (low, high) = (score.low.unwrap_or(0.0), score.high.unwrap_or(0.0));
    let tick = match score.reading() {
        Reading::Value(v) => Some(
            view! { <rect class="tick" x=(v - 1.0).clamp(0.0, 98.0) y="0" width="2" height="10"/> },
        ),
        _ => None,
    };
    view! {
        <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" x="0" y="3" width="100" height="4"/>
            <rect class="span" x=low y="2" width=(high - low).max(0.0) height="6"/>
            {tick}
        </svg>
    }
}
