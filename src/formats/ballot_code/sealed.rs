//! A ballot code that nobody reads but the facilitator: about 90 letters and digits for 17 practices,
//! 125 for 72.
//!
//! `PS`, four digits for the session, one for how much room there is for sentences, then as one number
//! the public key of this ballot and what is sealed, and four check digits. What is sealed are the
//! bytes of the ballot's number, and its sentences. Without sentences, all of a session have the same
//! length; with them, they are filled up to a whole step, so that the length says little.
//!
//! Sealing itself is the browser's: X25519 between a pair of keys that is made for this one code and
//! the key in the invitation, a key of AES-GCM by HKDF from that, with [`purpose`]. Each key seals once.

use super::digits::{ALPHABET, Digits, digit};
use super::{TAG, begin, check, checked, length, number, of_number};
use crate::workshop::{Ballot, Session};

/// How sealed codes begin.
pub(super) const PREFIX: &str = "PS";
/// Bytes of a public key.
const KEY: usize = 32;
/// How many bytes longer something is when it is sealed.
const SEAL: usize = 16;
/// Room for sentences comes in steps of so many bytes.
const STEP: usize = 40;
/// And in so many steps at most: some 1,200 digits, which chats take in one message.
const STEPS: usize = 20;
/// From how many digits on a camera has trouble to read a code from a phone's screen. Our judgement:
/// the QR code has 77 squares a side then.
const CAMERA: usize = 412;
/// So far from the first character stands the one that means the first practice: behind those that
/// one cannot see.
const FIRST: u32 = 0x100;
/// What a sentence ends with. There is none within: a sentence is one line.
const END: char = '\n';

/// A sealed code, as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// The code.
    pub code: String,
    /// The public key that was made for it.
    pub key: [u8; KEY],
    /// What is sealed.
    pub bytes: Vec<u8>,
    /// In how many steps there is room for sentences.
    pub steps: usize,
}

/// What came of a sealed code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The code.
    pub code: String,
    /// The bytes that were sealed; `None` where they were sealed to another key.
    pub bytes: Option<Vec<u8>>,
}

/// Whether what is handed over is sealed.
#[must_use]
pub fn is_in(text: &str) -> bool {
    let code = text.rsplit(' ').next();
    code.is_some_and(|code| code.starts_with(PREFIX))
}

/// Whether a camera reads it from a phone's screen.
#[must_use]
pub fn fits_camera(text: &str) -> bool {
    text.len() <= CAMERA
}

/// What is to be sealed of a ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// In how many steps there is room for sentences.
    pub steps: usize,
}

/// The bytes to seal. `None` where the ballot says more in words than a code holds.
#[must_use]
pub fn plain(session: &Session, ballot: &Ballot) -> Option<Plain> {
    let mut words = String::new();
    for (at, comment) in &ballot.comments {
        words.extend(u32::try_from(*at).ok().and_then(sign));
        words.push_str(comment);
        words.push(END);
    }
    let steps = words.len().div_ceil(STEP);
    if steps > STEPS {
        return None;
    }
    let width = width(session);
    let mut bytes = number(session, ballot, 256).bytes(width);
    bytes.extend(words.bytes());
    bytes.resize(width + steps * STEP, END as u8);
    Some(Plain { bytes, steps })
}

/// The ballot in the bytes that were sealed.
#[must_use]
pub fn ballot(session: &Session, bytes: &[u8]) -> Option<Ballot> {
    let (number, words) = bytes.split_at_checked(width(session))?;
    let mut ballot = of_number(session, Digits::of(number))?;
    for comment in std::str::from_utf8(words).ok()?.split(END) {
        let mut letters = comment.chars();
        let Some(sign) = letters.next() else { continue };
        let at = u32::from(sign).checked_sub(FIRST)? as usize;
        session.practices.get(at)?;
        ballot.say(at, letters.as_str());
    }
    Some(ballot)
}

/// The character that means a practice.
fn sign(at: u32) -> Option<char> {
    char::from_u32(FIRST + at)
}

/// What a key is derived for: one code of one session, from the key of this ballot to that of the
/// room. So a code that was changed, or sent as one of another session, does not open.
#[must_use]
pub fn purpose(session: &Session, steps: usize, ballot: &[u8; 32], room: &[u8; 32]) -> Vec<u8> {
    let mut purpose = b"Plumbline ballot ".to_vec();
    purpose.extend(front(session, steps).bytes());
    purpose.extend(ballot);
    purpose.extend(room);
    purpose
}

/// The code of what was sealed with a key of its own.
#[must_use]
pub fn encode(session: &Session, steps: usize, key: &[u8; 32], bytes: &[u8]) -> String {
    let mut digits = Digits::new(58);
    for byte in key.iter().chain(bytes) {
        digits.push((*byte).into(), 256);
    }
    let code = front(session, steps) + &digits.text(digits_of(session, steps));
    let check = check(&code, session);
    code + &check
}

/// Reads a whole code, whatever session's it says to be. `None` where it is damaged.
pub(super) fn decode(session: &Session, code: &str) -> Option<Closed> {
    let front = checked(session, code)?;
    let steps = steps(code)?;
    let mut digits = Digits::read(front.get(PREFIX.len() + TAG + 1..)?)?;
    let mut bytes = vec![0; KEY + width(session) + steps * STEP + SEAL];
    for byte in bytes.iter_mut().rev() {
        *byte = digits.pop(256) as u8;
    }
    let (key, bytes) = bytes.split_first_chunk()?;
    let closed = Closed {
        code: code.to_owned(),
        key: *key,
        bytes: bytes.to_vec(),
        steps,
    };
    (digits.is_zero() && code.len() == whole(session, steps)).then_some(closed)
}

/// How many digits a code has.
pub(super) fn whole(session: &Session, steps: usize) -> usize {
    PREFIX.len() + TAG + 1 + digits_of(session, steps) + TAG
}

/// In how many steps the code that begins so has room for sentences. `None` where it has none that we
/// know.
pub(super) fn steps(code: &str) -> Option<usize> {
    let digit = digit(*code.as_bytes().get(PREFIX.len() + TAG)?)? as usize;
    (digit <= STEPS).then_some(digit)
}

fn front(session: &Session, steps: usize) -> String {
    let mut front = begin(PREFIX, session);
    front.push(ALPHABET[steps.min(STEPS)].into());
    front
}

/// How many bytes the answers of a session take.
fn width(session: &Session) -> usize {
    length(session, true, 256)
}

/// How many digits a key and what is sealed take.
fn digits_of(session: &Session, steps: usize) -> usize {
    let mut most = Digits::new(58);
    for _ in 0..KEY + width(session) + steps * STEP + SEAL {
        most.push(255, 256);
    }
    most.len()
}
