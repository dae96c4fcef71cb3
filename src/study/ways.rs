//! How a file can be read otherwise than it was found to be.

use super::dropped::Tabled;
use super::parts::{object, whole};
use crate::formats::json::Json;
use crate::formats::table::{Header, Kind};
use crate::words::words;

/// In how many of the first records the names of the columns are looked for by hand.
const FIRST: usize = 12;

impl Tabled {
    /// Where the names of the columns can stand; nothing for JSON.
    pub(super) fn headers(&self) -> Json {
        let Kind::Separated(found) = &self.found.kind else {
            return Json::Null;
        };
        let one = |id, header, text| {
            object([
                ("id", id),
                ("text", Json::Text(text)),
                ("chosen", Json::Bool(found.header == header)),
            ])
        };
        let nowhere = one(Json::text(""), Header::Nowhere, words().header_row(None));
        let last = match found.header {
            Header::Record(at) => FIRST.max(at + 1),
            Header::Nowhere => FIRST,
        };
        let rows =
            (0..last).map(|at| one(whole(at), Header::Record(at), words().header_row(Some(at))));
        options(rows.chain([nowhere]).collect())
    }

    /// What quotes can mean; nothing for JSON.
    pub(super) fn quotes(&self) -> Json {
        let Kind::Separated(found) = &self.found.kind else {
            return Json::Null;
        };
        let each = [true, false].map(|quotes| {
            object([
                ("id", Json::Bool(quotes)),
                ("text", Json::text(words().quotes(quotes))),
                ("chosen", Json::Bool(found.quotes == quotes)),
            ])
        });
        options(each.into())
    }

    /// The columns that hold JSON, each of which can become columns of its own.
    pub(super) fn nested(&self) -> Json {
        let each = self.found.json_columns.iter().map(|column| {
            object([
                ("name", Json::text(&column.name)),
                ("done", Json::Bool(column.is_done)),
            ])
        });
        Json::List(each.collect())
    }
}

fn options(each: Vec<Json>) -> Json {
    object([("options", Json::List(each))])
}
