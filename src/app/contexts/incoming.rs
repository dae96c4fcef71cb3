//! Files on their way in.

use crate::desk::Preview;
use crate::storage::How;
use leptos::prelude::*;

/// What the card with the file fields knows.
#[derive(Clone, Copy)]
pub struct Card {
    /// What was picked, and what to do with each of it.
    pub picked: RwSignal<Option<(Preview, Vec<How>)>>,
    /// How far reading or taking in is: so many of how many. `None` while nothing is under way.
    pub progress: RwSignal<Option<(usize, usize)>>,
    /// Which reading is the present one; another one, or *Stop*, ends it.
    pub turn: StoredValue<usize>,
}

impl Card {
    /// Nothing was picked yet.
    pub fn new() -> Self {
        Self {
            picked: RwSignal::new(None),
            progress: RwSignal::new(None),
            turn: StoredValue::new(0),
        }
    }
}
