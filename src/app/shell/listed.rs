//! Assessments in the order in which they are listed.

use super::Shell;
use crate::app::browser::collation::COLLATION;
use crate::catalog::sample::is_sample;
use crate::desk::Access;
use crate::model::collation::sorted;
use crate::model::{Assessment, AssessmentId};
use leptos::prelude::*;

impl Shell {
    /// What `look` makes of each assessment, by team; tracks every change.
    pub fn each<T>(self, look: impl Fn(&Assessment) -> T) -> Vec<T> {
        let mut made = Vec::new();
        self.in_order(&mut |a| {
            if !a.is_removed() {
                made.push(look(a));
            }
        });
        made
    }

    /// How many assessments are somebody's; tracks every change.
    pub fn count(self) -> usize {
        self.track_any();
        self.look(|desk| desk.counts()[0])
    }

    /// Whether any is somebody's, or kept and not looked into yet; tracks nothing.
    pub fn has_any(self) -> bool {
        self.is_awaited() || untrack(|| self.count()) > 0
    }

    /// Whether any is kept here; tracks every change.
    pub fn keeps_any(self) -> bool {
        self.track_any();
        self.look(|desk| {
            desk.each()
                .any(|a| desk.access(&a.id) != Some(Access::Guest))
        })
    }

    /// Those that are somebody's, by team; tracks every change.
    pub fn own(self) -> Vec<Assessment> {
        let mut own = Vec::new();
        self.in_order(&mut |a| {
            if !a.is_removed() && !is_sample(&a.id) {
                own.push(a.clone());
            }
        });
        own
    }

    /// What `look` makes of each, without tracking.
    pub fn each_untracked<T>(self, look: impl Fn(&Assessment) -> T) -> Vec<T> {
        untrack(|| self.each(look))
    }

    /// The removed assessments that can be brought back; tracks every change. The sample is opened
    /// anew instead.
    pub fn removed(self) -> Vec<(AssessmentId, String)> {
        let mut removed = Vec::new();
        self.in_order(&mut |a| {
            if a.is_removed() && !is_sample(&a.id) {
                removed.push((a.id.clone(), a.team().to_owned()));
            }
        });
        removed
    }

    /// Shows each assessment, by team; tracks every change.
    #[inline(never)]
    fn in_order(self, show: &mut dyn FnMut(&Assessment)) {
        self.track_any();
        // Begins with the order of the last time, in which little has changed.
        let mut order = self.order.get_value();
        self.desk.with_value(|desk| {
            let has = |id: &AssessmentId| desk.with(id, |_| ()).is_some();
            order.retain(has);
            for a in desk.all() {
                if !order.contains(&a.id) {
                    order.push(a.id.clone());
                }
            }
            let by_team = |a: &AssessmentId, b: &AssessmentId| {
                let both = desk.with(a, |a| desk.with(b, |b| COLLATION.order(a.team(), b.team())));
                let both = both.flatten().unwrap_or(std::cmp::Ordering::Equal);
                both.then_with(|| a.cmp(b))
            };
            let order = sorted(order, by_team);
            for id in &order {
                desk.with(id, &mut *show);
            }
            self.order.set_value(order);
        });
    }
}
