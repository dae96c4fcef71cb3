//! What boot.js does for the app: it says what the app no longer can, and knows the line and the files.

use super::timers::once;
use wasm_bindgen::prelude::*;

// It puts this on the window before it starts the wasm.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "plumblineBoot"], js_name = panicked)]
    fn panicked(message: &str);
    #[wasm_bindgen(js_namespace = ["window", "plumblineBoot"], js_name = started)]
    fn boot_started();
    #[wasm_bindgen(js_namespace = ["window", "plumblineBoot"], js_name = opened)]
    fn boot_opened();
    #[wasm_bindgen(js_namespace = ["window", "plumblineBoot"], js_name = complete)]
    fn boot_complete(part: &str);
    #[wasm_bindgen(js_namespace = ["window", "plumblineBoot"], js_name = read)]
    fn boot_read(path: &str, then: &JsValue);
    #[wasm_bindgen(js_namespace = ["window", "plumblineBoot"], js_name = wear)]
    fn boot_wear(style: &str);
    #[wasm_bindgen(js_namespace = ["window", "plumblineBoot"], js_name = room)]
    fn boot_room(then: &JsValue);
    #[wasm_bindgen(js_namespace = ["window", "plumblineBoot"], js_name = whenReleased)]
    fn boot_when_released(then: &JsValue);
    #[wasm_bindgen(js_namespace = ["window", "plumblineBoot"], js_name = whenQuiet)]
    fn boot_when_quiet(then: &JsValue);
}

/// After a panic the page would still look alive while nothing is stored any more. boot.js covers
/// it with a plain message.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| panicked(&info.to_string())));
}

/// Tells boot.js that the app is up.
pub fn started() {
    boot_started();
}

/// Tells boot.js that what is stored was read.
pub fn opened() {
    boot_opened();
}

/// Tells boot.js that all that is wanted is here: everything, or what a ballot needs, by its piece.
pub fn complete(part: &str) {
    boot_complete(part);
}

/// Calls `then` when nothing is going on; later where the line is slow, or paid by the byte.
pub fn when_quiet(then: impl FnOnce() + 'static) {
    boot_when_quiet(&once(then));
}

/// Calls `then` at once, or, while a control is held down, when it was let go: what is pressed stays where it is.
pub fn when_released(then: impl FnOnce() + 'static) {
    boot_when_released(&once(then));
}

/// Reads a file that is hosted beside the page. `None` where there is none.
pub fn read_beside(path: &str, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let done = Closure::once_into_js(move |read: JsValue| {
        let bytes = read.is_object().then(|| js_sys::Uint8Array::new(&read));
        then(bytes.map(|bytes| bytes.to_vec()));
    });
    boot_read(path, &done);
}

/// Puts on a style sheet beside those that are there. The policy lets no others in.
pub fn wear(style: &str) {
    boot_wear(style);
}

/// How many bytes may still be stored, where the browser tells.
pub fn room(then: impl FnOnce(Option<f64>) + 'static) {
    let done = Closure::once_into_js(move |bytes: JsValue| then(bytes.as_f64()));
    boot_room(&done);
}
