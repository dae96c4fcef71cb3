//! The tables of a document, each read by itself, so that everything wrong with them is found at once.

use super::bounds::{self, MAX_BYTES};
use super::brand::Branding;
use super::change::Changes;
use super::places::Places;
use super::schema::of;
use super::tables::{Entry, all, note_fields, one, tables};
use crate::model::{Balance, Dimension, Discipline, Metric, Practice, Published, Rule, Term};
use serde::Deserialize;
use toml::de::{DeTable, DeValue};

/// What a document says of itself.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) title: String,
    #[serde(default = "english")]
    pub(super) language: String,
    /// What it extends, such as `plumbline@2`.
    #[serde(default)]
    pub(super) extends: Option<String>,
    /// What the quick check asks, where that is another choice.
    #[serde(default)]
    pub(super) quick: Option<Vec<String>>,
    /// The practices that come first in their dimension, where that is another order.
    #[serde(default)]
    pub(super) order: Option<Vec<String>>,
}

/// From whose model a questionnaire was made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credit {
    /// What it is called, and whose it is.
    pub title: String,
    /// Where it is published.
    #[serde(default)]
    pub url: String,
    /// Under which terms its words may be passed on.
    #[serde(default)]
    pub licence: String,
}

fn english() -> String {
    "en".to_owned()
}

tables! {
    /// What there is new.
    Added {
        "discipline" disciplines: Discipline,
        "dimension" dimensions: Dimension,
        "practice" practices: Practice,
        "metric" metrics: Metric,
        "term" terms: Term,
        "rule" rules: Rule,
        "balance" balance: Balance,
    }
}

/// What is left out, by ids.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Dropped {
    pub(super) discipline: Vec<String>,
    pub(super) dimension: Vec<String>,
    pub(super) practice: Vec<String>,
    pub(super) metric: Vec<String>,
    pub(super) term: Vec<String>,
    pub(super) rule: Vec<String>,
    pub(super) balance: Vec<String>,
}

/// What alone is asked, by ids: everything else goes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kept {
    pub(super) practice: Vec<String>,
}

/// A document that could be read.
pub(super) struct Document {
    pub(super) head: Head,
    pub(super) brand: Option<Branding>,
    pub(super) source: Option<Credit>,
    pub(super) added: Added,
    pub(super) dropped: Dropped,
    pub(super) kept: Option<Kept>,
    pub(super) changes: Changes,
    pub(super) published: Option<Published>,
}

/// Reads a document. `None` where nothing can be made of it, or a table of it.
pub(super) fn read(text: &str, places: &mut Places) -> Option<Document> {
    if text.len() > MAX_BYTES {
        let message = format!(
            "it has {} bytes, and {MAX_BYTES} are read: keep pictures out of it, and split it in two",
            text.len()
        );
        places.wrong_at(None, "", message);
        return None;
    }
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        places.wrong_at(error.span(), "", error.message().to_owned());
    }
    if places.is_wrong() || !bounds::fits(&root, places) {
        return None;
    }
    let (mut head, mut brand, mut source) = (None, None, None);
    let (mut kept, mut published) = (None, None);
    let (mut added, mut dropped, mut changes) =
        (Added::default(), Dropped::default(), Changes::default());
    for (key, value) in root.into_inner() {
        let name = key.get_ref().to_string();
        places.stands(name.clone(), key.span().start);
        match name.as_str() {
            "questionnaire" => {
                note_fields(&name, &value, places);
                head = one(value, &name, places);
            }
            "brand" => {
                note_fields(&name, &value, places);
                brand = one(value, &name, places);
            }
            "source" => {
                note_fields(&name, &value, places);
                source = one(value, &name, places);
            }
            "add" => each_table(value, &name, places, &mut |table, list, places| {
                added.read(table, list, places)
            }),
            "change" => each_table(value, &name, places, &mut |table, list, places| {
                changes.read(table, list, places)
            }),
            "drop" => {
                note_fields(&name, &value, places);
                dropped = one(value, &name, places).unwrap_or_default();
            }
            "keep" => {
                note_fields(&name, &value, places);
                kept = one(value, &name, places);
            }
            "published" => published = one(value, &name, places),
            // A whole one has the same tables as what is added.
            table => {
                if !added.read(table, value, places) {
                    places.wrong_with(&name, UNKNOWN);
                }
            }
        }
    }
    if !places.has("questionnaire") {
        let message = "there is no [questionnaire], with an id, a version and a title";
        places.wrong_at(None, "", message.to_owned());
    }
    let head = head.filter(|_| !places.is_wrong())?;
    Some(Document {
        head,
        brand,
        source,
        added,
        dropped,
        kept,
        changes,
        published,
    })
}

const UNKNOWN: &str = "there is no such table: [questionnaire], [brand], [source], [drop], [keep], and [[add.…]] and [[change.…]] of discipline, dimension, practice, metric, term, rule and balance";

/// The tables within `[add]` or `[change]`.
fn each_table(
    value: Entry,
    name: &str,
    places: &mut Places,
    read: &mut dyn FnMut(&str, Entry, &mut Places) -> bool,
) {
    let span = value.span();
    let DeValue::Table(tables) = value.into_inner() else {
        let message = format!("write [[{name}.practice]], with two brackets");
        places.wrong_at(Some(span), name, message);
        return;
    };
    for (key, list) in tables {
        let at = key.span();
        let table = key.get_ref().to_string();
        if !read(&table, list, places) {
            places.wrong_at(Some(at), &format!("{name}.{table}"), UNKNOWN.to_owned());
        }
    }
}
