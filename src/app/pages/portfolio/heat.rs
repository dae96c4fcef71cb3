//! Rows by dimensions: a table whose cells are shaded, and lead to the answers behind them. All rows
//! stand on the page; they are drawn a few at a time, so that nothing waits for those below the fold.

use crate::app::browser::page;
use crate::app::markup::{El, all, el, link, nothing};
use crate::figure::Grid;
use crate::figure::grid::Row;
use crate::model::{AssessmentId, Questionnaire};
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;
use std::sync::Arc;

/// So many rows are drawn in one go: what a screen shows, in less than a frame.
const AT_ONCE: usize = 15;

/// A row, and the team that it leads to; a group leads nowhere.
type Line = (Row, Option<AssessmentId>);

/// What is drawn.
pub struct Sheet<'a> {
    /// What it shows.
    pub caption: &'static str,
    /// The rows, as text and shade.
    pub grid: Grid,
    /// Which dimensions have a column.
    pub columns: &'a [usize],
    /// The rows' teams, in the same order; none where they are groups.
    pub teams: Vec<AssessmentId>,
}

/// The table. `then` is called once all of it stands there.
pub fn cells(q: &'static Questionnaire, sheet: Sheet, then: impl FnOnce() + 'static) -> El {
    let columns = sheet.columns;
    let heads = columns.iter().map(|&at| {
        let name = el("span").text(q.dimensions[at].title.as_str());
        el("th").attr("scope", "col").class("turned").child(name)
    });
    let corner = match sheet.teams.is_empty() {
        true => words().fact_group,
        false => words().team_label,
    };
    let teams = sheet.teams.into_iter().map(Some);
    let teams = teams.chain(std::iter::repeat(None));
    let lines: Vec<Line> = sheet.grid.rows.into_iter().zip(teams).collect();
    let (first, rest) = lines.split_at(lines.len().min(AT_ONCE));
    let mut bodies = vec![el("tbody").each(first.iter().map(|line| row(q, line, columns)))];
    let mut waiting = Vec::new();
    for lines in rest.chunks(AT_ONCE) {
        let (lines, columns) = (Arc::new(lines.to_vec()), Arc::new(columns.to_vec()));
        let is_drawn = RwSignal::new(false);
        bodies.push(el("tbody").follow(move || match is_drawn.get() {
            true => {
                let rows = lines.iter().map(|line| row(q, line, &columns).done());
                all(rows.collect())
            }
            false => nothing(),
        }));
        waiting.push(is_drawn);
    }
    draw(waiting.into_iter(), then);
    let widths = columns.iter().map(|_| el("col"));
    let names = el("col").class("names");
    let table = el("table").class("grid whole").each([
        el("caption").text(sheet.caption),
        el("colgroup").child(names).each(widths),
        el("thead").each([
            el("tr").child(el("td")).each(groups(q, columns)),
            el("tr")
                .child(el("th").attr("scope", "col").text(corner))
                .each(heads),
        ]),
    ]);
    el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", sheet.caption)
        .child(table.each(bodies))
}

/// Draws what waits, one after the other, until the page is gone or shows something else.
fn draw(mut waiting: std::vec::IntoIter<RwSignal<bool>>, then: impl FnOnce() + 'static) {
    page::after(0, move || match waiting.next() {
        None => then(),
        Some(next) => {
            // It gives back what it could not be set to.
            if next.try_set(true).is_none() {
                draw(waiting, then);
            }
        }
    });
}

/// Each team leads to its results, and each number to the answers behind it.
fn row(q: &'static Questionnaire, (row, team): &Line, columns: &[usize]) -> El {
    let cells = row.cells.iter().zip(columns).map(|((text, shade), &at)| {
        let cell = el("td").class(class_of(*shade));
        // Without a number there is nothing behind it to look at.
        let is_number = text.starts_with(|c: char| c.is_ascii_digit());
        let Some(team) = team.as_ref().filter(|_| is_number) else {
            return cell.text(text.clone());
        };
        let dimension = &q.dimensions[at];
        let says = [&row.label, ", ", &dimension.title, ": ", text].concat();
        let to = Route::Assessment(team.clone(), Page::Dimension(dimension.id.clone()));
        cell.child(link(&to, text.clone()).attr("aria-label", says))
    });
    let name = el("bdi").text(row.label.clone());
    let name = match team {
        Some(team) => link(&Route::Assessment(team.clone(), Page::Results), "").child(name),
        None => name,
    };
    let name = el("th").attr("scope", "row").child(name);
    el("tr").child(name).each(cells)
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
