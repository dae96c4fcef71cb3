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
            // There is no picture here that would have to be read.
            Block::Text(text) | Block::Figure(_, text, _) => out += &(escaped(text) + "\n"),
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
        match table.group(cells) {
            Some(group) => {
                let empty = "|  ".repeat(table.head.len() - 1);
                *out += &format!("| **{}** {empty}|\n", escaped(group));
            }
            None => row(out, cells),
        }
    }
}

fn row(out: &mut String, cells: &[String]) {
    for cell in cells {
        *out += &format!("| {} ", escaped(cell));
    }
    *out += "|\n";
}

/// A text on one line, in which Markdown and HTML find nothing of theirs. What they take for text
/// stays as it is, since people paste it where nothing reads Markdown.
pub(super) fn escaped(text: &str) -> String {
    let text = text.trim_start();
    let opening = opening(text);
    let mut out = String::new();
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        match c {
            '\n' => out.push_str("<br>"),
            '\r' => {}
            '<' if begins_tag(rest) => out.push_str("&lt;"),
            '&' if is_entity(rest) => out.push_str("&amp;"),
            // Of a mention, or of a mail's address.
            '@' if begins_word(rest) => out.push_str("&#64;"),
            _ => {
                if opening == Some(at) || is_markup(c, &text[..at], rest) {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
    out
}

/// Where the sign stands that would make a heading, a quotation or a list of a text that begins with
/// it.
fn opening(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    let signs: &[char] = match digits {
        0 => &['#', '>', '-', '+'],
        _ => &['.', ')'],
    };
    let sign = rest.chars().next().filter(|c| signs.contains(c))?;
    let behind = rest.trim_start_matches(sign);
    let is_one = sign == '>' || behind.is_empty() || behind.starts_with([' ', '\t']);
    is_one.then_some(digits)
}

/// Whether a sign between what is `before` it and the `rest` would be taken for markup.
fn is_markup(c: char, before: &str, rest: &str) -> bool {
    match c {
        '\\' | '`' | '*' | '[' | ']' | '|' | '~' => true,
        // Within a word it is none.
        '_' => !before.ends_with(char::is_alphanumeric) || !begins_word(rest),
        // A bare address would become a link, to whatever it is.
        ':' => rest.starts_with("//"),
        '.' => before.to_ascii_lowercase().ends_with("www"),
        _ => false,
    }
}

fn begins_word(rest: &str) -> bool {
    rest.starts_with(char::is_alphanumeric)
}

/// Whether what follows `<` makes a tag, a comment or an address of it.
fn begins_tag(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// Whether what follows `&` makes a character of it.
fn is_entity(rest: &str) -> bool {
    let name = rest.split(';').next().unwrap_or_default();
    let is_closed = name.len() < rest.len() && !name.is_empty();
    is_closed && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
}
