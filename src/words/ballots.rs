//! Sentences on a ballot's beginning and end, on the device of whoever votes.

use super::Words;
use super::language::{Language, chosen};

super::fixed::words! { BallotWords EN_BALLOT
    show: "Show this to the facilitator’s camera, or send the code below into the meeting’s chat.",
    correct: "If you change an answer, show or send the new code; the last one counts.",
    letters: "The code, to read out or type. Large and small letters differ; the gaps do not matter.",
    go_on: "Go on",
    mine: "It is mine: go on",
    anew: "Begin anew",
    other: "Somebody else votes on this phone",
    other_done: "Does the facilitator have this ballot? Then it stays counted. Its answers and its code go from this phone, and the next person gets an empty ballot.",
    other_half: "The answers given here so far go from this phone, and the next person gets an empty ballot.",
    other_yes: "Go on with the next person",
    other_no: "Not yet",
}

/// The fixed words of a ballot's beginning and end.
pub fn ballot_words() -> &'static BallotWords {
    match chosen() {
        Language::English => &EN_BALLOT,
    }
}

impl Words {
    /// Which question it is, for the title of the page.
    pub fn vote_title_of(&self, at: usize, of: usize, question: &str) -> String {
        format!("{}: {question}", self.vote_of(at, of))
    }

    /// On a device that is passed on, what the one before left.
    pub fn left_behind(&self, answered: usize, asked: usize) -> String {
        format!(
            "Somebody began a ballot on this device and did not hand it in: {}. If it is not yours, begin anew, and it is deleted.",
            self.answered_of(answered, asked)
        )
    }
}
