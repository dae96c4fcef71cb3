//! `catalog/sample.toml` as it is written. Days are counted from the one on which the sample is
//! opened, and negative before it: the core has no clock, and a sample of fixed days would look left
//! behind after a year.

use serde::Deserialize;
use std::collections::BTreeMap;

/// `catalog/sample.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleFile {
    /// The teams.
    pub(super) team: Vec<Team>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Team {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) facts: BTreeMap<String, String>,
    pub(super) answers: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) not_applicable: BTreeMap<String, String>,
    pub(super) notes: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) evidence: BTreeMap<String, Piece>,
    pub(super) targets: BTreeMap<String, u8>,
    pub(super) measurements: BTreeMap<String, f64>,
    /// The latest first; each says what was different from the round behind it.
    #[serde(default)]
    pub(super) round: Vec<Round>,
    #[serde(default)]
    pub(super) action: Vec<Task>,
    pub(super) workshop: Option<Held>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Piece {
    pub(super) title: String,
    pub(super) address: String,
    pub(super) days: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Round {
    pub(super) quarters_ago: u8,
    pub(super) answers: BTreeMap<String, String>,
    pub(super) measurements: BTreeMap<String, f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Task {
    pub(super) what: String,
    pub(super) owner: String,
    pub(super) due: i32,
    pub(super) state: String,
    pub(super) horizon: String,
    pub(super) practice: String,
    pub(super) level: u8,
}

/// A workshop that is over.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Held {
    pub(super) title: String,
    pub(super) days: i32,
    pub(super) people: u8,
    pub(super) minutes: u8,
    pub(super) each: u8,
    pub(super) practice: Vec<Said>,
}

/// What the room said of a practice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    pub(super) id: String,
    pub(super) levels: [u8; 5],
    #[serde(default)]
    pub(super) dont_know: u8,
    #[serde(default)]
    pub(super) dissent: String,
    /// The roles whose middle levels lie furthest apart.
    pub(super) low: Option<(String, u8)>,
    pub(super) high: Option<(String, u8)>,
}
