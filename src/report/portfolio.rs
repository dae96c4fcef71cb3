//! Many teams as a document: where each stands, what they have in common, who could help whom.

mod common;
mod groups;

pub use common::{Common, Helped, counted, finding, gaps, help, named, quarters, spread};
pub use groups::{Pair, pair, rows_of_groups};

use super::blocks::{Block, Table};
use crate::advice::Member;
use crate::advice::portfolio::{Round, tell_apart};
use crate::catalog::sample::is_sample;
use crate::figure::Ink;
use crate::figure::grid::{Grid, Row};
use crate::model::text::cut;
use crate::model::{Assessment, Questionnaire};
use crate::scoring::{Reading, Score};
use crate::words::words;

/// A team as a portfolio shows it: one of the sample says so, in files, too. `last` is the day on which
/// something was answered last.
#[must_use]
pub fn member(q: &Questionnaire, a: &Assessment, last: Option<&str>) -> Member {
    let mut member = Member::of(q, a);
    if !a.snapshots().is_empty() {
        member.rounds = Round::all(q, a, last);
    }
    if is_sample(&a.id) {
        member.team = words().made_up(&member.team);
    }
    member
}

/// Gives teams of the same name another one each.
pub fn named_apart(members: &mut [Member]) {
    tell_apart(members, |team, of| words().one_of_the_name(team, of));
}

/// Which columns the grid has: dimensions, by their place in the questionnaire.
#[must_use]
pub fn columns(q: &Questionnaire, discipline: &str) -> Vec<usize> {
    let all = q.dimensions.iter().enumerate();
    let own = all.filter(|(_, d)| discipline.is_empty() || d.discipline.as_str() == discipline);
    own.map(|(at, _)| at).collect()
}

/// The columns among these in which a team says something: where nobody does, there is nothing to see.
#[must_use]
pub fn answered(columns: Vec<usize>, members: &[&Member]) -> Vec<usize> {
    let is_answered =
        |score: &Score| !matches!(score.reading, Reading::NotApplicable | Reading::Unanswered);
    let says = |m: &&Member, at: usize| m.dimensions[at].as_ref().is_some_and(is_answered);
    let mut columns = columns;
    columns.retain(|at| members.iter().any(|m| says(m, *at)));
    columns
}

/// So many rows stand on the page at first. Our judgement: a hundred are more than anybody reads at once, and
/// a choice among a thousand takes up to three times as long where all stand there.
const AT_FIRST: usize = 100;

/// How many of so many rows stand on the page: all of them where they are few, or somebody asked for all.
#[must_use]
pub fn standing_of(all: usize, is_whole: bool) -> usize {
    if is_whole { all } else { all.min(AT_FIRST) }
}

/// Teams by dimensions. Teams with fewer than `fewest` respondents are shown without values.
#[must_use]
pub fn grid(q: &Questionnaire, members: &[&Member], columns: &[usize], fewest: u32) -> Grid {
    let rows = members.iter().map(|m| row(m, columns, fewest));
    Grid {
        heads: heads(q, columns),
        rows: rows.collect(),
    }
}

/// A team's row of it.
#[must_use]
pub fn row(m: &Member, columns: &[usize], fewest: u32) -> Row {
    let is_withheld = m.is_withheld(fewest);
    let cell = |at: &usize| cell(m.dimensions[*at].as_ref(), is_withheld);
    Row {
        label: m.team.clone(),
        short: cut(&m.team, 4).to_owned(),
        cells: columns.iter().map(cell).collect(),
    }
}

fn heads(q: &Questionnaire, columns: &[usize]) -> Vec<String> {
    let titles = columns.iter().map(|at| q.dimensions[*at].title.clone());
    titles.collect()
}

/// A value and its shade, or the mark of why there is none: on the screen as in files.
pub(super) fn cell(score: Option<&Score>, is_withheld: bool) -> (String, f64) {
    let w = words();
    let p = w.portfolio_page();
    let mark = match score.map(|score| &score.reading) {
        _ if is_withheld => p.cell_withheld,
        None | Some(Reading::NotApplicable) => p.cell_not_asked,
        Some(Reading::Unanswered | Reading::TooEarly) => p.cell_early,
        Some(Reading::Known { value, .. }) => return (w.points_of(*value), value / 100.0),
    };
    (mark.to_owned(), 0.0)
}

/// All of it as a document's parts.
#[must_use]
pub fn blocks(
    q: &'static Questionnaire,
    members: &[&Member],
    columns: &[usize],
    fewest: u32,
) -> Vec<Block> {
    let w = words();
    let common = Common::of(q, members, fewest);
    let table = table(w.portfolio_page().grid, &grid(q, members, columns, fewest));
    let mut blocks = vec![
        Block::Text(finding(q, members, fewest)),
        Block::Table(table),
        Block::Text(w.portfolio_page().key.to_owned()),
    ];
    blocks.extend(common.tables().into_iter().map(Block::Table));
    blocks
}

/// A grid as a document's table.
#[must_use]
pub fn table(caption: &str, grid: &Grid) -> Table {
    let rows = grid.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|(text, _)| text.clone());
        [row.label.clone()].into_iter().chain(cells).collect()
    });
    let corner = words().team_label.to_owned();
    Table {
        caption: caption.to_owned(),
        head: [corner].into_iter().chain(grid.heads.clone()).collect(),
        rows: rows.collect(),
    }
}

/// The grid as a picture.
#[must_use]
pub fn picture(grid: &Grid) -> String {
    let width = 240.0 + 34.0 * grid.heads.len().max(8) as f64;
    grid.turned(width, Ink::LIGHT).svg()
}
