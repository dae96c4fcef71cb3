//! The invitation to a workshop as a short text for an address: about 30 characters and the title.
//!
//! As in a [link](super::link) to answers: 4 bits version, 18 bits digest of the questionnaire, 24
//! bits for the session, a bit each whether roles and names are asked for, a bit a practice, the
//! title, check digits.

use super::bits::{Reader, Writer, checked, print};
use super::link::BadLink;
use crate::model::text::line;
use crate::model::validate::MAX_NAME;
use crate::model::{Questionnaire, Workshop};
use crate::workshop::Session;

const VERSION: u32 = 1;

/// What someone is invited to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// What is asked.
    pub session: Session,
    /// What the workshop is called.
    pub title: String,
    /// Whether ballots say from where one sees the work.
    pub asks_role: bool,
    /// Whether ballots come with a name.
    pub asks_name: bool,
}

impl Invitation {
    /// The invitation to a workshop.
    #[must_use]
    pub fn to(q: &Questionnaire, workshop: &Workshop) -> Self {
        Self {
            session: Session::of(q, workshop),
            title: workshop.title.clone(),
            asks_role: workshop.asks_role,
            asks_name: workshop.asks_name,
        }
    }
}

/// The text for the address.
#[must_use]
pub fn encode(q: &Questionnaire, invitation: &Invitation) -> String {
    let mut w = Writer::default();
    w.put(VERSION, 4);
    w.put(print(q), 18);
    w.put(invitation.session.tag % Session::TAGS, 24);
    w.put(invitation.asks_role.into(), 1);
    w.put(invitation.asks_name.into(), 1);
    for practice in &q.practices {
        w.put(
            invitation.session.practices.contains(&practice.id).into(),
            1,
        );
    }
    w.text(&invitation.title);
    w.finish()
}

/// Reads the text of an address.
///
/// # Errors
/// [`BadLink`] says why not.
pub fn decode(q: &Questionnaire, text: &str) -> Result<Invitation, BadLink> {
    let mut r = Reader::new(checked(text).ok_or(BadLink::Damaged)?);
    if r.take(4) != Some(VERSION) {
        return Err(BadLink::Newer);
    }
    if r.take(18) != Some(print(q)) {
        return Err(BadLink::OtherQuestionnaire);
    }
    body(&mut r, q).ok_or(BadLink::Damaged)
}

fn body(r: &mut Reader, q: &Questionnaire) -> Option<Invitation> {
    let tag = r.take(24).filter(|tag| *tag < Session::TAGS)?;
    let (asks_role, asks_name) = (r.take(1)? == 1, r.take(1)? == 1);
    let mut practices = Vec::new();
    for practice in &q.practices {
        if r.take(1)? == 1 {
            practices.push(practice.id.clone());
        }
    }
    let title = r.text()?;
    Some(Invitation {
        session: Session { tag, practices },
        title: line(&title, MAX_NAME),
        asks_role,
        asks_name,
    })
}
