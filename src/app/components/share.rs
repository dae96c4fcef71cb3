//! A link that carries the answers.

use crate::app::browser::page::{copy_field, link_to};
use crate::app::markup::{El, button, details, el, live, nothing, p};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::formats::link;
use crate::model::AssessmentId;
use crate::route::Route;
use leptos::prelude::*;

const FIELD: &str = "share-link";

/// The fold with the link, made when it is opened.
pub fn share(workspace: Workspace, id: &AssessmentId) -> El {
    let w = words();
    let said = RwSignal::new("");
    let is_open = RwSignal::new(false);
    let own = id.clone();
    let field = live(move || {
        if !is_open.get() {
            return nothing();
        }
        workspace.track_any();
        let q = workspace.questionnaire();
        let code = workspace.with(&own, |a| link::encode(q, a));
        let route = Route::Shared(code.unwrap_or_default());
        el("input")
            .id(FIELD)
            .attr("type", "text")
            .attr("readonly", "")
            .attr("value", link_to(&route.to_string()))
            .done()
    });
    let copy = button("", w.share_copy, move |_| {
        let is_copied = copy_field(FIELD);
        said.set(if is_copied {
            w.share_copied
        } else {
            w.share_by_hand
        });
    });
    let line = el("div").class("steps").view(field).child(copy).child(
        el("span")
            .attr("role", "status")
            .live_text(move || said.get().to_owned()),
    );
    details(w.share)
        .on("toggle", move |_| is_open.set(true))
        .child(p(w.share_lead).class("muted"))
        .child(el("label").attr("for", FIELD).text(w.share_label))
        .child(line)
}
