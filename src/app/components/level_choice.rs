//! The answer to one practice: native radios with the levels' own texts.

use crate::app::browser::page::{focus_next, value_of};
use crate::app::markup::{El, all, button, el, live, nothing};
use crate::model::validate::MAX_LINE;
use crate::model::{Answer, Level, Practice, PracticeId};
use crate::words::ballot_words;
use crate::words::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Reads the answer so far and tracks it.
pub type ReadAnswer = Arc<dyn Fn() -> Option<Answer> + Send + Sync>;
/// Takes a new answer, or none when it is cleared.
pub type GiveAnswer = Arc<dyn Fn(Option<Answer>) + Send + Sync>;

/// How many say it too; tracks it.
pub type ReadVotes = Arc<dyn Fn(&Answer) -> u32 + Send + Sync>;

/// The answer so far.
type Given = Memo<Option<Answer>>;

/// How a choice looks.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// A row with what one would see.
    Level,
    /// Between two rows, and only where somebody asks for it.
    Between,
    /// What is no level.
    Apart,
}

/// One choice of the radio group.
struct Choice {
    kind: Kind,
    key: String,
    title: String,
    text: &'static str,
    answer: Answer,
}

fn choices(practice: &'static Practice, asks_why: bool) -> Vec<Choice> {
    let w = words();
    let mut choices = Vec::new();
    let mut add = |kind, key, title, text, answer| {
        choices.push(Choice {
            kind,
            key,
            title,
            text,
            answer,
        });
    };
    for level in Level::ALL {
        let key = level.number().to_string();
        add(
            Kind::Level,
            key,
            w.level_name(level),
            practice.text(level),
            Answer::Level(level),
        );
        if let (Some(answer), Some(upper)) = (Answer::between(level), level.next()) {
            let key = format!("{}-{}", level.number(), upper.number());
            add(Kind::Between, key, w.between(level, upper), "", answer);
        }
    }
    add(
        Kind::Apart,
        "dont-know".into(),
        w.dont_know.into(),
        w.dont_know_text,
        Answer::DontKnow,
    );
    let not_applicable = Answer::NotApplicable(String::new());
    add(
        Kind::Apart,
        "not-applicable".into(),
        w.not_applicable.into(),
        if asks_why {
            w.not_applicable_text
        } else {
            ballot_words().vote_not_applicable
        },
        not_applicable,
    );
    choices
}

fn same_choice(a: &Answer, b: &Answer) -> bool {
    match (a, b) {
        (Answer::NotApplicable(_), Answer::NotApplicable(_)) => true,
        _ => a == b,
    }
}

fn radio_id(practice: &PracticeId, key: &str) -> String {
    format!("{practice}-choice-{key}")
}

fn radio(
    practice: &PracticeId,
    choice: Choice,
    given: Given,
    give: &GiveAnswer,
    votes: Option<&ReadVotes>,
) -> El {
    let Choice {
        kind,
        key,
        title,
        text,
        answer,
    } = choice;
    let (name, hint) = (
        format!("{practice}-name-{key}"),
        format!("{practice}-text-{key}"),
    );
    let (give, own) = (give.clone(), answer.clone());
    let beside = votes.map(|votes| said(votes.clone(), answer.clone()));
    let input = el("input")
        .id(radio_id(practice, &key))
        .attr("type", "radio")
        .attr("name", practice.to_string())
        .attr("value", key)
        .attr("aria-labelledby", name.clone())
        .live_flag("checked", move || {
            given.with(|a| a.as_ref().is_some_and(|a| same_choice(a, &own)))
        })
        .on("change", move |_| give(Some(answer.clone())));
    let label = el("span").class("name").id(name);
    // The number of a level stands in its radio, too. Each is an element: a browser that translates the
    // page puts texts before elements.
    let label = match title.split_once(' ') {
        Some((number, word)) if kind == Kind::Level => label
            .child(el("span").class("spoken").text(format!("{number} ")))
            .child(el("span").text(word.to_owned())),
        _ => label.text(title),
    };
    let class = match kind {
        Kind::Level => "choice level",
        Kind::Between => "choice half",
        Kind::Apart => "choice chip",
    };
    if text.is_empty() {
        return el("label").class(class).each([input, label]).each(beside);
    }
    let input = input.attr("aria-describedby", hint.clone());
    let said = if kind == Kind::Level {
        "text"
    } else {
        "spoken"
    };
    let text = el("span").class(said).id(hint).text(text);
    el("label")
        .class(class)
        .each([input, text, label])
        .each(beside)
}

/// How many say so: a mark each, and the number. Where nobody does, nothing.
fn said(votes: ReadVotes, answer: Answer) -> El {
    let count = Memo::new(move |_| votes(&answer));
    let marks = move || "●".repeat(count.get().min(MARKS) as usize);
    let number = move || words().votes_for(count.get());
    el("span").class("said").each([
        el("span")
            .attr("aria-hidden", "true")
            .class("marks")
            .live_text(marks),
        el("span").class("count").live_text(number),
    ])
}

/// The id of the button that shows what lies between two levels.
pub fn between_id(practice: &PracticeId) -> String {
    format!("{practice}-between")
}

/// So many marks stand in a row; of more, the number tells.
const MARKS: u32 = 12;

/// The radios under `title`. Nothing is chosen beforehand, and an answer can be cleared. With
/// `asks_why`, there is a field for why a practice does not apply.
pub fn level_choice(
    practice: &'static Practice,
    title: El,
    read: &ReadAnswer,
    give: &GiveAnswer,
    asks_why: bool,
) -> AnyView {
    choice_among(practice, title, (read, give), asks_why, None)
}

/// The same, with how many say what beside each.
pub fn choice_among(
    practice: &'static Practice,
    title: El,
    (read, give): (&ReadAnswer, &GiveAnswer),
    asks_why: bool,
    votes: Option<&ReadVotes>,
) -> AnyView {
    let id = &practice.id;
    let answer = read.clone();
    // Read once for all that show it.
    let given: Given = Memo::new(move |_| answer());
    let shows_between = RwSignal::new(false);
    let (chips, rows): (Vec<_>, Vec<_>) = choices(practice, asks_why)
        .into_iter()
        .partition(|choice| choice.kind == Kind::Apart);
    let radios = |choices: Vec<Choice>| {
        let radios = choices
            .into_iter()
            .map(|c| radio(id, c, given, give, votes));
        radios.collect::<Vec<_>>()
    };
    let between = button("chip", words().between_open, move |_| {
        shows_between.update(|shows| *shows = !*shows);
    })
    .id(between_id(id))
    .live_attr("aria-expanded", move || {
        Some(shows_between.get().to_string())
    });
    let chips = el("div")
        .class("chips")
        .child(between)
        .each(radios(chips))
        .child(clear_button(id, given, give.clone()));
    let class = move || {
        if shows_between.get() {
            "choices between"
        } else {
            "choices"
        }
    };
    let group = el("fieldset")
        .live_attr("class", move || Some(class().to_owned()))
        .child(el("legend").child(title))
        .each(radios(rows))
        .child(chips);

    // Built anew only when they come or go, so that nobody loses the field while typing.
    let asks_reason =
        Memo::new(move |_| asks_why && given.with(|a| matches!(a, Some(Answer::NotApplicable(_)))));
    let (read, typed) = (read.clone(), give.clone());
    let field = format!("{id}-reason");
    let reason = live(move || {
        if asks_reason.get() {
            reason_field(field.clone(), read.clone(), typed.clone())
        } else {
            nothing()
        }
    });
    all(vec![group.done(), reason])
}

/// Clears the answer. Its room is kept while there is none, so that nothing moves.
fn clear_button(id: &PracticeId, given: Given, give: GiveAnswer) -> El {
    let first = radio_id(id, "1");
    let class = move || {
        let is_given = given.with(Option::is_some);
        if is_given {
            "link clear"
        } else {
            "link clear gone"
        }
    };
    el("button")
        .attr("type", "button")
        .live_attr("class", move || Some(class().to_owned()))
        .on("click", move |_| {
            give(None);
            focus_next(first.as_str());
        })
        .text(words().clear)
}

fn reason_field(id: String, read: ReadAnswer, give: GiveAnswer) -> AnyView {
    let reason = move || match read() {
        Some(Answer::NotApplicable(reason)) => reason,
        _ => String::new(),
    };
    let label = el("label").attr("for", id.clone()).text(words().reason);
    let input = el("input")
        .id(id)
        .attr("type", "text")
        .attr("maxlength", MAX_LINE.to_string())
        .live_prop("value", reason)
        .on("input", move |e| {
            give(Some(Answer::NotApplicable(value_of(&e))))
        });
    el("p").class("field").each([label, input]).done()
}
