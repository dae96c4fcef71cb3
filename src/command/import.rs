//! `import FILE`: a model of others as a questionnaire's document. What of it was taken over goes to standard
//! error.

use super::args::{USAGE, option};
use plumbline::formats::models::{Kind, import as made_of};

/// The document.
///
/// # Errors
/// Why nothing was made of the file.
pub fn import(args: &[String]) -> Result<String, String> {
    let kind = match option(args, "--as") {
        Some(name) => {
            let found = Kind::ALL.into_iter().find(|kind| kind.id() == name);
            Some(found.ok_or_else(|| USAGE.to_owned())?)
        }
        None if args.iter().any(|a| a == "--as") => return Err(USAGE.to_owned()),
        None => None,
    };
    let path = args.first().filter(|a| !a.starts_with("--"));
    let path = path.ok_or_else(|| USAGE.to_owned())?;
    let text = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    let made = made_of(&text, kind).map_err(|e| format!("{path}: {e}"))?;
    eprintln!("{}", made.coverage);
    Ok(made.text.trim_end().to_owned())
}
