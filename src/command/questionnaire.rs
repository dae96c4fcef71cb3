//! `check FILE.toml`: whether a questionnaire can be used, and what its author may regret.

use plumbline::catalog::built_in;
use plumbline::formats::questionnaire_toml::{Own, Remark, decode};
use plumbline::model::version::plain;

/// What it is. What is wrong, and what may be regretted, goes to standard error, each with its place.
///
/// # Errors
/// How many things are wrong.
pub fn check(path: &str) -> Result<String, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    let tell = |remarks: &[Remark], how: &str| {
        for remark in remarks {
            eprintln!("{path}:{how} {remark}");
        }
    };
    match decode(&text, &built_in()) {
        Ok(own) => {
            tell(&own.regrets, " to look at:");
            Ok(format!("{path}: {}", what(&own)))
        }
        Err(wrong) => {
            tell(&wrong, "");
            let things = if wrong.len() == 1 {
                "thing is"
            } else {
                "things are"
            };
            Err(format!("{path}: {} {things} wrong", wrong.len()))
        }
    }
}

fn what(own: &Own) -> String {
    let q = &own.questionnaire;
    let quick = q.practices.iter().filter(|p| p.quick).count();
    let practices = q.practices.len();
    let mut said = format!(
        "{}, version {}, can be used: {practices} practices, {quick} of them in the quick check",
        q.title,
        plain(&q.version)
    );
    if let Some((id, version)) = &own.extends {
        let b = own.beside;
        said += &format!(
            "; beside {id} {version}: {} new, {} changed, {} left out",
            b.added, b.changed, b.dropped
        );
    }
    said
}
