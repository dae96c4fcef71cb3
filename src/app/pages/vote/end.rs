//! The end of a ballot: its code to send, or to be handed in on this device.

use super::booth::{Booth, Step, link_home};
use super::code::{hand_over, protection};
use super::draft::{Draft, Hand};
use crate::app::components::{copy_line, qr_code};
use crate::app::markup::{El, all, button, details, el, heading, link, live, nothing, p};
use crate::desk::Desk;
use crate::formats::ballot_code::sealed::fits_camera;
use crate::route::{Page, Route};
use crate::words::session_words;
use crate::words::words;
use leptos::prelude::*;

/// What to do with the ballot.
pub fn end(booth: &Booth) -> AnyView {
    let (w, s) = (words(), session_words());
    let draft = booth.draft.get_untracked();
    let asked = booth.invitation.session.practices.len();
    let answered = p(w.answered_of(draft.answered(), asked));
    let (own, first) = (booth.clone(), draft.first_open());
    let change = button("", s.vote_change, move |_| own.go(Step::Question(first)));
    let parts: Vec<El> = match booth.hand {
        Hand::Here(id, workshop) => {
            let own = booth.clone();
            let hand_in = button("primary", s.vote_hand_in, move |_| {
                let draft = own.draft.get_untracked();
                let session = &own.invitation.session;
                let name = draft.name.trim().to_owned();
                let cast = |desk: &Desk| desk.hand_in(id, workshop, session, &draft.ballot, name);
                own.shell.run_made(cast);
                Draft::forget(&own.invitation, &own.hand);
                own.draft.set(Draft::open(&own.invitation, &own.hand));
                own.go(Step::Gone);
            });
            vec![
                heading(s.vote_title),
                answered,
                p(s.vote_here_private),
                el("p").class("steps").each([hand_in, change]),
            ]
        }
        Hand::Code => {
            let code = RwSignal::new(String::new());
            hand_over(booth, move |text| drop(code.try_set(text)));
            let invited = booth.clone();
            let handed = live(move || {
                let text = code.get();
                if text.is_empty() {
                    return nothing();
                }
                handed_over(&invited, text)
            });
            let own = booth.clone();
            let forget = button("quiet", s.vote_forget, move |_| {
                Draft::forget(&own.invitation, &own.hand);
                own.go(Step::Gone);
            });
            vec![
                heading(s.vote_code),
                answered,
                p(s.vote_code_hint).class("lead"),
                el("div").view(handed),
                el("p").class("steps").each([change, forget]),
            ]
        }
    };
    all(parts.into_iter().map(El::done).collect())
}

/// The code, to be copied, shared and scanned.
fn handed_over(booth: &Booth, text: String) -> AnyView {
    let s = session_words();
    let is_seen = fits_camera(&text);
    let picture = qr_code(&text, s.ballot_qr_alt).filter(|_| is_seen);
    let picture = match picture {
        Some(picture) => details(s.vote_show_qr).child(picture),
        None => p(s.vote_no_qr).class("muted"),
    };
    let protects = protection(&booth.invitation, &text);
    let parts = [
        copy_line("ballot-code", s.vote_code, text),
        picture,
        protects,
    ];
    all(parts.into_iter().map(El::done).collect())
}

/// Nothing of the ballot is on the screen any more.
pub fn gone(booth: &Booth) -> AnyView {
    let s = session_words();
    let parts = match &booth.hand {
        Hand::Code => vec![heading(s.vote_forgotten), link_home()],
        Hand::Here(id, _) => {
            let own = booth.clone();
            let next = button("primary", s.vote_next_person, move |_| own.go(Step::Start));
            let back = link(
                &Route::Assessment((*id).clone(), Page::Workshop),
                s.vote_to_facilitator,
            );
            vec![
                heading(s.vote_thanks),
                p(s.vote_thanks_hint).class("lead"),
                el("p")
                    .class("steps")
                    .each([next, back.class("button quiet")]),
            ]
        }
    };
    all(parts.into_iter().map(El::done).collect())
}
