//! Ballots in any text: a chat, a mail, a page.
//!
//! Whatever stands between the digits of a code is passed over, and the check digits decide: so a
//! code is found that is glued to words, wrapped, quoted or written in full-width letters. What is
//! not whole is named only where it certainly was a code; a word of prose never is.

use super::super::mangled::letter;
use super::name::own_name;
use super::{ALPHABET, PREFIX, TAG, begin, decode, whole};
use crate::model::text::line;
use crate::model::validate::MAX_NAME;
use crate::workshop::{Ballot, Session};

/// So many digits, with the session's tag among them, are the beginning of a code.
const LIKELY: usize = 8;
/// So many digits that stand together are a code of some session, and fewer where all of this
/// session have as many.
const SURELY: usize = 40;
const LONG: usize = 24;
/// What stands between two digits of one code is no longer.
const WIDEST: usize = 80;

/// Something that certainly was a ballot and was not counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotCounted {
    /// Characters are missing or changed. How it begins.
    Damaged(String),
    /// It belongs to another session, or its beginning is damaged. How it begins.
    OtherSession(String),
    /// The same ballot was there before.
    Twice(String),
    /// The same person sent another one later, which counts.
    Replaced(String),
}

/// What is in a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The ballots that count.
    pub ballots: Vec<Ballot>,
    /// What stands before each of them on its line, such as a name.
    pub names: Vec<String>,
    /// What does not, in the order of the text.
    pub not_counted: Vec<NotCounted>,
    /// How the code of each begins.
    begins: Vec<String>,
}

/// Every ballot of a session in a text, whatever stands around them.
#[must_use]
pub fn find(session: &Session, text: &str) -> Found {
    find_beside(session, &[], text)
}

/// The same, with other sessions whose ballots are known as such.
#[must_use]
pub fn find_beside(session: &Session, others: &[Session], text: &str) -> Found {
    let search = Search {
        session,
        begin: begin(session),
        whole: whole(session),
        others: others.iter().map(|other| (begin(other), other)).collect(),
        text,
    };
    let mut found = Found::default();
    // Where the line begins, or the last code ended; and up to where everything was said.
    let (mut at, mut line, mut said) = (0, 0, 0);
    while let Some((c, bytes)) = letter(&text[at..]) {
        if c == Some('P') {
            if let Some((ballot, code)) = search.ballot(at) {
                found.take(ballot, &code.digits, name_in(&text[line..at]));
                (at, line) = (code.end, code.end);
                continue;
            }
            if at >= said
                && let Some((why, end)) = search.suspect(at)
            {
                found.not_counted.push(why);
                said = end;
            }
        }
        at += bytes;
        if c == Some('\n') {
            line = at;
        }
    }
    found
}

impl Found {
    fn take(&mut self, ballot: Ballot, code: &str, name: String) {
        let shown = beginning(code);
        let known = self.ballots.iter().position(|b| b.voter == ballot.voter);
        match known {
            Some(known) if self.ballots[known] == ballot => {
                self.not_counted.push(NotCounted::Twice(shown));
            }
            Some(known) => {
                let earlier = std::mem::replace(&mut self.begins[known], shown);
                self.not_counted.push(NotCounted::Replaced(earlier));
                self.ballots[known] = ballot;
                self.names[known] = name;
            }
            None => {
                self.ballots.push(ballot);
                self.names.push(name);
                self.begins.push(shown);
            }
        }
    }
}

/// How a code is told apart from others.
fn beginning(code: &str) -> String {
    code.chars().take(PREFIX.len() + TAG + 2).collect()
}

/// What is looked for, and where.
struct Search<'t> {
    session: &'t Session,
    begin: String,
    whole: usize,
    /// Other sessions, and how their codes begin.
    others: Vec<(String, &'t Session)>,
    text: &'t str,
}

impl Search<'_> {
    /// The ballot that begins here.
    fn ballot(&self, at: usize) -> Option<(Ballot, Run)> {
        if !self.begins(at, &self.begin) {
            return None;
        }
        let code = run(self.text, at, self.whole, WIDEST);
        let ballot = decode(self.session, &code.digits)?;
        Some((ballot, code))
    }

    fn begins(&self, at: usize, begin: &str) -> bool {
        // Most words end the look after two letters.
        [PREFIX, begin]
            .iter()
            .all(|b| run(self.text, at, b.len(), WIDEST).digits == *b)
    }

    /// What certainly was a code that begins here, though it is none of this session now; and where
    /// it ends.
    fn suspect(&self, at: usize) -> Option<(NotCounted, usize)> {
        if !self.begins(at, PREFIX) {
            return None;
        }
        let code = run(self.text, at, self.whole, WIDEST).digits;
        let word = run(self.text, at, self.whole + SURELY, 0);
        let shown = beginning(&code);
        if code.len() < LIKELY {
            return None;
        }
        if code.starts_with(&self.begin) {
            return Some((NotCounted::Damaged(shown), word.end));
        }
        if let Some(end) = self.foreign(at) {
            return Some((NotCounted::OtherSession(shown), end));
        }
        if self.is_near(&word.digits) {
            return Some((NotCounted::Damaged(shown), word.end));
        }
        let is_code = self.is_code(at, &word);
        is_code.then_some((NotCounted::OtherSession(shown), word.end))
    }

    /// Where a code of another session ends: of a known one, or of one with the same questions, where
    /// the check digits are right.
    fn foreign(&self, at: usize) -> Option<usize> {
        let known = self.others.iter();
        let known = known.filter(|(begin, _)| self.begins(at, begin));
        let known: Vec<_> = known.map(|(_, session)| *session).collect();
        let whole_code = |session: &Session| {
            let code = run(self.text, at, whole(session), WIDEST);
            decode(session, &code.digits).map(|_| code.end)
        };
        let mut all = known.iter().copied().chain([self.session]);
        all.find_map(whole_code).or_else(|| {
            let word = run(self.text, at, self.whole + SURELY, 0);
            (!known.is_empty()).then_some(word.end)
        })
    }

    /// Whether a word is long enough for a code of this session, and begins like one but for a digit.
    fn is_near(&self, word: &str) -> bool {
        let same = word.bytes().zip(self.begin.bytes()).filter(|(a, b)| a == b);
        word.len() >= self.whole && same.count() + 1 == self.begin.len()
    }

    /// Whether a word is a code of some session: nobody would write one so long, of digits, small
    /// letters and large ones, all of them of the alphabet, with no other code in it.
    fn is_code(&self, at: usize, word: &Run) -> bool {
        let Run { digits, end } = word;
        let is_long = digits.len() >= SURELY || (digits.len() == self.whole && self.whole >= LONG);
        let mut before = self.text[..at].chars();
        let is_word = !before
            .next_back()
            .is_some_and(|c| c.is_ascii_alphanumeric());
        let has = |kind: fn(&u8) -> bool| digits.bytes().skip(PREFIX.len()).any(|b| kind(&b));
        let mut inside = self.text[at..*end].char_indices().skip(1);
        let mut is_other = |(offset, _): (usize, char)| {
            let at = at + offset;
            self.begins(at, PREFIX) && (self.begins(at, &self.begin) || self.foreign(at).is_some())
        };
        is_long
            && is_word
            && digits.bytes().all(|b| ALPHABET.contains(&b))
            && has(u8::is_ascii_digit)
            && has(u8::is_ascii_lowercase)
            && has(u8::is_ascii_uppercase)
            && !inside.any(&mut is_other)
    }
}

/// Digits in a text, and where they end.
struct Run {
    digits: String,
    end: usize,
}

/// The digits from a place on, as many as are asked for, with so much between two of them.
fn run(text: &str, from: usize, most: usize, widest: usize) -> Run {
    let mut found = Run {
        digits: String::new(),
        end: from,
    };
    let (mut at, mut gap) = (from, 0);
    while found.digits.len() < most
        && let Some((c, bytes)) = letter(&text[at..])
    {
        at += bytes;
        match c {
            Some(c) if c.is_ascii_alphanumeric() => {
                found.digits.push(c);
                (found.end, gap) = (at, 0);
            }
            Some(_) if gap == widest => break,
            Some(_) => gap += 1,
            None => {}
        }
    }
    found
}

/// A name, without what stands between it and the code.
fn name_in(text: &str) -> String {
    let (mut name, mut at) = (String::new(), 0);
    while let Some((c, bytes)) = letter(&text[at..]) {
        let here = &text[at..at + bytes];
        at += bytes;
        // What HTML has between the letters is no part of a name; all other letters are.
        match c {
            Some(c) if bytes > c.len_utf8() && here.starts_with(['&', '<']) => name.push(c),
            None if here.starts_with(['&', '<']) => {}
            _ => name.push_str(here),
        }
    }
    let name = name.trim_matches(|c: char| is_between(c));
    line(own_name(name), MAX_NAME)
}

/// What stands between a name and a code.
fn is_between(c: char) -> bool {
    c.is_whitespace()
        || "\"'“”„‘’«»>|*_`~-–—.,;:()[]\u{ad}\u{200b}\u{200c}\u{200d}\u{feff}".contains(c)
}
