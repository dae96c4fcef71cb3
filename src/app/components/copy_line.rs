//! A text to take elsewhere: copied, shared, or seen by another device's camera.

use crate::app::browser::page::{can_share, copy_field, picture_of, share};
use crate::app::markup::{El, button, el, p};
use crate::figure::qr;
use crate::route::Reach;
use crate::words::ballot_words;
use crate::words::words;
use leptos::prelude::*;

/// A field with the text, a button that copies it, and one that hands it to other apps where the
/// browser can.
pub fn copy_line(id: impl Into<String>, label: &'static str, text: String) -> El {
    let id: String = id.into();
    let field = el("input")
        .id(id.clone())
        .attr("type", "text")
        .attr("readonly", "")
        .attr("value", text.clone());
    let own = id.clone();
    let line = el("div")
        .class("steps")
        .child(field)
        .each(ways_out("", text, move |_| copy_field(&own)));
    let label = el("label").attr("for", id).text(label);
    el("div").class("field").each([label, line])
}

/// The button that copies a text in its own way, the one that hands it to other apps where the browser
/// can, and what came of it.
pub fn ways_out(
    class: &'static str,
    text: String,
    copy: impl Fn(&str) -> bool + 'static,
) -> Vec<El> {
    let said = RwSignal::new("");
    let own = text.clone();
    let copies = button(class, words().share_copy, move |_| {
        said.set(if copy(&own) {
            words().share_copied
        } else {
            words().share_by_hand
        });
    });
    let others = can_share().then(|| button("", ballot_words().vote_share, move |_| share(&text)));
    let status = el("span")
        .attr("role", "status")
        .live_text(move || said.get().to_owned());
    [Some(copies), others, Some(status)]
        .into_iter()
        .flatten()
        .collect()
}

/// What to know before others are given this link, where not everybody can open it.
pub fn for_others(link: &str) -> Option<El> {
    let said = words().for_others(Reach::of(link))?;
    Some(p(said).class("notice"))
}

/// The text as a QR code; nothing where it is too long for one.
pub fn qr_code(text: &str, alt: &'static str) -> Option<El> {
    let svg = qr::svg(text)?;
    let picture = el("img").class("qr").attr("alt", alt);
    Some(picture.attr("src", picture_of(&svg)))
}
