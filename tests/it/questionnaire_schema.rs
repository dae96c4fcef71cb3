//! What editors know of a questionnaire is what is read.

use plumbline::catalog::built_in;
use plumbline::formats::questionnaire_toml::{decode, schema};
use serde_json::Value;
use std::fs;

const FILE: &str = "docs/questionnaire.schema.json";

fn current() -> Value {
    serde_json::from_str(&schema()).unwrap()
}

fn document(text: &str) -> Value {
    let read: toml::Table = toml::from_str(text).unwrap();
    serde_json::to_value(read).unwrap()
}

/// What does not fit, each with its path. Knows the keywords that the schema uses, and no others.
fn faults(schema: &Value, value: &Value, path: &str, found: &mut Vec<String>) {
    let mut say = |why: &str| found.push(format!("{path}: {why}"));
    let size = |list: &Value| list.as_array().map(|l| l.len() as u64);
    for (keyword, rule) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "$schema" | "title" | "description" | "properties" | "items" => {}
            "type" => {
                let is_it = match rule.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_i64() || value.is_u64(),
                    "number" => value.is_number(),
                    other => panic!("{other}"),
                };
                if !is_it {
                    say(&format!("is no {rule}"));
                }
            }
            "enum" if !rule.as_array().unwrap().contains(value) => say("is none of them"),
            "minimum" if value.as_f64() < rule.as_f64() => say("is too little"),
            "maximum" if value.as_f64() > rule.as_f64() => say("is too much"),
            "minItems" if size(value) < rule.as_u64() => say("has too few"),
            "maxItems" if size(value) > rule.as_u64() => say("has too many"),
            "enum" | "minimum" | "maximum" | "minItems" | "maxItems" => {}
            "required" => {
                for field in rule.as_array().unwrap() {
                    if value.get(field.as_str().unwrap()).is_none() {
                        say(&format!("lacks {field}"));
                    }
                }
            }
            "anyOf" => {
                let fits = |one: &Value| {
                    let mut found = Vec::new();
                    faults(one, value, path, &mut found);
                    found.is_empty()
                };
                if !rule.as_array().unwrap().iter().any(fits) {
                    say("fits none of them");
                }
            }
            "additionalProperties" if rule.is_object() => {}
            "additionalProperties" => {
                let known = schema["properties"].as_object().unwrap();
                for field in value.as_object().unwrap().keys() {
                    if !known.contains_key(field) {
                        say(&format!("has {field}"));
                    }
                }
            }
            other => panic!("{path}: the keyword {other} is not known"),
        }
    }
    for (field, inner) in value.as_object().into_iter().flatten() {
        let own = schema["properties"].get(field);
        if let Some(own) = own.or(Some(&schema["additionalProperties"]).filter(|o| o.is_object())) {
            faults(own, inner, &format!("{path}/{field}"), found);
        }
    }
    for (n, inner) in value.as_array().into_iter().flatten().enumerate() {
        if let Some(own) = schema.get("items") {
            faults(own, inner, &format!("{path}/{n}"), found);
        }
    }
}

fn said(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    faults(&current(), &document(text), "", &mut found);
    found
}

#[test]
fn the_schema_in_the_repository_is_current() {
    if std::env::var_os("PLUMBLINE_GOLDEN").is_some() {
        fs::write(FILE, schema()).unwrap();
    }
    let kept = fs::read_to_string(FILE).unwrap_or_default();
    assert!(kept == schema(), "PLUMBLINE_GOLDEN=1 writes {FILE}");
}

/// Each example names the schema in its first line, and fits it.
#[test]
fn examples_fit_the_schema() {
    let mut count = 0;
    for entry in fs::read_dir("examples/questionnaires").unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let first = text.lines().next().unwrap();
        assert_eq!(
            first, "#:schema ../../docs/questionnaire.schema.json",
            "{path:?}"
        );
        assert_eq!(said(&text), [""; 0], "{path:?}");
        count += 1;
    }
    assert!(count >= 2);
    // The built-in one is in files of its own, of the same tables. What only it has is left out.
    for file in [
        "devops",
        "sre",
        "platform",
        "together",
        "metrics",
        "rules",
        "benchmarks",
    ] {
        let text = fs::read_to_string(format!("src/catalog/{file}.toml")).unwrap();
        let text = if file == "benchmarks" {
            "[published]\n".to_owned() + &text.replace("[[", "[[published.")
        } else {
            text
        };
        let others: Vec<_> = said(&text)
            .into_iter()
            .filter(|fault| fault != ": lacks \"questionnaire\"" && !fault.contains("discipline"))
            .collect();
        assert!(others.is_empty(), "{file}: {others:#?}");
    }
}

/// What is refused when it is read is what the schema marks: each field in turn is left out of an example,
/// and both say the same.
#[test]
fn what_must_be_there_is_what_the_reader_asks_for() {
    let bank = fs::read_to_string("examples/questionnaires/bank.toml").unwrap();
    let (head, practice) = bank.split_at(bank.rfind("[[add.practice]]").unwrap());
    let is_field = |line: &&str| line.contains(" = ") && !line.starts_with(' ');
    let fields: Vec<_> = practice.lines().filter(is_field).collect();
    let mut refused = 0;
    for (n, field) in fields.iter().enumerate() {
        let from = practice.find(field).unwrap();
        let next = fields.get(n + 1).map(|next| practice.find(next).unwrap());
        let text = [
            head,
            &practice[..from],
            next.map_or("", |next| &practice[next..]),
        ]
        .concat();
        let read = decode(&text, &built_in()).err().unwrap_or_default();
        let lacks = read.iter().any(|r| r.message.contains("missing field"));
        assert_eq!(
            lacks,
            !said(&text).is_empty(),
            "{field}: {read:?} {:?}",
            said(&text)
        );
        refused += usize::from(lacks);
    }
    // id, dimension, title, question, why, levels, how_to_tell, steps, effort, sources.
    assert_eq!(refused, 10);
}

#[test]
fn what_does_not_fit_is_marked() {
    let bank = fs::read_to_string("examples/questionnaires/bank.toml").unwrap();
    for (from, to, message) in [
        ("[questionnaire]", "[head]", ": lacks \"questionnaire\""),
        (
            "title = \"Acme Bank\"",
            "name = \"Acme Bank\"",
            "/questionnaire: has name",
        ),
        (
            "effort = [\"S\", \"M\", \"M\", \"L\"]",
            "effort = \"XL\"",
            "/add/practice/0/effort: fits none of them",
        ),
        (
            "effort = [\"S\", \"M\", \"M\", \"L\"]",
            "effort = [\"S\"]",
            "/add/practice/0/effort: fits none of them",
        ),
        (
            "stakes = 3",
            "stakes = \"grave\"",
            "/add/practice/0/stakes: is no \"integer\"",
        ),
        (
            "why = \"One",
            "because = \"One",
            "/add/practice/0: lacks \"why\"",
        ),
        ("[[add.dimension]]", "[[add.area]]", "/add: has area"),
        (
            "weight = 2",
            "weight = \"2\"",
            "/change/discipline/0/weight: is no \"number\"",
        ),
    ] {
        let found = said(&bank.replacen(from, to, 1));
        assert!(found.iter().any(|f| f == message), "{message}: {found:?}");
    }
}

/// Whoever writes is told of every field what it is for.
#[test]
fn every_field_says_what_it_is_for() {
    fn look(schema: &Value, path: &str, bare: &mut Vec<String>) {
        if schema["description"]
            .as_str()
            .unwrap_or_default()
            .is_empty()
        {
            bare.push(path.to_owned());
        }
        for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
            look(inner, &format!("{path}/{name}"), bare);
        }
        for (name, inner) in schema["items"]["properties"]
            .as_object()
            .into_iter()
            .flatten()
        {
            look(inner, &format!("{path}/{name}"), bare);
        }
    }
    let mut bare = Vec::new();
    look(&current(), "", &mut bare);
    // Of published figures, and of what stands within a field, the names say it.
    let is_within = |p: &String| {
        p.starts_with("/published/")
            || ["sources", "contexts", "calculator"]
                .iter()
                .any(|f| p.contains(&format!("/{f}/")))
    };
    bare.retain(|p| !is_within(p) && !p.starts_with("/drop/"));
    assert_eq!(bare, [""; 0]);
    assert!(!schema().contains("\"not\""), "{}", schema());
}
