//! The tables of a document, each read by itself, so that everything wrong with them is found at once.

use super::change::Changes;
use super::places::Places;
use crate::model::{Balance, Dimension, Discipline, Metric, Practice, Published, Rule, Term};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::Spanned;
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
}

fn english() -> String {
    "en".to_owned()
}

/// What there is new.
#[derive(Default)]
pub(super) struct Added {
    pub(super) disciplines: Vec<Discipline>,
    pub(super) dimensions: Vec<Dimension>,
    pub(super) practices: Vec<Practice>,
    pub(super) metrics: Vec<Metric>,
    pub(super) terms: Vec<Term>,
    pub(super) rules: Vec<Rule>,
    pub(super) balance: Vec<Balance>,
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
    pub(super) added: Added,
    pub(super) dropped: Dropped,
    pub(super) kept: Option<Kept>,
    pub(super) changes: Changes,
    pub(super) published: Option<Published>,
}

/// The tables of what is added, which are those of a whole questionnaire, too.
const TABLES: [&str; 7] = [
    "discipline",
    "dimension",
    "practice",
    "metric",
    "term",
    "rule",
    "balance",
];

type Entry<'t> = Spanned<DeValue<'t>>;

/// Reads a document. `None` where nothing can be made of it, or a table of it.
pub(super) fn read(text: &str, places: &mut Places) -> Option<Document> {
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        places.wrong_at(error.span(), "", error.message().to_owned());
    }
    if places.is_wrong() {
        return None;
    }
    let mut document = Document {
        head: Head {
            id: String::new(),
            version: String::new(),
            title: String::new(),
            language: String::new(),
            extends: None,
            quick: None,
        },
        added: Added::default(),
        dropped: Dropped::default(),
        kept: None,
        changes: Changes::default(),
        published: None,
    };
    let mut has_head = false;
    for (key, value) in root.into_inner() {
        let name = key.get_ref().to_string();
        places.stands(name.clone(), key.span().start);
        match name.as_str() {
            "questionnaire" => {
                has_head = true;
                note_fields(&name, &value, places);
                if let Some(head) = one(value, &name, places) {
                    document.head = head;
                }
            }
            "add" => each_table(value, &name, places, &mut |table, list, places| {
                document.added.read(table, list, places)
            }),
            "change" => each_table(value, &name, places, &mut |table, list, places| {
                document.changes.read(table, list, places)
            }),
            "drop" => {
                note_fields(&name, &value, places);
                document.dropped = one(value, &name, places).unwrap_or_default();
            }
            "keep" => {
                note_fields(&name, &value, places);
                document.kept = one(value, &name, places);
            }
            "published" => document.published = one(value, &name, places),
            table if TABLES.contains(&table) => {
                document.added.read(table, value, places);
            }
            _ => places.wrong_with(&name, UNKNOWN),
        }
    }
    if !has_head {
        let message = "there is no [questionnaire], with an id, a version and a title";
        places.wrong_at(None, "", message.to_owned());
    }
    (!places.is_wrong()).then_some(document)
}

const UNKNOWN: &str = "there is no such table: [questionnaire], [drop], [keep], and [[add.…]] and [[change.…]] of discipline, dimension, practice, metric, term, rule and balance";

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

impl Added {
    /// Reads the entries of a table; says whether there is such a table.
    fn read(&mut self, table: &str, list: Entry, places: &mut Places) -> bool {
        match table {
            "discipline" => self.disciplines.extend(all(table, list, places)),
            "dimension" => self.dimensions.extend(all(table, list, places)),
            "practice" => self.practices.extend(all(table, list, places)),
            "metric" => self.metrics.extend(all(table, list, places)),
            "term" => self.terms.extend(all(table, list, places)),
            "rule" => self.rules.extend(all(table, list, places)),
            "balance" => self.balance.extend(all(table, list, places)),
            _ => return false,
        }
        true
    }
}

/// Reads each entry of a table by itself.
pub(super) fn all<T: DeserializeOwned>(table: &str, list: Entry, places: &mut Places) -> Vec<T> {
    let span = list.span();
    let DeValue::Array(entries) = list.into_inner() else {
        let message = format!("write [[{table}]], with two brackets, for each");
        places.wrong_at(Some(span), table, message);
        return Vec::new();
    };
    let mut read = Vec::new();
    for entry in entries {
        let id = id_of(&entry);
        let path = format!("{table}/{}", id.as_deref().unwrap_or("?"));
        note_fields(&path, &entry, places);
        read.extend(one(entry, &path, places));
    }
    read
}

/// The id of an entry.
fn id_of(entry: &Entry) -> Option<String> {
    let id = entry.get_ref().as_table()?.get("id")?;
    Some(id.get_ref().as_str()?.to_owned())
}

/// Remembers where an entry and its fields stand.
fn note_fields(path: &str, entry: &Entry, places: &mut Places) {
    places.stands(path.to_owned(), entry.span().start);
    let Some(table) = entry.get_ref().as_table() else {
        return;
    };
    for (key, value) in table {
        let field = format!("{path}/{}", key.get_ref());
        places.stands(field.clone(), key.span().start);
        for (n, item) in value.get_ref().as_array().into_iter().flatten().enumerate() {
            places.stands(format!("{field}/{}", n + 1), item.span().start);
        }
    }
}

/// Reads one entry; says what is wrong with it.
fn one<T: DeserializeOwned>(entry: Entry, path: &str, places: &mut Places) -> Option<T> {
    let whole = entry.span();
    match T::deserialize(entry.into_deserializer()) {
        Ok(read) => Some(read),
        Err(error) => {
            let at = error.span().unwrap_or(whole);
            places.wrong_at(Some(at), path, error.message().to_owned());
            None
        }
    }
}
