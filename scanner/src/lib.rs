//! Reads QR codes in pictures, for browsers that cannot do so themselves.
//!
//! It is a wasm of its own, with memory of its own: it is loaded only when somebody scans, and a picture
//! on which it stops leaves the app as it was. The page puts the points of a picture where [`room`]
//! says, asks [`look`] how long the texts are that are in it, and takes them from where [`texts`] says.

// Rust counts names that the page can call as unsafe code; there is no other.
#![allow(unsafe_code)]

mod light;

use quircs::Quirc;
use std::cell::RefCell;

/// Bytes of one point: red, green, blue, and how dense it is.
const POINT: usize = 4;
/// What stands between two texts.
pub const BETWEEN: char = '\0';

/// The texts of all QR codes in a picture, given by its points row by row.
#[must_use]
pub fn read(points: &[u8], width: usize, height: usize) -> Vec<String> {
    let (points, _) = points.as_chunks();
    if width == 0 || height == 0 || points.len() / width < height {
        return Vec::new();
    }
    let mut grey: Vec<u8> = points[..width * height].iter().map(grey).collect();
    let found = texts_in(&grey, width, height);
    if !found.is_empty() {
        return found;
    }
    // Light that falls from one side, and a room that is brighter than the screen.
    light::even(&mut grey, width, height);
    texts_in(&grey, width, height)
}

fn grey(point: &[u8; POINT]) -> u8 {
    let [red, green, blue, _] = point.map(u32::from);
    // The shares are 256 together, so it is one of 256 greys.
    ((red * 77 + green * 150 + blue * 29) >> 8).to_le_bytes()[0]
}

fn texts_in(grey: &[u8], width: usize, height: usize) -> Vec<String> {
    let mut reader = Quirc::default();
    let codes = reader.identify(width, height, grey);
    let texts = codes.filter_map(|code| String::from_utf8(code.ok()?.decode().ok()?.payload).ok());
    texts.collect()
}

thread_local! {
    static ROOM: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static TEXTS: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Where the points of a picture go, of so many points.
#[unsafe(no_mangle)]
pub extern "C" fn room(points: usize) -> *const u8 {
    ROOM.with_borrow_mut(|room| {
        room.resize(points * POINT, 0);
        room.as_ptr()
    })
}

/// Looks at the picture that is there, and returns how many bytes the texts in it take.
#[unsafe(no_mangle)]
pub extern "C" fn look(width: usize, height: usize) -> usize {
    let found = ROOM.with_borrow(|points| read(points, width, height));
    TEXTS.with_borrow_mut(|texts| {
        *texts = found.join(&BETWEEN.to_string());
        texts.len()
    })
}

/// Where the texts are.
#[unsafe(no_mangle)]
pub extern "C" fn texts() -> *const u8 {
    TEXTS.with_borrow(|texts| texts.as_ptr())
}
