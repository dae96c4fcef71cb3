//! Sentences on scanning ballots.

use super::Words;
use super::language::{Language, chosen};
use crate::desk::Scanned;

super::fixed::words! { ScanWords EN_SCAN
    title: "Scan ballots",
    hint: "Everyone holds the code at the end of their ballot up to this device, one after the other. Nobody needs a network for it. Screens bright, and a hand’s breadth away.",
    start: "Scan ballots",
    stop: "Stop scanning",
    opening: "The camera is being opened. If the browser asks, allow it.",
    seeing: "Ready. Show the first code.",
    sound: "A soft sound for each ballot",
    picture: "Or choose a photo of codes",
    picture_hint: "A photo or a screenshot can also be pasted, or dropped here.",
    no_code: "There is no QR code to be seen in this picture. Take it from nearer, straight from the front, and with all of the white around the code.",
    no_picture: "The browser cannot open this file as a picture. Choose a photo or a screenshot (JPEG or PNG).",
    refused: "The camera is not allowed. Allow it for this page, by the sign beside the address or in the settings of the browser or device, and scan again. Or let the codes be pasted or photographed.",
    no_camera: "This device has no camera that the browser can use. Connect one and scan again, or choose photos of the codes, or paste the chat.",
    busy: "Another program uses the camera, or it was unplugged. Close that program or connect the camera, and scan again.",
    insecure: "Browsers allow the camera only on pages with https, or on this computer’s own (localhost). Open Plumbline there, or choose photos of the codes, or paste the chat.",
    no_reader: "The part of Plumbline that reads codes could not be loaded. Is there a network? It is needed once. Until then, paste the codes.",
    hidden: "The camera was switched off, because this page was not to be seen. Scan again when you are ready.",
}

/// The fixed words of scanning.
pub fn scan_words() -> &'static ScanWords {
    match chosen() {
        Language::English => &EN_SCAN,
    }
}

impl Words {
    /// What came of a code that was scanned, with how many ballots are in, of so many people; 0 where
    /// nobody said how many there are.
    pub fn scanned(&self, scanned: &Scanned, count: usize, expected: usize) -> String {
        match scanned {
            Scanned::New if expected >= count => format!("Ballot {count} of {expected} is in."),
            Scanned::New => format!("Ballot {count} is in."),
            Scanned::Replaced => format!(
                "This ballot counts in place of the same person’s earlier one. {}",
                self.ballots(count, expected)
            ),
            Scanned::Again => {
                format!(
                    "This ballot was in already, and counts once. {}",
                    self.ballots(count, expected)
                )
            }
            Scanned::NotCounted(why) => self.not_counted(why),
            Scanned::Invitation => "This is the link to the workshop. What is scanned here is the code at the end of a ballot.".to_owned(),
            Scanned::Other => "This code is no ballot. Show the one at the end of a ballot.".to_owned(),
        }
    }
}
