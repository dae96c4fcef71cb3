//! Writing.

use super::{FORMAT, VERSION, digest::digest};
use crate::model::assessment::Fields;
use crate::model::{Answer, Assessment, Evidence, Measurement, Mode, Origin, Stamp};
use serde_json::{Map, Value, json};
use std::fmt::Display;

/// The file for people: pretty JSON with a final line break. `app` is the app's version,
/// `saved_at` an RFC 3339 time.
#[must_use]
pub fn encode(assessment: &Assessment, app: &str, saved_at: &str) -> String {
    // `{:#}` of a JSON value is its pretty form.
    format!("{:#}\n", file(assessment, app, saved_at))
}

/// The same without white space, for storage.
#[must_use]
pub fn encode_compact(assessment: &Assessment, app: &str, saved_at: &str) -> String {
    file(assessment, app, saved_at).to_string()
}

/// The text that the digest is taken over.
pub(super) fn body_text(assessment: &Assessment) -> String {
    parts(assessment).0.to_string()
}

fn file(assessment: &Assessment, app: &str, saved_at: &str) -> Value {
    let (body, stamps) = parts(assessment);
    let mut file = json!({
        "format": FORMAT,
        "version": VERSION,
        "app": app,
        "savedAt": saved_at,
        "digest": digest(&body.to_string()),
        "body": body,
        "stamps": stamps,
    });
    restore_unknown(&mut file, assessment);
    file
}

type Stamps = Map<String, Value>;

fn parts(a: &Assessment) -> (Value, Stamps) {
    let mut stamps = Stamps::new();
    stamp(&mut stamps, "team".into(), a.team.stamp.as_ref());
    stamp(&mut stamps, "scope".into(), a.scope.stamp.as_ref());
    let mut responses = section(&mut stamps, "responses", &a.responses, answer);
    let notes = section(&mut stamps, "notes", &a.notes, |note| json!(note));
    let texts = |list: &Vec<Evidence>| list.iter().map(|e| json!(e.text)).collect();
    let evidence = section(&mut stamps, "evidence", &a.evidence, texts);
    for (name, extra) in [("note", notes), ("evidence", evidence)] {
        for (id, value) in extra {
            responses.entry(id).or_insert_with(|| json!({}))[name] = value;
        }
    }
    let mut body = json!({
        "id": a.id.as_str(),
        "team": a.team(),
        "questionnaire": {"id": a.questionnaire.id, "version": a.questionnaire.version},
        "responses": responses,
        "measurements": section(&mut stamps, "measurements", &a.measurements, measurement),
        "targets": section(&mut stamps, "targets", &a.targets, |level| json!(level.number())),
    });
    if let Some(scope) = &a.scope.value {
        let mode = match scope.mode {
            Mode::Quick => "quick",
            Mode::Full => "full",
        };
        let disciplines: Vec<_> = scope.disciplines.iter().map(|d| d.as_str()).collect();
        body["scope"] = json!({"mode": mode, "disciplines": disciplines});
    }
    (body, stamps)
}

fn stamp(stamps: &mut Stamps, path: String, stamp: Option<&Stamp>) {
    if let Some(stamp) = stamp {
        stamps.insert(path, Value::String(stamp.to_string()));
    }
}

fn section<K: Ord + Display, T>(
    stamps: &mut Stamps,
    part: &str,
    fields: &Fields<K, T>,
    value: impl Fn(&T) -> Value,
) -> Map<String, Value> {
    let mut map = Map::new();
    for (key, field) in fields.iter() {
        stamp(stamps, format!("{part}/{key}"), field.stamp.as_ref());
        if let Some(v) = &field.value {
            map.insert(key.to_string(), value(v));
        }
    }
    map
}

fn answer(answer: &Answer) -> Value {
    match answer {
        Answer::Level(level) => json!({"level": level.number()}),
        Answer::Between(l) => json!({"between": [l.level().number(), l.upper().number()]}),
        Answer::NotApplicable(reason) => json!({"notApplicable": reason}),
        Answer::DontKnow => json!({"dontKnow": true}),
    }
}

fn measurement(m: &Measurement) -> Value {
    let origin = match m.origin {
        Origin::Typed => "typed",
        Origin::Computed => "computed",
    };
    let mut value = json!({"value": number(m.value), "source": origin});
    if let Some(period) = &m.period {
        value["period"] = json!(period);
    }
    value
}

/// Whole numbers without `.0`, as people write them.
#[expect(
    clippy::cast_possible_truncation,
    reason = "checked to be whole and small"
)]
fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        json!(value as i64)
    } else {
        json!(value)
    }
}

/// Puts back what decoding set aside, below the paths at which it stood.
fn restore_unknown(file: &mut Value, assessment: &Assessment) {
    for (path, text) in assessment.unknown.iter() {
        let Ok(value) = serde_json::from_str::<Value>(text) else {
            continue;
        };
        let (parents, key) = path.rsplit_once('\u{1f}').unwrap_or(("", path));
        let mut place = Some(&mut *file);
        for parent in parents.split('\u{1f}').filter(|p| !p.is_empty()) {
            place = place
                .and_then(Value::as_object_mut)
                .map(|map| map.entry(parent).or_insert_with(|| json!({})));
        }
        if let Some(map) = place.and_then(Value::as_object_mut) {
            map.entry(key).or_insert(value);
        }
    }
}
