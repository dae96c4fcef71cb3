//! The tools whose exports are known, as data, and how a table is recognised as one of theirs.

mod delivery;
pub mod entry;
mod github;
mod gitlab;
pub mod headers;
mod incidents;
mod objectives;
mod paging;
mod pipelines;
mod stores;
mod trackers;

use entry::Source;
use headers::Headers;

/// All known sources.
const ALL: [&[Source]; 10] = [
    &github::SOURCES,
    &gitlab::SOURCES,
    &pipelines::SOURCES,
    &delivery::SOURCES,
    &stores::SOURCES,
    &paging::SOURCES,
    &incidents::SOURCES,
    &trackers::SOURCES,
    &objectives::SOURCES,
    std::slice::from_ref(&delivery::BARE_LOG),
];

/// Returns all known sources.
pub fn all() -> impl Iterator<Item = &'static Source> {
    ALL.iter().flat_map(|tool| tool.iter())
}

/// Returns the source of an id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Source> {
    all().find(|source| source.id == id)
}

/// A source that a table comes from, with what told it.
#[derive(Debug, Clone)]
pub struct Recognised {
    /// Which one it is.
    pub source: &'static Source,
    /// The columns that told it, as the table has them.
    pub by: Vec<String>,
}

/// Returns where a table comes from: of all sources whose telling columns are all there, the one with most of
/// them.
#[must_use]
pub fn recognise(headers: &Headers) -> Option<Recognised> {
    let mut best: Option<(usize, Recognised)> = None;
    for source in all() {
        let found: Option<Vec<usize>> =
            source.tells.iter().map(|tell| headers.find(tell)).collect();
        let Some(found) = found else { continue };
        if found.is_empty()
            || source
                .without
                .iter()
                .any(|other| headers.find(other).is_some())
        {
            continue;
        }
        let matched = source
            .columns
            .iter()
            .filter(|(_, names)| headers.find(names).is_some())
            .count();
        let weight = found.len() * 100 + matched;
        if best.as_ref().is_none_or(|(least, _)| weight > *least) {
            let by = found
                .iter()
                .map(|&at| headers.name(at).to_owned())
                .collect();
            best = Some((weight, Recognised { source, by }));
        }
    }
    best.map(|(_, recognised)| recognised)
}
