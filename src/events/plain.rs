//! Deployments of a large file of which each row is one, by their columns: there may be a million.

use super::deployment::{At, Deployment, Outcome, Told, When};
use super::digests::Digests;
use super::few::Few;
use super::seconds::Seconds;
use std::rc::Rc;

/// Deployments by their columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// Which of the dropped files they are of.
    file: u16,
    /// When each was out.
    pub finished: Rc<Seconds>,
    /// The first commit of each.
    pub committed: Option<Rc<Seconds>>,
    /// When the harm of each was over.
    pub recovered: Option<Rc<Seconds>>,
    /// The id of each.
    pub keys: Option<Rc<Digests>>,
    /// What was deployed each time.
    pub revisions: Option<Rc<Digests>>,
    /// Columns of few values, with how many values those behind them have together.
    few: Vec<(Rc<Few>, usize)>,
    /// What each combination of their values says.
    says: Vec<Deployment>,
}

/// More combinations of values are not plain.
const MOST: usize = 1024;

impl Plain {
    /// Deployments that were out at these moments, of which nothing else is known.
    #[must_use]
    pub fn new(file: u16, finished: Rc<Seconds>) -> Self {
        Self {
            file,
            finished,
            committed: None,
            recovered: None,
            keys: None,
            revisions: None,
            few: Vec::new(),
            says: vec![Deployment {
                at: At { file, row: 0 },
                key: None,
                service: None,
                environment: None,
                is_production: true,
                outcome: Outcome::Unsaid,
                finished: When::default(),
                revision: None,
                committed: When::default(),
                has_failed_users: None,
                recovered: When::default(),
                is_unplanned: None,
                says_rollback: false,
                says_hotfix: false,
            }],
        }
    }

    /// Adds a column of few values, by what the first row of each says. `None` where there are too many
    /// combinations.
    pub fn add(
        &mut self,
        few: &Rc<Few>,
        say: &mut dyn FnMut(usize, &mut Deployment),
    ) -> Option<()> {
        let firsts: Vec<usize> = few.firsts().collect();
        let all = self.says.len() * firsts.len();
        if all > MOST || all == 0 {
            return None;
        }
        for (_, behind) in &mut self.few {
            *behind *= firsts.len();
        }
        self.few.push((few.clone(), 1));
        let mut says = Vec::with_capacity(all);
        for one in &self.says {
            for row in &firsts {
                let mut one = *one;
                say(*row, &mut one);
                says.push(one);
            }
        }
        self.says = says;
        Some(())
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.finished.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What a row says.
    #[must_use]
    #[inline]
    pub fn told(&self, row: usize) -> Option<Told<'_>> {
        let finished = self.finished.get(row)?;
        let mut place = 0;
        for (few, behind) in &self.few {
            place += few.of(row)? * behind;
        }
        let alike = self.says.get(place)?;
        let when = |moments: &Option<Rc<Seconds>>| moments.as_ref()?.get(row);
        let key = |digests: &Option<Rc<Digests>>, alike| match digests {
            Some(digests) => digests.get(row),
            None => alike,
        };
        Some(Told {
            alike,
            at: At {
                file: self.file,
                row: u32::try_from(row).ok()?,
            },
            key: key(&self.keys, alike.key),
            revision: key(&self.revisions, alike.revision),
            finished: Some(finished),
            committed: when(&self.committed),
        })
    }

    /// The deployment of a row.
    #[must_use]
    pub fn row(&self, row: usize) -> Option<Deployment> {
        let told = self.told(row)?;
        let recovered = self.recovered.as_ref().and_then(|own| own.get(row));
        Some(Deployment {
            at: told.at,
            key: told.key,
            revision: told.revision,
            finished: told.finished.into(),
            committed: told.committed.into(),
            recovered: recovered.into(),
            ..*told.alike
        })
    }
}
