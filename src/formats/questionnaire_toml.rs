//! A questionnaire as one TOML document: a whole one, or what somebody adds to the built-in one, drops from
//! it and changes in it. `docs/questionnaires.md` describes it for authors.

mod apply;
mod change;
mod document;
mod places;
mod regret;

use crate::model::{Questionnaire, validate};
use places::Places;
use std::fmt;

/// A questionnaire that was read, and what its author may regret.
#[derive(Debug, Clone, PartialEq)]
pub struct Own {
    /// It, with what it extends.
    pub questionnaire: Questionnaire,
    /// The id and the version of what it extends.
    pub extends: Option<(String, String)>,
    /// How many practices are new, changed and gone beside what it extends.
    pub beside: Beside,
    /// What is allowed, and would be better otherwise, in the order of the document.
    pub regrets: Vec<Remark>,
}

/// How a questionnaire differs from the one that it extends, in practices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Beside {
    /// So many are new.
    pub added: usize,
    /// So many are worded or weighed otherwise.
    pub changed: usize,
    /// So many are not asked.
    pub dropped: usize,
}

/// Something about a document, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The line, from 1.
    pub line: usize,
    /// The letter of the line, from 1.
    pub column: usize,
    /// Table, id and field, such as `practice/slo-targets/title`; empty where the document as such is meant.
    pub path: String,
    /// What it is, and what to do.
    pub message: String,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            line,
            column,
            path,
            message,
        } = self;
        let apart = if path.is_empty() { "" } else { ": " };
        write!(f, "{line}:{column}: {path}{apart}{message}")
    }
}

impl std::error::Error for Remark {}

/// Reads a document. `base` is what it may extend.
///
/// # Errors
/// Everything that is wrong with it, all at once, in the order of the document.
pub fn decode(text: &str, base: &Questionnaire) -> Result<Own, Vec<Remark>> {
    let mut places = Places::new(text);
    let read = document::read(text, &mut places);
    let Some(document) = read else {
        return Err(places.wrong());
    };
    let applied = apply::apply(document, base, &mut places);
    let Some((questionnaire, extends, beside)) = applied else {
        return Err(places.wrong());
    };
    for mistake in validate::questionnaire(&questionnaire) {
        places.add(&mistake);
    }
    regret::look(&questionnaire, &mut places);
    if places.is_wrong() {
        return Err(places.wrong());
    }
    Ok(Own {
        questionnaire,
        extends,
        beside,
        regrets: places.regrets(),
    })
}
