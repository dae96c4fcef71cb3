//! Which language is spoken.

use std::cell::Cell;

/// A language. There is one for now, so that choosing takes no byte of the app, and each of its files
/// holds only the sentences that it shows: the first one has no room for the others' (one table of all
/// that is fixed would be 4 kB more in it). A second language is a variant here, a set of
/// sentences for each page and in [`Words`](super::Words)' functions, and an arm in each `match`; who
/// shows a sentence stays as it is. A page then holds its sentences in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
}

thread_local! {
    static CHOSEN: Cell<Language> = const { Cell::new(Language::English) };
}

/// From now on, this language is spoken. Said once, before the first word.
pub fn speak(language: Language) {
    CHOSEN.set(language);
}

#[inline(always)]
pub(super) fn chosen() -> Language {
    CHOSEN.get()
}
