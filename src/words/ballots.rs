//! Sentences on a ballot, for whoever votes. A phone loads these, and none of the facilitator's.

use super::Words;
use super::language::{Language, chosen};

super::fixed::words! { BallotWords EN_BALLOT
    ballot_qr_alt: "QR code of the ballot code",
    vote_title: "Your ballot",
    vote_lead: "Answer as you see it. There is no right answer, and you can leave questions open.",
    vote_private: "Your answers stay in this browser until you send your ballot code. Whoever has the code and the link can read it. Plumbline shows only what the room says together.",
    vote_named: "Your name, if you give it, stands before the code.",
    vote_not_applicable: "Leaves the score.",
    vote_here_private: "Nobody sees your answers: the ballot is put away before the next person gets the device.",
    vote_untouched: "Your own assessments in this browser stay as they are.",
    vote_not_kept: "This browser keeps nothing between visits: finish before you close the page.",
    vote_begin: "Begin",
    vote_role: "From where you see the work",
    vote_role_none: "I would rather not say",
    vote_name: "Your name, if you like",
    vote_back: "Back",
    vote_finish: "To the end",
    vote_code: "Your ballot code",
    vote_change: "Change my answers",
    vote_forget: "Delete my ballot from this browser",
    vote_forgotten: "Your ballot is deleted from this browser.",
    vote_share: "Share",
    vote_hand_in: "Hand in my ballot",
    vote_thanks: "Your ballot is in. Thank you.",
    vote_thanks_hint: "Nothing of it is on this screen any more. Hand the device to the next person.",
    vote_next_person: "Next person",
    vote_to_facilitator: "Back to the facilitator",
    vote_over: "The ballots of this workshop are closed.",
    vote_private_sealed: "Your answers stay in this browser until you send your ballot code. The code is sealed: whoever reads the chat sees that you voted, and not what. The facilitator’s browser opens it and can read it; Plumbline shows only what the room says together. Answer only by a link that your facilitator gave you.",
    vote_sealed: "Sealed: in the chat it says that you voted, and not what. Only the facilitator’s browser opens it.",
    vote_open: "Not sealed: whoever has this code and the link can read it.",
    vote_cannot_seal: "This browser cannot seal ballots, so this code is an open one: whoever has it and the link can read it. Sentences that you wrote are not in it. To be on the safe side, give it to the facilitator alone, or answer in a newer browser.",
    vote_comment: "Say why in a sentence (optional)",
    vote_comment_hint: "Shown after the reveal without names, if three people or more take part. Write nothing that only you can know.",
    vote_comments_full: "That is more than a ballot code holds: what you typed last is not in it. Please shorten this sentence or another.",
    vote_no_qr: "With so many sentences the code is too long for a camera: send it as text.",
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

/// The fixed words of a ballot.
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
