//! Groups of teams: a row for each, and two of them side by side.

use super::heads;
use crate::advice::portfolio::{Group, Middle, apart};
use crate::figure::Sign;
use crate::figure::dumbbell::{Dumbbell, Row as Line};
use crate::figure::grid::{Grid, Row};
use crate::figure::hits::Leads;
use crate::model::Questionnaire;
use crate::model::text::cut;
use crate::report::blocks::Table;
use crate::words::words;

/// Groups by dimensions: the middle of each group's teams. Those of which nothing may be said are left
/// out; how many these are comes with it, in words.
#[must_use]
pub fn rows_of_groups(
    q: &Questionnaire,
    groups: &[Group],
    columns: &[usize],
) -> (Grid, Option<String>) {
    let w = words();
    let (hidden, shown): (Vec<_>, Vec<_>) = groups.iter().partition(|g| g.is_withheld());
    let rows = shown.iter().map(|group| {
        let cell = |at: &usize| match group.middle(*at) {
            Middle::Known(value, _) => (w.points_of(value), value / 100.0),
            Middle::TooEarly => (w.portfolio_page().cell_early.to_owned(), 0.0),
            Middle::NotAsked => (w.portfolio_page().cell_not_asked.to_owned(), 0.0),
        };
        Row {
            label: w.group_row(group.name, group.members.len(), group.withheld),
            short: cut(group.name, 4).to_owned(),
            cells: columns.iter().map(cell).collect(),
        }
    });
    let grid = Grid {
        heads: heads(q, columns),
        rows: rows.collect(),
    };
    (grid, w.groups_withheld(hidden.len()))
}

/// Two groups side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Where they differ most, and where not at all.
    pub finding: String,
    /// How the two ends are read.
    pub key: String,
    /// The dimensions in which they differ.
    pub dumbbell: Dumbbell,
    /// The same in numbers.
    pub table: Table,
}

/// Sets two groups side by side.
#[must_use]
pub fn pair(q: &'static Questionnaire, groups: [&Group; 2], columns: &[usize]) -> Pair {
    let w = words();
    let names = groups.map(|group| match group.name {
        "" => w.portfolio_page().no_group,
        name => name,
    });
    let found = apart(groups, columns);
    let titles: Vec<_> = q.dimensions.iter().map(|d| d.title.as_str()).collect();
    let lines = found.differ.iter().map(|(at, values)| Line {
        label: titles[*at].to_owned(),
        leads: Leads::Nothing(q.dimensions[*at].id.to_string()),
        sign: Sign::of(q.dimensions[*at].discipline.as_str()),
        values: *values,
        moved: w.apart_by(*values),
    });
    let lines: Vec<_> = lines.collect();
    let rows = lines.iter().map(|line| {
        let [one, other] = line.values.map(|value| w.points_of(value));
        vec![line.label.clone(), one, other, line.moved.clone()]
    });
    let head = [w.dimension, names[0], names[1], w.change_head()[2]];
    Pair {
        finding: w.groups_finding(names, &found, &titles),
        key: w.groups_key(names),
        table: Table {
            caption: w.portfolio_page().groups_apart.to_owned(),
            head: head.map(str::to_owned).into(),
            rows: rows.collect(),
        },
        dumbbell: Dumbbell {
            states: names.map(str::to_owned),
            rows: lines,
        },
    }
}
