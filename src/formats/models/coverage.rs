//! What of a model is in what was made of it.

use std::fmt;

/// How much was taken over, and what was not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// What, how many of it were taken over, and how many there are.
    pub taken: Vec<(&'static str, usize, usize)>,
    /// What was left out or made otherwise, and why.
    pub left: Vec<String>,
    /// How many texts the model does not have, so that somebody has to write them.
    pub to_write: usize,
    /// How many texts were longer than fits, and were cut.
    pub cut: usize,
}

impl Coverage {
    /// Counts something.
    pub(super) fn count(&mut self, what: &'static str, is_taken: bool) {
        match self.taken.iter_mut().find(|(own, _, _)| *own == what) {
            Some((_, taken, of)) => {
                *taken += usize::from(is_taken);
                *of += 1;
            }
            None => self.taken.push((what, usize::from(is_taken), 1)),
        }
    }

    /// Says what was left out, once.
    pub(super) fn leave(&mut self, what: impl Into<String>) {
        let what = what.into();
        if !self.left.contains(&what) {
            self.left.push(what);
        }
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let taken = self.taken.iter();
        let taken = taken.map(|(what, taken, of)| format!("{taken} of {of} {what}"));
        let taken: Vec<_> = taken.collect();
        write!(f, "taken over: {}", taken.join(", "))?;
        for left in &self.left {
            write!(f, "\nnot as it was: {left}")?;
        }
        if self.cut > 0 {
            write!(f, "\ncut, and ends with “…”: {} texts", self.cut)?;
        }
        if self.to_write > 0 {
            write!(f, "\nbegins with “To be written”: {} texts", self.to_write)?;
        }
        Ok(())
    }
}
