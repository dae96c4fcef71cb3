//! What the few values of a column mean, to begin with.

use crate::events::eight::are_same;
use crate::events::extract::cells;
use crate::events::guess::guessed::{Counted, Guess};
use crate::events::mapping::{Mapping, Means, Quirk};
use crate::events::meanings;
use crate::events::numbers::{self, Decimal};
use crate::events::order;
use crate::events::role::{Holds, Kind, Role};
use crate::events::source::{self, entry::Source};
use crate::events::table::Table;

/// How many different values of one role are listed.
const LISTED: usize = 200;
/// Says what the values mean that a guess's columns hold.
pub fn judge(table: &Table, guess: &mut Guess) {
    let source = source::by_id(&guess.mapping.source);
    for (role, _) in Role::ALL {
        let is_window = role == Role::Window;
        if !matches!(role.holds(), Holds::Choices | Holds::Outcomes) && !is_window
            || !guess.mapping.has(role)
        {
            continue;
        }
        let counted = count(table, &guess.mapping, role);
        if counted.len() <= LISTED {
            for one in &counted {
                if let Some(means) = meaning(&guess.mapping, source, role, &one.text) {
                    guess.mapping.mean(role, &one.text, means);
                }
            }
            settle(guess, role, &counted);
            guess.values.extend(counted);
        }
    }
    if guess.mapping.kind == Kind::Objectives {
        fractions(table, &mut guess.mapping);
    }
}

/// Counts a role's values, of the first of its columns that is not empty in each row.
fn count(table: &Table, mapping: &Mapping, role: Role) -> Vec<Counted> {
    let columns: Vec<usize> = mapping
        .of(role)
        .filter_map(|column| table.find(&column.header))
        .collect();
    let cells = match columns.as_slice() {
        [one] if let Some(few) = table.few(*one) => few.counted().collect(),
        all => count_cells(table, all),
    };
    let mut found: Vec<Counted> = Vec::new();
    for (text, rows) in cells {
        // A list of states is a value for each.
        let is_list = role.holds() == Holds::Outcomes && text.contains(", ");
        for state in text.split(if is_list { ", " } else { "\0" }).map(str::trim) {
            match found.iter_mut().find(|one| one.text == state) {
                Some(one) => one.rows += rows,
                None => found.push(Counted {
                    role,
                    text: state.to_owned(),
                    rows,
                }),
            }
        }
    }
    order::sort(&mut found, |one, two| {
        one.rows > two.rows || one.rows == two.rows && one.text < two.text
    });
    found
}

/// Counts the texts of some columns, in each row that of the first one that is not empty, until there are too many.
fn count_cells<'t>(table: &'t Table, columns: &[usize]) -> Vec<(&'t str, u32)> {
    let mut cells: Vec<(&str, u32)> = Vec::new();
    let mut last = 0;
    for row in 0..table.rows() {
        let text = match columns {
            [one] => table.cell(row, *one),
            all => {
                let mut texts = all.iter().map(|at| table.cell(row, *at));
                texts.find(|text| !text.is_empty()).unwrap_or("")
            }
        };
        if let Some(cell) = cells
            .get_mut(last)
            .filter(|cell| are_same(cell.0.as_bytes(), text.as_bytes()))
        {
            cell.1 += 1;
        } else if let Some(at) = cells.iter().position(|cell| cell.0 == text) {
            cells[at].1 += 1;
            last = at;
        } else if cells.len() > LISTED {
            break;
        } else {
            last = cells.len();
            cells.push((text, 1));
        }
    }
    cells
}

/// What a value means: as the source has it, else by its words.
fn meaning(mapping: &Mapping, source: Option<&Source>, role: Role, text: &str) -> Option<Means> {
    let is = |own: &str| own.eq_ignore_ascii_case(text);
    if let Some(source) = source {
        if source
            .drops
            .iter()
            .any(|(own, value)| *own == role && is(value))
        {
            return Some(Means::No);
        }
        if source.picks.iter().any(|(own, _)| *own == role) {
            let is_one = source
                .picks
                .iter()
                .any(|(own, value)| *own == role && is(value));
            return Some(if is_one { Means::Yes } else { Means::No });
        }
        let own = source.outcomes.iter().find(|(value, _)| is(value));
        if let (Holds::Outcomes, Some((_, outcome))) = (role.holds(), own) {
            return Some(Means::Outcome(*outcome));
        }
    }
    cells::judge(mapping.kind, role, text)
}

/// Whether the source says which values of a role count.
fn source_says(guess: &Guess, role: Role) -> bool {
    source::by_id(&guess.mapping.source)
        .is_some_and(|source| source.drops.iter().any(|(own, _)| *own == role))
}

/// Decides what single values cannot: where none says production, or where some sorts deploy and others do not.
fn settle(guess: &mut Guess, role: Role, counted: &[Counted]) {
    let filled: Vec<&Counted> = counted.iter().filter(|one| !one.text.is_empty()).collect();
    let is_yes =
        |guess: &Guess, one: &Counted| guess.mapping.meaning(role, &one.text) == Some(Means::Yes);
    match (guess.mapping.kind, role) {
        (Kind::Deployments, Role::Environment) => {
            if filled.is_empty() {
                // A column that is always empty says nothing: without it all rows are production.
                guess.mapping.columns.retain(|column| column.role != role);
                guess.why.retain(|why| why.role != role);
                guess.mapping.values.retain(|value| value.role != role);
                guess.unsure.push(role);
            } else if !counted.iter().any(|one| is_yes(guess, one)) {
                guess.unsure.push(role);
                for one in filled {
                    if !meanings::is_for_tests(&one.text) {
                        guess.mapping.mean(role, &one.text, Means::Yes);
                    }
                }
            }
        }
        (Kind::Deployments, Role::Sort) if !source_says(guess, role) => {
            let some = filled
                .iter()
                .filter(|one| meanings::deploys(&one.text))
                .count();
            // A tool's runs are mostly no deployments: they wait until somebody has said which are.
            let waits = some == 0 && !guess.mapping.source.is_empty();
            if some == 0 {
                guess
                    .unsure
                    .extend((waits || filled.len() > 1).then_some(role));
            }
            for one in filled {
                if waits || some > 0 && !meanings::deploys(&one.text) {
                    guess.mapping.mean(role, &one.text, Means::No);
                }
            }
        }
        (Kind::Incidents, Role::Sort) => only_those(guess, role, &filled, &INCIDENT),
        (Kind::Objectives, Role::Window) => one_window(guess, &filled),
        (_, Role::Outcome) => {
            let is_unknown = |text: &str| meanings::incident_state(text).is_none();
            let known =
                source::by_id(&guess.mapping.source).map_or(&[][..], |source| source.outcomes);
            if filled.iter().any(|one| {
                is_unknown(&one.text)
                    && !known
                        .iter()
                        .any(|(own, _)| own.eq_ignore_ascii_case(&one.text))
            }) {
                guess.unsure.push(role);
            }
        }
        _ => {}
    }
}

/// What an incident's sort is called.
const INCIDENT: [&str; 6] = [
    "incident",
    "outage",
    "störung",
    "vorfall",
    "panne",
    "incidencia",
];

/// Whether most rows of a tracker are incidents by their sort.
pub fn is_of_incidents(table: &Table, mapping: &Mapping) -> bool {
    let can_be =
        source::by_id(&mapping.source).is_some_and(|source| source.also.contains(&Kind::Incidents));
    if mapping.kind != Kind::Tickets || !can_be || !mapping.has(Role::Sort) {
        return false;
    }
    let counted = count(table, mapping, Role::Sort);
    let all: u32 = counted.iter().map(|one| one.rows).sum();
    let are = counted.iter().filter(|one| names_one(&one.text, &INCIDENT));
    are.map(|one| one.rows).sum::<u32>() * 2 > all
}

/// Whether a text holds one of some words.
fn names_one(text: &str, words: &[&str]) -> bool {
    let text = meanings::small(text);
    words.iter().any(|word| text.contains(word))
}

/// Keeps the sorts whose name holds one of some words, where there are any.
fn only_those(guess: &mut Guess, role: Role, filled: &[&Counted], words: &[&str]) {
    let holds = |text: &str| names_one(text, words);
    if !filled.iter().any(|one| holds(&one.text)) {
        return;
    }
    for one in filled {
        if !holds(&one.text) {
            guess.mapping.mean(role, &one.text, Means::No);
        }
    }
}

/// Keeps one window, the one that is nearest to 28 days: a report for each window tells of one objective several
/// times.
fn one_window(guess: &mut Guess, filled: &[&Counted]) {
    const FOUR_WEEKS: f64 = 28.0 * 86_400_000.0;
    let unit = |guess: &Guess| {
        let reads = guess
            .mapping
            .of(Role::Window)
            .next()
            .map(|column| column.reads);
        match reads {
            Some(crate::events::mapping::Reads::Units(unit)) => f64::from(unit),
            _ => 86_400_000.0,
        }
    };
    let unit = unit(guess);
    let apart = |one: &Counted| {
        numbers::value(&one.text, Decimal::Point).map(|number| (number * unit - FOUR_WEEKS).abs())
    };
    let nearest = filled
        .iter()
        .filter_map(|one| apart(one).map(|apart| (apart, &one.text)))
        .min_by(|one, two| one.0.total_cmp(&two.0).then_with(|| one.1.cmp(two.1)))
        .map(|(_, text)| text.clone());
    if filled.len() < 2 {
        return;
    }
    guess.unsure.push(Role::Window);
    for one in filled {
        let means = if Some(&one.text) == nearest.as_ref() {
            Means::Yes
        } else {
            Means::No
        };
        guess.mapping.mean(Role::Window, &one.text, means);
    }
}

/// Targets of at most 1 are fractions: no objective is one percent.
fn fractions(table: &Table, mapping: &mut Mapping) {
    let is_small = |role: Role| {
        let column = mapping.of(role).next()?;
        let at = table
            .headers()
            .iter()
            .position(|own| *own == column.header)?;
        let mut numbers = (0..table.rows())
            .filter_map(|row| numbers::value(table.cell(row, at), Decimal::Point))
            .peekable();
        numbers.peek()?;
        Some(numbers.all(|number| number <= 1.0))
    };
    let is_fraction = is_small(Role::Target).or_else(|| is_small(Role::Reached)) == Some(true);
    if is_fraction && !mapping.is(Quirk::Fractions) {
        mapping.quirks.push(Quirk::Fractions);
    }
}
