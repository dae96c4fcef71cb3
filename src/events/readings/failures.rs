//! Which deployments failed, found on all data: only afterwards are the days cut, so that a link never
//! depends on where they begin. <https://github.com/apache/devlake/issues/4989>

use super::index::{Index, NONE};
use super::links::Links;
use super::names::Names;
use super::neighbours::Neighbours;
use super::shipped::Shipped;
use super::statistics::{Sorted, count, place, sort};
use crate::events::event::{Change, Events, Incident, Key};
use crate::events::period::HOUR;
use crate::events::reading::{Blame, Failures, Options};
use crate::events::zone::Millis;

/// What marks a deployment as failed, from the surest to the least sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clue {
    /// A column.
    Column,
    /// An incident that names it.
    Link,
    /// A rollback.
    Rollback,
    /// A revert.
    Revert,
    /// Words of the one after it.
    Words,
    /// An incident soon after it.
    Window,
    /// A column says that it did not fail.
    Not,
}

impl Clue {
    const ALL: [Self; 6] = [
        Self::Column,
        Self::Link,
        Self::Rollback,
        Self::Revert,
        Self::Words,
        Self::Window,
    ];

    /// By its number.
    pub fn of(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }

    /// Whether what was deployed and reverted alone tells it.
    pub fn is_of_version(self) -> bool {
        matches!(self, Self::Rollback | Self::Revert)
    }

    /// How many there are of each.
    pub fn counts(clues: impl Iterator<Item = Self>, blame: Blame) -> Failures {
        let mut n = [0; 7];
        clues.for_each(|clue| n[clue as usize] += 1);
        let [column, link, rollback, revert, words, window, _] = n;
        Failures {
            column,
            link,
            rollback,
            revert,
            words,
            window,
            blame,
        }
    }
}

/// Which deployments failed, by their place in the order.
pub struct Failed {
    /// What marked each.
    clues: Vec<Option<Clue>>,
    /// The deployments that repaired some, by their places.
    repairs: Index,
    /// Those before and after one another.
    pub beside: Neighbours,
    /// Those that are rollbacks by their revisions, in order.
    rollbacks: Vec<u32>,
    /// Failed deployments and their incidents.
    pub links: Vec<Sorted>,
    /// Incidents that mark no deployment.
    pub unlinked: Vec<u32>,
    /// Whether a column or incidents that name deployments tell the failed from the others.
    pub is_told: bool,
}

impl Failed {
    /// Finds them.
    pub fn of(events: &Events, shipped: &Shipped, options: &Options) -> Self {
        let n = shipped.len();
        let mut failed = Self {
            clues: vec![None; n],
            repairs: Index::new(),
            beside: Neighbours::of(shipped),
            rollbacks: Vec::new(),
            links: Vec::new(),
            unlinked: Vec::new(),
            is_told: false,
        };
        if shipped.outs.have_failed_users() {
            failed.by_column(shipped);
        }
        failed.by_link(&events.incidents, shipped, options);
        failed.by_rollback(shipped, options);
        if options.clues.revert {
            failed.by_revert(&events.changes, shipped);
        }
        if options.clues.words && shipped.outs.say_repair() {
            failed.by_words(shipped);
        }
        if let Some(hours) = options.clues.hours {
            failed.by_window(&events.incidents, shipped, Millis::from(hours) * HOUR);
        }
        sort(&mut failed.links);
        failed
    }

    /// What marked one as failed.
    pub fn clue(&self, i: usize) -> Option<Clue> {
        self.clues[i].filter(|clue| *clue != Clue::Not)
    }

    fn mark(&mut self, i: usize, clue: Clue, repair: u32) {
        if self.clues[i] == Some(Clue::Not) {
            return;
        }
        self.clues[i] = Some(self.clues[i].map_or(clue, |known| known.min(clue)));
        self.repair_by(i, repair);
    }

    fn repair_by(&mut self, i: usize, repair: u32) {
        if repair != NONE {
            let known = self.repairs.entry(i as u64);
            *known = repair.min(*known);
        }
    }

    /// The deployment that repaired one, or [`NONE`].
    pub fn repair(&self, i: usize) -> u32 {
        self.repairs.get(i as u64).unwrap_or(NONE)
    }

    /// Those that repaired another one.
    pub fn repairs(&self) -> impl Iterator<Item = u32> {
        self.repairs.values()
    }

    /// Whether one is a rollback, by its revision.
    pub fn is_rollback(&self, i: usize) -> bool {
        self.rollbacks.binary_search(&count(i)).is_ok()
    }

    /// Whether the row itself or an incident says so.
    fn is_sure(&self, i: usize) -> bool {
        matches!(self.clues[i], Some(Clue::Column | Clue::Link))
    }

    fn by_column(&mut self, shipped: &Shipped) {
        for (clue, out) in self
            .clues
            .iter_mut()
            .zip(shipped.outs.some(0..shipped.len()))
        {
            *clue = match out.has_failed_users() {
                Some(true) => Some(Clue::Column),
                Some(false) => Some(Clue::Not),
                None => continue,
            };
            self.is_told = true;
        }
    }

    fn by_link(&mut self, incidents: &[Incident], shipped: &Shipped, options: &Options) {
        let causes = |incident: &Incident| {
            let both = [incident.cause_id, incident.cause];
            both.map(|cause| cause.filter(|_| options.clues.link))
        };
        // Incidents are fewer than deployments: their causes are looked for, and not the other way round.
        let mut wanted = Names::with_room(0);
        for (number, incident) in (0..).zip(incidents) {
            for cause in causes(incident).into_iter().flatten() {
                wanted.add(cause, number);
                self.is_told = true;
            }
        }
        let caused = self.caused(&wanted, incidents, shipped);
        for (number, incident) in (0..).zip(incidents) {
            let is_other = options.service.is_some()
                && incident.service.is_some()
                && incident.service != options.service;
            if !incident.counts || is_other {
                continue;
            }
            match caused[place(number)] {
                NONE => self.unlinked.push(number),
                i => {
                    self.mark(place(i), Clue::Link, NONE);
                    self.links.push((i.into(), number));
                }
            }
        }
    }

    /// Of each incident the deployment that its cause names: the latest that was out when it began; the
    /// first, where none was.
    fn caused(&self, wanted: &Names, incidents: &[Incident], shipped: &Shipped) -> Vec<u32> {
        let mut caused = vec![NONE; incidents.len()];
        if !self.is_told || wanted.is_empty() {
            return caused;
        }
        for i in 0..shipped.len() {
            let own = std::iter::once(shipped.told(i));
            for row in own.chain(shipped.doubles(i)) {
                for name in [row.revision, row.key].into_iter().flatten() {
                    for number in wanted.find(name) {
                        let began = incidents[place(number)].began;
                        let is_out = began.is_some_and(|began| shipped.at(i) <= began);
                        if is_out || caused[place(number)] == NONE {
                            caused[place(number)] = count(i);
                        }
                    }
                }
            }
        }
        caused
    }

    /// A rollback brings back a revision that is older than the one that is live.
    fn by_rollback(&mut self, shipped: &Shipped, options: &Options) {
        // Of each revision of a service in an environment the first deployment, and of that the last.
        let (mut firsts, mut lasts) = (Index::new(), Vec::new());
        // Nearly all come once.
        for i in shipped.again().iter().map(|i| place(*i)) {
            let Some(revision) = shipped.version(i) else {
                continue;
            };
            let known = place(firsts.place(revision));
            if known == lasts.len() {
                *firsts.entry(revision) = count(i);
                lasts.push(NONE);
            }
            let target = std::mem::replace(&mut lasts[known], count(i));
            let live = self.beside.before(i);
            if target == NONE || live == NONE {
                continue;
            }
            let Some(other) = shipped.version(place(live)) else {
                continue;
            };
            let first = |own, i| firsts.get(own).unwrap_or(i);
            let is_back = first(other, live) > first(revision, count(i));
            if is_back {
                self.rollbacks.push(count(i));
            }
            if is_back && options.clues.rollback {
                self.blame(i, place(live), place(target), options.blame);
            }
        }
    }

    /// Marks what a rollback took back, unless a column or an incident has named one of them.
    fn blame(&mut self, i: usize, live: usize, target: usize, blame: Blame) {
        let (mut at, mut after, mut is_known) = (live, live, false);
        // What came after so many others is no rollback that anybody remembers.
        for _ in 0..1000 {
            if self.is_sure(at) {
                is_known = true;
                self.repair_by(at, count(i));
            }
            after = at;
            let before = self.beside.before(at);
            if before == NONE || place(before) == target {
                break;
            }
            at = place(before);
        }
        if !is_known {
            let one = if blame == Blame::Before { live } else { after };
            self.mark(one, Clue::Rollback, count(i));
        }
    }

    fn by_revert(&mut self, changes: &[Change], shipped: &Shipped) {
        if changes.iter().all(|change| change.reverts.is_none()) {
            return;
        }
        let links = Links::of(changes, shipped);
        for (number, change) in changes.iter().enumerate() {
            let original = change.reverts.and_then(|key| links.of_revision(key));
            let Some(original) = original else { continue };
            let revert = links.place(number);
            if revert != Some(original) {
                self.mark(original, Clue::Revert, revert.map_or(NONE, count));
            }
        }
    }

    fn by_words(&mut self, shipped: &Shipped) {
        for i in 0..shipped.len() {
            let says = shipped.outs.get(i).says_repair();
            let live = self.beside.before(i);
            if says && !self.is_rollback(i) && live != NONE {
                self.mark(place(live), Clue::Words, count(i));
            }
        }
    }

    fn by_window(&mut self, incidents: &[Incident], shipped: &Shipped, window: Millis) {
        for number in std::mem::take(&mut self.unlinked) {
            let incident = &incidents[place(number)];
            let found = incident.began.and_then(|began| {
                let until = shipped.order.before(began.saturating_add(1));
                let recent = (0..until).rev();
                recent
                    .take_while(|i| began - shipped.at(*i) <= window)
                    .find(|i| is_same(shipped.told(*i).alike.service, incident.service))
            });
            if let Some(i) = found {
                self.mark(i, Clue::Window, NONE);
                self.links.push((count(i).into(), number));
            } else {
                self.unlinked.push(number);
            }
        }
    }

    /// The incidents of one.
    pub fn links_of(&self, i: usize) -> impl Iterator<Item = u32> {
        let own = Millis::from(count(i));
        let from = self.links.partition_point(|link| link.0 < own);
        let rest = self.links[from..].iter();
        rest.take_while(move |link| link.0 == own)
            .map(|link| link.1)
    }
}

/// Whether two may be of one service: one that is not said may be any.
fn is_same(one: Option<Key>, other: Option<Key>) -> bool {
    one.is_none() || other.is_none() || one == other
}
