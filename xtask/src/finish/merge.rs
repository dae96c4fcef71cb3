//! Several wasm files of the splitter's as one: what always goes together is asked for once.
//!
//! All of them came from one file. They have its types, all; they take memory, table and stack from the
//! first file of the app; and they call one another through that table alone. So what is in them only has
//! to be written one after the other, with the functions counted on.

use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, EntityType, FunctionSection,
    ImportSection, Module, TypeSection,
};
use wasmparser::{Imports, Parser, Payload};

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

/// Makes one of them.
pub fn merge(files: &[Vec<u8>]) -> Result<Vec<u8>, String> {
    let mut whole = Whole::default();
    for file in files {
        whole.take(file)?;
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
    fn take(&mut self, file: &[u8]) -> Result<(), String> {
        let said = |e: Error<String>| format!("merging: {e}");
        let mut counted = Counted {
            functions: self.functions.len(),
            elements: self.elements.len(),
            data: self.data.len(),
            globals: Vec::new(),
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
                    let all = &mut self.elements;
                    counted.parse_element_section(all, elements).map_err(said)?;
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
    elements: u32,
    data: u32,
    /// Which each of its imported globals is now.
    globals: Vec<u32>,
}

impl Reencode for Counted {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<String>> {
        Ok(function + self.functions)
    }

    fn element_index(&mut self, element: u32) -> Result<u32, Error<String>> {
        Ok(element + self.elements)
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

fn number(count: usize) -> Result<u32, String> {
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

    #[test]
    fn functions_are_counted_on_and_what_all_need_is_asked_for_once() {
        let files = [file(&["stack"], 1, &[]), file(&["other", "stack"], 2, &[])];
        let whole = merge(&files).unwrap();
        Validator::new().validate_all(&whole).unwrap();
        let (calls, globals, entries) = uses(&whole);
        assert_eq!(calls, [0, 1]);
        assert_eq!(entries, [0, 1]);
        assert_eq!(globals, [0, 1, 0]);
    }

    #[test]
    fn files_that_do_not_belong_together_are_not_made_one() {
        let files = [file(&[], 1, &[]), file(&[], 2, &[ValType::I32])];
        let why = merge(&files).unwrap_err();
        assert_eq!(why, "merging: the files have different types");
        assert!(merge(&[b"no wasm".to_vec()]).is_err());
    }
}
