//! What is said of files where a number waits for somebody, or does not follow.

use crate::bounds::missing;
use crate::study::{add, begun, get, list, metrics, tell};
use plumbline::formats::json::Json;
use std::fs;
use std::process::Command;

const FREQUENCY: &str = "deployment-frequency";

fn fixture(name: &str) -> String {
    fs::read_to_string(format!("tests/exports/{name}")).unwrap()
}

/// A part of the first file that is said in sentences.
fn said(shown: &Json, part: &str) -> Vec<String> {
    let file = &list(get(shown, "files"))[0];
    let all = list(get(file, part)).iter();
    all.filter_map(|one| one.as_str().map(str::to_owned))
        .collect()
}

/// Workflow runs of which none deploys by its name.
fn only_checks() -> String {
    let runs = fixture("github_runs_cli.json");
    assert!(runs.contains("\"Deploy\""));
    runs.replace("\"Deploy\"", "\"Lint\"")
}

/// Checks were counted as deployments to production: docs say of `gh run list` that one has to choose.
#[test]
fn runs_wait_until_somebody_says_which_of_them_deploy() {
    let waits = "Nothing looks like a deployment among these runs, so none is counted. Choose below what deploys.";
    let mut study = begun();
    let shown = add(&mut study, "runs.json", only_checks().as_bytes());
    assert!(metrics(&shown).is_empty(), "{:?}", metrics(&shown));
    assert!(said(&shown, "doubts").contains(&waits.to_owned()));
    let choice = r#"{"do": "value", "file": 0, "role": "sort", "text": "Lint", "means": "yes"}"#;
    let shown = tell(&mut study, choice, b"");
    assert!(metrics(&shown).contains(&FREQUENCY));
    assert!(!said(&shown, "doubts").iter().any(|d| d.contains("deploys")));
    // The same on the command line.
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("checks.json");
    fs::write(&path, only_checks()).unwrap();
    let measure = |more: &[&str]| {
        let mut own = Command::new(env!("CARGO_BIN_EXE_plumbline"));
        let own = own.arg("measure").arg(&path).args(more).output().unwrap();
        (own.status.success(), String::from_utf8(own.stdout).unwrap())
    };
    assert!(!measure(&[]).0);
    let (is_well, found) = measure(&["--workflow", "Lint"]);
    assert!(is_well && found.contains(FREQUENCY), "{found}");
}

/// In a table of somebody's own that holds deployments, a sort is no workflow.
#[test]
fn deployments_of_sorts_without_such_names_are_deployments() {
    let file = "id,deployed at,type\n1,2026-10-05T10:00:00Z,major\n2,2026-10-12T10:00:00Z,minor\n3,2026-10-19T10:00:00Z,minor\n";
    let shown = add(&mut begun(), "ours.csv", file.as_bytes());
    assert!(metrics(&shown).contains(&FREQUENCY));
}

/// What people wrote down somewhere paged nobody, unless something says so.
#[test]
fn incidents_are_pages_only_where_something_says_so() {
    let pages = "pages-per-shift";
    let unsaid = "Nothing says that these incidents paged anybody. Drop an export of what pages people, such as PagerDuty or Opsgenie, or choose a column for how often each paged.";
    for name in ["statuspage.json", "servicenow.csv", "devlake_incidents.csv"] {
        let shown = add(&mut begun(), name, fixture(name).as_bytes());
        assert!(!metrics(&shown).contains(&pages), "{name}");
        assert_eq!(missing(&shown, pages), unsaid, "{name}");
    }
    let days = "2026-10-05T10:00:00Z,2\n2026-10-12T10:00:00Z,0\n2026-10-26T10:00:00Z,1\n";
    let file = format!("incident started,pages\n{days}");
    let mut study = begun();
    let shown = add(&mut study, "ours.csv", file.as_bytes());
    assert!(metrics(&shown).contains(&pages), "{shown:?}");
    let file = file.replace("pages", "severity");
    let shown = add(&mut begun(), "ours.csv", file.as_bytes());
    assert_eq!(missing(&shown, pages), unsaid);
    let mut study = begun();
    add(&mut study, "ours.csv", file.as_bytes());
    let kind = r#"{"do": "kind", "file": 0, "kind": "pages"}"#;
    let shown = tell(&mut study, kind, b"");
    assert!(metrics(&shown).contains(&pages), "{shown:?}");
}
