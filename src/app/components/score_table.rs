//! Scores as tables.

use crate::app::words::words;
use crate::model::Questionnaire;
use crate::scoring::{MetricScore, Score};
use leptos::prelude::*;

/// One row a part: value, interval, coverage, level reached.
#[component]
pub fn ScoreTable(
    /// What the table shows.
    caption: &'static str,
    /// What a row is.
    part: &'static str,
    /// Names and scores.
    rows: Vec<(String, Score)>,
    /// Whether rows carry the numbers that the radar may use.
    #[prop(optional)]
    numbered: bool,
) -> impl IntoView {
    let w = words();
    let row = |(i, (name, s)): (usize, (String, Score))| {
        let number = numbered.then(|| view! { <span class="muted">{i + 1} " "</span> });
        view! {
            <tr>
                <th scope="row">{number}{name}</th>
                <td>{w.reading(&s)}</td>
                <td>{w.interval(&s)}</td>
                <td>{w.coverage(&s)}</td>
                <td>{w.reached(s.level)}</td>
            </tr>
        }
    };
    let head = [part, w.value, w.possible, w.coverage, w.level];
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption>
            <table>
                <caption>{caption}</caption>
                <thead><tr>{head.map(|h| view! { <th scope="col">{h}</th> }).collect_view()}</tr></thead>
                <tbody>{rows.into_iter().enumerate().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// One row a metric.
#[component]
pub fn MetricTable(
    /// Names and units.
    questionnaire: std::sync::Arc<Questionnaire>,
    /// The measurements' levels.
    metrics: Vec<MetricScore>,
) -> impl IntoView {
    let w = words();
    let row = |score: MetricScore| {
        let metric = questionnaire
            .metrics
            .iter()
            .find(|m| m.id.as_str() == score.id)?;
        let value = match score.value {
            Some(v) => format!("{v} {}", metric.unit),
            None => w.not_measured.to_owned(),
        };
        Some(view! {
            <tr>
                <th scope="row">{metric.title.clone()}</th>
                <td>{value}</td>
                <td>{w.reached(score.level)}</td>
            </tr>
        })
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=w.by_metric>
            <table>
                <caption>{w.by_metric}</caption>
                <thead><tr>
                    <th scope="col">{w.metric}</th>
                    <th scope="col">{w.value}</th>
                    <th scope="col">{w.level}</th>
                </tr></thead>
                <tbody>{metrics.into_iter().filter_map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
