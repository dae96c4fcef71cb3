//! What is in chosen files: looked at, and what to do with each part.

mod preview;

use crate::app::browser::boot;
use crate::app::browser::collation::COLLATION;
use crate::app::browser::files::{self, File, Picked};
use crate::app::contexts::{Card, Loader, Notice, Notices};
use crate::app::markup::{El, all, button, el, link, live, nothing, p};
use crate::app::shell::Shell;
use crate::desk::{NotTaken, Preview, Published};
use crate::formats::assessment_json::Refusal;
use crate::formats::workspace_json::MAX_FILE;
use crate::formats::{carried, plain_text};
use crate::model::collation::sorted;
use crate::route::Route;
use crate::storage::Candidate;
use crate::words::words;
use leptos::prelude::*;

/// How far reading is, and what was found. Before it, at the end of the page where nothing moves when it
/// comes, the way to what is published here.
pub fn found(shell: Shell, card: Card) -> AnyView {
    shell.ask_for_published();
    all(vec![
        live(move || match shell.published(Published::is_any) {
            Some(true) => {
                let way = link(&Route::Portfolio, words().portfolio_page().published_link);
                el("p").class("published").child(way).done()
            }
            _ => nothing(),
        }),
        live(move || progress_bar(card)),
        live(move || match card.picked.get() {
            Some((preview, _)) => shown(shell, card, &preview),
            None => nothing(),
        }),
    ])
}

/// Reads files, and shows what is in them. Nothing is changed by it.
pub fn look_into(shell: Shell, loader: Loader, card: Card, files: Vec<File>) {
    let (count, notices) = (files.len(), loader.notices);
    card.turn.update_value(|turn| *turn += 1);
    let turn = card.turn.get_value();
    let found = StoredValue::new(Preview::default());
    // What carries questionnaires, until what reads them is here; and what is one.
    let (carriers, offered) = (StoredValue::new(Vec::new()), StoredValue::new(None));
    let add = move |name: &str, looked: Preview| {
        let name = (count > 1).then_some(name);
        found.update_value(|found| shell.look(|desk| found.add(desk.library(), name, looked)));
    };
    card.picked.set(None);
    notices.clear(|_| true);
    let mut read = 0;
    let each = move |name: String, file| {
        if card.turn.try_get_value() != Some(turn) {
            return false;
        }
        read += 1;
        if count > 1 {
            card.progress.set(Some((read, count)));
        }
        match text_of(file) {
            Err(why) => add(&name, Preview::of_none(why)),
            Ok(text) if carried::is_questionnaire(&text) => offered.set_value(Some(text)),
            Ok(text) if carried::is_any(&text) => {
                carriers.update_value(|all: &mut Vec<_>| all.push((name, text)));
            }
            Ok(text) => add(&name, shell.look(|desk| desk.preview(&text))),
        }
        true
    };
    let end = move || {
        card.progress.set(None);
        let is_alone = found.with_value(|f| f.candidates.is_empty() && f.others.is_empty());
        if !is_alone || offered.with_value(Option::is_none) {
            show(notices, card, found.get_value());
        }
    };
    files::read_each(files, MAX_FILE, each, move || {
        let with = carriers.get_value();
        if with.is_empty() && offered.with_value(Option::is_none) {
            return end();
        }
        loader.with_library(move |library| {
            if card.turn.try_get_value() != Some(turn) {
                return;
            }
            for (name, text) in with {
                (library.learn)(shell, &text);
                add(&name, shell.look(|desk| desk.preview(&text)));
            }
            end();
            if let Some(text) = offered.get_value() {
                (library.offer)(shell, text);
            }
        });
    });
}

fn text_of(file: Picked) -> Result<String, NotTaken> {
    match file {
        Picked::Bytes(bytes) => plain_text::decode(bytes).map_err(NotTaken::NotText),
        Picked::TooLarge(n) => Err(NotTaken::File(Refusal::TooLarge(n))),
        Picked::Unreadable => Err(NotTaken::Unreadable),
    }
}

/// All files were read.
fn show(notices: Notices, card: Card, found: Preview) {
    if found.candidates.is_empty() {
        notices.show(Notice::Refused(found.others));
        return;
    }
    let show = move |mut found: Preview, room: Option<f64>| {
        found.candidates = sorted(found.candidates, |a, b| {
            COLLATION.order(a.assessment.team(), b.assessment.team())
        });
        found.room = room;
        let candidates = found.candidates.iter();
        let choices = candidates.map(Candidate::proposed).collect();
        // The page may be gone by now.
        let _ = card.picked.try_set(Some((found, choices)));
    };
    if found.candidates.len() < preview::MANY {
        show(found, None);
    } else {
        boot::room(move |room| show(found, room));
    }
}

/// Ends what is under way. What was taken in stays, and can be undone.
fn stop(card: Card) {
    card.turn.update_value(|turn| *turn += 1);
    card.progress.set(None);
}

fn progress_bar(card: Card) -> AnyView {
    let w = words();
    let Some((done, all)) = card.progress.get() else {
        return nothing();
    };
    let bar = el("progress")
        .attr("max", all.to_string())
        .attr("value", done.to_string())
        .attr("aria-label", w.import_reading);
    let said = el("span").text(w.of(done, all));
    let stop = button("", w.import_cancel, move |_| stop(card));
    el("p").class("steps").each([bar, said, stop]).done()
}

/// What is in the files, and what to do with it.
fn shown(shell: Shell, card: Card, preview: &Preview) -> AnyView {
    let w = words();
    let refused = preview.others.iter().take(preview::SHOWN);
    let refused = refused.map(|refused| el("li").class("lines").text(w.not_taken(refused)));
    let take = button("primary", w.import_take, move |_| take_in(shell, card));
    let look = (preview.candidates.len() > 1).then(|| {
        button("", w.import_look, move |_| {
            if let Some((preview, _)) = untrack(|| card.picked.get()) {
                card.picked.set(None);
                let shown = preview.candidates.into_iter().map(|c| c.assessment);
                shell.show_guests(shown.collect());
            }
        })
    });
    let leave = button("quiet", w.import_leave, move |_| card.picked.set(None));
    let mut views = vec![
        el("div")
            .attr("role", "status")
            .child(el("h3").text(w.import_preview))
            .done(),
    ];
    views.extend(preview::parts(shell, card, preview).map(El::done));
    if !preview.others.is_empty() {
        views.push(p(w.import_refused).class("error").done());
        views.push(el("ul").each(refused).done());
        views.extend(preview::rest(preview.others.len()).map(El::done));
    }
    let no_room = preview.no_room().map(|(needed, free)| {
        let said = w.no_room(needed / 1e6, free.max(0.0) / 1e6);
        p(said).class("notice problem").attr("role", "alert")
    });
    let take = no_room.is_none().then_some(take);
    views.extend(no_room.map(El::done));
    let steps = el("p").class("steps").each(take).each(look).child(leave);
    views.push(steps.done());
    all(views)
}

fn take_in(shell: Shell, card: Card) {
    let Some((preview, choices)) = untrack(|| card.picked.get()) else {
        return;
    };
    card.picked.set(None);
    card.turn.update_value(|turn| *turn += 1);
    let turn = card.turn.get_value();
    let chosen = preview.candidates.into_iter().zip(choices).collect();
    shell.take_in(chosen, move |done, all| {
        if card.turn.try_get_value() != Some(turn) {
            return false;
        }
        card.progress.set((done < all).then_some((done, all)));
        true
    });
}
