//! A questionnaire as far as a model gives it.

use super::coverage::Coverage;
use super::tree::{line, short};
use crate::formats::questionnaire_toml::{Credit, MAX_PRACTICES, TO_WRITE};
use crate::model::knowledge::is_address;
use std::collections::BTreeSet;

/// It, in the order in which it is written.
pub struct Draft {
    pub id: String,
    pub version: String,
    pub title: String,
    pub language: String,
    pub source: Credit,
    pub disciplines: Vec<(String, String, String)>,
    /// Id, discipline, title.
    pub dimensions: Vec<(String, String, String)>,
    pub practices: Vec<Practice>,
    pub coverage: Coverage,
    ids: BTreeSet<(&'static str, String)>,
}

/// A practice.
pub struct Practice {
    pub id: String,
    pub dimension: String,
    pub title: String,
    pub question: String,
    pub why: String,
    pub levels: [String; 5],
    pub how_to_tell: String,
    pub steps: [String; 4],
    pub effort: [char; 4],
    /// Title and address.
    pub sources: Vec<(String, String)>,
}

impl Draft {
    pub fn new(source: Credit) -> Self {
        Self {
            id: String::new(),
            version: "1.0.0".to_owned(),
            title: String::new(),
            language: "en".to_owned(),
            source,
            disciplines: Vec::new(),
            dimensions: Vec::new(),
            practices: Vec::new(),
            coverage: Coverage::default(),
            ids: BTreeSet::new(),
        }
    }

    /// Whether there is room for a practice more. Says so where there is none.
    pub fn has_room(&mut self) -> bool {
        let has_room = self.practices.len() < MAX_PRACTICES;
        if !has_room {
            let left = format!("what is beyond {MAX_PRACTICES} practices");
            self.coverage.leave(left);
        }
        has_room
    }

    /// Takes over the questions of a group as the practices of a dimension: those of which `make` makes one, as
    /// long as there is room. `counted` is what groups and questions are called in the coverage.
    pub fn group<'t, T: 't>(
        &mut self,
        [groups, questions]: [&'static str; 2],
        (id, discipline, title): (String, &str, &str),
        asked: impl IntoIterator<Item = &'t T>,
        make: impl Fn(&mut Self, &str, &'t T) -> Option<Practice>,
    ) {
        let before = self.practices.len();
        for one in asked {
            let taken = self.has_room().then(|| make(self, &id, one)).flatten();
            self.coverage.count(questions, taken.is_some());
            self.practices.extend(taken);
        }
        let is_taken = self.practices.len() > before;
        self.coverage.count(groups, is_taken);
        if is_taken {
            let title = self.or_to_write(title, 48, "a title.");
            self.dimensions.push((id, discipline.to_owned(), title));
        }
    }

    /// An id made of a name; of one that is there already in this table, another one.
    pub fn id(&mut self, table: &'static str, name: &str) -> String {
        let plain = kebab(name);
        let base = if plain.is_empty() { table } else { &plain };
        let mut id = base.to_owned();
        let mut next = 2;
        while self.ids.contains(&(table, id.clone())) {
            id = format!("{base}-{next}");
            next += 1;
        }
        self.ids.insert((table, id.clone()));
        id
    }

    /// A text that fits: twice what the screen has room for is kept, so that whoever corrects it still has
    /// all that can be read.
    pub fn fitting(&mut self, text: &str, most: usize) -> String {
        let whole = line(text);
        let text = short(&whole, most * 2);
        self.coverage.cut += usize::from(text != whole);
        text
    }

    /// The same; where there is none, what is to be written there.
    pub fn or_to_write(&mut self, text: &str, most: usize, what: &str) -> String {
        let text = self.fitting(text, most);
        if text.is_empty() {
            return self.unwritten(what);
        }
        text
    }

    /// A text that nobody has written yet.
    pub fn unwritten(&mut self, what: &str) -> String {
        self.coverage.to_write += 1;
        format!("{TO_WRITE}{what}")
    }

    /// Levels that all differ, as those of a questionnaire do. What is `None` is to be written, and what
    /// says the same as one before it says that it is the next.
    pub fn levels(&mut self, given: [Option<String>; 5]) -> [String; 5] {
        let mut levels: [String; 5] = Default::default();
        for (at, text) in given.into_iter().enumerate() {
            let fitting = self.fitting(&text.unwrap_or_default(), 240);
            let is_new = !fitting.is_empty() && !levels.contains(&fitting);
            levels[at] = match is_new {
                true => fitting,
                false => self.unwritten(&format!("what one would see at level {}.", at + 1)),
            };
        }
        levels
    }

    /// Four steps up; what is not given is to be written.
    pub fn steps(&mut self, given: impl IntoIterator<Item = String>) -> [String; 4] {
        let mut given = given.into_iter();
        [1, 2, 3, 4].map(|from| {
            let what = format!("a first step from {from} to {}.", from + 1);
            self.or_to_write(&given.next().unwrap_or_default(), 200, &what)
        })
    }

    /// Only https can be followed from a questionnaire.
    pub fn source(&mut self, sources: &mut Vec<(String, String)>, title: &str, url: &str) {
        let url = line(url);
        if url.is_empty() || sources.iter().any(|(_, own)| *own == url) {
            return;
        }
        let is_taken = is_address(&url);
        self.coverage.count("links", is_taken);
        if !is_taken {
            self.coverage.leave("links that are not https");
            return;
        }
        let title = self.fitting(title, 60);
        let title = if title.is_empty() { url.clone() } else { title };
        sources.push((title, url));
    }
}

/// Small letters, digits and single hyphens, at most 60.
pub fn kebab(name: &str) -> String {
    let mut id = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
        if id.len() >= 60 {
            break;
        }
    }
    id.trim_end_matches('-').to_owned()
}
