//! Records of separated values, found 64 bytes at a time.
//!
//! As RFC 4180 has it (<https://www.rfc-editor.org/rfc/rfc4180>), and with what is found in the wild: any
//! delimiter, any end of a line, quotes within a cell that does not begin with one, quotes that never end.

use crate::events::eight::ONES;
#[cfg(not(target_feature = "simd128"))]
use crate::events::eight::{HIGH, borrows};
use crate::events::table::Span;

/// A byte that no text in UTF-8 has: the delimiter where there is none.
const NEVER: u8 = 0xff;
/// Another one: the end of the text.
const END: u8 = 0xfe;

/// The places of all bytes that may mean something: delimiters, quotes, ends of lines.
struct Marks<'t> {
    text: &'t [u8],
    /// Where the 64 bytes begin that were looked at last.
    base: usize,
    /// A bit for each byte among them that is one, and has not been given.
    mask: u64,
    delimiter: u64,
    quote: u64,
}

impl<'t> Marks<'t> {
    fn new(text: &'t [u8], delimiter: u8, quotes: bool) -> Self {
        let quote = if quotes { b'"' } else { delimiter };
        Self {
            text,
            base: 0,
            mask: 0,
            delimiter: ONES * u64::from(delimiter),
            quote: ONES * u64::from(quote),
        }
    }

    /// Goes to a place: the next one given is there or behind it.
    fn seek(&mut self, at: usize) {
        self.base = at & !63;
        self.look();
        self.mask &= u64::MAX << (at & 63);
    }

    /// Looks at 64 bytes. Behind the end there are bytes that mean nothing.
    fn look(&mut self) {
        let rest = self.text.get(self.base..).unwrap_or_default();
        self.mask = if let Some(block) = rest.first_chunk::<64>() {
            self.marks_of(block)
        } else {
            let mut last = [b'0'; 64];
            for (to, from) in last.iter_mut().zip(rest) {
                *to = *from;
            }
            self.marks_of(&last)
        };
    }

    /// A bit for each of 64 bytes. Ends of lines are below 16, and whatever else is there is let go by who asks.
    #[cfg(target_feature = "simd128")]
    #[inline]
    fn marks_of(&self, block: &[u8; 64]) -> u64 {
        use core::arch::wasm32::{
            u8x16_bitmask, u8x16_eq, u8x16_lt, u8x16_splat, u64x2, u64x2_splat, v128_or,
        };
        let (delimiter, quote) = (u64x2_splat(self.delimiter), u64x2_splat(self.quote));
        let mut marks = 0;
        let (words, _) = block.as_chunks::<8>();
        for (at, pair) in words.as_chunks::<2>().0.iter().enumerate() {
            let [one, other] = pair.map(u64::from_le_bytes);
            let bytes = u64x2(one, other);
            let low = u8x16_lt(bytes, u8x16_splat(16));
            let named = v128_or(u8x16_eq(bytes, delimiter), u8x16_eq(bytes, quote));
            marks |= u64::from(u8x16_bitmask(v128_or(low, named))) << (at * 16);
        }
        marks
    }

    /// The same, eight bytes at a time.
    #[cfg(not(target_feature = "simd128"))]
    #[inline]
    fn marks_of(&self, block: &[u8; 64]) -> u64 {
        let mut marks = 0;
        for (at, eight) in block.as_chunks::<8>().0.iter().enumerate() {
            let word = u64::from_le_bytes(*eight);
            let low = borrows(word & (ONES * 0xf0));
            let high = low | borrows(word ^ self.delimiter) | borrows(word ^ self.quote);
            // The highest bits of eight bytes, side by side.
            let bits = ((high & HIGH) >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
            marks |= bits << (at * 8);
        }
        marks
    }

    /// The next place; the text's length where there is none.
    #[inline]
    fn next(&mut self) -> usize {
        if self.mask == 0 && !self.go_on() {
            return self.text.len();
        }
        let at = self.base + self.mask.trailing_zeros() as usize;
        self.mask &= self.mask - 1;
        at
    }

    /// Looks at the next 64 bytes with something among them. `false` where there are none.
    #[inline(never)]
    fn go_on(&mut self) -> bool {
        while self.mask == 0 {
            self.base += 64;
            if self.base >= self.text.len() {
                self.base = self.text.len();
                return false;
            }
            self.look();
        }
        true
    }
}

/// A reader of records.
pub struct Scan<'t> {
    text: &'t str,
    marks: Marks<'t>,
    delimiter: u8,
    quotes: bool,
    /// Where the next record begins.
    at: usize,
    /// Cells that stand nowhere in the text as they are.
    pub more: String,
    /// How many records there were.
    pub records: usize,
    /// How many quotes at the beginning of a cell do not enclose it.
    pub stray: usize,
    /// The record from which on quotes were read as letters.
    pub unended: Option<usize>,
    /// How many bytes were looked at once more.
    wasted: usize,
}

impl<'t> Scan<'t> {
    pub fn new(text: &'t str, from: usize, delimiter: Option<u8>, quotes: bool) -> Self {
        let delimiter = delimiter.unwrap_or(NEVER);
        let mut marks = Marks::new(text.as_bytes(), delimiter, quotes);
        marks.seek(from);
        Self {
            text,
            marks,
            delimiter,
            quotes,
            at: from,
            more: String::new(),
            records: 0,
            stray: 0,
            unended: None,
            wasted: 0,
        }
    }

    /// Where the next record begins.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// What stands in a cell.
    pub fn cell(&self, span: Span) -> &str {
        let (start, end) = (span.start as usize, span.end as usize);
        let found = match start.checked_sub(self.text.len()) {
            Some(within) => self.more.get(within..within + (end - start)),
            None => self.text.get(start..end),
        };
        found.unwrap_or("")
    }

    /// Adds the cells of the next record. `false` where there is none. Empty lines are none.
    #[inline]
    pub fn record(&mut self, cells: &mut Vec<Span>) -> bool {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        while let Some(b'\n' | b'\r') = bytes.get(start) {
            self.marks.next();
            start += 1;
        }
        if start >= bytes.len() {
            self.at = start;
            return false;
        }
        loop {
            let (end, byte) = if self.quotes && bytes.get(start) == Some(&b'"') {
                self.quoted(start, cells)
            } else if self.unended.is_none() {
                self.bare(&mut start, cells)
            } else {
                let (end, byte) = self.end();
                cells.push(self.plain(start, end));
                (end, byte)
            };
            start = end + 1;
            if byte == self.delimiter {
                continue;
            }
            if byte == b'\r' && bytes.get(start) == Some(&b'\n') {
                self.marks.next();
                start += 1;
            }
            break;
        }
        self.at = start.min(bytes.len());
        self.records += 1;
        true
    }

    /// Adds the cells of a record until one begins with a quote, and says where the last one ends. Nearly all
    /// cells of most files come by here.
    #[inline]
    fn bare(&mut self, start: &mut usize, cells: &mut Vec<Span>) -> (usize, u8) {
        let text = self.marks.text;
        loop {
            let at = self.marks.next();
            let byte = text.get(at).copied().unwrap_or(END);
            if byte == self.delimiter {
                cells.push(Span::new(*start, at));
                if self.quotes && text.get(at + 1) == Some(&b'"') {
                    return (at, byte);
                }
                *start = at + 1;
            } else if matches!(byte, b'\n' | b'\r' | END) {
                cells.push(Span::new(*start, at));
                return (at, byte);
            }
        }
    }

    /// Where the cell ends, and with what: a delimiter, the end of the line or [`END`].
    #[inline]
    fn end(&mut self) -> (usize, u8) {
        loop {
            let at = self.marks.next();
            let byte = self.marks.text.get(at).copied().unwrap_or(END);
            if byte == self.delimiter || matches!(byte, b'\n' | b'\r' | END) {
                return (at, byte);
            }
        }
    }

    /// A cell as it stands. Where quotes turned out to be letters, those around a whole cell still are none.
    #[inline]
    fn plain(&self, start: usize, end: usize) -> Span {
        if self.unended.is_some() {
            let cell = self.text.as_bytes().get(start..end).unwrap_or_default();
            if let [b'"', .., b'"'] = cell {
                return Span::new(start + 1, end - 1);
            }
        }
        Span::new(start, end)
    }

    /// Adds the cell that begins with the quote at a place, and says where it ends.
    fn quoted(&mut self, start: usize, cells: &mut Vec<Span>) -> (usize, u8) {
        let bytes = self.marks.text;
        self.marks.next();
        let mut is_doubled = false;
        let close = loop {
            let at = self.marks.next();
            if at >= bytes.len() {
                return self.as_letter(start, at, cells);
            }
            if bytes[at] != b'"' {
                continue;
            }
            if bytes.get(at + 1) != Some(&b'"') {
                break at;
            }
            self.marks.next();
            is_doubled = true;
        };
        let (end, byte) = self.end();
        let behind = bytes.get(close + 1..end).unwrap_or_default();
        let is_over = behind.trim_ascii().is_empty();
        let within = bytes.get(start + 1..close).unwrap_or_default();
        if !is_over && within.iter().any(|b| matches!(b, b'\n' | b'\r')) {
            return self.as_letter(start, close, cells);
        }
        if is_over && !is_doubled {
            cells.push(Span::new(start + 1, close));
        } else {
            let from = self.text.len() + self.more.len();
            let within = self.text.get(start + 1..close).unwrap_or("");
            let mut pieces = within.split("\"\"");
            self.more.push_str(pieces.next().unwrap_or(""));
            for piece in pieces {
                self.more.push('"');
                self.more.push_str(piece);
            }
            if !is_over {
                self.more
                    .push_str(self.text.get(close + 1..end).unwrap_or(""));
            }
            cells.push(Span::new(from, self.text.len() + self.more.len()));
        }
        (end, byte)
    }

    /// The quote at a place encloses nothing: it is a letter. If it never ends, or if looking for ends
    /// takes too long, all that follow are.
    fn as_letter(&mut self, start: usize, seen: usize, cells: &mut Vec<Span>) -> (usize, u8) {
        self.stray += 1;
        self.wasted += seen - start;
        if seen >= self.text.len() || self.wasted > self.text.len() {
            self.unended = Some(self.records);
            self.quotes = false;
            self.marks = Marks::new(self.marks.text, self.delimiter, false);
        }
        self.marks.seek(start + 1);
        let (end, byte) = self.end();
        cells.push(self.plain(start, end));
        (end, byte)
    }
}
