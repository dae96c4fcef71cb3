//! What the last few different texts of a column gave: a column of states or services has only some, and the next
//! one is mostly among them.

use crate::events::eight::are_same;

/// How many are remembered.
const MOST: usize = 16;

/// What the last few different texts gave.
pub struct Recent<'a, T> {
    last: usize,
    known: Vec<(&'a str, T)>,
    /// By the place of a text among the few of its column.
    places: Vec<Option<T>>,
}

impl<T> Default for Recent<'_, T> {
    fn default() -> Self {
        Self {
            last: 0,
            known: Vec::new(),
            places: Vec::new(),
        }
    }
}

impl<'a, T: Copy> Recent<'a, T> {
    /// What this very text gave.
    pub fn get(&mut self, text: &str) -> Option<T> {
        if let Some((own, found)) = self.known.get(self.last)
            && are_same(own.as_bytes(), text.as_bytes())
        {
            return Some(*found);
        }
        let at = self
            .known
            .iter()
            .position(|(own, _)| are_same(own.as_bytes(), text.as_bytes()))?;
        self.last = at;
        Some(self.known[at].1)
    }

    /// What the text at this place gave.
    #[inline]
    pub fn at(&self, place: Option<usize>) -> Option<T> {
        *self.places.get(place?)?
    }

    /// Remembers what the text at this place gave, if it has one.
    pub fn put(&mut self, place: Option<usize>, found: T) {
        if let Some(place) = place {
            let places = self.places.len().max(place + 1);
            self.places.resize(places, None);
            self.places[place] = Some(found);
        }
    }

    /// Remembers what a text gave.
    pub fn add(&mut self, text: &'a str, found: T) -> T {
        if self.known.len() < MOST {
            self.known.push((text, found));
        }
        found
    }
}
