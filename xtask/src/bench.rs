//! `cargo xtask bench`: speeds to compare, natively, in wasm, in a slowed-down browser. Nothing is
//! asserted: machines differ.

use super::{Done, run, step, tools, trunk};
use std::process::Command;

const TARGET: &str = "wasm32-wasip1";
const SCRIPT: &str = "\
import { WASI } from 'node:wasi';
import { readFileSync } from 'node:fs';
const wasi = new WASI({ version: 'preview1', args: ['example'] });
const module = await WebAssembly.compile(readFileSync(process.argv[1]));
wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
";

pub fn all() -> Done {
    tools::for_build()?;
    let chromium = tools::chromium()?;
    example("scoring", "what_if", None)?;
    // What reads tables is built to be fast.
    example("reading a million rows", "million", Some("3"))?;
    step("building the app for the browser", || run(&mut trunk("./")))?;
    step("a million rows to numbers beside PapaParse", || {
        run(tools::command("node").arg("tests/e2e/bench/tables.mjs"))
    })?;
    step("the first visit beside a plain page", || {
        run(tools::command("node")
            .arg("tests/e2e/bench/start.mjs")
            .env("CHROMIUM", &chromium))
    })?;
    step("pages and answers in the browser", || {
        run(tools::command("node")
            .arg("tests/e2e/bench/pages.mjs")
            .env("CHROMIUM", &chromium))
    })?;
    step("the radar beside Chart.js", || {
        run(tools::command("node")
            .arg("tests/e2e/bench/radar.mjs")
            .env("CHROMIUM", &chromium))
    })?;
    step("a thousand assessments", || {
        run(tools::command("node")
            .arg("tests/e2e/bench/portfolio.mjs")
            .env("CHROMIUM", &chromium))
    })?;
    step("a published portfolio", || {
        run(tools::command("node")
            .arg("tests/e2e/bench/published.mjs")
            .env("CHROMIUM", &chromium))
    })
}

/// Runs an example natively, and in wasm in Node.
fn example(what: &str, name: &str, opt_level: Option<&str>) -> Done {
    let cargo = |first: &str| {
        let mut cargo = Command::new("cargo");
        cargo.arg(first).args(["--release", "--example", name]);
        if let Some(level) = opt_level {
            cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level);
        }
        cargo
    };
    step(&format!("{what} natively"), || run(&mut cargo("run")))?;
    tools::target(TARGET)?;
    step(&format!("{what} in wasm, in Node"), || {
        run(cargo("build").args(["--target", TARGET]))?;
        let wasm = format!("target/{TARGET}/release/examples/{name}.wasm");
        run(tools::command("node").args([
            "--no-warnings",
            "--input-type=module",
            "-e",
            SCRIPT,
            &wasm,
        ]))
    })
}
