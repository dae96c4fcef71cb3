//! Rows to changes: commits and pull requests.

use crate::events::event::{Change, Events};
use crate::events::extract::extracted::Reason;
use crate::events::extract::once::Once;
use crate::events::extract::work::Work;
use crate::events::key::Key;
use crate::events::role::Role;

/// Adds a table's changes. Of a pull request all its revisions count, the merge commit first.
pub fn rows(work: &mut Work, events: &mut Events) {
    let from = events.changes.len();
    let mut seen = Once::new(work.rows);
    for row in 0..work.rows {
        let one = match change(work, row) {
            Ok(one) => one,
            Err(reason) => {
                work.leave(row, reason);
                continue;
            }
        };
        let key = one.key.or_else(|| one.revisions.first().copied());
        if key
            .and_then(|key| seen.place(key, events.changes.len() - from))
            .is_some()
        {
            work.leave(row, Reason::Again);
            continue;
        }
        for moment in [one.committed, one.merged, one.deployed]
            .into_iter()
            .flatten()
        {
            work.see(moment);
        }
        events.changes.push(one);
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
