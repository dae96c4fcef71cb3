//! Tables.

use crate::app::browser::page;
use crate::app::contexts::Looks;
use crate::app::markup::{El, details, effect, el, link};
use crate::route::Route;

/// What stands in a cell.
pub enum Cell {
    /// A text.
    Text(String),
    /// A number that leads to how it came about: where to, what is shown, what is read aloud.
    Why(Route, String, String),
    /// Names, and more of them to fold out, under what says how many.
    Fold(String, String, String),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// One row: its name, and its cells.
pub type Row = (String, Vec<Cell>);

/// A table that scrolls by itself where it is wider than the page.
pub fn table(caption: &str, head: &[&str], rows: Vec<Row>) -> El {
    let head = head.iter().map(|&h| h.to_owned());
    table_of(caption.to_owned(), head.collect(), rows)
}

/// The same with texts that are made on the way.
pub fn table_of(caption: String, head: Vec<String>, rows: Vec<Row>) -> El {
    let head = head
        .into_iter()
        .map(|h| el("th").attr("scope", "col").text(h));
    let rows = rows.into_iter().map(|(name, cells)| {
        let name = el("th").attr("scope", "row").text(name);
        el("tr").child(name).each(cells.into_iter().map(cell))
    });
    let table = el("table").each([
        el("caption").child(el("h2").text(caption.clone())),
        el("thead").child(el("tr").each(head)),
        el("tbody").each(rows),
    ]);
    let looks = Looks::get();
    effect(move || {
        looks.track();
        page::next_frame(page::mark_scrollers);
    });
    el("div")
        .class("scroll")
        .attr("data-name", caption)
        .child(table)
}

fn cell(cell: Cell) -> El {
    match cell {
        Cell::Text(text) => el("td").text(text),
        Cell::Why(route, text, label) => {
            el("td").child(link(&route, text).attr("aria-label", label))
        }
        Cell::Fold(first, title, others) => {
            let more = el("span").text(others);
            el("td").text(first).child(details(title).child(more))
        }
    }
}
