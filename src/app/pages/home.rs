//! The assessments in this browser; starting one; opening a file.

use crate::app::browser::{clock, files, page};
use crate::app::components::{NoticeLine, StatusLine};
use crate::app::words::words;
use crate::app::workspace::{Imported, Notice, Workspace, expect_workspace};
use crate::formats::assessment_json::{MAX_BYTES, Refusal};
use crate::model::validate::MAX_NAME;
use crate::model::{Assessment, DisciplineId, Mode, Scope};
use crate::route::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

/// The first page.
#[component]
pub fn Home() -> impl IntoView {
    let w = words();
    super::set_title(w.home_title);
    view! {
        <h1 id="title" tabindex="-1">{w.home_title}</h1>
        <p class="lead">{w.home_lead}</p>
        <StatusLine/>
        <NoticeLine/>
        <List/>
        <div class="two">
            <Start/>
            <Import/>
        </div>
    }
}

#[component]
fn List() -> impl IntoView {
    let workspace = expect_workspace();
    let set_aside = workspace.set_aside.get_value();
    let aside = (!set_aside.is_empty()).then(|| {
        let files = set_aside.into_iter().enumerate().map(|(i, record)| {
            let name = format!("plumbline_unread_{}_{}.json", clock::today(), i + 1);
            let text = record.text;
            let save = move |_| files::download(&name, &text);
            view! { <li><span class="lines">{record.reason.to_string()}</span> " " <button on:click=save>{words().export}</button></li> }
        });
        view! { <div class="notice problem"><p>{words().some_set_aside}</p><ul>{files.collect_view()}</ul></div> }
    });
    let rows = move || {
        let list = workspace.list();
        if list.is_empty() {
            return view! { <p>{words().home_none}</p> }.into_any();
        }
        let rows = list.into_iter().map(|a| row(workspace, &a)).collect_view();
        view! { <ul class="tasks">{rows}</ul> }.into_any()
    };
    view! { {aside} {rows} }
}

fn row(workspace: Workspace, assessment: &Assessment) -> impl IntoView + use<> {
    let q = workspace.questionnaire();
    let asked = assessment.asked(&q).count();
    let answered = assessment
        .asked(&q)
        .filter(|p| assessment.answer(&p.id).is_some())
        .count();
    let id = assessment.id.clone();
    let label = format!("{} {}", words().remove, assessment.team());
    view! {
        <li>
            <a href=Route::Overview(id.clone()).to_string()><bdi>{assessment.team().to_owned()}</bdi></a>
            <span class="muted">{words().done(answered, asked)}</span>
            <button class="quiet" aria-label=label on:click=move |_| workspace.remove(&id)>{words().remove}</button>
        </li>
    }
}

#[component]
fn Start() -> impl IntoView {
    let workspace = expect_workspace();
    let w = words();
    let team = RwSignal::new(String::new());
    let mode = RwSignal::new(Mode::Full);
    let all = workspace.questionnaire().disciplines.clone();
    let chosen = RwSignal::new(
        all.iter()
            .map(|d| d.id.clone())
            .collect::<BTreeSet<DisciplineId>>(),
    );
    let problem = RwSignal::new(None::<&'static str>);
    let start = move |e: leptos::ev::SubmitEvent| {
        e.prevent_default();
        let name: String = team
            .get_untracked()
            .chars()
            .filter(|c| !c.is_control())
            .collect();
        let disciplines = chosen.get_untracked();
        if name.trim().is_empty() {
            problem.set(Some(w.team_missing));
        } else if disciplines.is_empty() {
            problem.set(Some(w.disciplines_missing));
        } else {
            let scope = Scope {
                mode: mode.get_untracked(),
                disciplines,
            };
            let id = workspace.start(name.trim().to_owned(), scope);
            page::go(&Route::Overview(id).to_string());
        }
    };
    let modes = [(Mode::Full, w.scope_full), (Mode::Quick, w.scope_quick)].map(|(m, text)| {
        view! {
            <label class="line">
                <input type="radio" name="mode" prop:checked=move || mode.get() == m on:change=move |_| mode.set(m)/>
                {text}
            </label>
        }
    });
    let boxes = all.into_iter().map(|d| {
        let (id, own) = (d.id.clone(), d.id);
        let toggle = move |_| chosen.update(|set| {
            if !set.remove(&id) {
                set.insert(id.clone());
            }
        });
        view! {
            <label class="line">
                <input type="checkbox" prop:checked=move || chosen.with(|set| set.contains(&own)) on:change=toggle/>
                {d.title}
            </label>
        }
    });
    view! {
        <form class="card" on:submit=start novalidate>
            <h2>{w.start_title}</h2>
            <p class="field">
                <label for="team">{w.team_label}</label>
                <span class="muted" id="team-hint">{w.team_hint}</span>
                <input id="team" type="text" maxlength=MAX_NAME aria-describedby="team-hint start-error" autocomplete="off"
                    prop:value=team on:input=move |e| team.set(event_target_value(&e))/>
            </p>
            <fieldset><legend>{w.scope_label}</legend>{modes.into_iter().collect_view()}</fieldset>
            <fieldset><legend>{w.disciplines_label}</legend>{boxes.collect_view()}</fieldset>
            <p class="error" id="start-error" role="alert">{problem}</p>
            <button class="primary" type="submit">{w.start}</button>
        </form>
    }
}

#[component]
fn Import() -> impl IntoView {
    let workspace = expect_workspace();
    let w = words();
    let pick = move |e: leptos::ev::Event| {
        spawn_local(async move {
            let result = match files::picked(&e, MAX_BYTES).await {
                None => return,
                Some(files::Picked::Text(text)) => import(workspace, &text),
                Some(files::Picked::TooLarge(n)) => Err(Refusal::TooLarge(n).to_string()),
                Some(files::Picked::Unreadable) => Err(words().import_unreadable.to_owned()),
            };
            let notice = match result {
                Ok(text) => Notice::Done(text),
                Err(text) => Notice::Refused(text),
            };
            workspace.notice.set(Some(notice));
        });
    };
    view! {
        <section class="card">
            <h2>{w.import_title}</h2>
            <p class="field">
                <label for="import">{w.import_label}</label>
                <span class="muted" id="import-hint">{w.import_hint}</span>
                <input id="import" type="file" accept=".json,application/json" aria-describedby="import-hint" on:change=pick/>
            </p>
        </section>
    }
}

fn import(workspace: Workspace, text: &str) -> Result<String, String> {
    let w = words();
    let (imported, edited_outside) = workspace
        .import(text)
        .map_err(|refusal| refusal.to_string())?;
    let team = |id| {
        workspace
            .with(id, |a| a.team().to_owned())
            .unwrap_or_default()
    };
    let said = match &imported {
        Imported::New(id) => w.imported(&team(id)),
        Imported::Joined(id) => w.merged(&team(id)),
    };
    Ok(if edited_outside {
        format!("{said} {}", w.edited_outside)
    } else {
        said
    })
}
