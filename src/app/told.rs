//! What the worker tells, as JSON, read where it is drawn.

use crate::formats::json::Json;
use crate::model::{Metric, MetricId, Questionnaire};

/// A part of what the worker tells.
#[derive(Clone, Copy)]
pub struct Told<'t>(pub &'t Json);

impl<'t> Told<'t> {
    fn get(self, name: &str) -> Option<&'t Json> {
        match self.0 {
            Json::Object(map) => map.get(name),
            _ => None,
        }
    }

    /// Whether there is something of this name.
    pub fn has(self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Whatever it is; nothing where there is none.
    pub fn json(self, name: &str) -> Json {
        self.get(name).cloned().unwrap_or_default()
    }

    /// A text; empty where there is none.
    pub fn text(self, name: &str) -> &'t str {
        self.get(name).and_then(Json::as_str).unwrap_or_default()
    }

    /// The same, for keeps.
    pub fn owned(self, name: &str) -> String {
        self.text(name).to_owned()
    }

    /// The metric that it is about.
    pub fn metric(self, q: &'static Questionnaire) -> Option<&'static Metric> {
        q.metric(&MetricId::parse(self.text("metric")).ok()?)
    }

    /// A number; 0 where there is none.
    pub fn number(self, name: &str) -> f64 {
        self.get(name).and_then(Json::as_f64).unwrap_or_default()
    }

    /// A whole number.
    pub fn whole(self, name: &str) -> Option<u64> {
        self.get(name).and_then(Json::as_u64)
    }

    /// Whether something is so.
    pub fn is(self, name: &str) -> bool {
        matches!(self.get(name), Some(Json::Bool(true)))
    }

    /// A part of it.
    pub fn part(self, name: &str) -> Self {
        Told(self.get(name).unwrap_or(&Json::Null))
    }

    /// A list of parts.
    pub fn list(self, name: &str) -> impl Iterator<Item = Told<'t>> + Clone {
        let list: &[Json] = match self.get(name) {
            Some(Json::List(list)) => list,
            _ => &[],
        };
        list.iter().map(Told)
    }

    /// A list of texts.
    pub fn texts(self, name: &str) -> impl Iterator<Item = &'t str> + Clone {
        self.list(name).filter_map(|one| one.0.as_str())
    }
}
