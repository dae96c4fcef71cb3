//! Opening files: choose or drop them, see what is in them, say what to do with each part.

mod preview;

use crate::app::browser::collation::COLLATION;
use crate::app::browser::files::{self, Picked};
use crate::app::browser::page;
use crate::app::later::{Arrival, Later};
use crate::app::markup::{El, all, button, el, live, nothing, p};
use crate::app::words::words;
use crate::app::workspace::{Notice, Preview, Workspace};
use crate::formats::assessment_json::Refusal;
use crate::formats::plain_text;
use crate::formats::workspace_json::MAX_FILE;
use crate::model::collation::sorted;
use crate::storage::{Candidate, How};
use leptos::prelude::*;

/// What the card knows.
#[derive(Clone, Copy)]
pub struct Card {
    workspace: Workspace,
    /// What was picked, and what to do with each of it.
    picked: RwSignal<Option<(Preview, Vec<How>)>>,
    /// How far reading or taking in is: so many of how many. `None` while nothing is under way.
    progress: RwSignal<Option<(usize, usize)>>,
    /// Which reading is the present one; another one, or *Stop*, ends it.
    turn: StoredValue<usize>,
}

/// The card with the file fields and, once files were chosen, what is in them.
pub fn import_card(workspace: Workspace) -> El {
    let w = words();
    let card = Card {
        workspace,
        picked: RwSignal::new(None),
        progress: RwSignal::new(None),
        turn: StoredValue::new(0),
    };
    let label = el("label").attr("for", "import").text(w.import_label);
    let hint = el("span")
        .class("muted")
        .id("import-hint")
        .text(w.import_hint);
    let input = card
        .input("import")
        .attr("accept", ".json,.html,application/json,text/html")
        .attr("aria-describedby", "import-hint")
        .attr("multiple", "");
    let folder = el("p").class("field").each([
        el("label").attr("for", "folder").text(w.import_folder),
        card.input("folder").attr("webkitdirectory", ""),
        el("span").class("muted").text(w.import_drop),
    ]);
    el("section")
        .class("card")
        .on("dragover", |event| event.prevent_default())
        .on("drop", move |event| {
            event.prevent_default();
            card.take(files::dropped(&event));
        })
        .each([
            el("h2").text(w.import_title),
            el("p").class("field").each([label, hint, input]),
            folder,
        ])
        .view(live(move || match workspace.later.get() {
            Arrival::Here(later) => (later.found)(card),
            _ => nothing(),
        }))
}

impl Card {
    fn input(self, id: &'static str) -> El {
        el("input")
            .id(id)
            .attr("type", "file")
            .on("change", move |event| self.take(files::chosen(&event)))
    }

    fn take(self, files: Vec<files::File>) {
        if !files.is_empty() {
            let look = move |later: &Later| (later.look_into)(self, files);
            self.workspace.with_later(look);
        }
    }

    /// How far reading is, and what was found.
    pub fn found(self) -> AnyView {
        all(vec![
            live(move || self.progress_bar()),
            live(move || match self.picked.get() {
                Some((preview, _)) => self.preview(&preview),
                None => nothing(),
            }),
        ])
    }

    /// Reads files, and shows what is in them. Nothing is changed by it.
    pub fn look_into(self, files: Vec<files::File>) {
        let count = files.len();
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        let found = StoredValue::new(Preview::default());
        self.picked.set(None);
        self.workspace.notice.set(None);
        let mut read = 0;
        let each = move |name: String, file| {
            if self.turn.try_get_value() != Some(turn) {
                return false;
            }
            read += 1;
            if count > 1 {
                self.progress.set(Some((read, count)));
            }
            let looked = self.look(file);
            found.update_value(|found| match looked {
                Ok(preview) => found.add(self.workspace.questionnaire(), preview),
                Err(why) if count == 1 => found.refused.push(why),
                Err(why) => found.refused.push(words().in_file(&name, &why)),
            });
            true
        };
        files::read_each(files, MAX_FILE, each, move || {
            self.progress.set(None);
            self.read(found.get_value());
        });
    }

    fn look(self, file: Picked) -> Result<Preview, String> {
        match file {
            Picked::Bytes(bytes) => match plain_text::decode(bytes) {
                Ok(text) => self.workspace.preview(&text),
                Err(why) => Err(why.to_string()),
            },
            Picked::TooLarge(n) => Err(Refusal::TooLarge(n).to_string()),
            Picked::Unreadable => Err(words().import_unreadable.to_owned()),
        }
    }

    /// All files were read.
    fn read(self, found: Preview) {
        if found.candidates.is_empty() {
            let why = found.refused.join("\n");
            self.workspace.notice.set(Some(Notice::Refused(why)));
            return;
        }
        let show = move |mut found: Preview, room: Option<f64>| {
            found.candidates = sorted(found.candidates, |a, b| {
                COLLATION.order(a.assessment.team(), b.assessment.team())
            });
            found.room = room;
            let candidates = found.candidates.iter();
            let choices = candidates.map(Candidate::proposed).collect();
            // The page may be gone by now.
            let _ = self.picked.try_set(Some((found, choices)));
        };
        if found.candidates.len() < preview::MANY {
            show(found, None);
        } else {
            page::room(move |room| show(found, room));
        }
    }

    /// Ends what is under way. What was taken in stays, and can be undone.
    fn stop(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.progress.set(None);
    }

    fn progress_bar(self) -> AnyView {
        let w = words();
        let Some((done, all)) = self.progress.get() else {
            return nothing();
        };
        let bar = el("progress")
            .attr("max", all.to_string())
            .attr("value", done.to_string())
            .attr("aria-label", w.import_reading);
        let said = el("span").text(w.of(done, all));
        let stop = button("", w.import_cancel, move |_| self.stop());
        el("p").class("steps").each([bar, said, stop]).done()
    }

    /// What is in the files, and what to do with it.
    fn preview(self, preview: &Preview) -> AnyView {
        let w = words();
        let refused = preview.refused.iter().take(preview::SHOWN);
        let refused = refused.map(|why| el("li").class("lines").text(why.clone()));
        let take = button("primary", w.import_take, move |_| self.carry_out());
        let look = (preview.candidates.len() > 1).then(|| {
            button("", w.import_look, move |_| {
                if let Some((preview, _)) = untrack(|| self.picked.get()) {
                    self.picked.set(None);
                    let shown = preview.candidates.into_iter().map(|c| c.assessment);
                    self.workspace.show_guests(shown.collect());
                }
            })
        });
        let leave = button("quiet", w.import_leave, move |_| self.picked.set(None));
        let mut views = vec![
            el("div")
                .attr("role", "status")
                .child(el("h3").text(w.import_preview))
                .done(),
        ];
        views.extend(preview::parts(self, preview).map(El::done));
        if !preview.refused.is_empty() {
            views.push(p(w.import_refused).class("error").done());
            views.push(el("ul").each(refused).done());
            views.extend(preview::rest(preview.refused.len()).map(El::done));
        }
        let no_room = preview.no_room().map(|(needed, free)| {
            let said = w.no_room(needed / 1e6, free.max(0.0) / 1e6);
            p(said).class("notice problem").attr("role", "alert")
        });
        let take = no_room.is_none().then_some(take);
        views.extend(no_room.map(El::done));
        let steps = el("p").class("steps").each(take).each(look).child(leave);
        views.push(steps.done());
        all(views)
    }

    fn carry_out(self) {
        let Some((preview, choices)) = untrack(|| self.picked.get()) else {
            return;
        };
        self.picked.set(None);
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        let chosen = preview.candidates.into_iter().zip(choices).collect();
        self.workspace.carry_out(chosen, move |done, all| {
            if self.turn.try_get_value() != Some(turn) {
                return false;
            }
            self.progress.set((done < all).then_some((done, all)));
            true
        });
    }
}
