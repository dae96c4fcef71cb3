//! How much is asked: quick check or everything, which disciplines, and on which side of a platform.

use crate::app::markup::{El, el, p};
use crate::model::{DisciplineId, Mode, Questionnaire, Scope, Side};
use crate::words::{home_words, words};
use std::rc::Rc;

/// Reads the scope so far.
pub type ReadScope = Rc<dyn Fn() -> Scope>;
/// Takes a new scope. It may be without disciplines.
pub type GiveScope = Rc<dyn Fn(Scope)>;

/// A group of fields. They show themselves, so nothing is told when the scope changes.
fn group(legend: &'static str) -> El {
    el("fieldset").child(el("legend").text(legend))
}

/// How many questions are asked.
pub fn mode_fields(q: &'static Questionnaire, read: &ReadScope, give: &GiveScope) -> El {
    let w = words();
    let quick = q.practices.iter().filter(|p| p.quick).count();
    let modes = [
        (Mode::Quick, w.scope_quick(quick)),
        (Mode::Full, w.scope_full(q.practices.len())),
    ];
    let modes = modes.map(|(m, text)| mode(m, text, read.clone(), give.clone()));
    group(w.scope_label).each(modes)
}

/// Which disciplines, and from which side of a platform.
pub fn scope_fields(q: &'static Questionnaire, read: &ReadScope, give: &GiveScope) -> [El; 2] {
    let w = words();
    let disciplines = &q.disciplines;
    let boxes = disciplines
        .iter()
        .map(|d| discipline(&d.id, &d.title, read.clone(), give.clone()));
    let sides = [
        (Side::Anyone, w.side_both),
        (Side::User, w.side_uses),
        (Side::Provider, w.side_runs),
    ];
    let sides = sides.map(|(s, text)| side(s, text, read.clone(), give.clone()));
    [
        group(w.disciplines_label)
            .each(boxes)
            .child(p(home_words().across_hint).class("muted")),
        group(w.side_label)
            .child(p(w.side_hint).class("muted"))
            .each(sides),
    ]
}

fn chosen(input: El, is_chosen: bool) -> El {
    if is_chosen {
        input.attr("checked", "")
    } else {
        input
    }
}

fn mode(mode: Mode, text: String, read: ReadScope, give: GiveScope) -> El {
    let input = el("input").attr("type", "radio").attr("name", "mode");
    let input = chosen(input, read().mode == mode);
    let input = input.on("change", move |_| give(Scope { mode, ..read() }));
    el("label").class("line").child(input).text(text)
}

fn side(side: Side, text: &'static str, read: ReadScope, give: GiveScope) -> El {
    let input = el("input").attr("type", "radio").attr("name", "side");
    let input = chosen(input, read().side == side);
    let input = input.on("change", move |_| give(Scope { side, ..read() }));
    el("label").class("line").child(input).text(text)
}

fn discipline(id: &DisciplineId, title: &'static str, read: ReadScope, give: GiveScope) -> El {
    let input = el("input").attr("type", "checkbox");
    let input = chosen(input, read().disciplines.has(id));
    let id = id.clone();
    let input = input.on("change", move |_| {
        let mut scope = read();
        if scope.disciplines.remove(&id).is_none() {
            scope.disciplines.put(id.clone(), ());
        }
        give(scope);
    });
    el("label").class("line").child(input).text(title)
}
