//! Ballots that a camera or a picture shows, one text after the other.

use super::ballots::Taken;
use crate::formats::ballot_code::NotCounted;
use crate::route::Route;

/// After so many looks without a code, what is shown next is news, even if it was shown before.
const AWAY: u8 = 8;

/// What came of a text that was scanned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scanned {
    /// It is a ballot that was not there before.
    New,
    /// It is a ballot that counts in place of an earlier one of the same person.
    Replaced,
    /// It is a ballot that is there already.
    Again,
    /// It is a ballot, and does not count.
    NotCounted(NotCounted),
    /// It is the link of a workshop.
    Invitation,
    /// It has nothing to do with ballots.
    Other,
}

impl Scanned {
    /// What a text is, by what the desk found in it.
    #[must_use]
    pub fn of(text: &str, taken: &Taken) -> Self {
        if taken.new > 0 {
            Self::New
        } else if taken.replaced > 0 {
            Self::Replaced
        } else if taken.again > 0 {
            Self::Again
        } else if let Some(why) = taken.not_counted.first() {
            Self::NotCounted(why.clone())
        } else if is_invitation(text) {
            Self::Invitation
        } else {
            Self::Other
        }
    }

    /// Whether the ballot counts now.
    #[must_use]
    pub fn is_in(&self) -> bool {
        matches!(self, Self::New | Self::Replaced | Self::Again)
    }
}

fn is_invitation(text: &str) -> bool {
    let fragment = text.find('#').map(|at| &text[at..]);
    fragment.is_some_and(|fragment| matches!(Route::parse(fragment), Route::Vote(_)))
}

/// What was scanned so far: a code stays in view for many looks, and is spoken of once.
#[derive(Debug, Clone, Default)]
pub struct Scanning {
    counted: Vec<String>,
    last: String,
    away: u8,
}

impl Scanning {
    /// Whether a text in view is another than the one before, and is to be looked into.
    pub fn sees(&mut self, text: &str) -> bool {
        self.away = 0;
        let is_news = self.last != text;
        text.clone_into(&mut self.last);
        is_news
    }

    /// Nothing is in view.
    pub fn sees_nothing(&mut self) {
        self.away = self.away.saturating_add(1);
        if self.away >= AWAY {
            self.last.clear();
        }
    }

    /// What is to be said of a text; nothing of a ballot that was shown before and still counts.
    pub fn says(&mut self, text: &str, taken: &Taken) -> Option<Scanned> {
        let scanned = Scanned::of(text, taken);
        let is_known = self.counted.iter().any(|known| known == text);
        if scanned.is_in() && !is_known {
            self.counted.push(text.to_owned());
        }
        (scanned != Scanned::Again || !is_known).then_some(scanned)
    }
}
