//! Charts on canvases.

mod brush;

use super::js;
use super::looks::{is_dark, width as width_of_window};
use crate::figure::{Figure, Ink, Marks};
use brush::Brush;
use plotters::style::FontFamily;
use std::cell::OnceCell;
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

fn canvas(id: &str) -> Option<HtmlCanvasElement> {
    web_sys::window()?
        .document()?
        .get_element_by_id(id)?
        .dyn_into()
        .ok()
}

/// How wide the window is, and a figure within it, in CSS pixels.
pub type Widths = (i32, f64);

/// Draws a figure as sharp as the screen is, and returns how wide it is. As long as the window is as it
/// was when the figure was drawn `before`, that is not asked again: the answer would have to wait for
/// the layout of all that has changed. Whatever goes wrong, the table beside it says the same.
pub fn draw(id: &str, figure: &Figure, before: Option<Widths>) -> Option<Widths> {
    let canvas = canvas(id)?;
    let scale = web_sys::window()
        .map_or(1.0, |w| w.device_pixel_ratio())
        .clamp(1.0, 4.0);
    let window = width_of_window();
    let width = match before {
        Some((known, width)) if known == window => width,
        _ => f64::from(canvas.client_width()),
    };
    if width < 1.0 {
        return None;
    }
    let (ink, name) = if is_dark() {
        (Ink::DARK, "dark")
    } else {
        (Ink::LIGHT, "light")
    };
    if before.is_none_or(|before| before != (window, width)) {
        let height = format!("{}px", figure.height(width));
        drop(canvas.style().set_property("height", &height));
    }
    let marks = figure.marks(width, ink, scale);
    // Setting the size also wipes the canvas.
    canvas.set_width(marks.size.0);
    canvas.set_height(marks.size.1);
    // Paper is light whatever the screen is: the style sheet inverts a dark chart in print.
    drop(canvas.set_attribute("data-ink", name));
    replay(&marks, canvas);
    Some((window, width))
}

/// Whether a canvas lies below what the window shows.
pub fn is_below(id: &str) -> bool {
    let place = canvas(id).map(|c| js::call(&c.into(), "getBoundingClientRect", &[]));
    let top = place.and_then(|place| js::get(&place.ok()?, "top").as_f64());
    let height = js::get(&js::window(), "innerHeight").as_f64();
    top.zip(height).is_some_and(|(top, height)| top > height)
}

/// Draws marks in the font of the page.
fn replay(marks: &Marks, canvas: HtmlCanvasElement) {
    FONT.with(|family| {
        let family = match family.get_or_init(|| font().unwrap_or_default()).as_str() {
            "" => FontFamily::SansSerif,
            family => FontFamily::Name(family),
        };
        if let Some(mut brush) = Brush::new(canvas) {
            drop(marks.replay(&mut brush, (family, 1.0)));
        }
    });
}

thread_local! {
    /// The font of the page, which is the same for as long as the page lives.
    static FONT: OnceCell<String> = const { OnceCell::new() };
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
