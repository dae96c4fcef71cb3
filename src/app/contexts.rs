//! What the shell knows beside the desk. Each is small, and copies of it name the same one; parts of
//! pages ask for the one they need while they are built.

mod incoming;
mod loader;
mod looks;
mod nav;
mod notices;

pub use incoming::Card;
pub use loader::{
    Advice, Arrival, Base, Findings, Home, Library, Loader, Numbers, Pages, Showing, Steps, Told,
};
pub use looks::Looks;
pub use nav::Nav;
pub use notices::{Notice, Notices};

use leptos::prelude::*;

/// All of them. They are provided as one, which is smaller.
#[derive(Clone, Copy)]
pub struct Contexts {
    pub nav: Nav,
    pub notices: Notices,
    pub looks: Looks,
    pub loader: Loader,
}

#[inline(never)]
fn all() -> Contexts {
    expect_context()
}

impl Nav {
    /// The one of the app.
    pub fn get() -> Self {
        all().nav
    }
}

impl Notices {
    /// The one of the app.
    pub fn get() -> Self {
        all().notices
    }
}

impl Looks {
    /// The one of the app.
    pub fn get() -> Self {
        all().looks
    }
}

impl Loader {
    /// The one of the app.
    pub fn get() -> Self {
        all().loader
    }
}
