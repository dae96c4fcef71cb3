//! What a wasm file asks for and offers, made shorter.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use wasm_encoder::reencode::{Reencode as _, RoundtripReencoder};
use wasm_encoder::{ElementSection, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{
    Element, ElementItems, ElementKind, ExternalKind, Imports, KnownCustom, Name, Operator, Parser,
    Payload,
};

/// Takes out the exports for which `is_called` says no: wasm-opt then drops what only they used.
pub fn keep_exports(wasm: &[u8], is_called: impl Fn(&str) -> bool) -> Result<Vec<u8>, String> {
    rename_exports(wasm, |name| is_called(name).then(|| name.to_owned()))
}

/// Gives the functions that it exports short names, each function one, and those of `is_fixed` theirs.
/// Returns with it which name became which.
pub fn shorten_exports(
    wasm: &[u8],
    is_fixed: impl Fn(&str) -> bool,
) -> Result<(Vec<u8>, BTreeMap<String, String>), String> {
    let (mut names, mut short) = (BTreeMap::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ExportSection(reader) = payload.map_err(|e| e.to_string())? {
            for export in reader {
                let export = export.map_err(|e| e.to_string())?;
                if export.kind == ExternalKind::Func && !is_fixed(export.name) {
                    let count = short.len();
                    let new = short.entry(export.index).or_insert(format!("_{count:x}"));
                    names.insert(export.name.to_owned(), new.clone());
                }
            }
        }
    }
    let wasm = rename_exports(wasm, |name| {
        Some(names.get(name).cloned().unwrap_or_else(|| name.to_owned()))
    })?;
    Ok((wasm, names))
}

/// Gives the exports other names, and takes out those that get none. What becomes one name is written once.
fn rename_exports(wasm: &[u8], rename: impl Fn(&str) -> Option<String>) -> Result<Vec<u8>, String> {
    rewrite(wasm, |payload, module| {
        let Payload::ExportSection(reader) = payload else {
            return Ok(false);
        };
        let (mut section, mut written) = (ExportSection::new(), BTreeSet::new());
        for export in reader.clone() {
            let mut export = export.map_err(|e| e.to_string())?;
            let Some(name) = rename(export.name) else {
                continue;
            };
            export.name = &name;
            if written.insert(name.clone()) {
                let section = &mut section;
                RoundtripReencoder
                    .parse_export(section, export)
                    .map_err(|e| e.to_string())?;
            }
        }
        module.section(&section);
        Ok(true)
    })
}

/// The names under which a file imports functions from `module`.
pub fn imports(wasm: &[u8], module: &str) -> Result<BTreeSet<String>, String> {
    let mut names = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(reader) = payload.map_err(|e| e.to_string())? {
            for import in reader {
                if let Imports::Single(_, import) = import.map_err(|e| e.to_string())?
                    && import.module == module
                {
                    names.insert(import.name.to_owned());
                }
            }
        }
    }
    Ok(names)
}

/// Gives the imports other names, and their modules.
pub fn rename_imports(
    wasm: &[u8],
    rename: impl Fn(&str, &str) -> (String, String),
) -> Result<Vec<u8>, String> {
    rewrite(wasm, |payload, module| {
        let Payload::ImportSection(reader) = payload else {
            return Ok(false);
        };
        let mut section = ImportSection::new();
        for import in reader.clone() {
            let Imports::Single(_, import) = import.map_err(|e| e.to_string())? else {
                return Err("imports are not written one by one".into());
            };
            let (from, name) = rename(import.module, import.name);
            let kind = RoundtripReencoder
                .entity_type(import.ty)
                .map_err(|e| e.to_string())?;
            section.import(&from, &name, kind);
        }
        module.section(&section);
        Ok(true)
    })
}

/// Without what only keeps places in the table free for other files, from those who would put something of
/// their own there.
pub fn without_free_places(wasm: &[u8]) -> Result<Vec<u8>, String> {
    with_elements(wasm, |element, section| {
        if !matches!(element.kind, ElementKind::Active { .. }) {
            return Err("functions are not put into the table at once".into());
        }
        let count = match &element.items {
            ElementItems::Functions(functions) => functions.count(),
            ElementItems::Expressions(_, places) => {
                let mut used = 0;
                for place in places.clone() {
                    let place = place.map_err(|e| e.to_string())?;
                    let first = place.get_operators_reader().read();
                    let first = first.map_err(|e| e.to_string())?;
                    used += u32::from(!matches!(first, Operator::RefNull { .. }));
                }
                used
            }
        };
        if count > 0 {
            keep(element, section)
        } else {
            Ok(())
        }
    })
}

/// Copies a file with what `write` makes of each element of the table.
pub fn with_elements(
    wasm: &[u8],
    write: impl Fn(Element, &mut ElementSection) -> Result<(), String>,
) -> Result<Vec<u8>, String> {
    rewrite(wasm, |payload, module| {
        let Payload::ElementSection(reader) = payload else {
            return Ok(false);
        };
        let mut section = ElementSection::new();
        for element in reader.clone() {
            write(element.map_err(|e| e.to_string())?, &mut section)?;
        }
        module.section(&section);
        Ok(true)
    })
}

/// Writes an element as it is.
pub fn keep(element: Element, section: &mut ElementSection) -> Result<(), String> {
    let kept = RoundtripReencoder.parse_element(section, element);
    kept.map_err(|e| e.to_string())
}

/// The names of the functions, by their numbers.
pub fn function_names(wasm: &[u8]) -> wasmparser::Result<HashMap<u32, String>> {
    let mut found = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CustomSection(section) = payload?
            && let KnownCustom::Name(all) = section.as_known()
        {
            for names in all {
                if let Name::Function(names) = names? {
                    for name in names {
                        let name = name?;
                        found.insert(name.index, name.name.to_owned());
                    }
                }
            }
        }
    }
    Ok(found)
}

/// Without names and other notes, which no browser needs.
pub fn bare(wasm: &[u8]) -> Result<Vec<u8>, String> {
    rewrite(wasm, |_, _| Ok(false))
}

/// Copies a file, without its notes and except the sections in whose place `other` writes another one.
fn rewrite(
    wasm: &[u8],
    other: impl Fn(&Payload, &mut Module) -> Result<bool, String>,
) -> Result<Vec<u8>, String> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(|e| e.to_string())?;
        if !matches!(payload, Payload::CustomSection(_))
            && !other(&payload, &mut module)?
            && let Some((id, range)) = payload.as_section()
        {
            let data = &wasm[usize::try_from(range.start).map_err(|e| e.to_string())?
                ..usize::try_from(range.end).map_err(|e| e.to_string())?];
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, ConstExpr, CustomSection, Elements, EntityType, ExportKind, Function,
        FunctionSection, HeapType, RefType, TableSection, TableType, TypeSection,
    };
    use wasmparser::Validator;

    /// Two imports, a function, three exports and a note.
    fn sample() -> Vec<u8> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        imports.import("./glue.js", "long_name", EntityType::Function(0));
        imports.import("./other.js", "load", EntityType::Function(0));
        let (mut functions, mut exports) = (FunctionSection::new(), ExportSection::new());
        functions.function(0);
        for name in ["start", "free", "__heap_base"] {
            exports.export(name, ExportKind::Func, 2);
        }
        let (mut code, mut body) = (CodeSection::new(), Function::new([]));
        body.instructions().call(0).call(1).end();
        code.function(&body);
        let mut module = Module::new();
        let note = CustomSection {
            name: "name".into(),
            data: [0][..].into(),
        };
        (module.section(&types).section(&imports).section(&functions))
            .section(&exports)
            .section(&code)
            .section(&note);
        module.finish()
    }

    fn exports(wasm: &[u8]) -> Vec<String> {
        let payloads = Parser::new(0).parse_all(wasm).map(Result::unwrap);
        let mut names = Vec::new();
        for payload in payloads {
            if let Payload::ExportSection(reader) = payload {
                names.extend(reader.into_iter().map(|e| e.unwrap().name.to_owned()));
            }
        }
        names
    }

    #[test]
    fn exports_that_nobody_calls_go_and_the_rest_is_still_wasm() {
        let kept = keep_exports(&sample(), |name| name == "start").unwrap();
        assert_eq!(exports(&kept), ["start"]);
        Validator::new().validate_all(&kept).unwrap();
    }

    #[test]
    fn a_function_is_exported_once_under_a_short_name() {
        let (short, names) = shorten_exports(&sample(), |name| name == "free").unwrap();
        assert_eq!(exports(&short), ["_0", "free"]);
        let names: Vec<_> = names.into_iter().collect();
        let to = |old: &str| (old.to_owned(), "_0".to_owned());
        assert_eq!(names, [to("__heap_base"), to("start")]);
        Validator::new().validate_all(&short).unwrap();
    }

    #[test]
    fn imports_of_one_module_are_found_and_renamed() {
        let names = imports(&sample(), "./glue.js").unwrap();
        assert_eq!(names, BTreeSet::from(["long_name".to_owned()]));
        let renamed = rename_imports(&sample(), |module, name| match module {
            "./glue.js" => ("g".into(), "_0".into()),
            _ => (module.into(), name.into()),
        });
        let renamed = renamed.unwrap();
        assert_eq!(
            imports(&renamed, "g").unwrap(),
            BTreeSet::from(["_0".to_owned()])
        );
        assert_eq!(imports(&renamed, "./other.js").unwrap().len(), 1);
        Validator::new().validate_all(&renamed).unwrap();
    }

    #[test]
    fn free_places_go_and_what_stands_in_the_table_stays() {
        let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
        types.ty().function([], []);
        functions.function(0);
        let (mut tables, mut code) = (TableSection::new(), CodeSection::new());
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            minimum: 9,
            maximum: Some(9),
            table64: false,
            shared: false,
        });
        let mut elements = ElementSection::new();
        let null = || ConstExpr::ref_null(HeapType::FUNC);
        let own = || ConstExpr::ref_func(0);
        for (at, places) in [(1, vec![null(), null()]), (4, vec![null(), own()])] {
            let places = Elements::Expressions(RefType::FUNCREF, places.into());
            elements.active(Some(0), &ConstExpr::i32_const(at), places);
        }
        let functions_of = |own: &'static [u32]| Elements::Functions(own.into());
        elements.active(None, &ConstExpr::i32_const(6), functions_of(&[]));
        elements.active(None, &ConstExpr::i32_const(7), functions_of(&[0]));
        let mut body = Function::new([]);
        body.instructions().end();
        code.function(&body);
        let mut module = Module::new();
        (module.section(&types).section(&functions).section(&tables))
            .section(&elements)
            .section(&code);
        let wasm = without_free_places(&module.finish()).unwrap();
        Validator::new().validate_all(&wasm).unwrap();
        let mut starts = Vec::new();
        for payload in Parser::new(0).parse_all(&wasm).map(Result::unwrap) {
            if let Payload::ElementSection(all) = payload {
                for element in all {
                    let ElementKind::Active { offset_expr, .. } = element.unwrap().kind else {
                        unreachable!("all are active");
                    };
                    if let Operator::I32Const { value } =
                        offset_expr.get_operators_reader().read().unwrap()
                    {
                        starts.push(value);
                    }
                }
            }
        }
        assert_eq!(starts, [4, 7]);
    }

    #[test]
    fn notes_are_left_out() {
        let bare = bare(&sample()).unwrap();
        assert!(bare.len() < sample().len());
        let notes = Parser::new(0).parse_all(&bare).map(Result::unwrap);
        assert!(
            !notes
                .into_iter()
                .any(|p| matches!(p, Payload::CustomSection(_)))
        );
    }

    #[test]
    fn what_is_no_wasm_is_said_to_be_none() {
        assert!(bare(b"no wasm").is_err());
    }
}
