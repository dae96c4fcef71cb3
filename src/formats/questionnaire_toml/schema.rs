//! What editors need to help whoever writes a questionnaire: a JSON schema (draft 4, which each of them
//! knows), made from the very types that are read.

mod about;
mod trace;

use super::brand::Branding;
use super::change::Changes;
use super::document::{Added, Credit, Dropped, Head, Kept};
use crate::model::Published;
use serde_json::{Map, Value, json};
pub(super) use trace::of;

/// The schema, as text.
#[must_use]
pub fn schema() -> String {
    let tables = |entries: Vec<(&str, Value)>| {
        let lists = entries.into_iter().map(|(table, entry)| {
            let list =
                json!({ "type": "array", "items": entry, "description": about::table(table) });
            (table.to_owned(), list)
        });
        lists.collect::<Map<_, _>>()
    };
    let object = |properties: Map<String, Value>, about: &str| json!({ "type": "object", "properties": properties, "additionalProperties": false, "description": about });
    let mut properties = tables(Added::entries());
    let others = [
        ("questionnaire", of::<Head>("questionnaire")),
        ("brand", of::<Branding>("brand")),
        ("source", of::<Credit>("source")),
        ("drop", of::<Dropped>("drop")),
        ("keep", of::<Kept>("keep")),
        ("published", of::<Published>("published")),
        ("add", object(tables(Added::entries()), about::ADD)),
        ("change", object(tables(Changes::entries()), about::CHANGE)),
    ];
    for (name, mut schema) in others {
        if let Some(about) = about::document(name) {
            schema["description"] = about.into();
        }
        properties.insert(name.to_owned(), schema);
    }
    let schema = json!({
        "$schema": "http://json-schema.org/draft-04/schema#",
        "title": "A questionnaire for Plumbline",
        "description": "docs/questionnaires.md says what each part is for.",
        "type": "object",
        "properties": properties,
        "required": ["questionnaire"],
        "additionalProperties": false,
    });
    format!("{schema:#}\n")
}
