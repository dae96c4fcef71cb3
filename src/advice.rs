//! Floor 2: what follows from scores and answers: what stands out, and what to do next.
//!
//! Every threshold here is our judgement, and the page *How scoring works* says so.

pub mod across;
pub mod agreement;
pub mod aim;
pub mod apart;
pub mod balance;
pub mod benchmark;
pub mod change;
pub mod contradictions;
pub mod headline;
pub mod outcome;
pub mod portfolio;
pub mod recommend;
pub mod roadmap;
pub mod robust;

pub use across::{Across, Alone, Asked};
pub use agreement::{Agreement, Middle, agreement};
pub use aim::{Gain, aims, gain};
pub use apart::apart;
pub use balance::{Lean, balance};
pub use benchmark::{Average, Beside, Comparison, InWords, comparison};
pub use change::{Change, Moved, Side, change, changes, moved};
pub use contradictions::contradictions;
pub use headline::{Headline, Whole, headline};
pub use outcome::{Contrast, outcomes, tensions};
pub use portfolio::{Gap, Member, Pairing, common_gaps, distribution, pairings};
pub use recommend::{Step, next_steps};
pub use roadmap::{Card, Move, Prospect, cards, moves_anything, prospects};
pub use robust::{Robust, robust, stable};

use crate::model::{Level, Practice};

/// How far one value must be from another before it is worth a sentence, in points: one level.
pub const WORTH_A_SENTENCE: f64 = 25.0;
/// The target of a practice for which the team set none.
pub const DEFAULT_TARGET: Level = Level::Defined;
/// The same of a key practice, on which others stand.
pub const KEY_TARGET: Level = Level::Measured;
/// A prerequisite that stands here is good enough for any step that builds on it.
pub const FIRM: Level = Level::Defined;
/// How much more a step counts for each practice that stands on it.
pub const LEVERAGE: f64 = 0.25;
/// How many next steps are shown.
pub const SHOWN: usize = 5;

/// The target of a practice for which the team set none. Level 5 is nobody's duty, and level 4 is one
/// only where others stand on it.
#[must_use]
pub fn usual_target(practice: &Practice) -> Level {
    if practice.key {
        KEY_TARGET
    } else {
        DEFAULT_TARGET
    }
}

/// Orders by a number, the highest first; equal ones keep their order. An insertion sort: for the
/// tens of things that advice orders it is as quick as the standard library's, which adds 4 kB of
/// wasm for each kind of thing.
pub fn highest_first<T>(items: &mut [T], number: impl Fn(&T) -> f64) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && number(&items[at - 1]) < number(&items[at]) {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}
