//! Where the data is, whether it is whole, and how to take it along.

use crate::app::browser::{clock, files};
use crate::app::components::{Row, download_all, hints_again, table};
use crate::app::markup::{all, button, details, el, heading, live, nothing, p};
use crate::app::shell::Shell;
use crate::app::title::set_title;
use crate::storage::Health;
use crate::words::words;
use leptos::prelude::*;

/// Both stores, checked when the page opens and on request.
pub fn data(shell: Shell) -> AnyView {
    set_title(words().data_page().title);
    all(vec![
        heading(words().data_page().title).done(),
        // Before the database is open, it would be said to be out of use.
        live(move || {
            if shell.is_opening() {
                p(words().opening).class("lead").done()
            } else {
                looked_at(shell)
            }
        }),
        p(words().data_page().shared).done(),
        p(words().data_page().clearing).done(),
        hints_again(),
        live(move || delete_all(shell)),
    ])
}

fn looked_at(shell: Shell) -> AnyView {
    let w = words();
    let health: RwSignal<Option<Health>> = RwSignal::new(None);
    // The answer may come when the page is gone.
    let look = move || {
        shell.look_after(move |found| {
            let _ = health.try_set(Some(found));
        });
    };
    look();
    let shown = live(move || match health.get() {
        None => p(w.opening).class("lead").done(),
        Some(health) => all(vec![
            p(w.data_lead(shell.safety(&health))).class("lead").done(),
            stores(&health),
            parked(&health),
        ]),
    });
    let verify = button("", w.data_page().verify, move |_| {
        health.set(None);
        look();
    });
    // Of the sample alone, there is nothing to take along.
    let save = live(move || match shell.count() {
        0 => nothing(),
        _ => button("primary", w.export_all, move |_| download_all(shell)).done(),
    });
    all(vec![
        el("div").attr("role", "status").view(shown).done(),
        el("p").class("steps").view(save).child(verify).done(),
    ])
}

/// The way out for all of it, in a fold: it is there when one looks for it.
fn delete_all(shell: Shell) -> AnyView {
    shell.track_any();
    if shell.look(|desk| desk.all().next().is_none()) {
        return nothing();
    }
    let w = words();
    let delete = button("danger", w.delete, move |_| shell.delete_everything());
    details(w.delete_all)
        .class("delete")
        .child(p(w.delete_all_lead))
        .child(el("p").class("steps").child(delete))
        .done()
}

/// What boot.js took out of the app's way, each to download.
fn parked(health: &Health) -> AnyView {
    let w = words();
    let mut files = Vec::new();
    for text in [&health.quick, &health.safe]
        .into_iter()
        .flatten()
        .flat_map(|h| h.parked.clone())
    {
        let number = files.len() + 1;
        let said = w.parked(number, text.len());
        let save = button("", w.export, move |_| {
            let name = format!("plumbline_set-aside_{}_{number}.json", clock::today());
            files::download(&name, &text);
        });
        let save = save.attr("aria-label", [w.export, &said].join(" "));
        files.push(el("li").each([el("span").text(said), save]));
    }
    if files.is_empty() {
        return nothing();
    }
    el("div")
        .class("notice")
        .child(p(w.data_page().parked))
        .child(el("ul").class("tasks").each(files))
        .done()
}

/// 70 % of what browsers give all pages of one address together: 5,242,880 characters (measured in
/// Chromium).
const ALMOST_FULL: usize = 3_670_016;

fn stores(health: &Health) -> AnyView {
    let w = words();
    let rows = [
        (w.data_page().quick, &health.quick),
        (w.data_page().safe, &health.safe),
    ];
    let row = |(name, holding): (&str, &Result<_, _>)| -> Row {
        let cells = match holding {
            Ok(holding) => w.holding(holding),
            Err(why) => w.no_store(*why),
        };
        (name.to_owned(), cells.map(Into::into).into())
    };
    let head = [
        w.data_page().store,
        w.data_page().whole,
        w.data_page().records,
        w.data_page().size,
    ];
    let is_almost_full = matches!(&health.quick, Ok(h) if h.size > ALMOST_FULL);
    el("div")
        .child(table(w.data_page().stores, &head, rows.map(row).into()))
        .each(is_almost_full.then(|| p(w.data_page().almost_full).class("notice problem")))
        .done()
}
