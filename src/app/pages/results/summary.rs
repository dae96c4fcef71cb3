//! The first screen: how the whole and each discipline stand, and what to do first.

use super::view::{FIRST, View};
use crate::app::components::{Parts, Stat, explained_at, stat_card};
use crate::app::contexts::{Loader, Steps};
use crate::app::markup::{El, el, live, p};
use crate::app::shell::Open;
use crate::scoring::Score;
use crate::words::words;

/// The cards, and beside them what to do first, once enough is known to say so.
pub fn summary(view: &View, steps: Option<Steps>) -> El {
    let all = [&view.card.overall]
        .into_iter()
        .chain(&view.card.disciplines);
    let cards = el("div")
        .class("stats")
        .each(all.map(|score| card(view, score)));
    let first = steps.map(|steps| do_first(view.open, steps));
    el("div").class("summary").child(cards).each(first)
}

/// What to do first. Until it is here, there is room for it.
fn do_first(open: Open, steps: Steps) -> El {
    let (r, loader) = (words().of_results(), Loader::get());
    let list = live(move || match loader.advice() {
        Some(advice) => (advice.first)(open, steps),
        None => {
            let room = (0..FIRST).map(|_| el("li").each([p(""), p("").class("act"), p("")]));
            let list = el("ol").class("first room").attr("aria-hidden", "true");
            list.each(room).done()
        }
    });
    el("aside")
        .class("card do")
        .attr("aria-label", r.do_first)
        .child(el("h2").text(r.do_first))
        .view(list)
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
