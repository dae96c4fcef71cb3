//! Where cells stand.

/// Where a cell stands in its table's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// Its first byte.
    pub start: u32,
    /// The byte after its last one.
    pub end: u32,
}

impl Span {
    /// From one byte to before another. What lies beyond 4 GB is empty.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) else {
            return Self::default();
        };
        Self { start, end }
    }

    /// Whether nothing stands in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }
}
