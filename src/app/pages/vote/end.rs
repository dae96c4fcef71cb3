//! The end of a ballot: its code to send, or to be handed in on this device.

use super::booth::{Booth, Step, link_home};
use super::code;
use super::draft::{Draft, Hand};
use crate::app::markup::{El, all, button, el, heading, link, p};
use crate::app::title::set_title;
use crate::desk::Desk;
use crate::route::{Page, Route};
use crate::words::ballot_words;
use crate::words::words;
use leptos::prelude::*;

/// What to do with the ballot.
pub fn end(booth: &Booth) -> AnyView {
    let (w, s) = (words(), ballot_words());
    set_title(s.vote_title);
    let parts: Vec<El> = match booth.hand {
        Hand::Here(id, workshop) => {
            let draft = booth.draft.get_untracked();
            let asked = booth.invitation.session.practices.len();
            let answered = p(w.answered_of(draft.answered(), asked));
            let (own, first) = (booth.clone(), draft.first_open());
            let change = button("", s.vote_change, move |_| own.go(Step::Question(first)));
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
        Hand::Code => code::code(booth),
    };
    all(parts.into_iter().map(El::done).collect())
}

/// Nothing of the ballot is on the screen any more.
pub fn gone(booth: &Booth) -> AnyView {
    let s = ballot_words();
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
