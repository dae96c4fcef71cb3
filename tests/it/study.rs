//! A study of files: what is shown follows from what was told, and the command line says the same.

use plumbline::catalog::built_in;
use plumbline::formats::json::Json;
use plumbline::study::Study;
use std::fs;
use std::process::Command;

/// The morning of 27 November 2026.
pub const NOW: u64 = 1_795_766_400_000;

pub fn get<'j>(json: &'j Json, name: &str) -> &'j Json {
    match json {
        Json::Object(map) => map.get(name).unwrap_or(&Json::Null),
        _ => &Json::Null,
    }
}

pub fn list(json: &Json) -> &[Json] {
    match json {
        Json::List(list) => list,
        _ => &[],
    }
}

pub fn tell(study: &mut Study, message: &str, bytes: &[u8]) -> Json {
    Json::parse(&study.told(message, bytes.to_vec())).unwrap()
}

pub fn begun() -> Study {
    let mut study = Study::default();
    let units = built_in().metrics;
    let units = units
        .iter()
        .map(|m| format!("\"{}\": \"{}\"", m.id, m.unit));
    let units = units.collect::<Vec<_>>().join(", ");
    let begin = format!(r#"{{"do": "begin", "now": {NOW}, "zone": "UTC", "units": {{{units}}}}}"#);
    tell(&mut study, &begin, b"");
    study
}

pub fn add(study: &mut Study, name: &str, bytes: &[u8]) -> Json {
    tell(
        study,
        &format!(r#"{{"do": "add", "name": "{name}"}}"#),
        bytes,
    )
}

pub const EXAMPLE: &str = include_str!("../../src/words/pages/example-deployments.csv");

pub fn metrics(shown: &Json) -> Vec<&str> {
    let readings = list(get(shown, "readings")).iter();
    readings.filter_map(|r| get(r, "metric").as_str()).collect()
}

pub fn reading<'j>(shown: &'j Json, metric: &str) -> &'j Json {
    let found = list(get(shown, "readings")).iter();
    let mut found = found.filter(|r| get(r, "metric").as_str() == Some(metric));
    found.next().unwrap_or(&Json::Null)
}

/// The example that everybody can try gives the five numbers of DORA. By hand, of its 40 rows: 10 went to
/// staging and 3 pipelines failed, so 27 reached production; 3 of those caused an incident.
#[test]
fn the_example_gives_all_five_numbers_of_dora() {
    let shown = add(&mut begun(), "example.csv", EXAMPLE.as_bytes());
    let five = [
        "deployment-frequency",
        "change-lead-time",
        "change-fail-rate",
        "failed-deployment-recovery-time",
        "deployment-rework-rate",
    ];
    assert_eq!(metrics(&shown)[..5], five);
    let rate = reading(&shown, "change-fail-rate");
    assert_eq!(get(rate, "n").as_u64(), Some(3));
    assert_eq!(get(rate, "of").as_u64(), Some(27));
    assert_eq!(get(rate, "text").as_str(), Some("about 11.11 %"));
    let basis = get(rate, "basis");
    assert_eq!(list(get(basis, "files"))[0].as_str(), Some("example.csv"));
}

/// What was finished, with its first commit in its own row, is a deployment and no change that waits for one.
#[test]
fn a_plain_table_of_deployments_with_their_commits_is_known() {
    let rows = (1..=28)
        .map(|d| format!("{d},2026-10-{d:02}T12:00:00Z,success,2026-10-{d:02}T06:00:00Z\n"));
    let file = "id,finished_at,status,first_commit_at\n".to_owned() + &rows.collect::<String>();
    let shown = add(&mut begun(), "plain.csv", file.as_bytes());
    let lead = reading(&shown, "change-lead-time");
    assert_eq!(
        get(lead, "text").as_str(),
        Some("6 h"),
        "{}",
        shown.pretty()
    );
}

#[test]
fn rows_behind_a_number_are_shown_and_saved() {
    let mut study = begun();
    add(&mut study, "example.csv", EXAMPLE.as_bytes());
    let asked = r#"{"do": "rows", "metric": "change-fail-rate", "which": "counted"}"#;
    let rows = tell(&mut study, asked, b"");
    assert_eq!(get(&rows, "all").as_u64(), Some(3));
    assert_eq!(list(get(&rows, "rows")).len(), 3);
    let headers = list(get(&rows, "headers")).iter();
    let failed = headers
        .clone()
        .position(|h| h.as_str() == Some("caused_incident"))
        .unwrap();
    for row in list(get(&rows, "rows")) {
        assert_eq!(list(row)[failed].as_str(), Some("yes"));
    }
    // Rows left out are there by their reason, and more of them than one looks at come in parts.
    let left = r#"{"do": "rows", "metric": "change-fail-rate", "which": "0"}"#;
    assert_eq!(get(&tell(&mut study, left, b""), "all").as_u64(), Some(10));
    let csv = tell(
        &mut study,
        r#"{"do": "csv", "metric": "change-fail-rate"}"#,
        b"",
    );
    assert_eq!(get(&csv, "csv").as_str().unwrap().lines().count(), 28);
    assert_eq!(get(&csv, "next"), &Json::Null);
    // A cell that a spreadsheet would run is saved as a text.
    let evil = "id,finished_at,status,service\n1,2026-10-01T00:00:00Z,success,=HYPERLINK(1)\n2,2026-11-01T00:00:00Z,success,x\n";
    let mut study = begun();
    add(&mut study, "evil.csv", evil.as_bytes());
    let csv = tell(
        &mut study,
        r#"{"do": "csv", "metric": "deployment-frequency"}"#,
        b"",
    );
    assert!(!get(&csv, "csv").as_str().unwrap().contains(",=HYPERLINK"));
}

#[test]
fn what_columns_and_values_mean_can_be_changed_and_is_remembered() {
    let mut study = begun();
    let file = "when_live,where_to,state\n";
    let days = (1..=28).map(|d| {
        format!(
            "2026-10-{d:02}T10:00:00Z,{},ok\n",
            if d % 2 == 0 { "blue" } else { "green" }
        )
    });
    let file = file.to_owned() + &days.collect::<String>();
    add(&mut study, "ours.csv", file.as_bytes());
    for message in [
        r#"{"do": "kind", "file": 0, "kind": "deployments"}"#,
        r#"{"do": "column", "file": 0, "role": "finished", "header": "when_live"}"#,
        r#"{"do": "column", "file": 0, "role": "environment", "header": "where_to"}"#,
        r#"{"do": "column", "file": 0, "role": "outcome", "header": "state"}"#,
        r#"{"do": "value", "file": 0, "role": "environment", "text": "blue", "means": "yes"}"#,
        r#"{"do": "value", "file": 0, "role": "environment", "text": "green", "means": "no"}"#,
    ] {
        tell(&mut study, message, b"");
    }
    let shown = tell(&mut study, r#"{"do": "period", "weeks": 0}"#, b"");
    // Of the 26 whole days from the 2nd to the 27th, 13 are even.
    let frequency = reading(&shown, "deployment-frequency");
    assert_eq!(get(frequency, "n").as_u64(), Some(13), "{}", shown.pretty());
    let known = &list(get(&shown, "files"))[0];
    let (print, mapping) = (get(known, "fingerprint"), get(known, "mapping"));
    let begin = format!(
        r#"{{"do": "begin", "now": {NOW}, "remembered": {{{}: {}}}}}"#,
        print.compact(),
        mapping.compact()
    );
    let mut next = Study::default();
    tell(&mut next, &begin, b"");
    add(&mut next, "ours-2.csv", file.as_bytes());
    let again = tell(&mut next, r#"{"do": "period", "weeks": 0}"#, b"");
    assert_eq!(
        get(&list(get(&again, "files"))[0], "again"),
        &Json::Bool(true)
    );
    let found = reading(&again, "deployment-frequency");
    assert_eq!(get(found, "n").as_u64(), Some(13));
    // What is remembered wrongly does no harm.
    let broken = begin.replace("column", "\\u0000");
    let mut study = Study::default();
    tell(&mut study, &broken, b"");
    add(&mut study, "ours.csv", file.as_bytes());
}

/// Rows of a list of services say how many of them use the platform, and nothing about actions or tests: what
/// they are about, people say, and it is remembered.
#[test]
fn rows_that_can_be_about_several_things_are_about_one() {
    let mut study = begun();
    let file = "service,on platform\na,yes\nb,no\nc,yes\nd,yes\n";
    add(&mut study, "services.csv", file.as_bytes());
    let shown = tell(
        &mut study,
        r#"{"do": "kind", "file": 0, "kind": "services"}"#,
        b"",
    );
    assert_eq!(metrics(&shown), ["platform-adoption"]);
    let about = r#"{"do": "about", "file": 0, "metric": "slo-coverage"}"#;
    let shown = tell(&mut study, about, b"");
    assert_eq!(metrics(&shown), ["slo-coverage"]);
    let own = &list(get(&shown, "files"))[0];
    let begin = format!(
        r#"{{"do": "begin", "now": {NOW}, "remembered": {{{}: {}}}}}"#,
        get(own, "fingerprint").compact(),
        get(own, "mapping").compact()
    );
    let mut next = Study::default();
    tell(&mut next, &begin, b"");
    assert_eq!(
        metrics(&add(&mut next, "again.csv", file.as_bytes())),
        ["slo-coverage"]
    );
    // Deployments beside it stay what they are.
    let both = add(&mut study, "example.csv", EXAMPLE.as_bytes());
    assert_eq!(metrics(&both).len(), 6);
}

#[test]
fn what_is_no_message_changes_nothing() {
    let mut study = begun();
    let before = add(&mut study, "example.csv", EXAMPLE.as_bytes());
    for message in [
        "",
        "null",
        "[]",
        "{",
        r#"{"do": "nothing"}"#,
        r#"{"do": "remove", "file": 7}"#,
        r#"{"do": "kind", "file": 9, "kind": "incidents"}"#,
        r#"{"do": "kind", "file": 0, "kind": "wonders"}"#,
        r#"{"do": "column", "file": -1, "role": "finished"}"#,
        r#"{"do": "value", "file": 0, "role": "outcome", "text": "x"}"#,
        r#"{"do": "choose", "name": "unheard", "value": {}}"#,
        r#"{"do": "service"}"#,
    ] {
        assert_eq!(tell(&mut study, message, b""), before, "{message}");
    }
}

#[test]
fn at_most_twenty_files_are_looked_at_and_each_can_go() {
    let mut study = begun();
    for n in 0..25 {
        add(&mut study, &format!("{n}.csv"), EXAMPLE.as_bytes());
    }
    let shown = tell(&mut study, r#"{"do": "period"}"#, b"");
    assert_eq!(list(get(&shown, "files")).len(), 20);
    // The same file many times is the same deployments once.
    let rate = reading(&shown, "change-fail-rate");
    assert_eq!(get(rate, "of").as_u64(), Some(27));
    let mut last = shown;
    for _ in 0..20 {
        last = tell(&mut study, r#"{"do": "remove", "file": 0}"#, b"");
    }
    assert!(list(get(&last, "files")).is_empty());
    assert!(list(get(&last, "readings")).is_empty());
}

/// Runs the command line.
fn plumbline(args: &[&str]) -> (bool, String, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_plumbline"))
        .args(args)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (out.status.success(), text(out.stdout), text(out.stderr))
}

/// For each export in the repository: what the command line says is what the app shows, to the letter, and
/// both are what was worked out by hand.
#[test]
fn app_and_command_line_say_the_same_of_each_export() {
    let expected = fs::read_to_string("tests/exports/expected.json").unwrap();
    let expected = Json::parse(&expected).unwrap();
    let mut with_value = 0;
    for case in list(&expected) {
        let (file, metric) = (get(case, "file").as_str().unwrap(), get(case, "metric"));
        let Some(metric) = metric.as_str() else {
            continue;
        };
        with_value += 1;
        let path = format!("tests/exports/{file}");
        let mut study = begun();
        add(&mut study, file, &fs::read(&path).unwrap());
        let about = format!(r#"{{"do": "about", "file": 0, "metric": "{metric}"}}"#);
        let shown = tell(&mut study, &about, b"");
        let own = reading(&shown, metric);
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs().max(1.0);
        let value = get(own, "value").as_f64().unwrap_or(f64::NAN);
        let wanted = get(case, "value").as_f64().unwrap();
        assert!(
            close(value, wanted),
            "{file}: {metric}: {value}, not {wanted}"
        );
        assert_eq!(
            get(own, "n").as_u64(),
            get(case, "n").as_u64(),
            "{file}: {metric}"
        );
        if with_value % 8 == 0 {
            let (ended_well, said, wrong) = plumbline(&["measure", &path, "--metric", metric]);
            assert!(ended_well, "{wrong}");
            assert_eq!(&Json::parse(&said).unwrap(), own, "{file}");
        }
    }
    assert!(with_value >= 25, "{with_value}");
}

#[test]
fn the_command_line_says_in_one_line_what_is_wrong() {
    let dir = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let write = |name: &str, bytes: &[u8]| {
        let path = dir.join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let pdf = write("a.pdf", b"%PDF-1.7 x");
    let csv = write("a.csv", EXAMPLE.as_bytes());
    for (args, said) in [
        (vec!["measure", "/no/such/file"], "/no/such/file"),
        (vec!["measure", &pdf], "PDF"),
        (vec!["measure", &csv, "--metric", "joy"], "no such metric"),
        (
            vec!["measure", &csv, "--metric", "time-to-detect"],
            "time-to-detect: ",
        ),
        (vec!["measure", &csv, "--zone", "Mars"], "--zone Mars"),
        (vec!["measure", &csv, "--weeks", "few"], "--weeks few"),
        (vec!["score", &csv], "a.csv: "),
        (vec!["report", &csv], "a.csv: "),
        (vec!["check", &csv], "a.csv: "),
    ] {
        let (ended_well, out, wrong) = plumbline(&args);
        assert!(!ended_well, "{args:?}");
        assert_eq!(out, "");
        assert_eq!(wrong.lines().count(), 1, "{wrong}");
        assert!(wrong.contains(said), "{args:?}: {wrong}");
    }
    for args in [&[][..], &["measure"], &["score"], &["fly"]] {
        let (ended_well, _, wrong) = plumbline(args);
        assert!(!ended_well && wrong.starts_with("usage:"), "{wrong}");
    }
}

#[test]
fn the_command_line_scores_reports_and_checks_an_exported_file() {
    let file = "tests/golden/v1/empty.json";
    let text = fs::read_to_string(file).unwrap();
    let q = built_in();
    let text = text
        .replace("\"test\"", &format!("\"{}\"", q.id))
        .replace("1.0.0", &q.version);
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("checked.json");
    fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap();
    let (ended_well, said, wrong) = plumbline(&["check", path]);
    assert!(ended_well && said.contains("fits"), "{said}{wrong}");
    let (ended_well, said, wrong) = plumbline(&["score", path]);
    assert!(ended_well && said.contains("\"overall\""), "{wrong}");
    for (form, begins) in [
        ("html", "<!doctype html>"),
        ("md", "# "),
        ("svg", "<svg"),
        ("scores.csv", "\u{feff}"),
    ] {
        let (ended_well, said, wrong) = plumbline(&["report", path, "--as", form]);
        assert!(
            ended_well && said.starts_with(begins),
            "{form}: {}{wrong}",
            said.get(..40).unwrap_or(&said)
        );
    }
    let (ended_well, _, wrong) = plumbline(&["report", path, "--as", "poem"]);
    assert!(!ended_well && wrong.contains("poem"));
}
