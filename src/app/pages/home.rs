//! The assessments in this browser; starting one; opening a file.

mod start;

use crate::app::browser::{clock, files};
use crate::app::components::status_line;
use crate::app::markup::{El, all, button, el, heading, link, live, nothing, p};
use crate::app::words::words;
use crate::app::workspace::{Imported, Notice, Workspace};
use crate::formats::assessment_json::{MAX_BYTES, Refusal};
use crate::model::Assessment;
use crate::route::Route;
use leptos::prelude::*;

/// The first page.
pub fn home(workspace: Workspace) -> AnyView {
    let w = words();
    super::set_title(w.home_title);
    let two = el("div")
        .class("two")
        .each([start::start(workspace), import_card(workspace)]);
    all(vec![
        heading(w.home_title).done(),
        p(w.home_lead).class("lead").done(),
        status_line(workspace),
        set_aside(workspace),
        live(move || list(workspace)),
        two.done(),
    ])
}

/// Records that could not be read, each to download.
fn set_aside(workspace: Workspace) -> AnyView {
    let records = workspace.set_aside.get_value();
    if records.is_empty() {
        return nothing();
    }
    let files = records.into_iter().enumerate().map(|(i, record)| {
        let name = format!("plumbline_unread_{}_{}.json", clock::today(), i + 1);
        let reason = el("span").class("lines").text(record.reason.to_string());
        let save = button("", words().export, move |_| {
            files::download(&name, &record.text)
        });
        el("li").each([reason, save])
    });
    el("div")
        .class("notice problem")
        .child(p(words().some_set_aside))
        .child(el("ul").each(files))
        .done()
}

fn list(workspace: Workspace) -> AnyView {
    let rows = workspace.each(|a| row(workspace, a));
    if rows.is_empty() {
        return p(words().home_none).done();
    }
    el("ul").class("tasks").each(rows).done()
}

fn row(workspace: Workspace, assessment: &Assessment) -> El {
    let q = workspace.questionnaire();
    let asked = assessment.asked(q).count();
    let answered = assessment
        .asked(q)
        .filter(|p| assessment.answer(&p.id).is_some())
        .count();
    let id = assessment.id.clone();
    let team = assessment.team();
    let name = link(&Route::Overview(id.clone()), "").child(el("bdi").text(team.to_owned()));
    let done = el("span")
        .class("muted")
        .text(words().done(answered, asked));
    let remove = button("quiet", words().remove, move |_| workspace.remove(&id));
    let remove = remove.attr("aria-label", format!("{} {team}", words().remove));
    el("li").each([name, done, remove])
}

fn import_card(workspace: Workspace) -> El {
    let w = words();
    let label = el("label").attr("for", "import").text(w.import_label);
    let hint = el("span")
        .class("muted")
        .id("import-hint")
        .text(w.import_hint);
    let input = el("input")
        .id("import")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .attr("aria-describedby", "import-hint")
        .on("change", move |event| {
            files::pick(&event, MAX_BYTES, move |picked| take(workspace, picked));
        });
    let field = el("p").class("field").each([label, hint, input]);
    el("section")
        .class("card")
        .each([el("h2").text(w.import_title), field])
}

fn take(workspace: Workspace, picked: files::Picked) {
    let result = match picked {
        files::Picked::Text(text) => import(workspace, &text),
        files::Picked::TooLarge(n) => Err(Refusal::TooLarge(n).to_string()),
        files::Picked::Unreadable => Err(words().import_unreadable.to_owned()),
    };
    workspace.notice.set(Some(match result {
        Ok(text) => Notice::Done(text),
        Err(text) => Notice::Refused(text),
    }));
}

fn import(workspace: Workspace, text: &str) -> Result<String, String> {
    let w = words();
    let (imported, edited_outside) = workspace
        .import(text)
        .map_err(|refusal| refusal.to_string())?;
    let said = match &imported {
        Imported::New(id) => w.imported(&workspace.team(id)),
        Imported::Joined(id) => w.merged(&workspace.team(id)),
    };
    Ok(if edited_outside {
        format!("{said} {}", w.edited_outside)
    } else {
        said
    })
}
