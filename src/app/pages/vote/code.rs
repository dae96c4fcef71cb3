//! A ballot's code: for a camera, for a chat, and to be read out.

use super::again;
use super::booth::{Booth, Step};
use super::draft::Draft;
use super::sealing::{hand_over, protection};
use crate::app::browser::copy::copy;
use crate::app::components::{qr_code, ways_out};
use crate::app::markup::{El, all, button, el, heading, live, nothing, p};
use crate::formats::ballot_code::sealed::fits_camera;
use crate::formats::fours::fours;
use crate::formats::session_link::Invitation;
use crate::words::{ballot_words, words};
use leptos::prelude::*;

const CODE: &str = "ballot-code";

/// The end of a ballot that goes to another device: the large code first, which a camera looks for.
pub fn code(booth: &Booth) -> Vec<El> {
    let (w, s, b) = (words(), ballot_words(), ballot_words());
    let draft = booth.draft.get_untracked();
    let asked = booth.invitation.session.practices.len();
    let code = RwSignal::new(String::new());
    hand_over(booth, move |text| drop(code.try_set(text)));
    let invitation = booth.invitation.clone();
    let handed = live(move || match code.get() {
        // The browser seals it, which takes a moment.
        text if text.is_empty() => nothing(),
        text => handed(&invitation, text),
    });
    let (own, first) = (booth.clone(), draft.first_open());
    let change = button("", s.vote_change, move |_| own.go(Step::Question(first)));
    let own = booth.clone();
    let forget = button("quiet", s.vote_forget, move |_| {
        Draft::forget(&own.invitation, &own.hand);
        own.go(Step::Gone);
    });
    vec![
        heading(s.vote_code),
        el("div").view(handed),
        p(w.answered_of(draft.answered(), asked))
            .text(". ")
            .text(b.correct),
        el("p").class("steps").each([change, forget]),
        again::offer(booth),
    ]
}

/// The code as it goes out: as a picture, where a camera can read so much, in letters, and to be sent.
fn handed(invitation: &Invitation, text: String) -> AnyView {
    let (s, b) = (ballot_words(), ballot_words());
    let picture = fits_camera(&text).then(|| qr_code(&text, s.ballot_qr_alt));
    let picture = picture.flatten();
    let hint = match picture {
        Some(_) => p(b.show).class("lead"),
        None => p(s.vote_no_qr).class("lead"),
    };
    let protects = protection(invitation, &text);
    let parts = picture
        .into_iter()
        .chain([hint, letters(&text), sending(text), protects]);
    all(parts.map(El::done).collect())
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
        .attr("aria-label", ballot_words().vote_code)
        .each(name)
        .each(groups);
    let hint = p(ballot_words().letters).class("muted");
    el("div").each([code, hint])
}

fn sending(text: String) -> El {
    el("p").class("steps").each(ways_out("primary", text, copy))
}
