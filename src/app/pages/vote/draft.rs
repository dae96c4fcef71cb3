//! A ballot that is being filled in, kept in this browser apart from all assessments.

use crate::app::browser::leaving::{self, Held};
use crate::app::browser::{clock, settings};
use crate::formats::ballot_draft;
use crate::formats::session_link::Invitation;
use crate::model::{Answer, AssessmentId, WorkshopId};
use crate::workshop::{Ballot, Session};

/// Where the ballot goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Hand {
    /// Into the chat, as a code.
    Code,
    /// Into the workshop of an assessment on this device.
    Here(&'static AssessmentId, &'static WorkshopId),
}

/// A ballot, whose it is, and whether the browser keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub ballot: Ballot,
    pub name: String,
    pub is_kept: bool,
    /// The sealed code of it, and to which key; empty where there is none.
    sealed: String,
    /// Whether somebody may have its code as it is now.
    is_shown: bool,
}

/// Under which name the browser keeps it: one a session, and one for a device that is passed on.
fn slot(session: &Session, hand: &Hand) -> String {
    match hand {
        Hand::Code => session.tag.to_string(),
        Hand::Here(..) => format!("{}:here", session.tag),
    }
}

impl Draft {
    /// What was filled in so far, or an empty one.
    pub fn open(invitation: &Invitation, hand: &Hand) -> Self {
        let session = &invitation.session;
        let slot = slot(session, hand);
        let kept = settings::ballot_draft(&slot).unwrap_or_default();
        let more = settings::more_of_draft(&slot).unwrap_or_default();
        if let Some(kept) = ballot_draft::read(session, &kept, &more) {
            return Self {
                ballot: kept.ballot,
                name: kept.name,
                is_kept: true,
                sealed: kept.sealed,
                is_shown: true,
            };
        }
        let mut draft = Self {
            ballot: Ballot {
                voter: clock::random_below(Ballot::VOTERS),
                answers: vec![None; session.practices.len()],
                ..Ballot::default()
            },
            name: String::new(),
            is_kept: true,
            sealed: String::new(),
            is_shown: false,
        };
        // Tried at once, so that one knows before one begins.
        draft.keep(invitation, hand);
        draft
    }

    /// Keeps it.
    pub fn keep(&mut self, invitation: &Invitation, hand: &Hand) {
        let (session, slot) = (&invitation.session, slot(&invitation.session, hand));
        let more = ballot_draft::more(session, &self.ballot, &self.sealed);
        self.is_kept = settings::keep_ballot_draft(&slot, &self.text(invitation), &more);
        leaving::hold(Held::Ballot, !self.is_kept && self.answered() > 0);
    }

    /// Deletes it from this browser.
    pub fn forget(invitation: &Invitation, hand: &Hand) {
        settings::forget_ballot_draft(&slot(&invitation.session, hand));
        leaving::hold(Held::Ballot, false);
    }

    /// The open code, with the name before it where names were asked for. What others are given is
    /// made by [`hand_over`](super::hand_over).
    pub fn text(&self, invitation: &Invitation) -> String {
        let code = crate::formats::ballot_code::encode(&invitation.session, &self.ballot);
        self.named(invitation, code)
    }

    /// A code, with the name before it where names were asked for.
    pub fn named(&self, invitation: &Invitation, code: String) -> String {
        match self.name.trim() {
            name if invitation.asks_name && !name.is_empty() => format!("{name}: {code}"),
            _ => code,
        }
    }

    /// From now on somebody may have its code.
    pub fn is_handed_over(&mut self) {
        self.is_shown = true;
    }

    /// The code of it that is sealed to this key, if that was made before.
    pub fn sealed_to(&self, key: &[u8; 32]) -> Option<&str> {
        let (code, _) = self.sealed.split_once(' ')?;
        (self.sealed == ballot_draft::sealed_to(key, code)).then_some(code)
    }

    /// Keeps the sealed code, unless the ballot has become another one meanwhile.
    pub fn seal(&mut self, invitation: &Invitation, hand: &Hand, of: &Ballot, code: &str) {
        if let Some(key) = invitation.key.filter(|_| self.ballot == *of) {
            self.sealed = ballot_draft::sealed_to(&key, code);
            self.keep(invitation, hand);
        }
    }

    /// It is another one than somebody may have: the later of both counts.
    pub fn turn(&mut self) {
        if std::mem::take(&mut self.is_shown) {
            self.ballot.turn = (self.ballot.turn + 1).min(Ballot::TURNS - 1);
        }
        self.sealed.clear();
    }

    pub fn answer(&self, at: usize) -> Option<Answer> {
        self.ballot.answers.get(at).cloned().flatten()
    }

    pub fn give(&mut self, at: usize, answer: Option<Answer>) {
        if let Some(slot) = self.ballot.answers.get_mut(at) {
            *slot = answer;
        }
    }

    pub fn answered(&self) -> usize {
        self.ballot.answers.iter().flatten().count()
    }

    /// Where to go on.
    pub fn first_open(&self) -> usize {
        let mut answers = self.ballot.answers.iter();
        answers.position(Option::is_none).unwrap_or_default()
    }
}
