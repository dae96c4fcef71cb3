//! The button of a part in the list.

use super::state::Editor;
use crate::app::markup::{El, button, el};
use crate::formats::questionnaire_toml::Part;
use crate::words::words;
use leptos::prelude::*;

/// The id of a practice's button in the list.
pub fn row_id(part: &Part) -> String {
    ["row-", part.table(), "-", part.id()].concat()
}

/// What a part is called, as it is now.
pub fn title(editor: Editor, part: Part) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    move || {
        editor.look(|draft| {
            let mut all = [&draft.questionnaire, editor.base].into_iter();
            let found = all.find_map(|q| part.title(q));
            found.unwrap_or_default().to_owned()
        })
    }
}

/// The button that shows a part.
pub fn pick(editor: Editor, class: &'static str, part: Part, is_own: bool) -> El {
    let (own, named, wrong) = (part.clone(), part.clone(), part.clone());
    let is_discipline = matches!(part, Part::Discipline(_));
    let called = title(editor, named);
    let named = move || {
        let name = called();
        // The fold that it is in has the name alone.
        if is_discipline {
            words().fields_of(&name)
        } else {
            name
        }
    };
    let button = button(class, "", move |_| editor.choose(Some(part.clone())))
        .id(row_id(&own))
        .live_attr("aria-current", move || {
            (editor.chosen.get().as_ref() == Some(&own)).then(|| "true".to_owned())
        });
    let said = move || {
        let n = editor.wrong_fields(&wrong);
        if n == 0 {
            String::new()
        } else {
            words().wrong_here(n)
        }
    };
    let new = is_own.then(|| el("span").class("mark").text(words().editor_page().new));
    button
        .child(el("bdi").live_text(named))
        .each(new)
        .child(el("span").class("mark wrong").live_text(said))
}
