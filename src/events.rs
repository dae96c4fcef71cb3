//! Floor 2: tables of events, as the exports of other tools hold them, and the measurements that follow.
//!
//! A file becomes a [`Table`] (`formats` reads it). A source is recognised, or the
//! columns are guessed; a mapping says which column means what. With it rows become events
//! ([`event`]), and events of one or more files become a reading: the value of one metric with the
//! number of cases, the rows, the rule, and what was left out and why. Rows are never stored.

pub mod blank;
pub mod deployment;
pub mod digests;
pub mod durations;
pub mod eight;
pub mod event;
pub mod extract;
pub mod few;
pub mod guess;
pub mod key;
pub mod mapping;
pub mod meanings;
pub mod numbers;
pub mod order;
pub mod period;
pub mod plain;
pub mod reading;
pub mod readings;
pub mod role;
pub mod rows;
pub mod seconds;
pub mod source;
pub mod table;
pub mod times;
pub mod zone;

pub use event::{
    At, Change, Deployment, Events, Incident, Key, Mark, Objective, Outcome, Score, Spell, When,
};
pub use extract::extract;
pub use guess::guess;
pub use mapping::Mapping;
pub use period::{Period, Week};
pub use reading::{NoReading, Options, Reading};
pub use role::{Kind, Role};
pub use rows::Rows;
pub use table::Table;
pub use zone::{Millis, Zone};
