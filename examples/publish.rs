//! Makes the files to publish beside the page of what teams have handed in: a folder `portfolio`, without
//! notes, names of people, workshops, actions and, unless they are asked for, earlier rounds.
//!
//! `cargo run --example publish -- FOLDER FILE… [--fewest 5] [--rounds]`

use plumbline::VERSION;
use plumbline::catalog::built_in;
use plumbline::formats::portfolio_json::{publish, read};
use plumbline::formats::questionnaire_toml::decode;
use plumbline::formats::workspace_json::{decode_any, read_any};
use plumbline::model::{Assessment, QuestionnaireRef};
use plumbline::words::words;
use std::path::Path;
use std::process::ExitCode;

/// Teams for which fewer people answered stay out, unless somebody says otherwise.
const FEWEST: u32 = 5;
const USAGE: &str = "usage: publish FOLDER FILE… [--fewest 5] [--rounds]";

fn main() -> ExitCode {
    let mut args: Vec<_> = std::env::args().skip(1).collect();
    let keeps_rounds = args.iter().any(|a| a == "--rounds");
    args.retain(|a| a != "--rounds");
    let fewest = match args.iter().position(|a| a == "--fewest") {
        None => Some(FEWEST),
        Some(at) => {
            let number = args.drain(at..args.len().min(at + 2)).nth(1);
            number.and_then(|number| number.parse().ok())
        }
    };
    let (Some(fewest), Some((folder, files))) = (fewest, args.split_first()) else {
        return refuse(USAGE);
    };
    if files.is_empty() {
        return refuse(USAGE);
    }
    match made(Path::new(folder), files, (fewest, keeps_rounds)) {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(said) => refuse(&said),
    }
}

fn refuse(said: &str) -> ExitCode {
    // One line, whatever the message was made for.
    eprintln!("{}", said.lines().collect::<Vec<_>>().join("; "));
    ExitCode::FAILURE
}

/// Reads all before it writes any. What is in the folder from before is left where it is not written
/// over; nobody finds it, since it is not in the list.
fn made(folder: &Path, files: &[String], rules: (u32, bool)) -> Result<String, String> {
    let mut teams: Vec<Assessment> = Vec::new();
    let (built_in, mut documents) = (built_in(), Vec::new());
    for path in files {
        let text = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
        let carried = read_any(&text).map(|contents| contents.questionnaires);
        for document in carried.unwrap_or_default() {
            if let Ok(own) = decode(&document, &built_in) {
                documents.push((QuestionnaireRef::of(&own.questionnaire), document));
            }
        }
        let parts = decode_any(&text).map_err(|e| format!("{path}: {}", words().refusal(&e)))?;
        for part in parts {
            let team = part.map_err(|e| format!("{path}: {}", words().refusal(&e)))?;
            teams.push(team.assessment);
        }
    }
    std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let all = teams.len();
    let of = |teams: &[Assessment]| -> Vec<&str> {
        let is_answered = |reference: &QuestionnaireRef| {
            teams.iter().any(|team| team.questionnaire == *reference)
        };
        let own = documents
            .iter()
            .filter(|(reference, _)| is_answered(reference));
        let mut own: Vec<_> = own.map(|(_, document)| document.as_str()).collect();
        own.sort_unstable();
        own.dedup();
        own
    };
    let made = publish(&teams, rules, VERSION, &of);
    for (name, text) in &made {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    let index = made.last().and_then(|(_, text)| read(text));
    let index = index.unwrap_or_default();
    let withheld = index.withheld.map_or(0, |[_, teams]| teams);
    let (shown, place) = (all - withheld as usize, folder.display());
    Ok(format!("{place}: {shown} teams, {withheld} withheld"))
}
