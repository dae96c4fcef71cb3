//! Sentences on what files bring, and on what there is no room for.

use super::Words;
use crate::model::Limit;
use crate::storage::Meets;

impl Words {
    /// Why something else is proposed than to open a file or to join it.
    pub fn meets(&self, meets: &Meets, team: &str) -> Option<String> {
        Some(match meets {
            Meets::Nothing | Meets::Copy => return None,
            Meets::Namesake => format!(
                "Another “{team}” has the same id, and nothing shows whether this is a copy of it. It will be opened beside it, unless you choose otherwise."
            ),
            Meets::Stranger(other) => {
                let other = match other.as_str() {
                    "" => "an assessment without a name".to_owned(),
                    other => format!("“{other}”"),
                };
                format!(
                    "It has the same id as {other} and is not a copy of it; perhaps both were made from one file. It will be opened beside it, so that answers are not mixed, unless you choose otherwise."
                )
            }
            Meets::TooMuch => {
                "Together with the one that is here, it would be more than one assessment can hold. It will be opened beside it, unless you choose otherwise.".to_owned()
            }
            Meets::Newer => {
                "The one that is here was written by a newer version of Plumbline and cannot be changed. This one will be opened beside it.".to_owned()
            }
        })
    }

    /// Why a part of a file was left out.
    pub fn too_much(&self, team: &str) -> String {
        format!(
            "“{team}” was left as it is here: together with the file, it would be more than one assessment can hold."
        )
    }

    /// Why a change was not made.
    pub fn full(&self, limit: Limit) -> &'static str {
        match limit {
            Limit::Actions => {
                "That was not added: an assessment holds up to 1,000 actions, removed ones included. Change one that is there."
            }
            Limit::Snapshots => {
                "That was not kept: an assessment holds up to 100 snapshots, removed ones included."
            }
            Limit::Workshops => {
                "That was not started: an assessment holds up to 100 workshops, removed ones included."
            }
            Limit::Ballots => {
                "That was not taken in: an assessment holds up to 2,000 ballots, those of finished workshops included."
            }
            Limit::Fields => "That was not kept: this assessment holds as many entries as it can.",
            Limit::Size => {
                "That was not kept: this assessment is as large as it can be. Shorten long notes, or remove snapshots, and try again."
            }
        }
    }
}
