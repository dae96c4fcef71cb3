//! Versions of a questionnaire: what a later one asks that an earlier one did not.

use super::{Practice, Questionnaire};

/// The numbers of a version such as `1.2.0`; `None` for anything else.
#[must_use]
pub fn numbers(version: &str) -> Option<[u32; 3]> {
    let mut parts = version.split('.').map(|part| part.parse().ok());
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(numbers)
}

impl Questionnaire {
    /// The practices that are newer than a version, and those whose meaning has changed since. Of a
    /// version that is no version, nothing is known.
    #[must_use]
    pub fn news_since(&self, version: &str) -> [Vec<&Practice>; 2] {
        let old = numbers(version);
        let is_later = |text: &str| old.is_some() && numbers(text) > old;
        let new = self.practices.iter().filter(|p| is_later(&p.since));
        let changed = self.practices.iter();
        let changed = changed.filter(|p| !is_later(&p.since) && is_later(&p.changed));
        [new.collect(), changed.collect()]
    }
}
