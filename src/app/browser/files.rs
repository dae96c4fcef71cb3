//! Files in and out.

use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, File, FileReader, HtmlAnchorElement, HtmlInputElement, Url};

/// Hands `text` to the browser as a download. The browser tells the user how that went.
pub fn download(name: &str, text: &str) {
    let _ = offer(name, text);
}

fn offer(name: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    // The name's ending says what it is; some browsers change the ending to fit a type.
    options.set_type("application/octet-stream");
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    follow(name, &url)?;
    Url::revoke_object_url(&url)
}

/// Hands what is at an address of this page's own, such as `data:`, to the browser as a download.
pub fn download_address(name: &str, address: &str) {
    let _ = follow(name, address);
}

fn follow(name: &str, address: &str) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|w| w.document())
        .ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(address);
    link.set_download(name);
    link.click();
    Ok(())
}

/// What came of reading the chosen file.
pub enum Picked {
    /// Its text.
    Text(String),
    /// Too large, in bytes: not even read.
    TooLarge(usize),
    /// The browser could not read it.
    Unreadable,
}

/// Reads the file chosen in the input behind `event`, hands what came of it to `then`, and empties
/// the input so that the same file can be chosen again. Does nothing when nothing was chosen.
pub fn pick(event: &web_sys::Event, most: usize, then: impl FnOnce(Picked) + 'static) {
    let Some(file) = chosen(event) else { return };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a file's size"
    )]
    let size = file.size() as usize;
    if size > most {
        return then(Picked::TooLarge(size));
    }
    // `loadend` comes once, after success and failure alike.
    let Ok(reader) = FileReader::new() else {
        return then(Picked::Unreadable);
    };
    let own = reader.clone();
    let done = Closure::once_into_js(move || {
        let text = own.result().ok().and_then(|t| t.as_string());
        then(text.map_or(Picked::Unreadable, Picked::Text));
    });
    reader.set_onloadend(Some(done.unchecked_ref()));
    // A browser that refuses here has not started, and says so itself.
    drop(reader.read_as_text(&file));
}

fn chosen(event: &web_sys::Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(file)
}
