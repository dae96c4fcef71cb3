//! Evidence for an answer: what it is, where it is, when it was looked at.

use crate::app::browser::page::{focus_next, value_of};
use crate::app::markup::{El, all, button, el, live, nothing};
use crate::app::shell::Open;
use crate::model::validate::{MAX_EVIDENCE, MAX_LINE};
use crate::model::{Edit, Evidence, PracticeId};
use crate::words::words;
use leptos::prelude::*;
use std::rc::Rc;

/// The pieces as they stand in the form. The assessment gets those that are not empty.
struct Form {
    open: Open,
    practice: &'static PracticeId,
    pieces: StoredValue<Vec<Evidence>>,
    /// Rows came or went. While one types, they stay, so that nobody loses the field.
    rows: RwSignal<()>,
}

impl Form {
    /// The id of a part of a row, or of what stands below the rows.
    fn id_of(&self, at: usize, part: &str) -> String {
        format!("evidence-{}-{at}-{part}", self.practice)
    }

    fn add_id(&self) -> String {
        format!("evidence-{}-add", self.practice)
    }

    fn change(&self, act: impl FnOnce(&mut Vec<Evidence>)) {
        self.pieces.update_value(act);
        let mut list = self.pieces.get_value();
        list.retain(|e| !e.is_empty());
        let list = (!list.is_empty()).then_some(list);
        let edit = Edit::Evidence(self.practice.clone(), list);
        self.open.edit(edit);
    }
}

/// The rows, and a button for one more.
pub fn evidence(open: Open, practice: &'static PracticeId, pieces: Vec<Evidence>) -> El {
    let w = words();
    let form = Rc::new(Form {
        open,
        practice,
        pieces: StoredValue::new(pieces),
        rows: RwSignal::new(()),
    });
    let (pieces, signal, own) = (form.pieces, form.rows, form.clone());
    let shown = StoredValue::new_local(form);
    let add_id = shown.with_value(|form| form.add_id());
    let rows = live(move || {
        signal.track();
        let pieces = pieces.get_value();
        let rows = pieces.iter().enumerate();
        all(rows
            .map(|(at, piece)| row(&shown.get_value(), at, piece).done())
            .collect())
    });
    let add = button("quiet", w.evidence_add, move |_| {
        let count = pieces.with_value(Vec::len);
        if count < MAX_EVIDENCE {
            pieces.update_value(|p| p.push(Evidence::default()));
            signal.set(());
            focus_next(own.id_of(count, "title"));
        }
    });
    let add = add.id(add_id);
    el("fieldset")
        .class("evidence")
        .child(el("legend").text(w.evidence))
        .child(el("p").class("muted").text(w.evidence_hint))
        .view(rows)
        .child(add)
}

fn row(form: &Rc<Form>, at: usize, piece: &Evidence) -> El {
    let w = words();
    let (signal, address) = (form.rows, RwSignal::new(()));
    let field = |name: &'static str, label: &'static str, kind: &'static str, value: &str| {
        let form = form.clone();
        let input = el("input")
            .id(form.id_of(at, name))
            .attr("type", kind)
            .attr("maxlength", MAX_LINE.to_string())
            .attr("value", value.to_owned())
            .on("input", move |event| {
                let text = value_of(&event);
                form.change(|list| {
                    if let Some(piece) = list.get_mut(at) {
                        *part(piece, name) = text;
                    }
                });
                address.set(());
            });
        el("label").text(label).child(input)
    };
    let own = form.clone();
    let remove = move |_| {
        own.change(|list| {
            if at < list.len() {
                list.remove(at);
            }
        });
        signal.set(());
        let left = own.pieces.with_value(Vec::len);
        focus_next(if at < left {
            own.id_of(at, "remove")
        } else {
            own.add_id()
        });
    };
    let fields = [
        field("title", w.evidence_title, "text", &piece.title),
        field("address", w.evidence_address, "text", &piece.address),
        field("date", w.evidence_date, "date", &piece.date),
    ];
    let pieces = form.pieces;
    let link = live(move || {
        address.track();
        let piece = pieces.with_value(|list| list.get(at).cloned());
        match piece.as_ref().and_then(Evidence::link) {
            Some(link) => el("a")
                .attr("href", link.to_owned())
                .attr("rel", "noopener noreferrer")
                .attr("target", "_blank")
                .text(w.evidence_open)
                .done(),
            None => nothing(),
        }
    });
    let number = (at + 1).to_string();
    let remove = button("quiet", w.evidence_remove, remove)
        .id(form.id_of(at, "remove"))
        .attr("aria-label", format!("{} {number}", w.evidence_remove));
    el("div")
        .class("piece")
        .each(fields)
        .view(link)
        .child(remove)
}

fn part<'e>(piece: &'e mut Evidence, name: &str) -> &'e mut String {
    match name {
        "title" => &mut piece.title,
        "address" => &mut piece.address,
        _ => &mut piece.date,
    }
}
