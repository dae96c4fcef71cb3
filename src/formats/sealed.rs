//! What links have in common: which questionnaire they are about, and what tells that they are whole.
//!
//! From the front: 4 bits version, 18 bits digest of the questionnaire, the body, zeros to the end of
//! a letter; the imprint, which links had not from the beginning; 24 bits of check digits over all
//! letters before.
//!
//! The imprint is 5 letters: 3 bits that are chosen so that the link ends in a letter or a digit (a
//! chat takes a hyphen at the end for the sentence's), 8 bits digest of the questionnaire's id, 13
//! bits its version, 6 bits digest of the link so far. It tells those who have another questionnaire
//! what they have not, and is passed over by the readers that came before it.

use super::bits::{CHECK, Reader, Writer, check, checked, hash, longest};
use super::mangled;
use crate::model::Questionnaire;
use crate::model::error::error;
use crate::model::version::numbers;
use std::cmp::Ordering;

/// Letters of the imprint.
const IMPRINT: usize = 5;
/// No link is longer.
const LONGEST: usize = 800;
/// What older links may end in and a message may have taken away.
const LOST: [&str; 6] = ["-", "_", "--", "-_", "_-", "__"];

/// Why a link was not read. Nothing was changed. The later ones are the surer ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BadLink {
    /// No Plumbline made it, or its very beginning was changed.
    NotOurs,
    /// A letter was changed or lost.
    Changed,
    /// Its end is missing.
    Cut,
    /// A later Plumbline made it, in a way that is not known here.
    NewerFormat,
    /// It is about another version of the questionnaire.
    OtherVersion(Age),
    /// It is about another questionnaire.
    OtherQuestionnaire,
}

error!(BadLink);

impl BadLink {
    /// Whether the link may be read where another questionnaire is known, or another version of one.
    #[must_use]
    pub fn is_foreign(self) -> bool {
        matches!(self, Self::OtherVersion(_) | Self::OtherQuestionnaire)
    }
}

/// Reads a link with the first of several questionnaires that it is about.
///
/// # Errors
/// [`BadLink`] says why not: of those that know its questionnaire in another version, if there are any.
pub fn first_of<T>(
    all: impl Iterator<Item = &'static Questionnaire>,
    read: impl Fn(&'static Questionnaire) -> Result<T, BadLink>,
) -> Result<(&'static Questionnaire, T), BadLink> {
    let mut why: Option<BadLink> = None;
    for q in all {
        let other = match read(q) {
            Ok(found) => return Ok((q, found)),
            Err(other) => other,
        };
        let is_surer = match why {
            None => true,
            Some(BadLink::OtherQuestionnaire) => true,
            Some(why) => other != BadLink::OtherQuestionnaire && other > why,
        };
        if is_surer {
            why = Some(other);
        }
    }
    Err(why.unwrap_or(BadLink::NotOurs))
}

/// Which of two versions is the older one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// The link's.
    Older,
    /// That of the page.
    Newer,
    /// They have one number and differ all the same.
    Unknown,
}

/// What a link is for, as it goes into the imprint.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// To show answers.
    Share,
    /// To invite to a ballot.
    Vote,
    /// To invite to a ballot that is sealed.
    SealedVote,
}

impl Kind {
    /// The version of its form: readers that do not know it tell that the link is a newer one.
    fn version(self) -> u32 {
        match self {
            Self::Share | Self::Vote => 1,
            Self::SealedVote => 2,
        }
    }
}

/// What both sides must agree on: which practices are meant, in which order.
fn print(q: &Questionnaire) -> u32 {
    let disciplines = q.disciplines.iter().map(|d| d.id.as_str());
    let ids = disciplines.chain(q.practices.iter().map(|p| p.id.as_str()));
    let ids: Vec<_> = [q.id.as_str(), &q.version].into_iter().chain(ids).collect();
    check(&ids.join(" "), 18)
}

/// A version's three numbers in 13 bits, in their order as long as they are small.
fn short(version: &str) -> u32 {
    let [major, minor, patch] = numbers(version).unwrap_or_default();
    major.min(15) << 9 | minor.min(63) << 3 | patch.min(7)
}

/// A few bits of a digest to which its last letters count as much as its first.
fn few(text: &str, bits: u32) -> u32 {
    let digits = hash(text);
    (digits ^ digits >> 32) as u32 & ((1 << bits) - 1)
}

/// The last bits of an imprint.
fn mark(kind: Kind, before: &str) -> u32 {
    few(&format!("{before} {kind:?}"), 6)
}

/// The whole text of a link.
pub fn seal(kind: Kind, q: &Questionnaire, body: impl FnOnce(&mut Writer)) -> String {
    let mut w = Writer::default();
    w.put(kind.version(), 4);
    w.put(print(q), 18);
    body(&mut w);
    w.letters();
    let with = |choice: u32| {
        let mut w = w.clone();
        w.put(choice, 3);
        w.put(few(&q.id, 8), 8);
        w.put(short(&q.version), 13);
        w.put(mark(kind, w.clone().letters()), 6);
        w.finish()
    };
    let is_sound = |text: &String| text.ends_with(|c: char| c.is_ascii_alphanumeric());
    (0..8).map(with).find(is_sound).unwrap_or_else(|| with(0))
}

/// Reads the text of a link, whatever a message has made of it.
///
/// # Errors
/// [`BadLink`] says why not.
pub fn open<T>(
    kind: Kind,
    q: &Questionnaire,
    text: &str,
    body: impl Fn(&mut Reader) -> Option<T>,
) -> Result<T, BadLink> {
    let mut why = if text.is_empty() {
        BadLink::Cut
    } else {
        BadLink::NotOurs
    };
    for code in mangled::codes(text) {
        let code = code.get(..LONGEST).unwrap_or(&code);
        match one(kind, q, code, &body) {
            Ok(found) => return Ok(found),
            Err(other) => why = why.max(other),
        }
    }
    Err(why)
}

fn one<T>(
    kind: Kind,
    q: &Questionnaire,
    code: &str,
    body: impl Fn(&mut Reader) -> Option<T>,
) -> Result<T, BadLink> {
    let mut r = Reader::new(code);
    if r.take(4) != Some(kind.version()) || r.take(18) != Some(print(q)) {
        return Err(foreign(kind, q, code));
    }
    let Some(found) = body(&mut r) else {
        return Err(if r.is_short {
            BadLink::Cut
        } else {
            BadLink::Changed
        });
    };
    // The body tells itself where it ends, so what follows the check digits does no harm.
    let front = r.letters();
    let rest = code.len() - front;
    let is_whole = |imprint: usize| {
        let end = front + imprint + CHECK;
        code.get(..end).is_some_and(|text| checked(text).is_some())
    };
    let is_lost =
        |end: &&str| rest + end.len() == CHECK && checked(&format!("{code}{end}")).is_some();
    if is_whole(0)
        || (is_whole(IMPRINT) && imprint(kind, &code[..front + IMPRINT]).is_some())
        || LOST.iter().any(is_lost)
    {
        return Ok(found);
    }
    Err(if rest < IMPRINT + CHECK && rest != CHECK {
        BadLink::Cut
    } else {
        BadLink::Changed
    })
}

/// The digest of the questionnaire's id and its version, where a text ends in an imprint.
fn imprint(kind: Kind, text: &str) -> Option<(u32, u32)> {
    let at = text.len().checked_sub(IMPRINT)?;
    let mut r = Reader::new(&text[at..]);
    r.take(3)?;
    let (id, version) = (r.take(8)?, r.take(13)?);
    let is_ours = r.take(6) == Some(mark(kind, &text[..text.len() - 1]));
    is_ours.then_some((id, version))
}

/// What a link is that is not about this questionnaire as it is here.
fn foreign(kind: Kind, q: &Questionnaire, code: &str) -> BadLink {
    let (own, begins) = (kind.version(), Reader::new(code).take(4));
    let Some(whole) = longest(code).filter(|whole| whole.len() >= CHECK) else {
        return match begins {
            Some(version) if version == own => BadLink::Changed,
            _ => BadLink::NotOurs,
        };
    };
    match begins {
        Some(version) if version == own => {}
        Some(version) if version > own => return BadLink::NewerFormat,
        _ => return BadLink::NotOurs,
    }
    match imprint(kind, whole) {
        // Links had no imprint in the days before this version.
        None => BadLink::OtherVersion(Age::Older),
        Some((id, _)) if id != few(&q.id, 8) => BadLink::OtherQuestionnaire,
        Some((_, version)) => BadLink::OtherVersion(match version.cmp(&short(&q.version)) {
            Ordering::Less => Age::Older,
            Ordering::Greater => Age::Newer,
            Ordering::Equal => Age::Unknown,
        }),
    }
}
