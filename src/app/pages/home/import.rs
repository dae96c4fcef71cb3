//! Opening a file: choose it, see what is in it, say what to do with each part.

use crate::app::browser::{clock, files, page::value_of};
use crate::app::markup::{El, all, button, el, live, nothing, p};
use crate::app::words::words;
use crate::app::workspace::{Candidate, How, Notice, Preview, Workspace};
use crate::formats::assessment_json::{MAX_BYTES, Refusal};
use leptos::prelude::*;

const CHOICES: [(&str, How); 4] = [
    ("join", How::Join),
    ("replace", How::Replace),
    ("both", How::KeepBoth),
    ("skip", How::Skip),
];

/// What was picked, and what to do with each of it.
type Picked = RwSignal<Option<(Preview, Vec<How>)>>;

/// The card with the file field and, once a file was chosen, what is in it.
pub fn import_card(workspace: Workspace) -> El {
    let w = words();
    let picked: Picked = RwSignal::new(None);
    let label = el("label").attr("for", "import").text(w.import_label);
    let hint = el("span")
        .class("muted")
        .id("import-hint")
        .text(w.import_hint);
    let input = el("input")
        .id("import")
        .attr("type", "file")
        .attr("accept", ".json,.html,application/json,text/html")
        .attr("aria-describedby", "import-hint")
        .on("change", move |event| {
            files::pick(&event, MAX_BYTES, move |file| look(workspace, picked, file));
        });
    let field = el("p").class("field").each([label, hint, input]);
    let shown = live(move || match picked.get() {
        Some((preview, _)) => preview_of(workspace, picked, &preview),
        None => nothing(),
    });
    el("section")
        .class("card")
        .each([el("h2").text(w.import_title), field])
        .view(shown)
}

fn look(workspace: Workspace, picked: Picked, file: files::Picked) {
    let looked = match file {
        files::Picked::Text(text) => workspace.preview(&text),
        files::Picked::TooLarge(n) => Err(Refusal::TooLarge(n).to_string()),
        files::Picked::Unreadable => Err(words().import_unreadable.to_owned()),
    };
    match looked {
        Ok(preview) => {
            let choices = vec![How::Join; preview.candidates.len()];
            workspace.notice.set(None);
            picked.set(Some((preview, choices)));
        }
        Err(why) => {
            picked.set(None);
            workspace.notice.set(Some(Notice::Refused(why)));
        }
    }
}

fn preview_of(workspace: Workspace, picked: Picked, preview: &Preview) -> AnyView {
    let w = words();
    let parts = preview.candidates.iter().enumerate();
    let parts = parts.map(|(at, candidate)| part(workspace, picked, at, candidate));
    let refused = preview.refused.iter();
    let refused = refused.map(|why| el("li").class("lines").text(why.clone()));
    let take = button("primary", w.import_take, move |_| {
        if let Some((preview, choices)) = untrack(|| picked.get()) {
            picked.set(None);
            workspace.carry_out(preview.candidates.into_iter().zip(choices).collect());
        }
    });
    let leave = button("quiet", w.import_leave, move |_| picked.set(None));
    let mut views = vec![
        el("div")
            .attr("role", "status")
            .child(el("h3").text(w.import_preview))
            .done(),
        el("ul").class("tasks").each(parts).done(),
    ];
    if !preview.refused.is_empty() {
        views.push(p(w.import_refused).class("error").done());
        views.push(el("ul").each(refused).done());
    }
    views.push(el("p").class("steps").each([take, leave]).done());
    all(views)
}

fn part(workspace: Workspace, picked: Picked, at: usize, candidate: &Candidate) -> El {
    let w = words();
    let (file, q) = (&candidate.assessment, workspace.questionnaire());
    let changed = file.changed_at().map(|at| w.changed(&clock::day(at)));
    let here = workspace.with(&file.id, |mine| {
        let day = mine.changed_at().map(clock::day).unwrap_or_default();
        w.here_already(&w.done(mine.progress(q, |_| true)), &day)
    });
    let here = here.filter(|_| candidate.is_here);
    let facts = [Some(w.done(file.progress(q, |_| true))), changed, here];
    let facts = facts
        .into_iter()
        .flatten()
        .map(|fact| el("span").text(fact));
    let options = CHOICES
        .iter()
        .filter(|(_, how)| candidate.is_here || matches!(how, How::Join | How::Skip));
    let options = options.map(|(value, how)| {
        let option = el("option").attr("value", *value);
        option.text(w.how(*how, candidate.is_here))
    });
    let choose = el("select")
        .attr("aria-label", w.how_label(file.team()))
        .each(options)
        .on("change", move |event| {
            let value = value_of(&event);
            let how = CHOICES.iter().find(|(name, _)| *name == value);
            if let Some((_, how)) = how {
                // No redraw: the field shows its choice itself.
                picked.update_untracked(|p| {
                    if let Some((_, choices)) = p {
                        choices[at] = *how;
                    }
                });
            }
        });
    el("li").each([
        el("bdi").text(file.team().to_owned()),
        el("span").class("muted facts").each(facts),
        choose,
    ])
}
