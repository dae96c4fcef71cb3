//! A link that carries the answers.

use super::copy_line::{copy_line, for_others};
use crate::app::browser::page::link_to;
use crate::app::markup::{El, details, el, live, nothing, p};
use crate::app::shell::Open;
use crate::formats::link;
use crate::route::Route;
use crate::words::words;
use leptos::prelude::*;

/// The fold with the link, made when it is opened.
pub fn share(open: Open) -> El {
    let w = words();
    let is_open = RwSignal::new(false);
    let field = live(move || {
        if is_open.get() {
            share_link(open).done()
        } else {
            nothing()
        }
    });
    details(w.share)
        .on("toggle", move |_| is_open.set(true))
        .child(p(w.share_lead).class("muted"))
        .view(field)
}

/// The link, to take elsewhere; follows the answers.
pub fn share_link(open: Open) -> El {
    let field = live(move || {
        open.track_any();
        let q = open.questionnaire();
        let code = open.with(|a| link::encode(q, a));
        let route = Route::Shared(code.unwrap_or_default());
        let link = link_to(&route.to_string());
        let parts = for_others(&link).into_iter();
        let field = copy_line("share-link", words().share_label, link);
        el("div").each(parts.chain([field])).done()
    });
    el("div").view(field)
}
