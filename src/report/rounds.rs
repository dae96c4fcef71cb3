//! States of assessments one after the other, and two of them side by side.

use super::blocks::{Block, Table};
use crate::advice::{Change, changes, highest_first, moved};
use crate::figure::dumbbell::{self, Dumbbell};
use crate::figure::hits::Leads;
use crate::figure::trend::{Series, Trend};
use crate::figure::{Ink, Sign};
use crate::model::{Assessment, Questionnaire};
use crate::scoring::{Reading, Score, score};
use crate::words::words;

/// A state and what it is called.
pub type State<'a> = (String, &'a Assessment);

/// The disciplines' values over several states, the earliest first.
#[must_use]
pub fn trend(q: &Questionnaire, states: &[State]) -> Trend {
    let cards: Vec<_> = states.iter().map(|(_, a)| score(q, a)).collect();
    let series = q.disciplines.iter().map(|d| {
        let own = cards.iter().map(|card| {
            let mut scores = card.disciplines.iter();
            scores
                .find(|s| s.id == d.id.as_str())
                .and_then(Score::value)
        });
        Series {
            number: 0,
            leads: Leads::Discipline(d.id.to_string()),
            label: d.title.clone(),
            values: own.collect(),
        }
    });
    let names = states.iter().map(|(name, _)| name.clone());
    Trend::of(names.collect(), series)
}

/// Every value over several states: disciplines, the whole, dimensions.
#[must_use]
pub fn values(q: &'static Questionnaire, states: &[State]) -> Table {
    let w = words();
    let cards: Vec<_> = states.iter().map(|(_, a)| score(q, a)).collect();
    let disciplines = q.disciplines.iter().map(|d| d.id.as_str());
    let dimensions = q.dimensions.iter().map(|d| d.id.as_str());
    let ids = disciplines.chain(["overall"]).chain(dimensions);
    let mut numbered = 0;
    let rows = ids.filter_map(|id| {
        let own = cards.iter().map(|card| {
            let all = card.disciplines.iter().chain([&card.overall]);
            all.chain(&card.dimensions).find(|s| s.id == id)
        });
        let own: Vec<Option<&Score>> = own.collect();
        let is_there = own.iter().flatten().any(|s| is_answered(s));
        let cell = |s: &Option<&Score>| s.map_or_else(|| w.none.to_owned(), |s| w.value_of(s));
        let name = w.part_name(q, id);
        // The lines of the figure have numbers.
        let is_valued = own.iter().flatten().any(|s| s.value().is_some());
        let is_line = is_valued && q.disciplines.iter().any(|d| d.id.as_str() == id);
        numbered += usize::from(is_line);
        let name = if is_line {
            format!("{numbered} {name}")
        } else {
            name.to_owned()
        };
        is_there.then(|| [name].into_iter().chain(own.iter().map(cell)).collect())
    });
    over(states, w.rounds_page().trend_values, w.part, rows.collect())
}

/// Whether somebody has answered anything of it that applies.
fn is_answered(score: &Score) -> bool {
    !matches!(score.reading, Reading::NotApplicable | Reading::Unanswered)
}

/// Every measurement over several states. Nothing where nothing was measured.
#[must_use]
pub fn measurements(q: &'static Questionnaire, states: &[State]) -> Option<Table> {
    let w = words();
    let rows = q.metrics.iter().filter_map(|metric| {
        let own = states.iter().map(|(_, a)| a.measurement(&metric.id));
        let own: Vec<_> = own.collect();
        let cell = |m: &Option<&crate::model::Measurement>| {
            let value = m.map(|m| w.amount(&metric.unit, m.value));
            value.unwrap_or_else(|| w.none.to_owned())
        };
        let cells = own.iter().map(cell);
        let is_there = own.iter().any(Option::is_some);
        is_there.then(|| [metric.title.clone()].into_iter().chain(cells).collect())
    });
    let rows: Vec<Vec<String>> = rows.collect();
    (!rows.is_empty()).then(|| over(states, w.rounds_page().trend_measurements, w.metric, rows))
}

fn over(states: &[State], caption: &str, what: &str, rows: Vec<Vec<String>>) -> Table {
    let names = states.iter().map(|(name, _)| name.clone());
    Table {
        caption: caption.to_owned(),
        head: [what.to_owned()].into_iter().chain(names).collect(),
        rows,
    }
}

/// Two states side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What changed as a whole, why, and how far it can be compared.
    pub findings: Vec<String>,
    /// The dimensions that both have, from one state to the other.
    pub slope: Trend,
    /// Those that moved, as they are printed: what rose most first.
    pub dumbbell: Dumbbell,
    /// The whole and the disciplines; the dimensions that moved; why; measurements; practices.
    pub tables: Vec<Table>,
}

impl Comparison {
    /// Compares `before` with `after`.
    #[must_use]
    pub fn of(q: &'static Questionnaire, before: &State, after: &State) -> Self {
        Self::across(q, [q; 2], before, after)
    }

    /// Compares answers to two questionnaires over what both ask, `q`, as each of them `asked` it: see
    /// [`Across`](crate::advice::Across).
    #[must_use]
    pub fn across(
        q: &'static Questionnaire,
        asked: [&Questionnaire; 2],
        before: &State,
        after: &State,
    ) -> Self {
        let w = words();
        let (a1, a2) = (before.1, after.1);
        let [first, second] = [(asked[0], a1), (asked[1], a2)];
        let parts = changes(first, second);
        let parts = parts.into_iter();
        let is_dimension = |id: &str| q.dimensions.iter().any(|d| d.id.as_str() == id);
        let (fine, coarse): (Vec<_>, Vec<_>) = parts.partition(|(id, _)| is_dimension(id));
        let overall = coarse.iter().find(|(id, _)| *id == "overall");
        let mut findings = vec![w.change_finding(overall.map(|(_, c)| c))];
        let versions = [a1, a2].map(|a| a.questionnaire.version.as_str());
        let is_own = [a1, a2].iter().all(|a| a.questionnaire.id == q.id);
        if is_own && versions.iter().any(|version| *version != q.version) {
            findings.push(w.other_versions(versions, &q.version));
        }
        let slope = Trend {
            states: vec![before.0.clone(), after.0.clone()],
            series: fine.iter().map(|(id, c)| line(q, id, c)).collect(),
        };
        let moved_parts = fine.into_iter().filter(|(_, c)| has_moved(c));
        let mut moved_parts: Vec<_> = moved_parts.collect();
        highest_first(&mut moved_parts, |(_, c)| {
            c.after.round() - c.before.round()
        });
        let dumbbell = Dumbbell {
            states: [before.0.clone(), after.0.clone()],
            rows: moved_parts
                .iter()
                .map(|(id, c)| dumbbell(q, id, c))
                .collect(),
        };
        let mut tables = why_tables(q, &coarse, &moved_parts);
        let both = [before.clone(), after.clone()];
        tables.extend(measurements(q, &both));
        let answers = moved(first, second).into_iter().map(|m| {
            let title = q.practice(m.practice).map_or("", |p| &p.title);
            let [was, is] = [m.before, m.after].map(|answer| w.answer(answer));
            vec![title.to_owned(), was, is]
        });
        let answers = answers.collect();
        tables.push(over(
            &both,
            w.rounds_page().changed_answers,
            w.practice,
            answers,
        ));
        tables.retain(|table| !table.rows.is_empty());
        Self {
            findings,
            slope,
            dumbbell,
            tables,
        }
    }

    /// The same as a document's parts.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        let w = words();
        let mut blocks: Vec<_> = self.findings.iter().cloned().map(Block::Text).collect();
        if !self.slope.series.is_empty() {
            let finding = w.trend_finding(&self.slope);
            blocks.push(if self.dumbbell.rows.is_empty() {
                Block::Text(finding)
            } else {
                let marks = self.dumbbell.marks(736.0, Ink::LIGHT, 1.0);
                Block::Figure(marks, finding, "")
            });
        }
        blocks.extend(self.tables.iter().cloned().map(Block::Table));
        blocks
    }
}

/// Whether a part moved, as it is printed.
fn has_moved(c: &Change) -> bool {
    (c.after.round() - c.before.round()).abs() >= 0.5
}

fn line(q: &'static Questionnaire, id: &str, c: &Change) -> Series {
    Series {
        number: q.number_of(id).unwrap_or_default(),
        leads: Leads::Dimension(id.to_owned()),
        label: words().part_name(q, id).to_owned(),
        values: vec![Some(c.before), Some(c.after)],
    }
}

fn dumbbell(q: &'static Questionnaire, id: &str, c: &Change) -> dumbbell::Row {
    dumbbell::Row {
        label: words().part_name(q, id).to_owned(),
        leads: Leads::Dimension(id.to_owned()),
        sign: sign_of(q, id),
        values: [c.before, c.after],
        moved: words().difference(c),
    }
}

/// The sign of the discipline of a dimension.
fn sign_of(q: &Questionnaire, dimension: &str) -> Sign {
    let mut all = q.dimensions.iter();
    let own = all.find(|d| d.id.as_str() == dimension);
    own.map_or(Sign::Plain, |d| Sign::of(d.discipline.as_str()))
}

/// Before, after, and why, of the whole, the disciplines, and the dimensions that moved. A reason that
/// accounts for nothing anywhere has no column, and where one accounts for all, neither has it.
fn why_tables(
    q: &'static Questionnaire,
    coarse: &[(&str, Change)],
    fine: &[(&str, Change)],
) -> Vec<Table> {
    let w = words();
    let all = || coarse.iter().chain(fine).map(|(_, c)| w.change_cells(c));
    let has = |at: usize| all().any(|cells| cells[at] != "0");
    let [scope, version] = [SCOPE, VERSION].map(has);
    let is_shown = |at: &usize| match *at {
        ANSWERS => scope || version,
        SCOPE => scope,
        VERSION => version,
        _ => true,
    };
    let shown: Vec<usize> = (0..w.change_head().len()).filter(is_shown).collect();
    let table = |caption: &str, part: &str, rows: &[(&str, Change)]| {
        let head = shown.iter().map(|at| w.change_head()[*at]);
        let head = [part].into_iter().chain(head).map(str::to_owned);
        let row = |(id, c): &(&str, Change)| {
            let cells = w.change_cells(c);
            let cells = shown.iter().map(|at| cells[*at].clone());
            [w.numbered(q, id)].into_iter().chain(cells).collect()
        };
        Table {
            caption: caption.to_owned(),
            head: head.collect(),
            rows: rows.iter().map(row).collect(),
        }
    };
    vec![
        table(w.by_discipline, w.discipline, coarse),
        table(w.by_dimension, w.dimension, fine),
    ]
}

/// Where the reasons stand among the cells of a change.
const ANSWERS: usize = 3;
const SCOPE: usize = 4;
const VERSION: usize = 5;
