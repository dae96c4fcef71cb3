//! Charts on canvases.

use super::looks::is_dark;
use crate::figure::{Figure, Ink};
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

/// Draws a figure as sharp as the screen is. Whatever goes wrong, the table beside it says the same.
pub fn draw(id: &str, figure: &Figure) {
    let Some(canvas) = canvas(id) else { return };
    let scale = web_sys::window()
        .map_or(1.0, |w| w.device_pixel_ratio())
        .clamp(1.0, 4.0);
    let width = f64::from(canvas.client_width());
    if width < 1.0 {
        return;
    }
    let (ink, name) = if is_dark() {
        (Ink::DARK, "dark")
    } else {
        (Ink::LIGHT, "light")
    };
    let height = figure.height(width);
    drop(
        canvas
            .style()
            .set_property("height", &format!("{height}px")),
    );
    let marks = figure.marks(width, ink, scale);
    // Setting the size also wipes the canvas.
    canvas.set_width(marks.size.0);
    canvas.set_height(marks.size.1);
    // Paper is light whatever the screen is: the style sheet inverts a dark chart in print.
    drop(canvas.set_attribute("data-ink", name));
    if let Some(mut backend) = CanvasBackend::with_canvas_object(canvas) {
        drop(marks.replay(&mut backend));
    }
}

/// The canvas with this id as a picture's address, to be downloaded.
pub fn picture(id: &str) -> Option<String> {
    canvas(id)?.to_data_url().ok()
}
