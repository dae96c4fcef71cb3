//! Terms, explained on demand.

use crate::app::markup::{El, el};
use crate::model::Term;

/// A list of terms and what they mean.
pub fn glossary(terms: impl Iterator<Item = &'static Term>) -> El {
    el("dl").class("terms").each(terms.map(|term| {
        let name = el("dt").child(el("dfn").text(term.title.as_str()));
        el("div").each([name, el("dd").text(term.text.as_str())])
    }))
}
