//! One action: what, who, by when, how far, when roughly.

use crate::app::browser::page::{focus, focus_next, next_frame, value_of};
use crate::app::markup::{El, button, el, link, option};
use crate::app::shell::Open;
use crate::model::text::isolated;
use crate::model::validate::MAX_LINE;
use crate::model::{Action, ActionId, ActionState, Edit, Horizon};
use crate::route::Page;
use crate::words::words;

/// The id of the field that says what is to be done.
pub fn action_id(action: &ActionId) -> String {
    format!("action-{action}")
}

/// The id of the button that adds one.
pub fn add_id(horizon: Horizon) -> String {
    format!("add-{}", horizon.id())
}

fn field_id(action: &ActionId, part: &str) -> String {
    format!("action-{action}-{part}")
}

/// The page may be built anew for what was chosen; the focus stays where it was.
fn return_to(id: String) {
    next_frame(move || focus(&id));
}

/// Changes one part of an action as it is now.
fn change(open: Open, name: &ActionId, part: impl FnOnce(&mut Action)) {
    let action = open.with(|a| a.actions.get(name)?.value.clone());
    if let Some(mut action) = action.flatten() {
        part(&mut action);
        open.edit(Edit::Act(name.clone(), Some(action)));
    }
}

/// The fields. Filled once; while someone types, they are theirs.
pub fn action_form(open: Open, name: &ActionId) -> El {
    let w = words();
    let action = open.with(|a| a.actions.get(name)?.value.clone());
    let action = action.flatten().unwrap_or_default();
    let field = |label, kind, value: &str, part: fn(&mut Action) -> &mut String| {
        let name = name.clone();
        let input = el("input")
            .attr("type", kind)
            .attr("maxlength", MAX_LINE.to_string())
            .attr("value", value.to_owned())
            .on("input", move |event| {
                let text = value_of(&event);
                change(open, &name, |action| *part(action) = text);
            });
        (label, input)
    };
    let labelled = |(label, input): (&'static str, El)| el("label").text(label).child(input);
    let (label, what) = field(w.roadmap_page().action_what, "text", &action.what, |a| {
        &mut a.what
    });
    let what = labelled((label, what.id(action_id(name)))).class("what");
    let owner = labelled(field(
        w.roadmap_page().action_owner,
        "text",
        &action.owner,
        |a| &mut a.owner,
    ));
    let due = labelled(field(
        w.roadmap_page().action_due,
        "date",
        &action.due,
        |a| &mut a.due,
    ));
    let states = ActionState::ALL.map(|s| (s.id(), w.action_state(s), s == action.state));
    let own = name.clone();
    let state = choice(
        field_id(name, "state"),
        w.roadmap_page().action_how_far,
        &states,
        move |value| {
            let chosen = ActionState::ALL.into_iter().find(|s| s.id() == value);
            change(open, &own, |a| {
                a.state = chosen.unwrap_or_default();
            });
            return_to(field_id(&own, "state"));
        },
    );
    let horizons = Horizon::ALL.map(|h| (h.id(), w.horizon(h), h == action.horizon));
    let own = name.clone();
    let horizon = choice(
        field_id(name, "horizon"),
        w.roadmap_page().action_when,
        &horizons,
        move |value| {
            let chosen = Horizon::ALL.into_iter().find(|h| h.id() == value);
            change(open, &own, |a| {
                a.horizon = chosen.unwrap_or_default();
            });
            return_to(field_id(&own, "horizon"));
        },
    );
    let own = name.clone();
    let add = add_id(action.horizon);
    let remove = button("quiet", w.remove, move |_| {
        open.edit(Edit::Act(own.clone(), None));
        focus_next(add.as_str());
    });
    let own = name.clone();
    let remove = remove.live_attr("aria-label", move || {
        open.track_any();
        let what = open.with(|a| Some(a.actions.get(&own)?.value.as_ref()?.what.clone()));
        Some(
            [
                w.remove,
                ": ",
                &isolated(&what.flatten().unwrap_or_default()),
            ]
            .concat(),
        )
    });
    let about = action.moves.as_ref().and_then(|(practice, level)| {
        let title = open.questionnaire().practice(practice)?.title.as_str();
        let route = open.route(Page::Practice(practice.clone()));
        let text = format!("{title}: {}", w.level_name(*level));
        Some(el("p").class("muted").child(link(&route, text)))
    });
    el("div")
        .class("piece action")
        .each([what, owner, due, state, horizon, remove])
        .each(about)
}

fn choice(
    id: String,
    label: &'static str,
    options: &[(&'static str, &'static str, bool)],
    mut chosen: impl FnMut(&str) + 'static,
) -> El {
    let options = options.iter();
    let options = options.map(|&(value, text, is_chosen)| option(value, text, is_chosen));
    let select = el("select")
        .id(id)
        .each(options)
        .on("change", move |event| chosen(&value_of(&event)));
    el("label").text(label).child(select)
}
