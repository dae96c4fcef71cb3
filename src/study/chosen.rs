//! Choices by their names.

use super::parts::object;
use crate::events::reading::{Blame, LeadFrom, Options, RecoveryFrom};
use crate::formats::json::Json;

/// Takes a choice. One that is not known changes nothing.
pub fn choose(options: &mut Options, name: &str, value: &Json) {
    let is_on = matches!(value, Json::Bool(true));
    let number = value.as_u64().and_then(|n| u32::try_from(n).ok());
    match name {
        "rotations" => options.rotations = number.unwrap_or(1),
        "shift" => options.shift = number.filter(|n| (1..=168).contains(n)).unwrap_or(12),
        "withoutRollbacks" => options.without_rollbacks = is_on,
        "words" => options.clues.words = is_on,
        "window" => options.clues.hours = number.filter(|n| *n > 0),
        "afterTarget" if is_on => options.blame = Blame::AfterTarget,
        "afterTarget" => options.blame = Blame::Before,
        "fromMerge" => options.lead_from = is_on.then_some(LeadFrom::Merge),
        "fromDeployment" if is_on => options.recovery_from = RecoveryFrom::Deployment,
        "fromDeployment" => options.recovery_from = RecoveryFrom::Harm,
        _ => {}
    }
}

/// What is chosen.
pub fn chosen(options: &Options) -> Json {
    object([
        ("rotations", Json::whole(options.rotations)),
        ("shift", Json::whole(options.shift)),
        ("withoutRollbacks", Json::Bool(options.without_rollbacks)),
        ("words", Json::Bool(options.clues.words)),
        ("window", Json::whole(options.clues.hours.unwrap_or(0))),
        (
            "afterTarget",
            Json::Bool(options.blame == Blame::AfterTarget),
        ),
        (
            "fromMerge",
            Json::Bool(options.lead_from == Some(LeadFrom::Merge)),
        ),
        (
            "fromDeployment",
            Json::Bool(options.recovery_from == RecoveryFrom::Deployment),
        ),
    ])
}
