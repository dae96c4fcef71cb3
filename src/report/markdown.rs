//! The report as Markdown, for wikis and issues.

use super::{Block, Report, Table};

/// The whole report. Pictures stay behind; the tables say the same.
#[must_use]
pub fn encode(report: &Report) -> String {
    let mut out = format!("# {}\n", escaped(&report.title));
    for block in &report.blocks {
        out.push('\n');
        match block {
            Block::Heading(level, text) => {
                out += &"#".repeat(usize::from(*level));
                out += &format!(" {}\n", escaped(text));
            }
            Block::Text(text) | Block::Figure(_, text) => out += &(escaped(text) + "\n"),
            Block::List(items) => {
                for item in items {
                    out += &format!("- {}\n", escaped(item));
                }
            }
            Block::Steps(items) => {
                for (i, item) in items.iter().enumerate() {
                    out += &format!("{}. {}\n", i + 1, escaped(item));
                }
            }
            Block::Table(t) => table(&mut out, t),
        }
    }
    out
}

fn table(out: &mut String, table: &Table) {
    *out += &format!("**{}**\n\n", escaped(&table.caption));
    row(out, &table.head);
    *out += &format!("|{}\n", " --- |".repeat(table.head.len()));
    for cells in &table.rows {
        row(out, cells);
    }
}

fn row(out: &mut String, cells: &[String]) {
    for cell in cells {
        *out += &format!("| {} ", escaped(cell));
    }
    *out += "|\n";
}

/// A text on one line, in which Markdown and HTML find nothing of theirs.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' => out.push_str("<br>"),
            '\r' => {}
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // A bare address would become a link, to whatever it is.
            ':' => out.push_str("&#58;"),
            '@' => out.push_str("&#64;"),
            _ => out.push(c),
        }
    }
    out
}
