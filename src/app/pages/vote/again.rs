//! Several people vote on one device, one after the other: nobody gets what the one before said.

use super::booth::{Booth, Step};
use super::draft::{Draft, Hand};
use crate::app::browser::page;
use crate::app::markup::{El, button, el, live, p};
use crate::words::{ballot_words, words};
use leptos::prelude::*;

const ASKED: &str = "next-person";

/// Gives the next person an empty ballot. What was there is deleted from this device; what was handed
/// over is counted as before.
fn begin(booth: &Booth) {
    Draft::forget(&booth.invitation, &booth.hand);
    booth.draft.set(Draft::open(&booth.invitation, &booth.hand));
    booth.go(Step::Start);
}

/// Somebody else votes on this phone: asked about first, since a code that was not shown is lost.
pub fn offer(booth: &Booth) -> El {
    let is_asked = RwSignal::new(false);
    let own = booth.clone();
    let shown = live(move || {
        let b = ballot_words();
        if !is_asked.get() {
            let ask = move |_| {
                is_asked.set(true);
                page::focus_next(ASKED);
            };
            return el("p").child(button("link", b.other, ask)).done();
        }
        let draft = own.draft.get_untracked();
        let is_whole = draft.answered() == own.invitation.session.practices.len();
        let is_end = is_whole || own.step.get_untracked() == Step::End;
        let own = own.clone();
        let yes = button("primary", b.other_yes, move |_| begin(&own));
        let no = button("", b.other_no, move |_| is_asked.set(false));
        let text = if is_end { b.other_done } else { b.other_half };
        let text = p(text).id(ASKED).attr("tabindex", "-1");
        el("div")
            .class("notice")
            .each([text, el("p").class("steps").each([yes, no])])
            .done()
    });
    el("div").view(shown)
}

/// The way into a ballot: from its beginning, or to where somebody left it.
pub fn way_in(booth: &Booth) -> El {
    let (s, b) = (ballot_words(), ballot_words());
    let draft = booth.draft.get_untracked();
    let (own, first) = (booth.clone(), draft.first_open());
    let go = move |_| own.go(Step::Question(first));
    let asked = booth.invitation.session.practices.len();
    let answered = draft.answered();
    if answered == 0 {
        return el("p")
            .class("steps")
            .child(button("primary", s.vote_begin, go));
    }
    let own = booth.clone();
    match booth.hand {
        Hand::Here(..) => {
            let anew = button("primary", b.anew, move |_| begin(&own));
            let mine = button("", b.mine, go);
            el("div").class("notice").each([
                p(words().left_behind(answered, asked)),
                el("p").class("steps").each([anew, mine]),
            ])
        }
        Hand::Code => el("div").each([
            p(words().answered_of(answered, asked))
                .class("lead")
                .text("."),
            el("p").class("steps").child(button("primary", b.go_on, go)),
            offer(booth),
        ]),
    }
}
