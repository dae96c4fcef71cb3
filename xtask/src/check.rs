//! `cargo xtask test`: everything that must pass.

use super::{Done, run, run_aside, size, step, tools, trunk};
use std::process::Command;
use std::thread;

/// Without what would make the next build quicker: it takes as much room as what is built, and a fresh machine may
/// not have it.
fn run_cargo(args: &[&str]) -> Done {
    let mut cargo = Command::new("cargo");
    run(cargo.args(args).env("CARGO_INCREMENTAL", "0"))
}

pub fn all() -> Done {
    tools::for_core()?;
    step("checking the format", || {
        run_cargo(&["fmt", "--all", "--check"])
    })?;
    let chromium = tools::chromium()?;
    let firefox = tools::firefox()?;
    let webkit = tools::webkit()?;
    // Building the tools ends, and linking and squeezing the app goes on for minutes, on one core; the core
    // is tested on the other.
    let what = "building the app for the browser (2 to 4 minutes the first time), aside";
    thread::scope(|scope| {
        let built = scope.spawn(|| {
            tools::of_cargo()?;
            step(what, || run_aside(&mut trunk("./")))
        });
        let core = core();
        let built = built
            .join()
            .unwrap_or_else(|_| Err(format!("{what}: stopped")));
        core.and(built)
    })?;
    step("checking the sizes on the wire", size::check)?;
    step("testing in the browsers", || {
        let mut playwright = Command::new("npx");
        playwright
            .args(["playwright", "test"])
            .current_dir("tests/e2e")
            .env("CHROMIUM", chromium)
            .env("FIREFOX", firefox)
            .env("WEBKIT", webkit.driver());
        run(&mut playwright)
    })?;
    webkit.say_if_left_out();
    Ok(())
}

/// All that needs no browser. The tests build the example, too, that browser tests compare with.
fn core() -> Done {
    let wasm = "--target=wasm32-unknown-unknown";
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
    })
}
