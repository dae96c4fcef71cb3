//! Floor 2: workshops. Everyone answers for themselves, nobody is led, and the room decides.

pub mod agenda;
pub mod ballot;
pub mod prompt;
pub mod set_up;
pub mod tally;

pub use agenda::Agenda;
pub use ballot::{Ballot, Session};
pub use prompt::{Prompt, prompts};
pub use set_up::{SetUp, What};
pub use tally::{Tally, range, sentences, tally};
