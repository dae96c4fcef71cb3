//! The assessments in this browser; starting one; opening a file.

mod import;
mod start;

use crate::app::browser::collation::COLLATION;
use crate::app::browser::page::{focus_next, value_of};
use crate::app::browser::{clock, files, settings};
use crate::app::components::{UNDO, download, download_all};
use crate::app::contexts::Loader;
use crate::app::markup::{El, all, button, details, el, heading, link, live, nothing, p};
use crate::app::shell::{Open, Shell};
use crate::app::title::set_title;
use crate::catalog::sample::is_sample;
use crate::desk::Desk;
use crate::model::Assessment;
use crate::model::text::isolated;
use crate::route::{Page, Route};
use crate::storage::SetAside;
use crate::words::words;
use leptos::prelude::*;

/// The first page.
pub fn home(shell: Shell) -> AnyView {
    let w = words();
    set_title(w.home_title);
    // What index.html shows until the app is there, so that nothing jumps.
    let said = move |new: &'static str, known: &'static str| {
        let is_new = shell.count() == 0;
        if is_new { new } else { known }.to_owned()
    };
    let title = move || said(w.welcome_title, w.home_title);
    let lead = move || said(w.welcome_lead, w.home_lead);
    let (wanted, loader) = (RwSignal::new(String::new()), Loader::get());
    let two = el("div")
        .class("two")
        .each([start::start(shell), import::import_card(shell, loader)]);
    all(vec![
        heading("").live_text(title).done(),
        p("").class("lead").live_text(lead).done(),
        live(move || set_aside(shell)),
        many(shell, wanted),
        live(move || list(shell, loader, wanted)),
        live(move || trash(shell, loader)),
        live(move || sample(shell, loader)),
        two.done(),
    ])
}

/// Records that could not be read, each to download.
fn set_aside(shell: Shell) -> AnyView {
    shell.track_set_aside();
    shell.look(|desk| unread(desk.set_aside()))
}

fn unread(records: &[SetAside]) -> AnyView {
    if records.is_empty() {
        return nothing();
    }
    let files = records.iter().enumerate().map(|(i, record)| {
        let name = format!("plumbline_unread_{}_{}.json", clock::today(), i + 1);
        let reason = el("span")
            .class("lines")
            .text(words().refusal(&record.reason));
        let text = record.text.clone();
        let save = button("", words().export, move |_| files::download(&name, &text));
        el("li").each([reason, save])
    });
    el("div")
        .class("notice problem")
        .child(p(words().some_set_aside))
        .child(el("ul").each(files))
        .done()
}

/// So many assessments stand in the list; of more, those are found by their names.
const SHOWN: usize = 20;

/// The assessments, by name: all, or the first whose names have what was typed.
fn list(shell: Shell, loader: Loader, wanted: RwSignal<String>) -> AnyView {
    shell.track_downloads();
    let w = words();
    let wanted = COLLATION.wanted(&wanted.get());
    let ids = shell.each(|a| wanted.is_in(a.team()).then(|| a.id.clone()));
    let all = ids.len();
    if all == 0 {
        return nothing();
    }
    let found: Vec<_> = ids.into_iter().flatten().collect();
    let shown = found.iter().take(SHOWN);
    let rows = shown
        .clone()
        .filter_map(|id| shell.with(id, |a| row(shell.open(id), loader, a)));
    let is_due = shown
        .clone()
        .any(|id| !shell.open(id).is_guest() && shell.with(id, is_due) == Some(true));
    let more = found.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| p(w.more_of_them(more)).class("muted"));
    el("div")
        .each(is_due.then(|| p(w.nudge).class("notice")))
        .child(el("ul").class("tasks").each(rows))
        .each(more)
        .done()
}

/// What one does with many: find one, see all together, download all.
fn many(shell: Shell, wanted: RwSignal<String>) -> AnyView {
    let w = words();
    // Built anew when there come to be many, and not with every change.
    let count = Memo::new(move |_| {
        let count = shell.count();
        let is_any = shell.look(Desk::has_portfolio);
        usize::from(is_any) + usize::from(count > 1) + usize::from(count > SHOWN)
    });
    live(move || {
        let count = count.get();
        if count == 0 {
            return nothing();
        }
        let save = || button("quiet", w.export_all, move |_| download_all(shell));
        let save = (count > 1).then(save);
        let portfolio = link(&Route::Portfolio, w.portfolio_link).class("button");
        let find = (count > 2).then(|| {
            let input = el("input")
                .id("find-team")
                .attr("type", "search")
                .attr("autocomplete", "off")
                .on("input", move |event| wanted.set(value_of(&event)));
            el("p")
                .class("field")
                .child(el("label").attr("for", "find-team").text(w.find_team))
                .child(input)
        });
        let steps = el("p").class("steps").child(portfolio).each(save);
        el("div").each(find).child(steps).done()
    })
}

/// So many fields may change, and so many milliseconds may pass, before a download is suggested.
const MANY: usize = 10;
const LONG: u64 = 7 * 24 * 3600 * 1000;

/// Whether a download would be good now.
fn is_due(assessment: &Assessment) -> bool {
    let kept = settings::backed_up_at(&assessment.id).unwrap_or(0);
    !is_sample(&assessment.id)
        && clock::millis() > kept + LONG
        && assessment.changes_since(kept, clock::millis()) >= MANY
}

/// A team, how far it is, when it was changed and downloaded last.
fn row(open: Open, loader: Loader, assessment: &Assessment) -> El {
    let w = words();
    let progress = assessment.progress(open.questionnaire(), |_| true);
    let team = assessment.team();
    let name = link(&open.route(Page::Overview), "").child(el("bdi").text(team.to_owned()));
    let can_go = !open.is_read_only() || open.is_guest();
    let changed = assessment.changed_at(clock::millis());
    let kept = settings::backed_up_at(open.id);
    let is_stale = changed.is_some_and(|changed| kept.is_none_or(|kept| kept < changed));
    let facts = [
        Some(w.done(progress)),
        changed.map(|at| w.changed(&clock::day(at))),
        Some(if is_sample(open.id) {
            w.sample_short().to_owned()
        } else if open.is_guest() {
            w.guest_short.to_owned()
        } else if !can_go {
            w.newer_short.to_owned()
        } else {
            w.backed_up(kept.map(clock::day).as_deref(), is_stale)
        }),
    ];
    let facts = facts
        .into_iter()
        .flatten()
        .map(|fact| el("span").text(fact));
    let facts = el("span").class("muted facts").each(facts);
    let save = button("quiet", w.export, move |_| {
        download(open);
        open.shell.has_downloaded();
    });
    let save = save.attr("aria-label", [w.export, &isolated(team)].join(" "));
    let remove = button("quiet", w.remove, move |_| {
        loader.with(move |later| {
            (later.remove)(open.shell, open.id);
            // What was only shown goes without a way back.
            focus_next("title");
            focus_next(UNDO);
        });
    });
    let remove = remove.attr("aria-label", [w.remove, &isolated(team)].join(" "));
    // What cannot be changed cannot be removed; the sample goes as a whole.
    let remove = (can_go && !is_sample(&assessment.id)).then_some(remove);
    el("li").each([name, facts, save]).each(remove)
}

/// What was removed lately, each to bring back.
fn trash(shell: Shell, loader: Loader) -> AnyView {
    let removed = shell.removed();
    if removed.is_empty() {
        return nothing();
    }
    let rows = removed.into_iter().map(|(id, team)| {
        let label = [words().bring_back, &isolated(&team)].join(" ");
        let can_come = !shell.open(&id).is_read_only();
        let back = button("", words().bring_back, move |_| {
            let id = id.clone();
            loader.with(move |later| (later.bring_back)(shell, &id));
        });
        let back = can_come.then(|| back.attr("aria-label", label));
        el("li").child(el("bdi").text(team)).each(back)
    });
    let title = words().counted_title(words().trash, rows.len());
    details(title)
        .child(el("ul").class("tasks").each(rows))
        .done()
}

/// The way to the sample, as long as some of it is not in the list; then the way out of it.
fn sample(shell: Shell, loader: Loader) -> AnyView {
    let w = words();
    shell.track_any();
    let (said, label) = if shell.look(Desk::has_sample) {
        (w.sample_here(), w.sample_remove)
    } else {
        (w.sample_lead, w.sample_open)
    };
    let change = move |_| loader.with(move |later| (later.sample)(shell));
    el("p")
        .class("sample")
        .child(el("span").text(said))
        .text(" ")
        .child(button("", label, change))
        .done()
}
