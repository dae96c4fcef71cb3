//! What runs beside the app: wasms of their own, each loaded when it is needed.

use super::{Done, LATER, Named, SIZE, between, minified, optimised_by, read, read_text, wasm};
use crate::run;
use std::fs;
use std::path::Path;
use std::process::Command;

/// How the links to them begin, which are the last ones in the page's head.
pub const LINK: &str = "<link rel=\"later\" href=\"";
/// What the browser can build.
const TARGET: &str = "wasm32-unknown-unknown";
/// The packages, how their files' names end, and what is called of them. Everything else that is exported
/// comes with crates that are there for the app.
const PACKAGES: [(&str, &str, &[&str]); 3] = [
    (
        "models",
        "_models.wasm",
        &["memory", "room", "file", "tell", "answer"],
    ),
    (
        "scanner",
        "_scan.wasm",
        &["memory", "room", "look", "texts"],
    ),
    (
        "tables",
        "_tables.wasm",
        &["memory", "room", "file", "tell", "answer"],
    ),
];
/// The script of the worker in which tables and models are read.
const WORKER: (&str, &str) = ("tables/worker.js", "_worker.js");

/// Builds them, puts them beside the page, and names them at the end of the page's head. While somebody
/// works, what is quick to build is enough.
pub fn put(target: &Path, staging: &Path, page: &mut String, is_quick: bool) -> Done {
    let apart = target.join("apart");
    let target = if is_quick { target } else { &apart };
    build(target, is_quick)?;
    let mut files = Vec::new();
    for (package, end, called) in PACKAGES {
        let folder = if is_quick { "debug" } else { "release" };
        let linked = target.join(TARGET).join(folder);
        let linked = read(&linked.join(format!("{package}.wasm")))?;
        let work = target.join("small");
        fs::create_dir_all(&work).map_err(|e| format!("{}: {e}", work.display()))?;
        let bare = wasm::keep_exports(&wasm::bare(&linked)?, |name| called.contains(&name))?;
        let small = match is_quick {
            true => bare,
            false => optimised_by(&work, package, &bare, &SIZE)?,
        };
        files.push(Named::put(staging, end, &small)?);
    }
    let worker = minified(&read_text(Path::new(WORKER.0))?, "js")?;
    files.push(Named::put(staging, WORKER.1, worker.as_bytes())?);
    // As the page has it for the start script.
    let script = between(page, "<script type=\"module\" src=\"", "\"")?.to_owned();
    let folder = script.replace("boot.js", "");
    let at = page
        .find("</head>")
        .ok_or("index.html: no end of the head")?;
    let links: String = files.iter().map(|file| file.link(LATER, &folder)).collect();
    page.insert_str(at, &links);
    Ok(())
}

/// In a folder of its own, without the app: that is as small as can be. While somebody works it is built as the
/// app was just before, whose core is then there already.
fn build(target: &Path, is_quick: bool) -> Done {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--target", TARGET, "--target-dir"]);
    cargo.arg(target);
    cargo.arg(if is_quick {
        "--features=tables/with-app,models/with-app"
    } else {
        "--release"
    });
    for (package, ..) in PACKAGES {
        cargo.args(["--package", package]);
    }
    run(&mut cargo)
}
