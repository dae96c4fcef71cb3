//! The questions one after the other: where one is, and what each has got.

use super::{Answer, Assessment, Practice, PracticeId, Questionnaire};

/// What a question has got so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Got {
    /// Nothing.
    Nothing,
    /// An answer from an earlier round, which nobody has confirmed.
    Carried,
    /// *We don't know.*
    Unknown,
    /// *Does not apply to us.*
    Apart,
    /// A level, or between two.
    Level,
}

impl Got {
    /// Whether somebody still has to look at the question.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Nothing | Self::Carried)
    }
}

/// Where it goes on from a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Onward<'q> {
    /// To the question behind it.
    Next(&'q Practice),
    /// It is the last one: to one that is still open.
    Open(&'q Practice),
    /// It is the last one, and no other is open: to the results.
    Results,
}

/// A question among those that are asked.
#[derive(Debug, Clone)]
pub struct Walk<'q> {
    /// Its number, from 1.
    pub number: usize,
    /// The questions in their order, with what each has got.
    pub all: Vec<(&'q Practice, Got)>,
}

/// Two walks are the same where they lead past the very same questions: what is in these is not compared,
/// text by text, at each answer.
impl PartialEq for Walk<'_> {
    fn eq(&self, other: &Self) -> bool {
        let both = self.all.iter().zip(&other.all);
        self.number == other.number
            && self.all.len() == other.all.len()
            && both
                .into_iter()
                .all(|((a, got), (b, other))| std::ptr::eq(*a, *b) && got == other)
    }
}

impl<'q> Walk<'q> {
    /// The question before it.
    #[must_use]
    pub fn before(&self) -> Option<&'q Practice> {
        self.number.checked_sub(2).map(|at| self.all[at].0)
    }

    /// The question behind it.
    #[must_use]
    pub fn after(&self) -> Option<&'q Practice> {
        self.all.get(self.number).map(|(practice, _)| *practice)
    }

    /// The next question that is open: behind it, or else from the first on. Never the question itself.
    #[must_use]
    pub fn next_open(&self) -> Option<&'q Practice> {
        let (before, behind) = self.all.split_at(self.number);
        let before = &before[..self.number - 1];
        let mut in_turn = behind.iter().chain(before);
        in_turn.find(|(_, got)| got.is_open()).map(|(p, _)| *p)
    }

    /// Where it goes on.
    #[must_use]
    pub fn onward(&self) -> Onward<'q> {
        match (self.after(), self.next_open()) {
            (Some(next), _) => Onward::Next(next),
            (None, Some(open)) => Onward::Open(open),
            (None, None) => Onward::Results,
        }
    }

    /// What the question itself has got.
    #[must_use]
    pub fn got(&self) -> Got {
        self.all[self.number - 1].1
    }

    /// The questions that are open.
    pub fn open(&self) -> impl Iterator<Item = &'q Practice> {
        let open = self.all.iter().filter(|(_, got)| got.is_open());
        open.map(|(practice, _)| *practice)
    }
}

impl Assessment {
    /// What a question has got so far.
    #[must_use]
    pub fn got(&self, practice: &PracticeId) -> Got {
        match self.answer(practice) {
            None => Got::Nothing,
            Some(_) if self.is_carried(practice) => Got::Carried,
            Some(Answer::DontKnow) => Got::Unknown,
            Some(Answer::NotApplicable(_)) => Got::Apart,
            Some(_) => Got::Level,
        }
    }

    /// Where a question stands among those that are asked. `None` when it is not asked.
    #[must_use]
    pub fn walk<'q>(&self, q: &'q Questionnaire, practice: &PracticeId) -> Option<Walk<'q>> {
        let all: Vec<_> = self.asked(q).map(|p| (p, self.got(&p.id))).collect();
        let at = all.iter().position(|(p, _)| p.id == *practice)?;
        Some(Walk {
            number: at + 1,
            all,
        })
    }
}
