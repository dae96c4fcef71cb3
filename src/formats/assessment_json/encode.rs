//! Writing.

mod fields;
mod remembered;
mod workshops;

pub use workshops::workshop_json;

use super::unknown::{Whole, restore};
use super::{FORMAT, VERSION, digest::digest};
use crate::formats::json::{Json, Object, laid_out};
use crate::model::decimal::write;
use crate::model::{
    Action, ActionState, Answer, Assessment, AssessmentId, Basis, Carries, Evidence, Fact, Horizon,
    Measurement, Mode, Origin, Side, Snapshot, SnapshotId,
};
use fields::{Stamps, object};
use remembered::{ACTIONS, Remembered, section};

/// The file for people: pretty JSON with a final line break. `app` is the app's version,
/// `saved_at` an RFC 3339 time.
#[must_use]
pub fn encode(assessment: &Assessment, app: &str, saved_at: &str) -> String {
    laid_out(&encode_compact(assessment, app, saved_at)) + "\n"
}

/// The same without white space, for storage.
#[must_use]
pub fn encode_compact(assessment: &Assessment, app: &str, saved_at: &str) -> String {
    file(assessment, app, saved_at, &mut Remembered::default())
}

/// Writes documents for storage, again and again as answers come: what has not changed since is copied
/// as it was written.
#[derive(Debug)]
pub struct Encoder {
    app: &'static str,
    /// Which document is remembered, and what of it.
    last: Option<(AssessmentId, Box<Remembered>)>,
}

impl Encoder {
    /// One of this version of the app.
    #[must_use]
    pub const fn new(app: &'static str) -> Self {
        Self { app, last: None }
    }

    /// The text of a document.
    pub fn encode(&mut self, a: &Assessment, saved_at: &str) -> String {
        let (_, remembered) = match &mut self.last {
            Some(last) if last.0 == a.id => last,
            last => last.insert((a.id.clone(), Box::new(Remembered::to_keep()))),
        };
        file(a, self.app, saved_at, remembered)
    }
}

/// The text that the digest is taken over: what format 1 had at first. Later parts stay out of it, or
/// every file that an earlier version wrote beside them would look edited.
pub(super) fn body_text(assessment: &Assessment) -> String {
    let mut stamps = Stamps::default();
    Json::Object(first(assessment, &mut stamps, &mut Remembered::default())).compact()
}

fn file(a: &Assessment, app: &str, saved_at: &str, remembered: &mut Remembered) -> String {
    let mut stamps = Stamps::default();
    let body = Json::Object(first(a, &mut stamps, remembered));
    let digest = digest(&body.compact());
    let Json::Object(mut body) = body else {
        return String::new();
    };
    later(a, &mut body, &mut stamps, remembered);
    let mut file = object(vec![
        ("format", Json::text(FORMAT)),
        ("version", Json::whole(VERSION)),
        ("app", Json::text(app)),
        ("savedAt", Json::text(saved_at)),
        ("digest", Json::Text(digest)),
        ("body", Json::Object(body)),
        ("stamps", stamps.object()),
    ]);
    let notes = notes(a);
    if !notes.is_empty() {
        file.put("notes".to_owned(), Json::Object(notes));
    }
    with_unknown(file, Whole::File, a)
}

/// The text of a whole, with what this version does not know where it stood.
fn with_unknown(object: Object, whole: Whole, a: &Assessment) -> String {
    let text = Json::Object(object).compact();
    if a.unknown.is_empty() {
        return text;
    }
    match Json::parse(&text) {
        Ok(Json::Object(mut object)) => {
            restore(&mut object, whole, a);
            Json::Object(object).compact()
        }
        // It was just written.
        _ => text,
    }
}

/// What format 1 had at first, and the stamps that go with it.
fn first(a: &Assessment, stamps: &mut Stamps, remembered: &mut Remembered) -> Object {
    stamps.add("questionnaire", "", a.moved.as_ref());
    stamps.add("removed", "", a.removed.stamp.as_ref());
    stamps.add("team", "", a.team.stamp.as_ref());
    stamps.add("scope", "", a.scope.stamp.as_ref());
    for (id, field) in a.carried.iter() {
        stamps.add("carried/", id.as_str(), field.stamp.as_ref());
        stamps.add("carried-until/", id.as_str(), field.value.as_ref());
    }
    let responses = remembered.responses(a, stamps, response).object();
    let measurements = section(
        &a.measurements,
        "measurements/",
        stamps,
        ToString::to_string,
        |_, m| measurement(m),
    );
    let targets = section(
        &a.targets,
        "targets/",
        stamps,
        ToString::to_string,
        |_, level| Json::whole(level.number()),
    );
    let questionnaire = object(vec![
        ("id", Json::text(&a.questionnaire.id)),
        ("version", Json::text(&a.questionnaire.version)),
    ]);
    let mut body = object(vec![
        ("id", Json::text(a.id.as_str())),
        ("team", Json::text(a.team())),
        ("questionnaire", Json::Object(questionnaire)),
        ("responses", responses),
        ("measurements", measurements.object()),
        ("targets", targets.object()),
    ]);
    if let Some(removal) = &a.removed.value {
        body.put("removed".to_owned(), Json::Bool(true));
        stamps.add("removed/at", "", removal.made.as_ref());
        for (writer, ahead) in removal.ahead.iter() {
            stamps.add("removed/ahead/", writer.as_str(), Some(ahead));
        }
    }
    if let Some(scope) = &a.scope.value {
        let mode = match scope.mode {
            Mode::Quick => "quick",
            Mode::Full => "full",
        };
        let disciplines = scope.disciplines.keys().map(|d| Json::text(d.as_str()));
        let mut entries = object(vec![
            ("mode", Json::text(mode)),
            ("disciplines", Json::List(disciplines.collect())),
        ]);
        let side = match scope.side {
            Side::Anyone => None,
            Side::User => Some("uses"),
            Side::Provider => Some("runs"),
        };
        if let Some(side) = side {
            entries.put("platform".to_owned(), Json::text(side));
        }
        body.put("scope".to_owned(), Json::Object(entries));
    }
    body
}

/// What came to format 1 later.
fn later(a: &Assessment, body: &mut Object, stamps: &mut Stamps, remembered: &mut Remembered) {
    let actions = section(&a.actions, ACTIONS, stamps, ToString::to_string, act);
    if !actions.is_empty() {
        body.put("actions".to_owned(), actions.list());
    }
    for (id, field) in a.snapshots.iter() {
        stamps.add("snapshots/", id.as_str(), field.stamp.as_ref());
    }
    let snapshots = a.snapshots();
    if !snapshots.is_empty() {
        let snapshots = snapshots.iter();
        let snapshots = snapshots.map(|(id, own)| remembered.snapshot(id, own, snapshot));
        body.put("snapshots".to_owned(), Json::List(snapshots.collect()));
    }
    let about = section(
        &a.about,
        "about/",
        stamps,
        |fact: &Fact| fact.id().to_owned(),
        |_, text| Json::text(text),
    );
    if !about.is_empty() {
        body.put("about".to_owned(), about.object());
    }
    workshops::put(body, stamps, a);
}

/// What is said of one practice.
fn response(
    given: Option<&Answer>,
    note: Option<String>,
    evidence: Option<&Vec<Evidence>>,
) -> Object {
    let mut response = given.map(answer).unwrap_or_default();
    if let Some(note) = note {
        response.put("note".to_owned(), Json::Text(note));
    }
    if let Some(list) = evidence {
        let list = list.iter().map(piece).collect();
        response.put("evidence".to_owned(), Json::List(list));
    }
    response
}

/// An answer by itself.
fn answer(answer: &Answer) -> Object {
    let (kind, value) = match answer {
        Answer::Level(level) => ("level", Json::whole(level.number())),
        Answer::Between(l) => {
            let ends = [l.level(), l.upper()].map(|level| Json::whole(level.number()));
            ("between", Json::List(ends.into()))
        }
        Answer::NotApplicable(reason) => ("notApplicable", Json::text(reason)),
        Answer::DontKnow => ("dontKnow", Json::Bool(true)),
    };
    object(vec![(kind, value)])
}

/// What is known of notes beyond text and stamp: whose writes were written over, and the texts that
/// were written at once. The body has these as one.
fn notes(a: &Assessment) -> Object {
    let mut notes = Object::default();
    for (id, note) in a.notes.iter() {
        let seen: Vec<_> = note.seen().map(|s| Json::Text(s.to_string())).collect();
        let texts = note.versions().iter().map(|version| {
            let stamp = version.stamp.as_ref().map(|s| Json::Text(s.to_string()));
            let text = version.text.as_deref().map(Json::text);
            Json::Object(object(vec![
                ("stamp", stamp.unwrap_or_default()),
                ("text", text.unwrap_or_default()),
            ]))
        });
        let mut more = Object::default();
        if !seen.is_empty() {
            more.put("seen".to_owned(), Json::List(seen));
        }
        if note.versions().len() > 1 {
            more.put("texts".to_owned(), Json::List(texts.collect()));
        }
        if !more.is_empty() {
            notes.put(id.to_string(), Json::Object(more));
        }
    }
    notes
}

/// A piece of evidence: an address alone stands as a text.
fn piece(e: &Evidence) -> Json {
    if e.title.is_empty() && e.date.is_empty() && e.unknown.is_empty() {
        return Json::text(&e.address);
    }
    let mut map = Object::default();
    for (name, text) in [
        ("title", &e.title),
        ("address", &e.address),
        ("date", &e.date),
    ] {
        if !text.is_empty() {
            map.put(name.to_owned(), Json::text(text));
        }
    }
    put_unknown(&mut map, &e.unknown);
    Json::Object(map)
}

/// An action. What is empty or usual is left out.
fn act(id: &str, action: &Action) -> Json {
    let mut map = object(vec![("id", Json::text(id))]);
    let practice = action.moves.as_ref().map(|(id, _)| id.as_str());
    for (name, text, usual) in [
        ("what", action.what.as_str(), ""),
        ("owner", &action.owner, ""),
        ("due", &action.due, ""),
        ("state", action.state.id(), ActionState::default().id()),
        ("horizon", action.horizon.id(), Horizon::default().id()),
        ("practice", practice.unwrap_or_default(), ""),
    ] {
        if text != usual {
            map.put(name.to_owned(), Json::text(text));
        }
    }
    if let Some((_, level)) = action.moves {
        map.put("level".to_owned(), Json::whole(level.number()));
    }
    put_unknown(&mut map, &action.unknown);
    Json::Object(map)
}

/// A snapshot: a body without what is empty or the assessment's own.
fn snapshot(id: &SnapshotId, own: &Snapshot) -> String {
    let (mut stamps, mut remembered) = (Stamps::default(), Remembered::default());
    let mut body = first(&own.state, &mut stamps, &mut remembered);
    later(&own.state, &mut body, &mut stamps, &mut remembered);
    for own in ["team", "targets"] {
        body.remove(own);
    }
    body.put("id".to_owned(), Json::text(id.as_str()));
    body.put("name".to_owned(), Json::text(&own.name));
    body.put("taken".to_owned(), Json::text(&own.taken));
    if own.begins_round {
        body.put("beginsRound".to_owned(), Json::Bool(true));
    }
    match &own.carries {
        Carries::Until(None) => {}
        Carries::Until(Some(stamp)) => {
            body.put("began".to_owned(), Json::Text(stamp.to_string()));
        }
        Carries::Stamps(all) => {
            let mut stamps = Stamps::default();
            for (practice, one) in all.iter() {
                stamps.add("", practice.as_str(), Some(one));
            }
            body.put("stamps".to_owned(), stamps.object());
        }
    }
    with_unknown(body, Whole::Snapshot, &own.state)
}

/// Puts back what decoding set aside.
fn put_unknown(map: &mut Object, unknown: &str) {
    if let Ok(Json::Object(unknown)) = Json::parse(unknown) {
        for (key, value) in unknown {
            map.put(key, value);
        }
    }
}

fn measurement(m: &Measurement) -> Json {
    let origin = match &m.origin {
        Origin::Typed => "typed",
        Origin::Computed | Origin::Files(_) => "computed",
    };
    let mut entries = vec![
        ("value", Json::Number(write(m.value))),
        ("source", Json::text(origin)),
    ];
    if let Some(period) = &m.period {
        entries.push(("period", Json::text(period)));
    }
    if let Origin::Files(basis) = &m.origin {
        entries.push(("from", basis_of(basis)));
    }
    Json::Object(object(entries))
}

fn basis_of(b: &Basis) -> Json {
    let mut entries = vec![
        (
            "files",
            Json::List(b.files.iter().map(|f| Json::text(f)).collect()),
        ),
        ("columns", Json::text(&b.columns)),
        ("rule", Json::text(&b.rule)),
        ("begins", Json::text(&b.begins)),
        ("ends", Json::text(&b.ends)),
        ("cases", Json::whole(b.cases)),
    ];
    if let Some(of) = b.of {
        entries.push(("of", Json::whole(of)));
    }
    Json::Object(object(entries))
}
