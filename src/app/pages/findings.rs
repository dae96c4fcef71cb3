//! What is found in the results: what to do first, radars, what the answers and measurements say, next steps, and the
//! numbers.

mod evidence;
mod numbers;
mod radars;
mod steps;

pub use radars::radars;
pub use steps::do_first;

use super::results::view::View;
use crate::app::contexts::Steps;
use crate::app::markup::{El, all, el};
use crate::app::shell::Open;
use crate::figure::Profile;
use crate::model::Assessment;
use crate::scoring::score;
use leptos::prelude::*;

/// The parts below the profile.
pub fn findings(open: Open, a: &Assessment, steps: Steps) -> AnyView {
    let q = open.questionnaire();
    let (card, profile) = (score(q, a), Profile::of(q, a));
    let view = View {
        open,
        q,
        a,
        card: &card,
        profile: &profile,
    };
    let last = [
        Some(evidence::measured(&view)),
        evidence::practice_against_outcome(&view),
        Some(numbers::section(&view)),
    ];
    let parts = vec![
        evidence::stands_out(&view),
        steps::section(open, steps),
        el("div").class("pair").each(last.into_iter().flatten()),
    ];
    all(parts.into_iter().map(El::done).collect())
}
