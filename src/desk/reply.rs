//! What comes of one input.

use super::effect::{Effect, Now, Touched};
use super::saving::Line;

/// What is to be said when all is handled.
pub(super) struct Reply {
    pub(super) now: Now,
    /// The line before.
    pub(super) line: Line,
    pub(super) touched: Touched,
    pub(super) effects: Vec<Effect>,
}

impl Reply {
    pub(super) fn act(&mut self, effect: Effect) {
        self.effects.push(effect);
    }
}
