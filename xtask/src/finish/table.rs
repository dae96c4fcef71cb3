//! What the splitter's files say to one another through the table of functions.
//!
//! Whatever one of them needs of another gets a place in the table; who calls it has a small function
//! that passes all it is given on to that place.

use super::merge::number;
use super::wasm::function_names;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use wasmparser::{ElementItems, ElementKind, FunctionBody, Operator, Parser, Payload, TypeRef};

/// One file, as the others see it.
#[derive(Default)]
pub struct Said {
    /// How many functions it imports, and the types of its own.
    imported: u32,
    types: Vec<u32>,
    /// Which of its functions stand where.
    pub places: BTreeMap<u32, u32>,
    /// Which of its functions do nothing but call what stands at a place, and its type.
    pub passed_on: HashMap<u32, (u32, u32)>,
    names: HashMap<u32, String>,
}

impl Said {
    pub fn by(wasm: &[u8]) -> Result<Self, String> {
        let mut said = Self {
            names: function_names(wasm).map_err(text)?,
            ..Self::default()
        };
        let mut next = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.map_err(text)? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        if let TypeRef::Func(_) = import.map_err(text)?.ty {
                            said.imported += 1;
                        }
                    }
                    next = said.imported;
                }
                Payload::FunctionSection(functions) => {
                    let types = functions.into_iter().collect::<Result<_, _>>();
                    said.types = types.map_err(text)?;
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        said.place(element.map_err(text)?)?;
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    if let Some(to) = passes_on(&body).map_err(text)? {
                        said.passed_on.insert(next, to);
                    }
                    next += 1;
                }
                _ => {}
            }
        }
        Ok(said)
    }

    fn place(&mut self, element: wasmparser::Element) -> Result<(), String> {
        let ElementItems::Functions(functions) = element.items else {
            // The first file keeps places free for those of the others.
            return Ok(());
        };
        let (start, _) = place_of(&element.kind)?;
        for (at, function) in (start..).zip(functions) {
            self.places.insert(at, function.map_err(text)?);
        }
        Ok(())
    }

    /// How many functions are its own.
    pub fn count(&self) -> Result<u32, String> {
        number(self.types.len())
    }

    /// The type of one of its own functions.
    pub fn type_of(&self, function: u32) -> Option<u32> {
        let own = function.checked_sub(self.imported)?;
        self.types.get(usize::try_from(own).ok()?).copied()
    }
}

/// Which places somebody needs who does not call them by the function's own number.
pub struct Needed {
    /// By name, what the program itself has in the table.
    taken: HashSet<String>,
    /// Which places are called from which file that is published.
    called: BTreeMap<u32, BTreeSet<usize>>,
}

impl Needed {
    /// Of the whole program, before it was split.
    pub fn by(linked: &[u8]) -> Result<Self, String> {
        let linked = Said::by(linked)?;
        let taken = linked.places.values().filter_map(|at| linked.names.get(at));
        Ok(Self {
            taken: taken.cloned().collect(),
            called: BTreeMap::new(),
        })
    }

    /// Notes what a file calls that becomes part of the published one of this number.
    pub fn note(&mut self, said: &Said, published: usize) {
        for (place, _) in said.passed_on.values() {
            self.called.entry(*place).or_default().insert(published);
        }
    }

    /// Whether a function of the published file of this number has to stand at its place.
    pub fn is_needed(&self, said: &Said, place: u32, published: usize) -> bool {
        let name = (said.places.get(&place)).and_then(|function| said.names.get(function));
        let mut callers = self.called.get(&place).into_iter().flatten();
        name.is_none_or(|name| self.taken.contains(name)) || callers.any(|own| *own != published)
    }
}

/// Where the functions of an element begin, and in which table.
pub fn place_of(kind: &ElementKind) -> Result<(u32, Option<u32>), String> {
    let ElementKind::Active {
        table_index,
        offset_expr,
    } = kind
    else {
        return Err("merging: functions are not put into the table at once".into());
    };
    match offset_expr.get_operators_reader().read().map_err(text)? {
        Operator::I32Const { value } => {
            let start = u32::try_from(value).map_err(|e| e.to_string())?;
            Ok((start, *table_index))
        }
        other => Err(format!("merging: a place in the table is {other:?}")),
    }
}

/// The place, and the type of what stands there, if this is all that a function does.
fn passes_on(body: &FunctionBody) -> wasmparser::Result<Option<(u32, u32)>> {
    if body.get_locals_reader()?.get_count() > 0 {
        return Ok(None);
    }
    let mut operators = body.get_operators_reader()?;
    let (mut given, mut place) = (0, None);
    loop {
        match (operators.read()?, place) {
            (Operator::LocalGet { local_index }, None) if local_index == given => given += 1,
            (Operator::I32Const { value }, None) => place = u32::try_from(value).ok(),
            (
                Operator::CallIndirect {
                    type_index,
                    table_index: 0,
                },
                Some(place),
            ) => {
                let is_all = matches!(operators.read()?, Operator::End) && operators.eof();
                return Ok(is_all.then_some((place, type_index)));
            }
            _ => return Ok(None),
        }
    }
}

fn text(e: wasmparser::BinaryReaderError) -> String {
    format!("merging: {e}")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, Function, FunctionSection, Module,
        NameMap, NameSection, TypeSection, ValType,
    };

    /// A file with functions of these names at the places from 1 on, and one that passes on to `place`.
    fn file(names: &[&str], place: i32) -> Said {
        let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
        let (mut code, mut named) = (CodeSection::new(), NameMap::new());
        types.ty().function([ValType::I32], [ValType::I32]);
        for (at, name) in (0..).zip(names) {
            named.append(at, name);
            functions.function(0);
            let mut body = Function::new([]);
            body.instructions()
                .local_get(0)
                .i32_const(1)
                .i32_add()
                .end();
            code.function(&body);
        }
        functions.function(0);
        let mut body = Function::new([]);
        let mut all = body.instructions();
        all.local_get(0).i32_const(place).call_indirect(0, 0).end();
        code.function(&body);
        let mut elements = ElementSection::new();
        let all: Vec<_> = (0..number(names.len()).unwrap()).collect();
        let start = ConstExpr::i32_const(1);
        elements.active(None, &start, Elements::Functions(all.into()));
        let mut notes = NameSection::new();
        notes.functions(&named);
        let mut module = Module::new();
        (module.section(&types).section(&functions))
            .section(&elements)
            .section(&code)
            .section(&notes);
        Said::by(&module.finish()).unwrap()
    }

    #[test]
    fn what_only_passes_on_is_known_by_its_place() {
        let said = file(&["one", "two"], 9);
        assert_eq!(said.passed_on, [(2, (9, 0))].into());
        assert_eq!(said.places, [(1, 0), (2, 1)].into());
        assert_eq!((said.count(), said.type_of(2)), (Ok(3), Some(0)));
    }

    #[test]
    fn a_place_is_needed_by_the_program_itself_and_by_those_in_other_files() {
        let linked = file(&["taken"], 9);
        let mut needed = Needed {
            taken: linked.names.into_values().collect(),
            called: BTreeMap::new(),
        };
        let (own, other) = (file(&["taken", "near", "far", "unheard"], 2), file(&[], 3));
        needed.note(&own, 0);
        needed.note(&other, 1);
        let kept: Vec<_> = (1..=4)
            .filter(|at| needed.is_needed(&own, *at, 0))
            .collect();
        assert_eq!(kept, [1, 3]);
        let nameless = Said {
            places: [(4, 0)].into(),
            ..Said::default()
        };
        assert!(needed.is_needed(&nameless, 4, 0));
    }
}
