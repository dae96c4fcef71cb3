//! Reads `src/catalog/*.toml`, checks it with the validator that also checks imports, and writes
//! it as compact text for the app to embed. A fault in a file stops the build and names the place.

// Only a part of these modules is used here; the rest of the house uses all of it.
#[allow(dead_code, unused_imports)]
#[path = "src"]
mod house {
    #[path = "catalog/compact.rs"]
    pub mod compact;
    pub mod model;
    #[path = "catalog/source.rs"]
    pub mod source;
}
pub(crate) use house::model;

use house::compact::{decode, encode};
use house::source::{DisciplineFile, MetricsFile, assemble};
use std::{env, fs, path::Path, process::exit};

const DISCIPLINES: [&str; 4] = ["devops", "sre", "platform", "together"];

fn main() {
    println!("cargo:rerun-if-changed=src/catalog");
    println!("cargo:rerun-if-changed=src/model");
    if let Err(message) = build() {
        eprintln!("{message}");
        exit(1);
    }
}

fn build() -> Result<(), String> {
    let head: MetricsFile = read("metrics")?;
    let files = DISCIPLINES.iter().map(|name| read::<DisciplineFile>(name));
    let questionnaire = assemble(head, files.collect::<Result<_, _>>()?);
    let problems = model::validate::questionnaire(&questionnaire);
    if !problems.is_empty() {
        let lines: Vec<_> = problems
            .iter()
            .map(|p| format!("  src/catalog: {p}"))
            .collect();
        return Err(format!("The catalogue has problems:\n{}", lines.join("\n")));
    }
    let compact = encode(&questionnaire).ok_or("A text in the catalogue spans lines.")?;
    if decode(&compact) != questionnaire {
        return Err("The catalogue does not survive its own encoding.".into());
    }
    let out = env::var("OUT_DIR").map_err(|e| e.to_string())?;
    fs::write(Path::new(&out).join("catalog.txt"), compact).map_err(|e| e.to_string())
}

fn read<T: serde::de::DeserializeOwned>(name: &str) -> Result<T, String> {
    let path = format!("src/catalog/{name}.toml");
    let text = fs::read_to_string(&path).map_err(|e| format!("{path}: {e}"))?;
    toml::from_str(&text).map_err(|e| format!("{path}: {e}"))
}
