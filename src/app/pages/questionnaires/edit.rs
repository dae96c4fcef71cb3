//! A questionnaire of one's own is written: what is asked on one side, the words of one practice on the other.

mod add;
mod facts;
mod fields;
mod head;
mod inputs;
mod list;
mod make;
mod overview;
mod panel;
mod pick;
mod preview;
mod remarks;
mod remove;
mod state;
mod whose;

pub use make::{begin, drafts, edit_ways, fold, is_taken, make};

use super::stored::awaits;
use crate::app::browser::files;
use crate::app::browser::page::go;
use crate::app::browser::settings;
use crate::app::components::download_name;
use crate::app::markup::{El, all, button, el, heading, link, live, p};
use crate::app::shell::Shell;
use crate::app::title::set_title;
use crate::formats::questionnaire_toml::Remark;
use crate::route::Route;
use crate::words::words;
use leptos::prelude::*;
use state::{Begin, Editor};

/// The editor of the questionnaire with this id.
pub fn editor(shell: Shell, id: String) -> AnyView {
    let w = words();
    set_title(w.editor_page().title);
    // What the stores bring later changes nothing that is being written.
    let is_ready = Memo::new(move |was: Option<&bool>| was == Some(&true) || !awaits(shell));
    live(move || {
        if !is_ready.get() {
            return all(vec![
                heading(w.editor_page().title).done(),
                p(w.opening).class("muted").done(),
            ]);
        }
        match untrack(|| Editor::begin(shell, &id)) {
            Begin::Open(editor) => page(*editor),
            Begin::Unreadable(text, wrong) => unreadable(&id, text, &wrong),
            Begin::Nothing => all(vec![
                heading(w.editor_page().title).done(),
                p(w.library_page().no_file).done(),
                to_library().done(),
            ]),
        }
    })
}

fn to_library() -> El {
    let way = link(&Route::Questionnaires, words().editor_page().to_library);
    el("p").class("steps").child(way.class("button"))
}

fn page(editor: Editor) -> AnyView {
    let title = heading(words().editor_page().title);
    let body = el("div").class("editor").each([
        head::head(editor),
        list::list(editor),
        panel::panel(editor),
    ]);
    all(vec![title.done(), editor.keys(body).done()])
}

/// A draft that something else has spoilt: it can be taken elsewhere, or given up.
fn unreadable(id: &str, text: String, wrong: &[Remark]) -> AnyView {
    let w = words();
    let l = w.editor_page();
    let name = download_name(id, "toml");
    let save = button("", l.download, move |_| files::download(&name, &text));
    let id = id.to_owned();
    let discard = button("", l.discard_new, move |_| {
        settings::forget_questionnaire_draft(&id);
        go(&Route::Questionnaires.to_string());
    });
    let remarks = wrong.iter().map(|remark| el("li").text(w.remark(remark)));
    all(vec![
        heading(l.title).done(),
        p(l.unreadable).class("error").done(),
        el("ul").class("remarks").each(remarks).done(),
        el("p").class("steps").each([save, discard]).done(),
    ])
}
