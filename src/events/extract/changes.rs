//! Rows to changes: commits and pull requests.

use crate::events::event::{Change, Events};
use crate::events::extract::extracted::Reason;
use crate::events::extract::once::Once;
use crate::events::extract::work::Work;
use crate::events::key::Key;
use crate::events::role::Role;

/// Adds a table's changes. Of a pull request all its revisions count, the merge commit first.
#[inline(never)]
pub fn rows(work: &mut Work, events: &mut Events) {
    let from = events.changes.len();
    let mut seen = Once::new(work.rows);
    let mut reverts = Vec::new();
    for row in 0..work.rows {
        let one = match change(work, row) {
            Ok(one) => one,
            Err(reason) => {
                work.leave(row, reason);
                continue;
            }
        };
        let key = one.key.or_else(|| one.revisions.first().copied());
        let place = events.changes.len() - from;
        if key.and_then(|key| seen.place(key, place)).is_some() {
            work.leave(row, Reason::Again);
            continue;
        }
        for moment in [one.committed, one.merged, one.deployed]
            .into_iter()
            .flatten()
        {
            work.see(moment);
        }
        if one.reverts.is_none() {
            reverts.extend(named(work, row).map(|original| (place, original)));
        }
        events.changes.push(one);
    }
    if !reverts.is_empty() {
        find(work, &reverts, &mut events.changes[from..]);
    }
}

/// What a change takes back, by another name than its revision.
enum Original<'a> {
    /// Its number, as in `Reverts #42`.
    Number(&'a str),
    /// Its title, as in `Revert "Larger pier"`.
    Title(&'a str),
}

/// Returns what a change takes back, as its text, its branch or its title say: `Reverts #42`,
/// `revert-42-larger-pier`, `Revert "Larger pier"`.
fn named<'a>(work: &Work<'a>, row: usize) -> Option<Original<'a>> {
    let number = |rest: &'a str| {
        let end = rest
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(rest.len());
        (end > 0).then(|| Original::Number(&rest[..end]))
    };
    let text = work.cells.text(row, Role::Text);
    let after = |text: &'a str, begin: &str| text.split_once(begin).map(|(_, rest)| rest);
    if let Some(found) = after(text, "everts #")
        .or_else(|| after(text, "everts !"))
        .and_then(number)
    {
        return Some(found);
    }
    let branch = work.cells.text(row, Role::Branch);
    let behind = branch.strip_prefix("revert-").and_then(number);
    // A branch can be named after a revision, too: that is no number.
    if let Some(found) =
        behind.filter(|found| matches!(found, Original::Number(number) if number.len() < 7))
    {
        return Some(found);
    }
    let title = work
        .cells
        .text(row, Role::Title)
        .strip_prefix("Revert \"")?;
    title
        .rsplit_once('"')
        .map(|(title, _)| Original::Title(title))
}

/// Finds the revisions of what was taken back, among the changes of the same table.
fn find(work: &Work, reverts: &[(usize, Original)], changes: &mut [Change]) {
    for (place, original) in reverts {
        let is = |change: &&Change| {
            let row = usize::try_from(change.at.row).unwrap_or(0);
            let id = work.cells.text(row, Role::Id);
            match original {
                Original::Number(number) => id.rsplit(['/', '!', '#']).next() == Some(number),
                Original::Title(title) => work.cells.text(row, Role::Title).trim() == *title,
            }
        };
        let found = changes
            .iter()
            .find(is)
            .and_then(|change| change.revisions.first().copied());
        changes[*place].reverts = found;
    }
}

/// Makes a row's change.
fn change(work: &mut Work, row: usize) -> Result<Change, Reason> {
    if !work.is_sort(row) {
        return Err(Reason::OtherSort);
    }
    let at = work.at(row);
    let cells = &mut work.cells;
    let merged = cells.time(row, Role::Merged);
    if cells.has(Role::Merged) && merged.is_none() {
        return Err(Reason::NotMerged);
    }
    let committed = cells.time(row, Role::Committed);
    let deployed = cells.time(row, Role::Deployed);
    let first = committed.or(merged).or(deployed).ok_or(Reason::NoTime)?;
    if work.is_ahead(first) {
        return Err(Reason::InFuture);
    }
    let cells = &mut work.cells;
    let mut revisions = Vec::new();
    for role in [Role::Revision, Role::Commits] {
        for text in cells.texts(row, role) {
            let each = text.split([',', ';', '\n', '|', '\u{1f}', ' ']);
            for key in each.filter_map(Key::revision) {
                if !revisions.contains(&key) {
                    revisions.push(key);
                }
            }
        }
    }
    let is_merge = cells
        .text(row, Role::Parents)
        .split([' ', ',', ';'])
        .filter(|one| one.len() >= 7)
        .count()
        > 1;
    let reverts =
        reverted(cells.text(row, Role::Text)).or_else(|| reverted(cells.text(row, Role::Title)));
    Ok(Change {
        at,
        key: cells.key(row, Role::Id),
        revisions,
        committed,
        merged,
        deployed,
        is_merge,
        reverts,
    })
}

/// The revision that a message takes back, as git writes it: `This reverts commit <sha>.`
fn reverted(text: &str) -> Option<Key> {
    let (_, rest) = text.split_once("reverts commit ")?;
    let end = rest
        .find(|letter: char| !letter.is_ascii_hexdigit())
        .unwrap_or(rest.len());
    (end >= 7).then(|| Key::revision(&rest[..end])).flatten()
}
