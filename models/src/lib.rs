//! Reads models of others, YAML and JSON, and makes questionnaires of them to correct, beside the page.
//!
//! It is a wasm of its own, with memory of its own, in a worker: only who opens such a model loads it, the page
//! stays alive whatever is in the file, and a file on which it stops leaves the app as it was. The worker puts
//! the file where [`piece`] says, has it read by [`tell`], and takes the answer from where [`answer`] says.

// Rust counts names that the worker can call as unsafe code; there is no other.
#![allow(unsafe_code)]

use std::cell::RefCell;

thread_local! {
    static FILE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Where a message goes, of so many bytes. It says nothing that matters here.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *const u8 {
    ANSWER.with_borrow_mut(|answer| {
        *answer = "\0".repeat(bytes);
        answer.as_ptr()
    })
}

/// A file comes, in pieces, of about so many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn file(bytes: usize) {
    FILE.set(Vec::with_capacity(bytes));
}

/// Where the next bytes of the file go, so many.
#[unsafe(no_mangle)]
pub extern "C" fn piece(bytes: usize) -> *const u8 {
    FILE.with_borrow_mut(|file| {
        let before = file.len();
        file.resize(before + bytes, 0);
        file[before..].as_ptr()
    })
}

/// Reads the file that is there, and returns how many bytes the answer takes.
#[unsafe(no_mangle)]
pub extern "C" fn tell() -> usize {
    let answer = plumbline::study::model(FILE.take());
    let length = answer.len();
    ANSWER.set(answer);
    length
}

/// Where the answer is.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    ANSWER.with_borrow(|answer| answer.as_ptr())
}
