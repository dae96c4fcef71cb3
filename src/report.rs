//! Floor 3: the results as one document, and the forms in which it leaves: a page that any browser
//! opens, Markdown, tables for spreadsheets, a badge.

pub mod badge;
pub mod blocks;
mod cover;
pub mod csv;
pub mod detail;
pub mod docx;
pub mod html;
pub mod markdown;
pub mod plan;
pub mod portfolio;
pub mod rounds;
pub mod suggested;
mod whole;
pub mod workshop;

pub use blocks::{Block, Report, Table, caption};

use crate::model::{Answer, Assessment, Field, Sorted, Workshop};

/// What of an assessment goes into a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contents {
    /// Notes, evidence, and the reasons why practices do not apply.
    pub notes: bool,
    /// The team's name.
    pub names: bool,
}

/// The days of whoever reads the report. A moment lies on another day in another place, so the core
/// is told.
pub struct Days<'a> {
    /// Today, `2026-11-23`.
    pub today: &'a str,
    /// The day of a moment in RFC 3339.
    pub of: &'a dyn Fn(&str) -> String,
}

/// What a report calls a team without a name.
const NAMELESS: &str = "A team";

impl Contents {
    /// The assessment with what may leave, and nothing else.
    #[must_use]
    pub fn of(self, assessment: &Assessment) -> Assessment {
        let mut a = assessment.clone();
        if !self.notes {
            a.notes = Sorted::default();
            a.evidence = Sorted::default();
            for (id, field) in assessment.responses.iter() {
                if let Some(Answer::NotApplicable(_)) = &field.value {
                    let none = Answer::NotApplicable(String::new());
                    a.responses.slot(id.clone()).value = Some(none);
                }
            }
            for (id, action) in assessment.actions() {
                let mut action = action.clone();
                action.what = String::new();
                action.unknown = String::new();
                a.actions.slot(id.clone()).value = Some(action);
            }
            for field in a.snapshots.clone() {
                let (id, field) = field;
                let snapshot = field.value.map(|mut s| {
                    s.state = self.of(&s.state);
                    s.state.team = Field::default();
                    s
                });
                a.snapshots.slot(id).value = snapshot;
            }
            // What this version does not know may hold anything.
            a.unknown = Sorted::default();
        }
        // A ballot is nobody's business but the room's, and the room's only together.
        a.ballots = Sorted::default();
        for (id, workshop) in assessment.workshops() {
            if workshop.keys.is_some() {
                let keys = None;
                let workshop = Workshop {
                    keys,
                    ..workshop.clone()
                };
                a.workshops.slot(id.clone()).value = Some(workshop);
            }
        }
        for (key, field) in assessment.outcomes.iter() {
            if let (false, Some(outcome)) = (self.notes, &field.value) {
                let mut outcome = outcome.clone();
                outcome.dissent = String::new();
                outcome.comments = Vec::new();
                a.outcomes.slot(key.clone()).value = Some(outcome);
            }
        }
        if !self.names {
            for (id, workshop) in a.clone().workshops() {
                let mut workshop = workshop.clone();
                workshop.names = Vec::new();
                workshop.title = String::new();
                a.workshops.slot(id.clone()).value = Some(workshop);
            }
            for (id, action) in a.clone().actions() {
                let mut action = action.clone();
                action.owner = String::new();
                a.actions.slot(id.clone()).value = Some(action);
            }
            a.about = Sorted::default();
            // Without a stamp it is older than any: where the team is known, its name stays.
            a.team = Field {
                value: Some(NAMELESS.to_owned()),
                stamp: None,
            };
        }
        a
    }
}
