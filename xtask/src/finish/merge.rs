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
mod tests {
    use super::*;
    use wasm_encoder::{
        ConstExpr, Elements, Function, GlobalType, MemoryType, RefType, TableType, ValType,
    };
    use wasmparser::Validator;

    /// A file with a memory, a table, and a function that is put into it and calls itself.
    fn file(globals: &[&str], at: i32, types: &[ValType]) -> Vec<u8> {
        let (mut kinds, mut imports) = (TypeSection::new(), ImportSection::new());
        kinds.ty().function([], []);
        kinds.ty().function(types.iter().copied(), []);
        let memory = MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        let table = TableType {
            element_type: RefType::FUNCREF,
            minimum: 9,
            maximum: None,
            table64: false,
            shared: false,
        };
        let global = GlobalType {
            val_type: ValType::I32,
            mutable: true,
            shared: false,
        };
        imports.import("main", "memory", memory);
        for name in globals {
            imports.import("main", name, global);
        }
        imports.import("main", "table", table);
        let (mut functions, mut elements) = (FunctionSection::new(), ElementSection::new());
        functions.function(0);
        elements.active(
            None,
            &ConstExpr::i32_const(at),
            Elements::Functions([0][..].into()),
        );
        let (mut code, mut data) = (CodeSection::new(), DataSection::new());
        let mut body = Function::new([]);
        body.instructions().call(0);
        for number in 0..globals.len() {
            body.instructions().global_get(number as u32).drop();
        }
        body.instructions().end();
        code.function(&body);
        data.active(0, &ConstExpr::i32_const(at), [u8::try_from(at).unwrap()]);
        let mut module = Module::new();
        (module.section(&kinds).section(&imports).section(&functions))
            .section(&elements)
            .section(&code)
            .section(&data);
        module.finish()
    }

    /// Which functions are called, which globals are read, and which functions stand in the table.
    fn uses(wasm: &[u8]) -> (Vec<u32>, Vec<u32>, Vec<u32>) {
        let (mut calls, mut globals, mut entries) = (Vec::new(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm).map(Result::unwrap) {
            match payload {
                Payload::CodeSectionEntry(body) => {
                    for operator in body.get_operators_reader().unwrap() {
                        match operator.unwrap() {
                            wasmparser::Operator::Call { function_index } => {
                                calls.push(function_index);
                            }
                            wasmparser::Operator::GlobalGet { global_index } => {
                                globals.push(global_index);
                            }
                            _ => {}
                        }
                    }
                }
                Payload::ElementSection(all) => {
                    for element in all {
                        if let wasmparser::ElementItems::Functions(own) = element.unwrap().items {
                            entries.extend(own.into_iter().map(Result::unwrap));
                        }
                    }
                }
                _ => {}
            }
        }
        (calls, globals, entries)
    }

    fn merged(files: &[Vec<u8>], is_needed: impl Fn(u32) -> bool) -> Result<Vec<u8>, String> {
        let said: Vec<_> = files.iter().map(|file| Said::by(file)).collect();
        let said = said.into_iter().collect::<Result<Vec<_>, _>>()?;
        let files: Vec<_> = files.iter().map(Vec::as_slice).zip(&said).collect();
        merge(&files, |_, place| is_needed(place))
    }

    #[test]
    fn functions_are_counted_on_and_what_all_need_is_asked_for_once() {
        let files = [file(&["stack"], 1, &[]), file(&["other", "stack"], 2, &[])];
        let whole = merged(&files, |_| true).unwrap();
        Validator::new().validate_all(&whole).unwrap();
        let (calls, globals, entries) = uses(&whole);
        assert_eq!(calls, [0, 1]);
        assert_eq!(entries, [0, 1]);
        assert_eq!(globals, [0, 1, 0]);
    }

    #[test]
    fn files_that_do_not_belong_together_are_not_made_one() {
        let files = [file(&[], 1, &[]), file(&[], 2, &[ValType::I32])];
        let why = merged(&files, |_| true).unwrap_err();
        assert_eq!(why, "merging: the files have different types");
        assert!(merged(&[b"no wasm".to_vec()], |_| true).is_err());
    }

    /// A file with a function at each place from `at` on. The first calls what stands at the places
    /// `through`, by functions that only pass it on, of the type of this number.
    fn caller(at: i32, count: u32, through: &[i32], kind: u32) -> Vec<u8> {
        let (mut kinds, mut imports) = (TypeSection::new(), ImportSection::new());
        kinds.ty().function([], []);
        kinds.ty().function([ValType::I32], []);
        let table = TableType {
            element_type: RefType::FUNCREF,
            minimum: 9,
            maximum: None,
            table64: false,
            shared: false,
        };
        imports.import("main", "table", table);
        let (mut functions, mut elements) = (FunctionSection::new(), ElementSection::new());
        let (mut code, mut body) = (CodeSection::new(), Function::new([]));
        let pass = count..count + number(through.len()).unwrap();
        for pass in pass {
            if kind == 1 {
                body.instructions().i32_const(5);
            }
            body.instructions().call(pass);
        }
        body.instructions().end();
        functions.function(0);
        code.function(&body);
        for _ in 1..count {
            let mut body = Function::new([]);
            body.instructions().unreachable().end();
            functions.function(0);
            code.function(&body);
        }
        for place in through {
            let mut body = Function::new([]);
            let mut all = body.instructions();
            if kind == 1 {
                all.local_get(0);
            }
            all.i32_const(*place).call_indirect(0, kind).end();
            functions.function(kind);
            code.function(&body);
        }
        let at = ConstExpr::i32_const(at);
        let all: Vec<_> = (0..count).collect();
        elements.active(None, &at, Elements::Functions(all.into()));
        let mut module = Module::new();
        (module.section(&kinds).section(&imports).section(&functions))
            .section(&elements)
            .section(&DataCountSection { count: 0 })
            .section(&code)
            .section(&DataSection::new());
        module.finish()
    }

    #[test]
    fn those_that_are_together_call_one_another_and_others_through_the_table() {
        // Places 1 and 2 are of the first file, 3 of the second, 7 of another.
        let files = [caller(1, 2, &[3, 7], 0), caller(3, 1, &[2, 3], 0)];
        let whole = merged(&files, |_| true).unwrap();
        Validator::new().validate_all(&whole).unwrap();
        // 0 and 1 with 2 and 3, which pass on; 4 with 5 and 6.
        assert_eq!(uses(&whole).0, [4, 3, 1, 4]);
    }

    #[test]
    fn a_call_that_stops_the_program_stops_it_still() {
        let files = [caller(1, 1, &[2], 1), caller(2, 1, &[], 0)];
        let whole = merged(&files, |_| true).unwrap();
        Validator::new().validate_all(&whole).unwrap();
        assert_eq!(uses(&whole).0, [1]);
    }

    #[test]
    fn what_nobody_looks_for_in_the_table_leaves_it_and_the_others_keep_their_places() {
        let whole = merged(&[caller(1, 4, &[], 0)], |place| place != 2).unwrap();
        Validator::new().validate_all(&whole).unwrap();
        let places = Said::by(&whole).unwrap().places;
        assert_eq!(places, [(1, 0), (3, 2), (4, 3)].into());
    }
}
