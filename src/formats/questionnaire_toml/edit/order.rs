//! The order of practices within their dimension.

use super::entries::{add_text, head, take_text};
use super::part::{Refusal, Way};
use crate::formats::questionnaire_toml::draft::Draft;
use crate::model::{DimensionId, PracticeId, Questionnaire};
use toml_edit::{Array, DocumentMut, Item};

/// Has a practice change places with its neighbour. At an end, it stays.
pub(super) fn shift(
    doc: &mut DocumentMut,
    draft: &Draft,
    base: &Questionnaire,
    id: &PracticeId,
    way: Way,
) -> Result<(), Refusal> {
    let practice = draft.questionnaire.practice(id).ok_or(Refusal::Unknown)?;
    let dimension = &practice.dimension;
    let mut wanted = ids(&draft.questionnaire, dimension);
    let at = wanted
        .iter()
        .position(|other| other == id)
        .ok_or(Refusal::Unknown)?;
    let to = match way {
        Way::Up => at.checked_sub(1),
        Way::Down => Some(at + 1).filter(|to| *to < wanted.len()),
    };
    let Some(to) = to else {
        return Ok(());
    };
    wanted.swap(at, to);
    let head = head(doc)?;
    let named = super::entries::texts(head, "order");
    let is_of = |id: &str| {
        let mut known = draft.questionnaire.practices.iter().chain(&base.practices);
        known.any(|p| p.id.as_str() == id && p.dimension == *dimension)
    };
    for id in named.iter().filter(|id| is_of(id)) {
        take_text(head, "order", id);
    }
    let usual = Draft::read(&doc.to_string(), base).map_err(|_| Refusal::Unreadable)?;
    let usual = ids(&usual.questionnaire, dimension);
    let head = super::entries::head(doc)?;
    for id in &wanted[..first_named(&wanted, &usual)] {
        add_text(head, "order", id.as_str());
    }
    if head
        .get("order")
        .and_then(Item::as_array)
        .is_some_and(Array::is_empty)
    {
        head.remove("order");
    }
    Ok(())
}

fn ids(q: &Questionnaire, dimension: &DimensionId) -> Vec<PracticeId> {
    let own = q.practices.iter().filter(|p| p.dimension == *dimension);
    own.map(|p| p.id.clone()).collect()
}

/// How many of the first must be named, so that the others come as they would anyway.
fn first_named(wanted: &[PracticeId], usual: &[PracticeId]) -> usize {
    let comes = |n: &usize| {
        let (first, rest) = wanted.split_at(*n);
        let others = usual.iter().filter(|id| !first.contains(id));
        others.eq(rest)
    };
    (0..=wanted.len()).find(comes).unwrap_or(wanted.len())
}
