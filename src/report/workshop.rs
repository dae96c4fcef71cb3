//! What a workshop's room said, and what it agreed on.

use super::Days;
use super::blocks::{Block, Table};
use crate::formats::ballot_code::cast;
use crate::model::{Assessment, Counts, Phase, PracticeId, Questionnaire, Workshop, WorkshopId};
use crate::words::{session_words, words};
use crate::workshop::{Agenda, Session, Tally, range, tally};

/// What was said of each practice that a workshop talks about: in ballots, and by hands.
#[must_use]
pub fn tallies(
    q: &Questionnaire,
    a: &Assessment,
    id: &WorkshopId,
    workshop: &Workshop,
) -> Vec<(PracticeId, Tally)> {
    let session = Session::of(q, workshop);
    let ballots = cast(&session, a, id);
    let asked = talked_of(q, workshop);
    // Whoever has given a role before nobody was asked for one any more has given it for nothing.
    let least = if workshop.asks_role {
        workshop.least
    } else {
        u32::MAX
    };
    asked
        .map(|practice| {
            let hands = a.outcome(id, practice).counts;
            // No ballot has a place for what was added since.
            let at = session.practices.iter().position(|p| p == practice);
            let at = at.unwrap_or(usize::MAX);
            let tally = tally(&ballots, at, &hands, least);
            (practice.clone(), tally)
        })
        .collect()
}

/// What a workshop talks about, in the questionnaire's order.
pub fn talked_of<'a>(
    q: &'a Questionnaire,
    workshop: &'a Workshop,
) -> impl Iterator<Item = &'a PracticeId> {
    let all = q.practices.iter().map(|p| &p.id);
    all.filter(|id| workshop.talks_of(id))
}

/// How far the room is apart, over the whole.
#[must_use]
pub fn spread(q: &Questionnaire, a: &Assessment, all: &[(PracticeId, Tally)]) -> Option<String> {
    let counts = all
        .iter()
        .map(|(id, tally)| (id.clone(), tally.counts.clone()));
    let counts: Vec<_> = counts.collect();
    range(q, a, &counts).map(|range| words().room_range(range))
}

/// What was said and agreed on, practice by practice.
#[must_use]
pub fn table(q: &Questionnaire, a: &Assessment, id: &WorkshopId, workshop: &Workshop) -> Table {
    let (w, s) = (words(), session_words());
    let rows = tallies(q, a, id, workshop)
        .into_iter()
        .map(|(practice, tally)| {
            let title = q.practice(&practice).map_or("", |p| &p.title);
            let outcome = a.outcome(id, &practice);
            let middle = tally.middle();
            let dissent = if outcome.dissent.is_empty() {
                w.none
            } else {
                &outcome.dissent
            };
            let first = tally.first.clone().or(Counts::of_each(outcome.first));
            vec![
                title.to_owned(),
                w.votes_with_first(&tally.counts, first.as_ref()),
                w.middle(middle),
                w.answer(a.answer(&practice)),
                dissent.to_owned(),
            ]
        });
    let head = [w.practice, s.votes, s.median, s.agreed, s.dissent_short];
    Table {
        caption: s.room_says.to_owned(),
        head: head.map(str::to_owned).into(),
        rows: rows.collect(),
    }
}

/// The finished workshops as parts of a report, the latest first.
#[must_use]
pub fn blocks(q: &Questionnaire, a: &Assessment, days: &Days) -> Vec<Block> {
    let w = words();
    let mut blocks = Vec::new();
    for (id, workshop) in a.workshops().into_iter().rev() {
        if workshop.phase != Phase::Finished {
            continue;
        }
        let day = (days.of)(&workshop.began);
        blocks.push(Block::Heading(2, w.workshop_on(&workshop.title, &day)));
        blocks.push(Block::Text(w.took_part(workshop.people, &workshop.names)));
        let all = tallies(q, a, id, workshop);
        blocks.extend(spread(q, a, &all).map(Block::Text));
        blocks.push(Block::Table(table(q, a, id, workshop)));
    }
    blocks
}

/// What there is to talk about at a time, in milliseconds since 1970.
#[must_use]
pub fn agenda(
    q: &Questionnaire,
    a: &Assessment,
    id: &WorkshopId,
    workshop: &Workshop,
    now: u64,
) -> Agenda {
    let all = tallies(q, a, id, workshop).into_iter();
    let all = all.map(|(practice, tally)| {
        let settled = a.outcome(id, &practice).settled;
        (practice, tally, settled)
    });
    let minutes = minutes_left(workshop, now);
    Agenda::of(&all.collect::<Vec<_>>(), minutes, workshop.each)
}

/// Minutes that are left for all, a begun one as a whole one.
#[must_use]
pub fn minutes_left(workshop: &Workshop, now: u64) -> u64 {
    let whole = u64::from(workshop.minutes);
    let left = workshop.left(workshop.ends, now);
    left.map_or(whole, |millis| millis.div_ceil(60_000))
}
