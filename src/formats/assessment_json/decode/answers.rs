//! What was answered, and what goes with it.

use super::parts;
use super::reader::{Reader, level};
use crate::formats::json::{Json, Object};
use crate::model::{Answer, Assessment, Fault, Level, Note, PracticeId, Shape};

impl Reader {
    pub fn response(&mut self, a: &mut Assessment, id: &str, response: Json) {
        let path = format!("responses/{id}");
        let mut map = self.object(&path, Some(response));
        if let Some(note) = map.remove("note") {
            let value = self.text(&format!("{path}/note"), Some(note));
            match PracticeId::parse(id) {
                Ok(id) => drop(a.notes.put(id, Note::unstamped(value))),
                Err(_) => self.say(&path, Fault::BadId),
            }
        }
        if let Some(list) = map.remove("evidence") {
            let list = match list {
                Json::List(list) => list.into_iter().map(parts::evidence).collect(),
                _ => None,
            };
            let value = match list {
                None => self.refuse(&format!("{path}/evidence"), Shape::Evidence),
                list => list,
            };
            self.put(&mut a.evidence, &path, id, value);
        }
        self.answered(a, id, &path, map);
    }

    /// What is answered; what is left of the object is not known.
    pub fn answered(&mut self, a: &mut Assessment, id: &str, path: &str, mut map: Object) {
        let kinds = ["level", "between", "notApplicable", "dontKnow"];
        let given: Vec<_> = kinds
            .into_iter()
            .filter_map(|k| Some((k, map.remove(k)?)))
            .collect();
        self.keep(&["body", "responses", id], map);
        match given.as_slice() {
            [] => {}
            [(kind, value)] => {
                let value = self.answer(&format!("{path}/{kind}"), kind, value);
                self.put(&mut a.responses, path, id, value);
            }
            _ => self.say(path, Fault::SeveralAnswers),
        }
    }

    fn answer(&mut self, path: &str, kind: &str, value: &Json) -> Option<Answer> {
        match (kind, value) {
            ("level", _) => self.level(path, value).map(Answer::Level),
            ("between", Json::List(ends)) => match ends.as_slice() {
                [low, high] if neighbours(low, high) => level(low).and_then(Answer::between),
                _ => self.refuse(path, Shape::Neighbours),
            },
            ("between", _) => self.refuse(path, Shape::Neighbours),
            ("notApplicable", Json::Text(reason)) => Some(Answer::NotApplicable(reason.clone())),
            ("notApplicable", _) => self.refuse(path, Shape::Reason),
            ("dontKnow", Json::Bool(true)) => Some(Answer::DontKnow),
            _ => self.refuse(path, Shape::True),
        }
    }
    pub fn level(&mut self, path: &str, value: &Json) -> Option<Level> {
        match level(value) {
            None => self.refuse(path, Shape::Level),
            level => level,
        }
    }
}

fn neighbours(low: &Json, high: &Json) -> bool {
    level(high).is_some() && level(low).and_then(Level::next) == level(high)
}
