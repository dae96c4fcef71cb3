//! Charts on canvases.

use super::looks::is_dark;
use crate::figure::{Figure, Ink, Marks};
use plotters::style::FontFamily;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

fn canvas(id: &str) -> Option<HtmlCanvasElement> {
    web_sys::window()?
        .document()?
        .get_element_by_id(id)?
        .dyn_into()
        .ok()
}

/// Draws a figure as sharp as the screen is, and returns how wide it is in CSS pixels. Whatever goes
/// wrong, the table beside it says the same.
pub fn draw(id: &str, figure: &Figure) -> Option<f64> {
    let canvas = canvas(id)?;
    let scale = web_sys::window()
        .map_or(1.0, |w| w.device_pixel_ratio())
        .clamp(1.0, 4.0);
    let width = f64::from(canvas.client_width());
    if width < 1.0 {
        return None;
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
    replay(&marks, canvas);
    Some(width)
}

/// Draws marks in the font of the page.
fn replay(marks: &Marks, canvas: HtmlCanvasElement) {
    let family = font().unwrap_or_default();
    let family = match family.as_str() {
        "" => FontFamily::SansSerif,
        family => FontFamily::Name(family),
    };
    if let Some(mut backend) = CanvasBackend::with_canvas_object(canvas) {
        drop(marks.replay(&mut backend, (family, 1.0)));
    }
}

/// The font of the page.
fn font() -> Option<String> {
    let window = web_sys::window()?;
    let body = window.document()?.body()?;
    let style = window.get_computed_style(&body).ok().flatten()?;
    style.get_property_value("font-family").ok()
}

/// A drawing as a PNG file.
pub fn png(marks: &Marks) -> Option<Vec<u8>> {
    bytes_of(&picture(marks)?)
}

/// A picture of the page as a PNG file, and its size: it is shown at `size` at the most.
pub fn shown(id: &str, (wide, high): (u32, u32)) -> Option<(Vec<u8>, (u32, u32))> {
    let document = web_sys::window()?.document()?;
    let image: HtmlImageElement = document.get_element_by_id(id)?.dyn_into().ok()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(wide);
    canvas.set_height(high);
    let context = canvas.get_context("2d").ok()??;
    let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
    let (w, h) = (f64::from(wide), f64::from(high));
    context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, w, h)
        .ok()?;
    Some((bytes_of(&canvas.to_data_url().ok()?)?, (wide, high)))
}

fn bytes_of(address: &str) -> Option<Vec<u8>> {
    let (_, text) = address.split_once("base64,")?;
    // A text of bytes, each of them a character up to 255.
    let bytes = web_sys::window()?.atob(text).ok()?;
    let bytes = bytes.chars().map(|c| u8::try_from(u32::from(c)));
    bytes.collect::<Result<_, _>>().ok()
}

/// A drawing as a picture's address, to be downloaded.
pub fn picture(marks: &Marks) -> Option<String> {
    let canvas = web_sys::window()?.document()?.create_element("canvas");
    let canvas: HtmlCanvasElement = canvas.ok()?.dyn_into().ok()?;
    canvas.set_width(marks.size.0);
    canvas.set_height(marks.size.1);
    replay(marks, canvas.clone());
    canvas.to_data_url().ok()
}
