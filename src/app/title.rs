//! The title of the page.

use super::browser::page;
use super::shell::Open;
use crate::words::words;

/// Sets the title of the page, for history and screen readers.
pub fn set_title(page: &str) {
    page::set_title(&words().title(page));
}

/// Sets the title of a page of an assessment: two teams in two tabs are told apart.
pub fn set_title_of(open: Open, page: &str) {
    set_title(&words().of_team(page, &open.team()));
}
