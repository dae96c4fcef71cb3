//! Texts of people, in any script: where they may be cut, and what in them is not seen.

/// `text`, or as much of it as `most` characters allow, cut before a character that a reader sees.
/// One that is longer than that by itself is cut all the same.
#[must_use]
pub fn cut(text: &str, most: usize) -> &str {
    match text.char_indices().nth(most) {
        Some((end, _)) => whole_until(text, end),
        None => text,
    }
}

/// The same with a limit in bytes.
#[must_use]
pub fn cut_bytes(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = text.floor_char_boundary(most);
    whole_until(text, end)
}

/// One line of at most `most` characters, without control characters.
#[must_use]
pub fn line(text: &str, most: usize) -> String {
    let line: String = text.chars().filter(|c| !c.is_control()).collect();
    cut(&line, most).to_owned()
}

/// Up to the last place before `end` where a reader sees a new character begin.
fn whole_until(text: &str, end: usize) -> &str {
    let mut at = end;
    while let Some((head, tail)) = text.split_at_checked(at)
        && let (Some(before), Some(after)) = (head.chars().next_back(), tail.chars().next())
    {
        if !joins(head, before, after) {
            return head;
        }
        at -= before.len_utf8();
    }
    text.get(..end).unwrap_or(text)
}

/// Whether a character and the one behind it are seen as one. Says yes rather than no: a text that is
/// cut a little earlier is whole as well.
fn joins(head: &str, before: char, after: char) -> bool {
    const JOINER: char = '\u{200d}';
    /// In the scripts of India, a sign that ties a consonant to the next has this place in its block.
    const VIRAMA: u32 = 0x4d;
    let is_flag = |c: &char| ('\u{1f1e6}'..='\u{1f1ff}').contains(c);
    // Flags are pairs of letters of their own.
    let pairs = || head.chars().rev().take_while(is_flag).count() % 2 == 1;
    is_added(after)
        || before == JOINER
        || (before, after) == ('\r', '\n')
        || (matches!(before, '\u{900}'..='\u{d7f}') && u32::from(before) & 0x7f == VIRAMA)
        || (is_flag(&before) && is_flag(&after) && pairs())
}

/// What is seen as a part of the letter before it, by blocks: accents, vowel signs, joiners. Below
/// U+10000, from the first to the last.
const ADDED: [(u16, u16); 39] = [
    // Latin, Greek, Cyrillic, Hebrew, Arabic, Syriac, Thaana.
    (0x300, 0x36f),
    (0x483, 0x489),
    (0x591, 0x5bd),
    (0x5bf, 0x5c7),
    (0x610, 0x61a),
    (0x64b, 0x65f),
    (0x670, 0x670),
    (0x6d6, 0x6ed),
    (0x711, 0x711),
    (0x730, 0x74a),
    (0x7a6, 0x7b0),
    (0x8ca, 0x8ff),
    // Sinhala; the other scripts of India are laid out alike, see below.
    (0xdca, 0xddf),
    (0xdf2, 0xdf3),
    // Thai, Lao, Tibetan, Burmese, Khmer.
    (0xe31, 0xe31),
    (0xe34, 0xe3a),
    (0xe47, 0xe4e),
    (0xeb1, 0xeb1),
    (0xeb4, 0xebc),
    (0xec8, 0xece),
    (0xf35, 0xf39),
    (0xf3e, 0xf3f),
    (0xf71, 0xf84),
    (0xf8d, 0xfbc),
    (0x102b, 0x103e),
    (0x1056, 0x1059),
    (0x17b4, 0x17d3),
    (0x17dd, 0x17dd),
    // Vowels and ends of Korean syllables; marks for all scripts, joiners; kana; variants.
    (0x1160, 0x11ff),
    (0x1ab0, 0x1aff),
    (0x1dc0, 0x1dff),
    (0x200c, 0x200d),
    (0x20d0, 0x20ff),
    (0x302a, 0x302f),
    (0x3099, 0x309a),
    (0xd7b0, 0xd7ff),
    (0xfe00, 0xfe0f),
    (0xfe20, 0xfe2f),
    (0xff9e, 0xff9f),
];

/// Whether a character is seen as a part of the one before it.
#[must_use]
pub fn is_added(c: char) -> bool {
    let c = u32::from(c);
    let Ok(letter) = u16::try_from(c) else {
        // Tones of skin, tags of flags, more variants.
        return matches!(c, 0x1f3fb..=0x1f3ff | 0xe0020..=0xe01ef);
    };
    // From Devanagari to Malayalam, signs have the same places in each block.
    let is_sign =
        matches!(letter & 0x7f, 0..=3 | 0x3a..=0x3c | 0x3e..=0x4f | 0x51..=0x57 | 0x62 | 0x63);
    (is_sign && matches!(letter, 0x900..=0xd83))
        || ADDED
            .iter()
            .any(|(first, last)| (first..=last).contains(&&letter))
}

/// Whether a character is nothing that one sees by itself: controls, what turns the direction of a
/// line, spaces of no width.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || turns(c)
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Whether a character turns the direction of what stands around it without being seen.
fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a text is written from right to left somewhere, or turned by a character that one does
/// not see.
#[must_use]
pub fn runs_back(text: &str) -> bool {
    let is_back = |c| {
        let from_right = matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
        from_right || turns(c)
    };
    text.chars().any(is_back)
}

/// A name as a part of a sentence that runs from left to right: where it runs the other way, it keeps
/// to itself and turns nothing beside it.
#[must_use]
pub fn isolated(name: &str) -> String {
    if runs_back(name) {
        ["\u{2068}", name, "\u{2069}"].concat()
    } else {
        name.to_owned()
    }
}
