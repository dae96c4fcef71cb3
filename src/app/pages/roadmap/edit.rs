//! Changes of the plan: each is a transaction, and can be taken back.

use crate::app::browser::page;
use crate::app::components::card_id;
use crate::app::shell::Open;
use crate::desk::{Title, Transaction};
use crate::model::{Action, ActionId, Edit, Horizon};
use leptos::prelude::*;

/// The card that is open as a form. One that was just added is stored with its first letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// Which.
    pub id: ActionId,
    /// The column in which it was added.
    pub horizon: Horizon,
}

/// What stands on the board, open and dragged.
#[derive(Clone, Copy)]
pub struct Board {
    /// The assessment.
    pub open: Open,
    /// The card that is open.
    pub opened: RwSignal<Option<Opened>>,
    /// The card that is dragged.
    pub dragged: RwSignal<Option<ActionId>>,
    /// The column that it is over.
    pub over: RwSignal<Option<Horizon>>,
}

impl Board {
    /// A board on which nothing is open.
    pub fn new(open: Open) -> Self {
        Self {
            open,
            opened: RwSignal::new(None),
            dragged: RwSignal::new(None),
            over: RwSignal::new(None),
        }
    }

    /// An action as it is stored.
    pub fn action(self, id: &ActionId) -> Option<Action> {
        let action = self.open.with(|a| a.actions.get(id)?.value.clone());
        action.flatten()
    }

    /// Opens a card, in place of the one that was open.
    pub fn show(self, card: Opened) {
        self.leave();
        self.opened.set(Some(card));
    }

    /// Closes the open card. One that says nothing goes.
    pub fn leave(self) {
        let opened = self.opened.try_get_untracked().flatten();
        let Some(Opened { id, .. }) = opened else {
            return;
        };
        self.opened.set(None);
        self.discard_blank(&id);
    }

    /// Removes a card that says nothing.
    pub fn discard_blank(self, id: &ActionId) {
        if self.action(id).is_some_and(|action| action.is_blank()) {
            self.open.edit(Edit::Act(id.clone(), None));
        }
    }

    /// Moves a card to another column, and keeps the focus on it.
    pub fn shift(self, id: &ActionId, to: Horizon) {
        let Some(action) = self.action(id).filter(|action| action.horizon != to) else {
            return;
        };
        let moved = Action {
            horizon: to,
            ..action
        };
        self.open.shell.run(Transaction::all(
            Title::MoveAction(id.clone(), to),
            self.open.id,
            vec![Edit::Act(id.clone(), Some(moved))],
        ));
        page::focus_next(card_id(id));
    }
}
