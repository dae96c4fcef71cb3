//! The cells of JSON: objects within objects become columns with dots in their names, lists become one
//! text.

use super::lex::{Lex, Scalar};
use super::plan::Plan;
use super::shape::{NONE, Shape};
use crate::events::table::Span;
use crate::formats::table::not_a_table::NotATable;

/// What stands between the items of a list in one cell.
pub const JOINED_BY: &str = ", ";

/// The cells of all rows.
pub struct Read {
    pub spans: Vec<Span>,
    /// Cells that stand nowhere in the text as they are.
    pub more: String,
}

/// A cell that is put together from several values.
#[derive(Default)]
struct Joined {
    column: u32,
    text: String,
}

struct Rows<'t, 'w> {
    lex: Lex<'t>,
    shape: &'t Shape,
    plan: &'t Plan,
    read: Read,
    /// The row that is being read.
    cells: Vec<Span>,
    joined: Vec<Joined>,
    /// How many of them belong to this row; the others are kept for their memory.
    in_use: usize,
    /// For each column its place among them, from 1; 0 for none.
    place_of: Vec<usize>,
    /// Whether this is an object around the rows, of which lists are no cells.
    is_around: bool,
    next_report: usize,
    watch: &'w mut dyn FnMut(usize) -> bool,
    is_stopped: bool,
}

/// Reads the rows of a text whose shape is known.
pub fn read(
    text: &str,
    shape: &Shape,
    plan: &Plan,
    watch: &mut dyn FnMut(usize) -> bool,
) -> Result<Read, NotATable> {
    let width = plan.names.len();
    let mut rows = Rows {
        lex: Lex::new(text),
        shape,
        plan,
        read: Read {
            spans: Vec::with_capacity(width * plan.expected),
            more: String::new(),
        },
        cells: vec![Span::default(); width],
        joined: Vec::new(),
        in_use: 0,
        place_of: vec![0; width],
        is_around: false,
        next_report: 1 << 20,
        watch,
        is_stopped: false,
    };
    loop {
        while matches!(rows.lex.peek(), b',' | 0x1e) {
            rows.lex.at += 1;
        }
        if rows.lex.at >= text.len() || rows.visit(0).is_none() {
            break;
        }
    }
    if rows.is_stopped {
        return Err(NotATable::Stopped);
    }
    Ok(rows.read)
}

impl Rows<'_, '_> {
    /// A value on the way to the rows, or a row.
    fn visit(&mut self, at: usize) -> Option<()> {
        let node = self.plan.chain[at];
        let begins = self.lex.peek();
        if node == self.plan.target {
            // Items of several kinds: what is no object is no row, where others are.
            let is_one = begins == b'{' || self.shape.node(node).is_item && begins == b'[';
            let is_column = self.shape.node(node).objects == 0 && self.shape.node(node).lists == 0;
            return if is_one || is_column {
                self.row(node)
            } else {
                self.lex.skip()
            };
        }
        if !self.plan.gives[at] || begins != b'{' {
            return self.descend(at);
        }
        let (start, before) = (self.lex.at, self.cells.clone());
        self.is_around = true;
        self.value(node)?;
        self.is_around = false;
        self.flush();
        let end = std::mem::replace(&mut self.lex.at, start);
        self.descend(at)?;
        self.cells = before;
        self.lex.at = end;
        Some(())
    }

    /// Goes on towards the rows; what is beside the way is left out.
    fn descend(&mut self, at: usize) -> Option<()> {
        let (node, next) = (self.plan.chain[at], *self.plan.chain.get(at + 1)?);
        let is_item = self.shape.node(next).is_item;
        let (open, close) = if is_item { (b'[', b']') } else { (b'{', b'}') };
        if self.lex.peek() != open {
            return self.lex.skip();
        }
        self.lex.at += 1;
        let mut before = NONE;
        while self.lex.peek() != close {
            let found = if is_item {
                Some(next)
            } else {
                let (key, _) = self.lex.string()?;
                self.lex.take(b':')?;
                let found = self.shape.follow(self.lex.text, node, before, key);
                before = found.unwrap_or(before);
                found
            };
            if found == Some(next) {
                self.visit(at + 1)?;
            } else {
                self.lex.skip()?;
            }
            if self.lex.peek() == b',' {
                self.lex.at += 1;
            }
        }
        self.lex.at += 1;
        Some(())
    }

    fn row(&mut self, node: u32) -> Option<()> {
        let before = self.plan.gives.contains(&true).then(|| self.cells.clone());
        if self.lex.peek() == b'[' {
            self.places()?;
        } else {
            self.value(node)?;
        }
        self.flush();
        self.read.spans.extend_from_slice(&self.cells);
        match before {
            Some(before) => self.cells = before,
            None => self.cells.fill(Span::default()),
        }
        if self.lex.at >= self.next_report {
            self.next_report = self.lex.at.saturating_add(1 << 20);
            if !(self.watch)(self.lex.at) {
                self.is_stopped = true;
                return None;
            }
        }
        Some(())
    }

    /// The places of a row that is a list.
    fn places(&mut self) -> Option<()> {
        self.lex.at += 1;
        let mut place = 0;
        while self.lex.peek() != b']' {
            if matches!(self.lex.peek(), b'{' | b'[') {
                self.lex.skip()?;
            } else {
                let scalar = self.lex.scalar()?;
                self.assign(place, scalar);
            }
            place += 1;
            if self.lex.peek() == b',' {
                self.lex.at += 1;
            }
        }
        self.lex.at += 1;
        Some(())
    }

    fn value(&mut self, node: u32) -> Option<()> {
        match self.lex.peek() {
            _ if node == NONE => self.lex.skip(),
            b'[' if self.is_around => self.lex.skip(),
            b'{' => self.object(node),
            b'[' => {
                self.lex.at += 1;
                let items = self.shape.find(self.lex.text, node, Span::default(), true);
                while self.lex.peek() != b']' {
                    self.value(items.unwrap_or(NONE))?;
                    if self.lex.peek() == b',' {
                        self.lex.at += 1;
                    }
                }
                self.lex.at += 1;
                Some(())
            }
            _ => {
                let scalar = self.lex.scalar()?;
                self.assign(self.plan.column_of[node as usize], scalar);
                Some(())
            }
        }
    }

    fn object(&mut self, node: u32) -> Option<()> {
        self.lex.at += 1;
        let mut before = NONE;
        while self.lex.peek() != b'}' {
            let (key, _) = self.lex.string()?;
            self.lex.take(b':')?;
            let child = self.shape.follow(self.lex.text, node, before, key);
            before = child.unwrap_or(before);
            self.value(child.unwrap_or(NONE))?;
            if self.lex.peek() == b',' {
                self.lex.at += 1;
            }
        }
        self.lex.at += 1;
        Some(())
    }

    /// Puts a scalar into its column; behind what is there already.
    fn assign(&mut self, column: u32, scalar: Scalar) {
        let (Scalar::Word(span) | Scalar::Text(span, _)) = scalar else {
            return;
        };
        let Some(cell) = self
            .cells
            .get(column as usize)
            .copied()
            .filter(|_| !span.is_empty())
        else {
            return;
        };
        let mut span = span;
        if matches!(scalar, Scalar::Text(_, true)) {
            let from = self.lex.text.len() + self.read.more.len();
            self.lex.unescape(span, &mut self.read.more);
            span = Span::new(from, self.lex.text.len() + self.read.more.len());
        }
        if cell.is_empty() {
            self.cells[column as usize] = span;
            return;
        }
        if self.place_of[column as usize] == 0 {
            if self.joined.len() == self.in_use {
                self.joined.push(Joined::default());
            }
            let text = text_of(self.lex.text, &self.read.more, cell);
            let joined = &mut self.joined[self.in_use];
            joined.column = column;
            joined.text.clear();
            joined.text.push_str(text);
            self.in_use += 1;
            self.place_of[column as usize] = self.in_use;
        }
        let place = self.place_of[column as usize];
        let joined = &mut self.joined[place - 1].text;
        joined.push_str(JOINED_BY);
        joined.push_str(text_of(self.lex.text, &self.read.more, span));
    }

    /// Puts the texts that were joined into their cells.
    fn flush(&mut self) {
        for joined in &self.joined[..self.in_use] {
            let from = self.lex.text.len() + self.read.more.len();
            self.read.more.push_str(&joined.text);
            let to = self.lex.text.len() + self.read.more.len();
            self.cells[joined.column as usize] = Span::new(from, to);
            self.place_of[joined.column as usize] = 0;
        }
        self.in_use = 0;
    }
}

fn text_of<'t>(text: &'t str, more: &'t str, span: Span) -> &'t str {
    let (start, end) = (span.start as usize, span.end as usize);
    let found = match start.checked_sub(text.len()) {
        Some(within) => more.get(within..within + (end - start)),
        None => text.get(start..end),
    };
    found.unwrap_or("")
}
