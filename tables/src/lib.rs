//! Reads the exports of other tools and computes measurements from them, beside the page.
//!
//! It is a wasm of its own, with memory of its own, in a worker: however large a file is, the page stays
//! alive, and a file on which it stops leaves the app as it was. The worker puts what it has to say where
//! [`room`] says, [`tell`]s it, and takes the answer from where [`answer`] says.

// Rust counts names that the worker can call as unsafe code; there is no other.
#![allow(unsafe_code)]

use plumbline::formats::table::Arrived;
use plumbline::study::Study;
use std::cell::{Cell, RefCell};

thread_local! {
    static STUDY: RefCell<Study> = RefCell::new(Study::with_files(again));
    static MESSAGE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static FILE: RefCell<Arrived> = RefCell::new(Arrived::default());
    static PIECE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    /// How many bytes of the piece are there and have not been taken.
    static PUT: Cell<usize> = const { Cell::new(0) };
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

/// The next message adds a file, of about so many bytes. It comes in pieces, and can come once more by a number that is
/// not 0.
#[unsafe(no_mangle)]
pub extern "C" fn file(bytes: usize, again: u32) {
    let (file, more) = if again > 0 {
        (Arrived::in_rows(bytes), bytes / 2 * 3)
    } else {
        (Arrived::with_room(bytes), bytes / 10 * 19)
    };
    FILE.set(file);
    PUT.set(0);
    // What is made of it takes about as much. Memory grows once for all of that, since browsers look for what is no
    // longer used whenever it does. Where there is not so much, there may be enough.
    let _ = std::hint::black_box(Vec::<u8>::new()).try_reserve_exact(more);
}

/// A file once more.
fn again(number: u32) -> Arrived {
    let mut file = Arrived::default();
    let mut piece = vec![0; AGAIN];
    let mut from = 0.0;
    loop {
        let came = bring(number, from, piece.as_mut_ptr(), piece.len());
        let Some(bytes) = piece.get(..came).filter(|bytes| !bytes.is_empty()) else {
            return file;
        };
        file.push(bytes);
        from += f64::from(u32::try_from(came).unwrap_or(0));
    }
}

/// So many bytes of a file come at once when it comes again.
const AGAIN: usize = 4 << 20;

/// Where the next bytes of the file go, so many.
#[unsafe(no_mangle)]
pub extern "C" fn piece(bytes: usize) -> *const u8 {
    take_in();
    PUT.set(bytes);
    PIECE.with_borrow_mut(|aside| FILE.with_borrow_mut(|file| file.room(bytes, aside).as_ptr()))
}

/// Takes the piece that was put last.
fn take_in() {
    PIECE.with_borrow(|aside| FILE.with_borrow_mut(|file| file.take(PUT.take(), aside)));
}

#[cfg(target_arch = "wasm32")]
#[link(wasm_import_module = "worker")]
unsafe extern "C" {
    /// Says how much of what takes a while is done, from 0 to 1.
    safe fn progress(done: f64);
    /// Puts so many bytes of a file somewhere, from one of them on, and says how many there were.
    safe fn bring(number: u32, from: f64, to: *mut u8, bytes: usize) -> usize;
}

/// Nobody waits where there is no page.
#[cfg(not(target_arch = "wasm32"))]
const fn progress(_: f64) {}

/// No file can come again where there is no page.
#[cfg(not(target_arch = "wasm32"))]
const fn bring(_: u32, _: f64, _: *mut u8, _: usize) -> usize {
    0
}

/// Takes the message that is there, and returns how many bytes the answer takes.
#[unsafe(no_mangle)]
pub extern "C" fn tell() -> usize {
    take_in();
    let file = FILE.take();
    let answer = MESSAGE.with_borrow(|message| {
        let message = String::from_utf8_lossy(message);
        STUDY
            .with_borrow_mut(|study| study.told_watched(&message, file, &mut |done| progress(done)))
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
