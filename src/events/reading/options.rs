//! What the user chooses. Each choice has a default and the reason for it.

use crate::events::event::Key;
use crate::events::zone::{Millis, Zone};
use crate::model::Day;

/// What the user chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The zone of days and weeks.
    pub zone: Zone,
    /// Which days.
    pub wanted: Wanted,
    /// Which days the files cover, where the user knows; otherwise those between first and last moment.
    pub covers: Option<(Day, Day)>,
    /// When the files were exported, where that is known: until then nothing else happened. Otherwise the
    /// last moment in the file.
    pub exported: Option<Millis>,
    /// The present moment. What is later is left out as a mistake.
    pub now: Option<Millis>,
    /// One service alone; `None` for all.
    pub service: Option<Key>,
    /// What marks a deployment as failed.
    pub clues: Clues,
    /// Whom a rollback blames.
    pub blame: Blame,
    /// Whether rollbacks are taken out of all deployments. Off, since DORA counts deployments; Datadog has
    /// a text with each: <https://docs.datadoghq.com/dora_metrics/calculation/>
    pub without_rollbacks: bool,
    /// From where lead time counts; `None` for the commit where at least half of the changes know it.
    pub lead_from: Option<LeadFrom>,
    /// From where recovery counts.
    pub recovery_from: RecoveryFrom,
    /// How many people are on call at a time: one for each rotation.
    pub rotations: u32,
    /// Hours of a shift.
    pub shift: u32,
    /// How many hours people were on call in the period, added up over rotations, where a schedule says so;
    /// otherwise every hour of the period, once for each rotation.
    pub on_call: Option<u32>,
    /// When people work.
    pub hours: WorkingHours,
}

impl Options {
    /// The defaults, in a zone.
    #[must_use]
    pub fn new(zone: Zone) -> Self {
        Self {
            zone,
            wanted: Wanted::Usual,
            covers: None,
            exported: None,
            now: None,
            service: None,
            clues: Clues::default(),
            blame: Blame::Before,
            without_rollbacks: false,
            lead_from: None,
            recovery_from: RecoveryFrom::Harm,
            rotations: 1,
            shift: 12,
            on_call: None,
            hours: WorkingHours::default(),
        }
    }
}

/// Which days are wanted. All are cut to what the file covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// As the metric's text says, such as four weeks; longer, where it says so for few cases.
    Usual,
    /// The last weeks, so many.
    Weeks(u32),
    /// From one day to another, both within.
    Days(Day, Day),
    /// All that the file covers.
    All,
}

/// What marks a deployment as failed, from the surest to the least sure. A column of the deployment's own
/// row always counts, and what it says is final.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clues {
    /// An incident that names the deployment or its revision.
    pub link: bool,
    /// An earlier revision that comes back.
    pub rollback: bool,
    /// A change that takes back one of its changes.
    pub revert: bool,
    /// What the deployment after it is called: rollback, hotfix and the like.
    pub words: bool,
    /// An incident that began so many hours after it, or sooner. Off, unless the user chooses: without a
    /// bound each incident finds some deployment, which `DevLake`'s users report as wrong:
    /// <https://github.com/apache/devlake/issues/8150>
    pub hours: Option<u32>,
}

impl Default for Clues {
    fn default() -> Self {
        Self {
            link: true,
            rollback: true,
            revert: true,
            words: true,
            hours: None,
        }
    }
}

/// Whom a rollback blames. V1, V2, V3, and then V1 again: which one failed?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Blame {
    /// V3, which was live when somebody had to act: that is certain, and it is what *the deployment
    /// before* means for hotfixes, too. Swarmia does so:
    /// <https://help.swarmia.com/automatic-change-failure-detection>
    #[default]
    Before,
    /// V2, the first after the one that was gone back to. Datadog does so:
    /// <https://docs.datadoghq.com/dora_metrics/change_failure_detection/>
    AfterTarget,
}

/// From where lead time counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeadFrom {
    /// The first commit of the change.
    Commit,
    /// The merge: a lower bound, since the time before it is missing.
    Merge,
}

/// From where recovery counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecoveryFrom {
    /// The start of the harm, where an incident that names the deployment knows it and it is not before the
    /// deployment was out; otherwise from then.
    Harm,
    /// When the deployment was out.
    Deployment,
}

/// When people work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingHours {
    /// Which days of the week, from Monday.
    pub days: [bool; 7],
    /// From when, in minutes after midnight.
    pub from: u16,
    /// Until when. A working day of the metrics' texts has 8 hours.
    pub until: u16,
    /// Days on which nobody works.
    pub holidays: Vec<Day>,
}

impl Default for WorkingHours {
    /// Monday to Friday, from 9 to 17.
    fn default() -> Self {
        Self {
            days: [true, true, true, true, true, false, false],
            from: 9 * 60,
            until: 17 * 60,
            holidays: Vec::new(),
        }
    }
}
