//! What the round in progress is called.

use crate::app::browser::clock;
use crate::model::Assessment;
use crate::words::words;

/// The name of the round in progress, as it is or as it is proposed.
pub fn present(a: &Assessment) -> String {
    let now = clock::millis();
    let day = clock::day(a.last_answered(now).unwrap_or(now));
    words().round_name(a, &day)
}
