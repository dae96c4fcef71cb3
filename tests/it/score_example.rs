//! `cargo run --example score -- FILE`: what tools outside read.

use plumbline::catalog::built_in;
use plumbline::formats::assessment_json::encode;
use plumbline::model::{Assessment, AssessmentId, Clock, Edit, QuestionnaireRef, WriterId};
use plumbline::scoring::score;
use std::process::{Command, Output};

fn run(file: &std::path::Path) -> Output {
    run_with(file, &[])
}

fn run_with(file: &std::path::Path, options: &[&str]) -> Output {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    Command::new(cargo)
        .args(["run", "--quiet", "--example", "score", "--"])
        .arg(file)
        .args(options)
        .output()
        .unwrap()
}

fn scratch(name: &str, text: &str) -> std::path::PathBuf {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn it_prints_the_scorecard_as_the_app_computes_it() {
    let q = built_in();
    let reference = QuestionnaireRef {
        id: q.id.clone(),
        version: q.version.clone(),
    };
    let mut a = Assessment::empty(AssessmentId::parse("x").unwrap(), reference);
    let mut clock = Clock::new(WriterId::parse("w").unwrap());
    a.apply(
        Edit::Respond(q.practices[0].id.clone(), Some(crate::world::level(4))),
        clock.tick(1),
    );
    let file = scratch("scored.json", &encode(&a, "0.1.0", "2026-11-23T10:00:00Z"));
    let output = run(&file);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let printed: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    // Both read from text: reading numbers back may cost the last bit.
    let card = serde_json::to_string(&score(&q, &a)).unwrap();
    let expected: serde_json::Map<_, _> = serde_json::from_str(&card).unwrap();
    for (key, value) in expected {
        assert_eq!(printed[&key], value, "{key}");
    }
    assert_eq!(printed["advice"]["nextSteps"], serde_json::json!([]));
    assert_eq!(printed.get("explanations"), None);

    let output = run_with(&file, &["--explain"]);
    let printed: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let explanations = printed["explanations"].as_array().unwrap();
    let parts = ["disciplines", "dimensions"].map(|k| printed[k].as_array().unwrap().len());
    let measured = printed["metrics"].as_array().unwrap().iter();
    let measured = measured.filter(|m| m["value"].is_number()).count();
    assert_eq!(explanations.len(), 1 + parts[0] + parts[1] + measured);
    assert_eq!(explanations[0]["id"], "overall");
    let collaboration = explanations.iter().find(|e| e["id"] == "collaboration");
    // One answer of several: the range and the coverage stand, and nothing else.
    assert_eq!(collaboration.unwrap()["sums"]["low"]["weighted"], 75.0);
    for part in [&printed["dimensions"][0], &printed["disciplines"][1]] {
        assert_eq!(part["value"], serde_json::Value::Null);
        assert_eq!(part["level"], serde_json::Value::Null);
        assert!(part["low"].is_number() && part["coverage"].is_number());
    }
}

#[test]
fn an_invalid_file_ends_with_1_and_one_line_that_says_where_and_why() {
    let bad = r#"{"format": "plumbline/assessment", "version": 1, "body": {"id": "x", "team": "t",
        "questionnaire": {"id": "plumbline", "version": "1"}, "responses": {"no-such": {"level": 3}}}}"#;
    for (text, expected) in [
        ("{", "ends early"),
        (bad, "responses/no-such: there is no practice"),
    ] {
        let output = run(&scratch("bad.json", text));
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            said.contains(expected) && said.trim_end().lines().count() == 1,
            "{said}"
        );
        assert!(output.stdout.is_empty());
    }
}
