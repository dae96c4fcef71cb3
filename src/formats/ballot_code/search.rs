//! Where in a text a ballot begins and ends, and what certainly was one.

use super::super::mangled::letter;
use super::digits::ALPHABET;
use super::name::own_name;
use super::not_counted::{NotCounted, beginning};
use super::sealed::{self, Closed};
use super::{PREFIX, TAG, begin, decode, whole};
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

/// Something in a text.
pub enum Piece {
    /// A ballot, its code, and what stands before it on its line.
    Ballot(Box<Ballot>, String, String),
    /// A sealed one.
    Closed(Box<Closed>, String),
    /// What was one.
    No(NotCounted),
}

/// What is looked for, and where.
pub struct Search<'t> {
    session: &'t Session,
    /// How open codes begin, and how sealed ones do.
    begins: [String; 2],
    /// Other sessions, how their codes begin, and whether they are finished.
    others: Vec<([String; 2], &'t Session, bool)>,
    text: &'t str,
}

/// How the codes of a session begin: open ones, and sealed ones.
fn begins(session: &Session) -> [String; 2] {
    [PREFIX, sealed::PREFIX].map(|prefix| begin(prefix, session))
}

impl<'t> Search<'t> {
    /// Looks in a text for ballots of a session, beside others of which each is finished or is not.
    pub fn new(
        session: &'t Session,
        others: impl Iterator<Item = (&'t Session, bool)>,
        text: &'t str,
    ) -> Self {
        Self {
            session,
            begins: begins(session),
            others: others
                .map(|(other, is_over)| (begins(other), other, is_over))
                .collect(),
            text,
        }
    }

    /// Everything in the text that is a ballot, or certainly was one.
    pub fn each(&self, mut take: impl FnMut(Piece)) {
        let text = self.text;
        // Where the line begins, or the last code ended; and up to where everything was said.
        let (mut at, mut line, mut said) = (0, 0, 0);
        while let Some((c, bytes)) = letter(&text[at..]) {
            if c == Some('P') {
                if let Some((code, end)) = self.own(at) {
                    let name = name_in(&text[line..at]);
                    take(match code {
                        Code::Open(ballot, code) => Piece::Ballot(Box::new(ballot), code, name),
                        Code::Sealed(closed) => Piece::Closed(Box::new(closed), name),
                    });
                    (at, line) = (end, end);
                    continue;
                }
                if at >= said
                    && let Some((why, end)) = self.suspect(at)
                {
                    take(Piece::No(why));
                    said = end;
                }
            }
            at += bytes;
            if c == Some('\n') {
                line = at;
            }
        }
    }

    /// The code of this session that begins here, and where it ends.
    fn own(&self, at: usize) -> Option<(Code, usize)> {
        let is_own = self.begins.iter().any(|begin| self.begins(at, begin));
        is_own.then(|| self.code(at, self.session)).flatten()
    }

    /// The code that begins here and has the questions of a session, whatever session's it says to be.
    fn code(&self, at: usize, session: &Session) -> Option<(Code, usize)> {
        if self.begins(at, sealed::PREFIX) {
            let front = self.run(at, PREFIX.len() + TAG + 1).digits;
            let run = self.run(at, sealed::whole(session, sealed::steps(&front)?));
            let closed = sealed::decode(session, &run.digits)?;
            return Some((Code::Sealed(closed), run.end));
        }
        [false, true].into_iter().find_map(|is_changed| {
            let run = self.run(at, whole(session, is_changed));
            let ballot = decode(session, &run.digits)?;
            Some((Code::Open(ballot, run.digits), run.end))
        })
    }

    fn run(&self, at: usize, most: usize) -> Run {
        run(self.text, at, most, WIDEST)
    }

    fn begins(&self, at: usize, begin: &str) -> bool {
        // Most words end the look after two letters.
        [&begin[..PREFIX.len()], begin]
            .iter()
            .all(|b| self.run(at, b.len()).digits == *b)
    }

    /// What certainly was a code that begins here, though it is none of this session now; and where
    /// it ends.
    fn suspect(&self, at: usize) -> Option<(NotCounted, usize)> {
        let is_sealed = self.begins(at, sealed::PREFIX);
        if !is_sealed && !self.begins(at, PREFIX) {
            return None;
        }
        let least = match is_sealed {
            false => whole(self.session, false),
            true => sealed::whole(self.session, 0),
        };
        let code = self.run(at, least).digits;
        let word = run(self.text, at, least + SURELY, 0);
        let shown = beginning(&code);
        if code.len() < LIKELY {
            return None;
        }
        let begin = &self.begins[usize::from(is_sealed)];
        if code.starts_with(begin) {
            let is_newer = is_sealed && word.digits.len() >= LIKELY && is_beyond(&word.digits);
            let why = if is_newer {
                NotCounted::Newer(shown)
            } else {
                NotCounted::Damaged(shown)
            };
            return Some((why, word.end));
        }
        if let Some((end, is_over)) = self.foreign(at) {
            let why = if is_over {
                NotCounted::Late(shown)
            } else {
                NotCounted::OtherSession(shown)
            };
            return Some((why, end));
        }
        if is_near(&word.digits, begin, least) {
            return Some((NotCounted::Damaged(shown), word.end));
        }
        let is_code = self.is_code(at, &word, least);
        is_code.then_some((NotCounted::OtherSession(shown), word.end))
    }

    /// Where a code of another session ends, and whether that is finished: of a known one, or of one
    /// with the same questions, where the check digits are right.
    fn foreign(&self, at: usize) -> Option<(usize, bool)> {
        let known = self.others.iter();
        let known = known.filter(|(begins, _, _)| begins.iter().any(|b| self.begins(at, b)));
        let known: Vec<_> = known.map(|(_, session, over)| (*session, *over)).collect();
        let whole_code = |(session, is_over): (&Session, bool)| {
            self.code(at, session).map(|(_, end)| (end, is_over))
        };
        let mut all = known.iter().copied().chain([(self.session, false)]);
        all.find_map(whole_code).or_else(|| {
            let (_, is_over) = known.first()?;
            let word = run(self.text, at, whole(self.session, true) + SURELY, 0);
            Some((word.end, *is_over))
        })
    }

    /// Whether a word is a code of some session: nobody would write one so long, of digits, small
    /// letters and large ones, all of them of the alphabet, with no other code in it.
    fn is_code(&self, at: usize, word: &Run, least: usize) -> bool {
        let Run { digits, end } = word;
        let is_long = digits.len() >= SURELY || (digits.len() == least && least >= LONG);
        let mut before = self.text[..at].chars();
        let is_word = !before
            .next_back()
            .is_some_and(|c| c.is_ascii_alphanumeric());
        let has = |kind: fn(&u8) -> bool| digits.bytes().skip(PREFIX.len()).any(|b| kind(&b));
        let mut inside = self.text[at..*end].char_indices().skip(1);
        let mut is_other = |(offset, _): (usize, char)| {
            let at = at + offset;
            let is_own = self.begins.iter().any(|begin| self.begins(at, begin));
            is_own || self.foreign(at).is_some()
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

/// A whole code.
enum Code {
    Open(Ballot, String),
    Sealed(Closed),
}

/// Whether a word is long enough for a code, and begins like one of this session but for a digit.
fn is_near(word: &str, begin: &str, least: usize) -> bool {
    let same = word.bytes().zip(begin.bytes()).filter(|(a, b)| a == b);
    word.len() >= least && same.count() + 1 == begin.len()
}

/// Whether a sealed code has more room than any that we make.
fn is_beyond(code: &str) -> bool {
    let digit = code.as_bytes().get(PREFIX.len() + TAG);
    digit.is_some_and(|digit| ALPHABET.contains(digit)) && sealed::steps(code).is_none()
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
