//! The shape of JSON: all paths in it, and what is at them how often.

use super::lex::{Lex, Scalar};
use crate::events::table::Span;
use crate::formats::table::not_a_table::NotATable;

/// Brackets nest so deep and no deeper: the reader calls itself.
const DEEPEST: usize = 128;
/// More paths are not kept: there are files with ids for keys.
const MOST_NODES: usize = 8192;
const SLOTS: usize = MOST_NODES * 2;

/// The documents: all paths begin here.
pub const ROOT: u32 = 0;
/// No node.
pub const NONE: u32 = u32::MAX;

/// A path, and what is there.
#[derive(Debug, Clone, Copy, Default)]
pub struct Node {
    /// The path that this one goes on from.
    pub parent: u32,
    /// The key; empty for the items of a list, and for the documents.
    pub key: Span,
    /// Whether these are the items of a list.
    pub is_item: bool,
    /// How many texts, numbers and words are here.
    pub scalars: u32,
    /// How many nulls, empty lists and empty objects.
    pub nothings: u32,
    /// How many objects with something in them.
    pub objects: u32,
    /// How many lists with something in them.
    pub lists: u32,
    /// How many items the longest list has.
    pub longest: u32,
    /// The last scalar.
    pub last: Span,
    /// The path that came after this one the last time, among those of the same object.
    next: u32,
    first: u32,
}

/// All paths of a text.
pub struct Shape {
    /// A path stands behind the one that it goes on from.
    pub nodes: Vec<Node>,
    /// Whether there were more paths than are kept.
    pub is_full: bool,
    /// Where each path is to be found by its key.
    slots: Vec<u32>,
}

struct Reader<'t, 'w> {
    lex: Lex<'t>,
    shape: Shape,
    next_report: usize,
    watch: &'w mut dyn FnMut(usize) -> bool,
    stops: Option<NotATable>,
}

/// Whether a text is one value of JSON, and nothing else.
pub fn is_one(text: &str) -> bool {
    let mut reader = Reader {
        lex: Lex::new(text),
        shape: Shape {
            nodes: Vec::new(),
            is_full: false,
            slots: Vec::new(),
        },
        next_report: usize::MAX,
        watch: &mut |_| true,
        stops: None,
    };
    reader.value(NONE, 0).is_some() && reader.lex.peek() == 0 && reader.lex.at >= text.len()
}

impl Shape {
    /// Reads a whole text.
    pub fn of(text: &str, watch: &mut dyn FnMut(usize) -> bool) -> Result<Self, NotATable> {
        let root = Node {
            parent: NONE,
            next: NONE,
            first: NONE,
            ..Node::default()
        };
        let mut reader = Reader {
            lex: Lex::new(text),
            shape: Self {
                nodes: vec![root],
                is_full: false,
                slots: vec![NONE; SLOTS],
            },
            next_report: 1 << 20,
            watch,
            stops: None,
        };
        let mut is_whole = Some(());
        loop {
            // A comma, or the mark of RFC 7464, stands between documents here and there.
            while matches!(reader.lex.peek(), b',' | 0x1e) {
                reader.lex.at += 1;
            }
            if reader.lex.at >= text.len() || is_whole.is_none() {
                break;
            }
            is_whole = reader.value(ROOT, 0);
        }
        match (is_whole, reader.stops) {
            (Some(()), _) => Ok(reader.shape),
            (None, Some(stops)) => Err(stops),
            (None, None) => Err(broken(text, reader.lex.at)),
        }
    }

    /// How many documents there are.
    pub fn documents(&self) -> usize {
        let root = &self.nodes[0];
        (root.scalars + root.nothings + root.objects + root.lists) as usize
    }

    pub fn node(&self, node: u32) -> &Node {
        &self.nodes[node as usize]
    }

    /// The path that goes on from one by a key. The last one found is remembered, since objects of a list
    /// have their keys in the same order.
    pub fn find(&self, text: &str, parent: u32, key: Span, is_item: bool) -> Option<u32> {
        let mut at = slot(text, parent, key, is_item);
        loop {
            match self.slots[at] {
                NONE => return None,
                node if self.is(text, node, parent, key, is_item) => return Some(node),
                _ => at = (at + 1) % SLOTS,
            }
        }
    }

    fn is(&self, text: &str, node: u32, parent: u32, key: Span, is_item: bool) -> bool {
        let found = self.node(node);
        found.parent == parent
            && found.is_item == is_item
            && bytes(text, found.key) == bytes(text, key)
    }

    /// The same, quicker where the keys come in the order of the last object.
    #[inline]
    pub fn follow(&self, text: &str, parent: u32, before: u32, key: Span) -> Option<u32> {
        let guess = if before == NONE {
            self.node(parent).first
        } else {
            self.node(before).next
        };
        if guess != NONE && self.is(text, guess, parent, key, false) {
            return Some(guess);
        }
        self.find(text, parent, key, false)
    }

    /// The child, which is made if it is new. `None` where there are too many.
    fn child(&mut self, text: &str, parent: u32, before: u32, key: Span) -> Option<u32> {
        if let Some(found) = self.follow(text, parent, before, key) {
            self.remember(parent, before, found);
            return Some(found);
        }
        let made = self.add(text, parent, key, false)?;
        self.remember(parent, before, made);
        Some(made)
    }

    fn remember(&mut self, parent: u32, before: u32, found: u32) {
        if before == NONE {
            self.nodes[parent as usize].first = found;
        } else {
            self.nodes[before as usize].next = found;
        }
    }

    /// The items of a list.
    fn items(&mut self, text: &str, parent: u32) -> Option<u32> {
        let found = self.find(text, parent, Span::default(), true);
        found.or_else(|| self.add(text, parent, Span::default(), true))
    }

    fn add(&mut self, text: &str, parent: u32, key: Span, is_item: bool) -> Option<u32> {
        if self.nodes.len() >= MOST_NODES {
            self.is_full = true;
            return None;
        }
        let made = u32::try_from(self.nodes.len()).ok()?;
        self.nodes.push(Node {
            parent,
            key,
            is_item,
            next: NONE,
            first: NONE,
            ..Node::default()
        });
        let mut at = slot(text, parent, key, is_item);
        while self.slots[at] != NONE {
            at = (at + 1) % SLOTS;
        }
        self.slots[at] = made;
        Some(made)
    }
}

/// What stands at a place.
pub fn bytes(text: &str, span: Span) -> &[u8] {
    let range = span.start as usize..span.end as usize;
    text.as_bytes().get(range).unwrap_or_default()
}

/// Where to look for a path first (Fowler, Noll, Vo: FNV-1a).
fn slot(text: &str, parent: u32, key: Span, is_item: bool) -> usize {
    let mut hash = 0x811c_9dc5_u32 ^ parent.wrapping_mul(0x9e37_79b1) ^ u32::from(is_item);
    for byte in bytes(text, key) {
        hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    (hash ^ hash >> 15) as usize % SLOTS
}

fn broken(text: &str, at: usize) -> NotATable {
    let ends_early = at >= text.len();
    let read = text
        .as_bytes()
        .get(..at + usize::from(!ends_early))
        .unwrap_or(text.as_bytes());
    let line = read.iter().filter(|b| **b == b'\n').count() + 1;
    let column = read.iter().rev().take_while(|b| **b != b'\n').count();
    NotATable::BrokenJson {
        line,
        column,
        ends_early,
    }
}

impl Reader<'_, '_> {
    fn value(&mut self, node: u32, depth: usize) -> Option<()> {
        match self.lex.peek() {
            b'{' => self.object(node, depth),
            b'[' => self.list(node, depth),
            _ => {
                let scalar = self.lex.scalar()?;
                let here = self.shape.nodes.get_mut(node as usize);
                match (scalar, here) {
                    (Scalar::Null, Some(here)) => {
                        here.nothings += 1;
                        here.last = Span::default();
                    }
                    (Scalar::Word(span) | Scalar::Text(span, _), Some(here)) => {
                        here.scalars += 1;
                        here.last = span;
                    }
                    (_, None) => {}
                }
                Some(())
            }
        }
    }

    /// Before what nests: is it too deep, and does anybody want to stop?
    fn enters(&mut self, depth: usize) -> Option<()> {
        if depth >= DEEPEST {
            self.stops = Some(NotATable::TooDeep);
            return None;
        }
        if self.lex.at >= self.next_report {
            self.next_report = self.lex.at.saturating_add(1 << 20);
            if !(self.watch)(self.lex.at) {
                self.stops = Some(NotATable::Stopped);
                return None;
            }
        }
        self.lex.at += 1;
        Some(())
    }

    fn object(&mut self, node: u32, depth: usize) -> Option<()> {
        self.enters(depth)?;
        let is_empty = self.lex.peek() == b'}';
        if let Some(here) = self.shape.nodes.get_mut(node as usize) {
            here.objects += u32::from(!is_empty);
            here.nothings += u32::from(is_empty);
        }
        if is_empty {
            return self.lex.take(b'}');
        }
        let mut before = NONE;
        loop {
            let (key, _) = self.lex.string()?;
            self.lex.take(b':')?;
            let known = node != NONE;
            let child = known
                .then(|| self.shape.child(self.lex.text, node, before, key))
                .flatten();
            self.value(child.unwrap_or(NONE), depth + 1)?;
            before = child.unwrap_or(before);
            if self.lex.peek() == b'}' {
                return self.lex.take(b'}');
            }
            self.lex.take(b',')?;
        }
    }

    fn list(&mut self, node: u32, depth: usize) -> Option<()> {
        self.enters(depth)?;
        let is_empty = self.lex.peek() == b']';
        if let Some(here) = self.shape.nodes.get_mut(node as usize) {
            here.lists += u32::from(!is_empty);
            here.nothings += u32::from(is_empty);
        }
        if is_empty {
            return self.lex.take(b']');
        }
        let known = node != NONE;
        let items = known
            .then(|| self.shape.items(self.lex.text, node))
            .flatten()
            .unwrap_or(NONE);
        let mut count = 0;
        loop {
            self.value(items, depth + 1)?;
            count += 1;
            if self.lex.peek() == b']' {
                break;
            }
            self.lex.take(b',')?;
        }
        if let Some(here) = self.shape.nodes.get_mut(node as usize) {
            here.longest = here.longest.max(count);
        }
        self.lex.take(b']')
    }
}
