//! A questionnaire's file is opened: what it is, what is wrong with it, and whether it is to be kept.

use super::model;
use crate::app::browser::files::{self, File, Picked};
use crate::app::browser::page::go;
use crate::app::contexts::Told;
use crate::app::markup::{El, button, details, el, nothing, p};
use crate::app::shell::Shell;
use crate::catalog::Known;
use crate::formats::json::Json;
use crate::formats::questionnaire_toml::{Own, Remark};
use crate::formats::workspace_json::MAX_FILE;
use crate::formats::{carried, plain_text};
use crate::model::QuestionnaireRef;
use crate::route::Route;
use crate::words::words;
use leptos::prelude::*;

/// So many remarks are shown.
const SHOWN: usize = 50;

/// What was opened.
#[derive(Clone)]
enum Offered {
    Read(Known, Box<Own>),
    Wrong(Vec<Remark>),
    /// It is looked at beside the page.
    Reading(String),
    /// What was made of a model of others.
    Model(Json),
    /// What it is instead, or why it was not read.
    Refused(String),
}

thread_local! {
    /// It comes from any page, and is shown on one.
    static OFFERED: ArcRwSignal<Option<Offered>> = ArcRwSignal::new(None);
}

fn offered() -> ArcRwSignal<Option<Offered>> {
    OFFERED.with(Clone::clone)
}

/// Offers the questionnaire in a document, and goes where it is shown.
pub fn offer(shell: Shell, text: String) {
    look(shell, &text);
    go(&Route::Questionnaires.to_string());
}

fn look(shell: Shell, text: &str) {
    offered().set(Some(match shell.know(text) {
        Ok((known, own)) => Offered::Read(known, Box::new(own)),
        Err(wrong) => Offered::Wrong(wrong),
    }));
}

/// Looks into a file. What is no document of ours is looked at beside the page: it may be a model of others.
fn take(shell: Shell, mut chosen: Vec<File>) {
    chosen.truncate(1);
    let own = chosen.clone();
    let each = move |name: String, file| {
        let w = words();
        let text = match file {
            Picked::Bytes(bytes) => plain_text::decode(bytes).ok(),
            Picked::TooLarge(bytes) => {
                offered().set(Some(Offered::Refused(w.too_large_for_any(bytes))));
                return false;
            }
            Picked::Unreadable => {
                let unread = w.library_page().unread.to_owned();
                offered().set(Some(Offered::Refused(unread)));
                return false;
            }
        };
        let is_ours = |text: &String| carried::is_questionnaire(text) || name.ends_with(".toml");
        match (text.filter(is_ours), own.first()) {
            (Some(text), _) => look(shell, &text),
            (None, Some(file)) => beside(file),
            (None, None) => {}
        }
        true
    };
    files::read_each(chosen, MAX_FILE, each, || ());
}

/// Has a file looked at beside the page.
fn beside(file: &File) {
    offered().set(Some(Offered::Reading(words().reading_file(0.0))));
    model::read(file, |heard| {
        // Meanwhile somebody may have left it, or opened another one.
        let is_awaited = matches!(*offered().read_untracked(), Some(Offered::Reading(_)));
        if is_awaited {
            offered().set(Some(match heard {
                model::Heard::Progress(done) => Offered::Reading(words().reading_file(done)),
                model::Heard::Model(made) => Offered::Model(made),
                model::Heard::Refused(why) => Offered::Refused(why),
            }));
        }
    });
}

/// Takes in, and keeps, the questionnaires that files carry or are; says of each whether there are any.
pub fn bring_files(shell: Shell, chosen: Vec<File>, then: Told) {
    read(chosen, move |text| {
        then(text.is_some_and(|text| shell.bring(&text)));
    });
}

fn read(chosen: Vec<File>, mut take: impl FnMut(Option<String>) + 'static) {
    let each = move |_, file| {
        take(match file {
            Picked::Bytes(bytes) => plain_text::decode(bytes).ok(),
            Picked::TooLarge(_) | Picked::Unreadable => None,
        });
        true
    };
    files::read_each(chosen, MAX_FILE, each, || ());
}

/// The field in which a file is chosen.
pub fn field(shell: Shell) -> El {
    let w = words().library_page();
    let input = el("input")
        .id("questionnaire-file")
        .class("spoken")
        .attr("type", "file")
        .attr("accept", ".toml,.yaml,.yml,.json")
        .on("change", move |event| take(shell, files::chosen(&event)));
    let label = el("label")
        .class("button")
        .attr("for", "questionnaire-file")
        .text(w.open_file);
    el("section")
        .class("file")
        .child(el("p").class("steps").each([
            label,
            input,
            el("span").class("muted").text(w.drop_hint),
        ]))
}

/// The page, which takes what is dropped on it.
pub fn dropped(shell: Shell, page: El) -> El {
    page.on("dragover", |event| event.prevent_default())
        .on("drop", move |event| {
            event.prevent_default();
            take(shell, files::dropped(&event));
        })
}

/// What was opened, and what to do with it.
pub fn shown(shell: Shell) -> AnyView {
    let Some(found) = offered().get() else {
        return nothing();
    };
    let w = words().library_page();
    let leave = button("quiet", w.leave, |_| offered().set(None));
    let body = match found {
        Offered::Reading(said) => vec![p(said).class("muted"), leave],
        Offered::Refused(said) => vec![p(said).class("error"), leave],
        Offered::Model(made) => model::shown(shell, made, leave),
        Offered::Wrong(wrong) => vec![
            p(w.wrong).class("error"),
            remarks(&wrong),
            el("p").class("steps").child(leave),
        ],
        Offered::Read(known, own) => readable(shell, known, &own, leave),
    };
    el("div")
        .class("card offered")
        .attr("role", "status")
        .each(body)
        .done()
}

fn readable(shell: Shell, known: Known, own: &Own, leave: El) -> Vec<El> {
    let (w, q) = (words(), known.questionnaire);
    let l = w.library_page();
    let is_kept = shell.is_kept(&QuestionnaireRef::of(q));
    let beside = own.extends.as_ref();
    let beside = beside.map(|_| p(w.unlike_base(shell.questionnaire(), own.beside)));
    let keep = button("primary", l.keep, move |_| {
        shell.keep_questionnaire(known);
        offered().set(None);
    });
    let mut body = vec![
        el("h2").child(el("bdi").text(w.questionnaire_name(q))),
        p(w.how_much_asked(q)),
    ];
    body.extend(beside);
    if is_kept {
        body.push(p(l.kept_already).class("muted"));
    } else if shell.look(|desk| desk.has_twin(q)) {
        body.push(p(w.same_number(q)).class("notice"));
    }
    if !own.regrets.is_empty() {
        body.push(details(w.regrets(own.regrets.len())).child(remarks(&own.regrets)));
    }
    let keep = (!is_kept).then_some(keep);
    body.push(el("p").class("steps").each(keep).child(leave));
    body
}

fn remarks(all: &[Remark]) -> El {
    let shown = all.iter().take(SHOWN);
    let shown = shown.map(|remark| el("li").text(words().remark(remark)));
    let more = all.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| el("li").class("muted").text(words().more_of_them(more)));
    el("ul").class("remarks").each(shown).each(more)
}
