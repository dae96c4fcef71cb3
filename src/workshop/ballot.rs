//! What one person says.

use crate::model::text::line;
use crate::model::validate::MAX_COMMENT;
use crate::model::{Answer, PracticeId, Questionnaire, Role, Workshop};

/// What is asked of everybody in the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Which session, a random number below [`TAGS`](Self::TAGS).
    pub tag: u32,
    /// The practices, in the order in which ballots answer them.
    pub practices: Vec<PracticeId>,
}

impl Session {
    /// What a workshop asks, in the questionnaire's order.
    #[must_use]
    pub fn of(q: &Questionnaire, workshop: &Workshop) -> Self {
        let asked = q.practices.iter().map(|p| &p.id);
        let asked = asked.filter(|id| workshop.practices.contains(id));
        Self {
            tag: workshop.tag % Self::TAGS,
            practices: asked.cloned().collect(),
        }
    }

    /// How many tags there are: two sessions share one by chance once in 11 million.
    pub const TAGS: u32 = 58 * 58 * 58 * 58;
}

/// One person's answers. There is no name in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ballot {
    /// A random number below [`VOTERS`](Self::VOTERS), so that nobody is counted twice.
    pub voter: u32,
    /// From where they see the work, if they said so.
    pub role: Option<Role>,
    /// One a practice of the session; `None` where nothing was said. *Not applicable* is without a
    /// reason here.
    pub answers: Vec<Option<Answer>>,
    /// How often it was changed after it had been handed over, below [`TURNS`](Self::TURNS): of two of
    /// one person the one with more counts, whichever comes first in a chat.
    pub turn: u32,
    /// Sentences that say why, each with the place of its practice in the session, in this order.
    pub comments: Vec<(usize, String)>,
}

impl Ballot {
    /// How many voters there are. In a room of twelve, two share a number once in 3,000 sessions.
    pub const VOTERS: u32 = 58 * 58 * 58;
    /// So often a change is told from the one before.
    pub const TURNS: u32 = 58;

    /// What it says in words of the practice at this place.
    #[must_use]
    pub fn comment(&self, at: usize) -> &str {
        let own = self.comments.iter().find(|(of, _)| *of == at);
        own.map_or("", |(_, comment)| comment)
    }

    /// Says why in one sentence of the practice at this place; an empty one takes it back.
    pub fn say(&mut self, at: usize, comment: &str) {
        self.comments.retain(|(of, _)| *of != at);
        let comment = sentence(comment);
        if !comment.is_empty() {
            let behind = self.comments.partition_point(|(of, _)| *of < at);
            self.comments.insert(behind, (at, comment));
        }
    }
}

/// One sentence as it is kept: in one line, without what is not seen at its ends, not too long.
#[must_use]
pub fn sentence(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    line(spaced.trim(), MAX_COMMENT).trim_end().to_owned()
}
