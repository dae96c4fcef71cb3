//! Assessments come and go: the sample, files, the trash.

use super::{Notice, Workspace};
use crate::app::browser::collation::COLLATION;
use crate::app::browser::{clock, settings};
use crate::catalog::{self, sample::SAMPLE};
use crate::model::collation::sorted;
use crate::model::{Assessment, AssessmentId, Edit};
use leptos::prelude::*;

impl Workspace {
    /// Shows each assessment, by team; tracks every change.
    #[inline(never)]
    pub(super) fn in_order(self, show: &mut dyn FnMut(&Assessment)) {
        self.track_any();
        // Begins with the order of the last time, in which little has changed.
        let mut order = self.order.get_value();
        self.state.with_value(|s| {
            let all = &s.assessments;
            order.retain(|id| all.has(id));
            if order.len() < all.len() {
                for id in all.keys() {
                    if !order.contains(id) {
                        order.push(id.clone());
                    }
                }
            }
            let team = |id: &AssessmentId| all.get(id).map_or("", Assessment::team);
            let order = sorted(order, |a, b| {
                let by_team = COLLATION.order(team(a), team(b));
                by_team.then_with(|| a.cmp(b))
            });
            order.iter().filter_map(|id| all.get(id)).for_each(show);
            self.order.set_value(order);
        });
    }

    /// The removed assessments that can be brought back; tracks every change.
    pub fn removed(self) -> Vec<(AssessmentId, String)> {
        let mut removed = Vec::new();
        self.in_order(&mut |a| {
            if a.is_removed() {
                removed.push((a.id.clone(), a.team().to_owned()));
            }
        });
        removed
    }

    /// Puts the made-up sample among the assessments. Where it is already, it stays as it is.
    pub fn add_sample(self) -> AssessmentId {
        let sample = catalog::built_in_sample(self.questionnaire());
        let id = sample.id.clone();
        if self.has(&id) {
            return id;
        }
        self.add(&sample)
    }

    /// Puts an assessment among the others, or joins the one with its id.
    pub fn add(self, assessment: &Assessment) -> AssessmentId {
        self.join(assessment);
        self.keep(&assessment.id);
        assessment.id.clone()
    }

    /// Removes an assessment; it can be brought back for 30 days. The sample is gone at once.
    pub fn remove(self, id: &AssessmentId) {
        if id.as_str() == SAMPLE {
            self.forget(id);
            return;
        }
        if self.is_guest(id) {
            self.dismiss_guest(id);
            return;
        }
        let team = self.team(id);
        if self.edit(id, Edit::Removed(Some(()))) {
            self.notice.set(Some(Notice::Removed(id.clone(), team)));
        }
    }

    /// Brings a removed assessment back.
    pub fn bring_back(self, id: &AssessmentId) {
        if self.with(id, Assessment::is_removed) == Some(true) {
            self.edit(id, Edit::Removed(None));
        }
        self.notice.set(None);
    }

    /// Takes an assessment out of this browser for good.
    pub(super) fn forget(self, id: &AssessmentId) {
        self.state.update_value(|s| {
            s.assessments.remove(id);
        });
        self.forget_stored(id);
        settings::forget_backup(id);
        self.notify_any();
    }

    /// Forgets what was removed more than 30 days ago.
    pub(super) fn empty_trash(self) {
        let now = clock::millis();
        let old: Vec<_> = self.state.with_value(|s| {
            let old = s.assessments.values().filter(|a| a.is_forgotten(now));
            old.map(|a| a.id.clone()).collect()
        });
        old.iter().for_each(|id| self.forget(id));
    }
}
