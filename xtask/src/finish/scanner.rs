//! What reads QR codes: a wasm of its own, beside the app's.

use super::{Done, LATER, Named, between, optimised, read, wasm};
use crate::run;
use std::fs;
use std::path::Path;
use std::process::Command;

/// How the link to it begins, which is the last one in the page's head.
pub const LINK: &str = "<link rel=\"later\" href=\"";
/// What the browser can build.
const TARGET: &str = "wasm32-unknown-unknown";

/// Builds it, puts it beside the page, and names it at the end of the page's head.
pub fn put(target: &Path, staging: &Path, page: &mut String) -> Done {
    let small = build(&target.join("scanner"))?;
    let file = Named::put(staging, "_scan.wasm", &small)?;
    // As the page has it for the start script.
    let script = between(page, "<script type=\"module\" src=\"", "\"")?.to_owned();
    let folder = script.replace("boot.js", "");
    let at = page
        .find("</head>")
        .ok_or("index.html: no end of the head")?;
    page.insert_str(at, &file.link(LATER, &folder));
    Ok(())
}

/// In a folder of its own: cargo may be at work in the other.
fn build(target: &Path) -> Result<Vec<u8>, String> {
    run(Command::new("cargo")
        .args(["build", "--quiet", "--release", "--package", "scanner"])
        .args(["--target", TARGET, "--target-dir"])
        .arg(target))?;
    let linked = target.join(TARGET).join("release/scanner.wasm");
    let work = target.join("small");
    fs::create_dir_all(&work).map_err(|e| format!("{}: {e}", work.display()))?;
    optimised(&work, "scanner", &wasm::bare(&read(&linked)?)?)
}
