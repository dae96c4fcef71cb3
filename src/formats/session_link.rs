//! The invitation to a workshop as a short text for an address: about 30 characters and the title, and
//! 43 more for the key that ballots are sealed to.
//!
//! Within its [seal](super::sealed), as a link to answers has it: 24 bits for the session, a bit each
//! whether roles and names are asked for, a bit a practice, the title; in the form with a key, the key.

use super::bits::{Reader, Writer};
use super::sealed::{BadLink, Kind, open, seal};
use crate::model::text::line;
use crate::model::validate::MAX_NAME;
use crate::model::{Questionnaire, Workshop};
use crate::workshop::Session;

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
    /// What ballots are sealed to; `None` where they are open.
    pub key: Option<[u8; 32]>,
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
            key: workshop.keys.map(|keys| keys.public),
        }
    }
}

/// The text for the address.
#[must_use]
pub fn encode(q: &Questionnaire, invitation: &Invitation) -> String {
    let kind = match invitation.key {
        None => Kind::Vote,
        Some(_) => Kind::SealedVote,
    };
    seal(kind, q, |w: &mut Writer| {
        w.put(invitation.session.tag % Session::TAGS, 24);
        w.put(invitation.asks_role.into(), 1);
        w.put(invitation.asks_name.into(), 1);
        for practice in &q.practices {
            let is_asked = invitation.session.practices.contains(&practice.id);
            w.put(is_asked.into(), 1);
        }
        w.text(&invitation.title);
        for byte in invitation.key.iter().flatten() {
            w.put((*byte).into(), 8);
        }
    })
}

/// Reads the text of an address.
///
/// # Errors
/// [`BadLink`] says why not.
pub fn decode(q: &Questionnaire, text: &str) -> Result<Invitation, BadLink> {
    let sealed = open(Kind::SealedVote, q, text, |r| body(r, q, true));
    let open = || open(Kind::Vote, q, text, |r| body(r, q, false));
    sealed.or_else(|why| {
        open().map_err(|other| match other {
            // To each form the other is one that it does not know; the surer of both is right.
            BadLink::NewerFormat => why,
            other => other.max(why),
        })
    })
}

fn body(r: &mut Reader, q: &Questionnaire, is_sealed: bool) -> Option<Invitation> {
    let tag = r.take(24).filter(|tag| *tag < Session::TAGS)?;
    let (asks_role, asks_name) = (r.take(1)? == 1, r.take(1)? == 1);
    let mut practices = Vec::new();
    for practice in &q.practices {
        if r.take(1)? == 1 {
            practices.push(practice.id.clone());
        }
    }
    let title = r.text()?;
    let mut key = [0; 32];
    if is_sealed {
        for byte in &mut key {
            *byte = r.take(8)?.try_into().ok()?;
        }
    }
    Some(Invitation {
        session: Session { tag, practices },
        title: line(&title, MAX_NAME),
        asks_role,
        asks_name,
        key: is_sealed.then_some(key),
    })
}
