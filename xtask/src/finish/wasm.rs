//! What a wasm file asks for and offers, made shorter.

use std::collections::BTreeSet;
use wasm_encoder::reencode::{Reencode as _, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Imports, Parser, Payload};

/// Takes out the exports for which `is_called` says no: wasm-opt then drops what only they used.
pub fn keep_exports(wasm: &[u8], is_called: impl Fn(&str) -> bool) -> Result<Vec<u8>, String> {
    rewrite(wasm, |payload, module| {
        let Payload::ExportSection(reader) = payload else {
            return Ok(false);
        };
        let mut section = ExportSection::new();
        for export in reader.clone() {
            let export = export.map_err(|e| e.to_string())?;
            if is_called(export.name) {
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
