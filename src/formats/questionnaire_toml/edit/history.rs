//! The texts that a document had while it was written, to go back and forth.

/// The present text, those before it and those that were taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    past: Vec<String>,
    present: String,
    future: Vec<String>,
    /// The field that is being typed into: its letters are one step.
    at: Option<String>,
}

/// So many steps can be taken back.
const MOST: usize = 200;

impl History {
    /// Begins with a text.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self {
            past: Vec::new(),
            present: text,
            future: Vec::new(),
            at: None,
        }
    }

    /// The text as it is.
    #[must_use]
    pub fn present(&self) -> &str {
        &self.present
    }

    /// Takes a new text. What is typed into one field, named by `at`, without a pause elsewhere, is one
    /// step.
    pub fn take(&mut self, text: String, at: Option<&str>) {
        if text == self.present {
            return;
        }
        let before = std::mem::replace(&mut self.present, text);
        let goes_on = at.is_some() && self.at.as_deref() == at;
        if !goes_on {
            self.past.push(before);
            let over = self.past.len().saturating_sub(MOST);
            self.past.drain(..over);
        }
        self.at = at.map(str::to_owned);
        self.future.clear();
    }

    /// What is typed next is a step of its own.
    pub fn rest(&mut self) {
        self.at = None;
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to take again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Goes back one step; says whether there was one.
    pub fn undo(&mut self) -> bool {
        self.turn(|history| history.past.pop(), |history| &mut history.future)
    }

    /// Goes forth one step; says whether there was one.
    pub fn redo(&mut self) -> bool {
        self.turn(|history| history.future.pop(), |history| &mut history.past)
    }

    fn turn(
        &mut self,
        from: impl FnOnce(&mut Self) -> Option<String>,
        to: impl FnOnce(&mut Self) -> &mut Vec<String>,
    ) -> bool {
        let Some(text) = from(self) else {
            return false;
        };
        let before = std::mem::replace(&mut self.present, text);
        to(self).push(before);
        self.at = None;
        true
    }
}
