//! Every number, in tables that are folded at first.

use super::view::{View, part_heading};
use crate::app::components::{Parts, heat_table, score_table, share, table_block};
use crate::app::markup::{El, details, el, link, p};
use crate::report::{Block, detail};
use crate::route::Route;
use crate::words::words;

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
        .each([tables, heat_table(view.q, view.a), sums])
        .each([
            share(view.open),
            el("p").child(link(&Route::Scoring, w.scoring_page().title)),
        ])
}
