//! What the editor holds while it is open, and how it changes.

use crate::app::browser::page::{after, command_of, focus, focus_next, next_frame};
use crate::app::browser::{files, looks, settings};
use crate::app::components::download_name;
use crate::app::markup::El;
use crate::app::shell::Shell;
use crate::catalog::Known;
use crate::formats::questionnaire_toml::{Draft, Edit, History, Part, Remark, decode, raised};
use crate::model::version::plain;
use crate::model::{Practice, PracticeId, Questionnaire, QuestionnaireRef};
use crate::storage::StoreError;
use crate::words::words;
use leptos::prelude::*;
use std::cell::RefCell;

/// The id of the name of what is chosen.
pub const HEADING: &str = "chosen";

thread_local! {
    /// A document on its way into the editor where the browser keeps none: its id, and it.
    static CARRIED: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// Hands a document to the editor of this id.
pub fn carry(id: &str, text: String) {
    CARRIED.with_borrow_mut(|carried| *carried = Some((id.to_owned(), text)));
}

/// What can be edited.
pub enum Begin {
    Open(Box<Editor>),
    /// A draft of which nothing can be made.
    Unreadable(String, Vec<Remark>),
    Nothing,
}

/// Whether what is written is kept as a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    Kept,
    /// The browser does not.
    Failed(StoreError),
    /// Another tab writes the same.
    Elsewhere,
}

/// The questionnaire that is being written.
#[derive(Clone, Copy)]
pub struct Editor {
    pub shell: Shell,
    /// What it may extend.
    pub base: &'static Questionnaire,
    id: StoredValue<String>,
    history: RwSignal<History>,
    draft: RwSignal<Draft>,
    /// It as it was saved last.
    saved: RwSignal<Option<Known>>,
    /// What this tab has kept last.
    stored: StoredValue<Option<String>>,
    pub keeping: RwSignal<Keeping>,
    /// Which of the things to look at was looked at last: its place among them, and its path.
    pub looked_at: StoredValue<Option<(usize, String)>>,
    /// What stands on the other side; nothing for the whole.
    pub chosen: RwSignal<Option<Part>>,
    /// What has just been done, for those who see and those who hear.
    pub said: RwSignal<String>,
}

impl Editor {
    /// Goes on with a draft, or begins with the latest version.
    pub fn begin(shell: Shell, id: &str) -> Begin {
        let base = shell.questionnaire();
        let known = shell.look(|desk| {
            let others = desk.library().others().iter().rev();
            others.copied().find(|known| known.questionnaire.id == id)
        });
        let stored = settings::questionnaire_draft(id);
        let carried = CARRIED.with_borrow_mut(Option::take);
        let carried = carried.filter(|(of, _)| *of == id).map(|(_, text)| text);
        let is_carried = carried.is_some();
        let text = stored.clone().or(carried);
        let Some(text) = text.or(known.map(|known| known.text.to_owned())) else {
            return Begin::Nothing;
        };
        let draft = match Draft::read(&text, base) {
            Ok(draft) => draft,
            Err(wrong) => return Begin::Unreadable(text, wrong),
        };
        let editor = Self {
            shell,
            base,
            id: StoredValue::new(id.to_owned()),
            history: RwSignal::new(History::new(text)),
            draft: RwSignal::new(draft),
            saved: RwSignal::new(known),
            stored: StoredValue::new(stored),
            keeping: RwSignal::new(Keeping::Kept),
            looked_at: StoredValue::new(None),
            chosen: RwSignal::new(None),
            said: RwSignal::new(String::new()),
        };
        if is_carried {
            editor.keep_mine();
        }
        Begin::Open(Box::new(editor))
    }

    /// Looks at the document; tracks it.
    pub fn look<T>(self, look: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(look)
    }

    /// A practice as it is asked, or as it would be; tracks the document.
    pub fn practice<T>(self, id: &PracticeId, look: impl FnOnce(&Practice) -> T) -> Option<T> {
        self.draft.with(|draft| {
            let own = draft.questionnaire.practice(id);
            own.or_else(|| self.base.practice(id)).map(look)
        })
    }

    /// Makes a change; says whether it could be made. `at` names the field that is typed into.
    pub fn change(self, edit: &Edit, at: Option<&str>) -> bool {
        let next = self
            .draft
            .with_untracked(|draft| draft.edited(self.base, edit));
        match next {
            Ok(next) => {
                self.history
                    .update(|history| history.take(next.text.clone(), at));
                self.said.set(String::new());
                self.show(next);
                true
            }
            Err(why) => {
                self.said.set(words().edit_refused(why).to_owned());
                false
            }
        }
    }

    /// What is typed next is a step of its own.
    pub fn rest(self) {
        self.history.update_untracked(History::rest);
    }

    pub fn can_undo(self) -> bool {
        self.history.with(History::can_undo)
    }

    pub fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    pub fn undo(self) {
        self.turn(History::undo, words().editor_page().undone);
    }

    pub fn redo(self) {
        self.turn(History::redo, words().editor_page().redone);
    }

    fn turn(self, turn: fn(&mut History) -> bool, said: &str) {
        if self.history.try_update(turn) == Some(true) {
            self.show_present();
            self.said.set(said.to_owned());
        }
    }

    fn show_present(self) {
        let text = self
            .history
            .with_untracked(|history| history.present().to_owned());
        // It was read before.
        if let Ok(draft) = Draft::read(&text, self.base) {
            self.show(draft);
        }
    }

    fn show(self, draft: Draft) {
        let text = draft.text.clone();
        self.draft.set(draft);
        self.keep(&text);
    }

    /// Keeps what is written as a draft, unless another tab has written something else.
    fn keep(self, text: &str) {
        let id = self.id.get_value();
        if settings::questionnaire_draft(&id) != self.stored.get_value() {
            self.keeping.set(Keeping::Elsewhere);
            return;
        }
        if self.is_as_saved(text) {
            self.forget();
            return;
        }
        match settings::keep_questionnaire_draft(&id, text) {
            Ok(()) => {
                self.stored.set_value(Some(text.to_owned()));
                self.keeping.set(Keeping::Kept);
            }
            Err(why) => self.keeping.set(Keeping::Failed(why)),
        }
    }

    fn forget(self) {
        settings::forget_questionnaire_draft(&self.id.get_value());
        self.stored.set_value(None);
        self.keeping.set(Keeping::Kept);
    }

    fn is_as_saved(self, text: &str) -> bool {
        let saved = self.saved.get_untracked();
        saved.is_some_and(|known| known.text == text)
    }

    /// Whether something is written that was not saved.
    pub fn is_unsaved(self) -> bool {
        let saved = self.saved.get();
        self.draft
            .with(|draft| saved.is_none_or(|known| known.text != draft.text))
    }

    /// Whether it was never saved.
    pub fn is_new(self) -> bool {
        self.saved.get().is_none()
    }

    /// Has what this tab shows kept in the place of what another tab has written.
    pub fn keep_mine(self) {
        let id = self.id.get_value();
        self.stored.set_value(settings::questionnaire_draft(&id));
        let text = self
            .history
            .with_untracked(|history| history.present().to_owned());
        self.keep(&text);
    }

    /// Shows what another tab has written; what was here can be brought back.
    pub fn take_theirs(self) {
        let id = self.id.get_value();
        let stored = settings::questionnaire_draft(&id);
        let saved = self
            .saved
            .get_untracked()
            .map(|known| known.text.to_owned());
        self.stored.set_value(stored.clone());
        if let Some(text) = stored.or(saved) {
            self.history.update(|history| history.take(text, None));
            self.show_present();
        }
    }

    /// Goes back to what was saved; what was here can be brought back. Says whether there is such.
    pub fn discard(self) -> bool {
        let Some(known) = self.saved.get_untracked() else {
            self.forget();
            return false;
        };
        self.history
            .update(|history| history.take(known.text.to_owned(), None));
        self.show_present();
        true
    }

    pub fn download(self) {
        let (name, text) = self.draft.with_untracked(|draft| {
            let q = &draft.questionnaire;
            ([&q.id, "-", plain(&q.version)].concat(), draft.text.clone())
        });
        files::download(&download_name(&name, "toml"), &text);
    }

    /// Saves it, under a new version where it asks something else than what has this one. What is wrong has
    /// to be put right first.
    pub fn save(self) {
        let w = words();
        if self.draft.with_untracked(|draft| !draft.wrong.is_empty()) {
            self.show_first_wrong();
            return;
        }
        self.rest();
        let mut said = w.editor_page().saved.to_owned();
        if let Some(version) = self.next_version() {
            said = w.version_raised(&version);
            self.change(&Edit::Version(version), None);
        }
        let text = self.draft.with_untracked(|draft| draft.text.clone());
        let Ok((known, _)) = self.shell.know(&text) else {
            self.show_first_wrong();
            return;
        };
        self.shell.keep_and(known, move |is_kept| {
            if is_kept {
                self.saved.set(Some(Known {
                    text: text.leak(),
                    ..known
                }));
                self.forget();
                self.said.set(said);
            }
        });
    }

    /// The version under which it can be saved, where it is not the one that it claims.
    fn next_version(self) -> Option<String> {
        let id = self.id.get_value();
        self.draft.with_untracked(|draft| {
            let own = decode(&draft.text, self.base).ok()?;
            let own = QuestionnaireRef::of(&own.questionnaire);
            let latest = self.shell.look(|desk| {
                let mut others = desk.library().others().iter().rev();
                let latest = others.find(|known| known.questionnaire.id == id);
                let is_here = desk.library().exact(&own).is_some();
                latest.copied().filter(|_| !is_here)
            })?;
            raised(draft, latest.questionnaire)
        })
    }

    /// The keyboard, where nothing is typed.
    pub fn keys(self, body: El) -> El {
        body.on("keydown", move |event| {
            match command_of(&event) {
                Some('z') => self.undo(),
                Some('y') => self.redo(),
                Some('s') => self.save(),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    }

    /// Shows a part, or the whole, with the focus on its name.
    pub fn choose(self, part: Option<Part>) {
        self.rest();
        self.chosen.set(part);
        if looks::is_wide() {
            focus_next(HEADING);
        } else {
            // It stands below the list.
            after(0, || next_frame(|| focus(HEADING)));
        }
    }
}
