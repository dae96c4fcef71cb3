//! How a workshop is set up, apart from its day: kept for the next one, and for other teams.

use crate::model::{Assessment, PracticeId, Questionnaire, Workshop};

/// What a workshop asks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum What {
    /// Everything that the assessment asks.
    #[default]
    Everything,
    /// What has no answer, or one from an earlier round that nobody has confirmed.
    Open,
    /// What somebody chose.
    Chosen,
}

impl What {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Everything, Self::Open, Self::Chosen];

    /// Its name in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::Open => "open",
            Self::Chosen => "chosen",
        }
    }

    /// The practices of an assessment that it stands for, in the questionnaire's order.
    #[must_use]
    pub fn of(
        self,
        q: &Questionnaire,
        a: &Assessment,
        chosen: impl Fn(&PracticeId) -> bool,
    ) -> Vec<PracticeId> {
        let asked = a.asked(q).filter(|p| match self {
            Self::Everything => true,
            Self::Open => a.answer(&p.id).is_none() || a.is_carried(&p.id),
            Self::Chosen => chosen(&p.id),
        });
        asked.map(|p| p.id.clone()).collect()
    }
}

/// A workshop as it can be held again. Of the workshop, what is asked how and for how long counts;
/// its practices are those that somebody chose.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetUp {
    /// What people call it; empty for the one that was held last.
    pub name: String,
    /// What it asks.
    pub what: What,
    /// How it goes.
    pub workshop: Workshop,
}

/// So many are kept, the last ones.
pub const MAX_SET_UPS: usize = 30;

/// Puts a set-up among those that are kept, in place of one with the same name. What belongs to one
/// day and one team alone does not come along.
pub fn keep(kept: &mut Vec<SetUp>, set_up: SetUp) {
    let plan = &set_up.workshop;
    let practices = match set_up.what {
        What::Chosen => plan.practices.clone(),
        What::Everything | What::Open => Vec::new(),
    };
    let workshop = Workshop {
        practices,
        minutes: plan.minutes,
        each: plan.each,
        asks_role: plan.asks_role,
        asks_name: plan.asks_name,
        is_secret: plan.is_secret,
        expected: plan.expected,
        least: plan.least,
        ..Workshop::default()
    };
    kept.retain(|one| one.name != set_up.name);
    kept.push(SetUp { workshop, ..set_up });
    let over = kept.len().saturating_sub(MAX_SET_UPS);
    kept.drain(..over);
}
