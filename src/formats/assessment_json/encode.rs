//! Writing.

mod fields;
mod workshops;

pub use workshops::workshop_json;

use super::unknown::{Whole, restore};
use super::{FORMAT, VERSION, digest::digest};
use crate::formats::json::{Json, Object};
use crate::model::decimal::write;
use crate::model::{
    Action, ActionState, Answer, Assessment, AssessmentId, Basis, Carries, Evidence, Horizon,
    Measurement, Mode, Origin, Side, Snapshot, SnapshotId, Sorted,
};
use fields::{object, section, stamp};

/// The file for people: pretty JSON with a final line break. `app` is the app's version,
/// `saved_at` an RFC 3339 time.
#[must_use]
pub fn encode(assessment: &Assessment, app: &str, saved_at: &str) -> String {
    file(assessment, app, saved_at, &mut snapshot).pretty() + "\n"
}

/// The same without white space, for storage.
#[must_use]
pub fn encode_compact(assessment: &Assessment, app: &str, saved_at: &str) -> String {
    file(assessment, app, saved_at, &mut snapshot).compact()
}

/// Writes documents for storage, again and again as answers come. Snapshots are most of a document, and
/// hardly ever change: each is remembered as it was written.
#[derive(Debug)]
pub struct Encoder {
    app: &'static str,
    of: Option<AssessmentId>,
    snapshots: Sorted<SnapshotId, (Snapshot, String)>,
}

impl Encoder {
    /// One of this version of the app.
    #[must_use]
    pub const fn new(app: &'static str) -> Self {
        Self {
            app,
            of: None,
            snapshots: Sorted::new(),
        }
    }

    /// The text of a document.
    pub fn encode(&mut self, a: &Assessment, saved_at: &str) -> String {
        if self.of.as_ref() != Some(&a.id) {
            *self = Self::new(self.app);
            self.of = Some(a.id.clone());
        }
        let known = &mut self.snapshots;
        let mut made = |id: &SnapshotId, own: &Snapshot| {
            let same = known.get(id).filter(|(was, _)| was == own);
            let same = same.map(|(_, text)| text.clone());
            Json::Written(same.unwrap_or_else(|| {
                let text = snapshot(id, own).compact();
                known.put(id.clone(), (own.clone(), text.clone()));
                text
            }))
        };
        file(a, self.app, saved_at, &mut made).compact()
    }
}

/// Writes one snapshot.
type Make<'m> = &'m mut dyn FnMut(&SnapshotId, &Snapshot) -> Json;

/// The text that the digest is taken over: what format 1 had at first. Later parts stay out of it, or
/// every file that an earlier version wrote beside them would look edited.
pub(super) fn body_text(assessment: &Assessment) -> String {
    Json::Object(first(assessment, &mut Object::default())).compact()
}

fn file(assessment: &Assessment, app: &str, saved_at: &str, make: Make) -> Json {
    let mut stamps = Object::default();
    let body = Json::Object(first(assessment, &mut stamps));
    let digest = digest(&body.compact());
    let Json::Object(mut body) = body else {
        return body;
    };
    later(assessment, &mut body, &mut stamps, make);
    let mut file = object(vec![
        ("format", Json::text(FORMAT)),
        ("version", Json::whole(VERSION)),
        ("app", Json::text(app)),
        ("savedAt", Json::text(saved_at)),
        ("digest", Json::Text(digest)),
        ("body", Json::Object(body)),
        ("stamps", Json::Object(stamps)),
    ]);
    let notes = notes(assessment);
    if !notes.is_empty() {
        file.put("notes".to_owned(), Json::Object(notes));
    }
    restore(&mut file, Whole::File, assessment);
    Json::Object(file)
}

/// What format 1 had at first, and the stamps that go with it.
fn first(a: &Assessment, stamps: &mut Object) -> Object {
    stamp(stamps, "questionnaire".into(), a.moved.as_ref());
    stamp(stamps, "removed".into(), a.removed.stamp.as_ref());
    stamp(stamps, "team".into(), a.team.stamp.as_ref());
    stamp(stamps, "scope".into(), a.scope.stamp.as_ref());
    let mut responses = section(stamps, "responses", &a.responses, answer);
    for (id, field) in a.carried.iter() {
        let path = |part: &str| [part, id.as_str()].concat();
        stamp(stamps, path("carried/"), field.stamp.as_ref());
        stamp(stamps, path("carried-until/"), field.value.as_ref());
    }
    let mut notes = Object::default();
    for (id, note) in a.notes.iter() {
        stamp(stamps, ["notes/", id.as_str()].concat(), note.stamp());
        if let Some(text) = note.text() {
            notes.put(id.to_string(), Json::Text(text));
        }
    }
    let evidence = section(stamps, "evidence", &a.evidence, |list| {
        Json::List(list.iter().map(piece).collect())
    });
    for (name, extra) in [("note", notes), ("evidence", evidence)] {
        for (id, value) in extra {
            if let Some(response) = below(&mut responses, id) {
                response.put(name.to_owned(), value);
            }
        }
    }
    let measurements = section(stamps, "measurements", &a.measurements, measurement);
    let targets = section(stamps, "targets", &a.targets, |level| {
        Json::whole(level.number())
    });
    let questionnaire = object(vec![
        ("id", Json::text(&a.questionnaire.id)),
        ("version", Json::text(&a.questionnaire.version)),
    ]);
    let mut body = object(vec![
        ("id", Json::text(a.id.as_str())),
        ("team", Json::text(a.team())),
        ("questionnaire", Json::Object(questionnaire)),
        ("responses", Json::Object(responses)),
        ("measurements", Json::Object(measurements)),
        ("targets", Json::Object(targets)),
    ]);
    if let Some(removal) = &a.removed.value {
        body.put("removed".to_owned(), Json::Bool(true));
        stamp(stamps, "removed/at".into(), removal.made.as_ref());
        for (writer, ahead) in removal.ahead.iter() {
            stamp(stamps, format!("removed/ahead/{writer}"), Some(ahead));
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
fn later(a: &Assessment, body: &mut Object, stamps: &mut Object, make: Make) {
    let actions = section(stamps, "actions", &a.actions, |_| Json::Null);
    if !actions.is_empty() {
        let actions = a.actions().map(|(id, action)| act(id.as_str(), action));
        body.put("actions".to_owned(), Json::List(actions.collect()));
    }
    let snapshots = section(stamps, "snapshots", &a.snapshots, |_| Json::Null);
    if !snapshots.is_empty() {
        let snapshots = a.snapshots();
        let snapshots = snapshots.iter().map(|(id, own)| make(id, own));
        body.put("snapshots".to_owned(), Json::List(snapshots.collect()));
    }
    let mut about = Object::default();
    for (fact, field) in a.about.iter() {
        stamp(stamps, format!("about/{}", fact.id()), field.stamp.as_ref());
        if let Some(text) = &field.value {
            about.put(fact.id().to_owned(), Json::text(text));
        }
    }
    if !about.is_empty() {
        body.put("about".to_owned(), Json::Object(about));
    }
    workshops::put(body, stamps, a);
}

fn answer(answer: &Answer) -> Json {
    let (kind, value) = match answer {
        Answer::Level(level) => ("level", Json::whole(level.number())),
        Answer::Between(l) => {
            let ends = [l.level(), l.upper()].map(|level| Json::whole(level.number()));
            ("between", Json::List(ends.into()))
        }
        Answer::NotApplicable(reason) => ("notApplicable", Json::text(reason)),
        Answer::DontKnow => ("dontKnow", Json::Bool(true)),
    };
    Json::Object(object(vec![(kind, value)]))
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
fn snapshot(id: &SnapshotId, own: &Snapshot) -> Json {
    let mut stamps = Object::default();
    let mut body = first(&own.state, &mut stamps);
    later(&own.state, &mut body, &mut stamps, &mut snapshot);
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
            let mut stamps = Object::default();
            for (practice, one) in all.iter() {
                stamp(&mut stamps, practice.to_string(), Some(one));
            }
            body.put("stamps".to_owned(), Json::Object(stamps));
        }
    }
    restore(&mut body, Whole::Snapshot, &own.state);
    Json::Object(body)
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

/// The object under `key`, made when nothing is there; `None` when something else is.
fn below(object: &mut Object, key: String) -> Option<&mut Object> {
    let slot = object.slot(key);
    if *slot == Json::Null {
        *slot = Json::Object(Object::default());
    }
    match slot {
        Json::Object(object) => Some(object),
        _ => None,
    }
}
