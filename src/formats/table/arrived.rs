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

    /// Where the next bytes go, so many: where they stay, or aside.
    pub fn room<'a>(&'a mut self, bytes: usize, aside: &'a mut Vec<u8>) -> &'a mut [u8] {
        if let Self::Rows { rows, .. } = self {
            return rows.room(bytes);
        }
        if aside.len() < bytes {
            aside.resize(bytes, 0);
        }
        &mut aside[..bytes]
    }

    /// Takes what was put there, so many bytes.
    pub fn take(&mut self, bytes: usize, aside: &[u8]) {
        let Self::Rows { rows, size } = self else {
            return self.push(aside.get(..bytes).unwrap_or_default());
        };
        if !rows.take(bytes) {
            let mut whole = Self::with_room(*size);
            let come = rows.whole().map(|come| whole.push(come));
            *self = come.map_or(Self::Gone, |()| whole);
        }
    }

    /// Takes the next piece.
    pub fn push(&mut self, piece: &[u8]) {
        let (text, cut) = match self {
            Self::Text { text, cut } => (text, cut),
            Self::Bytes(bytes) => return bytes.extend_from_slice(piece),
            Self::Rows { rows, .. } => {
                rows.room(piece.len()).copy_from_slice(piece);
                return self.take(piece.len(), &[]);
            }
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
            Ok(all) => return text.push_str(all),
            Err(error) => error,
        };
        let (valid, rest) = piece.split_at(error.valid_up_to());
        text.push_str(std::str::from_utf8(valid).unwrap_or_default());
        if error.error_len().is_none() {
            *cut = rest.to_vec();
            return;
        }
        let mut bytes = take(text).into_bytes();
        bytes.extend_from_slice(rest);
        *self = Self::Bytes(bytes);
    }

    /// The table, where all rows were taken apart; else what has come as it is, or nothing where it has to come
    /// again.
    pub(crate) fn sheet(self, how: &Choices) -> Result<Sheet, Self> {
        let Self::Rows { rows, .. } = self else {
            return Err(self);
        };
        let is_as_found = *how == Choices::default();
        let sheet = is_as_found.then(|| rows.sheet()).flatten();
        sheet.ok_or(Self::Gone)
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
