//! The fields of a discipline, a dimension or a practice, and what they say.

use super::entries::{bringing, changing, is_same, put, take_out};
use super::part::{Part, Refusal};
use crate::formats::questionnaire_toml::draft::Draft;
use crate::model::{
    Dimension, Discipline, Effort, Efforts, Level, Practice, Questionnaire, Source, Stakes,
};
use toml_edit::{Array, DocumentMut, InlineTable, Value};

/// A field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The name on the screen.
    Title,
    /// What a discipline is for.
    Goal,
    /// The question.
    Question,
    /// Why it matters.
    Why,
    /// What one would see at each level.
    Levels,
    /// What tells the levels apart.
    HowToTell,
    /// The first steps up.
    Steps,
    /// The work of each.
    Effort,
    /// What it costs while it stands at 1.
    Stakes,
    /// Whether others stand on it.
    Key,
    /// The weight.
    Weight,
    /// Where to read more.
    Sources,
}

impl Field {
    /// Those of a practice.
    pub const OF_PRACTICE: [Self; 11] = [
        Self::Title,
        Self::Question,
        Self::Why,
        Self::Levels,
        Self::HowToTell,
        Self::Steps,
        Self::Effort,
        Self::Stakes,
        Self::Key,
        Self::Weight,
        Self::Sources,
    ];

    /// Its name in a document.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Goal => "goal",
            Self::Question => "question",
            Self::Why => "why",
            Self::Levels => "levels",
            Self::HowToTell => "how_to_tell",
            Self::Steps => "steps",
            Self::Effort => "effort",
            Self::Stakes => "stakes",
            Self::Key => "key",
            Self::Weight => "weight",
            Self::Sources => "sources",
        }
    }
}

/// What a field says.
#[derive(Debug, Clone, PartialEq)]
pub enum Set {
    /// The name on the screen.
    Title(String),
    /// What a discipline is for.
    Goal(String),
    /// The question.
    Question(String),
    /// Why it matters.
    Why(String),
    /// What one would see at a level.
    Level(Level, String),
    /// What tells the levels apart.
    HowToTell(String),
    /// The first step up from a level that is not the last.
    Step(Level, String),
    /// The work of the step up from a level that is not the last.
    Effort(Level, Effort),
    /// What it costs while it stands at 1.
    Stakes(Stakes),
    /// Whether others stand on it.
    Key(bool),
    /// The weight.
    Weight(f64),
    /// Where to read more.
    Sources(Vec<Source>),
}

impl Set {
    fn field(&self) -> Field {
        match self {
            Self::Title(_) => Field::Title,
            Self::Goal(_) => Field::Goal,
            Self::Question(_) => Field::Question,
            Self::Why(_) => Field::Why,
            Self::Level(..) => Field::Levels,
            Self::HowToTell(_) => Field::HowToTell,
            Self::Step(..) => Field::Steps,
            Self::Effort(..) => Field::Effort,
            Self::Stakes(_) => Field::Stakes,
            Self::Key(_) => Field::Key,
            Self::Weight(_) => Field::Weight,
            Self::Sources(_) => Field::Sources,
        }
    }
}

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

/// A text stands on one line, wherever it was pasted from.
pub(super) fn one_line(text: &str) -> String {
    text.replace("\r\n", " ")
        .replace(|c: char| c.is_control(), " ")
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

/// Written without a point where it has none.
fn weight(weight: f64) -> Option<Value> {
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and small")]
    let whole = (weight.fract() == 0.0 && weight.abs() < 1e6).then_some(weight as i64);
    match whole {
        Some(1) => None,
        Some(whole) => Some(whole.into()),
        None => Some(weight.into()),
    }
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

impl Draft {
    /// Whether a field of a practice says something else than in what is extended. Nothing differs from
    /// what is not there.
    #[must_use]
    pub fn differs(&self, base: &Questionnaire, practice: &Practice, field: Field) -> bool {
        let theirs = self.theirs(base).and_then(|q| q.practice(&practice.id));
        theirs.is_some_and(|theirs| {
            let [own, theirs] = [practice, theirs].map(|p| of_practice(p, field));
            !says_same(own.as_ref(), theirs.as_ref())
        })
    }
}
