//! Plumbline's commands. Each sets up what it needs, says what it does, and does nothing twice.

mod bench;
mod check;
mod finish;
mod serve;
mod size;
mod tools;

use std::process::{Command, ExitCode, ExitStatus, Stdio};
use std::time::Instant;

const HELP: &str = "\
cargo xtask serve [--port 8080]          build the app, serve it, rebuild and reload on change
cargo xtask test                         everything that must pass: format, lints, core, build, sizes, browsers
cargo xtask build [--public-url /name/]  make the folder to publish: dist/
cargo xtask sizes                        print and check the sizes of dist/
cargo xtask bench                        how fast scoring, pages and answers are";

/// What stops a command: one line for the person at the terminal.
type Done = Result<(), String>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        let at = args.iter().position(|a| a == name)?;
        args.get(at + 1).cloned()
    };
    if std::env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).is_err() {
        eprintln!("xtask: the project's folder is gone");
        return ExitCode::FAILURE;
    }
    let done = match args.first().map(String::as_str) {
        Some("serve") => serve::serve(option("--port")),
        Some("test") => check::all(),
        Some("build") => build(&option("--public-url").unwrap_or_else(|| "./".into())),
        Some("sizes") => size::check(),
        Some("bench") => bench::all(),
        Some("finish") => finish::page(),
        _ => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(line) => {
            eprintln!("xtask: {line}");
            ExitCode::FAILURE
        }
    }
}

/// Makes `dist/`: optimised, hashed, ready for any static host.
fn build(public_url: &str) -> Done {
    tools::for_build()?;
    step(
        "building the app for the browser (2 to 4 minutes the first time)",
        || run(&mut trunk(public_url)),
    )
}

fn trunk(public_url: &str) -> Command {
    let mut trunk = tools::trunk();
    trunk.args([
        "build",
        "--release",
        "--offline",
        "--public-url",
        public_url,
    ]);
    trunk
}

/// Says what is done and how long it took.
fn step(what: &str, act: impl FnOnce() -> Done) -> Done {
    println!("==> {what}");
    let start = Instant::now();
    act()?;
    println!("    done in {:.0} s: {what}", start.elapsed().as_secs_f64());
    Ok(())
}

/// Runs a command to its end, showing what it prints.
fn run(command: &mut Command) -> Done {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.stdin(Stdio::null()).status();
    succeeded(&name, status.map_err(|e| format!("{name}: {e}"))?)
}

/// Runs a command beside others, and shows what it printed when it has ended.
fn run_aside(command: &mut Command) -> Done {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|e| format!("{name}: {e}"))?;
    print!("{}", String::from_utf8_lossy(&output.stdout));
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    succeeded(&name, output.status)
}

fn succeeded(name: &str, status: ExitStatus) -> Done {
    if status.success() {
        Ok(())
    } else {
        Err(format!("{name} failed ({status})"))
    }
}
