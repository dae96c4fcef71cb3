//! Files in and out.

use super::js::{self, Js};
use super::timers::once;
use leptos::prelude::on_cleanup;
use wasm_bindgen::prelude::*;
pub use web_sys::Blob;
pub use web_sys::File;
use web_sys::{BlobPropertyBag, FileReader, HtmlAnchorElement, HtmlInputElement, Url};

/// Hands `text` to the browser as a download. The browser tells the user how that went.
pub fn download(name: &str, text: &str) {
    let _ = offer(name, text);
}

/// Offers what was put together elsewhere as a file.
pub fn download_blob(name: &str, blob: &Blob) {
    let _ = offer_blob(name, blob);
}

/// Offers bytes as a file.
pub fn download_bytes(name: &str, bytes: &[u8]) {
    let bytes = js_sys::Uint8Array::from(bytes);
    let _ = offer_part(name, &bytes);
}

fn offer(name: &str, text: &str) -> Result<(), JsValue> {
    offer_part(name, &JsValue::from_str(text))
}

fn offer_part(name: &str, part: &JsValue) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    // The name's ending says what it is; some browsers change the ending to fit a type.
    options.set_type("application/octet-stream");
    let parts = js_sys::Array::of1(part);
    let blob = Blob::new_with_buffer_source_sequence_and_options(&parts, &options)?;
    offer_blob(name, &blob)
}

fn offer_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
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

/// What came of reading a file.
pub enum Picked {
    /// What is in it.
    Bytes(Vec<u8>),
    /// Too large, in bytes: not even read.
    TooLarge(usize),
    /// The browser could not read it.
    Unreadable,
}

/// The files chosen in the input behind `event`. Empties the input, so that the same files can be
/// chosen again.
pub fn chosen(event: &web_sys::Event) -> Vec<File> {
    let input = event.target().and_then(|t| t.dyn_into().ok());
    let Some(input): Option<HtmlInputElement> = input else {
        return Vec::new();
    };
    let files = listed(input.files());
    input.set_value("");
    files
}

/// A file that was made here.
pub fn as_file(made: &JsValue) -> Option<File> {
    made.dyn_ref::<File>().cloned()
}

/// The files that were dropped.
pub fn dropped(event: &web_sys::Event) -> Vec<File> {
    let event: Option<&web_sys::DragEvent> = event.dyn_ref();
    listed(event.and_then(|e| e.data_transfer()?.files()))
}

/// Gives files that are dropped anywhere on the page to `take`, as long as what asks for them is there.
pub fn on_dropped(take: impl Fn(Vec<File>) + 'static) {
    let listen = |name: &str, heard: Js| js::set(&js::window(), name, heard);
    let has_files = |event: &web_sys::Event| {
        let sorts = js::find(event, &["dataTransfer", "types"]);
        js::values(&sorts).iter().any(|sort| *sort == "Files")
    };
    // The browser would leave the page for the file.
    let over = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        if has_files(&event) {
            event.prevent_default();
        }
    });
    let drop = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        if has_files(&event) {
            event.prevent_default();
            take(dropped(&event));
        }
    });
    listen("ondragover", over.into_js_value());
    listen("ondrop", drop.into_js_value());
    on_cleanup(move || {
        ["ondragover", "ondrop"]
            .into_iter()
            .for_each(|name| listen(name, Js::NULL))
    });
}

/// The files of a list.
pub fn listed(files: Option<web_sys::FileList>) -> Vec<File> {
    let Some(files) = files else {
        return Vec::new();
    };
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

/// Reads the files in order and calls `each` with the name and content of each. Stops when that returns
/// `false`; otherwise calls `then` at the end. Files of more than `most` bytes are reported and not
/// read.
pub fn read_each(
    files: Vec<File>,
    most: usize,
    mut each: impl FnMut(String, Picked) -> bool + 'static,
    then: impl FnOnce() + 'static,
) {
    let mut rest = files.into_iter();
    let Some(file) = rest.next() else {
        return then();
    };
    let name = file.name();
    read(&file, most, move |picked| {
        if each(name, picked) {
            read_each(rest.collect(), most, each, then);
        }
    });
}

fn read(file: &File, most: usize, then: impl FnOnce(Picked) + 'static) {
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
    let done = once(move || {
        let bytes = own.result().ok().filter(|read| read.is_object());
        let bytes = bytes.map(|read| js_sys::Uint8Array::new(&read).to_vec());
        then(bytes.map_or(Picked::Unreadable, Picked::Bytes));
    });
    reader.set_onloadend(Some(done.unchecked_ref()));
    // A browser that refuses here has not started, and says so itself.
    drop(reader.read_as_array_buffer(file));
}
