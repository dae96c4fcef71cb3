//! A model of others is opened: whose it is, what of it was taken over and what not, and the way into the
//! editor for what was made of it.

use super::edit::{begin, is_taken};
use crate::app::browser::files::{self, File};
use crate::app::browser::tables::{MODELS, Said, Tables};
use crate::app::components::download_name;
use crate::app::markup::{El, button, details, el, p};
use crate::app::shell::Shell;
use crate::app::told::Told;
use crate::formats::json::Json;
use crate::formats::questionnaire_toml::{Draft, id_from, under};
use crate::model::knowledge::is_address;
use crate::words::words;
use std::cell::RefCell;

thread_local! {
    /// What reads the present file, until it has answered.
    static READER: RefCell<Option<Tables>> = const { RefCell::new(None) };
}

/// What is heard of a file.
pub enum Heard {
    Progress(f64),
    Model(Json),
    Refused(String),
}

/// Has a file read beside the page.
pub fn read(file: &File, hear: impl Fn(Heard) + 'static) {
    let failed = || Heard::Refused(words().library_page().unread.to_owned());
    let started = Tables::start(MODELS, move |said| {
        let heard = match said {
            Said::Progress(done) => return hear(Heard::Progress(done)),
            Said::Answer(answer) => heard(&answer).unwrap_or_else(failed),
            Said::Csv(_) | Said::Failed => failed(),
        };
        end();
        hear(heard);
    });
    end();
    if let Some(reader) = started {
        reader.tell("{}", Some(file));
        READER.set(Some(reader));
    }
}

/// Ends what reads, with all that it holds.
fn end() {
    if let Some(reader) = READER.take() {
        reader.end();
    }
}

fn heard(answer: &str) -> Option<Heard> {
    let json = Json::parse(answer).ok()?;
    let told = Told(&json);
    if told.has("model") {
        return Some(Heard::Model(told.part("model").0.clone()));
    }
    let why = told.owned("refused");
    (!why.is_empty()).then_some(Heard::Refused(why))
}

/// What it is, what became of it, and what to do.
pub fn shown(shell: Shell, made: Json, leave: El) -> Vec<El> {
    let l = words().library_page();
    let told = Told(&made);
    let texts = |name: &str| {
        let texts: Vec<_> = told.texts(name).map(str::to_owned).collect();
        texts
    };
    let left = texts("left");
    let left = (!left.is_empty()).then(|| {
        let all = left.into_iter().map(|text| el("li").text(text));
        details(l.model_left)
            .attr("open", "")
            .child(el("ul").each(all))
    });
    let mut body = vec![
        el("h2").child(el("bdi").text(told.owned("title"))),
        p(told.owned("is")),
        p(told.owned("taken")),
    ];
    body.extend(left);
    body.extend(texts("open").into_iter().map(p));
    body.push(
        p([l.model_source, " "].concat())
            .child(whose(told))
            .text("."),
    );
    body.push(p([l.model_licence, ": ", told.text("licence")].concat()).class("muted"));
    body.push(p(l.model_hint).class("muted"));
    let (document, copy) = (told.owned("document"), told.owned("document"));
    let name = download_name(told.text("title"), "toml");
    let correct = button("primary", l.correct, move |_| correct(shell, &document));
    let save = button("", l.export, move |_| files::download(&name, &copy));
    body.push(el("p").class("steps").each([correct, save, leave]));
    body
}

/// Whose model it is, with the way there.
fn whose(told: Told) -> El {
    let (title, url) = (told.owned("source"), told.owned("url"));
    if !is_address(&url) {
        return el("bdi").text(title);
    }
    let way = el("a").attr("href", url).attr("rel", "noopener noreferrer");
    way.child(el("bdi").text(title))
}

/// Opens the document in the editor, under an id that is free.
fn correct(shell: Shell, document: &str) {
    let Ok(draft) = Draft::read(document, shell.questionnaire()) else {
        return;
    };
    let own = &draft.questionnaire.id;
    let id = id_from(own, "our-questions", |id| is_taken(shell, id));
    if let Ok(text) = under(document, &id) {
        begin(id, text);
    }
}
