//! Reads the exports of other tools and computes measurements from them, beside the page.
//!
//! It is a wasm of its own, with memory of its own, in a worker: however large a file is, the page stays
//! alive, and a file on which it stops leaves the app as it was. The worker puts what it has to say where
//! [`room`] says, [`tell`]s it, and takes the answer from where [`answer`] says.

// Rust counts names that the worker can call as unsafe code; there is no other.
#![allow(unsafe_code)]

use plumbline::study::Study;
use std::cell::RefCell;

thread_local! {
    static STUDY: RefCell<Study> = RefCell::new(Study::default());
    static MESSAGE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static FILE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Where a message goes, of so many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *const u8 {
    MESSAGE.with_borrow_mut(|message| {
        message.clear();
        message.resize(bytes, 0);
        message.as_ptr()
    })
}

/// Where the bytes of a file go that the next message adds.
#[unsafe(no_mangle)]
pub extern "C" fn file(bytes: usize) -> *const u8 {
    FILE.with_borrow_mut(|file| {
        *file = vec![0; bytes];
        file.as_ptr()
    })
}

#[cfg(target_arch = "wasm32")]
#[link(wasm_import_module = "worker")]
unsafe extern "C" {
    /// Says how much of what takes a while is done, from 0 to 1.
    safe fn progress(done: f64);
}

/// Nobody waits where there is no page.
#[cfg(not(target_arch = "wasm32"))]
const fn progress(_: f64) {}

/// Takes the message that is there, and returns how many bytes the answer takes.
#[unsafe(no_mangle)]
pub extern "C" fn tell() -> usize {
    let bytes = FILE.take();
    let answer = MESSAGE.with_borrow(|message| {
        let message = String::from_utf8_lossy(message);
        STUDY.with_borrow_mut(|study| {
            study.told_watched(&message, bytes, &mut |done| progress(done))
        })
    });
    let length = answer.len();
    ANSWER.set(answer);
    length
}

/// Where the answer is.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    ANSWER.with_borrow(|answer| answer.as_ptr())
}
