//! What the shell knows beside the desk. Each is small, and copies of it name the same one; parts of
//! pages ask for the one they need while they are built.

mod incoming;
mod loader;
mod looks;
mod nav;
mod notices;

pub use incoming::Card;
pub use loader::{Arrival, Ballot, Later, Loader};
pub use looks::Looks;
pub use nav::Nav;
pub use notices::{Notice, Notices};
