//! Where in a document things stand, and what is remarked there.

use super::remark::Remark;
use crate::model::validate::{Gravity, Mistake};
use std::collections::BTreeMap;
use std::ops::Range;

/// So many remarks are made, and no more: whoever has mended these looks again.
const MOST: usize = 100;
/// So many of what is being written, which shows each beside its field: more than the longest model has texts.
const MOST_BESIDE: usize = 10_000;

/// Where things stand, and the remarks so far.
pub(super) struct Places<'t> {
    text: &'t str,
    /// The first byte of each line.
    lines: Vec<usize>,
    most: usize,
    /// The first byte of each table and field, by its path.
    at: BTreeMap<String, usize>,
    wrong: Vec<(usize, Remark)>,
    regrets: Vec<(usize, Remark)>,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let lines = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            lines: [0].into_iter().chain(lines).collect(),
            most: MOST,
            at: BTreeMap::new(),
            wrong: Vec::new(),
            regrets: Vec::new(),
        }
    }

    /// The same, of what is being written.
    pub(super) fn beside_fields(text: &'t str) -> Self {
        Self {
            most: MOST_BESIDE,
            ..Self::new(text)
        }
    }

    /// Says where something stands.
    pub(super) fn stands(&mut self, path: String, at: usize) {
        self.at.insert(path, at);
    }

    /// Whether a table or a field is in this document, and not in what it extends.
    pub(super) fn has(&self, path: &str) -> bool {
        self.at.contains_key(path)
    }

    /// Adds what is wrong at a place of the text.
    pub(super) fn wrong_at(&mut self, at: Option<Range<usize>>, path: &str, message: String) {
        if self.wrong.len() > self.most {
            return;
        }
        let at = at.map_or(0, |range| range.start);
        let remark = self.remark(at, path, message);
        self.wrong.push((at, remark));
    }

    /// Adds what is wrong with a table or a field.
    pub(super) fn wrong_with(&mut self, path: &str, message: impl Into<String>) {
        let at = self.nearest(path);
        self.wrong_at(Some(at..at), path, message.into());
    }

    /// Adds what the author may regret.
    pub(super) fn regret(&mut self, path: &str, message: impl Into<String>) {
        let at = self.nearest(path);
        self.regret_at(at..at, path, message.into());
    }

    /// Adds what the author may regret at a place of the text.
    pub(super) fn regret_at(&mut self, at: Range<usize>, path: &str, message: String) {
        if self.regrets.len() > self.most {
            return;
        }
        let remark = self.remark(at.start, path, message);
        self.regrets.push((at.start, remark));
    }

    /// Adds what the validator found.
    pub(super) fn add(&mut self, mistake: &Mistake) {
        match mistake.gravity {
            Gravity::Wrong => self.wrong_with(&mistake.path, &*mistake.message),
            Gravity::Regret => self.regret(&mistake.path, &*mistake.message),
        }
    }

    pub(super) fn is_wrong(&self) -> bool {
        !self.wrong.is_empty()
    }

    /// What is wrong, in the order of the document.
    pub(super) fn wrong(self) -> Vec<Remark> {
        in_order(self.wrong, self.most)
    }

    /// What may be regretted, in the order of the document.
    pub(super) fn regrets(self) -> Vec<Remark> {
        in_order(self.regrets, self.most)
    }

    /// What is wrong, and what may be regretted.
    pub(super) fn both(self) -> [Vec<Remark>; 2] {
        [self.wrong, self.regrets].map(|remarks| in_order(remarks, self.most))
    }

    /// Where a path stands; of one that does not, the nearest that it is part of.
    fn nearest(&self, path: &str) -> usize {
        let mut path = path;
        loop {
            if let Some(at) = self.at.get(path) {
                return *at;
            }
            match path.rsplit_once('/') {
                Some((before, _)) => path = before,
                None => return 0,
            }
        }
    }

    fn remark(&self, at: usize, path: &str, message: String) -> Remark {
        let line = self.lines.partition_point(|begin| *begin <= at);
        let begin = line.checked_sub(1).and_then(|n| self.lines.get(n));
        let before = begin.and_then(|begin| self.text.get(*begin..at));
        Remark {
            line,
            column: before.unwrap_or_default().chars().count() + 1,
            path: path.to_owned(),
            message,
        }
    }
}

fn in_order(mut remarks: Vec<(usize, Remark)>, most: usize) -> Vec<Remark> {
    remarks.sort_by_key(|(at, _)| *at);
    let is_more = remarks.len() > most;
    remarks.truncate(most);
    if let (true, Some((_, last))) = (is_more, remarks.last_mut()) {
        last.message += &format!("; these are {most} of more");
    }
    remarks.into_iter().map(|(_, remark)| remark).collect()
}
