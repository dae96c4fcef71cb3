//! What of this browser's assessments stands on the first page.

use super::questions::are_awaited;
use super::sample::remove_sample;
use super::team::{copies, heading_of, team};
use crate::app::browser::collation::COLLATION;
use crate::app::browser::local_storage::Local;
use crate::app::browser::page::{focus_next, value_of};
use crate::app::browser::{clock, files, settings};
use crate::app::components::{UNDO, behind, download, download_all};
use crate::app::markup::{El, all, button, details, el, link, live, nothing, p};
use crate::app::shell::{Open, Shell};
use crate::catalog::sample::is_sample;
use crate::desk::{Desk, Input};
use crate::formats::raw_json::QUESTIONNAIRE;
use crate::model::text::isolated;
use crate::model::{Assessment, AssessmentId};
use crate::route::{Page, Route};
use crate::storage::{SetAside, Store as _};
use crate::words::words;
use leptos::prelude::*;

/// What could not be read, what should be taken along, the teams, and what was removed.
pub fn kept(shell: Shell) -> AnyView {
    let wanted = RwSignal::new(String::new());
    let found = behind(wanted);
    all(vec![
        live(move || set_aside(shell)),
        live(move || copies(shell)),
        many(shell, wanted),
        live(move || list(shell, found)),
        own_questionnaires(),
        live(move || sample(shell)),
        live(move || trash(shell)),
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
fn list(shell: Shell, wanted: RwSignal<String>) -> AnyView {
    shell.track_downloads();
    let w = words();
    if are_awaited(shell) {
        return p(w.opening).class("muted").done();
    }
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
        .filter_map(|id| shell.with(id, |a| card(shell.open(id), a)));
    let more = found.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| p(w.more_of_them(more)).class("muted"));
    el("div")
        .child(el("ul").class("teams").each(rows))
        .each(more)
        .done()
}

/// The way to the questionnaires of one's own, where there are any.
fn own_questionnaires() -> AnyView {
    if Local.keys(QUESTIONNAIRE).is_ok_and(|keys| keys.is_empty()) {
        return nothing();
    }
    let way = link(&Route::Questionnaires, words().start_with_own());
    el("p").class("steps").child(way).done()
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

/// A team: where it stands, what comes next, and what one does now and then.
fn card(open: Open, assessment: &Assessment) -> El {
    let name = assessment.team().to_owned();
    let name = link(&open.route(Page::Overview), "").child(el("bdi").text(name));
    el("li")
        .class("card")
        .child(el("h2").id(heading_of(open.id)).child(name))
        .each(apart(open).map(|fact| p(fact).class("muted")))
        .view(live(move || team(open)))
        .child(ways(open, assessment))
}

/// What sets it apart from one's own.
fn apart(open: Open) -> Option<&'static str> {
    let w = words();
    if is_sample(open.id) {
        Some(w.sample_short())
    } else if open.is_guest() {
        Some(w.guest_short)
    } else {
        open.is_read_only().then_some(w.newer_short)
    }
}

/// When it was changed and downloaded last; its download, and its removal.
fn ways(open: Open, assessment: &Assessment) -> El {
    let w = words();
    let team = assessment.team();
    let can_go = !open.is_read_only() || open.is_guest();
    let changed = assessment.changed_at(clock::millis());
    let kept = settings::backed_up_at(open.id);
    let is_stale = changed.is_some_and(|changed| kept.is_none_or(|kept| kept < changed));
    let is_own = can_go && !open.is_guest() && !is_sample(open.id);
    let copy = is_own.then(|| w.backed_up(kept.map(clock::day).as_deref(), is_stale));
    let facts = [changed.map(|at| w.changed(&clock::day(at))), copy];
    let facts = facts.into_iter().flatten();
    let facts = facts.map(|fact| el("span").text(fact));
    let save = button("", w.export, move |_| {
        download(open);
        open.shell.has_downloaded();
    });
    let save = save.attr("aria-label", [w.export, &isolated(team)].join(" "));
    let remove = button("", w.remove, move |_| {
        open.shell.remove(open.id);
        // What was only shown goes without a way back.
        focus_next("title");
        focus_next(UNDO);
    });
    let remove = remove.attr("aria-label", [w.remove, &isolated(team)].join(" "));
    // What cannot be changed cannot be removed; the sample goes as a whole.
    let remove = (can_go && !is_sample(open.id)).then_some(remove);
    let opens = el("summary")
        .class("i-more")
        .attr("aria-label", w.more_for(team));
    let opens = el("details")
        .child(opens)
        .child(el("p").class("muted facts").each(facts))
        .child(el("p").class("steps").child(save).each(remove));
    el("div").class("ways").child(opens)
}

/// What was removed lately, each to bring back.
fn trash(shell: Shell) -> AnyView {
    let removed = shell.removed();
    if removed.is_empty() {
        return nothing();
    }
    let rows = removed.into_iter().map(|(id, team)| {
        let label = [words().bring_back, &isolated(&team)].join(" ");
        let can_come = !shell.open(&id).is_read_only();
        let gone = id.clone();
        let back = button("", words().bring_back, move |_| {
            shell.bring_back(&id);
        });
        let back = can_come.then(|| back.attr("aria-label", label));
        let gone = can_come.then(|| delete(shell, gone, &team));
        el("li").child(el("bdi").text(team)).each(back).each(gone)
    });
    let title = words().counted_title(words().trash, rows.len());
    details(title)
        .child(el("ul").class("tasks").each(rows))
        .done()
}

/// Takes one out of both stores, after it was said what goes and what stays.
fn delete(shell: Shell, id: AssessmentId, team: &str) -> El {
    let w = words();
    let about = |what: &str| [what, &isolated(team)].join(" ");
    let delete = button("danger", w.delete, move |_| {
        shell.act(Input::Discard(vec![id.clone()]));
        focus_next("title");
    });
    let delete = delete.attr("aria-label", about(w.delete));
    let opens = el("summary").attr("aria-label", about(w.delete_how));
    el("details")
        .class("delete")
        .child(opens.text(w.delete_how))
        .child(p(w.delete_one))
        .child(el("p").class("steps").child(delete))
}

/// What the sample's teams are, and the way out of them.
fn sample(shell: Shell) -> AnyView {
    let w = words();
    shell.track_any();
    let [_, made_up] = shell.look(Desk::counts);
    if made_up == 0 {
        return nothing();
    }
    let remove = move |_| remove_sample(shell);
    el("p")
        .class("sample")
        .child(el("span").class("muted").text(w.sample_here()))
        .text(" ")
        .child(button("link", w.sample_remove, remove))
        .done()
}
