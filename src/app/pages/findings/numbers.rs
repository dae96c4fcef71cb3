//! Every number, in tables that are folded at first.

use crate::advice::portfolio::middle::middles as middles_of;
use crate::app::browser::page;
use crate::app::components::{Parts, heat_table, score_table, share, table_block};
use crate::app::markup::{El, details, el, link, live, nothing, p};
use crate::app::pages::results::view::{View, part_heading};
use crate::catalog::sample::is_sample;
use crate::report::{Block, detail};
use crate::route::Route;
use crate::scoring::score;
use crate::words::words;
use leptos::prelude::*;

/// Where the middle of the teams in this browser stands, if there are enough of them. They are scored
/// once the page stands.
fn middles(view: &View) -> AnyView {
    let (shell, q, own) = (view.open.shell, view.q, view.open.id);
    let said = RwSignal::new(String::new());
    page::after(0, move || {
        let all = shell.each_untracked(|a| (!is_sample(&a.id)).then(|| score(q, a).disciplines));
        let cards: Vec<_> = all.into_iter().flatten().collect();
        let found = (!is_sample(own)).then(|| middles_of(q, &cards)).flatten();
        if let Some((teams, values)) = found {
            // The page may be gone by now.
            let _ = said.try_set(words().middles(q, teams, &values));
        }
    });
    live(move || match said.get() {
        said if said.is_empty() => nothing(),
        said => p(said).class("muted").done(),
    })
}

/// The values, ranges, coverages and levels, and the sums that they come from.
pub fn section(view: &View) -> El {
    let (w, r) = (words(), words().of_results());
    let mut wholes = view.card.disciplines.clone();
    wholes.push(view.card.overall.clone());
    let tables = details(r.as_table).each([
        score_table(
            &view.a.id,
            Parts::Disciplines,
            view.q,
            &wholes,
            view.profile,
        ),
        score_table(
            &view.a.id,
            Parts::Dimensions,
            view.q,
            &view.card.dimensions,
            view.profile,
        ),
    ]);
    let sums = detail::why(view.q, view.a).into_iter();
    let sums = sums.filter_map(|block| match &block {
        Block::Table(table) => Some(table_block(table)),
        _ => None,
    });
    let sums = details(r.at_work).each(sums);
    el("section")
        .class("numbers")
        .child(part_heading("part-numbers", r.numbers))
        .child(p(w.results_lead).class("muted"))
        .view(middles(view))
        .each([tables, heat_table(view.q, view.a), sums])
        .each([
            share(view.open),
            el("p").child(link(&Route::Scoring, w.scoring_page().title)),
        ])
}
