//! What the chosen teams have in common, below their rows.

use crate::app::components::{Cell, Row, Shown, figure_view, table_of};
use crate::app::markup::{El, details, el};
use crate::figure::{Figure, Trend};
use crate::model::AssessmentId;
use crate::report::Table;
use crate::report::portfolio::{Common, Helped};
use crate::words::words;

/// So many rows stand there before one asks for the others.
const SHOWN: usize = 8;

/// Gaps, who could help whom, how levels are spread, and the way over the quarters.
pub fn common(common: &Common, of: &AssessmentId) -> Vec<El> {
    let w = words();
    let p = w.portfolio_page();
    let help = common.help.iter().map(helped).collect();
    let head = w.help_head().map(str::to_owned);
    let mut parts = vec![
        in_parts(p.gaps, &common.gaps.head, rows_of(&common.gaps), SHOWN),
        in_parts(p.help, &head, help, SHOWN),
        folded(&common.spread),
    ];
    if let Some((finding, trend, table)) = &common.quarters {
        parts.push(Some(over_quarters(finding, trend, table, of)));
    }
    parts.into_iter().flatten().collect()
}

fn rows_of(table: &Table) -> Vec<Row> {
    let rows = table.rows.iter().filter_map(|row| {
        let (name, cells) = row.split_first()?;
        let cells = cells.iter().map(|cell| cell.clone().into());
        Some((name.clone(), cells.collect()))
    });
    rows.collect()
}

fn helped(helped: &Helped) -> Row {
    let w = words();
    let names = |[first, others]: &[Vec<&str>; 2]| match others.len() {
        0 => Cell::Text(w.names(first)),
        more => Cell::Fold(w.names(first), w.more_of_them(more), w.names(others)),
    };
    let cells = vec![names(&helped.strong), names(&helped.asking)];
    (helped.practice.clone(), cells)
}

/// A table that nobody reads as a whole, folded under what it is.
fn folded(table: &Table) -> Option<El> {
    let rows = rows_of(table);
    if rows.is_empty() {
        return None;
    }
    let own = table_of(table.caption.clone(), table.head.clone(), rows, None);
    Some(details(table.caption.clone()).child(own))
}

/// A table; of one that is long, the rest folded.
fn in_parts(caption: &str, head: &[String], rows: Vec<Row>, shown: usize) -> Option<El> {
    if rows.is_empty() {
        return None;
    }
    let mut rows = rows;
    let rest = rows.split_off(rows.len().min(shown));
    let first = table_of(caption.to_owned(), head.to_owned(), rows, None);
    if rest.is_empty() {
        return Some(first);
    }
    let title = words().more_of_them(rest.len());
    let about = words().about(caption, &title);
    let rest = details(title).child(table_of(about, head.to_owned(), rest, None));
    Some(el("div").each([first, rest]))
}

fn over_quarters(finding: &str, trend: &Trend, table: &Table, of: &AssessmentId) -> El {
    let p = words().portfolio_page();
    let figure = figure_view(Shown {
        name: "quarters".to_owned(),
        figure: Figure::Trend(trend.clone()),
        finding: finding.to_owned(),
        key: p.quarters_key.to_owned(),
        title: p.quarters.to_owned(),
        table: Some(table_of(
            table.caption.clone(),
            table.head.clone(),
            rows_of(table),
            None,
        )),
        of,
    });
    el("section").each([el("h2").text(p.quarters), figure])
}
