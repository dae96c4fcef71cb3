//! The same as `plumbline score`, under the name that it had first.
//!
//! `cargo run --example score -- FILE [--explain]`

#[path = "../src/command/score.rs"]
mod score;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args().skip(1).collect();
    let is_explained = args.iter().any(|a| a == "--explain");
    let Some(path) = args.iter().find(|a| !a.starts_with("--")) else {
        eprintln!("usage: cargo run --example score -- FILE [--explain]");
        return ExitCode::FAILURE;
    };
    match score::scorecard(path, is_explained) {
        Ok(json) => {
            println!("{json}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            // One line, whatever the message was made for.
            eprintln!("{path}: {}", message.lines().collect::<Vec<_>>().join("; "));
            ExitCode::FAILURE
        }
    }
}
