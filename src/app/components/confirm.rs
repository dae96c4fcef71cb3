//! The answers that a round carries over, to be confirmed or changed.

use super::question::confirm;
use crate::app::browser::page::focus_next;
use crate::app::markup::{El, button, el, link};
use crate::app::shell::Open;
use crate::model::{Assessment, Practice};
use crate::route::Page;
use crate::words::words;

/// The id of the list's heading.
pub const CONFIRM: &str = "confirm";

/// The list, by dimension. `None` where nothing is left to be confirmed.
pub fn confirm_list(open: Open, a: &Assessment) -> Option<El> {
    let (w, q) = (words(), open.questionnaire());
    let carried = a.asked(q).filter(|p| a.is_carried(&p.id));
    let carried: Vec<&'static Practice> = carried.collect();
    if carried.is_empty() {
        return None;
    }
    let title = el("h2")
        .id(CONFIRM)
        .attr("tabindex", "-1")
        .text(w.counted_title(w.carried_title, carried.len()));
    let all = button("", w.carried_confirm_all, move |_| {
        open.run_made(|desk, id| desk.confirm_all(id, None));
        focus_next("title");
    });
    let groups = q.dimensions.iter().filter_map(|dimension| {
        let own = carried.iter().filter(|p| p.dimension == dimension.id);
        let own: Vec<_> = own.copied().collect();
        if own.is_empty() {
            return None;
        }
        let count = own.len();
        let rest = button("quiet", w.confirm_rest(count), move |_| {
            open.run_made(|desk, id| desk.confirm_all(id, Some(&dimension.id)));
            focus_next(CONFIRM);
        });
        let rest = rest.attr(
            "aria-label",
            format!("{}: {}", w.confirm_rest(count), dimension.title),
        );
        let head = el("div")
            .class("headed")
            .child(el("h3").text(dimension.title.clone()))
            .each((count > 1).then_some(rest));
        let rows = own.into_iter().map(|practice| row(open, a, practice));
        Some(
            el("section")
                .child(head)
                .child(el("ul").class("confirm").each(rows)),
        )
    });
    let groups: Vec<_> = groups.collect();
    Some(
        el("section")
            .child(el("div").class("headed").each([title, all]))
            .each(groups),
    )
}

fn row(open: Open, a: &Assessment, practice: &'static Practice) -> El {
    let w = words();
    let label = |verb: &str| format!("{verb}: {}", practice.title);
    let still = button("", w.rounds_page().still_true, move |_| {
        confirm(open, &practice.id);
        focus_next(CONFIRM);
    });
    let change = link(
        &open.route(Page::Practice(practice.id.clone())),
        w.rounds_page().change,
    );
    el("li").each([
        el("span").text(practice.title.clone()),
        el("span")
            .class("state")
            .text(w.answer(a.answer(&practice.id))),
        el("span").class("steps").each([
            still.attr("aria-label", label(w.rounds_page().still_true)),
            change.attr("aria-label", label(w.rounds_page().change)),
        ]),
    ])
}
