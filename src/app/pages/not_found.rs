//! An address that leads nowhere.

use crate::app::words::words;
use crate::route::Route;
use leptos::prelude::*;

/// Says so, and leads home.
#[component]
pub fn NotFound() -> impl IntoView {
    let w = words();
    super::set_title(w.not_found_title);
    view! {
        <h1 id="title" tabindex="-1">{w.not_found_title}</h1>
        <p>{w.not_found_text}</p>
        <p><a href=Route::Home.to_string()>{w.home}</a></p>
    }
}
