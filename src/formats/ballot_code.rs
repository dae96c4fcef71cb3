//! A ballot as a code for the meeting's chat: 60 letters and digits for 75 practices.
//!
//! `PB`, four digits for the session, the answers, four check digits. Digits are those of base 58,
//! which has no letters that look alike, and nothing that a chat turns into something else. The
//! answers are one number of mixed radix: 12 states a practice, 6 for the role, then the voter.
//! All ballots of a session have the same length, so a code that lines break apart is put together
//! again.

mod find;
mod name;

pub use find::{Found, NotCounted, find, find_beside};

use super::assessment_json::digest;
use crate::model::{Answer, Assessment, Level, Role, WorkshopId};
use crate::workshop::{Ballot, Session};

const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const PREFIX: &str = "PB";
/// Digits of the session's tag, and of the check.
const TAG: usize = 4;
/// States of one practice: open, five levels, four between, don't know, not applicable.
const STATES: u32 = 12;
/// States of the role: none, or one of five.
const ROLES: u32 = 6;

/// A number in base 58, the last digit first. Values are pushed and popped with their radix.
#[derive(Default)]
struct Digits(Vec<u32>);

impl Digits {
    fn push(&mut self, value: u32, radix: u32) {
        let mut carry = value;
        for digit in &mut self.0 {
            let sum = *digit * radix + carry;
            (*digit, carry) = (sum % 58, sum / 58);
        }
        while carry > 0 {
            self.0.push(carry % 58);
            carry /= 58;
        }
    }

    fn pop(&mut self, radix: u32) -> u32 {
        let mut rest = 0;
        for digit in self.0.iter_mut().rev() {
            let sum = rest * 58 + *digit;
            (*digit, rest) = (sum / radix, sum % radix);
        }
        rest
    }

    /// Exactly `length` digits, the first one first.
    fn text(&self, length: usize) -> String {
        let digit = |at: usize| self.0.get(at).copied().unwrap_or_default();
        let digits = (0..length).rev().map(|at| ALPHABET[digit(at) as usize]);
        digits.map(char::from).collect()
    }

    fn read(text: &str) -> Option<Self> {
        let digit = |b: u8| ALPHABET.iter().position(|c| *c == b);
        let digits = text.bytes().rev().map(|b| u32::try_from(digit(b)?).ok());
        digits.collect::<Option<Vec<_>>>().map(Self)
    }
}

fn state(answer: Option<&Answer>) -> u32 {
    match answer {
        None => 0,
        Some(Answer::Level(level)) => level.number().into(),
        Some(Answer::Between(lower)) => 5 + u32::from(lower.level().number()),
        Some(Answer::DontKnow) => 10,
        Some(Answer::NotApplicable(_)) => 11,
    }
}

fn answer(state: u32) -> Option<Answer> {
    let level = |n: u32| Level::new(u8::try_from(n).ok()?);
    match state {
        1..=5 => level(state).map(Answer::Level),
        6..=9 => level(state - 5).and_then(Answer::between),
        10 => Some(Answer::DontKnow),
        11 => Some(Answer::NotApplicable(String::new())),
        _ => None,
    }
}

/// How many digits a code of a session has.
fn whole(session: &Session) -> usize {
    PREFIX.len() + TAG + length(session) + TAG
}

/// How many digits the answers of a session take.
fn length(session: &Session) -> usize {
    let mut most = Digits::default();
    for _ in &session.practices {
        most.push(STATES - 1, STATES);
    }
    most.push(ROLES - 1, ROLES);
    most.push(Ballot::VOTERS - 1, Ballot::VOTERS);
    most.0.len()
}

/// Check digits over a code, and over what both sides must agree on.
fn check(code: &str, session: &Session) -> String {
    let ids: Vec<_> = session.practices.iter().map(|p| p.as_str()).collect();
    let digits = digest(&format!("{code} {}", ids.join(" ")));
    let number = digits
        .get(..8)
        .and_then(|d| u32::from_str_radix(d, 16).ok());
    number_text(number.unwrap_or_default() % Session::TAGS)
}

fn number_text(number: u32) -> String {
    let mut digits = Digits::default();
    digits.push(number, 1);
    digits.text(TAG)
}

/// The code of a ballot.
#[must_use]
pub fn encode(session: &Session, ballot: &Ballot) -> String {
    let mut digits = Digits::default();
    for at in (0..session.practices.len()).rev() {
        let given = ballot.answers.get(at).and_then(Option::as_ref);
        digits.push(state(given), STATES);
    }
    let role = ballot
        .role
        .and_then(|role| Role::ALL.iter().position(|r| *r == role));
    let role = role.and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(0);
    digits.push(role, ROLES);
    digits.push(ballot.voter % Ballot::VOTERS, Ballot::VOTERS);
    let tag = number_text(session.tag % Session::TAGS);
    let code = format!("{PREFIX}{tag}{}", digits.text(length(session)));
    let check = check(&code, session);
    code + &check
}

/// The ballot in a code as [`encode`] gives it. `None` for anything else; see [`find`] for other texts.
#[must_use]
pub fn read(session: &Session, code: &str) -> Option<Ballot> {
    code.starts_with(&begin(session)).then_some(())?;
    decode(session, code)
}

/// How each code of a session begins.
fn begin(session: &Session) -> String {
    format!("{PREFIX}{}", number_text(session.tag % Session::TAGS))
}

/// The ballot in a whole code, whatever session's it says to be. `None` where it is damaged.
fn decode(session: &Session, code: &str) -> Option<Ballot> {
    let (front, own) = code.split_at_checked(code.len().checked_sub(TAG)?)?;
    if own != check(front, session) {
        return None;
    }
    let mut digits = Digits::read(front.get(PREFIX.len() + TAG..)?)?;
    let voter = digits.pop(Ballot::VOTERS);
    let role = digits.pop(ROLES) as usize;
    let answers = session.practices.iter().map(|_| answer(digits.pop(STATES)));
    let ballot = Ballot {
        voter,
        role: role
            .checked_sub(1)
            .and_then(|at| Role::ALL.get(at).copied()),
        answers: answers.collect(),
    };
    digits.0.iter().all(|digit| *digit == 0).then_some(ballot)
}

/// The ballots that a workshop has, as far as they can be read.
#[must_use]
pub fn cast(session: &Session, a: &Assessment, workshop: &WorkshopId) -> Vec<Ballot> {
    let casts = a.ballots(workshop);
    casts
        .filter_map(|(_, cast)| read(session, &cast.code))
        .collect()
}
