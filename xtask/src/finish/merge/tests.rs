//! Files that call one another are merged, and still run.

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
