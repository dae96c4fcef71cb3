//! `cargo xtask bench`: speeds to compare, natively, in wasm, in a slowed-down browser, and at the end all
//! of them as one table. Nothing is asserted: machines differ.

use super::{Done, run, step, tools, trunk};
use std::fs;
use std::process::Command;

const TARGET: &str = "wasm32-wasip1";
const SCRIPT: &str = "\
import { WASI } from 'node:wasi';
import { readFileSync } from 'node:fs';
const wasi = new WASI({ version: 'preview1', args: ['example'] });
const module = await WebAssembly.compile(readFileSync(process.argv[1]));
wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
";

/// The benches in the browser.
const BENCHES: [(&str, &str); 6] = [
    ("a million rows to numbers beside PapaParse", "tables"),
    ("the first visit beside a plain page", "start"),
    ("pages and answers in the browser", "pages"),
    ("the radar beside Chart.js", "radar"),
    ("a thousand assessments", "portfolio"),
    ("a published portfolio", "published"),
];
/// The profiles of the app, and of what reads tables.
const APP: &str = "release";
const TABLES: &str = "tables";
/// Where the figures are noted.
const TABLE: &str = "target/bench.jsonl";
const PLAN: &str = "target/bench-plan.json";

pub fn all() -> Done {
    tools::for_build()?;
    let chromium = tools::chromium()?;
    fs::create_dir_all("target").map_err(|e| e.to_string())?;
    fs::write(TABLE, "").map_err(|e| e.to_string())?;
    what_if()?;
    natively("reading a million rows", "million", TABLES)?;
    in_wasm("reading a million rows", "million", TABLES)?;
    step("building the app for the browser", || run(&mut trunk("./")))?;
    for (what, name) in BENCHES {
        step(what, || {
            run(tools::command("node")
                .arg(format!("tests/e2e/bench/{name}.mjs"))
                .env("BENCH_TABLE", TABLE)
                .env("CHROMIUM", &chromium))
        })?;
    }
    step("all of it", || {
        run(tools::command("node").args(["tests/e2e/bench/table.mjs", TABLE]))
    })
}

/// Scores natively, in wasm, and in a plain loop in JavaScript.
fn what_if() -> Done {
    let name = "what_if";
    let natively = natively("scoring", name, APP)?;
    let plan = said(cargo("run", name, APP).args(["--", "plan"]))?;
    fs::write(PLAN, plan).map_err(|e| e.to_string())?;
    let in_wasm = in_wasm("scoring", name, APP)?;
    step("scoring in a plain loop in JavaScript", || {
        run(tools::command("node")
            .args(["tests/e2e/bench/what_if.mjs", PLAN, &natively, &in_wasm])
            .env("BENCH_TABLE", TABLE))
    })
}

fn cargo(first: &str, example: &str, profile: &str) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args([first, "--quiet", "--profile", profile, "--example", example]);
    cargo
}

/// Runs an example. Returns what it says.
fn natively(what: &str, name: &str, profile: &str) -> Result<String, String> {
    let mut text = String::new();
    step(&format!("{what} natively"), || {
        text = said(&mut cargo("run", name, profile))?;
        print!("{text}");
        Ok(())
    })?;
    Ok(text)
}

/// Runs an example in wasm, in Node. Returns what it says.
fn in_wasm(what: &str, name: &str, profile: &str) -> Result<String, String> {
    tools::target(TARGET)?;
    let mut text = String::new();
    step(&format!("{what} in wasm, in Node"), || {
        run(cargo("build", name, profile).args(["--target", TARGET]))?;
        let wasm = format!("target/{TARGET}/{profile}/examples/{name}.wasm");
        let mut node = tools::command("node");
        node.args(["--no-warnings", "--input-type=module", "-e", SCRIPT, &wasm]);
        text = said(&mut node)?;
        print!("{text}");
        Ok(())
    })?;
    Ok(text)
}

/// Runs a command to its end. Returns what it said.
fn said(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|e| format!("{name}: {e}"))?;
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    super::succeeded(&name, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
