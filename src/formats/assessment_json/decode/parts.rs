//! The parts of a file that have parts themselves.

use super::Reader;
use crate::formats::json::Json;
use crate::model::decimal::settle;
use crate::model::{Evidence, Measurement, Origin};

impl Reader {
    pub fn measurement(&mut self, path: &str, id: &str, value: Json) -> Option<Measurement> {
        let mut map = self.object(path, Some(value));
        let value = map.remove("value").as_ref().and_then(Json::as_f64);
        let period = match map.remove("period") {
            None | Some(Json::Null) => None,
            period => self.text(&format!("{path}/period"), period),
        };
        let origin = match map.remove("source").as_ref().map(Json::as_str) {
            None | Some(Some("typed")) => Some(Origin::Typed),
            Some(Some("computed")) => Some(Origin::Computed),
            _ => self.refuse(
                &format!("{path}/source"),
                "should be \"typed\" or \"computed\"",
            ),
        };
        self.keep(&["body", "measurements", id], map);
        match value.filter(|v| v.is_finite()) {
            // Readers of JSON may miss the last bit of longer numbers, and a document is read anew
            // at each save.
            Some(value) => Some(Measurement {
                value: settle(value),
                period,
                origin: origin?,
            }),
            None => self.refuse(&format!("{path}/value"), "should be a number"),
        }
    }
}

pub const EVIDENCE: &str =
    "should be a list of addresses, or of objects with title, address and date";

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
    let mut part = |name: &str| match map.remove(name) {
        None => Some(String::new()),
        Some(Json::Text(text)) => Some(text),
        Some(_) => None,
    };
    let (title, address, date) = (part("title")?, part("address")?, part("date")?);
    let unknown = if map.is_empty() {
        String::new()
    } else {
        Json::Object(map).compact()
    };
    Some(Evidence {
        title,
        address,
        date,
        unknown,
    })
}
