//! Who names whom in the linked program.

use crate::finish::wasm::function_names;
use std::collections::{BTreeMap, HashMap, HashSet};
use wasmparser::{
    DataKind, ExternalKind, KnownCustom, Linking, Parser, Payload, SymbolInfo, TypeRef,
};

/// A function, by its number, or a piece of data, by its symbol's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Node {
    Function(u32),
    Data(usize),
}

/// The linked program, as far as it says who names whom.
#[derive(Default)]
pub struct Program {
    /// The marks of the functions; where several have one, none of them is known by it.
    pub marks: HashMap<u32, String>,
    /// The functions that are exported, and under which names.
    pub exported: Vec<(String, u32)>,
    /// Where the code of each begins, in the section; in this order.
    functions: BTreeMap<u64, u32>,
    /// Where each piece of data is in its section: its begin, its end, its symbol.
    data: BTreeMap<u64, Vec<(u64, usize)>>,
    symbols: Vec<Option<Node>>,
    named: HashMap<Node, HashSet<Node>>,
}

impl Program {
    /// Reads it.
    pub fn by(linked: &[u8]) -> wasmparser::Result<Self> {
        let mut program = Self {
            marks: once(marks(linked)?),
            ..Self::default()
        };
        let (mut next, mut section, mut code, mut data) = (0, 0, (0, 0), (0, 0));
        let mut segments = Vec::new();
        for payload in Parser::new(0).parse_all(linked) {
            let payload = payload?;
            match &payload {
                Payload::ImportSection(imports) => {
                    for import in imports.clone().into_imports() {
                        next += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports.clone() {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            program
                                .exported
                                .push((export.name.to_owned(), export.index));
                        }
                    }
                }
                Payload::CodeSectionStart { range, .. } => code = (section, range.start),
                Payload::CodeSectionEntry(body) => {
                    let at = body.range().start - code.1;
                    program.functions.insert(at, next);
                    next += 1;
                }
                Payload::DataSection(all) => {
                    data = (section, all.range().start);
                    for segment in all.clone() {
                        let segment = segment?;
                        if let DataKind::Active { .. } = segment.kind {
                            let length = u64::try_from(segment.data.len()).unwrap_or_default();
                            segments.push(segment.range.end - length - data.1);
                        }
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(all) => program.read_symbols(all, &segments)?,
                    KnownCustom::Reloc(all) => {
                        for entry in all.entries() {
                            let entry = entry?;
                            let at = u64::from(entry.offset);
                            if all.section_index() == code.0 {
                                program.note_function(at, entry.index);
                            } else if all.section_index() == data.0 {
                                program.note_data(at, entry.index);
                            }
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
            section += u32::from(payload.as_section().is_some());
        }
        Ok(program)
    }

    fn read_symbols(
        &mut self,
        all: wasmparser::LinkingSectionReader,
        segments: &[u64],
    ) -> wasmparser::Result<()> {
        for part in all.subsections() {
            let Linking::SymbolTable(symbols) = part? else {
                continue;
            };
            for symbol in symbols {
                let number = self.symbols.len();
                let node = match symbol? {
                    SymbolInfo::Func { index, .. } => Some(Node::Function(index)),
                    SymbolInfo::Data {
                        symbol: Some(data), ..
                    } => {
                        let segment = usize::try_from(data.index).ok();
                        let segment = segment.and_then(|at| segments.get(at));
                        let start = segment.map(|at| at + u64::from(data.offset));
                        if let Some(start) = start {
                            let end = start + u64::from(data.size);
                            self.data.entry(start).or_default().push((end, number));
                        }
                        start.map(|_| Node::Data(number))
                    }
                    _ => None,
                };
                self.symbols.push(node);
            }
        }
        Ok(())
    }

    fn symbol(&self, number: u32) -> Option<Node> {
        *self.symbols.get(usize::try_from(number).ok()?)?
    }

    /// Notes that the function with code at this place names a symbol.
    fn note_function(&mut self, at: u64, symbol: u32) {
        let function = self.functions.range(..=at).next_back();
        if let (Some((_, function)), Some(node)) = (function, self.symbol(symbol)) {
            let named = self.named.entry(Node::Function(*function));
            named.or_default().insert(node);
        }
    }

    /// Notes that each piece of data at this place names a symbol. Where one lies in another, both do.
    fn note_data(&mut self, at: u64, symbol: u32) {
        let Some(node) = self.symbol(symbol) else {
            return;
        };
        let around = self.data.range(..=at).flat_map(|(_, all)| all);
        let around = around.filter(|(end, _)| at < *end);
        for (_, number) in around {
            let named = self.named.entry(Node::Data(*number));
            named.or_default().insert(node);
        }
    }

    /// All that these functions lead to.
    pub fn reached(&self, from: impl Iterator<Item = u32>) -> HashSet<Node> {
        let mut open: Vec<_> = from.map(Node::Function).collect();
        let mut reached: HashSet<_> = open.iter().copied().collect();
        while let Some(node) = open.pop() {
            for next in self.named.get(&node).into_iter().flatten() {
                if reached.insert(*next) {
                    open.push(*next);
                }
            }
        }
        reached
    }
}

/// Without those that stand there several times.
fn once(mut marks: HashMap<u32, String>) -> HashMap<u32, String> {
    let mut count = HashMap::<String, u32>::new();
    for mark in marks.values() {
        *count.entry(mark.clone()).or_default() += 1;
    }
    marks.retain(|_, mark| count.get(mark) == Some(&1));
    marks
}

/// By which each function can be told in the linked program and in what wasm-bindgen made of it: what is in
/// their names before and after they are made readable.
pub fn marks(wasm: &[u8]) -> wasmparser::Result<HashMap<u32, String>> {
    let names = function_names(wasm)?.into_iter();
    let marks = names.filter_map(|(at, name)| Some((at, mark(&name)?.to_owned())));
    Ok(marks.collect())
}

/// The digest at the end of a name, as rustc writes it: `17h0123456789abcdefE`, or `::h0123456789abcdef`.
pub fn mark(name: &str) -> Option<&str> {
    let name = name.strip_suffix('E').unwrap_or(name);
    let (_, mark) = name.rsplit_once('h')?;
    (mark.len() == 16 && mark.bytes().all(|b| b.is_ascii_hexdigit())).then_some(mark)
}
