//! The parts of a file that have parts themselves.

use super::reader::{Reader, level};
use crate::formats::assessment_json::UNPLACED;
use crate::formats::json::{Json, Object};
use crate::model::decimal::{TOO_LARGE, settle};
use crate::model::validate::MAX_FILES;
use crate::model::{
    Action, ActionId, ActionState, Assessment, Basis, Carries, Evidence, Fact, Fault, Field,
    Horizon, Measurement, Origin, PracticeId, Shape, Snapshot, SnapshotId, Sorted, Stamp,
};

impl Reader {
    /// Each is read by itself, with its own room for what is not known.
    pub fn snapshots(&mut self, a: &mut Assessment, list: Option<Json>) {
        let list = match list {
            None => Vec::new(),
            // A file may have an empty one from before there were snapshots. It is written again as it
            // was, since the digest is taken over it.
            Some(Json::List(list)) if list.is_empty() => {
                let none = ("snapshots".to_owned(), Json::List(list));
                return self.keep(&["body"], Object::from_iter([none]));
            }
            Some(Json::List(list)) => list,
            Some(_) => self.refuse("snapshots", Shape::List).unwrap_or_default(),
        };
        for (at, item) in list.into_iter().enumerate() {
            let path = format!("snapshots/{}", at + 1);
            let body = self.object(&path, Some(item));
            let mut inner = Self::up_to(self.latest);
            let snapshot = inner.snapshot(a, body);
            for problem in inner.problems {
                self.say(&format!("{path}/{}", problem.path), problem.fault);
            }
            match snapshot {
                Some((id, mut snapshot)) => {
                    snapshot.state.unknown = inner.unknown;
                    *a.snapshots.slot(id) = Field {
                        value: Some(snapshot),
                        stamp: None,
                    };
                }
                None => self.say(&path, Fault::Not(Shape::Snapshot)),
            }
        }
    }

    /// A name, a time, and what a snapshot copies. Anything else in it is not known.
    fn snapshot(&mut self, a: &Assessment, mut body: Object) -> Option<(SnapshotId, Snapshot)> {
        let id = SnapshotId::parse(&text_of(&mut body, "id")?).ok()?;
        let name = text_of(&mut body, "name")?;
        let taken = text_of(&mut body, "taken")?;
        let begins_round = match body.remove("beginsRound") {
            None | Some(Json::Bool(false)) => false,
            Some(Json::Bool(true)) => true,
            Some(_) => return None,
        };
        let carries = self.carries(&mut body)?;
        let unplaced = body.remove(UNPLACED);
        let mut state = self.empty(a.id.clone(), &mut body)?;
        for (id, answer) in self.object("responses", body.remove("responses")) {
            let path = format!("responses/{id}");
            let map = self.object(&path, Some(answer));
            self.answered(&mut state, &id, &path, map);
        }
        self.keep(&["body"], body);
        self.unplaced(unplaced);
        Some((
            id,
            Snapshot {
                taken,
                name,
                begins_round,
                carries,
                state,
            },
        ))
    }

    /// What its round carries over.
    fn carries(&mut self, body: &mut Object) -> Option<Carries> {
        let stamp = |text: &Json| Stamp::parse(text.as_str()?);
        let latest = self.latest;
        match (body.remove("stamps"), body.remove("began")) {
            (None, None) => Some(Carries::default()),
            (None, Some(began)) => {
                let began = stamp(&began)?;
                Some(Carries::Until(
                    Some(began).filter(|began| began.millis <= latest),
                ))
            }
            (Some(Json::Object(stamps)), _) => {
                let mut all = Sorted::default();
                for (id, text) in stamps {
                    let (id, stamp) = (PracticeId::parse(&id).ok()?, stamp(&text)?);
                    if stamp.millis <= latest {
                        all.put(id, stamp);
                    }
                }
                Some(Carries::Stamps(all))
            }
            (Some(_), _) => None,
        }
    }

    pub fn about(&mut self, a: &mut Assessment, about: Option<Json>) {
        let mut rest = Object::default();
        for (key, value) in self.object("about", about) {
            match (fact(&key), value) {
                (Some(fact), Json::Text(text)) => a.about.slot(fact).value = Some(text),
                (Some(_), _) => self.say(&format!("about/{key}"), Fault::Not(Shape::Text)),
                (None, value) => drop(rest.put(key, value)),
            }
        }
        self.keep(&["body", "about"], rest);
    }

    pub fn actions(&mut self, a: &mut Assessment, list: Option<Json>) {
        let list = match list {
            None => Vec::new(),
            Some(Json::List(list)) => list,
            Some(_) => self.refuse("actions", Shape::List).unwrap_or_default(),
        };
        for (at, item) in list.into_iter().enumerate() {
            let read = action(item);
            let Some((id, action)) = read else {
                self.say(&format!("actions/{}", at + 1), Fault::Not(Shape::Action));
                continue;
            };
            *a.actions.slot(id) = Field {
                value: Some(action),
                stamp: None,
            };
        }
    }

    pub fn measurement(&mut self, path: &str, id: &str, value: Json) -> Option<Measurement> {
        let mut map = self.object(path, Some(value));
        let value = map.remove("value").as_ref().and_then(Json::as_f64);
        let period = match map.remove("period") {
            None | Some(Json::Null) => None,
            period => self.text(&format!("{path}/period"), period),
        };
        let origin = match map.remove("source").as_ref().map(Json::as_str) {
            None | Some(Some("typed")) => Some(Origin::Typed),
            Some(Some("computed")) => Some(computed(&mut map)),
            _ => self.refuse(&format!("{path}/source"), Shape::Origin),
        };
        self.keep(&["body", "measurements", id], map);
        match value.filter(|v| v.abs() < TOO_LARGE) {
            // As it will be written.
            Some(value) => Some(Measurement {
                value: settle(value),
                period,
                origin: origin?,
            }),
            None => self.refuse(&format!("{path}/value"), Shape::Number),
        }
    }
}

/// What a computed number rests on. What cannot be read of it stays in the file as it is.
fn computed(map: &mut Object) -> Origin {
    let from = map.remove("from");
    if let Some(Json::Object(mut rest)) = from.clone()
        && let Some(basis) = basis(&mut rest)
        && rest.is_empty()
    {
        return Origin::Files(Box::new(basis));
    }
    if let Some(from) = from {
        map.put("from".to_owned(), from);
    }
    Origin::Computed
}

fn basis(map: &mut Object) -> Option<Basis> {
    let Some(Json::List(files)) = map.remove("files") else {
        return None;
    };
    if files.len() > MAX_FILES {
        return None;
    }
    let name = |file: &Json| file.as_str().map(str::to_owned);
    let files = files.iter().map(name).collect::<Option<_>>()?;
    let cases = map.remove("cases")?.as_u64()?;
    let of = match map.remove("of") {
        None => None,
        Some(of) => Some(of.as_u64()?),
    };
    let mut part = |name: &str| text_of(map, name);
    Some(Basis {
        files,
        columns: part("columns")?,
        rule: part("rule")?,
        begins: part("begins")?,
        ends: part("ends")?,
        cases,
        of,
    })
}

/// The fact with this name in files.
pub fn fact(id: &str) -> Option<Fact> {
    Fact::ALL.into_iter().find(|fact| fact.id() == id)
}

fn action(value: Json) -> Option<(ActionId, Action)> {
    let Json::Object(mut map) = value else {
        return None;
    };
    let mut part = |name: &str| text_of(&mut map, name);
    let id = ActionId::parse(&part("id")?).ok()?;
    let (what, owner, due) = (part("what")?, part("owner")?, part("due")?);
    let (state, horizon, practice) = (part("state")?, part("horizon")?, part("practice")?);
    let state = match state.as_str() {
        "" => ActionState::default(),
        state => *ActionState::ALL.iter().find(|s| s.id() == state)?,
    };
    let horizon = match horizon.as_str() {
        "" => Horizon::default(),
        horizon => *Horizon::ALL.iter().find(|h| h.id() == horizon)?,
    };
    let moves = match (practice.as_str(), map.remove("level")) {
        ("", None) => None,
        (practice, Some(value)) => Some((PracticeId::parse(practice).ok()?, level(&value)?)),
        _ => return None,
    };
    let action = Action {
        what,
        owner,
        due,
        state,
        horizon,
        moves,
        unknown: rest(map),
    };
    Some((id, action))
}

/// A text, empty where there is none; `None` for what is no text.
pub fn text_of(map: &mut Object, name: &str) -> Option<String> {
    match map.remove(name) {
        None => Some(String::new()),
        Some(Json::Text(text)) => Some(text),
        Some(_) => None,
    }
}

/// What is left of an object, as text; empty where nothing is.
fn rest(map: Object) -> String {
    if map.is_empty() {
        String::new()
    } else {
        Json::Object(map).compact()
    }
}

/// An address alone, or an object with more.
pub fn evidence(value: Json) -> Option<Evidence> {
    let mut map = match value {
        Json::Text(address) => {
            return Some(Evidence {
                address,
                ..Evidence::default()
            });
        }
        Json::Object(map) => map,
        _ => return None,
    };
    let mut part = |name: &str| text_of(&mut map, name);
    let (title, address, date) = (part("title")?, part("address")?, part("date")?);
    let unknown = rest(map);
    Some(Evidence {
        title,
        address,
        date,
        unknown,
    })
}
