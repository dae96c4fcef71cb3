//! Versions of a questionnaire: what a later one asks that an earlier one did not.

use super::{Metric, Practice, Questionnaire};

/// What a version asks that an earlier one did not.
#[derive(Debug, Default, PartialEq)]
pub struct News<'q> {
    /// Practices that it was the first to ask.
    pub new: Vec<&'q Practice>,
    /// Practices whose meaning has changed.
    pub changed: Vec<&'q Practice>,
    /// Metrics whose meaning or unit has changed.
    pub metrics: Vec<&'q Metric>,
}

/// A version without what tells two of the same number apart: `1.2.0` of `1.2.0+5f3a91c4`.
#[must_use]
pub fn plain(version: &str) -> &str {
    version.split_once('+').map_or(version, |(plain, _)| plain)
}

/// Two versions as people call them: by their numbers, where these tell them apart.
#[must_use]
pub fn apart([a, b]: [&str; 2]) -> [&str; 2] {
    if plain(a) == plain(b) {
        [a, b]
    } else {
        [plain(a), plain(b)]
    }
}

/// The numbers of a version such as `1.2.0`, whatever stands behind a `+`; `None` for anything else.
#[must_use]
pub fn numbers(version: &str) -> Option<[u32; 3]> {
    let mut parts = plain(version).split('.').map(|part| part.parse().ok());
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(numbers)
}

impl Questionnaire {
    /// What is newer than a version, and whose meaning has changed since. Of a version that is no
    /// version, nothing is known.
    #[must_use]
    pub fn news_since(&self, version: &str) -> News<'_> {
        let old = numbers(version);
        let is_later = |text: &str| old.is_some() && numbers(text) > old;
        let new = self.practices.iter().filter(|p| is_later(&p.since));
        let changed = self.practices.iter();
        let changed = changed.filter(|p| !is_later(&p.since) && is_later(&p.changed));
        let metrics = self.metrics.iter().filter(|m| is_later(&m.changed));
        News {
            new: new.collect(),
            changed: changed.collect(),
            metrics: metrics.collect(),
        }
    }

    /// What an id of an earlier version was called, and the titles of what asks about the same now.
    /// `None` where nothing is known of it.
    #[must_use]
    pub fn former(&self, id: &str) -> Option<(&str, Vec<&str>)> {
        let former = self.former.iter().find(|f| f.id == id)?;
        let title = |id: &String| {
            let practice = self.practices.iter().find(|p| p.id.as_str() == *id);
            let metric = || self.metrics.iter().find(|m| m.id.as_str() == *id);
            let title = practice.map(|p| p.title.as_str());
            title.or_else(|| metric().map(|m| m.title.as_str()))
        };
        Some((&former.title, former.now.iter().filter_map(title).collect()))
    }
}
