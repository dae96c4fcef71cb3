//! Sentences on how things are kept, and on what a download without the app leaves in its file.

use super::Words;
use crate::formats::raw_json::{LeftOut, Place};
use crate::storage::Safety;

impl Words {
    /// Where the data is: as it is now, not as it should be.
    pub fn data_lead(&self, safety: Safety) -> String {
        let kept = match safety {
            Safety::Twice => self.data_page().twice.to_owned(),
            Safety::Unevenly => self.data_page().unevenly.to_owned(),
            Safety::QuickAlone(why) => format!(
                "What you answer is kept in this browser once: in its quick store alone, since its database cannot be used: {}. If the browser crashes, the last minute may be lost.",
                self.store_error(why)
            ),
            Safety::DatabaseAlone(why) => format!(
                "What you answer is kept in this browser once: in its database alone, since its quick store cannot be used: {}.",
                self.store_error(why)
            ),
            Safety::Nowhere(why) => format!(
                "What you answer now is kept nowhere: {}. It is gone when this page is closed. Download everything before that.",
                self.store_error(why)
            ),
        };
        format!("{kept} {}", self.data_page().sent_nowhere)
    }

    /// What stays in a file that was downloaded without the app.
    pub fn left_out(&self, left: &LeftOut) -> String {
        match left {
            LeftOut::Unread { place, id, why } => {
                format!("The record “{id}” from the {}: {}", store(*place), self.refusal(why))
            }
            LeftOut::Others(1) => "1 record that is not in use: an assessment that was set aside, or a ballot that was begun. It stays in the file.".to_owned(),
            LeftOut::Others(n) => format!(
                "{n} records that are not in use: assessments that were set aside, or ballots that were begun. They stay in the file."
            ),
            LeftOut::Store(place) => format!(
                "What was in the {}: the browser did not give it out when the file was made.",
                store(*place)
            ),
        }
    }

    /// A record that boot.js took out of the way, by number and size.
    pub fn parked(&self, number: usize, size: usize) -> String {
        format!("Record {number}, {} kB", size.div_ceil(1000))
    }
}

fn store(place: Place) -> &'static str {
    match place {
        Place::Quick => "quick store",
        Place::Database => "database",
    }
}
