//! The title of the page.

use super::browser::page;
use crate::words::words;

/// Sets the title of the page, for history and screen readers.
pub fn set_title(page: &str) {
    page::set_title(&words().title(page));
}
