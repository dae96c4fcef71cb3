//! A typed text in the letters that the readers know: one kind of digits, spaces, dashes and marks.

use super::sense::Bound;

/// The longest text that is looked at. A longer one is no number that somebody typed.
const LONGEST: usize = 80;

/// Stands for a mark that separates decimals and nothing else, as the Arabic one does.
pub const DECIMAL: char = '\u{1}';

/// The first digits of the scripts that people type numbers in, beside ours: Arabic, Persian,
/// Devanagari, full-width.
const ZEROS: [u32; 4] = [0x0660, 0x06f0, 0x0966, 0xff10];

/// The text in small letters with plain digits, spaces, dashes and marks. `None` when it is too
/// long.
pub fn plain(text: &str) -> Option<String> {
    let mut out = String::new();
    for (at, c) in text.trim().chars().enumerate() {
        if at == LONGEST {
            return None;
        }
        push(&mut out, c.to_ascii_lowercase());
    }
    let text = out.trim();
    let text = text.strip_prefix("minus ").map(|rest| format!("-{rest}"));
    Some(text.unwrap_or_else(|| out.trim().to_owned()))
}

fn push(out: &mut String, c: char) {
    let digit = ZEROS
        .iter()
        .find_map(|zero| u32::from(c).checked_sub(*zero).filter(|digit| *digit < 10));
    if let Some(digit) = digit.and_then(|digit| char::from_digit(digit, 10)) {
        out.push(digit);
        return;
    }
    let plain = match c {
        '\u{66b}' => DECIMAL,
        '\u{66c}' | '’' | '‘' | 'ʼ' | '´' | '`' => '\'',
        '٪' | '％' => '%',
        '，' | '،' => ',',
        '．' => '.',
        '：' => ':',
        '／' | '⁄' | '÷' => '/',
        '−' | '–' | '—' | '‐' | '‑' | '－' => '-',
        '×' => 'x',
        '≈' | '∼' | '≃' => '~',
        '＜' => '<',
        '＞' => '>',
        '½' | '¼' | '¾' => {
            // "2 ½" is one number.
            if out.ends_with(' ') && out.trim_end().ends_with(|c: char| c.is_ascii_digit()) {
                out.pop();
            }
            out.push_str(match c {
                '½' => ".5",
                '¼' => ".25",
                _ => ".75",
            });
            return;
        }
        // What only steers how text is laid out.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => return,
        '\u{61c}' | '\u{feff}' => return,
        c if c.is_whitespace() || c.is_control() => ' ',
        c => c,
    };
    if plain != ' ' || !out.ends_with(' ') {
        out.push(plain);
    }
}

/// What people write before a number that is not exact, and on which side of it the true one lies.
const BEFORE: [(&str, Option<Bound>); 36] = [
    ("~", None),
    ("=", None),
    ("about ", None),
    ("approximately ", None),
    ("approx. ", None),
    ("approx ", None),
    ("around ", None),
    ("circa ", None),
    ("ca. ", None),
    ("ca ", None),
    ("c. ", None),
    ("roughly ", None),
    ("some ", None),
    ("on average ", None),
    ("average ", None),
    ("avg ", None),
    ("median ", None),
    ("<=", Some(Bound::Most)),
    ("<", Some(Bound::Most)),
    ("≤", Some(Bound::Most)),
    ("less than ", Some(Bound::Most)),
    ("fewer than ", Some(Bound::Most)),
    ("no more than ", Some(Bound::Most)),
    ("under ", Some(Bound::Most)),
    ("below ", Some(Bound::Most)),
    ("within ", Some(Bound::Most)),
    ("at most ", Some(Bound::Most)),
    ("up to ", Some(Bound::Most)),
    (">=", Some(Bound::Least)),
    (">", Some(Bound::Least)),
    ("≥", Some(Bound::Least)),
    ("more than ", Some(Bound::Least)),
    ("no less than ", Some(Bound::Least)),
    ("over ", Some(Bound::Least)),
    ("above ", Some(Bound::Least)),
    ("at least ", Some(Bound::Least)),
];

/// What they write behind it.
const BEHIND: [(&str, Option<Bound>); 9] = [
    (" or so", None),
    (" approx", None),
    (" on average", None),
    (" or less", Some(Bound::Most)),
    (" or fewer", Some(Bound::Most)),
    (" at most", Some(Bound::Most)),
    (" or more", Some(Bound::Least)),
    (" at least", Some(Bound::Least)),
    ("+", Some(Bound::Least)),
];

/// Takes away what says that a number is not exact. `None` where two of them contradict.
pub fn exact(text: &str) -> Option<(Option<Bound>, String)> {
    let (mut bound, mut rest) = (None, text.to_owned());
    // "10+ per week": at least ten.
    if let Some(at) = plus(&rest) {
        rest.remove(at);
        bound = Some(Bound::Least);
    }
    let mut rest = rest.trim();
    loop {
        let before = BEFORE
            .iter()
            .find_map(|(word, side)| Some((rest.strip_prefix(word)?, *side)));
        let behind = || {
            let mut all = BEHIND.iter();
            all.find_map(|(word, side)| Some((rest.strip_suffix(word)?, *side)))
        };
        let Some((left, side)) = before.or_else(behind) else {
            return Some((bound, rest.to_owned()));
        };
        if bound.is_some() && side.is_some() && bound != side {
            return None;
        }
        (rest, bound) = (left.trim(), bound.or(side));
    }
}

/// The plus right behind a number with more text to follow.
fn plus(text: &str) -> Option<usize> {
    let at = text.find('+')?;
    let is_behind = text[..at].ends_with(|c: char| c.is_ascii_digit() || c == '%');
    let is_end = text[at + 1..].starts_with([' ', '/']);
    (is_behind
        && is_end
        && !text[at + 1..]
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit()))
    .then_some(at)
}

/// Whether it names two numbers, as in "2-3 days", "2 h to 4 h", "between 2 and 3".
pub fn is_range(text: &str) -> bool {
    let has_digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let is_number = |text: &str| text.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let parted = |mark: &str| {
        text.match_indices(mark).any(|(at, _)| {
            let (before, after) = (&text[..at], &text[at + mark.len()..]);
            let is_power = before.ends_with('e') && has_digit(before);
            has_digit(before) && is_number(after) && !is_power
        })
    };
    text.starts_with("between ")
        || ["-", " to ", "..", "…", " or "]
            .iter()
            .any(|mark| parted(mark))
}
