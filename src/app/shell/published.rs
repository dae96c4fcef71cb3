//! Assessments that an organisation has published beside the page.

use super::Shell;
use crate::app::browser::boot;
use crate::app::contexts::Loader;
use crate::desk::{Input, Published};
use crate::formats::carried;
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

/// What came, as far as it did.
enum Came {
    List(Option<Vec<u8>>),
    File(String, Option<Vec<u8>>),
    /// Nothing yet: somebody wants to see the files.
    Wish,
}

impl Shell {
    /// Shows assessments without keeping them. What is here already stays as it is.
    pub fn show_guests(self, assessments: Vec<Assessment>) {
        let guests = self.look(|desk| desk.guests_of(assessments));
        self.act(Input::Guests(guests));
    }

    /// Looks once whether an organisation has published assessments beside the page. There is always a
    /// list, if an empty one, so that nothing is asked for in vain.
    pub fn ask_for_published(self) {
        if published().with_untracked(Option::is_some) {
            return;
        }
        published().set(Some(Published::default()));
        let loader = Loader::get();
        boot::read_beside(&format!("{FOLDER}{INDEX}"), move |index| {
            self.go_on_reading(loader, Came::List(index));
        });
    }

    /// Looks once for the assessments themselves.
    pub fn look_for_published(self) {
        self.ask_for_published();
        let is_wanted = |read: &Option<Published>| read.as_ref().is_some_and(Published::is_wanted);
        if !published().with_untracked(is_wanted) {
            self.go_on_reading(Loader::get(), Came::Wish);
        }
    }

    /// How far they are read; tracks it.
    pub fn published<T>(self, look: impl FnOnce(&Published) -> T) -> Option<T> {
        published().with(|read| read.as_ref().map(look))
    }

    /// Takes in what came, asks for the next files, and shows all of them at the end.
    fn go_on_reading(self, loader: Loader, came: Came) {
        let (mut names, mut found) = (Vec::new(), Vec::new());
        published().update(|read| {
            let Some(read) = read else {
                return;
            };
            match came {
                Came::List(index) => read.list(index),
                Came::Wish => read.want(),
                Came::File(name, bytes) => {
                    let look = |text: &str| self.look(|desk| desk.preview(text));
                    read.came(&name, bytes, look);
                }
            }
            names.extend(std::iter::from_fn(|| read.ask()));
            if read.is_done() {
                found = read.take_found();
            }
        });
        for name in names {
            let place = format!("{FOLDER}{name}");
            boot::read_beside(&place, move |bytes| {
                let go_on = move |bytes| self.go_on_reading(loader, Came::File(name, bytes));
                let text = bytes
                    .as_deref()
                    .and_then(|bytes| std::str::from_utf8(bytes).ok());
                match text.filter(|text| carried::is_any(text)).map(str::to_owned) {
                    None => go_on(bytes),
                    Some(text) => loader.with_library(move |library| {
                        (library.learn)(self, &text);
                        go_on(bytes);
                    }),
                }
            });
        }
        if !found.is_empty() {
            self.show_guests(found);
        }
    }
}
