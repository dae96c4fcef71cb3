//! A ballot's code: for a camera, for a chat, and to be read out.

use super::again;
use super::booth::{Booth, Step};
use super::draft::Draft;
use crate::app::browser::copy::copy;
use crate::app::browser::page::{can_share, share};
use crate::app::components::qr_code;
use crate::app::markup::{El, button, el, heading, p};
use crate::formats::fours::fours;
use crate::words::{ballot_words, session_words, words};
use leptos::prelude::*;

const CODE: &str = "ballot-code";

/// The end of a ballot that goes to another device: the large code first, which a camera looks for.
pub fn code(booth: &Booth) -> Vec<El> {
    let (w, s, b) = (words(), session_words(), ballot_words());
    let draft = booth.draft.get_untracked();
    let asked = booth.invitation.session.practices.len();
    let text = draft.text(&booth.invitation);
    let (own, first) = (booth.clone(), draft.first_open());
    let change = button("", s.vote_change, move |_| own.go(Step::Question(first)));
    let own = booth.clone();
    let forget = button("quiet", s.vote_forget, move |_| {
        Draft::forget(&own.invitation, &own.hand);
        own.go(Step::Gone);
    });
    let picture = qr_code(&text, s.ballot_qr_alt);
    let mut parts = vec![heading(s.vote_code)];
    parts.extend(picture);
    parts.extend([
        p(b.show).class("lead"),
        letters(&text),
        sending(text),
        p(w.answered_of(draft.answered(), asked))
            .text(". ")
            .text(b.correct),
        el("p").class("steps").each([change, forget]),
        again::offer(booth),
    ]);
    parts
}

/// The code in groups, whole, with the name before it. Between the groups is nothing that a selection
/// would take along.
fn letters(text: &str) -> El {
    let (name, code) = text.rsplit_once(' ').unwrap_or(("", text));
    let name = (!name.is_empty()).then(|| el("bdi").text(format!("{name} ")));
    let groups = fours(code).into_iter().map(|four| el("span").text(four));
    let code = el("p")
        .id(CODE)
        .class("code")
        .attr("role", "group")
        .attr("aria-label", session_words().vote_code)
        .each(name)
        .each(groups);
    let hint = p(ballot_words().letters).class("muted");
    el("div").each([code, hint])
}

fn sending(text: String) -> El {
    let said = RwSignal::new("");
    let own = text.clone();
    let copied = button("primary", words().share_copy, move |_| {
        said.set(if copy(&own) {
            words().share_copied
        } else {
            words().share_by_hand
        });
    });
    let others = can_share().then(|| button("", session_words().vote_share, move |_| share(&text)));
    let status = el("span")
        .attr("role", "status")
        .live_text(move || said.get().to_owned());
    el("p")
        .class("steps")
        .child(copied)
        .each(others)
        .child(status)
}
