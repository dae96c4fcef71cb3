//! The plan for the tools in which teams keep their work: a table that Jira takes in, and a list for
//! wikis and issues.

use super::csv::Sheet;
use super::markdown::escaped;
use crate::advice::{Card, cards};
use crate::model::{ActionState, Assessment, Horizon, Questionnaire};
use crate::words::words;

/// One row an action, in the columns that Jira knows. What was dropped stays behind: there is nothing
/// to be done about it.
///
/// Without a byte order mark, which would become a part of the first column's name.
#[must_use]
pub fn jira(q: &Questionnaire, a: &Assessment, today: &str) -> String {
    let head = [
        "Summary",
        "Description",
        "Due date",
        "Assignee",
        "Status",
        "Labels",
    ];
    let mut sheet = Sheet::unmarked(&head);
    for card in in_order(q, a, today) {
        sheet.text(&words().card_title(&card).replace(['\r', '\n'], " "));
        sheet.text(&about(&card));
        sheet.text(&card.due);
        sheet.text(&card.owner);
        // As a new project of Jira calls them.
        sheet.raw(match card.state {
            ActionState::Open | ActionState::Dropped => "To Do",
            ActionState::Doing => "In Progress",
            ActionState::Done => "Done",
        });
        sheet.raw(&labels(q, &card).join(" "));
        sheet.end();
    }
    sheet.text
}

/// The nearest first, without what was dropped and what says nothing.
fn in_order(q: &Questionnaire, a: &Assessment, today: &str) -> Vec<Card> {
    let all = cards(q, a, today);
    let is_kept = |card: &&Card| {
        let is_said = !card.what.trim().is_empty() || !card.owner.is_empty();
        is_said && card.state != ActionState::Dropped
    };
    let of = |horizon| {
        let here = all.iter().filter(move |card| card.horizon == horizon);
        here.filter(is_kept).cloned()
    };
    Horizon::ALL.into_iter().flat_map(of).collect()
}

/// Which practice, and how far it goes.
fn about(card: &Card) -> String {
    let w = words();
    card.moves.as_ref().map_or_else(String::new, |m| {
        let (from, to) = (w.level_or_none(m.from), w.level_name(m.to));
        format!("{}: {}", m.title, w.from_to(&from, &to))
    })
}

/// Labels have no spaces, and stand with spaces between them.
fn labels<'a>(q: &'a Questionnaire, card: &Card) -> Vec<&'a str> {
    let practice = card.moves.as_ref().and_then(|m| q.practice(&m.practice));
    let dimension = practice.and_then(|p| q.dimension(&p.dimension));
    let discipline = dimension.map(|d| d.discipline.as_str());
    let all = ["plumbline", card.horizon.id()].into_iter();
    all.chain(discipline).collect()
}

/// A list with a box to tick for each action, a heading a column.
#[must_use]
pub fn markdown(q: &Questionnaire, a: &Assessment, today: &str) -> String {
    let w = words();
    let cards = in_order(q, a, today);
    let mut out = format!("# {}\n", escaped(&w.plan_of(a.team())));
    for horizon in Horizon::ALL {
        let here = cards.iter().filter(|card| card.horizon == horizon);
        if here.clone().next().is_none() {
            continue;
        }
        out += &format!("\n## {}\n\n", escaped(w.horizon(horizon)));
        for card in here {
            let mark = match card.state {
                ActionState::Done => 'x',
                _ => ' ',
            };
            let due = (!card.due.is_empty()).then(|| w.due_said(card));
            let doing = (card.state == ActionState::Doing).then(|| w.action_state(card.state));
            let facts = [
                Some(about(card)),
                Some(card.owner.clone()),
                due,
                doing.map(str::to_owned),
            ];
            let facts = facts.into_iter().flatten().filter(|fact| !fact.is_empty());
            let facts: Vec<_> = facts.map(|fact| escaped(&fact)).collect();
            out += &format!("- [{mark}] {}", escaped(&w.card_title(card)));
            if !facts.is_empty() {
                out += &format!(" ({})", facts.join("; "));
            }
            out.push('\n');
        }
    }
    out
}
