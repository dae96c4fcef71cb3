//! Whose the questionnaire is: its name, colour and mark, beside how the bar looks with them; and from whose
//! model it was made.

use super::inputs::{Kind, text};
use super::remarks::{described, dom_id};
use super::state::Editor;
use crate::app::browser::files::{self, Picked};
use crate::app::browser::page::{focus, value_of};
use crate::app::components::brand;
use crate::app::markup::{El, all, button, el, live, nothing, p};
use crate::formats::brand::{Brand, Colour, Contrast, DARK, LIGHT, Theme};
use crate::formats::logo::{Logo, MAX_BYTES};
use crate::formats::questionnaire_toml::{Draft, Edit, Whose};
use crate::words::words;
use leptos::prelude::*;

/// A text of it.
fn said(editor: Editor, field: Whose, label: &'static str) -> El {
    text(
        editor,
        Kind::Line,
        &field.path(),
        label,
        move |draft: &Draft| Some(field.of(draft).to_owned()),
        move |text| Edit::Whose(field, text),
    )
}

/// Name, colour and mark.
pub fn whose(editor: Editor) -> El {
    let l = words().editor_page();
    let dark = el("p").class("muted").text(l.accent_dark_hint);
    let fields = el("div").class("fields").each([
        said(editor, Whose::Name, l.brand_name),
        colour(editor, Whose::Accent, l.accent),
        colour(editor, Whose::AccentDark, l.accent_dark).child(dark),
        mark(editor),
    ]);
    let has_some = Memo::new(move |_| editor.look(|draft| draft.branding.is_some()));
    let remove = live(move || {
        if !has_some.get() {
            return nothing();
        }
        let remove = button("", l.unbrand, move |_| {
            editor.rest();
            editor.change(&Edit::NoBrand, None);
            focus(&dom_id(&Whose::Name.path()));
        });
        el("p").class("steps").child(remove).done()
    });
    el("section")
        .class("whose")
        .attr("aria-labelledby", "whose")
        .each([
            el("h3").id("whose").text(l.whose),
            p(l.whose_hint).class("muted"),
        ])
        .child(el("div").class("beside").each([fields, bars(editor)]))
        .view(remove)
}

/// The theme that a colour is for.
const fn theme(field: Whose) -> &'static Theme {
    if matches!(field, Whose::AccentDark) {
        &DARK
    } else {
        &LIGHT
    }
}

/// A colour as a text, as the browser lets one pick it, and how well it is read.
fn colour(editor: Editor, field: Whose, label: &'static str) -> El {
    let l = words().editor_page();
    let path = field.path();
    let picker = el("input")
        .attr("type", "color")
        .attr("aria-label", [l.pick, ": ", label].concat())
        .live_prop("value", move || {
            let own = editor.look(|draft| contrast(draft, field).map(|own| own.colour));
            own.unwrap_or(theme(field).accent).to_string()
        })
        .on("input", move |event| {
            editor.change(&Edit::Whose(field, value_of(&event)), Some(&path));
        })
        .on("change", move |_| editor.rest());
    let shown = Memo::new(move |_| editor.look(|draft| contrast(draft, field)));
    let read = live(move || match shown.get() {
        None => nothing(),
        Some(own) => well_read(editor, field, own),
    });
    el("div")
        .class("colour")
        .each([said(editor, field, label), picker])
        .view(read)
}

/// How a colour is read in the theme of its field. `None` where there is none.
fn contrast(draft: &Draft, field: Whose) -> Option<Contrast> {
    let light = Colour::read(Whose::Accent.of(draft))?;
    let [light, dark] = Contrast::both(light, Colour::read(Whose::AccentDark.of(draft)));
    Some(if field == Whose::AccentDark {
        dark
    } else {
        light
    })
}

/// How well a colour is read; where that is not enough, what is wrong is said at the field, and the nearest
/// that is enough can be taken.
fn well_read(editor: Editor, field: Whose, own: Contrast) -> AnyView {
    if own.is_enough() {
        return p(words().well_read(&own)).class("muted").done();
    }
    let Some(nearest) = own.nearest else {
        return nothing();
    };
    let take = button("link", words().take_colour(nearest), move |_| {
        editor.rest();
        editor.change(&Edit::Whose(field, nearest.to_string()), None);
        focus(&dom_id(&field.path()));
    });
    p("").child(take).done()
}

/// A file is taken, or it is said why not; what is there can be taken away.
fn mark(editor: Editor) -> El {
    let (w, l) = (words(), words().editor_page());
    let problem = RwSignal::new(String::new());
    let take = move |picked: Picked| {
        let read = match picked {
            Picked::Bytes(bytes) => Logo::read(&bytes).map_err(|why| w.bad_mark(why)),
            Picked::TooLarge(size) => Err(w.large_mark(size)),
            Picked::Unreadable => Err(w.import_unreadable.to_owned()),
        };
        match read {
            Ok(mark) => {
                problem.set(String::new());
                editor.rest();
                editor.change(&Edit::Whose(Whose::Mark, mark.text().to_owned()), None);
            }
            Err(why) => problem.set(why),
        }
    };
    let path = Whose::Mark.path();
    let input = el("input")
        .attr("type", "file")
        .attr("accept", ".svg,.png,image/svg+xml,image/png")
        .on("change", move |event| {
            let each = move |_, picked| {
                take(picked);
                true
            };
            files::read_each(files::chosen(&event), MAX_BYTES, each, || ());
        });
    let has_one = Memo::new(move |_| editor.look(|draft| !Whose::Mark.of(draft).is_empty()));
    let remove = live(move || {
        if !has_one.get() {
            return nothing();
        }
        button("link", l.mark_remove, move |_| {
            editor.rest();
            problem.set(String::new());
            editor.change(&Edit::Whose(Whose::Mark, String::new()), None);
            focus(&dom_id(&Whose::Mark.path()));
        })
        .done()
    });
    let why = el("span")
        .class("error")
        .attr("role", "alert")
        .live_text(move || problem.get());
    el("div")
        .class("field")
        .each([
            el("label").attr("for", dom_id(&path)).text(l.mark),
            el("span").class("muted").text(l.mark_hint),
        ])
        .each(described(editor, &path, input))
        .child(why)
        .view(remove)
}

/// How the bar looks in both themes.
fn bars(editor: Editor) -> El {
    let l = words().editor_page();
    let own = Memo::new(move |_| editor.look(|draft| draft.brand.clone()));
    let title = Memo::new(move |_| editor.look(|draft| draft.questionnaire.title.clone()));
    let bar = move |class: &'static str, name: &'static str, is_dark: bool| {
        let shown = live(move || {
            let own = own.get().unwrap_or_else(|| Brand {
                name: title.get(),
                accent: None,
                mark: None,
            });
            all(vec![
                brand(&own).done(),
                el("span")
                    .class("at")
                    .text(words().place(crate::route::Place::Results))
                    .done(),
                el("span")
                    .class("does")
                    .text(words().editor_page().save)
                    .done(),
            ])
        });
        let colours = move || {
            let accent = own.get().and_then(|own| own.accent);
            let shade = accent.map(|both| if is_dark { both.dark } else { both.light });
            shade.map_or_else(String::new, |shade| {
                format!("--accent:{};--tint:{}", shade.accent, shade.tint)
            })
        };
        // Set through the property: the policy forbids style attributes.
        let bar = el("div")
            .class(class)
            .live_prop("style", colours)
            .view(shown);
        el("figure").each([el("figcaption").class("muted").text(name), bar])
    };
    el("div").class("bars").each([
        bar("bar-shown light", l.bar_light, false),
        bar("bar-shown dark", l.bar_dark, true),
    ])
}

/// From whose model it was made, where it says so.
pub fn source(editor: Editor) -> AnyView {
    let has_one = Memo::new(move |_| editor.look(|draft| draft.source.is_some()));
    live(move || {
        if !has_one.get() {
            return nothing();
        }
        let l = words().editor_page();
        el("section")
            .class("whose")
            .attr("aria-labelledby", "source")
            .each([
                el("h3").id("source").text(l.source),
                p(l.source_hint).class("muted"),
            ])
            .child(el("div").class("fields").each([
                said(editor, Whose::SourceTitle, l.source_whose),
                said(editor, Whose::SourceUrl, l.source_url),
                said(editor, Whose::SourceLicence, l.source_licence),
            ]))
            .done()
    })
}
