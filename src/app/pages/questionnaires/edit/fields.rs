//! The fields of a practice, its five levels side by side.

use super::inputs::{Kind, back, choice, text, text_of, tick, weight};
use super::panel::remove;
use super::remarks::{described, dom_id};
use super::state::Editor;
use crate::app::browser::page::{focus_next, value_of};
use crate::app::markup::{El, button, el, live};
use crate::formats::questionnaire_toml::{Draft, Edit, Field, Part, Set};
use crate::model::{Effort, Level, Practice, PracticeId, Source, Stakes};
use crate::words::words;
use leptos::prelude::*;

/// All of them.
pub fn of_practice(editor: Editor, id: &PracticeId) -> [El; 1] {
    let l = words().editor_page();
    let part = Part::Practice(id.clone());
    let title = text_of(
        editor,
        Kind::Line,
        id,
        (Field::Title, l.part_title),
        |p| &p.title,
        Set::Title,
    );
    let question = (Field::Question, l.question);
    let question = text_of(
        editor,
        Kind::Text,
        id,
        question,
        |p| &p.question,
        Set::Question,
    );
    let why = text_of(
        editor,
        Kind::Text,
        id,
        (Field::Why, l.why),
        |p| &p.why,
        Set::Why,
    );
    let tell = (Field::HowToTell, l.how_to_tell);
    let tell = text_of(
        editor,
        Kind::Text,
        id,
        tell,
        |p| &p.how_to_tell,
        Set::HowToTell,
    );
    [el("div")
        .class("fields")
        .each([
            title,
            question,
            why,
            levels(editor, id),
            tell,
            steps(editor, id),
        ])
        .child(counting(editor, id))
        .child(sources(editor, id))
        .each(remove(editor, &part))]
}

fn group(name: &'static str, hint: &'static str, back: AnyView) -> El {
    let legend = el("legend").text(name);
    let hint = (!hint.is_empty()).then(|| el("span").class("muted").text(hint));
    el("fieldset").child(legend).view(back).each(hint)
}

fn path(id: &PracticeId, field: Field, nth: usize) -> String {
    let nth = nth.to_string();
    ["practice/", id.as_str(), "/", field.key(), "/", &nth].concat()
}

/// One text among several.
fn nth(
    editor: Editor,
    id: &PracticeId,
    (field, at): (Field, usize),
    name: String,
    read: fn(&Practice) -> &[String],
    write: impl Fn(String) -> Set + 'static,
) -> El {
    let (own, part) = (id.clone(), Part::Practice(id.clone()));
    text(
        editor,
        Kind::Text,
        &path(id, field, at + 1),
        name,
        move |draft| read(draft.questionnaire.practice(&own)?).get(at).cloned(),
        move |text| Edit::Set(part.clone(), write(text)),
    )
}

fn levels(editor: Editor, id: &PracticeId) -> El {
    let (w, l) = (words(), words().editor_page());
    let all = Level::ALL.into_iter().enumerate().map(|(at, level)| {
        let write = move |text| Set::Level(level, text);
        let own = nth(
            editor,
            id,
            (Field::Levels, at),
            w.level_name(level),
            |p| &p.levels,
            write,
        );
        own.class(format!("field level-{}", level.number()))
    });
    let back = back(editor, id, Field::Levels, l.levels);
    group(l.levels, l.levels_hint, back).child(el("div").class("five").each(all))
}

fn steps(editor: Editor, id: &PracticeId) -> El {
    let (w, l) = (words(), words().editor_page());
    let rows = Level::ALL
        .into_iter()
        .take(4)
        .enumerate()
        .map(|(at, level)| {
            let write = move |text| Set::Step(level, text);
            let step = nth(
                editor,
                id,
                (Field::Steps, at),
                w.step_from(level),
                |p| &p.steps,
                write,
            );
            el("div")
                .class("of-step")
                .each([step, effort(editor, id, at, level)])
        });
    let ways = el("span")
        .view(back(editor, id, Field::Steps, l.steps))
        .view(back(editor, id, Field::Effort, l.effort))
        .done();
    group(l.steps, "", ways).child(el("div").class("four").each(rows))
}

fn effort(editor: Editor, id: &PracticeId, at: usize, level: Level) -> El {
    const ALL: [(&str, Effort); 3] = [("S", Effort::S), ("M", Effort::M), ("L", Effort::L)];
    let choices = ALL.map(|(key, effort)| (key.to_owned(), words().effort(effort).to_owned()));
    let (own, part) = (id.clone(), Part::Practice(id.clone()));
    let read = move |draft: &Draft| {
        let own = draft.questionnaire.practice(&own)?.effort.0.get(at)?;
        let key = ALL.iter().find(|(_, effort)| effort == own);
        key.map(|(key, _)| (*key).to_owned())
    };
    let write = move |chosen: &str| {
        let (_, effort) = ALL.iter().find(|(key, _)| *key == chosen)?;
        Some(Edit::Set(part.clone(), Set::Effort(level, *effort)))
    };
    choice(
        editor,
        &path(id, Field::Effort, at + 1),
        words().effort_from(level),
        choices.into(),
        read,
        write,
    )
}

/// How much it counts.
fn counting(editor: Editor, id: &PracticeId) -> El {
    let (w, l) = (words(), words().editor_page());
    let part = Part::Practice(id.clone());
    let at = |field: &str| ["practice/", id.as_str(), "/", field].concat();
    let (quick, quick_of) = (id.clone(), id.clone());
    let quick = tick(
        editor,
        &at("quick"),
        l.quick,
        move |draft| {
            draft
                .questionnaire
                .practice(&quick_of)
                .is_some_and(|p| p.quick)
        },
        move |is_quick| Edit::Quick(quick.clone(), is_quick),
    );
    let (key, key_of) = (part.clone(), id.clone());
    let key = tick(
        editor,
        &at("key"),
        l.key,
        move |draft| draft.questionnaire.practice(&key_of).is_some_and(|p| p.key),
        move |is_key| Edit::Set(key.clone(), Set::Key(is_key)),
    );
    let weighs = weight(editor, part.clone(), |draft, part| match part {
        Part::Practice(id) => draft.questionnaire.practice(id).map(|p| p.weight),
        _ => None,
    });
    let choices = Stakes::ALL.map(|stakes| {
        (
            u8::from(stakes).to_string(),
            w.stakes_choice(stakes).to_owned(),
        )
    });
    let (own, of_stakes) = (id.clone(), part);
    let stakes = choice(
        editor,
        &at("stakes"),
        l.stakes,
        choices.into(),
        move |draft| {
            let own = draft.questionnaire.practice(&own)?;
            Some(u8::from(own.stakes).to_string())
        },
        move |chosen| {
            let stakes = Stakes::try_from(chosen.parse::<u8>().ok()?).ok()?;
            Some(Edit::Set(of_stakes.clone(), Set::Stakes(stakes)))
        },
    );
    let backs = el("div")
        .class("backs")
        .view(back(editor, id, Field::Weight, l.weight));
    let backs = backs
        .view(back(editor, id, Field::Stakes, l.stakes))
        .view(back(editor, id, Field::Key, l.key));
    el("div")
        .class("counting")
        .each([weighs, stakes, quick, key, backs])
}

/// Where to read more: built anew when one comes or goes.
fn sources(editor: Editor, id: &PracticeId) -> El {
    let l = words().editor_page();
    let own = id.clone();
    let count = Memo::new(move |_| all_sources(editor, &own).len());
    let (rows, new) = (id.clone(), id.clone());
    let add = button("link", l.add_source, move |_| {
        let mut all = untrack(|| all_sources(editor, &new));
        all.push(Source {
            title: String::new(),
            url: "https://".to_owned(),
        });
        let at = all.len();
        set_sources(editor, &new, all, None);
        focus_next(source_id(&new, at - 1, "title"));
    });
    let path = ["practice/", id.as_str(), "/sources"].concat();
    let list = el("div")
        .attr("role", "group")
        .attr("aria-label", l.sources)
        .attr("tabindex", "-1");
    let list = list.view(live(move || {
        let rows = (0..count.get()).map(|at| source(editor, &rows, at));
        el("div").each(rows).done()
    }));
    group(l.sources, "", back(editor, id, Field::Sources, l.sources))
        .each(described(editor, &path, list))
        .child(add)
}

fn all_sources(editor: Editor, id: &PracticeId) -> Vec<Source> {
    let all = editor.practice(id, |p| p.sources.clone());
    all.unwrap_or_default()
}

fn set_sources(editor: Editor, id: &PracticeId, all: Vec<Source>, at: Option<&str>) {
    if at.is_none() {
        editor.rest();
    }
    editor.change(
        &Edit::Set(Part::Practice(id.clone()), Set::Sources(all)),
        at,
    );
}

fn source_id(id: &PracticeId, at: usize, what: &str) -> String {
    let at = at.to_string();
    [&dom_id(id.as_str()), "-source-", &at, "-", what].concat()
}

fn source(editor: Editor, id: &PracticeId, at: usize) -> El {
    let l = words().editor_page();
    let field = |what: &'static str, label: &'static str, get: fn(&mut Source) -> &mut String| {
        let (own, to) = (id.clone(), id.clone());
        let dom = source_id(id, at, what);
        let key = dom.clone();
        let input = el("input")
            .id(dom.clone())
            .attr("type", "text")
            .attr("autocomplete", "off")
            .live_prop("value", move || {
                let mut all = all_sources(editor, &own);
                all.get_mut(at)
                    .map(|source| get(source).clone())
                    .unwrap_or_default()
            })
            .on("input", move |event| {
                let mut all = untrack(|| all_sources(editor, &to));
                if let Some(source) = all.get_mut(at) {
                    *get(source) = value_of(&event);
                    set_sources(editor, &to, all, Some(&key));
                }
            })
            .on("change", move |_| editor.rest());
        el("div")
            .class("field")
            .each([el("label").attr("for", dom).text(label), input])
    };
    let title = field("title", l.source_title, |source| &mut source.title);
    let url = field("url", l.source_url, |source| &mut source.url);
    let own = id.clone();
    let remove = button("link", l.remove_source, move |_| {
        let mut all = untrack(|| all_sources(editor, &own));
        if at < all.len() {
            all.remove(at);
            set_sources(editor, &own, all, None);
            focus_next(dom_id(&["practice/", own.as_str(), "/sources"].concat()));
        }
    });
    el("div").class("source").each([title, url, remove])
}
