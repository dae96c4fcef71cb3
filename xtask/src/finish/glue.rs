//! The JavaScript that wasm-bindgen wrote, with what the app has no use for taken out.

use super::{between, replace};
use std::collections::BTreeMap;

/// How wasm-bindgen names the module of its imports.
const IMPORTS: &str = "const import0 = {\n";
const END: &str = "\n    };\n";

pub struct Glue(pub String);

impl Glue {
    /// Takes out the classes that a crate of leptos's exports and nobody asks for.
    pub fn without_classes(mut self) -> Result<Self, String> {
        while let Ok(name) = between(&self.0, "\nexport class ", " {") {
            let name = name.to_owned();
            self.cut(&format!("\nexport class {name} {{"), "\n}\n")?;
            self.cut(&format!("if (Symbol.dispose) {name}."), ";\n")?;
            self.cut(&format!("const {name}Finalization = "), ", 1));\n")?;
        }
        Ok(self)
    }

    /// Whether it names an export of the wasm.
    pub fn calls(&self, export: &str) -> bool {
        let mut found = self.0.match_indices(export);
        found.any(|(at, _)| {
            let before = self.0[..at].ends_with("wasm.");
            let next = self.0[at + export.len()..].chars().next();
            before && !next.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_')
        })
    }

    /// Calls the exports that have a new name by it.
    pub fn rename_exports(mut self, names: &BTreeMap<String, String>) -> Self {
        let mut renamed = String::new();
        let mut rest = self.0.as_str();
        while let Some(at) = rest.find("wasm.") {
            let (before, after) = rest.split_at(at + "wasm.".len());
            let is_in_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let end = after.find(|c| !is_in_name(c)).unwrap_or(after.len());
            renamed += before;
            renamed += names
                .get(&after[..end])
                .map_or(&after[..end], String::as_str);
            rest = &after[end..];
        }
        renamed += rest;
        self.0 = renamed;
        self
    }

    /// Keeps the functions that have a new name, under it.
    pub fn rename(mut self, names: &BTreeMap<String, String>) -> Result<Self, String> {
        let (before, rest) = self.0.split_once(IMPORTS).ok_or("glue: no imports")?;
        let (functions, after) = rest.split_once(END).ok_or("glue: no end of imports")?;
        let mut kept = String::from("        __proto__: null,\n");
        let mut count = 0;
        let mut is_kept = false;
        for line in functions.lines() {
            let head = line.strip_prefix("        ");
            let head = head.filter(|l| l.starts_with(|c: char| c.is_alphabetic() || c == '_'));
            if let Some((name, body)) = head.and_then(|head| head.split_once(": ")) {
                is_kept = names.contains_key(name);
                if let Some(new) = names.get(name) {
                    count += 1;
                    kept.push_str(&format!("        {new}: {body}\n"));
                }
            } else if is_kept {
                kept.push_str(line);
                kept.push('\n');
            }
        }
        if count != names.len() {
            return Err(format!("glue: {count} of {} imports found", names.len()));
        }
        self.0 = format!("{before}{IMPORTS}{kept}{END}{after}");
        Ok(self)
    }

    fn cut(&mut self, start: &str, end: &str) -> Result<(), String> {
        let part = format!("{start}{}{end}", between(&self.0, start, end)?);
        replace(&mut self.0, &part, "\n")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const GLUE: &str = "\
import * as import1 from \"./x.js\"

export class Unused {
    free() {
        wasm.__wbg_unused_free(this.ptr, 0);
    }
}
if (Symbol.dispose) Unused.prototype[Symbol.dispose] = Unused.prototype.free;
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_now_1f: function() {
            return Date.now();
        },
        __wbg_gone_2f: function(arg0) {
            arg0.gone();
        },
        __wbindgen_cast_3: import1.cast,
    };
    return { \"./g.js\": import0 };
}
const UnusedFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_unused_free(ptr, 1));
wasm.__wbindgen_start();
";

    #[test]
    fn classes_that_nobody_asks_for_are_cut_with_all_that_belongs_to_them() {
        let glue = Glue(GLUE.to_owned()).without_classes().unwrap();
        assert!(!glue.0.contains("Unused"), "{}", glue.0);
        assert!(!glue.calls("__wbg_unused_free"));
        assert!(glue.calls("__wbindgen_start"));
        assert!(!glue.calls("__wbindgen"), "a part of a name is no name");
    }

    #[test]
    fn exports_are_called_by_their_new_names() {
        let glue = Glue("wasm.start(wasm.start_2, xwasm.other); start()".into());
        let names = [("start", "_0"), ("other", "_1")];
        let names = names.map(|(old, new)| (old.to_owned(), new.to_owned()));
        let glue = glue.rename_exports(&names.into()).0;
        assert_eq!(glue, "wasm._0(wasm.start_2, xwasm._1); start()");
    }

    #[test]
    fn imports_get_their_new_names_and_others_go() {
        let names = [("__wbg_now_1f", "a"), ("__wbindgen_cast_3", "b")];
        let names: BTreeMap<_, _> = names
            .map(|(old, new)| (old.to_owned(), new.to_owned()))
            .into();
        let glue = Glue(GLUE.to_owned()).rename(&names).unwrap().0;
        assert!(glue.contains("a: function() {\n            return Date.now();\n        },"));
        assert!(glue.contains("b: import1.cast,"));
        assert!(!glue.contains("gone"), "{glue}");
    }

    #[test]
    fn an_import_that_the_glue_does_not_have_is_a_fault() {
        let names = BTreeMap::from([("__wbg_other_4f".to_owned(), "a".to_owned())]);
        let fault = Glue(GLUE.to_owned()).rename(&names).err().unwrap();
        assert_eq!(fault, "glue: 0 of 1 imports found");
    }
}
