//! Whether things are saved, and the last message.

use crate::app::words::words;
use crate::app::workspace::{Notice, SaveState, expect_workspace};
use leptos::prelude::*;

/// Says truly whether the last change was kept. Loud when it was not.
#[component]
pub fn StatusLine() -> impl IntoView {
    let workspace = expect_workspace();
    let text = move || match workspace.save_state.get() {
        SaveState::Untouched => words().saved_nothing.to_owned(),
        SaveState::Saved(at) => words().saved(&at),
        SaveState::NotSaved(why) => words().not_saved(&why.to_string()),
    };
    let loud = move || matches!(workspace.save_state.get(), SaveState::NotSaved(_));
    view! { <p class="status" class:loud=loud role="status">{text}</p> }
}

/// The message of the last action, with a way back where there is one.
#[component]
pub fn NoticeLine() -> impl IntoView {
    let workspace = expect_workspace();
    let body = move || match workspace.notice.get() {
        None => ().into_any(),
        Some(Notice::Done(text)) => view! { <p class="notice">{text}</p> }.into_any(),
        Some(Notice::Refused(text)) => view! {
            <div class="notice problem">
                <h2>{words().import_failed}</h2>
                <p class="lines">{text}</p>
            </div>
        }
        .into_any(),
        Some(Notice::Removed(assessment)) => {
            let text = words().removed(assessment.team());
            let restore = move |_| workspace.restore((*assessment).clone());
            view! { <p class="notice">{text} " " <button on:click=restore>{words().undo}</button></p> }
                .into_any()
        }
    };
    view! { <div role="status" aria-live="polite">{body}</div> }
}
