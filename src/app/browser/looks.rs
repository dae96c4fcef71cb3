//! How the window looks.

use web_sys::window;

/// Whether the reader prefers dark.
pub fn is_dark() -> bool {
    media("(prefers-color-scheme: dark)").is_some_and(|m| m.matches())
}

/// The width of the window, in pixels.
pub fn width() -> i32 {
    let width = window().and_then(|w| w.inner_width().ok()?.as_f64());
    width.map_or(0, |width| width as i32)
}

/// Whether there is room for two columns.
pub fn is_wide() -> bool {
    media("(min-width: 56rem)").is_some_and(|m| m.matches())
}

pub(super) fn media(query: &str) -> Option<web_sys::MediaQueryList> {
    window()?.match_media(query).ok().flatten()
}
