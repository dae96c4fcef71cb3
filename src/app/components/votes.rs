//! What a room says of one practice: a mark for each vote, and how many there are.

use crate::app::markup::{El, el};
use crate::model::Level;
use crate::words::session_words;
use crate::words::words;
use crate::workshop::Tally;

/// So many marks stand in a row; of more, the number tells.
const MARKS: u32 = 24;

/// A table, a row for each thing that one may say.
pub fn votes(tally: &Tally) -> El {
    let w = words();
    let counts = &tally.counts;
    let levels = Level::ALL.into_iter().zip(counts.levels);
    let levels = levels.map(|(level, n)| (w.level_name(level), n));
    let others = [
        (w.dont_know.to_owned(), counts.dont_know),
        (w.not_applicable.to_owned(), counts.not_applicable),
    ];
    let rows = levels.chain(others).map(|(name, n)| {
        let marks = "●".repeat(n.min(MARKS) as usize);
        el("tr").each([
            el("th").attr("scope", "row").text(name),
            el("td")
                .class("marks")
                .child(el("span").attr("aria-hidden", "true").text(marks)),
            el("td").class("count").text(n.to_string()),
        ])
    });
    el("table").class("votes").each([
        el("caption")
            .class("spoken")
            .text(session_words().room_says),
        el("tbody").each(rows),
    ])
}
