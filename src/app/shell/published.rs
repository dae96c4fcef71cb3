//! Assessments that an organisation has published beside the page.

use super::Shell;
use crate::app::browser::page;
use crate::desk::Input;
use crate::formats::plain_text::decode;
use crate::formats::portfolio_json::{FOLDER, INDEX, files};
use crate::formats::workspace_json::decode_any;
use crate::model::{Assessment, validate};
use leptos::prelude::*;

impl Shell {
    /// Shows assessments without keeping them. What is here already stays as it is.
    pub fn show_guests(self, assessments: Vec<Assessment>) {
        let guests = self.look(|desk| desk.guests_of(assessments));
        self.act(Input::Guests(guests));
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
            let is_fine = |a: &Assessment| {
                let q = self.look(|desk| desk.library().of(&a.questionnaire));
                validate::of_any_version(q, a).is_empty()
            };
            read.extend(parts.filter(is_fine));
            self.read_published(names, read);
        });
    }
}
