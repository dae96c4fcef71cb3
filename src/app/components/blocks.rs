//! The parts of a document as elements.

use super::table::{Row, scroller, table_of};
use crate::app::browser::page;
use crate::app::markup::{El, el, p};
use crate::report::{Block, Table, caption};

/// A part of a document.
pub fn block(block: &Block) -> El {
    match block {
        Block::Heading(2, text) => el("h3").class("big").text(text.clone()),
        Block::Heading(_, text) => el("h4").text(text.clone()),
        Block::Text(text) => p(text.clone()),
        Block::List(items) => list("ul", items),
        Block::Steps(items) => list("ol", items),
        Block::Table(table) => table_block(table),
        Block::Figure(marks, finding, key) => {
            let picture = el("img")
                .attr("alt", finding.clone())
                .attr("src", page::picture_of(&marks.svg()));
            let caption = el("figcaption").text(caption(finding, key));
            // On a phone it is wider than the page, so that it can be read.
            el("figure").each([scroller(finding.clone(), picture), caption])
        }
    }
}

fn list(tag: &'static str, items: &[String]) -> El {
    let items = items.iter().map(|item| el("li").text(item.clone()));
    el(tag).class("insights").each(items)
}

/// A table of a document.
pub fn table_block(table: &Table) -> El {
    let rows = table.rows.iter().filter_map(|row| {
        let (name, cells) = row.split_first()?;
        let cells = cells.iter().map(|c| c.clone().into());
        Some((name.clone(), cells.collect()))
    });
    let rows: Vec<Row> = rows.collect();
    let (caption, head) = (table.caption.clone(), table.head.clone());
    table_of(caption, head, rows, table.widths())
}
