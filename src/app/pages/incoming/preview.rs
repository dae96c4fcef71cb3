//! What is in the files: each part, or the first of many.

use crate::app::browser::{clock, page::value_of};
use crate::app::contexts::Card;
use crate::app::markup::{El, el, option, p};
use crate::app::shell::Shell;
use crate::desk::Preview;
use crate::storage::{Candidate, How, Meets};
use crate::words::words;
use leptos::prelude::*;

/// From so many on, there is one choice for all that are here already.
pub const MANY: usize = 20;
/// So many are listed.
pub const SHOWN: usize = 20;

/// The name of a choice, for the browser.
fn name(how: How) -> &'static str {
    match how {
        How::Join => "join",
        How::Replace => "replace",
        How::KeepBoth => "both",
        How::Skip => "skip",
    }
}

/// The list, and for many the choice for all.
pub fn parts(shell: Shell, card: Card, preview: &Preview) -> impl Iterator<Item = El> {
    let w = words();
    let all = preview.candidates.len();
    let is_many = all >= MANY;
    let parts = preview.candidates.iter().enumerate().take(SHOWN);
    let list = parts.map(|(at, candidate)| part(shell, card, at, candidate, is_many));
    let list = el("ul").class("tasks").each(list);
    // Of those that are no copies, each has its own choice.
    let is_copy = |c: &Candidate| c.meets == Meets::Copy;
    let here = preview.candidates.iter().filter(|c| is_copy(c)).count();
    let counts = is_many.then(|| p(w.many_files(all - here, here)));
    let choose = (is_many && here > 0).then(|| {
        const ALL: [How; 4] = [How::Join, How::Replace, How::KeepBoth, How::Skip];
        let select = choices(&ALL, How::Join, true, move |how| {
            card.picked.update_untracked(|picked| {
                if let Some((preview, choices)) = picked {
                    let both = preview.candidates.iter().zip(choices);
                    both.filter(|(c, _)| is_copy(c)).for_each(|(_, c)| *c = how);
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

fn choices(
    all: &'static [How],
    proposed: How,
    is_here: bool,
    mut choose: impl FnMut(How) + 'static,
) -> El {
    let options = all.iter().map(|how| {
        let said = words().how(*how, is_here);
        option(name(*how), said, *how == proposed)
    });
    el("select").each(options).on("change", move |event| {
        let value = value_of(&event);
        if let Some(how) = all.iter().find(|how| name(**how) == value) {
            choose(*how);
        }
    })
}

fn part(shell: Shell, card: Card, at: usize, candidate: &Candidate, is_many: bool) -> El {
    let w = words();
    let file = &candidate.assessment;
    let q = shell.look(|desk| desk.library().of(&file.questionnaire));
    let now = clock::millis();
    let changed = file.changed_at(now).map(|at| w.changed(&clock::day(at)));
    let here = shell.with(&file.id, |mine| {
        let day = mine.changed_at(now).map(clock::day);
        w.here_already(&w.done(mine.progress(q, |_| true)), day.as_deref())
    });
    let here = here.filter(|_| candidate.meets == Meets::Copy);
    let facts = [Some(w.done(file.progress(q, |_| true))), changed, here];
    let facts = facts
        .into_iter()
        .flatten()
        .map(|fact| el("span").text(fact));
    let is_here = candidate.meets != Meets::Nothing;
    let meets = w.meets(&candidate.meets, file.team());
    let choose = (!is_many || meets.is_some()).then(|| {
        let (all, proposed) = (candidate.choices(), candidate.proposed());
        let select = choices(all, proposed, is_here, move |how| {
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
        .each(meets.map(|why| el("span").class("reason").text(why)))
        .each(choose)
}
