//! The command line: the core without a browser, for pipelines and for those who hold many files. The same
//! results as in the app, to the last digit. What is asked for goes to standard output; what is wrong is one
//! line on standard error, and exit code 1.

mod args;
mod import;
mod measure;
mod questionnaire;
mod report;
mod score;

use args::{USAGE, option};
use plumbline::formats::questionnaire_toml::schema;
use plumbline::model::version::plain;
use std::process::ExitCode;

/// Does what the arguments say.
pub fn run(args: &[String]) -> ExitCode {
    let done = match args.split_first() {
        Some((command, rest)) => match command.as_str() {
            "score" => of_one(rest, |path| {
                let is_explained = rest.iter().any(|a| a == "--explain");
                score::scorecard(path, is_explained)
            }),
            "report" => of_one(rest, |path| {
                report::report(path, option(rest, "--as").unwrap_or("html"))
            }),
            "check" => check(rest),
            "import" => import::import(rest),
            "schema" => Ok(schema().trim_end().to_owned()),
            "measure" => measure::measure(rest),
            _ => Err(USAGE.to_owned()),
        },
        None => Err(USAGE.to_owned()),
    };
    match done {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(why) if why == USAGE => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
        Err(why) => {
            // One line, whatever the message was made for.
            eprintln!("{}", why.lines().collect::<Vec<_>>().join("; "));
            ExitCode::FAILURE
        }
    }
}

/// Does something with the one file that is named.
fn of_one(
    args: &[String],
    act: impl FnOnce(&str) -> Result<String, String>,
) -> Result<String, String> {
    let path = args.first().filter(|a| !a.starts_with("--"));
    let path = path.ok_or_else(|| USAGE.to_owned())?;
    act(path).map_err(|why| format!("{path}: {why}"))
}

fn check(paths: &[String]) -> Result<String, String> {
    if paths.is_empty() {
        return Err(USAGE.to_owned());
    }
    let mut said = Vec::new();
    for path in paths {
        if path.ends_with(".toml") {
            said.push(questionnaire::check(path)?);
            continue;
        }
        let read = score::read(path).map_err(|why| format!("{path}: {why}"))?;
        let assessment = read.assessment;
        let version = plain(&assessment.questionnaire.version);
        said.push(format!(
            "{path}: {}, version {version}, fits",
            assessment.team()
        ));
    }
    Ok(said.join("\n"))
}
