//! JSON read into a tree. By hand, since this is in the file that everybody waits for: serde_json's
//! reader, which takes its way over visitors, is 3 kB more on the wire. Tests hold the two side by side.

use super::{Json, Object};

/// Brackets nest so deep and no deeper, as serde_json has it: the reader calls itself.
const DEEPEST: usize = 127;

/// Where a text stops being JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotJson {
    /// The line, from 1.
    pub line: usize,
    /// How many bytes of that line were read.
    pub column: usize,
    /// Whether all that is there would do, and something is missing behind it.
    pub ends_early: bool,
}

impl Json {
    /// Reads a text that is one value, and nothing else. Of a key that stands twice, the last is kept.
    ///
    /// # Errors
    /// [`NotJson`] says where it stops being JSON.
    pub fn parse(text: &str) -> Result<Self, NotJson> {
        let mut reader = Reader {
            text,
            at: 0,
            depth: 0,
        };
        let read = reader.value();
        let read = read.filter(|_| {
            reader.space();
            reader.peek().is_none()
        });
        read.ok_or_else(|| reader.stopped())
    }
}

/// A reader gives `None` where it cannot go on, and stays there.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    fn stopped(&self) -> NotJson {
        let ends_early = self.at >= self.text.len();
        // What stands in the way has been read as well.
        let read = self.text.as_bytes().iter();
        let read = read.take(self.at + usize::from(!ends_early));
        let (mut line, mut column) = (1, 0);
        for byte in read {
            column += 1;
            if *byte == b'\n' {
                (line, column) = (line + 1, 0);
            }
        }
        NotJson {
            line,
            column,
            ends_early,
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes over a byte, if it is there.
    fn takes(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        self.takes(byte).then_some(())
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self) -> Option<Json> {
        self.space();
        match self.peek()? {
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'"' => self.string().map(Json::Text),
            b'[' => self.nested(Self::list),
            b'{' => self.nested(Self::object),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        for byte in word.bytes() {
            self.take(byte)?;
        }
        Some(value)
    }

    fn nested(&mut self, read: fn(&mut Self) -> Option<Json>) -> Option<Json> {
        if self.depth == DEEPEST {
            return None;
        }
        self.at += 1;
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    fn list(&mut self) -> Option<Json> {
        let mut list = Vec::new();
        self.space();
        if self.takes(b']') {
            return Some(Json::List(list));
        }
        loop {
            list.push(self.value()?);
            self.space();
            if self.takes(b']') {
                return Some(Json::List(list));
            }
            self.take(b',')?;
        }
    }

    fn object(&mut self) -> Option<Json> {
        let mut object = Object::default();
        self.space();
        if self.takes(b'}') {
            return Some(Json::Object(object));
        }
        loop {
            self.space();
            let key = self.string()?;
            self.space();
            self.take(b':')?;
            let value = self.value()?;
            object.put(key, value);
            self.space();
            if self.takes(b'}') {
                return Some(Json::Object(object));
            }
            self.take(b',')?;
        }
    }

    /// A number stays as it is written.
    fn number(&mut self) -> Option<Json> {
        let from = self.at;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        } else if self.peek().is_some_and(|b| b.is_ascii_digit()) {
            return None;
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _ = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        let own = self.text.get(from..self.at)?;
        Some(Json::Number(own.to_owned()))
    }

    /// One digit or more.
    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while self.peek().is_some_and(|b| b.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }

    fn string(&mut self) -> Option<String> {
        self.take(b'"')?;
        let mut text = String::new();
        let mut from = self.at;
        loop {
            match self.peek()? {
                b'"' => {
                    // What ends a piece is no part of another character.
                    text.push_str(self.text.get(from..self.at)?);
                    self.at += 1;
                    return Some(text);
                }
                b'\\' => {
                    text.push_str(self.text.get(from..self.at)?);
                    self.at += 1;
                    text.push(self.escaped()?);
                    from = self.at;
                }
                0..32 => return None,
                _ => self.at += 1,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let short = match self.peek()? {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.by_number();
            }
            _ => return None,
        };
        self.at += 1;
        Some(short)
    }

    /// A character by its number, in two halves where it has no place in one.
    fn by_number(&mut self) -> Option<char> {
        let high = self.four()?;
        if !(0xd800..0xdc00).contains(&high) {
            return char::from_u32(high);
        }
        self.take(b'\\')?;
        self.take(b'u')?;
        let low = self
            .four()?
            .checked_sub(0xdc00)
            .filter(|low| *low < 0x400)?;
        char::from_u32(0x10000 + ((high - 0xd800) << 10) + low)
    }

    fn four(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            number = number * 16 + char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(number)
    }
}
