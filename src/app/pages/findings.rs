//! What is found in the results: what to do first, what the answers and measurements say, next steps; and the place
//! of the numbers.

mod evidence;
mod steps;

pub use steps::do_first;

use super::results::view::{View, part_heading};
use crate::app::components::arrival;
use crate::app::contexts::{Loader, Steps};
use crate::app::markup::{El, all, el, live, p};
use crate::app::shell::Open;
use crate::figure::Profile;
use crate::model::Assessment;
use crate::route::Piece;
use crate::scoring::score;
use crate::words::words;
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
        Some(numbers(open, a)),
    ];
    let parts = vec![
        evidence::stands_out(&view),
        steps::section(open, steps),
        el("div").class("pair").each(last.into_iter().flatten()),
    ];
    all(parts.into_iter().map(El::done).collect())
}

/// Every number, in tables that are folded at first, once they are here.
fn numbers(open: Open, a: &Assessment) -> El {
    let (w, loader, a) = (words(), Loader::get(), a.clone());
    let tables = live(move || match loader.numbers() {
        Some(numbers) => (numbers.tables)(open, &a),
        None => el("div")
            .class("to-come few")
            .attr("role", "status")
            .view(arrival(loader, Piece::Numbers))
            .done(),
    });
    el("section")
        .class("numbers")
        .child(part_heading("part-numbers", w.of_results().numbers))
        .child(p(w.results_lead).class("muted"))
        .view(tables)
}
