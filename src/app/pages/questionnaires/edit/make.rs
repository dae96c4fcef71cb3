//! A questionnaire of one's own is begun, or gone on with.

use crate::app::browser::page::{go, value_of};
use crate::app::browser::settings;
use crate::app::components::labelled;
use crate::app::markup::{El, Event, button, el, link, p};
use crate::app::shell::Shell;
use crate::formats::questionnaire_toml::{Draft, blank, id_from};
use crate::model::QuestionnaireRef;
use crate::route::Route;
use crate::words::words;
use leptos::prelude::*;

/// Whether something has an id already, or is being written under it.
pub fn is_taken(shell: Shell, id: &str) -> bool {
    shell.look(|desk| desk.library().knows(id)) || settings::questionnaire_draft(id).is_some()
}

/// Begins with a document under an id that is free, in the editor.
pub fn begin(id: String, text: String) {
    if settings::keep_questionnaire_draft(&id, &text).is_err() {
        // It is carried into the editor by hand, which says that it is not kept.
        super::state::carry(&id, text);
    }
    go(&Route::Editor(id).to_string());
}

/// Asks for a name, makes an id of it, and opens the editor.
pub fn make(shell: Shell) -> El {
    let l = words().editor_page();
    let name = RwSignal::new(String::new());
    // What somebody has chosen; until then it follows the name.
    let chosen: RwSignal<Option<String>> = RwSignal::new(None);
    let problem = RwSignal::new("");
    let is_taken = move |id: &str| is_taken(shell, id);
    let id = move || {
        let own = chosen.get();
        own.unwrap_or_else(|| id_from(&name.get(), "our-questions", is_taken))
    };
    let submit = move |event: Event| {
        event.prevent_default();
        let title = name.get_untracked().trim().to_owned();
        let id = untrack(id);
        if title.is_empty() {
            problem.set(l.make_no_name);
        } else if !QuestionnaireRef::is_id(&id) {
            problem.set(l.make_no_id);
        } else if is_taken(&id) {
            problem.set(l.make_taken);
        } else {
            let text = blank(shell.questionnaire(), &id, &title);
            begin(id, text);
        }
    };
    let field = || el("input").attr("type", "text").attr("autocomplete", "off");
    let named = field().attr("maxlength", "48").on("input", move |event| {
        name.set(value_of(&event));
        problem.set("");
    });
    let known = field()
        .attr("spellcheck", "false")
        .live_prop("value", move || {
            if name.with(String::is_empty) && chosen.with(Option::is_none) {
                String::new()
            } else {
                id()
            }
        })
        .on("input", move |event| {
            chosen.set(Some(value_of(&event)));
            problem.set("");
        });
    let said = el("p").class("error").attr("role", "alert");
    let go = el("button")
        .class("primary")
        .attr("type", "submit")
        .text(l.make_go);
    // It is for whoever cares: the name makes it.
    let known = labelled("make-id".to_owned(), l.make_id, l.make_id_hint, known);
    let made = el("summary").live_text(move || match name.with(String::is_empty) {
        true => l.make_id.to_owned(),
        false => words().about(l.make_id, &id()),
    });
    let known = el("details").child(made).child(known);
    let form = el("form")
        .attr("novalidate", "")
        .on("submit", submit)
        .each([
            labelled("make-name".to_owned(), l.make_name, l.make_name_hint, named),
            known,
            said.live_text(move || problem.get().to_owned()),
            el("p").class("steps").child(go),
        ]);
    fold(words().library_page().make).child(form)
}

/// A fold that looks like what it is for: what one does with a questionnaire.
pub fn fold(what: &'static str) -> El {
    el("details").child(el("summary").class("button").text(what))
}

/// The way into the editor of one that is known.
pub fn edit_ways(id: &str, name: &str) -> [Option<El>; 2] {
    let w = words();
    let way = link(&Route::Editor(id.to_owned()), w.library_page().edit).class("button");
    let way = way.attr("aria-label", [w.library_page().edit, " ", name].concat());
    let is_draft = settings::questionnaire_draft(id).is_some();
    let said = is_draft.then(|| el("span").class("muted").text(w.editor_page().draft_of));
    [Some(way), said]
}

/// Those that were begun and never saved.
pub fn drafts(shell: Shell) -> Vec<El> {
    let l = words().editor_page();
    let ids = settings::questionnaire_drafts().into_iter();
    let new = ids.filter(|id| !shell.look(|desk| desk.library().knows(id)));
    new.map(|id| {
        let text = settings::questionnaire_draft(&id).unwrap_or_default();
        let draft = Draft::read(&text, shell.questionnaire());
        let name = draft.map_or(id.clone(), |draft| draft.questionnaire.title);
        let way = link(&Route::Editor(id.clone()), l.go_on).class("button primary");
        let removed = RwSignal::new(false);
        let discard = button("", l.discard_new, move |_| {
            settings::forget_questionnaire_draft(&id);
            removed.set(true);
        });
        el("li")
            .class("card")
            .live_flag("hidden", move || removed.get())
            .each([
                el("h2").child(el("bdi").text(name)),
                p(l.draft).class("muted"),
                el("p").class("steps").each([way, discard]),
            ])
    })
    .collect()
}
