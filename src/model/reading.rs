//! How long it takes to read and answer questions.

use super::{Assessment, Practice, PracticeId, Questionnaire};

/// What most adults read of plain prose in a minute.
const WORDS_A_MINUTE: u32 = 240;
/// How long one decides about an answer after one has read it. Our judgement: most know at once,
/// and those who talk it over take a workshop's time.
const SECONDS_TO_DECIDE: u32 = 5;

/// About how many minutes these practices take, whole; at least 1 where there is one.
pub fn minutes<'a>(practices: impl IntoIterator<Item = &'a Practice>) -> u32 {
    let (mut words, mut count) = (0, 0);
    for practice in practices {
        words += u32::from(practice.words);
        count += 1;
    }
    let seconds = words * 60 / WORDS_A_MINUTE + count * SECONDS_TO_DECIDE;
    ((seconds + 30) / 60).max(count.min(1))
}

impl Practice {
    /// How many words one reads to answer: the question's, and those of the levels.
    #[must_use]
    pub fn count_words(&self) -> u16 {
        let texts = self.levels.iter().chain([&self.question]);
        let words: usize = texts.map(|text| text.split_whitespace().count()).sum();
        u16::try_from(words).unwrap_or(u16::MAX)
    }
}

impl Questionnaire {
    /// About how many minutes these of its practices take.
    #[must_use]
    pub fn minutes(&self, practices: &[PracticeId]) -> u32 {
        let known = practices.iter().filter_map(|id| self.practice(id));
        minutes(known)
    }
}

impl Assessment {
    /// About how many minutes the questions take that have no answer yet.
    #[must_use]
    pub fn minutes_left(&self, questionnaire: &Questionnaire) -> u32 {
        let asked = self.asked(questionnaire);
        minutes(asked.filter(|p| self.answer(&p.id).is_none()))
    }
}
