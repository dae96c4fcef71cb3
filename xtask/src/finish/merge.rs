//! Several wasm files of the splitter's as one: what always goes together is asked for once.
//!
//! All of them came from one file. They have its types, all; they take memory, table and stack from the
//! first file of the app; and they call one another through that table alone. So what is in them only has
//! to be written one after the other, with the functions counted on. Those that are together now call one
//! another as functions do, and what nobody else looks for in the table leaves it: what wasm-opt makes
//! smaller, it has to see.

use super::table::{Said, place_of};
use std::collections::HashMap;
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, DataCountSection, DataSection, ElementSection, Elements, EntityType,
    FunctionSection, ImportSection, Module, TypeSection,
};
use wasmparser::{ElementItems, Imports, Parser, Payload};

/// An import: from which module, under which name, and what.
type Import = (String, String, EntityType);

/// What has been written so far.
#[derive(Default)]
struct Whole {
    types: TypeSection,
    /// The types as they stand in the first file.
    known: Vec<u8>,
    imports: Vec<Import>,
    functions: FunctionSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
}

/// Makes one of them, which leaves at their places in the table only what `is_needed` there.
pub fn merge(
    files: &[(&[u8], &Said)],
    is_needed: impl Fn(&Said, u32) -> bool,
) -> Result<Vec<u8>, String> {
    let mut whole = Whole::default();
    let mut places = HashMap::new();
    let mut start = 0;
    for (_, said) in files {
        for (place, function) in &said.places {
            places.insert(*place, (start + function, said.type_of(*function)));
        }
        start += said.count()?;
    }
    for (file, said) in files {
        let direct = said.passed_on.iter().filter_map(|(own, (place, kind))| {
            let (function, of) = places.get(place)?;
            // Of another type, the call stops the program: that stays so.
            (*of == Some(*kind) && said.type_of(*own) == *of).then_some((*own, *function))
        });
        whole.take(file, direct.collect(), |place| is_needed(said, place))?;
    }
    let mut imports = ImportSection::new();
    for (from, name, kind) in &whole.imports {
        imports.import(from, name, *kind);
    }
    let mut module = Module::new();
    (module.section(&whole.types).section(&imports))
        .section(&whole.functions)
        .section(&whole.elements)
        .section(&DataCountSection {
            count: whole.data.len(),
        })
        .section(&whole.code)
        .section(&whole.data);
    Ok(module.finish())
}

impl Whole {
    fn take(
        &mut self,
        file: &[u8],
        direct: HashMap<u32, u32>,
        is_needed: impl Fn(u32) -> bool,
    ) -> Result<(), String> {
        let said = |e: Error<String>| format!("merging: {e}");
        let mut counted = Counted {
            functions: self.functions.len(),
            data: self.data.len(),
            globals: Vec::new(),
            direct,
        };
        for payload in Parser::new(0).parse_all(file) {
            let payload = payload.map_err(|e| format!("merging: {e}"))?;
            match payload {
                Payload::Version { .. }
                | Payload::DataCountSection { .. }
                | Payload::CodeSectionEntry(_)
                | Payload::CustomSection(_)
                | Payload::End(_) => {}
                // They are called through the table alone.
                Payload::ExportSection(exports) if exports.count() == 0 => {}
                Payload::TypeSection(types) => {
                    let own = &file[bytes(&types.range())?];
                    if self.known.is_empty() {
                        self.known = own.to_vec();
                        let all = &mut self.types;
                        counted.parse_type_section(all, types).map_err(said)?;
                    } else if self.known != own {
                        return Err("merging: the files have different types".into());
                    }
                }
                Payload::ImportSection(imports) => {
                    for import in imports {
                        let Imports::Single(_, import) = import.map_err(|e| e.to_string())? else {
                            return Err("merging: imports are not written one by one".into());
                        };
                        self.import(&mut counted, import)?;
                    }
                }
                Payload::FunctionSection(functions) => {
                    let all = &mut self.functions;
                    counted
                        .parse_function_section(all, functions)
                        .map_err(said)?;
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let element = element.map_err(|e| format!("merging: {e}"))?;
                        self.place(&counted, element, &is_needed)?;
                    }
                }
                Payload::CodeSectionStart { range, .. } => {
                    let code = wasmparser::BinaryReader::new(&file[bytes(&range)?], 0);
                    let code = wasmparser::CodeSectionReader::new(code);
                    let code = code.map_err(|e| e.to_string())?;
                    counted
                        .parse_code_section(&mut self.code, code)
                        .map_err(said)?;
                }
                Payload::DataSection(data) => {
                    counted
                        .parse_data_section(&mut self.data, data)
                        .map_err(said)?;
                }
                other => return Err(format!("merging: what to do with {other:?}?")),
            }
        }
        Ok(())
    }

    /// Puts those into the table that are needed there.
    fn place(
        &mut self,
        counted: &Counted,
        element: wasmparser::Element,
        is_needed: impl Fn(u32) -> bool,
    ) -> Result<(), String> {
        let (start, table) = place_of(&element.kind)?;
        let ElementItems::Functions(functions) = element.items else {
            return Err("merging: what is put into the table are no functions".into());
        };
        let mut run: Vec<u32> = Vec::new();
        let mut next = start;
        for (place, function) in (start..).zip(functions) {
            let function = function.map_err(|e| format!("merging: {e}"))?;
            if is_needed(place) {
                if run.is_empty() {
                    next = place;
                }
                run.push(function + counted.functions);
            } else {
                self.put(table, next, std::mem::take(&mut run))?;
            }
        }
        self.put(table, next, run)
    }

    fn put(&mut self, table: Option<u32>, start: u32, functions: Vec<u32>) -> Result<(), String> {
        if !functions.is_empty() {
            let start = i32::try_from(start).map_err(|e| e.to_string())?;
            let start = ConstExpr::i32_const(start);
            let functions = Elements::Functions(functions.into());
            self.elements.active(table, &start, functions);
        }
        Ok(())
    }

    /// Asks once for what several of them need.
    fn import(&mut self, counted: &mut Counted, import: wasmparser::Import) -> Result<(), String> {
        let kind = RoundtripReencoder.entity_type(import.ty);
        let kind = kind.map_err(|e| format!("merging: {e}"))?;
        let same = |(from, name, _): &Import| from == import.module && name == import.name;
        let at = self.imports.iter().position(same);
        let at = at.unwrap_or_else(|| {
            let (from, name) = (import.module.to_owned(), import.name.to_owned());
            self.imports.push((from, name, kind));
            self.imports.len() - 1
        });
        // Which of its kind it is now.
        let own = std::mem::discriminant(&kind);
        let same = |(.., kind): &&Import| std::mem::discriminant(kind) == own;
        let count = self.imports[..at].iter().filter(same).count();
        match kind {
            EntityType::Global(_) => counted.globals.push(number(count)?),
            EntityType::Memory(_) | EntityType::Table(_) if count == 0 => {}
            _ => return Err(format!("merging: {} is not expected", import.name)),
        }
        Ok(())
    }
}

/// Where the numbers of one file's things are counted on from.
struct Counted {
    functions: u32,
    data: u32,
    /// What its functions call in place of those that only pass on what they are given.
    direct: HashMap<u32, u32>,
    /// Which each of its imported globals is now.
    globals: Vec<u32>,
}

impl Reencode for Counted {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<String>> {
        let direct = self.direct.get(&function).copied();
        Ok(direct.unwrap_or(function + self.functions))
    }

    fn data_index(&mut self, data: u32) -> Result<u32, Error<String>> {
        Ok(data + self.data)
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error<String>> {
        let at = usize::try_from(global).ok();
        let new = at.and_then(|at| self.globals.get(at));
        new.copied()
            .ok_or_else(|| Error::UserError(format!("global {global} is its own")))
    }
}

fn bytes(range: &std::ops::Range<u64>) -> Result<std::ops::Range<usize>, String> {
    let number = |n: u64| usize::try_from(n).map_err(|e| e.to_string());
    Ok(number(range.start)?..number(range.end)?)
}

pub fn number(count: usize) -> Result<u32, String> {
    u32::try_from(count).map_err(|e| e.to_string())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
