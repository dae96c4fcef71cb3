//! Time zones as data: the browser knows them all, and hands in what a file's span needs.

/// Milliseconds since the beginning of 1970 in UTC; before it below 0.
pub type Millis = i64;

/// A time zone over a span: from when on which offset holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Its name, e.g. `Europe/Helsinki`.
    pub name: String,
    /// From which moment on, and how many seconds its clocks are ahead of UTC. In order; the first holds
    /// before, too. Never empty.
    steps: Vec<(Millis, i32)>,
}

impl Zone {
    /// UTC.
    #[must_use]
    pub fn utc() -> Self {
        Self::new("UTC", Vec::new())
    }

    /// A zone by its steps. Without any it is UTC.
    #[must_use]
    pub fn new(name: impl Into<String>, mut steps: Vec<(Millis, i32)>) -> Self {
        steps.sort_unstable();
        if steps.is_empty() {
            steps.push((Millis::MIN, 0));
        }
        Self {
            name: name.into(),
            steps,
        }
    }

    /// How many seconds the clocks are ahead of UTC at a moment.
    #[must_use]
    pub fn offset_at(&self, at: Millis) -> i32 {
        let after = self.steps.partition_point(|(from, _)| *from <= at);
        self.steps[after.saturating_sub(1)].1
    }
}
