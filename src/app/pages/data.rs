//! Where the data is, whether it is whole, and how to take it along.

use crate::app::components::{Row, table};
use crate::app::components::{download_all, status_line};
use crate::app::markup::{all, button, el, heading, live, nothing, p};
use crate::app::words::words;
use crate::app::workspace::{Health, Workspace};
use leptos::prelude::*;

/// Both stores, checked when the page opens and on request.
pub fn data(workspace: Workspace) -> AnyView {
    let w = words();
    super::set_title(w.data_title);
    let health: RwSignal<Option<Health>> = RwSignal::new(None);
    // The answer may come when the page is gone.
    let look = move || {
        workspace.look_after(move |found| {
            let _ = health.try_set(Some(found));
        });
    };
    look();
    let shown = live(move || match health.get() {
        None => nothing(),
        Some(health) => stores(health),
    });
    let verify = button("", w.data_verify, move |_| {
        health.set(None);
        look();
    });
    let save = button("primary", w.export_all, move |_| download_all(workspace));
    all(vec![
        heading(w.data_title).done(),
        status_line(workspace),
        p(w.data_lead).class("lead").done(),
        el("div").attr("role", "status").view(shown).done(),
        el("p").class("steps").each([save, verify]).done(),
        p(w.data_shared).done(),
        p(w.data_clearing).done(),
    ])
}

/// 70 % of what browsers give all pages of one address together: 5,242,880 characters (measured in
/// Chromium).
const ALMOST_FULL: usize = 3_670_016;

fn stores(health: Health) -> AnyView {
    let w = words();
    let rows = [(w.data_quick, health.quick), (w.data_safe, health.safe)];
    let row = |(name, holding): (&str, Result<_, _>)| -> Row {
        let cells = match holding {
            Ok(holding) => w.holding(&holding),
            Err(why) => w.no_store(why),
        };
        (name.to_owned(), cells.map(Into::into).into())
    };
    let head = [w.data_store, w.data_whole, w.data_records, w.data_size];
    let is_almost_full = matches!(health.quick, Ok(h) if h.size > ALMOST_FULL);
    el("div")
        .child(table(w.data_stores, &head, rows.map(row).into()))
        .each(is_almost_full.then(|| p(w.almost_full).class("notice problem")))
        .done()
}
