//! How a practice looks to those who answer it, and how much its answer counts.

use super::state::Editor;
use crate::app::components::strip;
use crate::app::markup::{El, all, el, live, nothing, p};
use crate::figure::Strip;
use crate::formats::questionnaire_toml::Draft;
use crate::model::{Answer, DimensionId, Level, PracticeId};
use crate::words::words;
use leptos::prelude::*;

/// The question with its levels, and its dot on the profile.
pub fn preview(editor: Editor, id: &PracticeId) -> El {
    let l = words().editor_page();
    let tried: RwSignal<Option<Level>> = RwSignal::new(None);
    el("section")
        .class("preview")
        .attr("aria-label", l.preview)
        .each([
            el("h3").text(l.preview),
            p(l.preview_hint).class("muted"),
            question(editor, id, tried),
        ])
        .view(on_profile(editor, id, tried))
}

fn said(
    editor: Editor,
    id: &PracticeId,
    read: impl Fn(&crate::model::Practice) -> String + Send + Sync + 'static,
) -> impl Fn() -> String + Send + Sync + 'static {
    let id = id.clone();
    move || editor.practice(&id, &read).unwrap_or_default()
}

fn question(editor: Editor, id: &PracticeId, tried: RwSignal<Option<Level>>) -> El {
    let levels = Level::ALL.map(|level| {
        let number = level.number().to_string();
        let name = ["preview-name-", &number].concat();
        let text = ["preview-text-", &number].concat();
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", "preview")
            .attr("value", number)
            .attr("aria-labelledby", name.clone())
            .attr("aria-describedby", text.clone())
            .live_flag("checked", move || tried.get() == Some(level))
            .on("change", move |_| tried.set(Some(level)));
        let says = said(editor, id, move |p| p.text(level).to_owned());
        el("label").class("choice level").each([
            radio,
            el("span").class("text").id(text).live_text(says),
            el("span")
                .class("name")
                .id(name)
                .text(words().level_name(level)),
        ])
    });
    let over = el("span")
        .class("over")
        .live_text(said(editor, id, |p| p.title.clone()));
    let asks = el("span")
        .class("asks")
        .live_text(said(editor, id, |p| p.question.clone()));
    let legend = el("legend").each([over, asks]);
    el("fieldset").class("choices").child(legend).each(levels)
}

/// Its dot among those of its dimension, and where the dimension stands with that answer alone.
fn on_profile(editor: Editor, id: &PracticeId, tried: RwSignal<Option<Level>>) -> AnyView {
    let own = id.clone();
    live(move || {
        let level = tried.get();
        editor.look(|draft| shown(draft, &own, level).unwrap_or_else(nothing))
    })
}

fn shown(draft: &Draft, id: &PracticeId, level: Option<Level>) -> Option<AnyView> {
    let w = words();
    let q = &draft.questionnaire;
    let practice = q.practice(id)?;
    let dimension = q.dimension(&practice.dimension)?;
    let trial = draft.trial(id, level)?;
    let name = el("bdi").text(dimension.title.clone());
    let strip = Strip::of(&trial.score).map(|shown| strip(&shown));
    let row = el("div")
        .class("on-profile")
        .each([name, dots(draft, &dimension.id, id, level)])
        .each(strip);
    let interval = p(w.interval_and_coverage(&trial.score)).class("muted");
    let counts = p(w.counts_for(&trial, &dimension.title)).class("muted");
    Some(all(vec![row.done(), interval.done(), counts.done()]))
}

fn dots(draft: &Draft, dimension: &DimensionId, id: &PracticeId, level: Option<Level>) -> El {
    let within = draft
        .questionnaire
        .practices
        .iter()
        .filter(|p| p.dimension == *dimension);
    let dots = within.map(|p| {
        let answer = level.filter(|_| p.id == *id).map(Answer::Level);
        let class = match level.filter(|_| p.id == *id) {
            Some(level) => format!("dot now l{}", level.number()),
            None if p.id == *id => "dot now".to_owned(),
            None => "dot".to_owned(),
        };
        el("li").child(
            el("span")
                .class(class)
                .text(words().in_dot(answer.as_ref())),
        )
    });
    el("ul")
        .class("dots")
        .attr("aria-hidden", "true")
        .each(dots)
}
