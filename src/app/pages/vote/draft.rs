//! A ballot that is being filled in, kept in this browser apart from all assessments.

use crate::app::browser::leaving::{self, Held};
use crate::app::browser::{clock, settings};
use crate::formats::ballot_code;
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
        let kept = settings::ballot_draft(&slot(session, hand)).unwrap_or_default();
        // As `text` writes it.
        let (name, code) = kept.rsplit_once(' ').unwrap_or(("", &kept));
        if let Some(ballot) = ballot_code::read(session, code) {
            return Self {
                ballot,
                name: name.trim_end_matches(':').to_owned(),
                is_kept: true,
            };
        }
        let mut draft = Self {
            ballot: Ballot {
                voter: clock::random_below(Ballot::VOTERS),
                role: None,
                answers: vec![None; session.practices.len()],
            },
            name: String::new(),
            is_kept: true,
        };
        // Tried at once, so that one knows before one begins.
        draft.keep(invitation, hand);
        draft
    }

    /// Keeps it.
    pub fn keep(&mut self, invitation: &Invitation, hand: &Hand) {
        let slot = slot(&invitation.session, hand);
        self.is_kept = settings::keep_ballot_draft(&slot, &self.text(invitation));
        leaving::hold(Held::Ballot, !self.is_kept && self.answered() > 0);
    }

    /// Deletes it from this browser.
    pub fn forget(invitation: &Invitation, hand: &Hand) {
        settings::forget_ballot_draft(&slot(&invitation.session, hand));
        leaving::hold(Held::Ballot, false);
    }

    /// The code, with the name before it where names were asked for.
    pub fn text(&self, invitation: &Invitation) -> String {
        let code = ballot_code::encode(&invitation.session, &self.ballot);
        match self.name.trim() {
            name if invitation.asks_name && !name.is_empty() => format!("{name}: {code}"),
            _ => code,
        }
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
