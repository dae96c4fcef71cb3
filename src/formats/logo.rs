//! The picture on a cover: SVG or PNG, small, and of nothing that could run, fetch or tell more than
//! a picture does.
//!
//! It is kept as a text: SVG as SVG, of which only drawing is left; PNG as a `data:` address of its
//! drawing chunks alone, without what a camera or a program wrote beside. A file may hold another
//! text in its place, so what is shown is checked each time as if it came for the first time.

mod bad;
mod base64;
mod png;
mod svg;

use crate::model::{Assessment, Edit, Fact};

pub use bad::BadLogo;

/// How large a file may be, in bytes.
pub const MAX_BYTES: usize = 65_536;
/// How wide and how high a picture may be, in pixels, and how many it may have. Few bytes can be very
/// many.
pub const MAX_SIDE: u32 = 4_000;
const MAX_PIXELS: u32 = 4_000_000;
/// How the text of a PNG begins.
const PNG: &str = "data:image/png;base64,";

/// A picture that is safe to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// As it is kept.
    text: String,
    /// Width and height, in pixels.
    pub size: (u32, u32),
}

impl Logo {
    /// Reads a file.
    ///
    /// # Errors
    /// [`BadLogo`] says why it is not taken.
    pub fn read(file: &[u8]) -> Result<Self, BadLogo> {
        if file.len() > MAX_BYTES {
            return Err(BadLogo::TooLarge(file.len()));
        }
        if file.starts_with(png::SIGNATURE) {
            let (clean, size) = png::clean(file)?;
            let text = format!("{PNG}{}", base64::encode(&clean));
            return Self::sized(text, size);
        }
        let text = std::str::from_utf8(file).map_err(|_| BadLogo::OtherKind)?;
        let (text, size) = svg::clean(text.trim_start_matches('\u{feff}').trim())?;
        Self::sized(text, size)
    }

    fn sized(text: String, size: (u32, u32)) -> Result<Self, BadLogo> {
        let is_fine = |side| (1..=MAX_SIDE).contains(&side);
        if !is_fine(size.0) || !is_fine(size.1) || size.0 * size.1 > MAX_PIXELS {
            return Err(BadLogo::Size);
        }
        // What is left of an SVG is written anew, and may have become longer.
        if text.len() > Fact::Logo.most() {
            return Err(BadLogo::TooLarge(text.len()));
        }
        Ok(Self { text, size })
    }

    /// Reads it as it is kept: an SVG, or a PNG as base64, with or without the beginning of an address.
    ///
    /// # Errors
    /// [`BadLogo`] says why it is not taken.
    pub fn of_text(text: &str) -> Result<Self, BadLogo> {
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.starts_with('<') {
            return Self::read(text.as_bytes());
        }
        if text.len() > Fact::Logo.most() {
            return Err(BadLogo::TooLarge(text.len()));
        }
        let letters = text.strip_prefix(PNG).unwrap_or(text);
        let letters: String = letters.split_whitespace().collect();
        let bytes = base64::decode(&letters).ok_or(BadLogo::OtherKind)?;
        Self::read(&bytes)
    }

    /// The one that an assessment has, if it is fit to be shown.
    #[must_use]
    pub fn of(a: &Assessment) -> Option<Self> {
        Self::of_text(a.fact(Fact::Logo)).ok()
    }

    /// What puts it on the cover.
    #[must_use]
    pub fn edit(&self) -> Edit {
        Edit::Say(Fact::Logo, Some(self.text.clone()))
    }

    /// As it is kept: an SVG, or a PNG as an address.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its address, with the picture in it.
    #[must_use]
    pub fn address(&self) -> String {
        if self.text.starts_with(PNG) {
            return self.text.clone();
        }
        format!(
            "data:image/svg+xml;base64,{}",
            base64::encode(self.text.as_bytes())
        )
    }

    /// The file, where it is a PNG.
    #[must_use]
    pub fn png(&self) -> Option<Vec<u8>> {
        base64::decode(self.text.strip_prefix(PNG)?)
    }
}
