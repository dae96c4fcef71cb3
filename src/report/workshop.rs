//! What a workshop's room said, and what it agreed on.

use super::Days;
use super::blocks::{Block, Table};
use crate::advice::Middle;
use crate::formats::ballot_code::cast;
use crate::model::{
    Assessment, Counts, Phase, PracticeId, Questionnaire, Settled, Workshop, WorkshopId,
};
use crate::words::{session_words, words};
use crate::workshop::{Agenda, Session, Tally, range, sentences, tally};

/// What was said of each practice that a workshop talks about: in ballots, and by hands.
#[must_use]
pub fn tallies(
    q: &Questionnaire,
    a: &Assessment,
    id: &WorkshopId,
    workshop: &Workshop,
) -> Vec<(PracticeId, Tally)> {
    let session = Session::of(q, workshop);
    // Once it is finished, what was counted stands in the outcomes.
    let ballots = match workshop.phase {
        Phase::Finished => Vec::new(),
        Phase::Collecting | Phase::Discussing => cast(&session, a, id),
    };
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

/// The sentences that say why, of one practice, in an order that tells nothing of who said them. None
/// before the reveal, and none from a room so small that it could tell.
#[must_use]
pub fn comments(
    q: &Questionnaire,
    a: &Assessment,
    id: &WorkshopId,
    workshop: &Workshop,
    practice: &PracticeId,
) -> Vec<String> {
    match workshop.phase {
        Phase::Collecting => Vec::new(),
        Phase::Finished => a.outcome(id, practice).comments,
        Phase::Discussing => {
            let session = Session::of(q, workshop);
            let at = session.practices.iter().position(|of| of == practice);
            at.map_or_else(Vec::new, |at| sentences(&cast(&session, a, id), at))
        }
    }
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
    let mut is_earlier = false;
    for (id, workshop) in a.workshops().into_iter().rev() {
        if workshop.phase != Phase::Finished {
            continue;
        }
        let day = (days.of)(&workshop.began);
        blocks.push(Block::Heading(2, w.workshop_on(&workshop.title, &day)));
        blocks.push(Block::Text(w.took_part(workshop.people, &workshop.names)));
        let all = tallies(q, a, id, workshop);
        blocks.push(Block::Text(agreement(a, id, &all)));
        blocks.extend(spread(q, a, &all).map(Block::Text));
        blocks.push(Block::Table(table(q, a, id, workshop)));
        blocks.extend(in_words(q, a, id, workshop).map(Block::Table));
        // What was decided since then moves the same practices.
        let decided = decided(q, a, workshop).filter(|_| !is_earlier);
        is_earlier |= decided.is_some();
        blocks.extend(decided.map(Block::Table));
    }
    blocks
}

/// How far the room was of one mind, and what it settled.
#[must_use]
pub fn agreement(a: &Assessment, id: &WorkshopId, all: &[(PracticeId, Tally)]) -> String {
    let voted = all.iter().filter(|(_, tally)| !tally.counts.is_empty());
    let is_agreed = |practice: &PracticeId| a.outcome(id, practice).settled == Settled::Agreed;
    let is_camp = |tally: &Tally| matches!(tally.middle(), Some(Middle::Camps(..)));
    words().room_agreement(
        all.iter().filter(|(of, _)| is_agreed(of)).count(),
        all.len(),
        voted
            .clone()
            .filter(|(_, t)| t.unanimous().is_some())
            .count(),
        voted.filter(|(_, t)| is_camp(t)).count(),
    )
}

/// The sentences that were said, each beside its practice. `None` where there are none.
#[must_use]
pub fn in_words(
    q: &Questionnaire,
    a: &Assessment,
    id: &WorkshopId,
    workshop: &Workshop,
) -> Option<Table> {
    let practices = Session::of(q, workshop).practices.into_iter();
    let said = practices.flat_map(|practice| {
        let own = comments(q, a, id, workshop, &practice).into_iter();
        own.map(|said| (practice.clone(), said)).collect::<Vec<_>>()
    });
    beside(q, session_words().comments, session_words().said, said)
}

/// The actions that move what was asked, each beside its practice. `None` where there are none.
fn decided(q: &Questionnaire, a: &Assessment, workshop: &Workshop) -> Option<Table> {
    let own = a.actions().filter_map(|(_, action)| {
        let (practice, _) = action.moves.clone()?;
        let is_asked = workshop.practices.contains(&practice);
        let what = Some(&action.what).filter(|what| is_asked && !what.is_empty())?;
        Some((practice, what.clone()))
    });
    beside(
        q,
        session_words().decided,
        session_words().action_short,
        own,
    )
}

/// Texts of people, each beside the practice that it is on.
fn beside(
    q: &Questionnaire,
    caption: &str,
    what: &str,
    all: impl Iterator<Item = (PracticeId, String)>,
) -> Option<Table> {
    let title = |of: &PracticeId| q.practice(of).map_or("", |p| &p.title).to_owned();
    let rows: Vec<_> = all.map(|(of, text)| vec![title(&of), text]).collect();
    (!rows.is_empty()).then(|| Table {
        caption: caption.to_owned(),
        head: [words().practice, what].map(str::to_owned).into(),
        rows,
    })
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
