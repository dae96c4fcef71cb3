//! JSON to a table: the longest list of objects becomes the rows, whatever it is wrapped in.
//!
//! The text is read twice: first for the shape, which is all paths and how often they occur, then for the
//! cells. No tree of values is made.

mod choose;
mod frames;
mod lex;
mod plan;
mod rows;
mod shape;

use super::not_a_table::{Mistaken, NotATable};
use super::sheet::{Choices, Doubt, Encoding, Found, Kind, MOST_COLUMNS, Sheet, is_round};
use crate::events::{Table, order};
use plan::Plan;
use shape::Shape;

pub use rows::JOINED_BY;
pub use shape::is_one;

/// Reads JSON: one document or several in a row.
#[inline(never)]
pub fn read(
    text: String,
    how: &Choices,
    watch: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Sheet, NotATable> {
    let all = text.len() * 2;
    let shape = Shape::of(&text, &mut |at| watch(at, all))?;
    let lists = choose::lists(&shape, &text);
    let chosen = match &how.rows_at {
        Some(path) => lists
            .iter()
            .find(|list| list.path == *path)
            .ok_or(NotATable::NoSuchRows)?,
        None => choose::best(&shape, &lists, &text).ok_or(NotATable::NoRows)?,
    };
    if choose::is_kubernetes_events(&shape, chosen.node, &text) {
        return Err(NotATable::Is(Mistaken::KubernetesEvents));
    }
    let mut doubts = Vec::new();
    let at = text.len();
    let (names, columns, read) = if chosen.path.ends_with(choose::FRAMES) {
        let (names, read) = frames::read(&text).ok_or(NotATable::NoRows)?;
        let columns = names.len();
        (names, columns, read)
    } else {
        let plan = Plan::new(&shape, chosen, &text);
        let read = rows::read(&text, &shape, &plan, &mut |done| watch(at + done, all))?;
        (plan.names, plan.columns, read)
    };
    let rows = read.spans.len() / names.len().max(1);
    if rows == 0 {
        return Err(NotATable::NoRows);
    }
    if columns > MOST_COLUMNS || shape.is_full {
        doubts.push(Doubt::TooManyColumns { columns });
    }
    if let Some(doubt) = choose::says_more(&shape, rows, &text) {
        doubts.push(doubt);
    } else if is_round(rows) {
        doubts.push(Doubt::RoundNumber(rows));
    }
    let rows_at = chosen.path.clone();
    let mut others: Vec<_> = lists.iter().filter(|list| list.path != rows_at).collect();
    order::sort(&mut others, |one, other| one.rows > other.rows);
    let others = others
        .iter()
        .take(20)
        .map(|list| (list.path.clone(), list.rows))
        .collect();
    let documents = shape.documents();
    Ok(Sheet {
        table: Table::of(names, text, read.more, read.spans),
        found: Found {
            kind: Kind::Json {
                documents,
                rows_at,
                others,
            },
            encoding: Encoding::Utf8,
            json_columns: Vec::new(),
        },
        doubts,
        times: None,
    })
}

/// The table of a text of objects, one a line, in which each is a row; the columns' names begin with a
/// prefix. `None` where the objects have no fields.
pub fn documents(text: String, prefix: &str) -> Option<Table> {
    let shape = Shape::of(&text, &mut |_| true).ok()?;
    let plan = Plan::new(&shape, &choose::List::of_documents(&shape), &text);
    let read = rows::read(&text, &shape, &plan, &mut |_| true).ok()?;
    let names: Vec<String> = plan
        .names
        .iter()
        .map(|name| [prefix, name].concat())
        .collect();
    (!names.is_empty()).then(|| Table::of(names, text, read.more, read.spans))
}
