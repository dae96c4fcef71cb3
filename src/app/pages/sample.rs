//! The sample from the first page: it is opened, or removed.

use crate::app::browser::page::{focus_next, go};
use crate::app::components::UNDO;
use crate::app::shell::Shell;
use crate::desk::Desk;
use crate::route::{Page, Route};

/// Opens the sample, and goes there.
pub fn open_sample(shell: Shell) {
    if let Some(id) = shell.open_sample() {
        go(&Route::Assessment(id, Page::Results).to_string());
    }
}

/// Removes the sample: from any of its teams, all of it.
pub fn remove_sample(shell: Shell) {
    if let Some(id) = shell.look(Desk::sample).first() {
        shell.remove(id);
    }
    focus_next(UNDO);
}
