//! The ballots are on the table: what divides the room first, within its time.

use super::collect::paste;
use super::panel::panel;
use super::ways::{give_up, screens};
use crate::app::browser::collation::COLLATION;
use crate::app::browser::{clock, page, settings};
use crate::app::markup::{El, all, button, details, el, live, nothing, p};
use crate::app::shell::Shell;
use crate::model::{AssessmentId, PracticeId, WorkshopId};
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

fn moment(shell: Shell, id: &AssessmentId, workshop: &WorkshopId) -> Option<Moment> {
    shell.track_any();
    let q = shell.questionnaire();
    let now = clock::millis();
    let made = shell.with(id, |a| {
        let held = a.workshops.get(workshop)?.value.as_ref()?;
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
pub fn discuss(shell: Shell, id: &AssessmentId, workshop: &WorkshopId) -> AnyView {
    let s = session_words();
    let (own, ours) = (id.clone(), workshop.clone());
    // Built anew only for another practice, so that nobody loses a field while typing.
    let at = Memo::new(move |_| {
        shell.track_any();
        let at = shell.with(&own, |a| a.workshops.get(&ours)?.value.as_ref()?.at.clone());
        at.flatten()
    });
    let (own, ours) = (id.clone(), workshop.clone());
    let talk = live(move || {
        let q = shell.questionnaire();
        match at.get().and_then(|at| q.practice(&at)) {
            Some(practice) => panel(shell, &own, &ours, practice),
            None => p(session_words().all_discussed).class("notice").done(),
        }
    });
    let (own, ours) = (id.clone(), workshop.clone());
    let aside = live(move || {
        let moment = moment(shell, &own, &ours);
        moment.map_or_else(nothing, |m| list(shell, &own, &ours, &m))
    });
    let (own, ours) = (id.clone(), workshop.clone());
    let finish = button("primary", s.finish, move |_| {
        if let Some(m) = untrack(|| moment(shell, &own, &ours)) {
            settings::forget_ballot_draft(&format!("{}:here", m.tag));
        }
        shell.run_made(|desk| desk.finish(&own, &ours, COLLATION));
    });
    let main = el("div").view(talk);
    let aside = el("div").class("agenda").view(aside);
    let late = details(s.late).child(paste(shell, id, workshop));
    all(vec![
        el("div").class("beside").each([main, aside]).done(),
        late.done(),
        screens(id).done(),
        p(s.finish_hint).class("muted").done(),
        el("p")
            .class("steps")
            .each([finish, give_up(shell, id, workshop)])
            .done(),
    ])
}

/// What is to be done with which practice.
fn list(shell: Shell, id: &AssessmentId, workshop: &WorkshopId, m: &Moment) -> AnyView {
    let (w, s) = (words(), session_words());
    let fits = usize::try_from(m.minutes / u64::from(m.each.max(1))).unwrap_or_default();
    let mut parts = vec![p(w.minutes_left(m.minutes, fits)).class("muted")];
    let group = |title: &'static str, ids: &[PracticeId]| {
        (!ids.is_empty()).then(|| {
            let rows = ids.iter().map(|name| row(shell, id, workshop, m, name));
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
        let (own, ours) = (id.clone(), workshop.clone());
        let all = agenda.unanimous.clone();
        let take = button("", w.take_agreed(all.len()), move |_| {
            shell.run_made(|desk| desk.take_unanimous(&own, &ours, &all));
        });
        parts.push(section.child(el("p").child(take)));
    }
    parts.extend(group(s.settled, &agenda.agreed));
    parts.extend(group(s.nobody, &agenda.silent));
    all(parts.into_iter().map(El::done).collect())
}

fn row(
    shell: Shell,
    id: &AssessmentId,
    workshop: &WorkshopId,
    m: &Moment,
    practice: &PracticeId,
) -> El {
    let title = shell
        .questionnaire()
        .practice(practice)
        .map_or("", |p| p.title.as_str());
    let said = m.tallies.iter().find(|(name, _)| name == practice);
    let said = said.map(|(_, tally)| words().room_briefly(tally));
    let (own, ours, name) = (id.clone(), workshop.clone(), practice.clone());
    let turn = button("link", title, move |_| {
        let to = Some(name.clone());
        shell.run_made(|desk| desk.turn_to(&own, &ours, to, clock::millis()));
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
