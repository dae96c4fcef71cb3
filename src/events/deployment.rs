//! A deployment, and where and when it was.

use super::key::Key;
use super::zone::Millis;

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

/// A deployment, with what differs from row to row beside what many rows say alike.
#[derive(Debug, Clone, Copy)]
pub struct Told<'e> {
    /// What many rows may say alike.
    pub alike: &'e Deployment,
    /// Where it stands.
    pub at: At,
    /// Its own id.
    pub key: Option<Key>,
    /// What was deployed.
    pub revision: Option<Key>,
    /// When it was out.
    pub finished: Option<Millis>,
    /// The first commit of what it brought.
    pub committed: Option<Millis>,
    /// When its harm was over.
    pub recovered: Option<Millis>,
}

impl<'e> From<&'e Deployment> for Told<'e> {
    fn from(alike: &'e Deployment) -> Self {
        Self {
            alike,
            at: alike.at,
            key: alike.key,
            revision: alike.revision,
            finished: alike.finished.get(),
            committed: alike.committed.get(),
            recovered: alike.recovered.get(),
        }
    }
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
