//! Trunk's last step: parts the app in files, makes them small, and seals the page.
//!
//! Trunk cannot split wasm, and wasm-bindgen throws away the notes of the linker that say where it
//! can be. So the linked wasm is parted before wasm-bindgen sees it, and what Trunk made of the
//! whole one is replaced: the page and its names stay as Trunk wrote them.

mod apart;
mod glue;
mod merge;
mod parts;
mod table;
mod unreached;
mod wasm;

use super::{Done, run, tools};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use parts::{Parts, part};
use sha2::{Digest as _, Sha256, Sha384};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

const NAME: &str = "plumbline";

/// How the page names what nothing asks for before it is needed.
const LATER: &str = "rel=\"later\"";

/// What Chromium, Firefox and Safari have had for years; everything else is left out.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Small, and nothing is kept in the first kilobyte of memory: Rust's stack ends there.
const SIZE: [&str; 2] = ["-Oz", "--low-memory-unused"];

/// Called by Trunk, with the folder of the page that is being built.
pub fn page() -> Done {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("finish: Trunk calls this; try `cargo xtask build`")?;
    let file = staging.join("index.html");
    let mut page = one_style(&read_text(&file)?);
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    let is_quick = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    apart::put(&target, &staging, &mut page, is_quick)?;
    if is_quick {
        return write(&file, served(&page)?.as_bytes());
    }
    allow(&mut page, "style", "css")?;
    page = without_comments(&page)?;
    let linked = target.join(format!("wasm32-unknown-unknown/release/{NAME}.wasm"));
    let work = target.join("parts");
    put(part(&linked, &work)?, &staging, &mut page)?;
    let worker = staging.join("sw.js");
    write(&worker, minified(&read_text(&worker)?, "js")?.as_bytes())?;
    // What a host shows for addresses that it does not know can name no file: it may stand anywhere.
    let missing = staging.join("404.html");
    let mut other = read_text(&missing)?;
    allow(&mut other, "style", "css")?;
    allow(&mut other, "script", "js")?;
    write(&missing, other.as_bytes())?;
    write(&file, page.as_bytes())
}

/// The page as `serve` shows it: Trunk's own script is in it, which reloads it after a change and says
/// why a build failed, and nothing keeps a copy that would hide a change.
fn served(page: &str) -> Result<String, String> {
    let mut page = page.to_owned();
    for (strict, open) in [
        ("'sha256-of-style'", "'unsafe-inline'"),
        ("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        (
            "; require-trusted-types-for 'script'; trusted-types plumbline",
            "",
        ),
        (" data-offline", ""),
    ] {
        replace(&mut page, strict, open)?;
    }
    Ok(page)
}

/// The page with its styles as one, since Trunk makes one of each file.
fn one_style(page: &str) -> String {
    let mut parts = page.split("</style>");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.trim_start().strip_prefix("<style>") {
            Some(more) => whole += more,
            None => {
                whole += "</style>";
                whole += part;
            }
        }
    }
    whole
}

/// The page without what is for its authors: comments, and the spaces that show what is in what.
fn without_comments(page: &str) -> Result<String, String> {
    let mut page = page.to_owned();
    while page.contains("<!--") {
        let comment = format!("<!--{}-->", between(&page, "<!--", "-->")?);
        page = page.replace(&comment, "");
    }
    Ok(page.lines().map(str::trim).collect())
}

/// Makes a page's one style or script small, and writes its digest into the page's policy.
fn allow(page: &mut String, tag: &str, kind: &str) -> Done {
    let whole = between(page, &format!("<{tag}>"), &format!("</{tag}>"))?.to_owned();
    let small = minified(&whole, kind)?.trim().to_owned();
    replace(page, &whole, &small)?;
    let digest = BASE64_STANDARD.encode(Sha256::digest(small));
    replace(
        page,
        &format!("sha256-of-{tag}"),
        &format!("sha256-{digest}"),
    )
}

/// Without comments, spaces and long names.
fn minified(text: &str, kind: &str) -> Result<String, String> {
    let mut esbuild = tools::command("esbuild")
        .arg(format!("--loader={kind}"))
        .args(["--minify", "--tree-shaking=true", "--format=esm"])
        .args(["--target=es2022", "--legal-comments=none"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| format!("esbuild: {e}"))?;
    // It reads to the end before it writes.
    let mut input = esbuild.stdin.take().ok_or("esbuild: no standard input")?;
    input
        .write_all(text.as_bytes())
        .map_err(|e| format!("esbuild: {e}"))?;
    drop(input);
    let output = esbuild
        .wait_with_output()
        .map_err(|e| format!("esbuild: {e}"))?;
    if !output.status.success() {
        return Err(format!("esbuild failed ({})", output.status));
    }
    String::from_utf8(output.stdout).map_err(|e| format!("esbuild: {e}"))
}

fn optimised(work: &Path, name: &str, wasm: &[u8]) -> Result<Vec<u8>, String> {
    optimised_with(work, name, wasm, &[])
}

/// With more features than those that everything may use.
fn optimised_with(work: &Path, name: &str, wasm: &[u8], more: &[&str]) -> Result<Vec<u8>, String> {
    let [from, to] = ["", "_small"].map(|end| work.join(format!("{name}{end}.wasm")));
    write(&from, wasm)?;
    run(tools::command("wasm-opt")
        .args(SIZE)
        .args(FEATURES)
        .args(more)
        .arg(from)
        .arg("-o")
        .arg(&to))?;
    read(&to)
}

/// Puts the files beside the page, under names that say what is in them, and names them in it.
fn put(parts: Parts, staging: &Path, page: &mut String) -> Done {
    let script = between(page, "<script type=\"module\" ", "></script>")?.to_owned();
    let named = |attribute: &str| {
        let found = between(&script, &format!("{attribute}=\""), "\"")?;
        Ok::<_, String>(found.to_owned())
    };
    let folder = named("src")?.replace("boot.js", "");
    let links = page
        .find("<link rel=\"modulepreload\"")
        .zip(page.find(apart::LINK));
    let (start, end) = links.ok_or("index.html: Trunk's preloads are not where they were")?;
    let boot = minified(&read_text(&staging.join("boot.js"))?, "js")?;
    for old in ["src", "data-js", "data-wasm"] {
        let old = staging.join(&named(old)?[folder.len()..]);
        fs::remove_file(&old).map_err(|e| format!("{}: {e}", old.display()))?;
    }
    let boot = Named::put(staging, "_boot.js", boot.as_bytes())?;
    let first = Named::put(staging, "_bg.wasm", &parts.first)?;
    let (later, glue) = parts.put(staging, &folder)?;
    let glue = Named::put(staging, ".js", glue.as_bytes())?;
    let link = |attributes: &str, file: &Named| file.link(attributes, &folder);
    let links = [
        link("rel=\"modulepreload\" crossorigin=\"anonymous\"", &glue),
        // Without `crossorigin`, and fetched as boot.js does: WebKit asks for it twice otherwise.
        link(
            "rel=\"preload\" as=\"fetch\" type=\"application/wasm\"",
            &first,
        ),
    ];
    // No browser acts on those that follow; boot.js and sw.js read them.
    page.replace_range(
        start..end,
        &links.into_iter().chain(later).collect::<String>(),
    );
    // It finds the others by the links.
    let Named { name, integrity } = &boot;
    let sealed = format!("src=\"{folder}{name}\" integrity=\"{integrity}\"");
    replace(page, &script, &sealed)
}

/// A file of the page.
struct Named {
    name: String,
    integrity: String,
}

impl Named {
    /// Writes it under a name with its digest, so that a name stands for one content for ever.
    fn put(folder: &Path, end: &str, bytes: &[u8]) -> Result<Self, String> {
        let digest = Sha384::digest(bytes);
        let short: String = digest.iter().take(8).map(|b| format!("{b:02x}")).collect();
        let name = format!("{NAME}-{short}{end}");
        write(&folder.join(&name), bytes)?;
        // Of all digests that seal a file the shortest: there are many of them in the page, and none gets smaller.
        let integrity = format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)));
        Ok(Self { name, integrity })
    }

    /// How the page names it.
    fn link(&self, attributes: &str, folder: &str) -> String {
        let Self { name, integrity } = self;
        format!("<link {attributes} href=\"{folder}{name}\" integrity=\"{integrity}\">")
    }
}

/// What stands between two texts, the first time.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Result<&'a str, String> {
    let found = text
        .split_once(before)
        .and_then(|(_, rest)| rest.split_once(after));
    found
        .map(|(found, _)| found)
        .ok_or_else(|| format!("finish: nothing between `{before}` and `{after}`"))
}

/// Replaces what has to be there exactly once: the tools may write something else one day.
fn replace(text: &mut String, old: &str, new: &str) -> Done {
    match text.matches(old).count() {
        1 => {
            *text = text.replacen(old, new, 1);
            Ok(())
        }
        n => Err(format!("finish: `{old}` is there {n} times, not once")),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Done {
    fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_sent_without_what_is_for_its_authors() {
        let page = "<!doctype html>\n<p>one\n  <!-- why -->\n  <b>two</b> <i>three</i>\n<!-- and why -->\n</p>\n";
        let small = without_comments(page).unwrap();
        assert_eq!(small, "<!doctype html><p>one<b>two</b> <i>three</i></p>");
        assert!(without_comments("<p><!-- no end").is_err());
    }
}
