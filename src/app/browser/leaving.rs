//! Whether the browser asks before the page is closed. A page that always might ask could not be gone
//! back to at once, so boot.js listens only while there is something to lose.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "plumblineBoot"], js_name = hold)]
    fn boot_hold(what: u8, is_at_risk: bool);
}

/// What may be in memory alone.
#[derive(Clone, Copy)]
pub enum Held {
    /// Something of an assessment.
    Assessment,
    /// A ballot that is being filled in.
    Ballot,
}

/// Has the browser ask before the page is closed, as long as something is in memory alone.
pub fn hold(what: Held, is_at_risk: bool) {
    boot_hold(what as u8, is_at_risk);
}
