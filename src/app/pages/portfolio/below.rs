//! What the chosen teams have in common, below their rows.

use super::filter::Filter;
use super::pair::pair;
use crate::advice::Member;
use crate::app::components::{Cell, Row, Shown, figure_view, table_of};
use crate::app::markup::{details, el, nothing};
use crate::figure::Figure;
use crate::model::Questionnaire;
use crate::report::Table;
use crate::report::portfolio::{self, Helped, named};
use crate::words::words;
use leptos::prelude::*;
use std::sync::Arc;

/// So many rows stand there before one asks for the others.
const SHOWN: usize = 8;

/// A part of what stands below the rows: nothing where there is nothing to say.
type Part = fn(&'static Questionnaire, &Arc<Vec<Member>>, &Filter) -> AnyView;

/// All of them, as they stand below one another. Each is made in a moment of its own, so that nobody waits for
/// more than one of them.
pub const PARTS: [Part; 5] = [gaps, help, spread, quarters, pair];

fn gaps(q: &'static Questionnaire, members: &Arc<Vec<Member>>, filter: &Filter) -> AnyView {
    let gaps = portfolio::gaps(q, &filter.counted(members));
    in_parts(&gaps.caption, &gaps.head, rows_of(&gaps))
}

fn help(q: &'static Questionnaire, members: &Arc<Vec<Member>>, filter: &Filter) -> AnyView {
    let w = words();
    let help = portfolio::help(q, &filter.counted(members));
    let rows = help.iter().map(|own| helped(own, members)).collect();
    let head = w.help_head().map(str::to_owned);
    in_parts(w.portfolio_page().help, &head, rows)
}

/// How levels are spread: nobody reads it as a whole, so it is folded under what it is.
fn spread(q: &'static Questionnaire, members: &Arc<Vec<Member>>, filter: &Filter) -> AnyView {
    let table = portfolio::spread(q, &filter.counted(members));
    let rows = rows_of(&table);
    if rows.is_empty() {
        return nothing();
    }
    let own = table_of(table.caption.clone(), table.head, rows, None);
    details(table.caption).child(own).done()
}

fn quarters(q: &'static Questionnaire, members: &Arc<Vec<Member>>, filter: &Filter) -> AnyView {
    let found = portfolio::quarters(q, &filter.counted(members));
    let Some(((finding, trend, table), of)) = found.zip(members.first()) else {
        return nothing();
    };
    let p = words().portfolio_page();
    let rows = rows_of(&table);
    let figure = figure_view(Shown {
        name: "quarters".to_owned(),
        figure: Figure::Trend(trend),
        finding,
        key: p.quarters_key.to_owned(),
        title: p.quarters.to_owned(),
        table: Some(table_of(table.caption, table.head, rows, None)),
        of: &of.id,
    });
    let title = el("h2").text(p.quarters);
    el("section").each([title, figure]).done()
}

fn rows_of(table: &Table) -> Vec<Row> {
    let rows = table.rows.iter().filter_map(|row| {
        let (name, cells) = row.split_first()?;
        let cells = cells.iter().map(|cell| cell.clone().into());
        Some((name.clone(), cells.collect()))
    });
    rows.collect()
}

fn helped(helped: &Helped, members: &Arc<Vec<Member>>) -> Row {
    let w = words();
    let cell = |[first, others]: &[Vec<&Member>; 2]| {
        let first = w.names(&named(first));
        if others.is_empty() {
            return Cell::Text(first);
        }
        let more = w.more_of_them(others.len());
        // Of a thousand teams, hundreds of names for each practice, which hardly anybody opens.
        let places = others.iter().filter_map(|one| members.element_offset(one));
        let (places, members) = (places.collect::<Vec<_>>(), members.clone());
        let others = move || {
            let others = places.iter().filter_map(|at| members.get(*at));
            w.names(&named(&others.collect::<Vec<_>>()))
        };
        Cell::Fold(first, more, Box::new(others))
    };
    let cells = vec![cell(&helped.strong), cell(&helped.asking)];
    (helped.practice.clone(), cells)
}

/// A table; of one that is long, the rest folded.
fn in_parts(caption: &str, head: &[String], rows: Vec<Row>) -> AnyView {
    if rows.is_empty() {
        return nothing();
    }
    let mut rows = rows;
    let rest = rows.split_off(rows.len().min(SHOWN));
    let first = table_of(caption.to_owned(), head.to_owned(), rows, None);
    if rest.is_empty() {
        return first.done();
    }
    let title = words().more_of_them(rest.len());
    let about = words().about(caption, &title);
    let rest = details(title).child(table_of(about, head.to_owned(), rest, None));
    el("div").each([first, rest]).done()
}
