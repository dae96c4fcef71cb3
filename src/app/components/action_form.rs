//! One action as a form: what, who, by when, how far, when roughly.

use crate::app::browser::page::value_of;
use crate::app::browser::{clock, pointer};
use crate::app::markup::{El, button, el, link, option};
use crate::app::shell::Open;
use crate::desk::{Title, Transaction};
use crate::model::text::isolated;
use crate::model::validate::MAX_LINE;
use crate::model::{Action, ActionId, ActionState, Edit, Horizon, PracticeId};
use crate::route::Page;
use crate::words::words;
use leptos::prelude::*;

/// The id of the field that says what is to be done.
pub fn action_id(action: &ActionId) -> String {
    format!("action-{action}")
}

/// The id of what opens the card of an action.
pub fn card_id(action: &ActionId) -> String {
    format!("card-{action}")
}

/// The id of the field that says in which column it stands.
pub fn when_id(action: &ActionId) -> String {
    format!("action-{action}-when")
}

/// The id of the button that adds one.
pub fn add_id(horizon: Horizon) -> String {
    format!("add-{}", horizon.id())
}

/// What one does with the card as a whole.
pub struct Acts {
    /// Closes it, where it can be closed.
    pub close: Option<Box<dyn Fn()>>,
    /// Moves it to another column.
    pub shift: Box<dyn Fn(Horizon)>,
    /// Removes it.
    pub remove: Box<dyn Fn()>,
}

impl Acts {
    /// Those of a form that stays open.
    pub fn staying(open: Open, name: &ActionId) -> Self {
        let (own, gone) = (name.clone(), name.clone());
        let shift = move |to| change(open, &own, to, |action| action.horizon = to);
        Self {
            close: None,
            shift: Box::new(shift),
            remove: Box::new(move || open.edit(Edit::Act(gone.clone(), None))),
        }
    }
}

/// Puts a suggested step into the plan.
pub fn take_up(open: Open, practice: &PracticeId, action: &Action) -> ActionId {
    let id = clock::action_id();
    let edit = Edit::Act(id.clone(), Some(action.clone()));
    open.shell.run(Transaction::all(
        Title::TakeUp(practice.clone()),
        open.id,
        vec![edit],
    ));
    id
}

/// Changes one part of an action as it is now; one that is new stands in `horizon`.
fn change(open: Open, name: &ActionId, horizon: Horizon, part: impl FnOnce(&mut Action)) {
    let action = open.with(|a| a.actions.get(name)?.value.clone());
    let new = || Action {
        horizon,
        ..Action::default()
    };
    let mut action = action.flatten().unwrap_or_else(new);
    part(&mut action);
    open.edit(Edit::Act(name.clone(), Some(action)));
}

/// The fields. Filled once; while someone types, they are theirs.
pub fn action_form(open: Open, name: &ActionId, horizon: Horizon, acts: Acts) -> El {
    let w = words();
    let r = w.roadmap_page();
    let action = open.with(|a| a.actions.get(name)?.value.clone());
    let action = action.flatten().unwrap_or_else(|| Action {
        horizon,
        ..Action::default()
    });
    let acts = StoredValue::new_local(acts);
    let field = |label: &'static str, kind, value: &str, part: fn(&mut Action) -> &mut String| {
        let name = name.clone();
        let input = el("input")
            .attr("type", kind)
            .attr("maxlength", MAX_LINE.to_string())
            .attr("value", value.to_owned())
            .attr("autocomplete", "off")
            .on("input", move |event| {
                let text = value_of(&event);
                change(open, &name, horizon, |action| *part(action) = text);
            });
        (label, input)
    };
    let labelled = |(label, input): (&'static str, El)| el("label").text(label).child(input);
    let (label, what) = field(r.action_what, "text", &action.what, |a| &mut a.what);
    let what = labelled((label, what.id(action_id(name)))).class("what");
    let owner = labelled(field(r.action_owner, "text", &action.owner, |a| {
        &mut a.owner
    }));
    let due = labelled(field(r.action_due, "date", &action.due, |a| &mut a.due));
    let states = ActionState::ALL.map(|s| (s.id(), w.action_state(s), s == action.state));
    let own = name.clone();
    let state = choice(None, r.action_how_far, &states, move |value| {
        let chosen = ActionState::ALL.into_iter().find(|s| s.id() == value);
        change(open, &own, horizon, |a| {
            a.state = chosen.unwrap_or_default()
        });
    });
    let horizons = Horizon::ALL.map(|h| (h.id(), w.horizon(h), h == action.horizon));
    let when = choice(
        Some(when_id(name)),
        r.action_when,
        &horizons,
        move |value| {
            let chosen = Horizon::ALL.into_iter().find(|h| h.id() == value);
            acts.try_with_value(|acts| (acts.shift)(chosen.unwrap_or_default()));
        },
    );
    let can_close = acts.with_value(|acts| acts.close.is_some());
    let close = move || {
        acts.try_with_value(|acts| acts.close.as_ref().map(|close| close()));
    };
    let closes = can_close.then(|| button("primary", r.close, move |_| close()));
    let about = action.moves.as_ref().and_then(|(practice, level)| {
        let title = open.questionnaire().practice(practice)?.title.as_str();
        let route = open.route(Page::Practice(practice.clone()));
        let text = format!("{title}: {}", w.level_name(*level));
        Some(el("p").class("muted").child(link(&route, text)))
    });
    let ends = el("p").class("ends").each(closes);
    let ends = ends.child(remove(open, name, acts));
    el("div")
        .class("action")
        .attr("role", "group")
        .attr("aria-label", r.the_action)
        .on("keydown", move |event| {
            if pointer::is_escape(&event) {
                close();
            }
        })
        .each([what])
        .each(about)
        .each([owner, due, state, when, ends])
}

fn remove(open: Open, name: &ActionId, acts: StoredValue<Acts, LocalStorage>) -> El {
    let w = words();
    let own = name.clone();
    let remove = button("quiet", w.remove, move |_| {
        acts.try_with_value(|acts| (acts.remove)());
    });
    remove.live_attr("aria-label", move || {
        open.track_any();
        let what = open.with(|a| Some(a.actions.get(&own)?.value.as_ref()?.what.clone()));
        let what = what.flatten().unwrap_or_default();
        Some([w.remove, ": ", &isolated(&what)].concat())
    })
}

fn choice(
    id: Option<String>,
    label: &'static str,
    options: &[(&'static str, &'static str, bool)],
    mut chosen: impl FnMut(&str) + 'static,
) -> El {
    let options = options.iter();
    let options = options.map(|&(value, text, is_chosen)| option(value, text, is_chosen));
    let select = el("select")
        .each(options)
        .on("change", move |event| chosen(&value_of(&event)));
    let select = match id {
        Some(id) => select.id(id),
        None => select,
    };
    el("label").text(label).child(select)
}
