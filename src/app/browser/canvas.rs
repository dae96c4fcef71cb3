//! Charts on canvases.

use super::page::is_dark;
use crate::figure::{Ink, Radar};
use plotters::prelude::IntoDrawingArea as _;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlCanvasElement;

/// The colours of style/tokens.css; a test compares them.
const LIGHT: Ink = Ink {
    text: (28, 36, 48),
    grid: (107, 117, 134),
    value: (15, 92, 110),
    interval: (15, 92, 110),
};
const DARK: Ink = Ink {
    text: (230, 235, 242),
    grid: (150, 161, 178),
    value: (110, 205, 222),
    interval: (110, 205, 222),
};

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
    let Some(backend) = CanvasBackend::with_canvas_object(canvas) else {
        return;
    };
    let ink = if is_dark() { DARK } else { LIGHT };
    drop(radar.draw(&backend.into_drawing_area(), ink, scale));
}
