//! Floor 3: the desk. Everything that Plumbline holds while it runs, and the one door through which
//! it changes.
//!
//! [`Desk::handle`] takes what happened (somebody did something, a store answered, another tab spoke)
//! and returns what to show anew and what to do outside. It knows no browser, no clock and no chance,
//! so that tests drive it by the hundred thousand. The shell in `app` carries the effects out and
//! hands their results back.

mod access;
mod ballots;
mod computed;
mod effect;
mod entries;
mod families;
mod halves;
mod handle;
mod held;
mod incoming;
mod keep;
mod published;
mod questionnaires;
mod read;
mod reading;
mod reply;
mod rounds;
mod saving;
mod scanning;
mod standing;
mod start;
mod state;
mod steering;
mod tabs;
mod transaction;
mod undo;
mod workshops;

pub use ballots::{Sealed, Taken};
pub use computed::Computed;
pub use effect::{Effect, Input, Now, Said, Timer, Touched, Undone};
pub use families::Family;
pub use halves::Halves;
pub use held::{Access, Held};
pub use incoming::{Arriving, NotTaken, Preview, Refused};
pub use published::Published;
pub use questionnaires::key_of;
pub use saving::{Kept, Line};
pub use scanning::{Scanned, Scanning};
pub use state::Desk;
pub use tabs::GONE;
pub use transaction::{Imported, Step, TakenAs, Title, Transaction};
