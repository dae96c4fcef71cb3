//! What chats, mails and word processors make of a text on its way, undone.
//!
//! A link or a code comes back percent-encoded, as HTML, in full-width letters, wrapped, quoted, with
//! invisible characters in it and with something behind it. What was meant is found again by its
//! check digits, so nothing here has to be certain.

/// No link of ours is as long, even encoded twice.
const LONGEST: usize = 16_000;
/// How often something may have been encoded, one encoding on top of the other.
const ROUNDS: usize = 4;
/// What begins something that is no part of a code: a query, a second address.
const STOPS: [char; 4] = ['?', '&', '#', '/'];
/// What may have been one hyphen, or two.
const DASHES: [char; 2] = ['–', '—'];

/// Tags that end a line, and those that do not.
const LINES: [&str; 10] = [
    "br",
    "p",
    "div",
    "li",
    "tr",
    "td",
    "ul",
    "ol",
    "pre",
    "blockquote",
];
const INLINE: [&str; 13] = [
    "a", "b", "i", "u", "s", "em", "strong", "span", "code", "wbr", "font", "mark", "q",
];

const ENTITIES: [(&str, char); 14] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("shy", '\u{ad}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("num", '#'),
    ("sol", '/'),
    ("lowbar", '_'),
    ("dash", '-'),
    ("hellip", '…'),
];

/// The letter with which a text begins, as one who reads the message sees it, and how many bytes it
/// takes. `None` for the letter where there is nothing to see; for both at the end.
pub fn letter(text: &str) -> Option<(Option<char>, usize)> {
    let c = text.chars().next()?;
    let found = match c {
        '&' => entity(text),
        '<' => tag(text),
        _ => None,
    };
    Some(found.unwrap_or((seen(c), c.len_utf8())))
}

fn seen(c: char) -> Option<char> {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => None,
        c => Some(c),
    }
}

/// An entity of HTML, such as `&amp;` or `&#x2F;`.
fn entity(text: &str) -> Option<(Option<char>, usize)> {
    let end = text.bytes().take(12).position(|b| b == b';')?;
    let name = text.get(1..end)?;
    let c = match name.strip_prefix('#') {
        None => ENTITIES.iter().find(|(known, _)| *known == name)?.1,
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            let code = match hex {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((seen(c), end + 1))
}

/// A tag of HTML that a message may hold. One that ends a line is seen as its end.
fn tag(text: &str) -> Option<(Option<char>, usize)> {
    let end = text.bytes().take(200).position(|b| b == b'>')?;
    let inside = text.get(1..end)?;
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let name = inside
        .split(|c: char| c.is_whitespace() || c == '/')
        .next()?;
    let is = |known: &&str| name.eq_ignore_ascii_case(known);
    if LINES.iter().any(is) {
        Some((Some('\n'), end + 1))
    } else {
        INLINE.iter().any(is).then_some((None, end + 1))
    }
}

/// What one sees of a text.
fn shown(text: &str) -> String {
    let (mut seen, mut at) = (String::new(), 0);
    while let Some((c, bytes)) = letter(&text[at..]) {
        seen.extend(c);
        at += bytes;
    }
    seen
}

/// A text without the percent signs of addresses.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let digit = |at: usize| char::from(*after.get(at)?).to_digit(16);
        match (byte, digit(0).zip(digit(1))) {
            (b'%', Some((high, low))) => {
                bytes.extend(u8::try_from(high * 16 + low));
                rest = &after[2..];
            }
            _ => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A text as it was before it was encoded for addresses and for HTML, as often as that was done, and
/// without what cannot be seen.
pub fn plain(text: &str) -> String {
    let mut text: String = text.chars().take(LONGEST).collect();
    for _ in 0..ROUNDS {
        let before = shown(&unescaped(&text));
        if before == text {
            break;
        }
        text = before;
    }
    text
}

/// The codes that a text from an address may have been, the likeliest first: what stands before a
/// query, or all of it; with or without the rest of an address before it; an en dash as what it may
/// have been. They hold letters, digits, hyphens and underlines only.
pub fn codes(text: &str) -> Vec<String> {
    let text = plain(text);
    // Of a whole address within the address, the last part.
    let last = text.rsplit('/').next().unwrap_or_default();
    let mut found = Vec::new();
    for source in [text.as_str(), last] {
        let source = source.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
        let front = source.split(STOPS).next().unwrap_or_default();
        for source in [front, source] {
            let dashes = if source.contains(DASHES) { 2 } else { 1 };
            for dash in &["-", "--"][..dashes] {
                let code = code(source, dash);
                if !code.is_empty() && !found.contains(&code) {
                    found.push(code);
                }
            }
        }
    }
    found
}

/// The letters of a code, with what word processors make of hyphens as hyphens.
fn code(text: &str, dash: &str) -> String {
    let mut code = String::new();
    for c in text.chars() {
        match c {
            '-' | '_' | 'A'..='Z' | 'a'..='z' | '0'..='9' => code.push(c),
            '\u{2010}' | '\u{2011}' | '\u{2212}' => code.push('-'),
            _ if DASHES.contains(&c) => code.push_str(dash),
            _ => {}
        }
    }
    code
}
