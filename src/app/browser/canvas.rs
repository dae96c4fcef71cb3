//! Charts on canvases.

use super::page::is_dark;
use crate::figure::{Ink, Radar};
use plotters::prelude::IntoDrawingArea as _;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlCanvasElement;

fn canvas(id: &str) -> Option<HtmlCanvasElement> {
    web_sys::window()?
        .document()?
        .get_element_by_id(id)?
        .dyn_into()
        .ok()
}

/// Draws the radar as sharp as the screen is. Whatever goes wrong, the table beside it says the
/// same.
pub fn draw_radar(id: &str, radar: &Radar) {
    let Some(canvas) = canvas(id) else { return };
    let scale = web_sys::window()
        .map_or(1.0, |w| w.device_pixel_ratio())
        .clamp(1.0, 4.0);
    let (w, h) = (
        f64::from(canvas.client_width()),
        f64::from(canvas.client_height()),
    );
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pixels"
    )]
    let size = |css: f64| (css * scale).round() as u32;
    if size(w) == 0 || size(h) == 0 {
        return;
    }
    // Setting the size also wipes the canvas.
    canvas.set_width(size(w));
    canvas.set_height(size(h));
    let (ink, name) = if is_dark() {
        (Ink::DARK, "dark")
    } else {
        (Ink::LIGHT, "light")
    };
    // Paper is light whatever the screen is: the style sheet inverts a dark chart in print.
    drop(canvas.set_attribute("data-ink", name));
    let Some(backend) = CanvasBackend::with_canvas_object(canvas) else {
        return;
    };
    drop(radar.draw(&backend.into_drawing_area(), ink, scale));
}
