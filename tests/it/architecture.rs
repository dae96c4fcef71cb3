//! The house stands: floors use only what is below them, and files stay readable.

use std::fs;
use std::path::{Path, PathBuf};

/// Module and floor, as `src/lib.rs` draws them.
const FLOORS: [(&str, u8); 17] = [
    ("model", 0),
    ("catalog", 1),
    ("advice", 2),
    ("events", 2),
    ("metrics", 2),
    ("workshop", 2),
    ("scoring", 2),
    ("desk", 3),
    ("figure", 3),
    ("formats", 3),
    ("report", 3),
    ("route", 3),
    ("storage", 3),
    ("study", 3),
    ("words", 3),
    ("app", 4),
    ("command", 4),
];

fn floor(module: &str) -> Option<u8> {
    FLOORS
        .iter()
        .find(|(name, _)| *name == module)
        .map(|(_, floor)| *floor)
}

/// All Rust files in a folder and those within it.
pub fn rust_files(dir: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::from(dir)];
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    found
}

/// The top module that a file of `src/` belongs to.
fn module_of(path: &Path) -> String {
    let first = path
        .strip_prefix("src")
        .unwrap()
        .components()
        .next()
        .unwrap();
    first
        .as_os_str()
        .to_string_lossy()
        .trim_end_matches(".rs")
        .to_owned()
}

/// What a line uses of the crate: every word after `crate::`.
fn uses(line: &str) -> impl Iterator<Item = &str> {
    let code = line.split("//").next().unwrap_or_default();
    code.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
        &rest[..end.unwrap_or(rest.len())]
    })
}

/// Faults of one line: what it names above its floor.
fn faults(module: &str, line: &str) -> Vec<String> {
    let Some(own) = floor(module) else {
        return Vec::new();
    };
    let mut faults = Vec::new();
    if line.contains("crate::{") {
        faults.push("groups imports of the crate, which hides the floors".into());
    }
    for used in uses(line) {
        match floor(used) {
            Some(theirs) if theirs > own || (theirs == own && used != module && own == 0) => {
                faults.push(format!(
                    "{module} (floor {own}) uses {used} (floor {theirs})"
                ));
            }
            _ => {}
        }
    }
    faults
}

#[test]
fn floors_use_only_what_stands_below() {
    let mut found = Vec::new();
    for path in rust_files("src") {
        let module = module_of(&path);
        for (i, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            found.extend(
                faults(&module, line)
                    .iter()
                    .map(|f| format!("{}:{}: {f}", path.display(), i + 1)),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_floor_check_can_fail() {
    assert_eq!(
        faults("model", "use crate::scoring::score;"),
        ["model (floor 0) uses scoring (floor 2)"]
    );
    assert_eq!(faults("scoring", "use crate::{model, app};").len(), 1);
    assert!(faults("storage", "use crate::model::Assessment;").is_empty());
}

#[test]
fn every_module_has_a_floor() {
    for path in rust_files("src") {
        let module = module_of(&path);
        assert!(
            floor(&module).is_some() || ["lib", "main"].contains(&module.as_str()),
            "{module} has no floor"
        );
    }
}

#[test]
fn only_app_browser_names_the_browser() {
    for path in rust_files("src")
        .iter()
        .filter(|p| !p.starts_with("src/app/browser") && !p.ends_with("browser.rs"))
    {
        let text = fs::read_to_string(path).unwrap();
        for name in [
            "web_sys::",
            "js_sys::",
            "gloo_storage::",
            "wasm_bindgen::",
            "plotters_canvas::",
        ] {
            assert!(!text.contains(name), "{} names {name}", path.display());
        }
    }
}

#[test]
fn nothing_is_left_unfinished_and_files_stay_readable() {
    for path in rust_files("src")
        .into_iter()
        .chain(rust_files("xtask/src"))
        .chain(rust_files("tests"))
    {
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            text.lines().count() <= 400,
            "{} has more than 400 lines",
            path.display()
        );
        for word in [
            concat!("to", "do!("),
            concat!("db", "g!("),
            concat!("unimple", "mented!("),
            concat!("FIX", "ME"),
        ] {
            assert!(!text.contains(word), "{} holds {word}", path.display());
        }
    }
}

/// A browser's own number field changes under the mouse wheel, and gives an empty text for all that
/// it does not understand.
#[test]
fn no_field_is_a_number_field_of_the_browser() {
    for path in rust_files("src/app") {
        let text = fs::read_to_string(&path).unwrap();
        for kind in ["number", "range"] {
            let field = format!(".attr(\"type\", \"{kind}\")");
            assert!(!text.contains(&field), "{} has one", path.display());
        }
    }
}

/// A macro in one file of the app needs it. Natively, and so for the core, it is forbidden.
#[test]
fn unsafe_code_is_allowed_in_one_file() {
    let holds = |path: &Path, text: &str| fs::read_to_string(path).unwrap().contains(text);
    assert!(holds(
        Path::new("src/lib.rs"),
        "#![cfg_attr(not(target_arch = \"wasm32\"), forbid(unsafe_code))]"
    ));
    let allowed = concat!("allow(un", "safe_code)");
    let found: Vec<_> = rust_files("src")
        .into_iter()
        .filter(|path| holds(path, allowed))
        .collect();
    assert_eq!(found, [Path::new("src/app/later.rs")]);
}
