//! What runs beside the app: wasms of their own, each loaded when it is needed.

use super::{Done, LATER, Named, between, minified, optimised_with, read, read_text, wasm};
use crate::run;
use std::fs;
use std::path::Path;
use std::process::Command;

/// How the links to them begin, which are the last ones in the page's head.
pub const LINK: &str = "<link rel=\"later\" href=\"";
/// What the browser can build.
const TARGET: &str = "wasm32-unknown-unknown";

/// A package that is a wasm of its own.
struct Apart {
    package: &'static str,
    /// How its file's name ends.
    end: &'static str,
    /// What is called of it. Everything else that is exported comes with crates that are there for the app.
    called: &'static [&'static str],
    how: &'static How,
}

/// How a package is built for the page.
struct How {
    /// The profile in Cargo.toml.
    profile: &'static str,
    /// What rustc gets on top of what .cargo/config.toml says.
    flags: &'static str,
    /// What wasm-opt is told, too.
    more: &'static [&'static str],
}

/// As the app is: what is there for the wire is small.
const SMALL: How = How {
    profile: "release",
    flags: "[]",
    more: &[],
};
/// Somebody waits for a million rows, and gets them in three fifths of the time for 20 kB more. Without the limit on
/// what is inlined it would be another 20 kB, for nothing that can be measured. Sixteen bytes at a time are what
/// Chrome has had since 91, Firefox since 89 and Safari since 16.4: all of them before what the style needs. What was
/// made smaller once can be made smaller by a quarter of a kilobyte again. What one place alone calls stays a function of
/// its own: in one of half a megabyte, browsers cannot keep near what a loop needs, and its numbers are longer. That is
/// two kilobytes less.
const FAST: How = How {
    profile: "tables",
    flags: "[\"-Cllvm-args=-inline-threshold=25\", \"-Ctarget-feature=+simd128\"]",
    more: &[
        "--enable-simd",
        "--converge",
        "--one-caller-inline-max-function-size=0",
    ],
};
/// What the worker calls.
const TOLD: &[&str] = &["memory", "room", "file", "piece", "tell", "answer"];
const PACKAGES: [Apart; 3] = [
    Apart {
        package: "models",
        end: "_models.wasm",
        called: TOLD,
        how: &SMALL,
    },
    Apart {
        package: "scanner",
        end: "_scan.wasm",
        called: &["memory", "room", "look", "texts"],
        how: &SMALL,
    },
    Apart {
        package: "tables",
        end: "_tables.wasm",
        called: TOLD,
        how: &FAST,
    },
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
    for one in &PACKAGES {
        let folder = if is_quick { "debug" } else { one.how.profile };
        let linked = target.join(TARGET).join(folder);
        let linked = read(&linked.join(format!("{}.wasm", one.package)))?;
        let work = target.join("small");
        fs::create_dir_all(&work).map_err(|e| format!("{}: {e}", work.display()))?;
        let bare = wasm::keep_exports(&wasm::bare(&linked)?, |name| one.called.contains(&name))?;
        let small = match is_quick {
            true => bare,
            false => optimised_with(&work, one.package, &bare, one.how.more)?,
        };
        files.push(Named::put(staging, one.end, &small)?);
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
    if is_quick {
        let features = "--features=tables/with-app,models/with-app".to_owned();
        return cargo(target, &[features], &PACKAGES.each_ref());
    }
    for how in [&SMALL, &FAST] {
        let own: Vec<_> = PACKAGES
            .iter()
            .filter(|one| one.how.profile == how.profile)
            .collect();
        let flags = format!("--config=target.{TARGET}.rustflags={}", how.flags);
        let profile = format!("--profile={}", how.profile);
        cargo(target, &[profile, flags], &own)?;
    }
    Ok(())
}

fn cargo(target: &Path, how: &[String], packages: &[&Apart]) -> Done {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--target", TARGET, "--target-dir"]);
    cargo.arg(target).args(how);
    for one in packages {
        cargo.args(["--package", one.package]);
    }
    run(&mut cargo)
}
