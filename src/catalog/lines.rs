//! Values, one a line: how the compact text is written and read.

use crate::model::{Bound, Condition, Day, Level, Source, Stakes, decimal};
use std::fmt::Display;
use std::str::Lines;

/// Writes values, one a line.
#[derive(Default)]
pub(super) struct Writer(Vec<String>);

impl Writer {
    /// The whole text; `None` when a text in it spans lines.
    pub(super) fn finish(&self) -> Option<String> {
        let breaks = |byte: u8| matches!(byte, b'\n' | b'\r');
        let whole = self.0.iter().all(|line| !line.bytes().any(breaks));
        whole.then(|| self.0.join("\n"))
    }

    pub(super) fn put(&mut self, value: &dyn Display) -> &mut Self {
        self.0.push(value.to_string());
        self
    }

    pub(super) fn line(&mut self, value: &dyn Display) {
        self.put(value);
    }

    pub(super) fn add(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    pub(super) fn list<T>(&mut self, items: &[T], mut put: impl FnMut(&mut Self, &T)) {
        self.put(&items.len());
        for item in items {
            put(self, item);
        }
    }

    pub(super) fn condition(&mut self, condition: &Condition) {
        let (kind, id, number): (_, &dyn Display, f64) = match condition {
            Condition::Practice { practice, bound } => match bound {
                Bound::AtLeast(l) => ("p>", practice, l.number().into()),
                Bound::AtMost(l) => ("p<", practice, l.number().into()),
            },
            Condition::Metric { metric, bound } => match bound {
                Bound::AtLeast(v) => ("m>", metric, *v),
                Bound::AtMost(v) => ("m<", metric, *v),
            },
        };
        self.put(&kind).put(id).line(&number);
    }

    pub(super) fn sources(&mut self, sources: &[Source]) {
        self.list(sources, |w, s| w.put(&s.title).line(&s.url));
    }
}

/// What a reader says that meets something else.
pub(super) const BROKEN: &str = "the catalogue is as the build script wrote it";

/// Reads values, one a line.
pub(super) struct Reader<'a>(Lines<'a>);

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self(text.lines())
    }

    /// An id of the program's own.
    pub(super) fn own<T: TryFrom<String>>(&self, id: &str) -> T {
        T::try_from(id.to_owned()).ok().expect(BROKEN)
    }

    pub(super) fn line(&mut self) -> &'a str {
        self.0.next().expect(BROKEN)
    }

    pub(super) fn text(&mut self) -> String {
        self.line().to_owned()
    }

    pub(super) fn id<T: TryFrom<String>>(&mut self) -> T {
        T::try_from(self.text()).ok().expect(BROKEN)
    }

    pub(super) fn number(&mut self) -> f64 {
        decimal::read(self.line()).expect(BROKEN)
    }

    pub(super) fn count(&mut self) -> u16 {
        self.line().parse().expect(BROKEN)
    }

    /// The day so many after `from`.
    pub(super) fn day(&mut self, from: Day) -> Day {
        from.plus(self.line().parse().expect(BROKEN))
    }

    /// The one of `all` that the next line counts to.
    pub(super) fn one_of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        all.get(usize::from(self.count())).expect(BROKEN)
    }

    pub(super) fn level(&mut self) -> Level {
        let number = u8::try_from(self.count()).ok();
        number.and_then(Level::new).expect(BROKEN)
    }

    pub(super) fn stakes(&mut self) -> Stakes {
        let number = u8::try_from(self.count()).ok();
        number.and_then(|n| Stakes::try_from(n).ok()).expect(BROKEN)
    }

    pub(super) fn flag(&mut self) -> bool {
        self.line() == "1"
    }

    pub(super) fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count: u16 = self.count();
        (0..count).map(|_| item(self)).collect()
    }

    pub(super) fn texts(&mut self) -> Vec<String> {
        self.list(Self::text)
    }

    pub(super) fn sources(&mut self) -> Vec<Source> {
        self.list(|r| Source {
            title: r.text(),
            url: r.text(),
        })
    }
}
