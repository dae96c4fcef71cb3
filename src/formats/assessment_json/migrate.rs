//! Older format versions, brought up to this one step by step, before anything is read from them.

use super::VERSION;
use crate::formats::json::Object;

/// One step: a whole file of version `from` becomes one of the next. It cannot fail: what it does
/// not understand it leaves as it is, for the reader to name.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// The version that it takes.
    pub from: u64,
    /// What it does.
    pub apply: fn(&mut Object),
}

/// The steps from the first released version to this one. There is only one version so far; a test
/// sees to it that every later one brings its step, and that each is tried on stored files.
pub const CHAIN: [Migration; VERSION as usize - 1] = [];

/// Applies the steps from `version` on. `None` when there is no way from there.
pub fn migrate(file: &mut Object, version: u64, chain: &[Migration]) -> Option<()> {
    for at in version..VERSION {
        let step = chain.iter().find(|step| step.from == at)?;
        (step.apply)(file);
    }
    Some(())
}
