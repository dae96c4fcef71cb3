//! What the plan comes to: what was chosen, and nothing else.

use crate::advice::{Prospect, moves_anything, prospects};
use crate::app::components::strip;
use crate::app::markup::{El, all, el, live, p};
use crate::app::shell::Open;
use crate::figure::Strip;
use crate::model::Assessment;
use crate::words::words;
use leptos::prelude::*;

/// What it comes to now, and whether anything moves.
pub type Now = Memo<(Vec<Prospect>, bool)>;

/// Worked out once for all that shows it.
pub fn now(open: Open, plan: Memo<Option<Assessment>>) -> Now {
    Memo::new(move |_| {
        plan.with(|a| {
            let found = |a: &Assessment| (prospects(open.questionnaire(), a), moves_anything(a));
            a.as_ref().map(found).unwrap_or_default()
        })
    })
}

/// The page's first sentence.
pub fn sentence(open: Open, now: Now) -> El {
    el("p").class("lead").live_text(move || {
        now.with(|(all, moves)| words().plan_comes_to(open.questionnaire(), all, *moves))
    })
}

/// A strip for each discipline, and for the whole where it can be spoken of.
pub fn section(open: Open, now: Now) -> El {
    let r = words().roadmap_page();
    let lines = live(move || {
        now.with(|(found, _)| {
            let is_shown = |p: &&Prospect| p.score.id != "overall" || p.score.value().is_some();
            let lines = found.iter().filter(is_shown).map(|p| line(open, p));
            all(vec![el("ul").class("stripes").each(lines).done()])
        })
    });
    el("aside")
        .class("card comes")
        .attr("aria-label", r.comes_to)
        .child(el("h2").text(r.comes_to))
        .view(lines)
        .child(p(r.comes_to_lead).class("muted"))
}

fn line(open: Open, prospect: &Prospect) -> El {
    let (w, score) = (words(), &prospect.score);
    let name = w.part_name(open.questionnaire(), &score.id);
    let then = prospect.then.filter(|_| w.moves(prospect));
    let shown = Strip::of(score).map(|strip| strip.held_against(then, None));
    let says = el("span")
        .class("spoken")
        .text(w.prospect_says(name, prospect));
    let sign = el("span")
        .class("sign")
        .attr("aria-hidden", "true")
        .text(name);
    let value = el("span").class("val").attr("aria-hidden", "true");
    el("li")
        .class(format!("stripe {}", score.id))
        .child(el("span").each([says, sign]))
        .each(shown.as_ref().map(strip))
        .child(value.text(w.prospect_value(prospect)))
}
