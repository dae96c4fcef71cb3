//! Ballots come in: as codes, on this device, by hand. What they say is shown nowhere.

use super::change::change;
use super::scan::scan;
use super::sounds::Sounds;
use super::take::take;
use super::ways::{bar, give_up, screens, words_to_say};
use crate::app::browser::collation::COLLATION;
use crate::app::browser::page::{self, link_to, value_of};
use crate::app::browser::{clock, files, sound};
use crate::app::components::{copy_line, download_name, for_others, qr_code, votes};
use crate::app::markup::{El, all, button, details, el, link, live, nothing, p};
use crate::app::shell::Open;
use crate::desk::Taken;
use crate::formats::ballot_code;
use crate::formats::session_link::{self, Invitation};
use crate::model::collation::sorted;
use crate::model::text::isolated;
use crate::model::{Assessment, BallotId, QuestionnaireRef, WorkshopId};
use crate::report::workshop::tallies;
use crate::route::{Page, Route};
use crate::words::session_words;
use crate::words::words;
use crate::workshop::tally::are_few;
use leptos::prelude::*;

/// The field for what was pasted.
const PASTE: &str = "ballots";
/// The warning before a reveal with few ballots.
const REVEAL: &str = "reveal-few";

/// The page while ballots are collected.
pub fn collect(open: Open, workshop: &'static WorkshopId) -> AnyView {
    let s = session_words();
    let title = open.look_at(workshop, |w| w.title.clone());
    let from_chat = el("section").class("card").each([
        el("h2").text(s.paste),
        p(s.paste_hint).class("muted"),
        paste(open, workshop),
    ]);
    let others = details(s.other_ways).each([
        el("h3").text(s.pass),
        p(s.pass_hint).class("muted"),
        el("p").child(link(&open.route(Page::Ballot), s.pass_start).class("button")),
        el("h3").text(s.hands),
        p(s.hands_hint).class("muted"),
    ]);
    let sounds = Sounds::new();
    let aside = [
        screens(open),
        scan(open, workshop, sounds),
        from_chat,
        el("div").view(voters(open, workshop)),
        others,
        words_to_say(open, workshop, || None),
        change(open, workshop, sounds),
        el("div").view(so_far(open, workshop)),
        el("p").child(give_up(open, workshop)),
    ];
    let main = el("div").child(own_device(open, workshop));
    let aside = el("div").class("along").each(aside);
    let parts = [
        el("h2").child(el("bdi").text(title.unwrap_or_default())),
        el("div").class("stage").each([main, aside]),
        el("div").view(reveal(open, workshop)),
    ];
    all(parts.into_iter().map(El::done).collect())
}

/// The way on. Of one or two ballots everybody can tell whose they are, so that is asked about first.
fn reveal(open: Open, workshop: &'static WorkshopId) -> AnyView {
    let is_asked = RwSignal::new(false);
    live(move || {
        open.track_any();
        let (s, w) = (session_words(), words());
        let in_so_far = open
            .with(|a| a.ballots(workshop).count())
            .unwrap_or_default();
        let is_few = u32::try_from(in_so_far).is_ok_and(are_few);
        let now = move |_| {
            if is_few && !is_asked.get_untracked() {
                is_asked.set(true);
                page::focus_next(REVEAL);
                return;
            }
            sound::prepare();
            open.run_made(|desk, id| desk.reveal(id, workshop, clock::millis()));
            // What is talked about first comes into view, wherever the page stood.
            page::next_frame(|| page::focus(super::panel::TITLE));
        };
        let warns = is_few && is_asked.get();
        let warning = warns.then(|| {
            let text = p(w.few_ballots(in_so_far)).class("notice problem");
            text.id(REVEAL).attr("tabindex", "-1")
        });
        let (class, label) = match in_so_far {
            0 => ("", s.reveal_none),
            _ if warns => ("primary", s.reveal_few),
            _ => ("primary", s.reveal),
        };
        let expected = open.look_at(workshop, |w| w.expected).unwrap_or_default();
        let count = p(w.ballots(in_so_far, expected as usize)).class("lead");
        let stands = el("div").child(count.attr("role", "status"));
        el("div")
            .each(warning)
            .child(bar(stands, [button(class, label, now)]))
            .done()
    })
}

/// The QR code and the link, while ballots may still come.
pub fn own_device(open: Open, workshop: &'static WorkshopId) -> El {
    let s = session_words();
    let link = invitation_link(open, workshop);
    let protects = match open.look_at(workshop, |w| w.keys).flatten() {
        Some(_) => p(s.sealed).class("muted"),
        None => p(s.not_sealed).class("notice"),
    };
    let parts = [
        el("h2").text(s.own_device),
        p(s.own_device_hint).class("muted"),
        protects,
    ];
    let q = open.questionnaire();
    let reference = QuestionnaireRef::of(q);
    let own = open.shell.look(|desk| desk.library().exact(&reference));
    let own = own.map(|known| {
        let save = button("", words().library_page().export, move |_| {
            let name = download_name(&known.questionnaire.id, "toml");
            files::download(&name, known.text);
        });
        el("div")
            .class("notice")
            .each([p(words().phones_need(q)), el("p").child(save)])
    });
    let hint = for_others(&link).into_iter().chain(own);
    let picture = qr_code(&link, s.qr_alt).into_iter();
    let link =
        el("div")
            .class("invitation")
            .each(picture.chain([copy_line("invitation", s.link, link)]));
    let parts = parts.into_iter().chain(hint).chain([link]);
    el("section").class("card").each(parts)
}

/// The link for everyone.
pub fn invitation_link(open: Open, workshop: &'static WorkshopId) -> String {
    let q = open.questionnaire();
    let code = open.look_at(workshop, |w| session_link::encode(q, &Invitation::to(q, w)));
    let code = code.unwrap_or_default();
    link_to(&Route::Vote(code).to_string())
}

/// A field for any text, and what was found in it.
pub fn paste(open: Open, workshop: &'static WorkshopId) -> El {
    let s = session_words();
    let text = RwSignal::new(String::new());
    let taken = RwSignal::new(None::<Taken>);
    let field = el("textarea")
        .id(PASTE)
        .attr("rows", "4")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .live_prop("value", move || text.get())
        .on("input", move |event| text.set(value_of(&event)));
    let count = button("", s.count, move |_| {
        take(open, workshop, text.get_untracked(), move |found| {
            drop(taken.try_set(Some(found)));
        });
        text.set(String::new());
    });
    let said = live(move || taken.get().map_or_else(nothing, |taken| report(&taken)));
    el("div").each([
        el("p")
            .class("field")
            .each([el("label").attr("for", PASTE).text(s.paste), field]),
        el("p").child(count),
        el("div").attr("role", "status").view(said),
    ])
}

fn report(taken: &Taken) -> AnyView {
    let found = taken.new + taken.replaced + taken.again;
    let said = if found == 0 && taken.not_counted.is_empty() {
        session_words().found_none.to_owned()
    } else {
        words().counted(taken.new, taken.replaced, taken.again)
    };
    let problems = taken.not_counted.iter();
    let problems = problems.map(|problem| el("li").text(words().not_counted(problem)));
    let list = (!taken.not_counted.is_empty()).then(|| el("ul").each(problems));
    all(vec![
        p(said).class("notice").done(),
        el("div").each(list).done(),
    ])
}

/// Who has finished, and not what they said.
fn voters(open: Open, workshop: &'static WorkshopId) -> AnyView {
    live(move || {
        open.track_any();
        let list = open.with(|a| of_each(open, a, workshop));
        let list = list.unwrap_or_default();
        let rows = list.into_iter().map(|(ballot, who, state)| {
            let label = format!("{}: {}", session_words().remove_ballot, isolated(&who));
            let remove = button("quiet", session_words().remove_ballot, move |_| {
                open.run_made(|desk, id| desk.remove_ballot(id, workshop, ballot.clone()));
            });
            el("li").each([
                el("bdi").text(who),
                el("span").class("muted").text(state),
                remove.attr("aria-label", label),
            ])
        });
        let rows: Vec<El> = rows.collect();
        let n = rows.len();
        let rows = el("ul").class("tasks voters").each(rows);
        let fold = (n > 0).then(|| details(session_words().finished_voters).child(rows));
        el("div").each(fold).done()
    })
}

fn of_each(
    open: Open,
    a: &Assessment,
    workshop: &'static WorkshopId,
) -> Vec<(BallotId, String, String)> {
    let (w, s) = (words(), session_words());
    let Some(held) = a.workshop(workshop) else {
        return Vec::new();
    };
    let session = crate::workshop::Session::of(open.questionnaire(), held);
    let asked = session.practices.len();
    let mut list = Vec::new();
    for (n, (id, cast)) in a.ballots(workshop).enumerate() {
        let ballot = ballot_code::read(&session, &cast.code);
        let role = ballot.as_ref().and_then(|b| b.role);
        let answered = ballot.map_or(0, |b| b.answers.iter().flatten().count());
        let state = if answered == asked {
            s.complete.to_owned()
        } else {
            w.answered_of(answered, asked)
        };
        list.push((id.clone(), w.one_ballot(n + 1, &cast.name, role), state));
    }
    sorted(list, |a, b| COLLATION.order(&a.1, &b.1))
}

/// In an open workshop, what the room says while it says it.
fn so_far(open: Open, workshop: &'static WorkshopId) -> AnyView {
    if open.look_at(workshop, |w| w.is_secret) != Some(false) {
        return nothing();
    }
    let shown = live(move || {
        open.track_any();
        let q = open.questionnaire();
        let all_of_them = open.with(|a| Some(tallies(q, a, workshop, a.workshop(workshop)?)));
        let rows = all_of_them.flatten().unwrap_or_default().into_iter();
        let rows = rows.filter(|(_, tally)| !tally.counts.is_empty());
        all(rows
            .map(|(practice, tally)| {
                let title = q.practice(&practice).map_or("", |p| p.title.as_str());
                let title = el("h3").text(title);
                el("div").each([title, votes(&tally, None)]).done()
            })
            .collect())
    });
    details(session_words().open_so_far).view(shown).done()
}
