//! Something new is added: under a title, from which its id is made.

use super::state::Editor;
use crate::app::browser::page::value_of;
use crate::app::markup::{El, Event, details, el};
use crate::formats::questionnaire_toml::{Edit, Part, id_from};
use crate::model::{DimensionId, DisciplineId, PracticeId, TermId};
use crate::words::words;
use leptos::prelude::*;

/// Where something new is added.
#[derive(Clone)]
pub enum Into {
    Dimension(DimensionId),
    Discipline(DisciplineId),
    Whole,
    Glossary,
}

impl Into {
    fn label(&self) -> &'static str {
        let l = words().editor_page();
        match self {
            Self::Dimension(_) => l.add_practice,
            Self::Discipline(_) => l.add_dimension,
            Self::Whole => l.add_discipline,
            Self::Glossary => l.add_term,
        }
    }

    fn id(&self) -> &str {
        match self {
            Self::Dimension(id) => id.as_str(),
            Self::Discipline(id) => id.as_str(),
            Self::Whole => "whole",
            Self::Glossary => "glossary",
        }
    }

    /// What adds it, and what is then shown.
    fn edit(&self, editor: Editor, title: String) -> Option<(Edit, Part)> {
        let id = |usual| {
            editor.look(|draft| {
                let taken = draft.taken(editor.base);
                id_from(&title, usual, |id| taken.contains(&id))
            })
        };
        Some(match self {
            Self::Dimension(dimension) => {
                let id = PracticeId::parse(&id("practice")).ok()?;
                let edit = Edit::AddPractice(id.clone(), dimension.clone(), title);
                (edit, Part::Practice(id))
            }
            Self::Discipline(discipline) => {
                let id = DimensionId::parse(&id("dimension")).ok()?;
                let edit = Edit::AddDimension(id.clone(), discipline.clone(), title);
                (edit, Part::Dimension(id))
            }
            Self::Whole => {
                let id = DisciplineId::parse(&id("discipline")).ok()?;
                let edit = Edit::AddDiscipline(id.clone(), title);
                (edit, Part::Discipline(id))
            }
            Self::Glossary => {
                let id = TermId::parse(&id("term")).ok()?;
                (Edit::AddTerm(id.clone(), title), Part::Term(id))
            }
        })
    }
}

/// A fold with the title of what is new.
pub fn add(editor: Editor, into: Into) -> El {
    let l = words().editor_page();
    let title = RwSignal::new(String::new());
    let field = ["add-to-", into.id()].concat();
    let summary = into.label();
    let submit = move |event: Event| {
        event.prevent_default();
        let text = title.get_untracked().trim().to_owned();
        if text.is_empty() {
            return;
        }
        if let Some((edit, part)) = into.edit(editor, text) {
            editor.rest();
            if editor.change(&edit, None) {
                title.set(String::new());
                editor.choose(Some(part));
            }
        }
    };
    let input = el("input")
        .id(field.clone())
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("maxlength", "96")
        .live_prop("value", move || title.get())
        .on("input", move |event| title.set(value_of(&event)));
    let go = el("button").attr("type", "submit").text(l.add);
    let form = el("form")
        .attr("novalidate", "")
        .on("submit", submit)
        .each([el("label").attr("for", field).text(l.add_title), input, go]);
    details(summary).class("add").child(form)
}
