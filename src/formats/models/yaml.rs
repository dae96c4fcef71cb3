//! YAML as a tree. What refers to something else is a copy of it, and counts as much.

use super::refusal::{MAX_DEPTH, MAX_VALUES, NotAModel};
use super::tree::Tree;
use saphyr_parser::{Event, Parser};

/// Reads all documents of a file.
pub fn read(text: &str) -> Result<Vec<Tree>, NotAModel> {
    let mut builder = Builder::default();
    for event in Parser::new_from_str(text) {
        let (event, _) = event.map_err(|error| {
            let why = format!("this is not YAML: {}", error.info());
            NotAModel::Unreadable(error.marker().line(), why)
        })?;
        builder.take(event)?;
    }
    Ok(builder.documents)
}

/// A list or a table that is not at its end yet.
struct Open {
    /// By which it can be referred to; 0 for none.
    anchor: usize,
    values: Tree,
    /// The key whose value comes next.
    key: Option<String>,
}

#[derive(Default)]
struct Builder {
    documents: Vec<Tree>,
    open: Vec<Open>,
    /// What can be referred to, by its number.
    anchors: Vec<(usize, Tree)>,
    values: usize,
}

impl Builder {
    fn take(&mut self, event: Event) -> Result<(), NotAModel> {
        match event {
            Event::Scalar(text, _, anchor, _) => self.put(Tree::Text(text.into_owned()), anchor),
            Event::Alias(anchor) => {
                let found = self.anchors.iter().find(|(own, _)| *own == anchor);
                let copy = found.map_or(Tree::Text(String::new()), |(_, value)| value.clone());
                self.put(copy, 0)
            }
            Event::SequenceStart(anchor, _) => self.begin(Tree::List(Vec::new()), anchor),
            Event::MappingStart(anchor, _) => self.begin(Tree::Table(Vec::new()), anchor),
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some(done) => self.put(done.values, done.anchor),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    fn begin(&mut self, values: Tree, anchor: usize) -> Result<(), NotAModel> {
        if self.open.len() >= MAX_DEPTH {
            return Err(NotAModel::TooMuch);
        }
        self.open.push(Open {
            anchor,
            values,
            key: None,
        });
        Ok(())
    }

    fn put(&mut self, value: Tree, anchor: usize) -> Result<(), NotAModel> {
        // What was put into it before has counted already; a copy counts whole.
        self.values += value.size();
        if self.values > MAX_VALUES * 2 {
            return Err(NotAModel::TooMuch);
        }
        if anchor != 0 {
            self.values += value.size();
            self.anchors.push((anchor, value.clone()));
        }
        let Some(open) = self.open.last_mut() else {
            self.documents.push(value);
            return Ok(());
        };
        match (&mut open.values, open.key.take()) {
            (Tree::List(items), _) => items.push(value),
            (Tree::Table(entries), Some(key)) => entries.push((key, value)),
            // A key that is no text says nothing that any model has.
            (Tree::Table(_), None) => {
                open.key = Some(match value {
                    Tree::Text(text) => text,
                    Tree::List(_) | Tree::Table(_) => String::new(),
                });
            }
            (Tree::Text(_), _) => {}
        }
        Ok(())
    }
}
