//! The exact sizes on the wire, against `size-budget.txt`. GitHub Pages compresses with gzip.
//!
//! What counts most is what a first visit waits for: the page, its scripts, the first wasm.

use super::Done;
use flate2::{Compression, write::GzEncoder};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;

const BUDGET: &str = "size-budget.txt";
/// How the names of files begin that say what is in them.
const NAMED: &str = "plumbline-";

pub fn check() -> Done {
    let mut sizes = BTreeMap::<String, u64>::new();
    for entry in fs::read_dir("dist").map_err(|e| format!("dist: {e}; build first"))? {
        let path = entry.map_err(|e| e.to_string())?.path();
        if path.is_file() {
            let bytes = fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            *sizes.entry(part_of(&name).into()).or_default() += gzip(&bytes)?;
        }
    }
    let total = sizes.values().sum();
    sizes.insert("total".into(), total);
    let budget = fs::read_to_string(BUDGET).map_err(|e| format!("{BUDGET}: {e}"))?;
    let (mut over, mut named) = (Vec::new(), BTreeSet::new());
    println!("    {:<36} {:>9} {:>9}   bytes, gzip", "", "size", "budget");
    for line in budget
        .lines()
        .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
    {
        let (kinds, most) = line
            .split_once('=')
            .ok_or_else(|| format!("{BUDGET}: {line}: not `kind = bytes`"))?;
        let kinds = kinds.trim();
        let most: u64 = most
            .trim()
            .parse()
            .map_err(|e| format!("{BUDGET}: {line}: {e}"))?;
        // What somebody waits for may be in several files.
        let all = kinds.split('+').map(str::trim);
        let size = all.clone().filter_map(|kind| sizes.get(kind)).sum::<u64>();
        named.extend(all);
        println!("    {kinds:<36} {size:>9} {most:>9}");
        if size > most {
            over.push(format!("{kinds} by {}", size - most));
        }
    }
    if let Some(kind) = sizes.keys().find(|kind| !named.contains(kind.as_str())) {
        return Err(format!("{BUDGET} has no line for `{kind}`"));
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(format!("over the size budget: {}", over.join(", ")))
    }
}

/// What a file is for: before anything can be done, what its name says, or aside from it all.
fn part_of(name: &str) -> &str {
    let end = name.split_once('_').filter(|_| name.starts_with(NAMED));
    match end.map(|(_, end)| end) {
        Some("bg.wasm" | "boot.js") => "first",
        // The script of its worker.
        Some("worker.js") => "tables",
        Some(end) => end.strip_suffix(".wasm").unwrap_or("aside"),
        None if name == "index.html" || name.starts_with(NAMED) => "first",
        None => "aside",
    }
}

/// How many bytes they are on the wire.
pub fn gzip(bytes: &[u8]) -> Result<u64, String> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes).map_err(|e| e.to_string())?;
    encoder
        .finish()
        .map(|packed| packed.len() as u64)
        .map_err(|e| e.to_string())
}
