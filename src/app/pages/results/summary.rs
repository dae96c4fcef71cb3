//! The first screen: how the whole and each discipline stand, and what to do first.

use super::steps;
use super::view::View;
use crate::app::components::{Parts, Stat, explained_at, stat_card};
use crate::app::markup::{El, el};
use crate::scoring::Score;
use crate::words::words;

/// The cards, and beside them what to do first, once enough is known to say so.
pub fn summary(view: &View, is_known: bool) -> El {
    let all = [&view.card.overall]
        .into_iter()
        .chain(&view.card.disciplines);
    let cards = el("div")
        .class("stats")
        .each(all.map(|score| card(view, score)));
    let first = is_known.then(|| steps::do_first(view));
    el("div").class("summary").child(cards).each(first)
}

fn card(view: &View, score: &Score) -> El {
    let moved = view.profile.moved(score);
    stat_card(&Stat {
        name: words().part_name(view.q, &score.id),
        score,
        strip: view.profile.strip(score),
        change: moved.map_or_else(String::new, |(round, by)| words().since(by, round)),
        route: explained_at(&view.a.id, Parts::Disciplines, &score.id),
    })
}
