//! The ballots are on the table: what divides the room first, within its time.

use super::change::change;
use super::collect::{own_device, paste};
use super::panel::panel;
use super::scan::scan;
use super::sounds::Sounds;
use super::ways::{bar, give_up, screens, words_to_say};
use crate::app::browser::collation::COLLATION;
use crate::app::browser::{clock, page, settings};
use crate::app::markup::{El, all, button, details, el, live, nothing, p};
use crate::app::shell::Open;
use crate::model::{PracticeId, WorkshopId};
use crate::report::workshop::{agenda, minutes_left, tallies};
use crate::words::session_words;
use crate::words::words;
use crate::workshop::{Agenda, Tally};
use leptos::prelude::*;

/// What is known of a workshop at a moment.
struct Moment {
    agenda: Agenda,
    tallies: Vec<(PracticeId, Tally)>,
    at: Option<PracticeId>,
    minutes: u64,
    each: u32,
    tag: u32,
}

fn moment(open: Open, workshop: &'static WorkshopId) -> Option<Moment> {
    open.track_any();
    let q = open.questionnaire();
    let now = clock::millis();
    let made = open.with(|a| {
        let held = a.workshop(workshop)?;
        Some(Moment {
            agenda: agenda(q, a, workshop, held, now),
            tallies: tallies(q, a, workshop, held),
            at: held.at.clone(),
            minutes: minutes_left(held, now),
            each: held.each,
            tag: held.tag,
        })
    });
    made.flatten()
}

/// The page while the room talks.
pub fn discuss(open: Open, workshop: &'static WorkshopId) -> AnyView {
    let s = session_words();
    // Built anew only for another practice, so that nobody loses a field while typing.
    let at = Memo::new(move |_| {
        open.track_any();
        open.look_at(workshop, |w| w.at.clone()).flatten()
    });
    let talk = live(move || {
        let q = open.questionnaire();
        match at.get().and_then(|at| q.practice(&at)) {
            Some(practice) => panel(open, workshop, practice),
            None => all_discussed(open, workshop),
        }
    });
    let aside = live(move || {
        let moment = moment(open, workshop);
        moment.map_or_else(nothing, |m| list(open, workshop, &m))
    });
    // The bar has it once nothing else is left to do.
    let finish_early = live(move || match at.get() {
        Some(_) => finish(open, workshop, "").done(),
        None => nothing(),
    });
    let main = el("div").view(talk);
    let aside = el("div").class("agenda").view(aside);
    let sounds = Sounds::new();
    let late = details(s.late).each([
        own_device(open, workshop),
        scan(open, workshop, sounds),
        paste(open, workshop),
    ]);
    all(vec![
        el("div").class("stage talk").each([main, aside]).done(),
        late.done(),
        change(open, workshop, sounds).done(),
        screens(open).done(),
        p(s.finish_hint).class("muted").done(),
        el("p")
            .class("steps")
            .view(finish_early)
            .child(give_up(open, workshop))
            .done(),
    ])
}

/// Nothing is left on the table.
fn all_discussed(open: Open, workshop: &'static WorkshopId) -> AnyView {
    let s = session_words();
    all(vec![
        p(s.all_discussed).class("notice").done(),
        words_to_say(open, workshop, || None).done(),
        bar(p(s.finish_hint), [finish(open, workshop, "primary")]).done(),
    ])
}

fn finish(open: Open, workshop: &'static WorkshopId, class: &'static str) -> El {
    button(class, session_words().finish, move |_| {
        if let Some(m) = untrack(|| moment(open, workshop)) {
            settings::forget_ballot_draft(&format!("{}:here", m.tag));
        }
        open.run_made(|desk, id| desk.finish(id, workshop, COLLATION));
    })
}

/// What is to be done with which practice.
fn list(open: Open, workshop: &'static WorkshopId, m: &Moment) -> AnyView {
    let (w, s) = (words(), session_words());
    let fits = usize::try_from(m.minutes / u64::from(m.each.max(1))).unwrap_or_default();
    let mut parts = vec![p(w.minutes_left(m.minutes, fits)).class("muted")];
    let group = |title: &'static str, ids: &[PracticeId]| {
        (!ids.is_empty()).then(|| {
            let rows = ids.iter().map(|name| row(open, workshop, m, name));
            el("div").each([
                el("h3").text(w.counted_title(title, ids.len())),
                el("ul").class("tasks").each(rows),
            ])
        })
    };
    let agenda = &m.agenda;
    parts.extend(group(s.agenda, &agenda.now));
    parts.extend(group(s.beyond, &agenda.beyond));
    let (same, _): (Vec<_>, Vec<_>) = agenda.unanimous.iter().cloned().unzip();
    if let Some(section) = group(s.all_agree, &same) {
        let all = agenda.unanimous.clone();
        let take = button("", w.take_agreed(all.len()), move |_| {
            open.run_made(|desk, id| desk.take_unanimous(id, workshop, &all));
        });
        parts.push(section.child(el("p").child(take)));
    }
    parts.extend(group(s.settled, &agenda.agreed));
    parts.extend(group(s.nobody, &agenda.silent));
    all(parts.into_iter().map(El::done).collect())
}

fn row(open: Open, workshop: &'static WorkshopId, m: &Moment, practice: &PracticeId) -> El {
    let title = open
        .questionnaire()
        .practice(practice)
        .map_or("", |p| p.title.as_str());
    let said = m.tallies.iter().find(|(name, _)| name == practice);
    let said = said.map(|(_, tally)| words().room_briefly(tally));
    let name = practice.clone();
    let turn = button("link", title, move |_| {
        let to = Some(name.clone());
        open.run_made(|desk, id| desk.turn_to(id, workshop, to, clock::millis()));
        page::next_frame(|| page::focus(super::panel::TITLE));
    });
    let turn = if m.at.as_ref() == Some(practice) {
        turn.attr("aria-current", "true")
    } else {
        turn
    };
    el("li")
        .child(turn)
        .child(el("span").class("muted").text(said.unwrap_or_default()))
}
