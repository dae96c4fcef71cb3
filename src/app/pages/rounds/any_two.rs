//! Any two states side by side: of this assessment, or of others as they stand.

use super::present::present;
use crate::app::browser::page::{go, value_of};
use crate::app::markup::{El, button, el, option};
use crate::app::shell::Open;
use crate::model::Assessment;
use crate::route::{Route, StateRef};
use crate::words::words;
use leptos::prelude::*;

/// Two lists to choose from.
pub fn any_two(open: Open, a: &Assessment) -> El {
    let w = words();
    let own = a.snapshots().into_iter().map(|(id, s)| {
        let state = StateRef {
            assessment: a.id.clone(),
            snapshot: Some(id.clone()),
        };
        (state, s.name.clone())
    });
    let own = own.chain([(StateRef::now(&a.id), present(a))]);
    let own: Vec<(StateRef, String)> = own.collect();
    let others = open.shell.each_untracked(|other| {
        (other.id != a.id).then(|| (StateRef::now(&other.id), other.team().to_owned()))
    });
    let others: Vec<_> = others.into_iter().flatten().collect();
    let (first, last) = (own[0].0.clone(), StateRef::now(&a.id));
    let chosen = [first, last].map(RwSignal::new);
    let select = |at: usize, label: &'static str| {
        let own_option = |(state, name): &(StateRef, String)| {
            let is_chosen = *state == chosen[at].get_untracked();
            option(state.to_string(), name.clone(), is_chosen)
        };
        let name = ["compare-from", "compare-to"][at];
        let group = (!others.is_empty()).then(|| {
            el("optgroup")
                .attr("label", w.rounds_page().compare_other)
                .each(others.iter().map(own_option))
        });
        let select = el("select")
            .id(name)
            .each(own.iter().map(own_option))
            .each(group)
            .on("change", move |event| {
                if let Some(state) = StateRef::parse(&value_of(&event)) {
                    chosen[at].set(state);
                }
            });
        el("p")
            .class("field")
            .child(el("label").attr("for", name).text(label))
            .child(select)
    };
    let compare = button("", w.rounds_page().compare, move |_| {
        let [from, to] = chosen.map(|state| state.get_untracked());
        go(&Route::Compare(from, to).to_string());
    });
    let fields = el("div").class("sum").each([
        select(0, w.rounds_page().from),
        select(1, w.rounds_page().to),
        compare,
    ]);
    el("details").each([
        el("summary").text(w.rounds_page().compare_title_any),
        fields,
    ])
}
