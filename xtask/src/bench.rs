//! `cargo xtask bench`: speeds to compare, natively, in wasm, in a slowed-down browser. Nothing is
//! asserted: machines differ.

use super::{Done, run, step, tools, trunk};
use std::process::Command;

const TARGET: &str = "wasm32-wasip1";
const SCRIPT: &str = "\
import { WASI } from 'node:wasi';
import { readFileSync } from 'node:fs';
const wasi = new WASI({ version: 'preview1', args: ['what_if'] });
const module = await WebAssembly.compile(readFileSync(process.argv[1]));
wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
";

pub fn all() -> Done {
    tools::for_build()?;
    let chromium = tools::chromium()?;
    let build = ["--release", "--example", "what_if"];
    step("scoring natively", || {
        run(Command::new("cargo").arg("run").args(build))
    })?;
    tools::target(TARGET)?;
    step("scoring in wasm, in Node", || {
        run(Command::new("cargo")
            .args(["build", "--target", TARGET])
            .args(build))?;
        let wasm = format!("target/{TARGET}/release/examples/what_if.wasm");
        run(tools::command("node").args([
            "--no-warnings",
            "--input-type=module",
            "-e",
            SCRIPT,
            &wasm,
        ]))
    })?;
    step("building the app for the browser", || run(&mut trunk("./")))?;
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
