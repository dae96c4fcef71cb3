//! A file as it comes, piece by piece.

use super::sheet::{Choices, Sheet};
use super::stream::Stream;
use std::mem::take;

/// What has come of a file. Each piece is looked at while it is near the processor: most files are UTF-8, and need
/// not be gone through once more to know it.
#[derive(Debug, Clone)]
pub enum Arrived {
    /// All of it is UTF-8 so far.
    Text {
        /// The whole letters.
        text: String,
        /// The first bytes of one that is not here yet.
        cut: Vec<u8>,
    },
    /// It is something else, or has a fault.
    Bytes(Vec<u8>),
    /// It is large, and its rows are taken apart as they come, as long as they are plain.
    Rows {
        /// What came of them.
        rows: Box<Stream>,
        /// The first bytes of a letter that is not here yet.
        cut: Vec<u8>,
        /// How many bytes the file has.
        size: usize,
    },
    /// It was taken apart until something was not plain, and has to come again.
    Gone,
}

/// A smaller file is read as a whole in no time.
const LARGE: usize = 8 << 20;

impl Default for Arrived {
    fn default() -> Self {
        Self::with_room(0)
    }
}

impl From<Vec<u8>> for Arrived {
    fn from(bytes: Vec<u8>) -> Self {
        match String::from_utf8(bytes) {
            Ok(text) => Self::Text {
                text,
                cut: Vec::new(),
            },
            Err(error) => Self::Bytes(error.into_bytes()),
        }
    }
}

impl Arrived {
    /// Nothing yet, with room for so many bytes.
    #[must_use]
    pub fn with_room(bytes: usize) -> Self {
        Self::Text {
            text: String::with_capacity(bytes),
            cut: Vec::new(),
        }
    }

    /// Nothing yet of a file of so many bytes, which can come once more if it has to.
    #[must_use]
    pub fn in_rows(size: usize) -> Self {
        if size < LARGE || u32::try_from(size.saturating_mul(2)).is_err() {
            return Self::with_room(size);
        }
        Self::Rows {
            rows: Box::new(Stream::new(size)),
            cut: Vec::new(),
            size,
        }
    }

    /// Whether nothing of it is here.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        match self {
            Self::Text { text, cut } => text.is_empty() && cut.is_empty(),
            Self::Bytes(bytes) => bytes.is_empty(),
            Self::Rows { .. } => false,
            Self::Gone => true,
        }
    }

    /// Takes the next piece.
    pub fn push(&mut self, piece: &[u8]) {
        let cut = match self {
            Self::Text { cut, .. } | Self::Rows { cut, .. } => cut,
            Self::Bytes(bytes) => return bytes.extend_from_slice(piece),
            Self::Gone => return,
        };
        let mut joined = take(cut);
        let piece = if joined.is_empty() {
            piece
        } else {
            joined.extend_from_slice(piece);
            &joined
        };
        let error = match std::str::from_utf8(piece) {
            Ok(all) => return self.push_text(all),
            Err(error) => error,
        };
        let (valid, rest) = piece.split_at(error.valid_up_to());
        self.push_text(std::str::from_utf8(valid).unwrap_or_default());
        if error.error_len().is_some() {
            self.be_bytes();
        }
        match self {
            Self::Text { cut, .. } | Self::Rows { cut, .. } => *cut = rest.to_vec(),
            Self::Bytes(bytes) => bytes.extend_from_slice(rest),
            Self::Gone => {}
        }
    }

    fn push_text(&mut self, piece: &str) {
        match self {
            Self::Text { text, .. } => text.push_str(piece),
            Self::Bytes(bytes) => bytes.extend_from_slice(piece.as_bytes()),
            Self::Rows { rows, size, .. } => {
                if !rows.push(piece) {
                    let (size, begun) = (*size, take(self).begun());
                    *self = begun.map_or(Self::Gone, |begun| {
                        let mut text = String::with_capacity(size);
                        text.push_str(&begun);
                        Self::Text {
                            text,
                            cut: Vec::new(),
                        }
                    });
                }
            }
            Self::Gone => {}
        }
    }

    /// The text of rows of which none was taken apart.
    fn begun(self) -> Option<String> {
        match self {
            Self::Rows { rows, .. } => rows.text(),
            Self::Text { text, .. } => Some(text),
            _ => None,
        }
    }

    /// It is no UTF-8.
    fn be_bytes(&mut self) {
        *self = take(self)
            .begun()
            .map_or(Self::Gone, |text| Self::Bytes(text.into_bytes()));
    }

    /// The table, where all rows were taken apart; else what has come as it is, or nothing where it has to come
    /// again.
    pub(crate) fn sheet(self, how: &Choices) -> Result<Sheet, Self> {
        let Self::Rows { rows, cut, .. } = self else {
            return Err(self);
        };
        let rows = if cut.is_empty() && *how == Choices::default() {
            rows.sheet()
        } else {
            None
        };
        rows.ok_or(Self::Gone)
    }

    /// All of it: a text, or bytes that are none.
    pub(super) fn whole(self) -> Result<String, Vec<u8>> {
        match self {
            Self::Text { text, cut } if cut.is_empty() => Ok(text),
            Self::Text { text, mut cut } => {
                let mut bytes = text.into_bytes();
                bytes.append(&mut cut);
                Err(bytes)
            }
            Self::Bytes(bytes) => Err(bytes),
            Self::Rows { .. } | Self::Gone => Err(Vec::new()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Arrived;

    #[test]
    fn pieces_make_what_the_whole_makes() {
        let faulty = b"name;caf\xe9;x\nsecond;line;y";
        let cut = &"wölf 🐺".as_bytes()[..8];
        let texts: [&[u8]; 5] = [b"", b"plain", "wölf 🐺 wölf".as_bytes(), faulty, cut];
        for text in texts {
            let whole = Arrived::from(text.to_vec()).whole();
            assert_eq!(
                whole,
                String::from_utf8(text.to_vec()).map_err(|e| e.into_bytes())
            );
            for length in 1..=text.len() {
                let mut arrived = Arrived::with_room(text.len());
                text.chunks(length).for_each(|piece| arrived.push(piece));
                assert_eq!(arrived.whole(), whole, "{}", text.escape_ascii());
            }
        }
    }
}
