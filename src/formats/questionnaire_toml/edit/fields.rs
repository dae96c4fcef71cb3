//! The fields of parts, and what they say.

use super::entries::{bringing, changing, is_same, put, take_out};
use super::facts;
use super::field::{Field, Set, one_line};
use super::part::{Part, Refusal};
use crate::formats::questionnaire_toml::draft::Draft;
use crate::model::{
    Dimension, Discipline, Effort, Efforts, Level, Practice, Questionnaire, Source,
};
use toml_edit::{Array, DocumentMut, InlineTable, Value};

/// Has a field say something: in the entry of what the document brings, or in the change of what it extends.
pub(super) fn set(
    doc: &mut DocumentMut,
    draft: &Draft,
    base: &Questionnaire,
    part: &Part,
    set: &Set,
) -> Result<(), Refusal> {
    let theirs = draft.theirs(base);
    let (new, old) = match part {
        Part::Practice(id) => {
            let mut own = found(draft.questionnaire.practice(id))?;
            set_practice(&mut own, set)?;
            let theirs = theirs.and_then(|q| q.practice(id));
            let old = theirs.map(|p| of_practice(p, set.field()));
            (of_practice(&own, set.field()), old)
        }
        Part::Dimension(id) => {
            let mut own = found(draft.questionnaire.dimension(id))?;
            set_plain(&mut own.title, &mut own.weight, set)?;
            let theirs = theirs.and_then(|q| q.dimension(id));
            let old = theirs.map(|d| of_dimension(d, set.field()));
            (of_dimension(&own, set.field()), old)
        }
        Part::Discipline(id) => {
            let mut own = found(draft.questionnaire.discipline(id))?;
            match set {
                Set::Goal(text) => own.goal = one_line(text),
                other => set_plain(&mut own.title, &mut own.weight, other)?,
            }
            let theirs = theirs.and_then(|q| q.discipline(id));
            let old = theirs.map(|d| of_discipline(d, set.field()));
            (of_discipline(&own, set.field()), old)
        }
        Part::Metric(id) => {
            let mut own = found(draft.questionnaire.metric(id))?;
            facts::set_metric(&mut own, set)?;
            let theirs = theirs.and_then(|q| q.metric(id));
            let old = theirs.map(|m| facts::of_metric(m, set.field()));
            (facts::of_metric(&own, set.field()), old)
        }
        Part::Rule(id) => {
            let of = |q: &'_ Questionnaire| q.rules.iter().find(|rule| rule.id == *id).cloned();
            let mut own = of(&draft.questionnaire).ok_or(Refusal::Unknown)?;
            facts::set_rule(&mut own, set)?;
            let old = theirs.and_then(of).map(|r| facts::of_rule(&r, set.field()));
            (facts::of_rule(&own, set.field()), old)
        }
        Part::Term(id) => {
            let mut own = found(draft.questionnaire.term(id))?;
            facts::set_term(&mut own, set)?;
            let theirs = theirs.and_then(|q| q.term(id));
            let old = theirs.map(|t| facts::of_term(t, set.field()));
            (facts::of_term(&own, set.field()), old)
        }
    };
    let (table, id, key) = (part.table(), part.id(), set.field().key());
    match (new, old) {
        (Some(new), None) => put(bringing(doc, table, id).ok_or(Refusal::Unknown)?, key, new),
        // What is left out means the same.
        (None, None) => {
            bringing(doc, table, id)
                .ok_or(Refusal::Unknown)?
                .remove(key);
        }
        (new, Some(old)) if says_same(new.as_ref(), old.as_ref()) => take_out(doc, table, id, key),
        (new, Some(_)) => {
            let new = new.unwrap_or_else(|| usual(set.field()));
            put(
                changing(doc, table, id, key).ok_or(Refusal::Unknown)?,
                key,
                new,
            );
        }
    }
    Ok(())
}

fn found<T: Clone>(part: Option<&T>) -> Result<T, Refusal> {
    part.cloned().ok_or(Refusal::Unknown)
}

fn says_same(a: Option<&Value>, b: Option<&Value>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => is_same(a, b),
        (None, None) => true,
        _ => false,
    }
}

fn set_plain(title: &mut String, weight: &mut f64, set: &Set) -> Result<(), Refusal> {
    match set {
        Set::Title(text) => *title = one_line(text),
        Set::Weight(new) => *weight = *new,
        _ => return Err(Refusal::Unknown),
    }
    Ok(())
}

fn set_practice(p: &mut Practice, set: &Set) -> Result<(), Refusal> {
    let above = |level: Level| usize::from(level.number() - 1);
    match set {
        Set::Question(text) => p.question = one_line(text),
        Set::Why(text) => p.why = one_line(text),
        Set::Level(level, text) => p.levels[above(*level)] = one_line(text),
        Set::HowToTell(text) => p.how_to_tell = one_line(text),
        Set::Step(level, text) => {
            *p.steps.get_mut(above(*level)).ok_or(Refusal::Unknown)? = one_line(text);
        }
        Set::Effort(level, effort) => {
            *p.effort.0.get_mut(above(*level)).ok_or(Refusal::Unknown)? = *effort;
        }
        Set::Stakes(stakes) => p.stakes = *stakes,
        Set::Key(is_key) => p.key = *is_key,
        Set::Sources(sources) => p.sources.clone_from(sources),
        plain => set_plain(&mut p.title, &mut p.weight, plain)?,
    }
    Ok(())
}

fn of_practice(p: &Practice, field: Field) -> Option<Value> {
    Some(match field {
        Field::Title => p.title.as_str().into(),
        Field::Goal => return None,
        Field::Question => p.question.as_str().into(),
        Field::Why => p.why.as_str().into(),
        Field::Levels => lines(p.levels.iter().map(Value::from)),
        Field::HowToTell => p.how_to_tell.as_str().into(),
        Field::Steps => lines(p.steps.iter().map(Value::from)),
        Field::Effort => efforts(&p.effort),
        Field::Stakes => match u8::from(p.stakes) {
            1 => return None,
            stakes => i64::from(stakes).into(),
        },
        Field::Key => p.key.then_some(true)?.into(),
        Field::Weight => return weight(p.weight),
        Field::Sources if p.sources.is_empty() => Array::new().into(),
        Field::Sources => lines(p.sources.iter().map(source)),
        Field::How | Field::Basis | Field::Cuts | Field::Text => return None,
    })
}

fn of_dimension(d: &Dimension, field: Field) -> Option<Value> {
    match field {
        Field::Title => Some(d.title.as_str().into()),
        _ => weight(d.weight),
    }
}

fn of_discipline(d: &Discipline, field: Field) -> Option<Value> {
    match field {
        Field::Title => Some(d.title.as_str().into()),
        Field::Goal => Some(d.goal.as_str().into()),
        _ => weight(d.weight),
    }
}

/// What a field that can be left out says then.
fn usual(field: Field) -> Value {
    match field {
        Field::Key => false.into(),
        _ => 1.into(),
    }
}

/// The usual one is left out.
fn weight(weight: f64) -> Option<Value> {
    ((weight - 1.0).abs() > f64::EPSILON).then(|| facts::number(weight))
}

fn efforts(Efforts(all): &Efforts) -> Value {
    let letter = |effort: Effort| match effort {
        Effort::S => "S",
        Effort::M => "M",
        Effort::L => "L",
    };
    if all.iter().all(|effort| *effort == all[0]) {
        return letter(all[0]).into();
    }
    let mut list = Array::new();
    for effort in all {
        list.push(letter(*effort));
    }
    list.into()
}

fn source(source: &Source) -> Value {
    let mut table = InlineTable::new();
    table.insert("title", source.title.as_str().into());
    table.insert("url", source.url.as_str().into());
    table.into()
}

/// A list with a line for each.
pub(super) fn lines(values: impl Iterator<Item = Value>) -> Value {
    let mut list = Array::new();
    for mut value in values {
        value.decor_mut().set_prefix("\n  ");
        list.push_formatted(value);
    }
    list.set_trailing_comma(true);
    list.set_trailing("\n");
    list.into()
}

/// What a field of a part says, and within that nothing where it says the usual. `None` where a questionnaire has
/// no such part.
fn said(q: &Questionnaire, part: &Part, field: Field) -> Option<Option<Value>> {
    Some(match part {
        Part::Discipline(id) => of_discipline(q.discipline(id)?, field),
        Part::Dimension(id) => of_dimension(q.dimension(id)?, field),
        Part::Practice(id) => of_practice(q.practice(id)?, field),
        Part::Metric(id) => facts::of_metric(q.metric(id)?, field),
        Part::Rule(id) => facts::of_rule(q.rules.iter().find(|rule| rule.id == *id)?, field),
        Part::Term(id) => facts::of_term(q.term(id)?, field),
    })
}

impl Draft {
    /// Whether a field of a part says something else than in what is extended. Nothing differs from what is
    /// not there.
    #[must_use]
    pub fn differs(&self, base: &Questionnaire, part: &Part, field: Field) -> bool {
        let theirs = self.theirs(base).and_then(|q| said(q, part, field));
        let own = said(&self.questionnaire, part, field);
        own.zip(theirs)
            .is_some_and(|(own, theirs)| !says_same(own.as_ref(), theirs.as_ref()))
    }
}
