//! The stat card: a part's name, number, level, strip, and how it moved.

use super::{pill, strip};
use crate::app::markup::{El, el, link};
use crate::figure::Strip;
use crate::route::Route;
use crate::scoring::Score;
use crate::words::words;

/// What a card shows.
pub struct Stat<'a> {
    /// The name of the part.
    pub name: &'a str,
    /// Its score.
    pub score: &'a Score,
    /// Its strip; none where nothing applies.
    pub strip: Option<Strip>,
    /// Against the last round, in words; empty where there is none.
    pub change: String,
    /// Where the number leads.
    pub route: Option<Route>,
}

/// The card. The class of a discipline gives it its hue and sign.
pub fn stat_card(stat: &Stat) -> El {
    let (w, score) = (words(), stat.score);
    let reading = w.reading(score);
    let number = el("strong").class(if score.value().is_some() {
        "reading"
    } else {
        "reading word"
    });
    let number = match &stat.route {
        Some(route) => {
            let why = w.why_of(stat.name, &reading);
            number.child(link(route, reading).attr("aria-label", why))
        }
        None => number.text(reading),
    };
    let target = stat.strip.and_then(|s| s.target).map(|t| w.aims_at(t));
    let facts = [Some(w.interval_and_coverage(score)), target];
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    el("section")
        .class(["card part stat ", &score.id].concat())
        .attr("data-part", score.id.clone())
        .each([
            el("p").class("sign name").text(stat.name.to_owned()),
            el("p").child(number).each(score.level().map(pill)),
        ])
        .each(stat.strip.as_ref().map(strip))
        .child(el("p").class("muted").text(facts.join(" · ")))
        .each((!stat.change.is_empty()).then(|| el("p").class("moved").text(stat.change.clone())))
}
