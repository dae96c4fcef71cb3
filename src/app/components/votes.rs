//! What a room says of one practice: a mark for each vote, and how many there are.

use crate::app::markup::{El, el};
use crate::model::{Practice, Step};
use crate::words::session_words;
use crate::words::words;
use crate::workshop::Tally;

/// So many marks stand in a row; of more, the number tells.
const MARKS: u32 = 24;

/// A table, a row for each thing that one may say; with a practice, each level in its own words. What
/// lies between two levels has a row where somebody chose it.
pub fn votes(tally: &Tally, practice: Option<&'static Practice>) -> El {
    let w = words();
    let counts = &tally.counts;
    let steps = counts.steps().filter(|(step, n)| !step.is_half() || *n > 0);
    let says = |step: Step| {
        practice
            .filter(|_| !step.is_half())
            .map(|p| p.text(step.level()))
    };
    let steps = steps.map(|(step, n)| (w.step_name(step), says(step), n));
    let others = [
        (w.dont_know.to_owned(), None, counts.dont_know),
        (w.not_applicable.to_owned(), None, counts.not_applicable),
    ];
    let rows = steps.chain(others).map(|(name, says, n)| {
        let marks = "●".repeat(n.min(MARKS) as usize);
        let text = says.map(|text| el("td").class("says").text(text));
        // Those without words of their own leave their place empty.
        let text = text.or(practice.map(|_| el("td")));
        let row = el("tr")
            .child(el("th").attr("scope", "row").text(name))
            .each(text);
        row.each([
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
