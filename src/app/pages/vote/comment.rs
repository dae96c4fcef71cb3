//! A sentence that says why, beside an answer.

use super::booth::Booth;
use super::draft::{Draft, Hand};
use crate::app::browser::page::value_of;
use crate::app::markup::{El, details, el, p};
use crate::formats::ballot_code::sealed;
use crate::model::validate::MAX_COMMENT;
use crate::words::ballot_words;
use leptos::prelude::*;

/// The field, folded until somebody wants it. Nothing where the sentence would stand in the chat for
/// all to read.
pub fn comment(booth: &Booth, at: usize) -> Option<El> {
    let is_here = booth.hand != Hand::Code;
    if !is_here && booth.invitation.key.is_none() {
        return None;
    }
    let s = ballot_words();
    let said = booth
        .draft
        .with_untracked(|draft| draft.ballot.comment(at).to_owned());
    let full = RwSignal::new("");
    let fold = details(s.vote_comment);
    let fold = if said.is_empty() {
        fold
    } else {
        fold.attr("open", "")
    };
    let own = booth.clone();
    let field = el("input")
        .id("comment")
        .attr("type", "text")
        .attr("maxlength", MAX_COMMENT.to_string())
        .attr("autocomplete", "off")
        .attr("aria-label", s.vote_comment)
        .attr("aria-describedby", "comment-hint comment-full")
        .attr("value", said)
        .on("input", move |event| {
            let text = value_of(&event);
            let fits = |draft: &Draft| {
                let mut ballot = draft.ballot.clone();
                ballot.say(at, &text);
                is_here || sealed::plain(&own.invitation.session, &ballot).is_some()
            };
            let is_full = !own.draft.with_untracked(fits);
            full.set(if is_full { s.vote_comments_full } else { "" });
            if !is_full {
                own.change(|draft| draft.ballot.say(at, &text));
            }
        });
    let hint = p(s.vote_comment_hint).class("muted").id("comment-hint");
    let full = p("")
        .class("error")
        .id("comment-full")
        .attr("role", "alert")
        .live_text(move || full.get().to_owned());
    Some(fold.each([hint, el("p").class("field").child(field), full]))
}
