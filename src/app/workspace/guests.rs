//! Assessments that are shown and not kept: from files, or published beside the page.

use super::Workspace;
use crate::app::browser::page;
use crate::formats::plain_text::decode;
use crate::formats::portfolio_json::{FOLDER, INDEX, files};
use crate::formats::workspace_json::decode_any;
use crate::model::{Assessment, AssessmentId, kinship, validate};
use crate::storage::apart;
use leptos::prelude::*;

impl Workspace {
    /// Shows assessments without keeping them. What is here already stays as it is.
    pub fn show_guests(self, assessments: Vec<Assessment>) {
        let here = |a: &Assessment| self.with(&a.id, |mine| kinship(mine, a));
        let new = apart(self.questionnaire(), assessments, here);
        self.guests.update_value(|guests| {
            for a in &new {
                guests.put(a.id.clone(), ());
            }
        });
        self.read_only.update(|set| {
            for a in &new {
                set.put(a.id.clone(), ());
            }
        });
        self.state.update_value(|s| {
            for a in new {
                s.assessments.put(a.id.clone(), a);
            }
        });
        self.notify_all();
    }

    /// Whether it is shown from a file, and kept nowhere.
    pub fn is_guest(self, id: &AssessmentId) -> bool {
        self.guests.with_value(|guests| guests.has(id))
    }

    /// Keeps what was only shown; from then on it can be changed.
    pub fn keep_guest(self, id: &AssessmentId) {
        self.guests.update_value(|guests| {
            guests.remove(id);
        });
        self.read_only.update(|set| {
            set.remove(id);
        });
        self.keep(id);
        self.notify_all();
    }

    /// Takes what was only shown off the list.
    pub(super) fn dismiss_guest(self, id: &AssessmentId) {
        self.guests.update_value(|guests| {
            guests.remove(id);
        });
        self.state.update_value(|s| {
            s.assessments.remove(id);
        });
        self.read_only.update(|set| {
            set.remove(id);
        });
        self.notify_all();
    }

    /// Looks once for assessments that an organisation has published beside the page.
    pub fn look_for_published(self) {
        if self.has_looked.get_value() {
            return;
        }
        self.has_looked.set_value(true);
        page::read_beside(&format!("{FOLDER}{INDEX}"), move |index| {
            let index = index.and_then(|bytes| decode(bytes).ok());
            let names = index.and_then(|text| files(&text)).unwrap_or_default();
            self.read_published(names.into_iter(), Vec::new());
        });
    }

    /// Reads one file after the other, and shows them together.
    fn read_published(self, mut names: std::vec::IntoIter<String>, mut read: Vec<Assessment>) {
        let Some(name) = names.next() else {
            if !read.is_empty() {
                self.show_guests(read);
            }
            return;
        };
        page::read_beside(&format!("{FOLDER}{name}"), move |bytes| {
            let text = bytes.and_then(|bytes| decode(bytes).ok());
            let parts = text.and_then(|text| decode_any(&text).ok());
            let parts = parts.into_iter().flatten().flatten().map(|d| d.assessment);
            let q = self.questionnaire();
            read.extend(parts.filter(|a| validate::of_any_version(q, a).is_empty()));
            self.read_published(names, read);
        });
    }
}
