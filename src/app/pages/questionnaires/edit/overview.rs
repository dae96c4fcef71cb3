//! The questionnaire as a whole, while none of its parts is chosen: how much it asks, what is left to put
//! right, whose it is.

use super::remarks::dom_id;
use super::state::{Editor, HEADING};
use super::whose::{source, whose};
use crate::app::markup::{El, button, el, live, p};
use crate::formats::questionnaire_toml::{Draft, Part, Remark};
use crate::words::words;
use leptos::prelude::*;

/// The id of its button in the list.
pub const ROW: &str = "row-overview";
/// So many remarks are shown.
const SHOWN: usize = 12;

/// All of it.
pub fn overview(editor: Editor) -> AnyView {
    let l = words().editor_page();
    let name = el("h2").id(HEADING).attr("tabindex", "-1");
    let name = name.child(
        el("bdi").live_text(move || editor.look(|draft| words().draft_name(&draft.questionnaire))),
    );
    let asked = move || editor.look(|draft| words().how_much_asked(&draft.questionnaire));
    let beside = move || {
        editor.look(|draft| {
            let is_over = draft.extends;
            let said = is_over.then(|| words().unlike_base(editor.base, draft.beside));
            said.unwrap_or_default()
        })
    };
    el("div")
        .class("overview")
        .child(el("div").class("heads").child(name))
        .each([
            el("p").live_text(asked),
            el("p").live_text(beside),
            p(l.choose).class("muted"),
            left(editor),
            whose(editor),
        ])
        .view(source(editor))
        .done()
}

/// What is wrong, and then what is to be looked at, each leading to its place.
fn left(editor: Editor) -> El {
    let l = words().editor_page();
    let shown = Memo::new(move |_| {
        editor.look(|draft| {
            let all = || draft.wrong.iter().chain(&draft.regrets);
            let said = all().take(SHOWN).enumerate();
            let said = said.map(|(at, remark)| {
                let is_wrong = at < draft.wrong.len();
                (is_wrong, remark.path.clone(), what(draft, remark))
            });
            (
                said.collect::<Vec<_>>(),
                all().count().saturating_sub(SHOWN),
            )
        })
    });
    let list = live(move || {
        let (all, more) = shown.get();
        if all.is_empty() {
            return p(l.nothing_left).class("muted").done();
        }
        let rows = all.into_iter().map(|(is_wrong, path, said)| {
            let class = if is_wrong { "link wrong" } else { "link" };
            let id = ["left-", &dom_id(&path)].concat();
            let go = button(class, said, move |_| editor.show_at(&path));
            el("li").child(go.id(id))
        });
        let more = (more > 0).then(|| el("li").class("muted").text(words().more_of_them(more)));
        el("ul").class("remarks").each(rows).each(more).done()
    });
    el("section")
        .attr("aria-labelledby", "left")
        .child(el("h3").id("left").text(l.left))
        .view(list)
}

/// What is remarked, and on what.
fn what(draft: &Draft, remark: &Remark) -> String {
    let part = Part::of_path(&remark.path);
    let title = part
        .as_ref()
        .and_then(|part| part.title(&draft.questionnaire));
    words().remark_on(title.unwrap_or_default(), remark)
}
