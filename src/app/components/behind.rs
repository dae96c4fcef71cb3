//! What follows a choice once the choice itself is on the screen.

use crate::app::browser::page;
use crate::app::markup::effect;
use leptos::prelude::*;

/// The same value, a frame later: what somebody chose or typed is painted first, with what is quickly said of it,
/// and what takes longer is built afterwards. Of several values within a frame, the last one counts.
pub fn behind<T>(ahead: RwSignal<T>) -> RwSignal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let behind = RwSignal::new(ahead.get_untracked());
    let follow = move || {
        // The page may be gone by now.
        let Some(now) = ahead.try_get_untracked() else {
            return;
        };
        if behind.try_with_untracked(|then| *then != now) == Some(true) {
            behind.set(now);
        }
    };
    effect(move || {
        let is_behind = ahead.with(|now| behind.with_untracked(|then| then != now));
        if is_behind {
            page::next_frame(move || page::after(0, follow));
        }
    });
    behind
}
