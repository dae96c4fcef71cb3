//! Rows by dimensions: a table whose cells are shaded, and lead to the answers behind them. All rows
//! stand on the page; they are drawn a few at a time, so that nothing waits for those below the fold.

use crate::app::browser::page;
use crate::app::browser::rows::{self, Made, clear};
use crate::app::markup::{El, effect, el};
use crate::figure::grid::Row;
use crate::model::{AssessmentId, Questionnaire};
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// So many rows are drawn at once: those on the screen first, in less than a frame; then more.
const FIRST: usize = 12;
const AT_ONCE: usize = 60;

/// In which part of the table the rows stand.
const ROWS: &str = "grid-rows";

/// What is drawn.
pub struct Sheet {
    /// What it shows.
    pub caption: &'static str,
    /// A row by its number, as text and shade: none is made before it is drawn.
    pub row: Box<dyn Fn(usize) -> Option<Row>>,
    /// Which dimensions have a column.
    pub columns: Vec<usize>,
    /// The rows' teams, in the same order; none where they are groups.
    pub teams: Vec<AssessmentId>,
    /// What was made of the rows.
    pub made: RefCell<Made>,
    /// Which drawing is the present one: an older one ends where a newer one has begun.
    pub drawing: StoredValue<usize>,
    /// How many drawings came to their end.
    pub drawn: RwSignal<usize>,
}

/// The table, with the rows of the numbers in `order`. When that changes, they are moved.
pub fn cells(
    q: &'static Questionnaire,
    sheet: Sheet,
    order: impl Fn() -> Vec<usize> + 'static,
) -> El {
    let heads = sheet.columns.iter().map(|&at| {
        let name = el("span").text(q.dimensions[at].title.as_str());
        el("th").attr("scope", "col").class("turned").child(name)
    });
    let corner = match sheet.teams.is_empty() {
        true => words().fact_group,
        false => words().team_label,
    };
    let widths = sheet.columns.iter().map(|_| el("col"));
    let names = el("col").class("names");
    let table = el("table").class("grid whole").each([
        el("caption").text(sheet.caption),
        el("colgroup").child(names).each(widths),
        el("thead").each([
            el("tr").child(el("td")).each(groups(q, &sheet.columns)),
            el("tr")
                .child(el("th").attr("scope", "col").text(corner))
                .each(heads),
        ]),
        el("tbody").id(ROWS),
    ]);
    let view = el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", sheet.caption)
        .child(table);
    let sheet = Rc::new(sheet);
    effect(move || {
        let order = order();
        sheet.drawing.update_value(|turn| *turn += 1);
        clear(ROWS);
        draw(q, sheet.clone(), sheet.drawing.get_value(), order, 0);
    });
    view
}

/// Draws the rows from one on, and goes on in a moment, until all stand there or the page shows something
/// else.
fn draw(q: &'static Questionnaire, sheet: Rc<Sheet>, turn: usize, order: Vec<usize>, from: usize) {
    if sheet.drawing.try_get_value() != Some(turn) {
        return;
    }
    let all = order.len();
    let to = all.min(if from == 0 { FIRST } else { from + AT_ONCE });
    let make = |at: usize| {
        let row = (sheet.row)(at)?;
        Some(line(q, &row, sheet.teams.get(at), &sheet.columns))
    };
    let mut made = sheet.made.borrow_mut();
    if !made.append(ROWS, &order[from..to], make) {
        return;
    }
    drop(made);
    page::after(0, move || {
        if to < all {
            draw(q, sheet, turn, order, to);
        } else if sheet.drawing.try_get_value() == Some(turn) {
            // The page may be gone by now.
            let _ = sheet.drawn.try_update(|times| *times += 1);
        }
    });
}

/// Each team leads to its results, and each number to the answers behind it. A group leads nowhere.
fn line(q: &Questionnaire, row: &Row, team: Option<&AssessmentId>, columns: &[usize]) -> rows::Row {
    let to = |team: &AssessmentId, page| Route::Assessment(team.clone(), page).to_string();
    let cells = row.cells.iter().zip(columns).map(|((text, shade), &at)| {
        // Without a number there is nothing behind it to look at.
        let is_number = text.starts_with(|c: char| c.is_ascii_digit());
        let leads = team.filter(|_| is_number).map(|team| {
            let dimension = &q.dimensions[at];
            let says = [&row.label, ", ", &dimension.title, ": ", text].concat();
            [to(team, Page::Dimension(dimension.id.clone())), says]
        });
        rows::Cell {
            class: class_of(*shade),
            text: text.clone(),
            leads,
        }
    });
    rows::Row {
        name: row.label.clone(),
        leads: team.map(|team| to(team, Page::Results)),
        cells: cells.collect(),
    }
}

/// A heading over the columns of each discipline.
fn groups(q: &'static Questionnaire, columns: &[usize]) -> Vec<El> {
    let groups = q.disciplines.iter().filter_map(|discipline| {
        let own = |at: &&usize| q.dimensions[**at].discipline == discipline.id;
        let count = columns.iter().filter(own).count();
        let head = el("th")
            .attr("scope", "colgroup")
            .attr("colspan", count.to_string())
            .class(["sign ", discipline.id.as_str()].concat())
            .text(discipline.title.clone());
        (count > 0).then_some(head)
    });
    groups.collect()
}

/// Six steps of shade: a class each, since the policy allows no inline style.
fn class_of(shade: f64) -> &'static str {
    match (shade * 10.0).round() {
        s if s < 1.0 => "s0",
        s if s < 3.0 => "s2",
        s if s < 5.0 => "s4",
        s if s < 7.0 => "s6",
        s if s < 9.0 => "s8",
        _ => "s10",
    }
}
