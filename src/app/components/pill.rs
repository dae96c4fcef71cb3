//! The level pill.

use crate::app::markup::{El, el};
use crate::model::Level;
use crate::words::words;

/// A level as number and word, on the ramp of levels.
pub fn pill(level: Level) -> El {
    el("span")
        .class(
            [
                "pill", "pill l1", "pill l2", "pill l3", "pill l4", "pill l5",
            ][usize::from(level.number())],
        )
        .text(words().level_name(level))
}
