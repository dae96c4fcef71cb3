//! Prints the scorecard of an exported assessment as JSON: the core without a browser.
//!
//! `cargo run --example score -- FILE`

use plumbline::formats::assessment_json::{Refusal, decode};
use plumbline::{catalog, model::validate, scoring};
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: cargo run --example score -- FILE");
        return ExitCode::FAILURE;
    };
    match scorecard(&path) {
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

fn scorecard(path: &str) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|e| e.to_string())?;
    let text = String::from_utf8(bytes)
        .map_err(|e| format!("not UTF-8 from byte {} on", e.utf8_error().valid_up_to()))?;
    let assessment = decode(&text).map_err(|e| e.to_string())?.assessment;
    let questionnaire = catalog::built_in();
    let problems = validate::assessment(&questionnaire, &assessment);
    if !problems.is_empty() {
        return Err(Refusal::Problems(problems).to_string());
    }
    serde_json::to_string_pretty(&scoring::score(&questionnaire, &assessment))
        .map_err(|e| e.to_string())
}
