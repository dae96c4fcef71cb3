//! Tables.

use crate::app::browser::wide;
use crate::app::markup::{El, Text, details, el, link};
use crate::route::Route;
use leptos::prelude::*;

/// What stands in a cell.
pub enum Cell {
    /// A text.
    Text(String),
    /// A number that leads to how it came about: where to, what is shown, what is read aloud.
    Why(Route, String, String),
    /// A text, and more to fold out, under what says how much: it is made when somebody opens it.
    Fold(String, String, Box<dyn Fn() -> String + Send + Sync>),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// One row: its name, and its cells. Without any, it names the rows below it.
pub type Row = (String, Vec<Cell>);

/// A table that scrolls by itself where it is wider than the page.
pub fn table(caption: &str, head: &[&str], rows: Vec<Row>) -> El {
    let head = head.iter().map(|&h| h.to_owned());
    table_of(caption.to_owned(), head.collect(), rows, None)
}

/// The same with texts that are made on the way, and with how wide the columns are, in percent, where that is said.
pub fn table_of(
    caption: String,
    head: Vec<String>,
    rows: Vec<Row>,
    widths: Option<Vec<usize>>,
) -> El {
    let widths = widths.unwrap_or_default().into_iter();
    let widths = widths.map(|width| el("col").attr("width", format!("{width}%")));
    let columns = head.len();
    let head = head
        .into_iter()
        .map(|h| el("th").attr("scope", "col").text(h));
    // A group of rows is a body of its own.
    let (mut bodies, mut body) = (Vec::new(), Vec::new());
    for (name, cells) in rows {
        let name = el("th").text(name);
        let row = el("tr");
        let row = if cells.is_empty() && columns > 1 {
            bodies.push(std::mem::take(&mut body));
            let name = name.attr("scope", "rowgroup");
            row.child(name.attr("colspan", columns.to_string()))
        } else {
            let name = name.attr("scope", "row");
            row.child(name).each(cells.into_iter().map(cell))
        };
        body.push(row);
    }
    bodies.push(body);
    bodies.retain(|body| !body.is_empty());
    let bodies = bodies.into_iter().map(|body| el("tbody").each(body));
    let table = el("table").each([
        el("caption").child(el("h2").text(caption.clone())),
        el("colgroup").each(widths),
        el("thead").child(el("tr").each(head)),
    ]);
    let table = table.each(bodies);
    scroller(caption, table)
}

/// What scrolls by itself where it is wider than its place, and can then be scrolled with the keyboard.
pub fn scroller(name: impl Text, what: El) -> El {
    wide::watch();
    el("div")
        .class("scroll")
        .attr("data-name", name)
        .child(what)
}

fn cell(cell: Cell) -> El {
    match cell {
        Cell::Text(text) => el("td").text(text),
        Cell::Why(route, text, label) => {
            el("td").child(link(&route, text).attr("aria-label", label))
        }
        Cell::Fold(first, title, others) => {
            let is_open = RwSignal::new(false);
            let others = move || match is_open.get() {
                true => others(),
                false => String::new(),
            };
            let more = details(title).on("toggle", move |_| is_open.set(true));
            let more = more.child(el("span").live_text(others));
            el("td").text(first).child(more)
        }
    }
}
