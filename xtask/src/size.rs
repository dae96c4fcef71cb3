//! The exact sizes on the wire, against `size-budget.txt`. GitHub Pages compresses with gzip.
//!
//! What counts most is what a first visit waits for: the page, its scripts, the first wasm.

use super::Done;
use flate2::{Compression, write::GzEncoder};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;

const BUDGET: &str = "size-budget.txt";

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
    let mut over = Vec::new();
    println!("    {:<6} {:>9} {:>9}   bytes, gzip", "", "size", "budget");
    for line in budget
        .lines()
        .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
    {
        let (kind, most) = line
            .split_once('=')
            .ok_or_else(|| format!("{BUDGET}: {line}: not `kind = bytes`"))?;
        let kind = kind.trim();
        let most: u64 = most
            .trim()
            .parse()
            .map_err(|e| format!("{BUDGET}: {line}: {e}"))?;
        let size = sizes.remove(kind).unwrap_or(0);
        println!("    {kind:<6} {size:>9} {most:>9}");
        if size > most {
            over.push(format!("{kind} by {}", size - most));
        }
    }
    if let Some(kind) = sizes.keys().next() {
        return Err(format!("{BUDGET} has no line for `{kind}`"));
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(format!("over the size budget: {}", over.join(", ")))
    }
}

/// When a file is asked for: before anything can be done, right after, or aside from it all.
fn part_of(name: &str) -> &'static str {
    match name {
        "index.html" => "first",
        _ if name.ends_with("_later.wasm") => "later",
        _ if name.ends_with("_shared.wasm") => "shared",
        _ if name.ends_with("_ballot.wasm") => "ballot",
        _ if name.ends_with("_scan.wasm") => "scan",
        _ if name.ends_with("_tables.wasm") || name.ends_with("_worker.js") => "tables",
        _ if name.starts_with("plumbline-") => "first",
        _ => "aside",
    }
}

fn gzip(bytes: &[u8]) -> Result<u64, String> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes).map_err(|e| e.to_string())?;
    encoder
        .finish()
        .map(|packed| packed.len() as u64)
        .map_err(|e| e.to_string())
}
