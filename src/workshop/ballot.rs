//! What one person says.

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
#[derive(Debug, Clone, PartialEq)]
pub struct Ballot {
    /// A random number below [`VOTERS`](Self::VOTERS), so that nobody is counted twice.
    pub voter: u32,
    /// From where they see the work, if they said so.
    pub role: Option<Role>,
    /// One a practice of the session; `None` where nothing was said. *Not applicable* is without a
    /// reason here.
    pub answers: Vec<Option<Answer>>,
}

impl Ballot {
    /// How many voters there are. In a room of twelve, two share a number once in 3,000 sessions.
    pub const VOTERS: u32 = 58 * 58 * 58;
}
