//! Many teams as a document: where each stands, what they have in common, who could help whom.

use super::blocks::{Block, Table, texts};
use crate::advice::{Member, common_gaps, distribution, pairings};
use crate::catalog::sample::is_sample;
use crate::figure::Ink;
use crate::figure::grid::{Grid, Row};
use crate::model::text::cut;
use crate::model::{Assessment, Questionnaire};
use crate::scoring::{Reading, Score};
use crate::words::words;

/// How many common gaps, and how many practices with helpers, are shown.
const SHOWN: usize = 8;

/// A team as a portfolio shows it: one of the sample says so, in files, too.
#[must_use]
pub fn member(q: &Questionnaire, a: &Assessment) -> Member {
    let mut member = Member::of(q, a);
    if is_sample(&a.id) {
        member.team = words().made_up(&member.team);
    }
    member
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

/// Teams by dimensions. Teams with fewer than `fewest` respondents are shown without values.
#[must_use]
pub fn grid(members: &[&Member], columns: &[usize], fewest: u32) -> Grid {
    let w = words();
    let rows = members.iter().map(|m| {
        let is_withheld = m.is_withheld(fewest);
        let cell = |at: &usize| match &m.dimensions[*at] {
            _ if is_withheld => (w.portfolio_page().cell_withheld.to_owned(), 0.0),
            None => (w.portfolio_page().cell_not_asked.to_owned(), 0.0),
            Some(score) => match score.reading {
                Reading::NotApplicable => (w.portfolio_page().cell_not_asked.to_owned(), 0.0),
                Reading::Unanswered | Reading::TooEarly => {
                    (w.portfolio_page().cell_early.to_owned(), 0.0)
                }
                Reading::Known { value, .. } => (w.points_of(value), value / 100.0),
            },
        };
        Row {
            label: m.team.clone(),
            short: cut(&m.team, 4).to_owned(),
            cells: columns.iter().map(cell).collect(),
        }
    });
    Grid {
        heads: columns.iter().map(|at| (at + 1).to_string()).collect(),
        rows: rows.collect(),
    }
}

/// The columns' numbers and names.
#[must_use]
pub fn key(q: &Questionnaire, columns: &[usize]) -> String {
    let names = columns
        .iter()
        .map(|&at| format!("{} {}", at + 1, q.dimensions[at].title));
    names.collect::<Vec<_>>().join(" · ")
}

/// What many teams have in common: gaps, who could help whom, and how levels are spread. Those with
/// fewer than `fewest` respondents count nowhere.
#[must_use]
pub fn tables(q: &'static Questionnaire, members: &[&Member], fewest: u32) -> (String, Vec<Table>) {
    let w = words();
    let shown = members.iter().copied().filter(|m| !m.is_withheld(fewest));
    let shown: Vec<_> = shown.collect();
    let gaps = common_gaps(q, &shown);
    let finding = w.portfolio_finding(members.len(), shown.len(), &gaps);
    let dimension = |p: &crate::model::Practice| w.part_name(q, p.dimension.as_str()).to_owned();
    let rows = gaps.iter().take(SHOWN).map(|gap| {
        let share = w.of(gap.below, gap.of);
        vec![gap.practice.title.clone(), dimension(gap.practice), share]
    });
    let gaps = Table {
        caption: w.portfolio_page().gaps.to_owned(),
        head: texts([w.practice, w.dimension, w.portfolio_page().below]),
        rows: rows.collect(),
    };
    let pairings = pairings(q, &shown);
    let rows = pairings.iter().take(SHOWN).map(|pairing| {
        let names = |members: &[&Member]| {
            let names: Vec<_> = members.iter().map(|m| m.team.as_str()).collect();
            w.names(&names)
        };
        vec![
            pairing.practice.title.clone(),
            names(&pairing.strong),
            names(&pairing.asking),
        ]
    });
    let pairings = Table {
        caption: w.portfolio_page().help.to_owned(),
        head: texts([
            w.practice,
            w.portfolio_page().strong,
            w.portfolio_page().asking,
        ]),
        rows: rows.collect(),
    };
    let spread = distribution(q, &shown);
    let rows = spread.iter().zip(&q.dimensions).map(|(counts, dimension)| {
        let cells = counts.map(|count| count.to_string());
        let name = w.numbered(q, dimension.id.as_str());
        [name].into_iter().chain(cells).collect()
    });
    let spread = Table {
        caption: w.portfolio_page().spread.to_owned(),
        head: texts([w.dimension, w.no_level, "1", "2", "3", "4", "5"]),
        rows: rows.collect(),
    };
    let tables = [gaps, pairings, spread]
        .into_iter()
        .filter(|t| !t.rows.is_empty());
    (finding, tables.collect())
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
    let (finding, tables) = tables(q, members, fewest);
    let grid = grid(members, columns, fewest);
    let rows = grid.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|(text, _)| text.clone());
        [row.label.clone()].into_iter().chain(cells).collect()
    });
    let table = Table {
        caption: w.portfolio_page().grid.to_owned(),
        head: [w.team_label.to_owned()]
            .into_iter()
            .chain(grid.heads.clone())
            .collect(),
        rows: rows.collect(),
    };
    let mut blocks = vec![
        Block::Text(finding),
        Block::Table(table),
        Block::Text(w.portfolio_page().key.to_owned()),
        Block::Text(key(q, columns)),
    ];
    blocks.extend(tables.into_iter().map(Block::Table));
    blocks
}

/// The grid as a picture.
#[must_use]
pub fn picture(members: &[&Member], columns: &[usize], fewest: u32) -> String {
    let width = 240.0 + 34.0 * columns.len().max(8) as f64;
    grid(members, columns, fewest)
        .marks(width, Ink::LIGHT, 1.0)
        .svg()
}
