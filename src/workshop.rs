//! Floor 2: workshops. Everyone answers for themselves, nobody is led, and the room decides.

pub mod agenda;
pub mod ballot;
pub mod tally;

pub use agenda::Agenda;
pub use ballot::{Ballot, Session};
pub use tally::{Tally, range, sentences, tally};
