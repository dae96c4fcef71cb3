//! Metrics, rules and terms: those that can be kept, and what their fields say.

use super::field::{Field, Set, one_line};
use super::part::{Part, Refusal};
use crate::formats::questionnaire_toml::draft::Draft;
use crate::model::{Metric, Questionnaire, Rule, Term};
use toml_edit::{Array, Value};

/// A metric, a rule or a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Which.
    pub part: Part,
    /// Whether the document brings it.
    pub is_own: bool,
}

impl Draft {
    /// Whether the document leaves a metric, a rule or a term out by name. What is not there otherwise went with
    /// what it is about.
    #[must_use]
    pub fn is_dropped(&self, part: &Part) -> bool {
        self.dropped.contains(&(part.table(), part.id().to_owned()))
    }

    /// Metrics, rules and terms, each those of what is extended first, and then those of the document.
    #[must_use]
    pub fn facts(&self, base: &Questionnaire) -> [Vec<Fact>; 3] {
        let theirs = self.theirs(base);
        let q = &self.questionnaire;
        let of = |part: Part| Fact {
            is_own: theirs.is_none_or(|base| !part.is_in(base)),
            part,
        };
        let all = |parts: fn(&Questionnaire) -> Vec<Part>| {
            let mut all: Vec<_> = theirs.map(parts).unwrap_or_default();
            let own = parts(q).into_iter();
            let own: Vec<_> = own.filter(|part| !all.contains(part)).collect();
            all.extend(own);
            all.into_iter().map(of).collect()
        };
        [
            all(|q| {
                q.metrics
                    .iter()
                    .map(|m| Part::Metric(m.id.clone()))
                    .collect()
            }),
            all(|q| q.rules.iter().map(|r| Part::Rule(r.id.clone())).collect()),
            all(|q| q.terms.iter().map(|t| Part::Term(t.id.clone())).collect()),
        ]
    }
}

pub(super) fn set_metric(own: &mut Metric, set: &Set) -> Result<(), Refusal> {
    match set {
        Set::Title(text) => own.title = one_line(text),
        Set::Question(text) => own.question = one_line(text),
        Set::How(text) => own.how = one_line(text),
        Set::Basis(text) => own.basis = one_line(text),
        Set::Cut(at, value) if value.is_finite() => {
            *own.cuts.get_mut(*at).ok_or(Refusal::Unknown)? = *value;
        }
        _ => return Err(Refusal::Unknown),
    }
    Ok(())
}

pub(super) fn of_metric(m: &Metric, field: Field) -> Option<Value> {
    Some(match field {
        Field::Title => m.title.as_str().into(),
        Field::Question => m.question.as_str().into(),
        Field::How => m.how.as_str().into(),
        Field::Basis => m.basis.as_str().into(),
        Field::Cuts => {
            let mut list = Array::new();
            list.extend(m.cuts.iter().map(|cut| number(*cut)));
            list.into()
        }
        _ => return None,
    })
}

/// Written without a point where it has none.
pub(super) fn number(value: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and small")]
    let whole = (value.fract() == 0.0 && value.abs() < 1e6).then_some(value as i64);
    whole.map_or_else(|| value.into(), Value::from)
}

pub(super) fn set_rule(own: &mut Rule, set: &Set) -> Result<(), Refusal> {
    match set {
        Set::Question(text) => own.question = one_line(text),
        _ => return Err(Refusal::Unknown),
    }
    Ok(())
}

pub(super) fn of_rule(rule: &Rule, field: Field) -> Option<Value> {
    (field == Field::Question).then(|| rule.question.as_str().into())
}

pub(super) fn set_term(own: &mut Term, set: &Set) -> Result<(), Refusal> {
    match set {
        Set::Title(text) => own.title = one_line(text),
        Set::Text(text) => own.text = one_line(text),
        _ => return Err(Refusal::Unknown),
    }
    Ok(())
}

pub(super) fn of_term(term: &Term, field: Field) -> Option<Value> {
    match field {
        Field::Title => Some(term.title.as_str().into()),
        Field::Text => Some(term.text.as_str().into()),
        _ => None,
    }
}
