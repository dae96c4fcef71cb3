//! What the whole is called, what can be done with it, and how it stands.

use super::inputs::{Kind, text};
use super::remarks::{counts, elsewhere};
use super::state::{Editor, Keeping};
use crate::app::browser::page::{focus, go};
use crate::app::markup::{El, button, el, live, nothing, p};
use crate::formats::questionnaire_toml::Edit;
use crate::route::Route;
use crate::words::words;
use leptos::prelude::*;

/// The bar above both sides.
pub fn head(editor: Editor) -> El {
    let l = words().editor_page();
    let undo = button("quiet", l.undo, move |_| editor.undo());
    let redo = button("quiet", l.redo, move |_| editor.redo());
    let save = button("primary", l.save, move |_| editor.save());
    let download = button("", l.download, move |_| editor.download());
    let ways = el("p").class("steps").each([
        // One that does nothing keeps the focus that is on it.
        undo.live_attr("aria-disabled", move || {
            Some((!editor.can_undo()).to_string())
        }),
        redo.live_attr("aria-disabled", move || {
            Some((!editor.can_redo()).to_string())
        }),
        // Where something is wrong, it leads there.
        save,
        download,
    ]);
    let said = el("p")
        .class("done")
        .attr("role", "status")
        .live_text(move || editor.said.get());
    el("div")
        .class("bar-of-it")
        .each([
            el("div").class("named").each([
                text(
                    editor,
                    Kind::Line,
                    "questionnaire/title",
                    l.name,
                    |draft| Some(draft.questionnaire.title.clone()),
                    Edit::Title,
                ),
                text(
                    editor,
                    Kind::Line,
                    "questionnaire/version",
                    l.version,
                    |draft| Some(draft.questionnaire.version.clone()),
                    Edit::Version,
                ),
                ways,
            ]),
            el("div")
                .class("state")
                .each([counts(editor), said])
                .view(standing(editor)),
        ])
        .view(elsewhere(editor))
}

/// Whether all of it is saved, and what can be done where it is not.
fn standing(editor: Editor) -> AnyView {
    // The same is not said anew with each letter.
    let state = Memo::new(move |_| (editor.keeping.get(), editor.is_unsaved(), editor.is_new()));
    live(move || {
        let w = words();
        let l = w.editor_page();
        let (keeping, is_unsaved, is_new) = state.get();
        match keeping {
            Keeping::Failed(why) => p(w.draft_not_kept(why)).class("error").done(),
            Keeping::Elsewhere => {
                let theirs = button("", l.take_theirs, move |_| editor.take_theirs());
                let mine = button("", l.keep_mine, move |_| editor.keep_mine());
                let ways = el("span").class("steps").each([theirs, mine]);
                p(l.other_tab).class("notice problem").child(ways).done()
            }
            Keeping::Kept if is_unsaved => {
                let label = if is_new { l.discard_new } else { l.discard };
                let discard = button("link", label, move |_| {
                    if editor.discard() {
                        focus("title");
                    } else {
                        go(&Route::Questionnaires.to_string());
                    }
                });
                p(l.unsaved).class("muted").text(" ").child(discard).done()
            }
            Keeping::Kept if is_new => nothing(),
            Keeping::Kept => p(l.all_saved).class("muted").done(),
        }
    })
}
