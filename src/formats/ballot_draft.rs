//! A ballot that is being filled in, as a browser keeps it: the name and the open code, and beside it
//! which practices were asked, with what it says in words, and the sealed code that was made of it. So
//! nothing is lost when a later version of the page asks others, or asks them in another order, and who
//! comes back finds the code that they sent.

use super::ballot_code::{self, sealed};
use super::hex::hex;
use crate::model::PracticeId;
use crate::workshop::{Ballot, Session};

/// What a browser keeps.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Kept {
    /// The name, as far as one was given.
    pub name: String,
    /// The ballot, as far as it answers what is asked now.
    pub ballot: Ballot,
    /// The sealed code and the key that it is [sealed to](sealed_to); empty where there is none.
    pub sealed: String,
}

/// A sealed code with the key that it is sealed to.
#[must_use]
pub fn sealed_to(key: &[u8; 32], code: &str) -> String {
    format!("{code} {}", hex(key))
}

/// What is kept beside the code: a line for each practice, with the sentence that says why, and one for
/// the sealed code.
#[must_use]
pub fn more(session: &Session, ballot: &Ballot, sealed: &str) -> String {
    let line = |(at, practice): (usize, &PracticeId)| {
        let said = format!("{practice} {}", ballot.comment(at));
        said.trim_end().to_owned()
    };
    let lines = session.practices.iter().enumerate().map(line);
    let lines = lines.chain([sealed.to_owned()]);
    lines.collect::<Vec<_>>().join("\n")
}

/// What is kept, as far as it is of this session.
#[must_use]
pub fn read(session: &Session, kept: &str, more: &str) -> Option<Kept> {
    let (name, code) = kept.rsplit_once(' ').unwrap_or(("", kept));
    let (mut asked, mut said, mut shut) = (Vec::new(), Vec::new(), "");
    for line in more.lines() {
        let (practice, comment) = line.split_once(' ').unwrap_or((line, ""));
        if sealed::is_in(practice) {
            shut = line;
        } else if let Ok(practice) = PracticeId::parse(practice) {
            asked.push(practice);
            said.push(comment);
        }
    }
    let before = Session {
        tag: session.tag,
        practices: asked,
    };
    let place = |practice: &PracticeId| before.practices.iter().position(|id| id == practice);
    let mut ballot = match ballot_code::read(session, code) {
        Some(ballot) => ballot,
        // Asked by another version of the page.
        None => {
            shut = "";
            let then = ballot_code::read(&before, code)?;
            let answer = |practice| then.answers.get(place(practice)?).cloned().flatten();
            Ballot {
                answers: session.practices.iter().map(answer).collect(),
                ..then
            }
        }
    };
    for (at, practice) in session.practices.iter().enumerate() {
        if let Some(then) = place(practice) {
            ballot.say(at, said[then]);
        }
    }
    Some(Kept {
        name: name.trim_end_matches(':').to_owned(),
        ballot,
        sealed: shut.to_owned(),
    })
}
