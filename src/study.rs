//! Measurements from files: what was dropped, what was chosen, and what follows.
//!
//! A study lives beside the page, in a worker, or on the command line. It is told one thing after another
//! ([`Study::told`]) and answers with all that there is to show, sentences included. Rows never leave it.
//!
//! Models of others are read beside the page, too ([`model`]).

mod about;
mod aloud;
mod chosen;
mod dropped;
mod input;
mod model;
mod parts;
mod rows;
mod shown;
mod state;
mod tell;
mod ways;

pub use input::Input;
pub use model::model;
pub use state::Study;
