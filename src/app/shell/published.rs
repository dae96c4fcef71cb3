//! Assessments that an organisation has published beside the page.

use super::Shell;
use crate::app::browser::page;
use crate::desk::{Input, Published};
use crate::formats::portfolio_json::{FOLDER, INDEX};
use crate::model::Assessment;
use leptos::prelude::*;

thread_local! {
    /// How far they are read. `None` until somebody looks for them. It belongs to no page: whoever
    /// opens another meanwhile finds them read.
    static PUBLISHED: ArcRwSignal<Option<Published>> = ArcRwSignal::new(None);
}

fn published() -> ArcRwSignal<Option<Published>> {
    PUBLISHED.with(Clone::clone)
}

impl Shell {
    /// Shows assessments without keeping them. What is here already stays as it is.
    pub fn show_guests(self, assessments: Vec<Assessment>) {
        let guests = self.look(|desk| desk.guests_of(assessments));
        self.act(Input::Guests(guests));
    }

    /// Looks once for assessments that an organisation has published beside the page.
    pub fn look_for_published(self) {
        if published().with_untracked(Option::is_some) {
            return;
        }
        published().set(Some(Published::default()));
        page::read_beside(&format!("{FOLDER}{INDEX}"), move |index| {
            self.go_on_reading(|read| read.list(index));
        });
    }

    /// How far they are read; tracks it.
    pub fn published<T>(self, look: impl FnOnce(&Published) -> T) -> Option<T> {
        published().with(|read| read.as_ref().map(look))
    }

    /// Takes in what came, asks for the next files, and shows all of them at the end.
    fn go_on_reading(self, came: impl FnOnce(&mut Published)) {
        let (mut names, mut found) = (Vec::new(), Vec::new());
        published().update(|read| {
            let Some(read) = read else {
                return;
            };
            came(read);
            names.extend(std::iter::from_fn(|| read.ask()));
            if read.is_done() {
                found = read.take_found();
            }
        });
        for name in names {
            page::read_beside(&format!("{FOLDER}{name}"), move |bytes| {
                let look = |text: &str| self.look(|desk| desk.preview(text));
                self.go_on_reading(|read| read.came(&name, bytes, look));
            });
        }
        if !found.is_empty() {
            self.show_guests(found);
        }
    }
}
