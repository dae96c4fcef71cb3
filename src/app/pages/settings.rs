//! The team, what is asked of it, and earlier states.

use crate::app::browser::page::value_of;
use crate::app::components::{
    GiveScope, ReadScope, Whole, assessment_nav, earlier, labelled, mode_fields, scope_fields,
    whole_field,
};
use crate::app::markup::{El, all, el, heading, option, p};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::model::validate::{MAX_HANDS, MAX_NAME};
use crate::model::{Edit, Fact, Scope};
use crate::words::words;
use leptos::prelude::*;
use std::rc::Rc;

/// What one sets once, and changes now and then.
pub fn settings(open: Open) -> AnyView {
    let w = words();
    set_title_of(open, w.settings_page);
    all(vec![
        assessment_nav(open),
        heading(w.settings_page).done(),
        change(open).class("card").done(),
        earlier(open).done(),
    ])
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
    el("div")
        .child(name)
        .each(facts(open))
        .each(peers(open))
        .child(mode_fields(open.questionnaire(), &read, &give))
        .each(scope_fields(open.questionnaire(), &read, &give))
        .child(p(w.change_scope_hint).class("muted"))
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
