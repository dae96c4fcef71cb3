//! The answer to one practice: native radios with the levels' own texts.

use crate::app::words::words;
use crate::model::{Answer, Level, Practice};
use leptos::prelude::*;

/// One choice of the radio group.
struct Choice {
    key: String,
    title: String,
    text: String,
    small: bool,
    answer: Answer,
}

fn choices(practice: &Practice) -> Vec<Choice> {
    let w = words();
    let mut choices = Vec::new();
    for level in Level::ALL {
        choices.push(Choice {
            key: level.number().to_string(),
            title: w.level_name(level),
            text: practice.text(level).to_owned(),
            small: false,
            answer: Answer::Level(level),
        });
        if let (Some(answer), Some(upper)) = (Answer::between(level), level.next()) {
            let title = w.between(level, upper);
            let key = format!("{}-{}", level.number(), upper.number());
            choices.push(Choice {
                key,
                title,
                text: String::new(),
                small: true,
                answer,
            });
        }
    }
    let other = |key: &str, title: &str, text: &str, answer| Choice {
        key: key.to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
        small: false,
        answer,
    };
    choices.push(other(
        "dont-know",
        w.dont_know,
        w.dont_know_text,
        Answer::DontKnow,
    ));
    let none = Answer::NotApplicable(String::new());
    choices.push(other(
        "not-applicable",
        w.not_applicable,
        w.not_applicable_text,
        none,
    ));
    choices
}

fn same_choice(a: &Answer, b: &Answer) -> bool {
    match (a, b) {
        (Answer::NotApplicable(_), Answer::NotApplicable(_)) => true,
        _ => a == b,
    }
}

/// The radios. Nothing is chosen beforehand, and an answer can be cleared.
#[component]
pub fn LevelChoice(
    /// What is asked.
    practice: Practice,
    /// The answer so far.
    #[prop(into)]
    answer: Signal<Option<Answer>>,
    /// Called with the new answer, or with none when it is cleared.
    on_answer: Callback<Option<Answer>>,
) -> impl IntoView {
    let w = words();
    let radios = choices(&practice)
        .into_iter()
        .map(|choice| {
            let Choice {
                key,
                title,
                text,
                small,
                answer: own,
            } = choice;
            let (input, hint) = (format!("choice-{key}"), format!("text-{key}"));
            let labelled = input.clone();
            let compared = own.clone();
            let checked = move || answer.get().is_some_and(|a| same_choice(&a, &compared));
            let described = (!text.is_empty()).then(|| hint.clone());
            let body = described
                .clone()
                .map(|id| view! { <span class="text" id=id>{text}</span> });
            view! {
                <label class="choice" class:small=small for=labelled>
                    <input type="radio" name="answer" id=input aria-describedby=described
                        aria-labelledby=format!("name-{key}")
                        prop:checked=checked on:change=move |_| on_answer.run(Some(own.clone()))/>
                    <span class="name" id=format!("name-{key}")>{title}</span>
                    {body}
                </label>
            }
        })
        .collect_view();
    let given_reason = move || match answer.get() {
        Some(Answer::NotApplicable(reason)) => Some(reason),
        _ => None,
    };
    let on_reason = move |e| on_answer.run(Some(Answer::NotApplicable(event_target_value(&e))));
    let is_not_applicable = Memo::new(move |_| given_reason().is_some());
    view! {
        <fieldset class="choices">
            <legend><h1 id="title" tabindex="-1">{practice.question}</h1></legend>
            {radios}
        </fieldset>
        <Show when=move || is_not_applicable.get()>
            <p class="field">
                <label for="reason">{w.reason}</label>
                <input id="reason" type="text" maxlength="400"
                    prop:value=move || given_reason().unwrap_or_default() on:input=on_reason/>
            </p>
        </Show>
        <Show when=move || answer.with(Option::is_some)>
            <p><button class="quiet" on:click=move |_| on_answer.run(None)>{w.clear}</button></p>
        </Show>
    }
}
