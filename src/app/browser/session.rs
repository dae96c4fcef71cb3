//! What a tab remembers until it is closed.

use gloo_storage::{SessionStorage, Storage as _};

/// Our own among what other pages of the address keep there.
fn key(name: &str) -> String {
    format!("plumbline:tab:{name}")
}

fn is_there() -> bool {
    // gloo-storage panics where this fails.
    let window = web_sys::window();
    window.is_some_and(|w| matches!(w.session_storage(), Ok(Some(_))))
}

/// Remembers a text. Where the tab has no room or no storage, it is forgotten at the next load.
pub fn keep(name: &str, text: &str) {
    if is_there() {
        let _ = SessionStorage::set(key(name), text);
    }
}

/// What was remembered under this name.
pub fn kept(name: &str) -> Option<String> {
    is_there().then(|| SessionStorage::get(key(name)).ok())?
}

/// Forgets all of it.
pub fn clear() {
    if is_there() {
        let all = SessionStorage::raw();
        let keys = (0..all.length().unwrap_or_default()).filter_map(|n| all.key(n).ok().flatten());
        let own: Vec<_> = keys.filter(|name| name.starts_with(&key(""))).collect();
        for name in own {
            SessionStorage::delete(name);
        }
    }
}

/// Goes to the first page and loads the app anew.
pub fn begin_anew() {
    if let Some(window) = web_sys::window() {
        drop(window.location().set_hash("#/"));
        drop(window.location().reload());
    }
}
