//! What is in a file, whether it came as YAML or as JSON.

use crate::formats::json::Json;
use crate::model::text::{cut, is_hidden};

/// A value. Numbers and the like are texts: what a model calls `3` and what it calls `"3"` are the same.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    Text(String),
    List(Vec<Tree>),
    /// In the order of the file.
    Table(Vec<(String, Tree)>),
}

impl Tree {
    /// What stands under a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let found = self.entries().iter().find(|(own, _)| own == key);
        found.map(|(_, value)| value)
    }

    /// What a table holds; nothing of anything else.
    pub fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Table(entries) => entries,
            Self::Text(_) | Self::List(_) => &[],
        }
    }

    /// The list under a key; nothing where something else stands there.
    pub fn list(&self, key: &str) -> &[Self] {
        match self.get(key) {
            Some(Self::List(items)) => items,
            _ => &[],
        }
    }

    /// The text under a key, in one line; empty where there is none.
    pub fn text(&self, key: &str) -> String {
        match self.get(key) {
            Some(Self::Text(text)) => line(text),
            _ => String::new(),
        }
    }

    /// How many values it is.
    pub fn size(&self) -> usize {
        match self {
            Self::Text(_) => 1,
            Self::List(items) => 1 + items.iter().map(Self::size).sum::<usize>(),
            Self::Table(entries) => {
                1 + entries.iter().map(|(_, value)| value.size()).sum::<usize>()
            }
        }
    }
}

/// A text in one line, of what one sees.
pub fn line(text: &str) -> String {
    let is_seen = |c: &char| c.is_whitespace() || !is_hidden(*c);
    let seen: String = text.chars().filter(is_seen).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in one line that fits, cut at a word where it must be.
pub fn short(text: &str, most: usize) -> String {
    let text = line(text);
    if text.chars().count() <= most {
        return text;
    }
    let short = cut(&text, most - 1);
    let end = short.rfind(' ').filter(|at| *at > most / 2);
    format!("{}…", &short[..end.unwrap_or(short.len())])
}

impl From<&Json> for Tree {
    fn from(json: &Json) -> Self {
        match json {
            Json::Null => Self::Text(String::new()),
            Json::Bool(flag) => Self::Text(flag.to_string()),
            Json::Number(text) | Json::Text(text) | Json::Written(text) => Self::Text(text.clone()),
            Json::List(items) => Self::List(items.iter().map(Self::from).collect()),
            Json::Object(object) => {
                let entries = object
                    .iter()
                    .map(|(key, value)| (key.clone(), value.into()));
                Self::Table(entries.collect())
            }
        }
    }
}
