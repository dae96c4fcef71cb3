//! The live profile: value, interval and coverage of each discipline.

use super::score_table::{Parts, explained_at};
use crate::app::markup::{El, all, el, link, live};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::model::AssessmentId;
use crate::model::decimal::write;
use crate::scoring::{Reading, Score};

/// Fills in as answers come. Announces nothing by itself: one looks at it when one wants to.
pub fn profile(workspace: Workspace, id: &AssessmentId) -> El {
    let questionnaire = workspace.questionnaire();
    let own = id.clone();
    let rows = move || {
        let Some(card) = workspace.scorecard(&own) else {
            return all(Vec::new());
        };
        let scores = card.disciplines.iter().chain([&card.overall]);
        all(scores
            .map(|s| row(&own, words().part_name(questionnaire, &s.id), s).done())
            .collect())
    };
    el("aside")
        .class("profile")
        .attr("aria-labelledby", "profile-title")
        .child(el("h2").id("profile-title").text(words().profile))
        .child(el("dl").view(live(rows)))
}

fn row(id: &AssessmentId, name: &'static str, score: &Score) -> El {
    let w = words();
    let is_value = matches!(score.reading(), Reading::Value(_));
    let class = if is_value { "reading" } else { "reading word" };
    let reading = el("strong").class(class);
    let reading = match explained_at(id, Parts::Disciplines, &score.id) {
        Some(route) => {
            let label = w.why_of(name, &w.reading(score));
            reading.child(link(&route, w.reading(score)).attr("aria-label", label))
        }
        None => reading.text(w.reading(score)),
    };
    let more = el("span")
        .class("muted")
        .text(w.interval_and_coverage(score));
    el("div")
        .class(format!("row {}", score.id))
        .child(el("dt").text(name))
        .child(el("dd").each([reading, bar(score), more]))
}

/// The interval as a pale bar, the value as a tick. The numbers stand beside it.
fn bar(score: &Score) -> El {
    let (low, high) = (score.low.unwrap_or(0.0), score.high.unwrap_or(0.0));
    // Set through the property: the policy forbids style attributes.
    let span = format!("left:{}%;width:{}%", write(low), write(high - low));
    let bar = el("span").class("bar").attr("aria-hidden", "true");
    let bar = bar.child(
        el("span")
            .class("span")
            .live_prop("style", move || span.clone()),
    );
    match score.reading() {
        Reading::Value(value) => bar.child(
            el("span")
                .class("tick")
                .live_prop("style", move || format!("left:{}%", write(value))),
        ),
        _ => bar,
    }
}
