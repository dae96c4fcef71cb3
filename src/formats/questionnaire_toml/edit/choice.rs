//! What of a questionnaire is asked: at all, and in the quick check.

use super::entries::{
    Stand, add_text, bringing, entries, head, put, table, table_or_new, take_text, texts,
};
use super::part::{Part, Refusal};
use crate::formats::questionnaire_toml::draft::Draft;
use crate::model::{DimensionId, Practice, PracticeId, Questionnaire};
use toml_edit::{Array, DocumentMut, Item};

/// Has a practice of what is extended asked, or left out.
pub(super) fn ask(
    doc: &mut DocumentMut,
    draft: &Draft,
    base: &Questionnaire,
    id: &PracticeId,
    is_asked: bool,
) -> Result<(), Refusal> {
    let theirs = draft.theirs(base).and_then(|q| q.practice(id));
    let theirs = theirs.ok_or(Refusal::Unknown)?;
    let was_asked = draft.questionnaire.practice(id).is_some();
    if was_asked == is_asked {
        return Ok(());
    }
    let name = id.as_str();
    if !is_asked {
        match table(doc, "keep") {
            Some(kept) => take_text(kept, "practice", name),
            None => left_out(doc, "practice", name),
        }
        forget(doc, name);
        return Ok(());
    }
    if let Some(kept) = table(doc, "keep")
        && !texts(kept, "practice").iter().any(|kept| kept == name)
    {
        add_text(kept, "practice", name);
    }
    take_in(doc, "practice", name);
    open(doc, base, &theirs.dimension, Some(id));
    let head = head(doc)?;
    if theirs.quick && head.contains_key("quick") {
        add_text(head, "quick", name);
    }
    Ok(())
}

fn left_out(doc: &mut DocumentMut, key: &str, id: &str) {
    if let Some(dropped) = table_or_new(doc, "drop")
        && !texts(dropped, key).iter().any(|dropped| dropped == id)
    {
        add_text(dropped, key, id);
    }
}

/// Has a metric, a rule or a term of what is extended kept, or left out.
pub(super) fn keep(
    doc: &mut DocumentMut,
    draft: &Draft,
    base: &Questionnaire,
    part: &Part,
    is_kept: bool,
) -> Result<(), Refusal> {
    let is_fact = matches!(part, Part::Metric(_) | Part::Rule(_) | Part::Term(_));
    let is_their = draft.theirs(base).is_some_and(|q| part.is_in(q));
    if !is_fact || !is_their {
        return Err(Refusal::Unknown);
    }
    let (table, id) = (part.table(), part.id());
    if is_kept {
        take_in(doc, table, id);
    } else {
        left_out(doc, table, id);
        if let Part::Term(_) = part {
            unname(doc, id);
        }
    }
    Ok(())
}

/// Takes a term out of the practices that name it.
pub(super) fn unname(doc: &mut DocumentMut, term: &str) {
    take_from_practices(doc, "terms", term);
}

fn take_from_practices(doc: &mut DocumentMut, key: &str, id: &str) {
    for stand in [Stand::Change, Stand::Add, Stand::Whole] {
        let all = entries(doc, stand, "practice").into_iter();
        for entry in all.flat_map(|all| all.iter_mut()) {
            take_text(entry, key, id);
        }
    }
}

/// Takes an id out of `[drop]`; says whether it was there.
fn take_in(doc: &mut DocumentMut, key: &str, id: &str) -> bool {
    let Some(dropped) = table(doc, "drop") else {
        return false;
    };
    let was_there = texts(dropped, key).iter().any(|dropped| dropped == id);
    take_text(dropped, key, id);
    if dropped
        .get(key)
        .and_then(Item::as_array)
        .is_some_and(Array::is_empty)
    {
        dropped.remove(key);
    }
    if dropped.is_empty() {
        doc.remove("drop");
    }
    was_there
}

/// Has a dimension that was left out as a whole asked again, with none of its practices but this one.
pub(super) fn open(
    doc: &mut DocumentMut,
    base: &Questionnaire,
    dimension: &DimensionId,
    wanted: Option<&PracticeId>,
) {
    let Some(theirs) = base.dimension(dimension) else {
        return;
    };
    let within = |p: &&Practice| {
        let own = base.dimension(&p.dimension);
        own.is_some_and(|d| d.discipline == theirs.discipline)
    };
    let others = base.practices.iter().filter(|p| Some(&p.id) != wanted);
    if take_in(doc, "discipline", theirs.discipline.as_str()) {
        for practice in others.clone().filter(within) {
            left_out(doc, "practice", practice.id.as_str());
        }
    }
    if take_in(doc, "dimension", dimension.as_str()) {
        for practice in others.filter(|p| p.dimension == *dimension) {
            left_out(doc, "practice", practice.id.as_str());
        }
    }
}

/// Takes a practice that is no longer asked out of what refers to it.
pub(super) fn forget(doc: &mut DocumentMut, practice: &str) {
    if let Ok(head) = head(doc) {
        take_text(head, "quick", practice);
    }
    take_from_practices(doc, "requires", practice);
}

/// Has a practice asked in the quick check, or not.
pub(super) fn quick(
    doc: &mut DocumentMut,
    draft: &Draft,
    base: &Questionnaire,
    id: &PracticeId,
    is_quick: bool,
) -> Result<(), Refusal> {
    let q = &draft.questionnaire;
    let practice = q.practice(id).ok_or(Refusal::Unknown)?;
    if practice.quick == is_quick {
        return Ok(());
    }
    if !head(doc)?.contains_key("quick") {
        // What the document brings says it of itself.
        if let Some(entry) = bringing(doc, "practice", id.as_str()) {
            if is_quick {
                put(entry, "quick", true.into());
            } else {
                entry.remove("quick");
            }
            return Ok(());
        }
        let head = head(doc)?;
        for quick in q.practices.iter().filter(|p| p.quick) {
            add_text(head, "quick", quick.id.as_str());
        }
        // Where there is none, an empty list says so.
        head.entry("quick")
            .or_insert_with(|| Item::Value(Array::new().into()));
    }
    let chosen = head(doc)?;
    if is_quick {
        add_text(chosen, "quick", id.as_str());
    } else {
        take_text(chosen, "quick", id.as_str());
    }
    // A list that says what would be asked without one is none.
    let mut without = doc.clone();
    head(&mut without)?.remove("quick");
    let usual = Draft::read(&without.to_string(), base).map_err(|_| Refusal::Unreadable)?;
    let is_usual = usual.questionnaire.practices.iter().all(|usual| {
        let own = q.practice(&usual.id);
        let own = own.is_some_and(|p| if p.id == *id { is_quick } else { p.quick });
        usual.quick == own
    });
    if is_usual {
        *doc = without;
    }
    Ok(())
}
