//! Every number, in tables that are folded at first.

use crate::advice::portfolio::middle::middles as middles_of;
use crate::app::browser::page;
use crate::app::components::{Parts, fold, heat_table, score_table, share, table_block};
use crate::app::markup::{El, el, link, live, nothing, p};
use crate::app::pages::results::view::{View, part_heading};
use crate::catalog::sample::is_sample;
use crate::report::{Block, detail};
use crate::route::Route;
use crate::scoring::score;
use crate::words::words;
use leptos::prelude::*;
use std::sync::Arc;

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
    let (q, a) = (view.q, Arc::new(view.a.clone()));
    let (card, profile, of) = (view.card.clone(), view.profile.clone(), a.clone());
    let tables = fold(r.as_table, move || {
        let mut wholes = card.disciplines.clone();
        wholes.push(card.overall.clone());
        let parts = [
            (Parts::Disciplines, &wholes),
            (Parts::Dimensions, &card.dimensions),
        ];
        let table = |(parts, scores): (_, &Vec<_>)| score_table(&of.id, parts, q, scores, &profile);
        parts.map(table).into()
    });
    let sums = fold(r.at_work, move || {
        let blocks = detail::why(q, &a).into_iter();
        let tables = blocks.filter_map(|block| match &block {
            Block::Table(table) => Some(table_block(table)),
            _ => None,
        });
        tables.collect()
    });
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
