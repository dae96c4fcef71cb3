//! A file as it comes, piece by piece.

use std::mem::take;

/// What has come of a file. Each piece is looked at while it is near the processor: most files are UTF-8, and need
/// not be gone through once more to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
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
}

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

    /// Takes the next piece.
    pub fn push(&mut self, piece: &[u8]) {
        let (text, cut) = match self {
            Self::Text { text, cut } => (text, cut),
            Self::Bytes(bytes) => return bytes.extend_from_slice(piece),
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
        if error.error_len().is_none() {
            text.push_str(std::str::from_utf8(valid).unwrap_or_default());
            *cut = rest.to_vec();
        } else {
            let mut bytes = take(text).into_bytes();
            bytes.extend_from_slice(piece);
            *self = Self::Bytes(bytes);
        }
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
