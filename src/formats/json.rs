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
    /// What was written before, as it was: only to be written once more.
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
        laid_out(&self.compact())
    }

    /// The text without white space. Written by hand: a document is written at each answer, and this
    /// takes a third of the time.
    #[must_use]
    pub fn compact(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    /// Writes the same behind a text.
    pub fn write(&self, text: &mut String) {
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

/// A text without white space, as [`Json::compact`] gives it, laid out for people.
#[must_use]
pub fn laid_out(compact: &str) -> String {
    let mut text = String::with_capacity(compact.len() * 2);
    let (mut deep, mut is_quoted, mut is_escaped) = (0_usize, false, false);
    let mut before = ' ';
    let line = |deep: usize, text: &mut String| {
        text.push('\n');
        (0..deep).for_each(|_| text.push_str("  "));
    };
    for c in compact.chars() {
        if is_quoted {
            is_quoted = is_escaped || c != '"';
            is_escaped = !is_escaped && c == '\\';
        } else {
            let is_end = matches!(c, '}' | ']');
            deep = deep.saturating_sub(usize::from(is_end));
            // Behind a comma, behind the bracket that begins, before the one that ends.
            let is_begun = matches!(before, '{' | '[');
            if before == ',' || is_begun != is_end {
                line(deep, &mut text);
            }
            deep += usize::from(matches!(c, '{' | '['));
            is_quoted = c == '"';
        }
        text.push(c);
        if c == ':' && !is_quoted {
            text.push(' ');
        }
        before = c;
    }
    text
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
    let mut rest = Some(text);
    while let Some(text) = rest {
        let (outside, string) = match text.split_once('"') {
            Some((outside, string)) => (outside, Some(string)),
            None => (text, None),
        };
        for byte in outside.bytes() {
            match byte {
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
        rest = string.and_then(behind);
    }
    Ok(())
}

/// What follows a string, of which the first quotation mark is gone. Looked for by the mark: most of a text
/// is in strings, and hardly any of them holds one.
fn behind(string: &str) -> Option<&str> {
    let mut rest = string;
    loop {
        let (within, behind) = rest.split_once('"')?;
        let marks = within.bytes().rev().take_while(|byte| *byte == b'\\');
        if marks.count() % 2 == 0 {
            return Some(behind);
        }
        rest = behind;
    }
}
