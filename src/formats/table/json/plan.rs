//! Which columns the rows of a list of JSON have.

use super::choose::{List, path};
use super::shape::{NONE, ROOT, Shape};
use crate::events::order;
use crate::events::table::Span;
use crate::formats::table::sheet::MOST_COLUMNS;

/// Memory for the cells, as bytes for each byte of the text, beside some that is always there: objects
/// with ever new keys would take much more.
const CELLS_FOR_BYTE: usize = 2;
const CELLS_ALWAYS: usize = 4 << 20;

/// Which column each path is.
pub struct Plan {
    /// The columns' names.
    pub names: Vec<String>,
    /// How many there would be.
    pub columns: usize,
    /// For each path its column.
    pub column_of: Vec<u32>,
    /// The paths from the documents to the rows.
    pub chain: Vec<u32>,
    /// Of those, the ones whose own fields are in each row, too.
    pub gives: Vec<bool>,
    pub target: u32,
    pub expected: usize,
}

impl Plan {
    /// Which columns rows of this list have: those of the items, then those of the objects around them.
    pub fn new(shape: &Shape, list: &List, text: &str) -> Self {
        let target = list.node;
        let mut chain = vec![target];
        while let Some(last) = chain.last().filter(|last| **last != ROOT) {
            chain.push(shape.node(*last).parent);
        }
        chain.reverse();
        let is_history = list.path.ends_with("status.history[]");
        let above = chain.split_last().map_or(&[][..], |(_, above)| above);
        let gives_own = |node: &u32| list.within.contains(node) || *node == ROOT && is_history;
        let mut gives: Vec<bool> = above.iter().map(gives_own).collect();
        gives.push(false);
        let mut plan = Self {
            names: Vec::new(),
            columns: 0,
            column_of: vec![NONE; shape.nodes.len()],
            chain,
            gives,
            target,
            expected: list.rows,
        };
        plan.positions(shape, list);
        let mut least = plan.least(shape, text);
        plan.add(shape, text, target, true, &mut least);
        for at in (0..plan.chain.len()).rev() {
            if plan.gives[at] {
                plan.add(shape, text, plan.chain[at], false, &mut least);
            }
        }
        plan
    }

    /// Rows that are lists have a column for each place.
    fn positions(&mut self, shape: &Shape, list: &List) {
        let rows = shape.node(self.target);
        if rows.lists == 0 || !rows.is_item {
            return;
        }
        self.columns = rows.longest as usize;
        let places = self.columns.min(MOST_COLUMNS);
        self.names = if list.path.ends_with("result[].values[]") && places == 2 {
            vec!["time".to_owned(), "value".to_owned()]
        } else {
            vec![String::new(); places]
        };
    }

    /// How often a path has to occur to become a column, so that the cells fit into memory; and how many
    /// of those that occur just so often become one.
    fn least(&self, shape: &Shape, text: &str) -> (u32, usize) {
        let cells = (text.len() * CELLS_FOR_BYTE + CELLS_ALWAYS) / size_of::<Span>();
        let most = (cells / self.expected.max(1)).clamp(4, MOST_COLUMNS);
        let mut counts: Vec<u32> = shape.nodes.iter().map(|n| n.scalars + n.nothings).collect();
        order::sort(&mut counts, |one, other| one > other);
        let least = counts.get(most).copied().unwrap_or(0);
        let oftener = counts.partition_point(|count| *count > least);
        (least, most - oftener.min(most))
    }

    /// Adds the fields below a path as columns; of objects around the rows no lists.
    fn add(
        &mut self,
        shape: &Shape,
        text: &str,
        top: u32,
        with_lists: bool,
        least: &mut (u32, usize),
    ) {
        let mut is_below = vec![false; shape.nodes.len()];
        let mut has_below = vec![false; shape.nodes.len()];
        for node in shape.nodes.iter().skip(1) {
            has_below[node.parent as usize] = true;
        }
        for (at, node) in (0_u32..).zip(&shape.nodes) {
            let follows = node.parent != NONE && is_below[node.parent as usize];
            is_below[at as usize] = at == top || follows && (with_lists || !node.is_item);
            let is_leaf = node.scalars > 0 || node.nothings > 0 && !has_below[at as usize];
            if !is_below[at as usize] || !is_leaf || self.column_of[at as usize] != NONE {
                continue;
            }
            // A text in one row and a list in the next are the same column.
            let above = self
                .column_of
                .get(node.parent as usize)
                .copied()
                .unwrap_or(NONE);
            if node.is_item && at != top && above != NONE {
                self.column_of[at as usize] = above;
                continue;
            }
            // The places of a row that is a list have their columns already.
            if node.is_item && node.parent == self.target || at == ROOT && node.scalars == 0 {
                continue;
            }
            self.columns += 1;
            let count = node.scalars + node.nothings;
            let is_just = count == least.0 && least.1 > 0;
            let occurs = count > least.0 || is_just || node.is_item;
            least.1 -= usize::from(is_just);
            if self.names.len() < MOST_COLUMNS && occurs {
                self.column_of[at as usize] = u32::try_from(self.names.len()).unwrap_or(NONE);
                let name = path(shape, at, top, text);
                let name = name.trim_end_matches("[]");
                self.names
                    .push(if name.is_empty() { "value" } else { name }.to_owned());
            }
        }
    }
}
