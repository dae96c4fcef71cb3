//! The range strip: hatched what is open, tinted the range, a stroke the value.

use crate::app::markup::{El, el, link};
use crate::figure::Strip;
use crate::figure::strip::Piece;
use crate::route::Route;
use crate::scoring::Score;
use crate::words::words;

/// The strip alone. What it shows is said beside it, so it is kept from those who hear the page.
pub fn strip(shown: &Strip) -> El {
    let pieces = shown.pieces().into_iter().map(|piece| {
        el(match piece {
            Piece::Range => "b",
            Piece::Was => "s",
            Piece::Target => "i",
            Piece::Value => "u",
        })
    });
    let style = shown.style();
    el("span")
        .class(if shown.is_open() {
            "strip open"
        } else {
            "strip"
        })
        .attr("aria-hidden", "true")
        // Set through the property: the policy forbids style attributes.
        .live_prop("style", move || style.clone())
        .each(pieces)
}

/// What a line with a strip shows.
pub struct Line<'a> {
    /// The name of the part.
    pub name: &'a str,
    /// Its score.
    pub score: &'a Score,
    /// Its strip; none where nothing applies.
    pub strip: Option<Strip>,
    /// Where the name leads.
    pub route: Option<Route>,
}

/// Name, strip and value in one line, read aloud as one sentence.
pub fn strip_line(line: &Line) -> El {
    let w = words();
    let says = w.strip_says(line.name, line.score, line.strip.as_ref());
    let name = match &line.route {
        Some(route) => link(route, line.name.to_owned()).attr("aria-label", says),
        None => el("span")
            .child(el("span").class("spoken").text(says))
            .child(
                el("span")
                    .attr("aria-hidden", "true")
                    .text(line.name.to_owned()),
            ),
    };
    let class = if line.score.value().is_some() {
        "val"
    } else {
        "val muted"
    };
    let value = el("span").class(class).attr("aria-hidden", "true");
    el("li")
        .class("part stripe")
        .attr("data-part", line.score.id.clone())
        .child(name)
        .each(line.strip.as_ref().map(strip))
        .child(value.text(w.strip_value(line.score)))
}
