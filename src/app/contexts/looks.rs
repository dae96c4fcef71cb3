//! What is drawn by hand hangs on the window: how wide it is, and whether it is dark.

use crate::app::browser::{looks, page};
use leptos::prelude::*;

/// The window's width in pixels, and whether it is dark.
#[derive(Clone, Copy)]
pub struct Looks(RwSignal<(i32, bool)>);

impl Looks {
    /// As they are now.
    pub fn new() -> Self {
        Self(RwSignal::new(now()))
    }

    /// Follows the window for as long as the page lives.
    pub fn follow(self) {
        for change in [page::Change::Theme, page::Change::Width] {
            page::on_change(change, move || {
                let now = now();
                if self.0.get_untracked() != now {
                    self.0.set(now);
                }
            });
        }
    }

    /// Tracks them.
    pub fn track(self) {
        self.0.track();
    }
}

fn now() -> (i32, bool) {
    (looks::width(), looks::is_dark())
}
