//! JSON as a tree, read and written here.
//!
//! serde_json does the same. In ours, objects are our small tables and nothing goes over visitors,
//! which is 13 kB less on the wire, and numbers stay as they are written: a document is read and
//! written at each save, and a number that went through binary would creep away, digit by digit.
//! [`measure`] a text from outside before it is parsed.

mod parse;

pub use parse::NotJson;

use crate::model::Sorted;
use crate::model::decimal::read_any;
use crate::model::error::error;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Json {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object. Of a key that stands twice, the last is kept.
    Object(Object),
    /// What was written before, as it was: only to be written compactly once more.
    Written(String),
}

/// A JSON object, ordered by key.
pub type Object = Sorted<String, Json>;

impl Json {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// A whole number.
    pub fn whole(number: impl Into<u64>) -> Self {
        Self::Number(number.into().to_string())
    }

    /// The text for people, with line breaks.
    #[must_use]
    pub fn pretty(&self) -> String {
        let mut text = String::new();
        self.lay_out("\n", &mut text);
        text
    }

    /// Writes each entry behind `line`, a line break and as many spaces as stand before it.
    fn lay_out(&self, line: &str, text: &mut String) {
        let below = [line, "  "].concat();
        match self {
            Self::List(list) if !list.is_empty() => {
                for (at, item) in list.iter().enumerate() {
                    text.push(if at == 0 { '[' } else { ',' });
                    text.push_str(&below);
                    item.lay_out(&below, text);
                }
                text.push_str(line);
                text.push(']');
            }
            Self::Object(object) if !object.is_empty() => {
                for (at, (key, value)) in object.iter().enumerate() {
                    text.push(if at == 0 { '{' } else { ',' });
                    text.push_str(&below);
                    quote(key, text);
                    text.push_str(": ");
                    value.lay_out(&below, text);
                }
                text.push_str(line);
                text.push('}');
            }
            plain => plain.write(text),
        }
    }

    /// The text without white space. Written by hand: a document is written at each answer, and this
    /// takes a third of the time.
    #[must_use]
    pub fn compact(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        match self {
            Self::Null => text.push_str("null"),
            Self::Bool(true) => text.push_str("true"),
            Self::Bool(false) => text.push_str("false"),
            // Always one, so it always can be read.
            Self::Number(number) if is_number(number) => text.push_str(number),
            Self::Number(_) => text.push_str("null"),
            Self::Text(own) => quote(own, text),
            Self::List(list) => {
                let mut begin = '[';
                for item in list {
                    text.push(std::mem::replace(&mut begin, ','));
                    item.write(text);
                }
                text.push_str(if list.is_empty() { "[]" } else { "]" });
            }
            Self::Written(own) => text.push_str(own),
            Self::Object(object) => {
                let mut begin = '{';
                for (key, value) in object.iter() {
                    text.push(std::mem::replace(&mut begin, ','));
                    quote(key, text);
                    text.push(':');
                    value.write(text);
                }
                text.push_str(if object.is_empty() { "{}" } else { "}" });
            }
        }
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is a whole one, 0 or more.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Self::Number(number) => number.parse().ok(),
            _ => None,
        }
    }

    /// The number, if it is one, to 15 digits.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => read_any(number),
            _ => None,
        }
    }

    /// How deep brackets nest in it.
    #[must_use]
    pub fn depth(&self) -> usize {
        let below = match self {
            Self::List(list) => list.iter().map(Self::depth).max(),
            Self::Object(object) => object.values().map(Self::depth).max(),
            _ => return 0,
        };
        below.unwrap_or_default() + 1
    }
}

/// Writes a text in quotes.
fn quote(own: &str, text: &mut String) {
    text.push('"');
    let mut from = 0;
    for (at, byte) in own.bytes().enumerate() {
        let short = match byte {
            b'"' | b'\\' => char::from(byte),
            8 => 'b',
            b'\t' => 't',
            b'\n' => 'n',
            12 => 'f',
            b'\r' => 'r',
            0..32 => 'u',
            _ => continue,
        };
        // Before and behind it, a character ends.
        text.push_str(own.get(from..at).unwrap_or_default());
        text.push('\\');
        text.push(short);
        if short == 'u' {
            text.push_str(if byte < 16 { "000" } else { "001" });
            text.extend(char::from_digit(u32::from(byte % 16), 16));
        }
        from = at + 1;
    }
    text.push_str(own.get(from..).unwrap_or_default());
    text.push('"');
}

/// Whether a text is a number of JSON.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (text, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && digits(decimals)
        && digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))
}

/// Why a text from outside is not even parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreasonable {
    /// Brackets nest deeper than allowed; parsing them would use up the stack.
    TooDeep,
    /// One pair of brackets holds more entries than allowed; sorting them would take for ever.
    TooMany,
}

error!(Unreasonable);

/// Looks at brackets and commas outside strings.
///
/// # Errors
/// [`Unreasonable`] for more than `deepest` brackets within each other, or more than `most` entries
/// within one pair.
pub fn measure(text: &str, deepest: usize, most: usize) -> Result<(), Unreasonable> {
    // The entries so far within each open bracket.
    let mut open = Vec::new();
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            // To the end of the string.
            b'"' => {
                while let Some(byte) = bytes.next() {
                    match byte {
                        b'"' => break,
                        b'\\' => drop(bytes.next()),
                        _ => {}
                    }
                }
            }
            b'[' | b'{' if open.len() == deepest => return Err(Unreasonable::TooDeep),
            b'[' | b'{' => open.push(1),
            b']' | b'}' => drop(open.pop()),
            b',' => {
                if let Some(entries) = open.last_mut() {
                    *entries += 1;
                    if *entries > most {
                        return Err(Unreasonable::TooMany);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}
