//! What rows mean, once it is known which column is what.
//!
//! Texts that tell things apart (ids, revisions, services) are kept as a digest: there may be a million.
//! What a reader is shown comes from the table, by [`At`].

use super::zone::Millis;

pub use super::key::Key;

/// Where an event stands. In six bytes: there may be a million.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(Rust, packed(2))]
pub struct At {
    /// Which of the dropped files, from 0.
    pub file: u16,
    /// Which row of its table, from 0.
    pub row: u32,
}

/// A moment, or none, in six bytes: there may be a million deployments with three each. What lies more than 4,000
/// years from 1970 is as far away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(Rust, packed(2))]
pub struct When {
    low: u32,
    high: i16,
}

impl When {
    /// The moment, where there is one.
    #[must_use]
    #[inline]
    pub fn get(self) -> Option<Millis> {
        (self != Self::default()).then_some(Millis::from(self.high) << 32 | Millis::from(self.low))
    }
}

/// None, which is a moment that no file has.
impl Default for When {
    fn default() -> Self {
        Self {
            low: 0,
            high: i16::MIN,
        }
    }
}

impl From<Option<Millis>> for When {
    #[inline]
    fn from(at: Option<Millis>) -> Self {
        let Some(at) = at else {
            return Self::default();
        };
        const FURTHEST: Millis = 1 << 47;
        let at = at.clamp(1 - FURTHEST, FURTHEST - 1);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the two halves of 48 bits"
        )]
        Self {
            low: at as u32,
            high: (at >> 32) as i16,
        }
    }
}

/// How a deployment ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Outcome {
    /// It went out; what was replaced later succeeded, too.
    Succeeded,
    /// The pipeline failed: nothing reached users.
    Failed,
    /// Somebody stopped it, or it was skipped or had nothing to do.
    Cancelled,
    /// It has not ended yet.
    Running,
    /// The file does not say: each row is taken to have succeeded, and that is told.
    #[default]
    Unsaid,
}

/// One deployment, to whatever environment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deployment {
    /// Where it stands.
    pub at: At,
    /// Its own id. `None`: service, environment, revision and the minute of its end tell it apart.
    pub key: Option<Key>,
    /// The service or repository.
    pub service: Option<Key>,
    /// The environment.
    pub environment: Option<Key>,
    /// Whether that is production, by the user's choice of values.
    pub is_production: bool,
    /// How it ended.
    pub outcome: Outcome,
    /// When it was out.
    pub finished: When,
    /// What was deployed: a sha, a tag, a version.
    pub revision: Option<Key>,
    /// The first commit of what it brought, where its own row says so.
    pub committed: When,
    /// Whether it needed immediate intervention, where a column says so.
    pub has_failed_users: Option<bool>,
    /// When that was over, where its own row says so.
    pub recovered: When,
    /// Whether it was unplanned work after an incident, where a column says so.
    pub is_unplanned: Option<bool>,
    /// Whether its title, branch, tag or labels say *rollback*, *revert* or *roll-back*.
    pub says_rollback: bool,
    /// Whether they say *hotfix*, *roll-forward* or *incident*.
    pub says_hotfix: bool,
}

/// A change on its way to production: a commit, or a pull request with its commits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where it stands.
    pub at: At,
    /// Its own id.
    pub key: Option<Key>,
    /// The revisions by which it is deployed: of a pull request the merge commit first.
    pub revisions: Vec<Key>,
    /// The earliest commit, by its author date.
    pub committed: Option<Millis>,
    /// When it was merged. A pull request that was closed without it is no change.
    pub merged: Option<Millis>,
    /// When it was in production, where its own row says so.
    pub deployed: Option<Millis>,
    /// Whether it only joins two branches.
    pub is_merge: bool,
    /// What it takes back: the revision of the original, where its text says so.
    pub reverts: Option<Key>,
}

/// An incident, or a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Incident {
    /// Where it stands.
    pub at: At,
    /// Its own id.
    pub key: Option<Key>,
    /// The service.
    pub service: Option<Key>,
    /// When harm began; where the tool does not know, when it was opened.
    pub began: Option<Millis>,
    /// When somebody or something noticed.
    pub detected: Option<Millis>,
    /// When a human took it up.
    pub acknowledged: Option<Millis>,
    /// When harm was over for users.
    pub mitigated: Option<Millis>,
    /// When it was closed.
    pub ended: Option<Millis>,
    /// The revision that caused it, where the row says so.
    pub cause: Option<Key>,
    /// The same text as the id of a deployment: an id of digits may look like a revision.
    pub cause_id: Option<Key>,
    /// How many times it paged a human, where the row says so; otherwise an incident is one page.
    pub pages: Option<u32>,
    /// Whether it was acted on, where a column says so.
    pub was_acted_on: Option<bool>,
    /// Whether monitoring found it before users did, where a column says so.
    pub found_first: Option<bool>,
    /// Whether it is one at all: tests, declined ones, merged ones and planned maintenance are not.
    pub counts: bool,
}

/// Something that takes from one moment to another: a request, an onboarding, a review.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spell {
    /// Where it stands.
    pub at: At,
    /// Its own id.
    pub key: Option<Key>,
    /// When it began.
    pub from: Option<Millis>,
    /// When it was over; `None` while it goes on.
    pub to: Option<Millis>,
    /// How long it took by a column of its own, in hours, where there are no two moments.
    pub hours: Option<f64>,
}

/// Something that is so or is not: a service on the platform, a request served without a human, an action
/// done by its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands.
    pub at: At,
    /// What it is about: each counts once.
    pub key: Option<Key>,
    /// When, where the row says so.
    pub when: Option<Millis>,
    /// Whether it is so. `None` where the row does not say.
    pub holds: Option<bool>,
}

/// An answer of a survey.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Where it stands.
    pub at: At,
    /// When, where the row says so.
    pub when: Option<Millis>,
    /// The number given.
    pub value: f64,
}

/// How an objective did over its window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Objective {
    /// Where it stands.
    pub at: At,
    /// Which objective.
    pub key: Option<Key>,
    /// When it was looked at.
    pub when: Option<Millis>,
    /// The objective, in percent.
    pub target: Option<f64>,
    /// What was reached, in percent.
    pub reached: Option<f64>,
    /// Good events of all events, where they are counted.
    pub good: Option<f64>,
    /// All events.
    pub all: Option<f64>,
    /// What is left of the error budget, in percent; below 0 where it is overspent.
    pub budget_left: Option<f64>,
    /// The window, in days.
    pub days: Option<f64>,
}

/// The events of all files, by what they are.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Events {
    /// Deployments to all environments.
    pub deployments: Vec<Deployment>,
    /// Commits and pull requests.
    pub changes: Vec<Change>,
    /// Incidents and pages.
    pub incidents: Vec<Incident>,
    /// What takes time.
    pub spells: Vec<Spell>,
    /// What is so or not.
    pub marks: Vec<Mark>,
    /// Answers of a survey.
    pub scores: Vec<Score>,
    /// Objectives and how they did.
    pub objectives: Vec<Objective>,
}

#[cfg(test)]
mod tests {
    use super::{Deployment, When};

    #[test]
    fn a_moment_comes_out_as_it_went_in() {
        for at in [0, 1, -1, 1_767_225_600_123, -62_135_596_800_000, 1 << 46] {
            assert_eq!(When::from(Some(at)).get(), Some(at));
        }
        assert_eq!(When::from(None).get(), None);
        // What is as far away as can be is still a moment.
        assert!(When::from(Some(i64::MIN)).get() < Some(-(1 << 46)));
        assert!(When::from(Some(i64::MAX)).get() > Some(1 << 46));
        assert_eq!(size_of::<Deployment>(), 62);
    }
}
