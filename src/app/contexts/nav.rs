//! Where one is.

use crate::route::Route;
use leptos::prelude::*;

/// Where one is, and was before.
#[derive(Clone, Copy)]
pub struct Nav {
    /// Where one is.
    pub route: RwSignal<Route>,
    came_from: StoredValue<Option<Route>>,
    /// Counts the visits to pages, also of one page after the other.
    visit: RwSignal<u32>,
}

impl Nav {
    /// Begins at a place.
    pub fn new(route: Route) -> Self {
        Self {
            route: RwSignal::new(route),
            came_from: StoredValue::new(None),
            visit: RwSignal::new(0),
        }
    }

    /// Goes on to another place.
    pub fn go_on(self, route: Route) {
        self.came_from.set_value(Some(self.here()));
        self.route.set(route);
    }

    /// Visits the present page once more: fields that are filled with their page are filled anew.
    pub fn visit_again(self) {
        self.visit.update(|visit| *visit += 1);
    }

    /// Where one is; tracks each visit.
    pub fn visited(self) -> Route {
        self.visit.track();
        self.route.get()
    }

    /// Where one is, without tracking.
    pub fn here(self) -> Route {
        self.route.get_untracked()
    }

    /// Where one was before.
    pub fn came_from(self) -> Option<Route> {
        self.came_from.get_value()
    }
}
