//! `cargo xtask test`: everything that must pass.

use super::{Done, run, size, step, tools, trunk_build};
use std::process::Command;

fn run_cargo(args: &[&str]) -> Done {
    run(Command::new("cargo").args(args))
}

pub fn all() -> Done {
    let wasm = "--target=wasm32-unknown-unknown";
    tools::for_build()?;
    let chromium = tools::chromium()?;
    let firefox = tools::firefox()?;
    step("checking the format", || {
        run_cargo(&["fmt", "--all", "--check"])
    })?;
    step("checking for lints, core", || {
        run_cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ])
    })?;
    step("checking for lints, app", || {
        run_cargo(&[
            "clippy", wasm, "--lib", "--bins", "--quiet", "--", "-D", "warnings",
        ])
    })?;
    step("testing the core", || {
        run_cargo(&["test", "--workspace", "--quiet"])
    })?;
    step(
        "building the app for the browser (2 to 4 minutes the first time)",
        || trunk_build("./"),
    )?;
    step("checking the sizes on the wire", size::check)?;
    step(
        "building the example that browser tests compare with",
        || run_cargo(&["build", "--quiet", "--example", "score"]),
    )?;
    step("testing in the browser", || {
        let mut playwright = Command::new("npx");
        playwright
            .args(["playwright", "test"])
            .current_dir("tests/e2e")
            .env("CHROMIUM", chromium)
            .env("FIREFOX", firefox);
        run(&mut playwright)
    })
}
