//! Set-ups that are kept for the next workshop, and for other teams.

use crate::app::browser::page::value_of;
use crate::app::browser::settings;
use crate::app::markup::{El, button, details, el, live, nothing, option, p};
use crate::formats::set_ups_json::{decode, encode};
use crate::model::text::{isolated, line};
use crate::model::validate::MAX_NAME;
use crate::words::session_words;
use crate::workshop::SetUp;
use crate::workshop::set_up::keep;
use leptos::prelude::*;

/// All that are kept.
pub fn kept() -> Vec<SetUp> {
    decode(&settings::set_ups())
}

/// The one that was held last.
pub fn last() -> Option<SetUp> {
    kept().into_iter().rfind(|one| one.name.is_empty())
}

/// Keeps one; where the browser does not, the workshop goes on without.
pub fn remember(set_up: SetUp) -> bool {
    let mut all = kept();
    keep(&mut all, set_up);
    settings::keep_set_ups(&encode(&all))
}

fn forget(name: &str) {
    let mut all = kept();
    all.retain(|one| one.name != name);
    settings::keep_set_ups(&encode(&all));
}

/// The choice among what is kept; nothing where nothing is. `from` holds what the form starts from.
pub fn start_from(from: RwSignal<SetUp>, usual: fn() -> SetUp) -> Option<El> {
    let s = session_words();
    let all = kept();
    if all.is_empty() {
        return None;
    }
    let now = from.get_untracked();
    let names = all.iter().enumerate().map(|(n, one)| {
        let name = if one.name.is_empty() {
            s.start_last
        } else {
            &one.name
        };
        option(n.to_string(), name.to_owned(), *one == now)
    });
    let is_usual = !all.contains(&now);
    let select = el("select")
        .id("start-from")
        .child(option("", s.start_usual, is_usual))
        .each(names)
        .on("change", move |event| {
            let at = value_of(&event).parse::<usize>().ok();
            let chosen = at.and_then(|at| all.get(at).cloned());
            from.set(chosen.unwrap_or_else(usual));
        });
    let label = el("label").attr("for", "start-from").text(s.start_from);
    Some(el("p").class("field").each([label, select]))
}

/// The way to keep what the form holds under a name, and to remove what is kept.
pub fn keep_fold(now: impl Fn() -> SetUp + 'static) -> El {
    let s = session_words();
    let (name, said, again) = (
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
        RwSignal::new(0_u32),
    );
    let field = el("input")
        .id("set-up-name")
        .attr("type", "text")
        .attr("maxlength", MAX_NAME.to_string())
        .attr("autocomplete", "off")
        .live_prop("value", move || name.get())
        .on("input", move |event| name.set(value_of(&event)));
    let field = el("p").class("field").each([
        el("label")
            .attr("for", "set-up-name")
            .text(s.keep_set_up_name),
        field,
    ]);
    let keep = button("", s.keep_set_up_now, move |_| {
        let called = line(&name.get_untracked(), MAX_NAME);
        let text = if called.is_empty() {
            s.name_missing.to_owned()
        } else if remember(SetUp {
            name: called.clone(),
            ..now()
        }) {
            name.set(String::new());
            again.update(|n| *n += 1);
            crate::words::words().set_up_kept(&called)
        } else {
            s.vote_not_kept_set_up.to_owned()
        };
        said.set(text);
    });
    let list = live(move || {
        again.get();
        let named = kept().into_iter().filter(|one| !one.name.is_empty());
        let rows: Vec<El> = named
            .map(|one| {
                let label = format!("{}: {}", s.forget_set_up, isolated(&one.name));
                let gone = one.name.clone();
                let remove = button("quiet", s.forget_set_up, move |_| {
                    forget(&gone);
                    again.update(|n| *n += 1);
                });
                let remove = remove.attr("aria-label", label);
                el("li").each([el("bdi").text(one.name), remove])
            })
            .collect();
        if rows.is_empty() {
            return nothing();
        }
        el("ul").class("tasks").each(rows).done()
    });
    let status = p("").attr("role", "status").live_text(move || said.get());
    details(s.keep_set_up)
        .each([
            p(s.keep_set_up_hint).class("muted"),
            field,
            el("p").child(keep),
            status,
        ])
        .view(list)
}
