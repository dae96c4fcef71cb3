//! What a document itself brings: added, and taken out again.

use super::choice;
use super::entries::{Stand, bringing, head, push, take_all, take_text};
use super::fields::lines;
use super::part::{Part, Refusal};
use crate::formats::questionnaire_toml::draft::Draft;
use crate::model::{DimensionId, DisciplineId, PracticeId, Questionnaire, TermId};
use toml_edit::{Array, DocumentMut, Item, Table, Value};

/// An id is free that nothing has, and nothing had.
pub(super) fn is_free(draft: &Draft, base: &Questionnaire, id: &str) -> Result<(), Refusal> {
    if draft.taken(base).contains(&id) {
        Err(Refusal::IdTaken)
    } else {
        Ok(())
    }
}

impl Draft {
    /// Whether the document itself brings something that is asked.
    #[must_use]
    pub fn brings(&self, base: &Questionnaire, part: &Part) -> bool {
        let theirs = self.theirs(base);
        part.is_in(&self.questionnaire) && theirs.is_none_or(|q| !part.is_in(q))
    }

    /// The ids that something has, or had.
    #[must_use]
    pub fn taken<'d>(&'d self, base: &'d Questionnaire) -> Vec<&'d str> {
        let mut taken = Vec::new();
        for q in std::iter::once(&self.questionnaire).chain(self.theirs(base)) {
            taken.extend(q.disciplines.iter().map(|x| x.id.as_str()));
            taken.extend(q.dimensions.iter().map(|x| x.id.as_str()));
            taken.extend(q.practices.iter().map(|x| x.id.as_str()));
            taken.extend(q.metrics.iter().map(|x| x.id.as_str()));
            taken.extend(q.covers.iter().map(|x| x.id.as_str()));
            taken.extend(q.terms.iter().map(|x| x.id.as_str()));
            taken.extend(q.rules.iter().map(|x| x.id.as_str()));
            taken.extend(q.balance.iter().map(|x| x.id.as_str()));
            taken.extend(q.published.benchmarks.iter().map(|x| x.id.as_str()));
            taken.extend(q.former.iter().map(|x| x.id.as_str()));
        }
        taken
    }
}

/// Adds an entry where the document has such.
pub(super) fn add(doc: &mut DocumentMut, draft: &Draft, table: &str, entry: Table) {
    let stand = if draft.extends {
        Stand::Add
    } else {
        Stand::Whole
    };
    push(doc, stand, table, entry);
}

fn entry(fields: impl IntoIterator<Item = (&'static str, Value)>) -> Table {
    let mut table = Table::new();
    for (key, value) in fields {
        table.insert(key, Item::Value(value));
    }
    table
}

pub(super) fn practice(id: &PracticeId, dimension: &DimensionId, title: &str) -> Table {
    let empty = |n| lines(std::iter::repeat_n(Value::from(""), n));
    entry([
        ("id", id.as_str().into()),
        ("dimension", dimension.as_str().into()),
        ("title", title.into()),
        ("question", "".into()),
        ("why", "".into()),
        ("levels", empty(5)),
        ("how_to_tell", "".into()),
        ("steps", empty(4)),
        ("effort", "M".into()),
        ("sources", Array::new().into()),
    ])
}

pub(super) fn dimension(id: &DimensionId, discipline: &DisciplineId, title: &str) -> Table {
    entry([
        ("id", id.as_str().into()),
        ("discipline", discipline.as_str().into()),
        ("title", title.into()),
    ])
}

pub(super) fn term(id: &TermId, title: &str) -> Table {
    entry([
        ("id", id.as_str().into()),
        ("title", title.into()),
        ("text", "".into()),
    ])
}

pub(super) fn discipline(id: &DisciplineId, title: &str) -> Table {
    entry([
        ("id", id.as_str().into()),
        ("title", title.into()),
        ("goal", "".into()),
    ])
}

/// Takes out what the document brings, and what it brings within that.
pub(super) fn remove(doc: &mut DocumentMut, draft: &Draft, part: &Part) -> Result<(), Refusal> {
    let q = &draft.questionnaire;
    bringing(doc, part.table(), part.id()).ok_or(Refusal::Unknown)?;
    match part {
        Part::Practice(id) => {
            choice::forget(doc, id.as_str());
            let head = head(doc)?;
            take_text(head, "order", id.as_str());
            if head
                .get("order")
                .and_then(Item::as_array)
                .is_some_and(Array::is_empty)
            {
                head.remove("order");
            }
        }
        Part::Dimension(id) => {
            for practice in q.practices.iter().filter(|p| p.dimension == *id) {
                // What is extended stays where it is.
                let _ = remove(doc, draft, &Part::Practice(practice.id.clone()));
            }
        }
        Part::Discipline(id) => {
            for dimension in q.dimensions.iter().filter(|d| d.discipline == *id) {
                let _ = remove(doc, draft, &Part::Dimension(dimension.id.clone()));
            }
        }
        Part::Metric(_) | Part::Rule(_) | Part::Term(_) => {}
    }
    if let Part::Term(id) = part {
        choice::unname(doc, id.as_str());
    }
    for stand in [Stand::Add, Stand::Whole] {
        take_all(doc, stand, part.table(), part.id());
    }
    Ok(())
}
