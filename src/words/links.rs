//! Sentences on links and ballot codes: what is wrong with one, and what helps.

use super::Words;
use crate::formats::ballot_code::NotCounted;
use crate::formats::link::{Age, BadLink};
use crate::route::Reach;

/// What is wrong, where it is the same for everybody.
fn fault(why: BadLink) -> &'static str {
    match why {
        BadLink::Cut => "The end of this link seems to be missing.",
        BadLink::Changed => "A character of this link was lost or changed on its way.",
        BadLink::NotOurs => {
            "This is no link from Plumbline, or its beginning was changed on its way."
        }
        BadLink::NewerFormat => "This link comes from a newer Plumbline than the one on this page.",
        BadLink::OtherVersion(Age::Older) => {
            "This link comes from a page with an older version of the questionnaire."
        }
        BadLink::OtherVersion(Age::Newer) => {
            "This link comes from a page with a newer version of the questionnaire."
        }
        BadLink::OtherVersion(Age::Unknown) => {
            "This link comes from a page with another version of the questionnaire."
        }
        BadLink::OtherQuestionnaire => {
            "This link is about another questionnaire than the one on this page."
        }
    }
}

impl Words {
    /// Why a link with answers was not opened, for whoever wants to look at them.
    pub fn bad_share(&self, why: BadLink) -> String {
        let help = match why {
            BadLink::Cut | BadLink::Changed | BadLink::NotOurs => {
                "Copy it once more from where it stands, or ask for it again, or for the file."
            }
            BadLink::NewerFormat | BadLink::OtherVersion(Age::Newer | Age::Unknown) => {
                "Reload this page. If that does not help, ask for the file."
            }
            BadLink::OtherVersion(Age::Older) => {
                "Ask for the file instead, or for a new link, made after the page there was reloaded."
            }
            BadLink::OtherQuestionnaire => "Ask for a report instead: any browser opens it.",
        };
        format!("{} {help}", fault(why))
    }

    /// Why a link to a ballot was not opened, for somebody who wants to vote.
    pub fn bad_invitation(&self, why: BadLink) -> String {
        let help = match why {
            BadLink::Cut | BadLink::Changed | BadLink::NotOurs => {
                "Ask the facilitator to send the link again, or scan the QR code."
            }
            BadLink::NewerFormat | BadLink::OtherVersion(Age::Newer) => {
                "Reload this page: what you have answered in this browser is kept. If that does not help, ask the facilitator whether you can answer on another device."
            }
            BadLink::OtherVersion(Age::Older) => {
                "Ask the facilitator to reload their page, and to show you the link or the QR code that is there then. What you have answered in this browser is kept."
            }
            BadLink::OtherVersion(Age::Unknown) => {
                "Reload this page: what you have answered in this browser is kept. If that does not help, ask the facilitator to reload theirs, and to show you the link or the QR code that is there then."
            }
            BadLink::OtherQuestionnaire => {
                "Ask the facilitator whether you can answer on another device."
            }
        };
        format!("{} {help}", fault(why))
    }

    /// Why something in a pasted text was not counted as a ballot, for the facilitator.
    pub fn not_counted(&self, why: &NotCounted) -> String {
        match why {
            NotCounted::Damaged(code) => format!(
                "{code}… is incomplete or was changed on its way. Ask for it once more. If it comes the same again, the person has another version of the page: ask them to reload it and to open the link again."
            ),
            NotCounted::OtherSession(code) => format!(
                "{code}… belongs to another workshop, or its beginning was changed on its way. Ask the person to open the link of this workshop and to send the code that they get there."
            ),
            NotCounted::Twice(code) => format!("{code}… was there already, and counts once."),
            NotCounted::Replaced(code) => {
                format!("{code}… was replaced by a later ballot of the same person.")
            }
            NotCounted::OtherKey(code) => format!(
                "{code}… was sealed for another copy of this workshop, and does not open here. Ask the person to open the link that this page shows now, and to send the code that they get there. What they answered is still in their browser."
            ),
            NotCounted::Closed(code) => format!(
                "{code}… is sealed, and this page cannot open it: the workshop’s key or the browser’s means for it are missing here. Paste it where the workshop was begun, or ask the person to open the link that this page shows now, and to send the code that they get there."
            ),
            NotCounted::Newer(code) => format!(
                "{code}… comes from a newer Plumbline than the one on this page. Reload this page, and paste it again. The workshop stays as it is."
            ),
            NotCounted::Late(code) => format!(
                "{code}… came after its workshop was finished. Ballots are gone since then, and so is the key that opened them; counted now, this one would be known as this person’s. Ask them what they would add, and change the answer or its note if the team agrees."
            ),
        }
    }

    /// What to know before others are given an address of this page; nothing where all can open it.
    pub fn for_others(&self, reach: Reach) -> Option<&'static str> {
        match reach {
            Reach::Everyone => None,
            Reach::Network => Some(
                "This page is served inside your network: only devices in the same network can open the link. For others, put Plumbline on a web address that they can reach.",
            ),
            Reach::Computer => Some(
                "Other devices cannot open this link: its address means this very computer. Serve Plumbline under this computer’s address in your network, or put it on the web, and open it there.",
            ),
            Reach::File => Some(
                "Other devices cannot open this link: this page is a file on your computer. Put Plumbline on a web server, and open it there.",
            ),
        }
    }
}
