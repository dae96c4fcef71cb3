//! `measure FILE… [--metric ID]`: numbers from the exports of other tools, by the rules of the app.

use super::args::{USAGE, option};
use plumbline::catalog::built_in;
use plumbline::events::mapping::Means;
use plumbline::events::reading::Wanted;
use plumbline::events::{Role, Zone};
use plumbline::formats::json::Json;
use plumbline::formats::table::Choices;
use plumbline::model::{Day, Sorted};
use plumbline::study::{Input, Study};
use plumbline::words::words;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// Options that are followed by a value.
const VALUED: [&str; 9] = [
    "--workflow",
    "--metric",
    "--zone",
    "--weeks",
    "--from",
    "--to",
    "--service",
    "--rotations",
    "--window",
];

/// All numbers that follow from the files, or the one that is asked for.
///
/// # Errors
/// Which file could not be read and why, or why there is no such number.
pub fn measure(args: &[String]) -> Result<String, String> {
    let files = files(args)?;
    let mut study = Study::default();
    study.take(begin(args)?);
    let wanted = option(args, "--metric");
    for (at, path) in files.iter().enumerate() {
        let bytes = std::fs::read(path).map_err(|e| format!("{path}: {e}"))?;
        let name = Path::new(path)
            .file_name()
            .map_or_else(|| path.as_str().into(), |name| name.to_string_lossy());
        study.take(Input::Add {
            name: name.into_owned(),
            choices: Choices::default(),
            place: None,
            file: bytes.into(),
            again: 0,
        });
        if let Some(metric) = wanted {
            study.take(Input::About(at, metric.to_owned()));
        }
    }
    if let Some((file, why)) = study.problems().next() {
        return Err(format!("{file}: {why}"));
    }
    if let Some(workflow) = option(args, "--workflow") {
        for file in 0..files.len() {
            study.take(Input::Value {
                file,
                role: Role::Sort,
                text: workflow.to_owned(),
                means: Means::Yes,
            });
        }
    }
    study.take(Input::Period(period(args)?));
    if let Some(service) = option(args, "--service") {
        study.take(Input::Service(Some(service.to_owned())));
    }
    for (name, flag) in [
        ("withoutRollbacks", "--without-rollbacks"),
        ("fromMerge", "--from-merge"),
    ] {
        if args.iter().any(|a| a == flag) {
            choose(&mut study, name, Json::Bool(true));
        }
    }
    for (name, flag) in [("rotations", "--rotations"), ("window", "--window")] {
        if let Some(text) = option(args, flag) {
            let number = text
                .parse::<u32>()
                .map_err(|_| format!("{flag} {text}: not a number"))?;
            choose(&mut study, name, Json::whole(number));
        }
    }
    let Some(metric) = wanted else {
        let all: Vec<_> = study
            .readings()
            .map(|reading| study.reading(reading))
            .collect();
        if all.is_empty() {
            return Err(
                "no number follows from these rows. `--metric ID` says why for one".to_owned(),
            );
        }
        return Ok(Json::List(all).pretty());
    };
    match study.result(metric) {
        Some(Ok(reading)) => Ok(study.reading(reading).pretty()),
        Some(Err(none)) => Err(format!("{metric}: {}", words().none_because(none))),
        None => Err(format!("{metric}: there is no such metric")),
    }
}

fn choose(study: &mut Study, name: &str, value: Json) {
    let name = name.to_owned();
    study.take(Input::Choose { name, value });
}

fn files(args: &[String]) -> Result<Vec<&String>, String> {
    let mut files = Vec::new();
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        if VALUED.contains(&arg.as_str()) {
            rest.next();
        } else if !arg.starts_with("--") {
            files.push(arg);
        }
    }
    if files.is_empty() {
        return Err(USAGE.to_owned());
    }
    Ok(files)
}

fn begin(args: &[String]) -> Result<Input, String> {
    let mut units = Sorted::default();
    for metric in &built_in().metrics {
        units.put(metric.id.to_string(), metric.unit.clone());
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.map_or(0, |since| since.as_millis());
    Ok(Input::Begin {
        now: i64::try_from(now).unwrap_or(i64::MAX),
        zone: option(args, "--zone").map_or_else(|| Ok(Zone::utc()), zone)?,
        remembered: Sorted::default(),
        units,
    })
}

/// `+02:00`, `-0530`, `UTC`: an offset, since which zones change when is the browser's to know.
fn zone(text: &str) -> Result<Zone, String> {
    if text == "UTC" || text == "Z" {
        return Ok(Zone::utc());
    }
    let wrong = || format!("--zone {text}: not an offset such as +02:00");
    let sign = match text.chars().next() {
        Some('+') => 1,
        Some('-') => -1,
        _ => return Err(wrong()),
    };
    let digits: String = text[1..].chars().filter(|c| *c != ':').collect();
    let number = digits.parse::<i32>().ok().filter(|_| digits.len() == 4);
    let number = number
        .filter(|n| n / 100 <= 14 && n % 100 < 60)
        .ok_or_else(wrong)?;
    let seconds = sign * (number / 100 * 3600 + number % 100 * 60);
    Ok(Zone::new(text, vec![(i64::MIN, seconds)]))
}

fn period(args: &[String]) -> Result<Wanted, String> {
    let day = |name| match option(args, name) {
        None => Ok(None),
        Some(text) => Day::parse(text)
            .map(Some)
            .ok_or_else(|| format!("{name} {text}: not a day such as 2026-08-31")),
    };
    if let (Some(first), Some(last)) = (day("--from")?, day("--to")?) {
        return Ok(Wanted::Days(first, last));
    }
    match option(args, "--weeks") {
        None => Ok(Wanted::Usual),
        Some("all") => Ok(Wanted::All),
        Some(text) => text
            .parse()
            .map(Wanted::Weeks)
            .map_err(|_| format!("--weeks {text}: not a number")),
    }
}
