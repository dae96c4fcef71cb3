//! A note: of texts written at once, all are kept.
//!
//! An answer written in two places at once is settled by the later stamp; a note would lose words
//! that way. So a note is a multi-value register: a write replaces the versions that its writer
//! knew, and no others. Source: Shapiro et al., *A comprehensive study of Convergent and
//! Commutative Replicated Data Types*, INRIA RR-7506, 2011, section 3.2.2.

use super::Stamp;

/// What stands between two texts that were written at once.
pub const AT_ONCE: &str = "\n\n— Also written at the same time: —\n\n";

/// One text of a note. `text: None` says that the note was cleared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// When and by whom it was written. `None`, in a file without stamps, is older than any.
    pub stamp: Option<Stamp>,
    /// What was written.
    pub text: Option<String>,
}

/// A note on a practice. Joining is commutative, associative and idempotent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Note {
    /// The texts that nobody has written over, the latest first.
    versions: Vec<Version>,
    /// The last write of each writer that is known here, by writer. A text at or before it that is
    /// not among the versions was written over. One entry for each page load that wrote this note.
    seen: Vec<Stamp>,
}

impl Note {
    /// A note of these versions, by a writer who knew `seen`.
    #[must_use]
    pub fn of(versions: &[Version], seen: &[Stamp]) -> Self {
        let mut note = Self::default();
        let stamps = versions.iter().filter_map(|v| v.stamp.as_ref());
        for stamp in stamps.chain(seen) {
            note.see(stamp);
        }
        versions.iter().for_each(|version| note.put(version));
        note
    }

    /// A text without a stamp, as in a file written by hand.
    #[must_use]
    pub fn unstamped(text: Option<String>) -> Self {
        Self::of(&[Version { stamp: None, text }], &[])
    }

    /// These versions in place of its own, by somebody who knew all that this one knows.
    #[must_use]
    pub fn under(&self, versions: &[Version]) -> Self {
        Self::of(versions, &self.seen)
    }

    /// What is shown: the text, or all that were written at once, the latest first.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        let mut texts: Vec<&str> = Vec::new();
        for text in self.versions.iter().filter_map(|v| v.text.as_deref()) {
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        (!texts.is_empty()).then(|| texts.join(AT_ONCE))
    }

    /// When the latest text was written.
    #[must_use]
    pub fn stamp(&self) -> Option<&Stamp> {
        self.versions.first()?.stamp.as_ref()
    }

    /// The texts that nobody has written over, the latest first.
    #[must_use]
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The last write of each writer that is known, other than those of the versions.
    pub fn seen(&self) -> impl Iterator<Item = &Stamp> {
        let is_version = |s: &&Stamp| self.versions.iter().any(|v| v.stamp.as_ref() == Some(*s));
        self.seen.iter().filter(move |s| !is_version(s))
    }

    /// Writes over every version that is known here; gives what was shown before. The stamp is put
    /// after the writer's last one, or others would take the text for one that was written over.
    pub fn write(&mut self, text: Option<String>, stamp: Stamp) -> Option<String> {
        let before = self.text();
        let own = self.seen.iter().find(|s| s.writer == stamp.writer);
        let stamp = stamp.after(own);
        self.see(&stamp);
        let stamp = Some(stamp);
        self.versions = vec![Version { stamp, text }];
        before
    }

    /// Takes over what the other has and this one never knew.
    pub fn join(&mut self, other: &Self) {
        let before = self.clone();
        self.versions.retain(|v| other.has(v) || !other.knows(v));
        for version in other.versions.iter().filter(|v| !before.knows(v)) {
            self.put(version);
        }
        for stamp in &other.seen {
            self.see(stamp);
        }
    }

    /// Whether it stands here, or another text with its stamp, such as a hand has put there.
    fn has(&self, version: &Version) -> bool {
        self.versions.iter().any(|v| v.stamp == version.stamp)
    }

    /// Whether it was written over here, for all that is known.
    fn knows(&self, version: &Version) -> bool {
        match &version.stamp {
            None => !self.seen.is_empty(),
            Some(stamp) => {
                let mut seen = self.seen.iter().filter(|s| s.writer == stamp.writer);
                seen.any(|s| s >= stamp) && !self.has(version)
            }
        }
    }

    fn see(&mut self, stamp: &Stamp) {
        match self.seen.binary_search_by(|s| s.writer.cmp(&stamp.writer)) {
            Ok(at) if self.seen[at] < *stamp => self.seen[at] = stamp.clone(),
            Ok(_) => {}
            Err(at) => self.seen.insert(at, stamp.clone()),
        }
    }

    /// Latest first; of two texts with one stamp, the greater stays.
    fn put(&mut self, version: &Version) {
        let at = self.versions.iter().position(|v| v <= version);
        let at = at.unwrap_or(self.versions.len());
        let is_same = |v: Option<&Version>| {
            v.is_some_and(|v| v == version || v.stamp.is_some() && v.stamp == version.stamp)
        };
        let before = at.checked_sub(1).and_then(|at| self.versions.get(at));
        if is_same(before) {
            return;
        }
        if is_same(self.versions.get(at)) {
            self.versions.remove(at);
        }
        self.versions.insert(at, version.clone());
    }
}
