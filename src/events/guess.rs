//! A mapping to begin with, and why it is so.

pub mod content;
pub mod guessed;
pub mod names;
mod telling;
mod values;

use crate::events::mapping::{Item, Mapping, Reads};
use crate::events::order;
use crate::events::role::{Holds, Kind, Role};
use crate::events::source::entry::Source;
use crate::events::source::headers::Headers;
use crate::events::source::{self, Recognised};
use crate::events::table::Table;
use crate::events::times::{self, Found, TimeFormat};
use content::Content;
use telling::{said, telling};

pub use guessed::{By, Counted, Guess, Why};

/// Guesses what a table means. `wanted` is what the metric that somebody asks for is made of; without it the
/// table decides.
#[must_use]
pub fn guess(table: &Table, wanted: Option<Kind>) -> Guess {
    guess_by(table, content::times(table), wanted)
}

/// The same, where it is known already how the times of each column are written, by themselves.
#[must_use]
pub fn guess_by(table: &Table, founds: Vec<Option<Found>>, wanted: Option<Kind>) -> Guess {
    let headers = Headers::new(table.headers());
    let contents = content::look(table, founds);
    let recognised = source::recognise(&headers).or_else(|| bare_log(&headers, &contents));
    let mut guess = match &recognised {
        Some(found) if wanted.is_none_or(|kind| can_be(found.source, kind)) => {
            of_source(found.source, wanted, &headers, &contents)
        }
        _ => plain(wanted, &headers, &contents),
    };
    guess.source = recognised;
    let is_incidents = wanted.is_none() && values::is_of_incidents(table, &guess.mapping);
    if let Some(found) = guess.source.clone().filter(|_| is_incidents) {
        guess = of_source(found.source, Some(Kind::Incidents), &headers, &contents);
        guess.source = Some(found);
    }
    for group in needed(guess.mapping.kind) {
        if !group.iter().any(|role| guess.mapping.has(*role)) {
            guess.unsure.push(group[0]);
        }
    }
    guess.times = contents.into_iter().map(|content| content.found).collect();
    values::judge(table, &mut guess);
    guess
}

/// Recognises what `git log` prints with tabs and no header: revisions, their parents, two times.
fn bare_log(headers: &Headers, contents: &[Content]) -> Option<Recognised> {
    let [ids, _, authored, committed, ..] = contents else {
        return None;
    };
    let are_times = [authored, committed]
        .iter()
        .all(|content| content.can_be(Role::Committed));
    let is_one = ids.filled > 0 && ids.shas == ids.filled && are_times;
    let source = source::by_id("git-log-bare").filter(|_| is_one)?;
    let by = [0, 2, 3].map(|at| headers.name(at).to_owned()).to_vec();
    Some(Recognised { source, by })
}

/// Whether a source's rows can be read as a kind.
fn can_be(source: &Source, kind: Kind) -> bool {
    source.kind == kind || source.also.contains(&kind)
}

/// A guess that holds nothing yet.
fn bare(kind: Kind) -> Guess {
    Guess {
        source: None,
        mapping: Mapping::new(kind),
        why: Vec::new(),
        unsure: Vec::new(),
        times: Vec::new(),
        values: Vec::new(),
    }
}

/// The mapping of a source's columns.
fn of_source(
    source: &Source,
    wanted: Option<Kind>,
    headers: &Headers,
    contents: &[Content],
) -> Guess {
    let kind = wanted.unwrap_or(source.kind);
    let mut guess = bare(kind);
    source.id.clone_into(&mut guess.mapping.source);
    guess.mapping.quirks = source.quirks.to_vec();
    for (role, names) in source.columns {
        let own = *role;
        let Some(role) = as_kind(own, source.kind, kind) else {
            continue;
        };
        // Where reviews are known, the end is the first one, not the merge.
        let is_merge = role == Role::To && own == Role::Merged;
        if is_merge && guess.mapping.has(role) {
            continue;
        }
        if is_merge {
            guess.unsure.push(role);
        }
        let (names, item) = item_of(names, headers);
        let Some(at) = headers.find(names) else {
            continue;
        };
        let reads = source
            .reads
            .iter()
            .find(|(name, _)| headers.find(name) == Some(at))
            .map_or(Reads::Plain, |(_, reads)| *reads);
        add(&mut guess, role, at, reads, By::Source, headers, contents);
        if let Some(column) = guess.mapping.columns.last_mut() {
            column.item = item;
        }
        if matches!(role, Role::Labels | Role::Commits) {
            for repeat in headers.repeats(at) {
                add(
                    &mut guess,
                    role,
                    repeat,
                    reads,
                    By::Source,
                    headers,
                    contents,
                );
            }
        }
    }
    guess
}

/// A source's column as its name and, behind an `@`, the item of its list: `values@names=Fixed at`.
fn item_of<'n>(names: &'n str, headers: &Headers) -> (&'n str, Option<Item>) {
    let Some((own, item)) = names.split_once('@') else {
        return (names, None);
    };
    let item = item.split_once('=').and_then(|(beside, is)| {
        Some(Item {
            names: headers.name(headers.find(beside)?).to_owned(),
            is: is.to_owned(),
        })
    });
    (own, item)
}

/// What a source's role becomes where its rows are read as another kind; `None` where it has no meaning there.
fn as_kind(role: Role, own: Kind, kind: Kind) -> Option<Role> {
    if own == kind && kind.roles().contains(&role) {
        return Some(role);
    }
    let other = match (kind, role) {
        (Kind::Spans, Role::Started)
        | (Kind::Tickets | Kind::Spans, Role::Created | Role::Began) => Role::From,
        (
            Kind::Tickets | Kind::Spans,
            Role::Finished | Role::Resolved | Role::Done | Role::Merged | Role::Deployed,
        ) => Role::To,
        (Kind::Actions, Role::Resolved | Role::Finished | Role::To) => Role::Done,
        (Kind::Incidents | Kind::Pages, Role::From) => Role::Created,
        (Kind::Incidents | Kind::Pages, Role::To | Role::Done) => Role::Resolved,
        (_, same) => same,
    };
    kind.roles().contains(&other).then_some(other)
}

/// Gives a role to a column, and says why.
fn add(
    guess: &mut Guess,
    role: Role,
    at: usize,
    reads: Reads,
    by: By,
    headers: &Headers,
    contents: &[Content],
) {
    let header = headers.name(at);
    let content = contents.get(at).cloned().unwrap_or_default();
    let is_time = role.holds() == Holds::Times && reads == Reads::Plain;
    let found = content.found.clone().filter(|_| is_time);
    let reads = match &found {
        Some(found) => Reads::Times(found.format),
        // Lists of times, as in JSON, are always in this format.
        None if is_time && content.holds_lists() => Reads::Times(TimeFormat::Iso),
        None => reads,
    };
    if found.as_ref().is_some_and(times::Found::is_ambiguous) {
        guess.unsure.push(role);
    }
    guess.mapping.add(role, header, reads);
    guess.why.push(Why {
        role,
        header: header.to_owned(),
        by,
        fits: content.fits(role),
        of: content.filled,
        found,
    });
}

/// The mapping of a table that no known tool made: of all kinds, the one whose roles its columns fill best.
fn plain(wanted: Option<Kind>, headers: &Headers, contents: &[Content]) -> Guess {
    let kinds: &[Kind] = match &wanted {
        Some(kind) => std::slice::from_ref(kind),
        None => &[
            Kind::Deployments,
            Kind::Incidents,
            Kind::Changes,
            Kind::Objectives,
            Kind::Actions,
            Kind::Answers,
            Kind::Tickets,
            Kind::Services,
            Kind::Spans,
            Kind::Pages,
        ],
    };
    let mut best: Option<(u32, Guess)> = None;
    for &kind in kinds {
        let (weight, guess) = as_plain(kind, headers, contents);
        if best.as_ref().is_none_or(|(most, _)| weight > *most) {
            best = Some((weight, guess));
        }
    }
    best.map_or_else(|| bare(Kind::Deployments), |(_, guess)| guess)
}

/// The mapping of a table as one kind, and how well it fits.
fn as_plain(kind: Kind, headers: &Headers, contents: &[Content]) -> (u32, Guess) {
    let mut guess = bare(kind);
    let mut fits: Vec<(u32, u32, &str, Role, usize)> = Vec::new();
    for (place, &role) in kind.roles().iter().enumerate() {
        for (at, content) in contents.iter().enumerate() {
            if !content.can_be(role) {
                continue;
            }
            let fit = names::fit(kind, role, headers.form(at));
            if fit > 0 {
                let early = u32::try_from(kind.roles().len() - place).unwrap_or(0);
                fits.push((fit, early, headers.name(at), role, at));
            }
        }
    }
    // The best fits first; where two are as good, the role that tells more, then the name: never the place.
    order::sort(&mut fits, |one, two| {
        let weights = ((one.0, one.1), (two.0, two.1));
        weights.0 > weights.1 || weights.0 == weights.1 && one.2 < two.2
    });
    let mut weight = 0;
    for (fit, _, _, role, at) in fits {
        let is_taken = guess.mapping.has(role)
            || guess
                .mapping
                .columns
                .iter()
                .any(|column| column.header == headers.name(at));
        if !is_taken {
            weight += telling(kind, role) * fit / 100;
            add(
                &mut guess,
                role,
                at,
                Reads::Plain,
                By::Name,
                headers,
                contents,
            );
        }
    }
    weight += said(kind, headers) * 40;
    by_content(&mut guess, headers, contents);
    let missed = needed(kind)
        .iter()
        .any(|any| !any.iter().any(|role| guess.mapping.has(*role)));
    (if missed { weight / 4 } else { weight }, guess)
}

/// What a kind cannot do without: of each group one.
#[must_use]
pub fn needed(kind: Kind) -> &'static [&'static [Role]] {
    use Role as R;
    match kind {
        Kind::Deployments => &[&[R::Finished, R::Created, R::Started]],
        Kind::Changes => &[&[R::Committed, R::Merged]],
        Kind::Incidents | Kind::Pages => &[&[R::Began, R::Created]],
        Kind::Objectives => &[&[R::Reached, R::BudgetLeft, R::Good, R::Bad]],
        Kind::Tickets | Kind::Spans => &[&[R::From, R::Took]],
        Kind::Actions => &[&[R::Due], &[R::Done, R::Outcome]],
        Kind::Services => &[&[R::Id], &[R::Holds]],
        Kind::Answers => &[&[R::Score]],
    }
}

/// Fills what a kind cannot do without by what columns hold; such guesses have to be looked at.
fn by_content(guess: &mut Guess, headers: &Headers, contents: &[Content]) {
    for group in needed(guess.mapping.kind) {
        if group.iter().any(|role| guess.mapping.has(*role)) {
            continue;
        }
        let role = group[0];
        let is_free = |at: usize| {
            !guess
                .mapping
                .columns
                .iter()
                .any(|column| column.header == headers.name(at))
        };
        let found = (0..contents.len())
            .filter(|at| is_free(*at) && contents[*at].tells(role))
            .max_by_key(|at| {
                (
                    contents[*at].fits(role),
                    std::cmp::Reverse(headers.name(*at)),
                )
            });
        if let Some(at) = found {
            add(
                guess,
                role,
                at,
                Reads::Plain,
                By::Content,
                headers,
                contents,
            );
            guess.unsure.push(role);
        }
    }
    let has_revision = guess.mapping.has(Role::Revision);
    if matches!(guess.mapping.kind, Kind::Deployments | Kind::Changes) && !has_revision {
        let found = (0..contents.len()).find(|at| {
            let content = &contents[*at];
            let is_free = !guess
                .mapping
                .columns
                .iter()
                .any(|column| column.header == headers.name(*at));
            is_free && content.filled > 0 && content.shas * 10 >= content.filled * 9
        });
        if let Some(at) = found {
            add(
                guess,
                Role::Revision,
                at,
                Reads::Plain,
                By::Content,
                headers,
                contents,
            );
        }
    }
}
