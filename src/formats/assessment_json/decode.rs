//! Reading: the whole document, or every problem with its place.

mod notes;
mod parts;
mod workshops;

use super::{
    CHAIN, FORMAT, MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, Migration, Refusal, VERSION, digest::digest,
    encode::body_text, migrate::migrate,
};
use crate::formats::json::{Json, Object, Unreasonable, measure};
use crate::model::assessment::Fields;
use crate::model::{
    Answer, Assessment, AssessmentId, DisciplineId, Field, Level, Mode, Note, PracticeId, Problem,
    QuestionnaireRef, Scope, Set, Stamp, Table,
};

/// A file that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The document.
    pub assessment: Assessment,
    /// When it was written, as the file says it: RFC 3339.
    pub saved_at: Option<String>,
    /// Whether the body is not as Plumbline wrote it: edited by hand, perhaps on purpose.
    pub edited_outside: bool,
}

/// Reads a file.
///
/// # Errors
/// [`Refusal`] says why not.
pub fn decode(text: &str) -> Result<Decoded, Refusal> {
    decode_with(text, &CHAIN)
}

/// Reads a file, with these steps from older versions.
///
/// # Errors
/// [`Refusal`] says why not.
pub fn decode_with(text: &str, chain: &[Migration]) -> Result<Decoded, Refusal> {
    let mut file = parse(text)?;
    let mut reader = Reader::default();
    match file.remove("version").as_ref().and_then(Json::as_u64) {
        Some(version) if version > VERSION => return Err(Refusal::Newer(version)),
        Some(version) if migrate(&mut file, version, chain).is_some() => {}
        _ => reader.say("version", "should be a whole number, 1 or more"),
    }
    let stated = file.remove("digest");
    let saved_at = file
        .get("savedAt")
        .and_then(Json::as_str)
        .map(str::to_owned);
    match reader.file(file) {
        Some(mut assessment) if reader.problems.is_empty() => {
            assessment.unknown = reader.unknown;
            let real = digest(&body_text(&assessment));
            let edited_outside = stated.as_ref().and_then(Json::as_str) != Some(&real);
            Ok(Decoded {
                assessment,
                saved_at,
                edited_outside,
            })
        }
        _ => Err(Refusal::Problems(reader.problems)),
    }
}

/// What this version understands of a file that a newer one wrote: to look at, never to be written.
#[must_use]
pub fn decode_newer(text: &str) -> Option<Assessment> {
    Reader::default().file(parse(text).ok()?)
}

/// A file of ours, whatever its version.
fn parse(text: &str) -> Result<Object, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MAX_BYTES {
        return Err(Refusal::TooLarge(text.len()));
    }
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    measure(text, MAX_DEPTH, MAX_ENTRIES).map_err(|why| match why {
        Unreasonable::TooDeep => Refusal::TooDeep,
        Unreasonable::TooMany => Refusal::TooMany,
    })?;
    let mut file = match serde_json::from_str(text) {
        Ok(Json::Object(file)) => file,
        Ok(_) => return Err(Refusal::NotOurs),
        Err(e) => {
            return Err(Refusal::NotJson {
                line: e.line(),
                column: e.column(),
                ends_early: e.is_eof(),
            });
        }
    };
    if file.remove("format").as_ref().and_then(Json::as_str) != Some(FORMAT) {
        return Err(Refusal::NotOurs);
    }
    Ok(file)
}

type Stamps = Vec<(String, Stamp)>;

/// Collects problems and what this version does not know.
#[derive(Default)]
struct Reader {
    problems: Vec<Problem>,
    unknown: Table<String, String>,
}

impl Reader {
    fn say(&mut self, path: &str, message: &str) {
        self.problems.push(Problem::new(path, message));
    }

    /// Says what is wrong, and gives nothing.
    fn refuse<T>(&mut self, path: &str, message: &str) -> Option<T> {
        self.say(path, message);
        None
    }

    /// Sets aside what is left of the object at `path`. U+001F joins keys, as none of ours has it.
    fn keep(&mut self, path: &[&str], rest: Object) {
        for (key, value) in rest {
            let place = [path, &[key.as_str()]].concat().join("\u{1f}");
            *self.unknown.slot(place) = value.compact();
        }
    }

    fn text(&mut self, path: &str, value: Option<Json>) -> Option<String> {
        match value {
            Some(Json::Text(text)) => Some(text),
            _ => self.refuse(path, "should be a text"),
        }
    }

    fn object(&mut self, path: &str, value: Option<Json>) -> Object {
        match value {
            Some(Json::Object(map)) => map,
            None => Object::default(),
            Some(_) => self.refuse(path, "should be an object").unwrap_or_default(),
        }
    }

    fn file(&mut self, mut file: Object) -> Option<Assessment> {
        for key in ["app", "savedAt"] {
            if file.remove(key).is_some_and(|v| v.as_str().is_none()) {
                self.say(key, "should be a text");
            }
        }
        let stamps = self.stamps(file.remove("stamps"));
        let notes = self.object("notes", file.remove("notes"));
        let mut assessment = match file.remove("body") {
            Some(Json::Object(body)) => self.assessment(body, stamps),
            _ => self.refuse("body", "should be an object"),
        };
        if let Some(assessment) = &mut assessment {
            self.notes(assessment, notes);
        }
        self.keep(&[], file);
        assessment
    }

    fn stamps(&mut self, value: Option<Json>) -> Stamps {
        let mut stamps = Stamps::new();
        for (path, value) in self.object("stamps", value) {
            match value.as_str().and_then(Stamp::parse) {
                Some(stamp) => stamps.push((path, stamp)),
                None => self.say(&format!("stamps/{path}"), "is not a stamp"),
            }
        }
        stamps
    }

    fn assessment(&mut self, mut body: Object, stamps: Stamps) -> Option<Assessment> {
        let id = self.text("id", body.remove("id"))?;
        let Ok(id) = AssessmentId::parse(&id) else {
            return self.refuse("id", "should be small letters, digits and single hyphens");
        };
        let mut q = self.object("questionnaire", body.remove("questionnaire"));
        let questionnaire = QuestionnaireRef {
            id: self.text("questionnaire/id", q.remove("id"))?,
            version: self.text("questionnaire/version", q.remove("version"))?,
        };
        self.keep(&["body", "questionnaire"], q);
        let mut a = Assessment::empty(id, questionnaire);
        a.removed.value = match body.remove("removed") {
            None | Some(Json::Bool(false)) => None,
            Some(Json::Bool(true)) => Some(()),
            Some(_) => self.refuse("removed", "should be true"),
        };
        // An assessment without a name is written with an empty one.
        let team = self.text("team", body.remove("team"));
        a.team.value = team.filter(|name| !name.is_empty());
        a.scope.value = body.remove("scope").and_then(|scope| self.scope(scope));
        for (id, response) in self.object("responses", body.remove("responses")) {
            self.response(&mut a, &id, response);
        }
        for (id, value) in self.object("measurements", body.remove("measurements")) {
            let path = format!("measurements/{id}");
            let value = self.measurement(&path, &id, value);
            self.put(&mut a.measurements, &path, &id, value);
        }
        for (id, value) in self.object("targets", body.remove("targets")) {
            let path = format!("targets/{id}");
            let value = self.level(&path, &value);
            self.put(&mut a.targets, &path, &id, value);
        }
        self.actions(&mut a, body.remove("actions"));
        self.snapshots(&mut a, body.remove("snapshots"));
        self.about(&mut a, body.remove("about"));
        self.workshops(&mut a, &mut body);
        self.keep(&["body"], body);
        for (path, stamp) in stamps {
            self.stamp(&mut a, &path, &stamp);
        }
        Some(a)
    }

    fn put<K: Ord + TryFrom<String>, T>(
        &mut self,
        fields: &mut Fields<K, T>,
        path: &str,
        id: &str,
        value: Option<T>,
    ) {
        match K::try_from(id.to_owned()) {
            Ok(key) => *fields.slot(key) = Field { value, stamp: None },
            Err(_) => self.say(path, BAD_ID),
        }
    }

    /// Gives a field its stamp; a stamp without a value is a tombstone.
    fn stamp(&mut self, a: &mut Assessment, path: &str, stamp: &Stamp) {
        fn set<K: Ord + TryFrom<String>, T>(
            fields: &mut Fields<K, T>,
            id: &str,
            stamp: &Stamp,
        ) -> bool {
            let Ok(key) = K::try_from(id.to_owned()) else {
                return false;
            };
            write(fields.slot(key), stamp)
        }
        fn write<T>(field: &mut Field<T>, stamp: &Stamp) -> bool {
            field.stamp = Some(stamp.clone());
            true
        }
        let known = match path.split_once('/') {
            Some(("responses", id)) => set(&mut a.responses, id, stamp),
            Some(("notes", id)) => notes::stamp(a, id, stamp),
            Some(("evidence", id)) => set(&mut a.evidence, id, stamp),
            Some(("measurements", id)) => set(&mut a.measurements, id, stamp),
            Some(("targets", id)) => set(&mut a.targets, id, stamp),
            Some(("actions", id)) => set(&mut a.actions, id, stamp),
            Some(("snapshots", id)) => set(&mut a.snapshots, id, stamp),
            Some(("workshops", id)) => set(&mut a.workshops, id, stamp),
            Some(("ballots", id)) => set(&mut a.ballots, id, stamp),
            Some(("outcomes", id)) => set(&mut a.outcomes, id, stamp),
            Some(("about", id)) => parts::fact(id).is_some_and(|f| write(a.about.slot(f), stamp)),
            None if path == "questionnaire" => {
                a.moved = Some(stamp.clone());
                true
            }
            None if path == "removed" => write(&mut a.removed, stamp),
            None if path == "team" => write(&mut a.team, stamp),
            None if path == "scope" => write(&mut a.scope, stamp),
            _ => false,
        };
        if !known {
            let stamp = Json::Text(stamp.to_string());
            self.keep(&["stamps"], Object::from_iter([(path.to_owned(), stamp)]));
        }
    }

    fn scope(&mut self, scope: Json) -> Option<Scope> {
        let mut scope = self.object("scope", Some(scope));
        let mode = match scope.remove("mode").as_ref().and_then(Json::as_str) {
            Some("quick") => Mode::Quick,
            Some("full") => Mode::Full,
            _ => return self.refuse("scope/mode", "should be \"quick\" or \"full\""),
        };
        let ids = match scope.remove("disciplines") {
            Some(Json::List(list)) => list,
            _ => return self.refuse("scope/disciplines", "should be a list of discipline ids"),
        };
        self.keep(&["body", "scope"], scope);
        let mut disciplines = Set::default();
        for id in &ids {
            let Some(id) = id.as_str().and_then(|id| DisciplineId::parse(id).ok()) else {
                return self.refuse("scope/disciplines", "should be a list of discipline ids");
            };
            disciplines.put(id, ());
        }
        Some(Scope { mode, disciplines })
    }

    fn response(&mut self, a: &mut Assessment, id: &str, response: Json) {
        let path = format!("responses/{id}");
        let mut map = self.object(&path, Some(response));
        if let Some(note) = map.remove("note") {
            let value = self.text(&format!("{path}/note"), Some(note));
            match PracticeId::parse(id) {
                Ok(id) => drop(a.notes.put(id, Note::unstamped(value))),
                Err(_) => self.say(&path, BAD_ID),
            }
        }
        if let Some(list) = map.remove("evidence") {
            let list = match list {
                Json::List(list) => list.into_iter().map(parts::evidence).collect(),
                _ => None,
            };
            let value = match list {
                None => self.refuse(&format!("{path}/evidence"), parts::EVIDENCE),
                list => list,
            };
            self.put(&mut a.evidence, &path, id, value);
        }
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
                self.put(&mut a.responses, &path, id, value);
            }
            _ => self.say(&path, "has more than one answer"),
        }
    }

    fn answer(&mut self, path: &str, kind: &str, value: &Json) -> Option<Answer> {
        match (kind, value) {
            ("level", _) => self.level(path, value).map(Answer::Level),
            ("between", Json::List(ends)) => match ends.as_slice() {
                [low, high] if neighbours(low, high) => level(low).and_then(Answer::between),
                _ => self.refuse(path, NEIGHBOURS),
            },
            ("between", _) => self.refuse(path, NEIGHBOURS),
            ("notApplicable", Json::Text(reason)) => Some(Answer::NotApplicable(reason.clone())),
            ("notApplicable", _) => self.refuse(path, "should be the reason, as a text"),
            ("dontKnow", Json::Bool(true)) => Some(Answer::DontKnow),
            _ => self.refuse(path, "should be true"),
        }
    }

    fn level(&mut self, path: &str, value: &Json) -> Option<Level> {
        match level(value) {
            None => self.refuse(path, "should be a whole number from 1 to 5"),
            level => level,
        }
    }
}

const BAD_ID: &str = "the id should be small letters, digits and hyphens";

const NEIGHBOURS: &str = "should be two neighbouring levels, the lower first";

fn neighbours(low: &Json, high: &Json) -> bool {
    level(high).is_some() && level(low).and_then(Level::next) == level(high)
}

fn level(value: &Json) -> Option<Level> {
    Level::new(u8::try_from(value.as_u64()?).ok()?)
}
