//! Ballots in any text: a chat, a mail, a page.
//!
//! Whatever stands between the digits of a code is passed over, and the check digits decide: so a
//! code is found that is glued to words, wrapped, quoted or written in full-width letters. What is
//! not whole is named only where it certainly was a code; a word of prose never is.

use super::not_counted::{NotCounted, beginning};
use super::sealed::{self, Closed, Opened};
use super::search::{Piece, Search};
use crate::workshop::{Ballot, Session};

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
    pub begins: Vec<String>,
}

/// What is known beside the session whose ballots are looked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'k> {
    /// Other sessions, whose ballots are known as such.
    pub others: &'k [Session],
    /// Those that are finished: their ballots come late.
    pub finished: &'k [Session],
    /// What came of the sealed codes in this text; of those that are not among them, nothing.
    pub opened: &'k [Opened],
}

/// Every ballot of a session in a text, whatever stands around them.
#[must_use]
pub fn find(session: &Session, text: &str) -> Found {
    find_among(session, Beside::default(), text)
}

/// The same, with what is known beside.
#[must_use]
pub fn find_among(session: &Session, beside: Beside, text: &str) -> Found {
    let others = beside.others.iter().map(|other| (other, false));
    let finished = beside.finished.iter().map(|other| (other, true));
    let search = Search::new(session, others.chain(finished), text);
    let mut found = Found::default();
    search.each(|piece| match piece {
        Piece::Ballot(ballot, code, name) => found.take(*ballot, &code, name),
        Piece::Closed(closed, name) => {
            let shown = beginning(&closed.code);
            let opened = beside.opened.iter().find(|one| one.code == closed.code);
            let ballot = match opened.map(|one| one.bytes.as_deref()) {
                None => Err(NotCounted::Closed(shown)),
                Some(None) => Err(NotCounted::OtherKey(shown)),
                // It was sealed whole, so whoever sealed it has other bytes in a ballot.
                Some(Some(bytes)) => sealed::ballot(session, bytes).ok_or(NotCounted::Newer(shown)),
            };
            match ballot {
                Ok(ballot) => found.take(ballot, &closed.code, name),
                Err(why) => found.not_counted.push(why),
            }
        }
        Piece::No(why) => found.not_counted.push(why),
    });
    found
}

/// The sealed codes of a session in a text, each once.
#[must_use]
pub fn closed(session: &Session, text: &str) -> Vec<Closed> {
    let mut all = Vec::new();
    Search::new(session, std::iter::empty(), text).each(|piece| {
        if let Piece::Closed(closed, _) = piece
            && !all.contains(&*closed)
        {
            all.push(*closed);
        }
    });
    all
}

impl Found {
    /// The same where the session is finished: whatever is in the text came late.
    #[must_use]
    pub fn late(self) -> Vec<NotCounted> {
        let whole = self.begins.into_iter().map(NotCounted::Late);
        let others = self.not_counted.into_iter().map(|why| match why {
            NotCounted::Closed(code) => NotCounted::Late(code),
            why => why,
        });
        whole.chain(others).collect()
    }

    fn take(&mut self, ballot: Ballot, code: &str, name: String) {
        let shown = beginning(code);
        let known = self.ballots.iter().position(|b| b.voter == ballot.voter);
        match known {
            Some(known) if self.ballots[known] == ballot => {
                self.not_counted.push(NotCounted::Twice(shown));
            }
            // Logs with the newest first, and parts of an older one.
            Some(known) if ballot.turn < self.ballots[known].turn => {
                self.not_counted.push(NotCounted::Replaced(shown));
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
