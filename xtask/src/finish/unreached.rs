//! What only those exports lead to that nobody calls.
//!
//! A crate of leptos's exports classes for streams, which nobody asks for. Once they are gone, wasm-opt drops
//! what they call, but not what they only name: it stands in the table, and the notes of the linker, which
//! alone know who names it, are gone by then. So it is found in the linked wasm.

mod program;

use super::table::place_of;
use super::wasm::{keep, with_elements};
use program::{Node, Program, marks};
use std::collections::HashSet;
use wasm_encoder::{ConstExpr, Elements};
use wasmparser::{ElementItems, ExternalKind, Parser, Payload};

/// The marks of the functions to which only exports for which `is_unheard` says so lead.
pub fn unreached(
    linked: &[u8],
    is_unheard: impl Fn(&str) -> bool,
) -> Result<HashSet<String>, String> {
    let program = Program::by(linked).map_err(|e| format!("what is reached: {e}"))?;
    let every = || program.exported.iter();
    let heard = every().filter(|(name, _)| !is_unheard(name));
    let [heard, every] = [heard.collect::<Vec<_>>(), every().collect()]
        .map(|from| program.reached(from.into_iter().map(|(_, function)| *function)));
    let only = every.difference(&heard).filter_map(|node| match node {
        Node::Function(function) => program.marks.get(function).cloned(),
        Node::Data(_) => None,
    });
    Ok(only.collect())
}

/// Takes the functions for whose marks `is_out` says so out of the table.
pub fn without_places(wasm: &[u8], is_out: impl Fn(&str) -> bool) -> Result<Vec<u8>, String> {
    let marks = marks(wasm).map_err(|e| e.to_string())?.into_iter();
    let out = marks.filter(|(_, mark)| is_out(mark));
    let out: HashSet<_> = out.map(|(at, _)| at).collect();
    with_elements(wasm, |element, section| {
        let ElementItems::Functions(functions) = &element.items else {
            // It keeps places free for other files.
            return keep(element, section);
        };
        let (start, table) = place_of(&element.kind)?;
        let mut run = (start, Vec::new());
        let mut put = |(start, run): (u32, Vec<u32>)| -> Result<(), String> {
            let start = ConstExpr::i32_const(i32::try_from(start).map_err(|e| e.to_string())?);
            if !run.is_empty() {
                section.active(table, &start, Elements::Functions(run.into()));
            }
            Ok(())
        };
        for (at, function) in (start..).zip(functions.clone()) {
            let function = function.map_err(|e| e.to_string())?;
            if out.contains(&function) {
                put(std::mem::replace(&mut run, (at + 1, Vec::new())))?;
            } else {
                run.1.push(function);
            }
        }
        put(run)
    })
}

/// Whether an export of the linked program is one for whose name `is_called` does not say so, which
/// wasm-bindgen left in `bound`: it takes off what the linker put behind.
pub fn is_unheard<'a>(
    bound: &'a [u8],
    is_called: impl Fn(&str) -> bool,
) -> Result<impl Fn(&str) -> bool + 'a, String> {
    let mut unheard = HashSet::new();
    for payload in Parser::new(0).parse_all(bound) {
        if let Payload::ExportSection(exports) = payload.map_err(|e| e.to_string())? {
            for export in exports {
                let export = export.map_err(|e| e.to_string())?;
                if export.kind == ExternalKind::Func && !is_called(export.name) {
                    unheard.insert(export.name);
                }
            }
        }
    }
    Ok(move |linked: &str| {
        let short = linked.rsplit_once('_').map(|(short, _)| short);
        unheard.contains(linked) || short.is_some_and(|short| unheard.contains(short))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::program::mark;
    use super::*;
    use std::borrow::Cow;
    use wasm_encoder::{
        CodeSection, CustomSection, DataSection, ElementSection, Encode as _, ExportKind,
        ExportSection, Function, FunctionSection, LinkingSection, MemorySection, MemoryType,
        Module, NameMap, NameSection, RefType, SymbolTable, TableSection, TableType, TypeSection,
    };
    use wasmparser::Validator;

    const NAMES: [&str; 4] = [
        "_ZN4call17h0000000000000001E",
        "stream_0123456789abcdef",
        "_ZN4pull17h0000000000000002E",
        "_ZN6shared17h0000000000000003E",
    ];
    /// Where the address stands in the code of a function that holds nothing else: behind its length, its
    /// locals and the instruction.
    const ADDRESS: u32 = 3;

    fn note(name: &'static str, data: Vec<u8>) -> CustomSection<'static> {
        CustomSection {
            name: name.into(),
            data: Cow::Owned(data),
        }
    }

    /// `call` and `stream` are exported. `stream` names a table of functions, a piece of data in which `pull`
    /// and `shared` stand; `call` calls `shared`.
    fn program() -> Vec<u8> {
        let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
        types.ty().function([], []);
        let (mut exports, mut code, mut names) =
            (ExportSection::new(), CodeSection::new(), NameMap::new());
        for (at, name) in (0..).zip(NAMES) {
            functions.function(0);
            names.append(at, name);
            let mut body = Function::new([]);
            body.instructions().i32_const(0x0fff_ffff).drop().end();
            code.function(&body);
        }
        exports.export("call", ExportKind::Func, 0);
        exports.export(NAMES[1], ExportKind::Func, 1);
        let (mut tables, mut memories) = (TableSection::new(), MemorySection::new());
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            minimum: 9,
            maximum: Some(9),
            table64: false,
            shared: false,
        });
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut elements = ElementSection::new();
        let start = ConstExpr::i32_const(1);
        elements.active(None, &start, Elements::Functions([2, 3, 0][..].into()));
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(0), [0; 8]);
        let mut symbols = SymbolTable::new();
        for (at, name) in (0..).zip(NAMES) {
            symbols.function(0, at, Some(name));
        }
        let table = wasm_encoder::DataSymbolDefinition {
            index: 0,
            offset: 0,
            size: 8,
        };
        symbols.data(0, "vtable", Some(table));
        let mut linking = LinkingSection::new();
        linking.symbol_table(&symbols);
        let mut named = NameSection::new();
        named.functions(&names);
        let mut module = Module::new();
        (module.section(&types).section(&functions).section(&tables))
            .section(&memories)
            .section(&exports)
            .section(&elements)
            .section(&code)
            .section(&data)
            .section(&linking);
        // Each function's code is of 9 bytes, its length and one address among them; the count comes before.
        let place = |function: u32| 1 + function * 9 + ADDRESS;
        let relocations = |section: u32, all: &[(u8, u32, u32)]| {
            let mut bytes = Vec::new();
            section.encode(&mut bytes);
            all.len().encode(&mut bytes);
            for (kind, at, symbol) in all {
                bytes.push(*kind);
                at.encode(&mut bytes);
                symbol.encode(&mut bytes);
                if *kind == 4 {
                    0_i32.encode(&mut bytes);
                }
            }
            bytes
        };
        // A function's place in the table as a number in code (1) and in data (2), an address in code (4).
        let in_code = relocations(6, &[(1, place(0), 3), (4, place(1), 4)]);
        // The piece of data lies behind the count, the kind, the address and the length.
        let in_data = relocations(7, &[(2, 6, 2), (2, 10, 3)]);
        (module.section(&note("reloc.CODE", in_code))).section(&note("reloc.DATA", in_data));
        module.section(&named);
        module.finish()
    }

    #[test]
    fn what_only_an_export_that_nobody_calls_leads_to_is_known() {
        let found = unreached(&program(), |name| name.starts_with("stream")).unwrap();
        assert_eq!(found, ["0000000000000002".to_owned()].into());
        assert_eq!(unreached(&program(), |_| false).unwrap(), HashSet::new());
    }

    #[test]
    fn what_the_linker_put_behind_the_name_of_an_export_is_no_other_export() {
        let program = program();
        let is_unheard = is_unheard(&program, |name| name == "call").unwrap();
        assert!(is_unheard(NAMES[1]) && is_unheard("stream_0123456789abcdef_1"));
        assert!(!is_unheard("call") && !is_unheard("stream"));
    }

    #[test]
    fn the_places_of_others_in_the_table_stay_what_they_are() {
        let wasm = without_places(&program(), |mark| mark.ends_with('3')).unwrap();
        Validator::new().validate_all(&wasm).unwrap();
        let mut places = Vec::new();
        for payload in Parser::new(0).parse_all(&wasm).map(Result::unwrap) {
            if let Payload::ElementSection(all) = payload {
                for element in all.into_iter().map(Result::unwrap) {
                    let (start, _) = place_of(&element.kind).unwrap();
                    let ElementItems::Functions(functions) = element.items else {
                        unreachable!("all are functions");
                    };
                    places.extend((start..).zip(functions.into_iter().map(Result::unwrap)));
                }
            }
        }
        assert_eq!(places, [(1, 2), (3, 0)]);
    }

    #[test]
    fn a_mark_is_the_same_in_both_spellings_of_a_name() {
        let both = ["_ZN4pull17h0000000000000002E", "pull::h0000000000000002"];
        assert_eq!(both.map(mark), [Some("0000000000000002"); 2]);
        assert_eq!(["main", "path", "hash"].map(mark), [None; 3]);
    }
}
