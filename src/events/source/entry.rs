//! What is known about the exports of one tool.

use crate::events::event::Outcome;
use crate::events::mapping::{Quirk, Reads};
use crate::events::role::{Kind, Role};

/// One export of one tool. Names of columns are compared by their letters and digits alone; `a|b` means
/// either, the first that is there.
#[derive(Debug)]
pub struct Source {
    /// Its id, which never changes: mappings are remembered with it.
    pub id: &'static str,
    /// What the tool and its export are called.
    pub name: &'static str,
    /// What its rows are, if nothing else is asked for.
    pub kind: Kind,
    /// What they can be read as, too.
    pub also: &'static [Kind],
    /// Columns that are all there in such an export, and together in no other.
    pub tells: &'static [&'static str],
    /// Columns that are in another export instead.
    pub without: &'static [&'static str],
    /// Which role which column has. Of several with one role, the first that is not empty counts.
    pub columns: &'static [(Role, &'static str)],
    /// How some of them are read.
    pub reads: &'static [(&'static str, Reads)],
    /// Values whose rows do not count.
    pub drops: &'static [(Role, &'static str)],
    /// Values that mean yes, where all others mean no.
    pub picks: &'static [(Role, &'static str)],
    /// Outcomes that differ from what the word says elsewhere.
    pub outcomes: &'static [(&'static str, Outcome)],
    /// What is particular.
    pub quirks: &'static [Quirk],
    /// Whether each of its rows called somebody, where no column says how often.
    pub calls: bool,
    /// Why nothing can be worked out from it.
    pub refusal: Option<Refusal>,
}

/// Why nothing can be worked out from an export that is recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The file holds objectives, not how they did. Take a report of the tool that measures them.
    TargetsOnly,
    /// The file holds dates and values; what they measure and in which unit was said in the address that they
    /// were asked for with. Enter the value by hand, or take the deployments themselves.
    UnitUnsaid,
    /// The file holds raw events, each with a document inside. Export the tables made from them: deployments,
    /// changes and incidents.
    RawEvents,
}

impl Source {
    /// A source about which nothing is known: what others are made from.
    pub const BARE: Self = Self {
        id: "",
        name: "",
        kind: Kind::Deployments,
        also: &[],
        tells: &[],
        without: &[],
        columns: &[],
        reads: &[],
        drops: &[],
        picks: &[],
        outcomes: &[],
        quirks: &[],
        calls: false,
        refusal: None,
    };
}
