//! Set-ups of workshops as this browser keeps them. Losing one loses no answer.

use super::assessment_json::{read_workshop, workshop_json};
use super::json::{Json, Object};
use crate::model::text::line;
use crate::model::validate::{MAX_ASKED, MAX_NAME};
use crate::workshop::SetUp;
use crate::workshop::set_up::{MAX_SET_UPS, What};

/// The set-ups as a text.
#[must_use]
pub fn encode(set_ups: &[SetUp]) -> String {
    let one = |set_up: &SetUp| {
        let mut map = Object::default();
        map.put("name".to_owned(), Json::text(&set_up.name));
        map.put("what".to_owned(), Json::text(set_up.what.id()));
        map.put("workshop".to_owned(), workshop_json(&set_up.workshop));
        Json::Object(map)
    };
    Json::List(set_ups.iter().map(one).collect()).compact()
}

/// Reads them. What cannot be read is passed over: it is a convenience, and nobody's data.
#[must_use]
pub fn decode(text: &str) -> Vec<SetUp> {
    let Ok(Json::List(list)) = Json::parse(text) else {
        return Vec::new();
    };
    let read = list.into_iter().filter_map(one);
    read.take(MAX_SET_UPS).collect()
}

fn one(value: Json) -> Option<SetUp> {
    let Json::Object(mut map) = value else {
        return None;
    };
    let name = map.remove("name")?;
    let what = map.remove("what")?;
    let what = What::ALL
        .into_iter()
        .find(|one| Some(one.id()) == what.as_str())?;
    let mut workshop = read_workshop(map.remove("workshop")?)?;
    workshop.practices.truncate(MAX_ASKED);
    Some(SetUp {
        name: line(name.as_str()?, MAX_NAME),
        what,
        workshop,
    })
}
