//! What a study asks and says of a file: days in two readings, cells read aloud, columns that are gone, choices.

use crate::study::{EXAMPLE, NOW, add, begun, get, list, reading, tell};
use plumbline::formats::json::Json;
use plumbline::study::Study;
use std::fs;

/// What is chosen about numbers has the same answer in whatever order it is said.
#[test]
fn choices_of_days_follow_from_the_rows_as_they_are() {
    let weeks = r#"{"do": "period", "weeks": 4}"#;
    let mut first = begun();
    tell(&mut first, weeks, b"");
    let first = add(&mut first, "example.csv", EXAMPLE.as_bytes());
    let mut last = begun();
    add(&mut last, "example.csv", EXAMPLE.as_bytes());
    tell(&mut last, r#"{"do": "period", "weeks": 0}"#, b"");
    assert_eq!(tell(&mut last, weeks, b""), first);
}

/// What a file spans is said in the days of the chosen zone, as everything else is.
#[test]
fn days_of_a_file_are_those_of_the_zone() {
    let file = b"id,deployed at\n1,2026-10-01T20:00:00Z\n2,2026-10-20T20:00:00Z\n";
    let mut study = begun();
    let span = |shown: &Json| {
        let file = list(get(shown, "files"))[0].clone();
        get(&file, "span").as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(
        span(&add(&mut study, "ours.csv", file)),
        "1 October to 20 October 2026"
    );
    let india = r#"{"do": "zone", "zone": "Asia/Kolkata", "steps": [[0, 19800]]}"#;
    assert_eq!(
        span(&tell(&mut study, india, b"")),
        "2 October to 21 October 2026"
    );
}

fn file_of(shown: &Json) -> Json {
    list(get(shown, "files"))[0].clone()
}

fn said(json: &Json, name: &str) -> Vec<String> {
    let all = list(get(json, name)).iter().filter_map(Json::as_str);
    all.map(str::to_owned).collect()
}

fn column_of(file: &Json, role: &str) -> Json {
    let mut columns = list(get(file, "columns")).iter();
    let own = columns.find(|c| get(c, "role").as_str() == Some(role));
    own.cloned().unwrap_or_default()
}

/// A day that can be read in two ways is asked about, with both readings, and read in the one that is chosen.
#[test]
fn days_that_can_be_read_in_two_ways_are_asked_about() {
    let both = "id,deployed at\n1,03/04/2026 10:30\n2,07/06/2026 09:00\n3,05/05/2026 10:00\n4,02/08/2026 10:00\n";
    let mut study = begun();
    let shown = add(&mut study, "ours.csv", both.as_bytes());
    let question = get(&file_of(&shown), "days").clone();
    assert_eq!(
        get(&question, "text").as_str(),
        Some("Which day is “03/04/2026 10:30” in “deployed at”?")
    );
    let options = list(get(&question, "options")).iter();
    let options: Vec<_> = options
        .map(|o| {
            (
                get(o, "text").as_str().unwrap_or_default(),
                get(o, "chosen") == &Json::Bool(true),
            )
        })
        .collect();
    assert_eq!(
        options,
        [
            ("3 April 2026, 10:30", false),
            ("4 March 2026, 10:30", false)
        ]
    );
    // Until somebody has said which, its numbers are not to be used.
    let awaits = |shown: &Json| get(reading(shown, "deployment-frequency"), "awaitsDays").clone();
    assert_eq!(awaits(&shown), Json::Bool(true));
    let span = |shown: &Json| {
        get(&file_of(shown), "span")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(span(&shown), "3 April to 2 August 2026");
    let other = r#"{"do": "days", "file": 0, "format": "month-first"}"#;
    let shown = tell(&mut study, other, b"");
    assert_eq!(span(&shown), "8 February to 6 July 2026");
    assert_eq!(awaits(&shown), Json::Bool(false));
    assert_eq!(
        said(&column_of(&file_of(&shown), "finished"), "samples")[0],
        "03/04/2026 10:30 → 4 March 2026, 10:30"
    );
    // It is remembered with the rest.
    let mapping = get(&file_of(&shown), "mapping")
        .as_str()
        .unwrap_or_default()
        .to_owned();
    assert!(mapping.contains("month-first"), "{mapping}");
    // A column that somebody chooses is asked about, too, and another one that is sure answers for it.
    let sure = both
        .replace("id,", "asked at,")
        .replace("\n1,", "\n23/04/2026,")
        .replace("\n2,", "\n24/04/2026,");
    let mut study = begun();
    add(&mut study, "ours.csv", sure.as_bytes());
    let shown = tell(
        &mut study,
        r#"{"do": "column", "file": 0, "role": "finished", "header": "deployed at"}"#,
        b"",
    );
    assert_eq!(get(&file_of(&shown), "days"), &Json::Null);
    let own = column_of(&file_of(&shown), "finished");
    assert_eq!(
        get(&own, "why").as_str(),
        Some("chosen by you; 4 of 4 cells fit")
    );
    // Where one value is no month, nothing is asked.
    let clear = both.replace("07/06", "27/06");
    let shown = add(&mut begun(), "ours.csv", clear.as_bytes());
    assert_eq!(get(&file_of(&shown), "days"), &Json::Null);
    assert_eq!(awaits(&shown), Json::Bool(false));
}

/// Cells are read aloud as they were understood, and the page says by what a tool was recognised.
#[test]
fn cells_are_read_aloud() {
    let shown = add(&mut begun(), "example.csv", EXAMPLE.as_bytes());
    let finished = column_of(&file_of(&shown), "finished");
    assert_eq!(
        said(&finished, "samples")[0],
        "2026-09-28T11:12:00Z → 28 September 2026, 11:12"
    );
    let file = fs::read("tests/exports/github_runs.json").unwrap();
    let shown = add(&mut begun(), "runs.json", &file);
    let by = get(&file_of(&shown), "by")
        .as_str()
        .unwrap_or_default()
        .to_owned();
    assert!(
        by.starts_with("Recognised by “") && by.contains("head_sha"),
        "{by}"
    );
}

/// A column of the last time that is gone is named, with what it meant.
#[test]
fn a_column_that_is_gone_is_named() {
    let file = "when_live,state,finished_at\n";
    let rows = (1..=9).map(|d| format!("x,ok,2026-10-0{d}T10:00:00Z\n"));
    let file = file.to_owned() + &rows.collect::<String>();
    let mut study = begun();
    let shown = add(&mut study, "ours.csv", file.as_bytes());
    let known = file_of(&shown);
    let begin = format!(
        r#"{{"do": "begin", "now": {NOW}, "remembered": {{{}: {}}}}}"#,
        get(&known, "fingerprint").compact(),
        get(&known, "mapping").compact()
    );
    let mut next = Study::default();
    tell(&mut next, &begin, b"");
    let renamed = file.replace("state", "result");
    let shown = add(&mut next, "ours.csv", renamed.as_bytes());
    let doubts = said(&file_of(&shown), "doubts");
    let gone = "The last file like this had a column “state” for “State or result”. It is gone, and “result” was taken: check that it means the same.";
    assert!(doubts.iter().any(|d| d == gone), "{doubts:?}");
    let same = add(&mut next, "ours.csv", file.as_bytes());
    let again = list(get(&same, "files"))[1].clone();
    assert!(!said(&again, "doubts").iter().any(|d| d.contains("gone")));
}

/// Working hours, holidays and the days that files cover are chosen, and what is no choice changes nothing.
#[test]
fn hours_and_days_can_be_chosen() {
    let choose = |study: &mut Study, name: &str, value: &str| {
        let message = format!(r#"{{"do": "choose", "name": "{name}", "value": "{value}"}}"#);
        tell(study, &message, b"")
    };
    // Asked on Friday at 16:00 and done on Monday at 10:00: two working hours, of which a holiday leaves one.
    let one = "key,created,resolved,channel\nA-1,2026-10-02T16:00:00Z,2026-10-05T10:00:00Z,form\n";
    let mut study = begun();
    add(&mut study, "tickets.csv", one.as_bytes());
    let mut shown = tell(
        &mut study,
        r#"{"do": "kind", "file": 0, "kind": "tickets"}"#,
        b"",
    );
    let wait = |shown: &Json| get(reading(shown, "platform-request-wait"), "value").as_f64();
    assert_eq!(wait(&shown), Some(2.0), "{}", shown.pretty());
    for (name, value, hours) in [
        ("holidays", "2026-10-05 2026-12-25", 1.0),
        ("until", "18:30", 2.5),
        ("days", "1111111", 21.5),
        ("days", "0000000", 21.5),
        ("until", "25:00", 21.5),
    ] {
        shown = choose(&mut study, name, value);
        assert_eq!(wait(&shown), Some(hours), "{name}: {value}");
    }
    let rules = get(&shown, "rules");
    assert_eq!(
        get(rules, "holidays").as_str(),
        Some("2026-10-05 2026-12-25")
    );
    assert_eq!(get(rules, "until").as_str(), Some("18:30"));
    // Ten deployments in ten days are ten in 40 days, where the file covers as many.
    let ten = (1..=10).map(|d| format!("{d},2026-10-{d:02}T10:00:00Z\n"));
    let ten = "id,deployed at\n".to_owned() + &ten.collect::<String>();
    let mut study = begun();
    add(&mut study, "ours.csv", ten.as_bytes());
    tell(&mut study, r#"{"do": "period", "weeks": 0}"#, b"");
    let shown = choose(&mut study, "covers", "2026-09-12 2026-10-21");
    let days = get(reading(&shown, "deployment-frequency"), "days");
    assert_eq!(days.as_str(), Some("12 September to 21 October 2026"));
    let shown = choose(&mut study, "covers", " ");
    let days = get(reading(&shown, "deployment-frequency"), "days");
    assert_eq!(days.as_str(), Some("2 October to 9 October 2026"));
}

#[test]
fn how_much_is_done_is_said_and_only_rises() {
    let mut file = String::from("id,environment,finished_at\n");
    for i in 0..60_000 {
        let (hour, minute, second) = (i / 3600 % 24, i / 60 % 60, i % 60);
        file += &format!("{i},production,2026-10-05T{hour:02}:{minute:02}:{second:02}Z\n");
    }
    let mut study = Study::default();
    let mut said = Vec::new();
    let add = r#"{"do":"add","name":"large.csv"}"#;
    study.told_watched(add, file.clone().into_bytes().into(), &mut |done| {
        said.push(done)
    });
    assert!(said.len() > 3 && said.is_sorted(), "{said:?}");
    assert!(
        said.iter().all(|done| (0.0..1.0).contains(done)),
        "{said:?}"
    );
    // Who does not listen hears the same answer.
    let mut other = Study::default();
    let answer = other.told(add, file.into_bytes());
    assert_eq!(
        answer,
        study.told(r#"{"do":"remove","file":7}"#, Vec::new())
    );
}
