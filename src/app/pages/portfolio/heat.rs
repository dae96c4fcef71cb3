//! The teams by dimensions: a table whose cells are shaded, and lead to the answers behind them.

use crate::advice::Member;
use crate::app::markup::{El, el, link};
use crate::figure::Grid;
use crate::model::Questionnaire;
use crate::route::{Page, Route};
use crate::words::words;

/// The table. Each team leads to its results.
pub fn cells(q: &'static Questionnaire, grid: &Grid, columns: &[usize], teams: &[&Member]) -> El {
    let w = words();
    let heads = columns.iter().map(|&at| {
        let name = el("span").text(q.dimensions[at].title.as_str());
        el("th").attr("scope", "col").class("turned").child(name)
    });
    let rows = grid.rows.iter().zip(teams).map(|(row, team)| {
        let to = |page| Route::Assessment(team.id.clone(), page);
        let name = link(&to(Page::Results), "").child(el("bdi").text(row.label.clone()));
        let cells = row.cells.iter().zip(columns).map(|((text, shade), &at)| {
            let cell = el("td").class(class_of(*shade));
            // Without a number there is nothing behind it to look at.
            if !text.starts_with(|c: char| c.is_ascii_digit()) {
                return cell.text(text.clone());
            }
            let dimension = &q.dimensions[at];
            let says = [&row.label, ", ", &dimension.title, ": ", text].concat();
            let link = link(&to(Page::Dimension(dimension.id.clone())), text.clone());
            cell.child(link.attr("aria-label", says))
        });
        let name = el("th").attr("scope", "row").child(name);
        el("tr").child(name).each(cells)
    });
    let corner = el("th").attr("scope", "col").text(w.team_label);
    let table = el("table").class("grid").each([
        el("caption").text(w.portfolio_page().grid),
        el("thead").each([
            el("tr").child(el("td")).each(groups(q, columns)),
            el("tr").child(corner).each(heads),
        ]),
        el("tbody").each(rows),
    ]);
    el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", w.portfolio_page().grid)
        .child(table)
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
