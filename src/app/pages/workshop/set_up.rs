//! What a workshop asks, of whom, and for how long.

use crate::app::browser::clock;
use crate::app::browser::page::{is_checked, value_of};
use crate::app::browser::seal;
use crate::app::components::{Whole, labelled_whole};
use crate::app::markup::{El, all, button, el, live, nothing, option, p};
use crate::app::shell::Open;
use crate::model::Edit;
use crate::model::validate::MAX_NAME;
use crate::model::{PracticeId, Workshop};
use crate::words::session_words;
use crate::words::words;
use crate::workshop::Session;
use crate::workshop::tally::LEAST;
use leptos::prelude::*;
use std::cell::RefCell;

thread_local! {
    /// What the next form proposes to ask: chosen on another page of this window.
    static PROPOSED: RefCell<Vec<PracticeId>> = const { RefCell::new(Vec::new()) };
}

/// Has the next form propose these practices.
pub fn propose(practices: Vec<PracticeId>) {
    PROPOSED.set(practices);
}

/// What is to be asked.
#[derive(Debug, Clone, Copy, PartialEq)]
enum What {
    Everything,
    Open,
    Chosen,
}

/// The form.
pub fn set_up(open: Open) -> AnyView {
    let s = session_words();
    let title = words().workshop_title(&clock::today());
    let planned = RwSignal::new(Workshop {
        title: title.clone(),
        minutes: MINUTES.2,
        each: EACH.2,
        least: LEAST,
        is_secret: true,
        ..Workshop::default()
    });
    let mut proposed = crate::model::Set::<PracticeId>::default();
    for practice in PROPOSED.take() {
        proposed.put(practice, ());
    }
    let what = RwSignal::new(if proposed.is_empty() {
        What::Everything
    } else {
        What::Chosen
    });
    let chosen = RwSignal::new(proposed);
    let said = RwSignal::new("");
    let name = el("input")
        .id("workshop-title")
        .attr("type", "text")
        .attr("maxlength", MAX_NAME.to_string())
        .attr("autocomplete", "off")
        .attr("value", title)
        .on("input", move |e| planned.update(|w| w.title = value_of(&e)));
    let name = el("p").class("field").each([
        el("label").attr("for", "workshop-title").text(s.title),
        name,
    ]);
    let times = el("div").class("sum").each([
        number("minutes", s.minutes, MINUTES, planned, |w| &mut w.minutes),
        number("each", s.each, EACH, planned, |w| &mut w.each),
        number("expected", s.expected, PEOPLE, planned, |w| &mut w.expected),
    ]);
    let boxes = el("div").each([
        switch(s.secret, planned, |w| &mut w.is_secret, true),
        p(s.secret_hint).class("muted"),
        switch(s.asks_role, planned, |w| &mut w.asks_role, false),
        number("least", s.least, SHOWN_FROM, planned, |w| &mut w.least),
        p(s.least_hint).class("muted"),
        switch(s.asks_name, planned, |w| &mut w.asks_name, false),
        p(s.asks_name_hint).class("muted"),
    ]);
    let begin = button("primary", s.begin, move |_| {
        let practices = asked(open, what.get_untracked(), chosen);
        if practices.is_empty() {
            said.set(s.nothing_chosen);
            return;
        }
        let workshop = Workshop {
            practices,
            began: clock::rfc3339(),
            tag: clock::random_below(Session::TAGS),
            ..planned.get_untracked()
        };
        // Before there is a link that could go round without the key.
        seal::keys(move |keys| {
            // Who clicks twice begins one.
            if open.with(|a| a.open_workshop().is_none()) == Some(true) {
                let workshop = Workshop { keys, ..workshop };
                let new = Edit::Workshop(clock::workshop_id(), Some(Box::new(workshop)));
                open.edit(new);
            }
        });
    });
    let counted = move || {
        open.track_any();
        let asked = asked(open, what.get(), chosen);
        words().vote_length(asked.len(), open.questionnaire().minutes(&asked))
    };
    let form = el("section").class("card").each([
        el("h2").text(s.set_up),
        name,
        choice(what),
        el("div").view(practices(open, what, chosen)),
        p("").class("muted").live_text(counted),
        times,
        boxes,
        p("")
            .class("error")
            .attr("role", "alert")
            .live_text(move || said.get().to_owned()),
        el("p").class("steps").child(begin),
    ]);
    all(vec![p(s.lead).class("lead").done(), form.done()])
}

/// The practices that a choice stands for.
fn asked(
    open: Open,
    what: What,
    chosen: RwSignal<crate::model::Set<PracticeId>>,
) -> Vec<PracticeId> {
    let q = open.questionnaire();
    let chosen = chosen.get();
    let asked = open.with(|a| {
        let all = a.asked(q).filter(|p| match what {
            What::Everything => true,
            What::Open => a.answer(&p.id).is_none() || a.is_carried(&p.id),
            What::Chosen => chosen.has(&p.id),
        });
        all.map(|p| p.id.clone()).collect()
    });
    asked.unwrap_or_default()
}

fn choice(what: RwSignal<What>) -> El {
    let s = session_words();
    let all = [
        (What::Everything, s.everything),
        (What::Open, s.all_open),
        (What::Chosen, s.chosen_by),
    ];
    let select = el("select").id("workshop-what").each(
        all.iter()
            .enumerate()
            .map(|(n, (one, label))| option(n.to_string(), *label, *one == what.get_untracked())),
    );
    let select = select.on("change", move |event| {
        let at = value_of(&event).parse::<usize>().ok();
        if let Some((one, _)) = at.and_then(|at| all.get(at)) {
            what.set(*one);
        }
    });
    el("p").class("field").each([
        el("label").attr("for", "workshop-what").text(s.what),
        select,
    ])
}

/// A box for each practice, by dimension, where one wants to choose.
fn practices(
    open: Open,
    what: RwSignal<What>,
    chosen: RwSignal<crate::model::Set<PracticeId>>,
) -> AnyView {
    live(move || {
        if what.get() != What::Chosen {
            return nothing();
        }
        let q = open.questionnaire();
        let groups = q.dimensions.iter().filter_map(|dimension| {
            let own = open.with(|a| {
                let own = a.asked(q).filter(|p| p.dimension == dimension.id);
                own.collect::<Vec<_>>()
            })?;
            let boxes = own.into_iter().map(|practice| {
                let name = &practice.id;
                let input = el("input")
                    .attr("type", "checkbox")
                    .live_flag("checked", move || chosen.with(|set| set.has(name)))
                    .on("change", move |event| {
                        chosen.update(|set| {
                            if is_checked(&event) {
                                set.put(name.clone(), ());
                            } else {
                                set.remove(name);
                            }
                        });
                    });
                let text = el("span").text(practice.title.as_str());
                el("label").class("line").each([input, text])
            });
            let legend = el("legend").text(dimension.title.as_str());
            let boxes: Vec<El> = boxes.collect();
            (!boxes.is_empty()).then(|| el("fieldset").child(legend).each(boxes))
        });
        el("div").class("two").each(groups).done()
    })
}

/// A field's unit, its range, and what stands there first.
type Field = (&'static str, [u32; 2], u32);
const MINUTES: Field = ("min", [1, 600], 60);
const EACH: Field = ("min", [1, 600], 5);
const PEOPLE: Field = ("people", [0, 2_000], 0);
const SHOWN_FROM: Field = ("people", [LEAST, 99], LEAST);

fn number(
    id: &'static str,
    label: &'static str,
    (unit, range, usual): Field,
    planned: RwSignal<Workshop>,
    part: fn(&mut Workshop) -> &mut u32,
) -> El {
    let whole = Whole {
        unit,
        range,
        usual: Some(usual),
        hint: "",
    };
    let give = move |minutes: Option<u32>| {
        planned.update(|w| *part(w) = minutes.unwrap_or(usual));
    };
    labelled_whole(id, label, whole, usual.to_string(), Box::new(give))
}

fn switch(
    label: &'static str,
    planned: RwSignal<Workshop>,
    part: fn(&mut Workshop) -> &mut bool,
    is_on: bool,
) -> El {
    let input = el("input")
        .attr("type", "checkbox")
        .on("change", move |event| {
            let on = is_checked(&event);
            planned.update(|w| *part(w) = on);
        });
    let input = if is_on {
        input.attr("checked", "")
    } else {
        input
    };
    el("label")
        .class("line")
        .each([input, el("span").text(label)])
}
