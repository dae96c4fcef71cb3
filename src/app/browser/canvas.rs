//! Charts on canvases.

use super::page::is_dark;
use crate::figure::{Ink, Radar};
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

/// Draws the radar as sharp as the screen is, or bars where it is too narrow for one. Whatever goes
/// wrong, the table beside it says the same.
pub fn draw_radar(id: &str, radar: &Radar) {
    let Some(canvas) = canvas(id) else { return };
    let scale = web_sys::window()
        .map_or(1.0, |w| w.device_pixel_ratio())
        .clamp(1.0, 4.0);
    let width = f64::from(canvas.client_width());
    let (ink, name) = if is_dark() {
        (Ink::DARK, "dark")
    } else {
        (Ink::LIGHT, "light")
    };
    let is_narrow = radar.is_narrow(width);
    let height = if is_narrow {
        radar.height_of_bars()
    } else {
        Radar::HEIGHT
    };
    let style = canvas.style();
    drop(style.set_property("height", &format!("{height}px")));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pixels"
    )]
    let size = |css: f64| (css * scale).round() as u32;
    let size = (size(width), size(height));
    if size.0 == 0 || size.1 == 0 {
        return;
    }
    // Setting the size also wipes the canvas.
    canvas.set_width(size.0);
    canvas.set_height(size.1);
    // Paper is light whatever the screen is: the style sheet inverts a dark chart in print.
    drop(canvas.set_attribute("data-ink", name));
    let Some(mut backend) = CanvasBackend::with_canvas_object(canvas) else {
        return;
    };
    let marks = if is_narrow {
        radar.bars(width, ink, scale)
    } else {
        radar.marks(size, ink, scale)
    };
    drop(marks.replay(&mut backend));
}

/// The canvas with this id as a picture's address, to be downloaded.
pub fn picture(id: &str) -> Option<String> {
    canvas(id)?.to_data_url().ok()
}
