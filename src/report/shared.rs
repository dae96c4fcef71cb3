//! What a link with answers shows before anybody opens them: the disciplines that were chosen.

use super::Table;
use super::whole::scores;
use crate::model::{Assessment, Questionnaire};
use crate::scoring::score;
use crate::words::words;

/// A row for each chosen discipline, and none for the others.
#[must_use]
pub fn preview(q: &'static Questionnaire, a: &Assessment) -> Table {
    let w = words();
    scores(q, w.by_discipline, w.discipline, &score(q, a).disciplines)
}
