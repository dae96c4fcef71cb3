//! What comes to the results last: every number, in tables that are folded at first, and the profile as radars.

mod radars;

pub use radars::radars;

use crate::advice::portfolio::middle::middles as middles_of;
use crate::app::browser::page;
use crate::app::components::{Parts, fold, heat_table, score_table, share, table_block};
use crate::app::markup::{El, all, el, link, live, nothing, p};
use crate::app::shell::Open;
use crate::catalog::sample::is_sample;
use crate::figure::Profile;
use crate::model::Assessment;
use crate::report::{Block, detail};
use crate::route::Route;
use crate::scoring::score;
use crate::words::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Where the middle of the teams in this browser stands, if there are enough of them. They are scored
/// once the page stands.
fn middles(open: Open) -> AnyView {
    let (shell, q, own) = (open.shell, open.questionnaire(), open.id);
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

/// The values, ranges, coverages and levels, and the sums that they come from; and a link that carries the answers.
pub fn numbers(open: Open, a: &Assessment) -> AnyView {
    let (w, r, q) = (words(), words().of_results(), open.questionnaire());
    let (card, profile) = (score(q, a), Profile::of(q, a));
    let (a, of) = (Arc::new(a.clone()), a.id.clone());
    let heat = heat_table(q, &a);
    let tables = fold(r.as_table, move || {
        let mut wholes = card.disciplines.clone();
        wholes.push(card.overall.clone());
        let parts = [
            (Parts::Disciplines, &wholes),
            (Parts::Dimensions, &card.dimensions),
        ];
        let table = |(parts, scores): (_, &Vec<_>)| score_table(&of, parts, q, scores, &profile);
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
    let more = [
        tables,
        heat,
        sums,
        share(open),
        el("p").child(link(&Route::Scoring, w.scoring_page().title)),
    ];
    let more = more.into_iter().map(El::done);
    all([middles(open)].into_iter().chain(more).collect())
}
