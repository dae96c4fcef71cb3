//! What rows mean, once it is known which column is what.
//!
//! Texts that tell things apart (ids, revisions, services) are kept as a digest: there may be a million.
//! What a reader is shown comes from the table, by [`At`].

use super::deployment::Told;
use super::plain::Plain;
use super::zone::Millis;

pub use super::deployment::{At, Deployment, Outcome, When};
pub use super::key::Key;

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
    /// How many times it paged a human, where the row says so, or where the tool pages with each. `None`: nothing
    /// says that it paged anybody.
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
    /// Deployments to all environments, by their columns. They come first.
    pub plain: Option<Box<Plain>>,
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

impl Events {
    /// How many deployments there are.
    #[must_use]
    pub fn count_deployments(&self) -> usize {
        self.plain.as_ref().map_or(0, |plain| plain.len()) + self.deployments.len()
    }

    /// One of the deployments.
    #[must_use]
    #[inline(never)]
    pub fn deployment(&self, i: usize) -> Deployment {
        let Some(plain) = &self.plain else {
            return self.deployments[i];
        };
        match plain.row(i) {
            Some(one) => one,
            None => self.deployments[i - plain.len()],
        }
    }

    /// What each deployment's row says.
    pub fn each_told(&self) -> impl Iterator<Item = Told<'_>> {
        (0..self.count_deployments()).map(|i| self.told(i))
    }

    /// What the row of one of the deployments says.
    #[must_use]
    #[inline]
    pub fn told(&self, i: usize) -> Told<'_> {
        let Some(plain) = &self.plain else {
            return Told::from(&self.deployments[i]);
        };
        match plain.told(i) {
            Some(told) => told,
            None => Told::from(&self.deployments[i - plain.len()]),
        }
    }

    /// What the row of one of the deployments says that was deployed.
    #[must_use]
    #[inline]
    pub fn revision(&self, i: usize) -> Option<Key> {
        match &self.plain {
            Some(plain) if i < plain.len() => plain.revision(i, plain.place(i)),
            Some(plain) => self.deployments[i - plain.len()].revision,
            None => self.deployments[i].revision,
        }
    }

    /// All deployments.
    pub fn each_deployment(&self) -> impl Iterator<Item = Deployment> {
        (0..self.count_deployments()).map(|i| self.deployment(i))
    }
}
