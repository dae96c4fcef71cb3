//! A ballot as a code for the meeting's chat: 60 letters and digits for 75 practices.
//!
//! `PB`, four digits for the session, the answers, four check digits. Digits are those of base 58,
//! which has no letters that look alike, and nothing that a chat turns into something else. The
//! answers are one number of mixed radix: 12 states a practice, 6 for the role, then the voter.
//! All ballots of a session have the same length, so a code that lines break apart is put together
//! again; one that was changed after it was handed over has a digit more, which counts the changes.
//!
//! [`sealed`] is the same for the eyes of the facilitator alone.

mod digits;
mod find;
mod name;
mod not_counted;
pub mod sealed;
mod search;

pub use find::{Beside, Found, closed, find, find_among};
pub use not_counted::{NotCounted, beginning};

use super::assessment_json::digest;
use crate::model::{Answer, Assessment, Cast, Level, Role, WorkshopId};
use crate::workshop::{Ballot, Session};
use digits::Digits;

const PREFIX: &str = "PB";
/// Digits of the session's tag, and of the check.
const TAG: usize = 4;
/// States of one practice: open, five levels, four between, don't know, not applicable.
const STATES: u32 = 12;
/// States of the role: none, or one of five.
const ROLES: u32 = 6;

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

/// How many digits a code of a session has, of a ballot that was never changed or of another.
fn whole(session: &Session, is_changed: bool) -> usize {
    PREFIX.len() + TAG + length(session, is_changed, 58) + TAG
}

/// How many digits of a base the answers of a session take.
fn length(session: &Session, is_changed: bool, base: u32) -> usize {
    let mut most = Digits::new(base);
    if is_changed {
        most.push(Ballot::TURNS - 1, Ballot::TURNS);
    }
    for _ in &session.practices {
        most.push(STATES - 1, STATES);
    }
    most.push(ROLES - 1, ROLES);
    most.push(Ballot::VOTERS - 1, Ballot::VOTERS);
    most.len()
}

/// A ballot as one number.
fn number(session: &Session, ballot: &Ballot, base: u32) -> Digits {
    let mut digits = Digits::new(base);
    // In front, so that it is nothing where nothing was changed.
    digits.push(ballot.turn.min(Ballot::TURNS - 1), Ballot::TURNS);
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
    digits
}

/// The ballot that a number is.
fn of_number(session: &Session, mut digits: Digits) -> Option<Ballot> {
    let voter = digits.pop(Ballot::VOTERS);
    let role = digits.pop(ROLES) as usize;
    let answers = session.practices.iter().map(|_| answer(digits.pop(STATES)));
    let ballot = Ballot {
        voter,
        role: role
            .checked_sub(1)
            .and_then(|at| Role::ALL.get(at).copied()),
        answers: answers.collect(),
        turn: digits.pop(Ballot::TURNS),
        comments: Vec::new(),
    };
    digits.is_zero().then_some(ballot)
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
    let mut digits = Digits::new(58);
    digits.push(number, 1);
    digits.text(TAG)
}

/// The code of a ballot, without what it says in words.
#[must_use]
pub fn encode(session: &Session, ballot: &Ballot) -> String {
    let length = length(session, ballot.turn > 0, 58);
    let digits = number(session, ballot, 58).text(length);
    let code = begin(PREFIX, session) + &digits;
    let check = check(&code, session);
    code + &check
}

/// The ballot in a code as [`encode`] gives it. `None` for anything else; see [`find`] for other texts.
#[must_use]
pub fn read(session: &Session, code: &str) -> Option<Ballot> {
    code.starts_with(&begin(PREFIX, session)).then_some(())?;
    decode(session, code)
}

/// How each code of a session begins.
fn begin(prefix: &str, session: &Session) -> String {
    format!("{prefix}{}", number_text(session.tag % Session::TAGS))
}

/// What stands before right check digits.
fn checked<'c>(session: &Session, code: &'c str) -> Option<&'c str> {
    let (front, own) = code.split_at_checked(code.len().checked_sub(TAG)?)?;
    (own == check(front, session)).then_some(front)
}

/// The ballot in a whole code, whatever session's it says to be. `None` where it is damaged.
fn decode(session: &Session, code: &str) -> Option<Ballot> {
    let front = checked(session, code)?;
    let ballot = of_number(session, Digits::read(front.get(PREFIX.len() + TAG..)?)?)?;
    // There is one code for each ballot.
    (code.len() == whole(session, ballot.turn > 0)).then_some(ballot)
}

/// The ballots that a workshop has, as far as they can be read.
#[must_use]
pub fn cast(session: &Session, a: &Assessment, workshop: &WorkshopId) -> Vec<Ballot> {
    let casts = a.ballots(workshop).map(|(_, cast)| cast);
    casts.filter_map(|cast| of_cast(session, cast)).collect()
}

/// The ballot that was handed in, with what it says in words.
#[must_use]
pub fn of_cast(session: &Session, cast: &Cast) -> Option<Ballot> {
    let mut ballot = read(session, &cast.code)?;
    for (practice, comment) in &cast.comments {
        if let Some(at) = session.practices.iter().position(|id| id == practice) {
            ballot.say(at, comment);
        }
    }
    Some(ballot)
}

/// A ballot as it is handed in.
#[must_use]
pub fn to_cast(session: &Session, ballot: &Ballot, name: String) -> Cast {
    let named = |(at, comment): &(usize, String)| {
        let practice = session.practices.get(*at)?.clone();
        Some((practice, comment.clone()))
    };
    Cast {
        code: encode(session, ballot),
        name,
        comments: ballot.comments.iter().filter_map(named).collect(),
    }
}
