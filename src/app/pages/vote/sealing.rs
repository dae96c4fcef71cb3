//! The code that this phone hands over: sealed where the invitation brings a key and the browser can.

use super::booth::Booth;
use super::draft::Draft;
use crate::app::browser::seal;
use crate::app::markup::{El, p};
use crate::formats::ballot_code::sealed;
use crate::formats::session_link::Invitation;
use crate::words::ballot_words;
use leptos::prelude::*;

/// Makes the text for the chat, or for a camera: the code, with the name before it where names were
/// asked for. From then on, somebody may have it.
pub fn hand_over(booth: &Booth, then: impl FnOnce(String) + 'static) {
    booth.draft.update_untracked(Draft::is_handed_over);
    let draft = booth.draft.get_untracked();
    let invitation = booth.invitation.clone();
    let session = invitation.session.clone();
    let open = draft.text(&invitation);
    let plain = sealed::plain(&session, &draft.ballot);
    let Some((room, plain)) = invitation.key.zip(plain) else {
        return then(open);
    };
    if let Some(code) = draft.sealed_to(&room) {
        return then(draft.named(&invitation, code.to_owned()));
    }
    let (own, steps, booth) = (session.clone(), plain.steps, booth.clone());
    let purpose = Box::new(move |key: &[u8; 32]| sealed::purpose(&own, steps, key, &room));
    seal::seal(room, plain.bytes, purpose, move |came| {
        then(came.map_or(open, |(key, bytes)| {
            let code = sealed::encode(&session, steps, &key, &bytes);
            let keep = |d: &mut Draft| d.seal(&invitation, &booth.hand, &draft.ballot, &code);
            let _ = booth.draft.try_update_untracked(keep);
            draft.named(&invitation, code)
        }));
    });
}

/// What the code protects, and what not.
pub fn protection(invitation: &Invitation, text: &str) -> El {
    let s = ballot_words();
    let is_asked = invitation.key.is_some();
    match (is_asked, sealed::is_in(text)) {
        (_, true) => p(s.vote_sealed).class("muted"),
        (false, false) => p(s.vote_open).class("muted"),
        (true, false) => p(s.vote_cannot_seal).class("notice"),
    }
}
