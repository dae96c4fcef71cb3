//! Deployments of a large file of which each row is one, by their columns: there may be a million.

use super::deployment::{At, Deployment, Outcome, Told, When};
use super::digests::Digests;
use super::few::Few;
use super::key::Key;
use super::seconds::Seconds;
use super::zone::Millis;
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

    /// Which of the dropped files they are of.
    #[must_use]
    pub const fn file(&self) -> u16 {
        self.file
    }

    /// Whether each row has an id that tells it apart from all others.
    #[must_use]
    pub fn has_ids_in_order(&self) -> bool {
        self.keys.as_ref().is_some_and(|keys| keys.are_in_order())
    }

    /// Whether each row has a revision, and none an id.
    #[must_use]
    pub fn has_only_revisions(&self) -> bool {
        let have_ids = self.keys.is_some() || self.says.iter().any(|one| one.key.is_some());
        let revisions = self.revisions.as_ref();
        !have_ids && revisions.is_some_and(|revisions| revisions.are_all())
    }

    /// What each combination of the values of columns of few says.
    #[must_use]
    pub fn says(&self) -> &[Deployment] {
        &self.says
    }

    /// Which combination a row has.
    #[must_use]
    #[inline]
    pub fn place(&self, row: usize) -> usize {
        let each = self.few.iter();
        each.map(|(few, behind)| few.of(row).unwrap_or(0) * behind)
            .sum()
    }

    /// The first commit of a row.
    #[must_use]
    #[inline]
    pub fn committed(&self, row: usize) -> Option<Millis> {
        self.committed.as_ref()?.get(row)
    }

    /// The id of a row, which has this combination.
    #[must_use]
    #[inline]
    pub fn key(&self, row: usize, place: usize) -> Option<Key> {
        match &self.keys {
            Some(keys) => keys.get(row),
            None => self.says.get(place)?.key,
        }
    }

    /// What a row deployed, which has this combination.
    #[must_use]
    #[inline]
    pub fn revision(&self, row: usize, place: usize) -> Option<Key> {
        match &self.revisions {
            Some(revisions) => revisions.get(row),
            None => self.says.get(place)?.revision,
        }
    }

    /// What a row says.
    #[must_use]
    #[inline]
    pub fn told(&self, row: usize) -> Option<Told<'_>> {
        let finished = self.finished.get(row)?;
        let place = self.place(row);
        Some(Told {
            alike: self.says.get(place)?,
            at: At {
                file: self.file,
                row: u32::try_from(row).ok()?,
            },
            key: self.key(row, place),
            revision: self.revision(row, place),
            finished: Some(finished),
            committed: self.committed(row),
            recovered: self.recovered.as_ref().and_then(|own| own.get(row)),
        })
    }

    /// The deployment of a row.
    #[must_use]
    pub fn row(&self, row: usize) -> Option<Deployment> {
        let told = self.told(row)?;
        Some(Deployment {
            at: told.at,
            key: told.key,
            revision: told.revision,
            finished: told.finished.into(),
            committed: told.committed.into(),
            recovered: told.recovered.into(),
            ..*told.alike
        })
    }
}
