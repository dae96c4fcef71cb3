//! The headers of a table in a form in which the many ways to write one are the same.

use crate::events::key::Key;
use crate::events::order;

/// The headers of a table, to be found by name.
#[derive(Debug, Clone)]
pub struct Headers<'t> {
    names: &'t [String],
    forms: Vec<String>,
    keys: Vec<(Option<Key>, usize)>,
}

impl<'t> Headers<'t> {
    /// The headers of a table.
    #[must_use]
    pub fn new(names: &'t [String]) -> Self {
        let forms: Vec<String> = names.iter().map(|name| plain(name)).collect();
        let mut keys: Vec<(Option<Key>, usize)> = forms
            .iter()
            .enumerate()
            .map(|(at, form)| (Key::of(form), at))
            .collect();
        order::sort(&mut keys, |one, other| one < other);
        Self { names, forms, keys }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.names.len()
    }

    /// A header as the table has it.
    #[must_use]
    pub fn name(&self, at: usize) -> &'t str {
        self.names.get(at).map_or("", String::as_str)
    }

    /// A header in plain form.
    #[must_use]
    pub fn form(&self, at: usize) -> &str {
        self.forms.get(at).map_or("", String::as_str)
    }

    /// Returns the column with one of these names; of several names (`a|b`) the first that is there. `#3` is the
    /// third column.
    #[must_use]
    pub fn find(&self, names: &str) -> Option<usize> {
        names.split('|').find_map(|name| self.find_one(name))
    }

    /// Returns the column of one name.
    fn find_one(&self, name: &str) -> Option<usize> {
        if let Some(place) = name.strip_prefix('#') {
            let at = place.parse::<usize>().ok()?.checked_sub(1)?;
            return (at < self.names.len()).then_some(at);
        }
        let key = Key::of(&plain(name));
        let from = self.keys.partition_point(|(own, _)| *own < key);
        self.keys
            .get(from)
            .filter(|(own, _)| *own == key && key.is_some())
            .map(|(_, at)| *at)
    }

    /// Returns the columns that repeat another: *Labels 2*, *Labels 3* and so on.
    #[must_use]
    pub fn repeats(&self, of: usize) -> Vec<usize> {
        let first = self.name(of);
        (2..=99)
            .map_while(|number| {
                let form = plain(&[first, " ", &u32::to_string(&number)].concat());
                self.find_one(&form)
            })
            .collect()
    }
}

/// Returns a name's letters and digits, small: `Created At (UTC)`, `created_at` and `createdAt` are the same.
#[must_use]
pub fn plain(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let name = name.trim();
    for letter in name.strip_suffix("(UTC)").unwrap_or(name).chars() {
        match letter {
            'a'..='z' | '0'..='9' | '#' => out.push(letter),
            'A'..='Z' => out.push(letter.to_ascii_lowercase()),
            'À'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => {
                out.extend(char::from_u32(u32::from(letter) + 32))
            }
            '\u{80}'.. => out.push(letter),
            _ => {}
        }
    }
    out
}
