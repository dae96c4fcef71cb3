//! What is in the files: each part, or the first of many.

use super::Card;
use crate::app::browser::{clock, page::value_of};
use crate::app::markup::{El, el, option, p};
use crate::app::words::words;
use crate::app::workspace::{Candidate, How, Preview};
use leptos::prelude::*;

/// From so many on, there is one choice for all that are here already.
pub const MANY: usize = 20;
/// So many are listed.
pub const SHOWN: usize = 20;

const CHOICES: [(&str, How); 4] = [
    ("join", How::Join),
    ("replace", How::Replace),
    ("both", How::KeepBoth),
    ("skip", How::Skip),
];

/// The list, and for many the choice for all.
pub fn parts(card: Card, preview: &Preview) -> impl Iterator<Item = El> {
    let w = words();
    let all = preview.candidates.len();
    let is_many = all >= MANY;
    let parts = preview.candidates.iter().enumerate().take(SHOWN);
    let list = parts.map(|(at, candidate)| part(card, at, candidate, is_many));
    let list = el("ul").class("tasks").each(list);
    let here = preview.candidates.iter().filter(|c| c.is_here).count();
    let counts = is_many.then(|| p(w.many_files(all - here, here)));
    let choose = (is_many && here > 0).then(|| {
        let select = choices(true, move |how| {
            card.picked.update_untracked(|picked| {
                if let Some((preview, choices)) = picked {
                    let both = preview.candidates.iter().zip(choices);
                    both.filter(|(c, _)| c.is_here).for_each(|(_, c)| *c = how);
                }
            });
        });
        el("p")
            .class("field")
            .child(el("label").attr("for", "import-here").text(w.import_here))
            .child(select.id("import-here"))
    });
    let more = rest(all);
    counts.into_iter().chain(choose).chain([list]).chain(more)
}

/// How many there are beyond those that are listed.
pub fn rest(all: usize) -> Option<El> {
    let more = all.checked_sub(SHOWN).filter(|more| *more > 0);
    more.map(|more| p(words().more_of_them(more)).class("muted"))
}

fn choices(is_here: bool, mut choose: impl FnMut(How) + 'static) -> El {
    let options = CHOICES
        .iter()
        .filter(|(_, how)| is_here || matches!(how, How::Join | How::Skip));
    let options = options.map(|(value, how)| option(*value, words().how(*how, is_here), false));
    el("select").each(options).on("change", move |event| {
        let value = value_of(&event);
        if let Some((_, how)) = CHOICES.iter().find(|(name, _)| *name == value) {
            choose(*how);
        }
    })
}

fn part(card: Card, at: usize, candidate: &Candidate, is_many: bool) -> El {
    let w = words();
    let (file, q) = (&candidate.assessment, card.workspace.questionnaire());
    let changed = file.changed_at().map(|at| w.changed(&clock::day(at)));
    let here = card.workspace.with(&file.id, |mine| {
        let day = mine.changed_at().map(clock::day).unwrap_or_default();
        w.here_already(&w.done(mine.progress(q, |_| true)), &day)
    });
    let here = here.filter(|_| candidate.is_here);
    let facts = [Some(w.done(file.progress(q, |_| true))), changed, here];
    let facts = facts
        .into_iter()
        .flatten()
        .map(|fact| el("span").text(fact));
    let choose = (!is_many).then(|| {
        let select = choices(candidate.is_here, move |how| {
            // No redraw: the field shows its choice itself.
            card.picked.update_untracked(|picked| {
                if let Some((_, choices)) = picked {
                    choices[at] = how;
                }
            });
        });
        select.attr("aria-label", w.how_label(file.team()))
    });
    el("li")
        .each([
            el("bdi").text(file.team().to_owned()),
            el("span").class("muted facts").each(facts),
        ])
        .each(choose)
}
