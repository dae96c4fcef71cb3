//! Reading: the whole document, or every problem with its place.

mod answers;
mod notes;
mod parts;
mod reader;
mod stamps;
mod workshops;

use super::unknown::unplaced;
use super::{
    CHAIN, FORMAT, MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, Migration, Refusal, UNPLACED, VERSION,
    digest::digest, encode::body_text, migrate::migrate,
};
use crate::formats::json::{Json, Object, Unreasonable, measure};
use crate::model::stamp::{LAST, LAST_KEPT};
use crate::model::{
    Assessment, AssessmentId, DisciplineId, Fault, Mode, QuestionnaireRef, Removal, Scope, Set,
    Shape, Side,
};
use reader::Reader;
use stamps::Stamps;

pub use stamps::belongs;
pub use workshops::read_workshop;

/// A file that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The document.
    pub assessment: Assessment,
    /// When it was written, as the file says it: RFC 3339.
    pub saved_at: Option<String>,
    /// Whether the body is not as Plumbline wrote it: edited by hand, perhaps on purpose.
    pub edited_outside: bool,
    /// How long its text was, in bytes.
    pub size: usize,
}

/// Reads what this browser keeps.
///
/// # Errors
/// [`Refusal`] says why not.
pub fn decode(text: &str) -> Result<Decoded, Refusal> {
    decode_up_to(text, &CHAIN, LAST_KEPT)
}

/// Reads a file from outside, which may claim less: writes on top of it are still to be read.
///
/// # Errors
/// [`Refusal`] says why not.
pub fn decode_file(text: &str) -> Result<Decoded, Refusal> {
    decode_up_to(text, &CHAIN, LAST)
}

/// Reads a file from outside that was parsed already, as a part of a larger one.
///
/// # Errors
/// [`Refusal`] says why not.
pub fn decode_part(file: Object, size: usize) -> Result<Decoded, Refusal> {
    if size > MAX_BYTES {
        return Err(Refusal::TooLarge(size));
    }
    document(ours(file)?, size, &CHAIN, LAST)
}

/// Reads a file, with these steps from older versions.
///
/// # Errors
/// [`Refusal`] says why not.
pub fn decode_with(text: &str, chain: &[Migration]) -> Result<Decoded, Refusal> {
    decode_up_to(text, chain, LAST)
}

fn decode_up_to(text: &str, chain: &[Migration], latest: u64) -> Result<Decoded, Refusal> {
    document(parse(text)?, text.len(), chain, latest)
}

fn document(
    file: Object,
    size: usize,
    chain: &[Migration],
    latest: u64,
) -> Result<Decoded, Refusal> {
    let (assessment, stated, saved_at) = contents(file, chain, latest)?;
    let real = digest(&body_text(&assessment));
    let edited_outside = stated.as_ref().and_then(Json::as_str) != Some(&real);
    Ok(Decoded {
        assessment,
        saved_at,
        edited_outside,
        size,
    })
}

/// The document, its digest as it is stated, and when it was written.
fn contents(
    mut file: Object,
    chain: &[Migration],
    latest: u64,
) -> Result<(Assessment, Option<Json>, Option<String>), Refusal> {
    let mut reader = Reader::up_to(latest);
    match file.remove("version").as_ref().and_then(Json::as_u64) {
        Some(version) if version > VERSION => return Err(Refusal::Newer(version)),
        Some(version) if migrate(&mut file, version, chain).is_some() => {}
        _ => reader.say("version", Fault::Not(Shape::Version)),
    }
    let stated = file.remove("digest");
    let saved_at = file
        .get("savedAt")
        .and_then(Json::as_str)
        .map(str::to_owned);
    match reader.file(file) {
        Some(mut assessment) if reader.problems.is_empty() => {
            assessment.unknown = reader.unknown;
            Ok((assessment, stated, saved_at))
        }
        _ => Err(Refusal::Problems(reader.problems)),
    }
}

/// Reads what this browser keeps, only to show it: whether it is as it was written, nobody asks.
#[must_use]
pub fn decode_to_show(text: &str) -> Option<Assessment> {
    let (assessment, ..) = contents(parse(text).ok()?, &CHAIN, LAST_KEPT).ok()?;
    Some(assessment)
}

/// What this version understands of a file that a newer one wrote: to look at, never to be written.
#[must_use]
pub fn decode_newer(text: &str) -> Option<Assessment> {
    Reader::up_to(LAST_KEPT).file(parse(text).ok()?)
}

/// Whether a text is no larger than what is read.
///
/// # Errors
/// [`Refusal`] says what there is too much of.
pub fn reasonable(text: &str) -> Result<(), Refusal> {
    if text.len() > MAX_BYTES {
        return Err(Refusal::TooLarge(text.len()));
    }
    measure(text, MAX_DEPTH, MAX_ENTRIES).map_err(|why| match why {
        Unreasonable::TooDeep => Refusal::TooDeep,
        Unreasonable::TooMany => Refusal::TooMany,
    })
}

/// A file of ours, whatever its version.
fn parse(text: &str) -> Result<Object, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    reasonable(text)?;
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    match Json::parse(text) {
        Ok(Json::Object(file)) => ours(file),
        Ok(_) => Err(Refusal::NotOurs),
        Err(e) => Err(Refusal::NotJson {
            line: e.line,
            column: e.column,
            ends_early: e.ends_early,
        }),
    }
}

/// What is in the outermost brackets, if they are those of an assessment.
fn ours(mut file: Object) -> Result<Object, Refusal> {
    if file.remove("format").as_ref().and_then(Json::as_str) != Some(FORMAT) {
        return Err(Refusal::NotOurs);
    }
    Ok(file)
}

impl Reader {
    /// Sets aside what had lost its place when the file was written.
    fn unplaced(&mut self, list: Option<Json>) {
        let list = match list {
            None => return,
            Some(Json::List(list)) => list,
            // It is no entry either.
            Some(other) => vec![other],
        };
        for entry in &list {
            match unplaced(entry) {
                Some((place, text)) => drop(self.unknown.put(place, text)),
                None => self.say(UNPLACED, Fault::Not(Shape::Places)),
            }
        }
    }

    fn file(&mut self, mut file: Object) -> Option<Assessment> {
        for key in ["app", "savedAt"] {
            if file.remove(key).is_some_and(|v| v.as_str().is_none()) {
                self.say(key, Fault::Not(Shape::Text));
            }
        }
        let stamps = self.stamps(file.remove("stamps"));
        let notes = self.object("notes", file.remove("notes"));
        let mut assessment = match file.remove("body") {
            Some(Json::Object(body)) => self.assessment(body, stamps),
            _ => self.refuse("body", Shape::Object),
        };
        if let Some(assessment) = &mut assessment {
            self.notes(assessment, notes);
        }
        let unplaced = file.remove(UNPLACED);
        self.keep(&[], file);
        self.unplaced(unplaced);
        assessment
    }

    /// What an assessment has in common with its snapshots.
    fn empty(&mut self, id: AssessmentId, body: &mut Object) -> Option<Assessment> {
        let mut q = self.object("questionnaire", body.remove("questionnaire"));
        let questionnaire = QuestionnaireRef {
            id: self.text("questionnaire/id", q.remove("id"))?,
            version: self.text("questionnaire/version", q.remove("version"))?,
        };
        self.keep(&["body", "questionnaire"], q);
        let mut a = Assessment::empty(id, questionnaire);
        a.scope.value = body.remove("scope").and_then(|scope| self.scope(scope));
        for (id, value) in self.object("measurements", body.remove("measurements")) {
            let path = format!("measurements/{id}");
            let value = self.measurement(&path, &id, value);
            self.put(&mut a.measurements, &path, &id, value);
        }
        Some(a)
    }

    fn assessment(&mut self, mut body: Object, stamps: Stamps) -> Option<Assessment> {
        let id = self.text("id", body.remove("id"))?;
        let Ok(id) = AssessmentId::parse(&id) else {
            return self.refuse("id", Shape::Id);
        };
        let mut a = self.empty(id, &mut body)?;
        a.removed.value = match body.remove("removed") {
            None | Some(Json::Bool(false)) => None,
            Some(Json::Bool(true)) => Some(Removal::default()),
            Some(_) => self.refuse("removed", Shape::True),
        };
        // An assessment without a name is written with an empty one.
        let team = self.text("team", body.remove("team"));
        a.team.value = team.filter(|name| !name.is_empty());
        for (id, response) in self.object("responses", body.remove("responses")) {
            self.response(&mut a, &id, response);
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

    fn scope(&mut self, scope: Json) -> Option<Scope> {
        let mut scope = self.object("scope", Some(scope));
        let mode = match scope.remove("mode").as_ref().and_then(Json::as_str) {
            Some("quick") => Mode::Quick,
            Some("full") => Mode::Full,
            _ => return self.refuse("scope/mode", Shape::Mode),
        };
        let ids = match scope.remove("disciplines") {
            Some(Json::List(list)) => list,
            _ => return self.refuse("scope/disciplines", Shape::Disciplines),
        };
        let side = match scope.remove("platform").as_ref().map(Json::as_str) {
            None => Side::Anyone,
            Some(Some("uses")) => Side::User,
            Some(Some("runs")) => Side::Provider,
            Some(_) => return self.refuse("scope/platform", Shape::Side),
        };
        self.keep(&["body", "scope"], scope);
        let mut disciplines = Set::default();
        for id in &ids {
            let Some(id) = id.as_str().and_then(|id| DisciplineId::parse(id).ok()) else {
                return self.refuse("scope/disciplines", Shape::Disciplines);
            };
            disciplines.put(id, ());
        }
        Some(Scope {
            mode,
            disciplines,
            side,
        })
    }
}
