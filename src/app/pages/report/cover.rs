//! What stands on the cover of a document, to be filled in.

use crate::app::browser::files::{self, Picked};
use crate::app::browser::page::value_of;
use crate::app::components::labelled;
use crate::app::markup::{El, button, details, el, live, nothing, p};
use crate::app::shell::Open;
use crate::formats::logo::{Logo, MAX_BYTES};
use crate::model::{Edit, Fact};
use crate::words::words;
use leptos::prelude::*;

/// Names, summary and logo.
pub fn cover(open: Open) -> El {
    let r = words().report_page();
    let fields = [
        (Fact::Client, r.client, r.client_hint),
        (Fact::Consultant, r.consultant, r.consultant_hint),
        (Fact::Summary, r.summary, r.summary_hint),
    ];
    let fields = fields.map(|(fact, label, hint)| said(open, fact, label, hint));
    details(r.cover)
        .child(p(r.cover_lead).class("muted"))
        .each(fields)
        .child(logo(open))
}

/// A text; the summary has lines.
fn said(open: Open, fact: Fact, label: &'static str, hint: &'static str) -> El {
    let now = open.with(|a| a.fact(fact).to_owned()).unwrap_or_default();
    let input = match fact {
        Fact::Summary => el("textarea").attr("rows", "6").text(now),
        _ => el("input").attr("type", "text").attr("value", now),
    };
    let input = input
        .attr("autocomplete", "off")
        .attr("maxlength", fact.most().to_string())
        .on("input", move |event| {
            let text = value_of(&event);
            let text = (!text.trim().is_empty()).then_some(text);
            open.edit(Edit::Say(fact, text));
        });
    labelled(format!("about-{}", fact.id()), label, hint, input)
}

/// A file is taken, or it is said why not; what is there can be taken away.
fn logo(open: Open) -> El {
    let r = words().report_page();
    let problem = RwSignal::new(String::new());
    let take = move |picked: Picked| {
        let read = match picked {
            Picked::Bytes(bytes) => Logo::read(&bytes).map_err(|why| words().bad_logo(why)),
            Picked::TooLarge(size) => Err(words().large_logo(size)),
            Picked::Unreadable => Err(words().import_unreadable.to_owned()),
        };
        match read {
            Ok(logo) => {
                problem.set(String::new());
                open.edit(logo.edit());
            }
            Err(why) => problem.set(why),
        }
    };
    let input = el("input")
        .attr("type", "file")
        .attr("accept", ".svg,.png,image/svg+xml,image/png")
        .on("change", move |event| {
            let each = move |_, picked| {
                take(picked);
                true
            };
            files::read_each(files::chosen(&event), MAX_BYTES, each, || ());
        });
    let remove = live(move || {
        open.track_any();
        let has_one = open.with(|a| !a.fact(Fact::Logo).is_empty());
        if has_one != Some(true) {
            return nothing();
        }
        button("", r.logo_remove, move |_| {
            problem.set(String::new());
            open.edit(Edit::Say(Fact::Logo, None));
        })
        .done()
    });
    let why = el("p")
        .class("error")
        .attr("role", "alert")
        .live_text(move || problem.get());
    el("div")
        .child(labelled("logo".to_owned(), r.logo, r.logo_hint, input))
        .child(why)
        .view(remove)
}
