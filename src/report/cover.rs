//! What a document has on its cover beside the team: whose it is, and what somebody wrote first.

use super::Block;
use crate::model::text::cut;
use crate::model::{Assessment, Fact};
use crate::words::words;

/// So much of a summary stands on one page with the rest, in characters.
const SHORT: usize = 240;

/// Names and summary, those that there are. On one page, the summary is its beginning.
pub fn blocks(a: &Assessment, at_length: bool) -> Vec<Block> {
    let w = words().report_page();
    let names = words().report_made_for(a.fact(Fact::Client), a.fact(Fact::Consultant));
    let mut blocks: Vec<_> = names.map(Block::Text).into_iter().collect();
    let summary = a.fact(Fact::Summary);
    if summary.is_empty() {
        return blocks;
    }
    if at_length {
        blocks.push(Block::Heading(2, w.summary.to_owned()));
        let paragraphs = summary.lines().filter(|line| !line.trim().is_empty());
        blocks.extend(paragraphs.map(|line| Block::Text(line.to_owned())));
    } else {
        blocks.push(Block::Text(beginning(summary)));
    }
    blocks
}

/// As many whole words of a text as fit, in one paragraph.
fn beginning(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let short = cut(&line, SHORT);
    if short.len() == line.len() {
        return line;
    }
    let end = short.rfind(' ').unwrap_or(short.len());
    format!("{}…", short[..end].trim_end_matches([',', ';', ':', '.']))
}
