//! Questionnaires of one's own: read, put over the built-in one, and checked, with a place for each remark.

use plumbline::catalog::built_in;
use plumbline::formats::questionnaire_toml::{Beside, Own, Remark, decode};
use plumbline::model::validate;
use std::fs;
use std::process::Command;

const HEAD: &str = "[questionnaire]\nid = \"ours\"\nversion = \"1.0.0\"\ntitle = \"Ours\"\nextends = \"plumbline@2\"\n";

fn example(name: &str) -> String {
    fs::read_to_string(format!("examples/questionnaires/{name}.toml")).unwrap()
}

fn read(text: &str) -> Own {
    decode(text, &built_in()).unwrap_or_else(|wrong| panic!("{wrong:#?}"))
}

fn wrong(text: &str) -> Vec<String> {
    let found = decode(text, &built_in());
    let wrong = found.err().unwrap_or_default();
    wrong.iter().map(Remark::to_string).collect()
}

/// A bank's additions: what it adds, says otherwise, weighs otherwise and leaves out, and nothing else.
#[test]
fn a_bank_adds_to_the_built_in_questionnaire() {
    let (own, base) = (read(&example("bank")), built_in());
    let q = &own.questionnaire;
    assert_eq!(
        (q.id.as_str(), q.title.as_str()),
        ("acme-bank", "Acme Bank")
    );
    assert_eq!(
        own.extends,
        Some(("plumbline".into(), base.version.clone()))
    );
    assert_eq!(
        own.beside,
        Beside {
            added: 2,
            changed: 1,
            dropped: 1
        }
    );
    assert_eq!(own.regrets, []);
    assert_eq!(q.practices.len(), base.practices.len() + 1);
    let find = |id: &str| q.practices.iter().find(|p| p.id.as_str() == id);
    assert_eq!(find("progressive-delivery"), None);
    let roles = find("incident-roles").unwrap();
    let theirs = base.practices.iter().find(|p| p.id == roles.id).unwrap();
    assert_eq!(roles.title, "Incident command at Acme");
    assert_eq!((&roles.levels, &roles.why), (&theirs.levels, &theirs.why));
    let brand = own.brand.as_ref().unwrap();
    assert_eq!(
        (brand.name.as_str(), brand.mark.is_some()),
        ("Acme Bank", true)
    );
    assert!(find("four-eyes").unwrap().key && find("four-eyes").unwrap().words > 40);
    let sre = q
        .disciplines
        .iter()
        .find(|d| d.id.as_str() == "sre")
        .unwrap();
    assert!((sre.weight - 2.0).abs() < 1e-9);
    // Nothing refers to what is gone, and practices stand with their dimension.
    assert_eq!(validate::questionnaire(q), []);
    let last = q.practices.last().unwrap();
    assert_eq!(last.dimension.as_str(), "regulation");
}

#[test]
fn a_short_one_asks_twelve() {
    let own = read(&example("short"));
    let q = &own.questionnaire;
    assert_eq!(q.practices.len(), 12);
    assert_eq!(q.practices.iter().filter(|p| p.quick).count(), 6);
    // Dimensions without a question are gone, and every term is used.
    assert!(q.dimensions.len() <= 12);
    assert_eq!(own.regrets, []);
    assert_eq!(validate::questionnaire(q), []);
}

/// A wholly other subject, which shares nothing with the built-in one.
#[test]
fn one_of_its_own_is_about_something_else() {
    let (own, base) = (read(&example("accessibility")), built_in());
    let q = &own.questionnaire;
    assert_eq!((own.extends, own.beside), (None, Beside::default()));
    assert_eq!(own.regrets, []);
    assert_eq!(validate::questionnaire(q), []);
    let counts = [
        q.disciplines.len(),
        q.dimensions.len(),
        q.practices.len(),
        q.metrics.len(),
        q.rules.len(),
        q.balance.len(),
    ];
    assert_eq!(counts, [2, 6, 14, 2, 3, 2]);
    assert_eq!(q.practices.iter().filter(|p| p.quick).count(), 8);
    assert!(q.practices.iter().all(|p| base.practice(&p.id).is_none()));
    // Each level is read beside the others on a phone: they differ, and none is a few words.
    let mut levels = q.practices.iter().flat_map(|p| &p.levels);
    assert!(levels.all(|text| text.chars().count() > 40));
}

/// What is wrong is said all at once, in the order of the document, each with line and column.
#[test]
fn everything_wrong_is_said_at_once_and_where() {
    let text = HEAD.replace("1.0.0", "1")
        + r#"
[drop]
practice = ["no-such"]

[[change.practice]]
id = "nor-this"
title = "x"

[[change.practice]]
id = "slo-targets"
question = ""

[[add.practice]]
id = "half"
dimension = "nowhere"
"#;
    // A table that cannot be read is said first, since nothing else of it is known.
    assert_eq!(wrong(&text), ["18:1: practice/half: missing field `title`"]);
    let text = text.split("[[add.practice]]").next().unwrap();
    let said = wrong(text);
    assert_eq!(
        said,
        [
            "3:1: questionnaire/version: a version has three numbers, such as 1.0.0; raise it with each change",
            "8:1: drop/practice: what is extended has no practice “no-such”",
            "10:1: practice/nor-this: what is extended has no practice “nor-this”: look its id up",
        ]
    );
    let said = wrong(
        &text
            .replace("\"1\"", "\"1.0.0\"")
            .replace("\"no-such\"", "")
            .replace("nor-this", "ci-pipeline"),
    );
    assert_eq!(
        said,
        ["16:1: practice/slo-targets/question: the text is missing"]
    );
}

#[test]
fn what_is_no_questionnaire_is_said_with_its_place() {
    for (text, message) in [
        (
            String::new(),
            "1:1: there is no [questionnaire], with an id, a version and a title".to_owned(),
        ),
        (
            "[questionnaire]\nid = ours\n".to_owned(),
            "2:6: ".to_owned(),
        ),
        (
            HEAD.replace("ours", "Ours!"),
            "2:1: questionnaire/id: an id is made of".to_owned(),
        ),
        (
            HEAD.replace("\"ours\"", "\"plumbline\""),
            "2:1: questionnaire/id: this id is that of the built-in one".to_owned(),
        ),
        (
            HEAD.replace("@2", "@9"),
            "5:1: questionnaire/extends: “plumbline@9” is not known here: write “plumbline@2”"
                .to_owned(),
        ),
        (
            HEAD.replace("extends = \"plumbline@2\"\n", "") + "[drop]\nterm = [\"slo\"]\n",
            "1:1: questionnaire: only what is extended can be changed, kept and dropped".to_owned(),
        ),
        (
            HEAD.to_owned() + "[[add.question]]\nid = \"x\"\n",
            "6:7: add.question: there is no such table".to_owned(),
        ),
        (
            HEAD.to_owned() + "[add.practice]\nid = \"x\"\n",
            "practice: write [[practice]], with two brackets, for each".to_owned(),
        ),
        (
            HEAD.to_owned() + "[branding]\ncolour = \"red\"\n",
            "branding: there is no such table".to_owned(),
        ),
        (
            HEAD.to_owned() + "[[change.practice]]\nid = \"slo-targets\"\nlevel = 3\n",
            "unknown field `level`".to_owned(),
        ),
        (
            HEAD.to_owned()
                + "[[change.practice]]\nid = \"slo-targets\"\nrequires = [\"slo-targets\"]\n",
            "8:1: practice/slo-targets/requires: it requires itself".to_owned(),
        ),
        (
            HEAD.to_owned()
                + "[[change.practice]]\nid = \"slo-targets\"\nrequires = [\"nothing\"]\n",
            "8:1: practice/slo-targets/requires: there is no practice “nothing”".to_owned(),
        ),
        (
            HEAD.to_owned() + "[[change.practice]]\nid = \"slo-targets\"\nweight = -1\n",
            "8:1: practice/slo-targets/weight: the weight must be a number above 0".to_owned(),
        ),
        (
            HEAD.replace("extends = \"plumbline@2\"\n", "")
                + "[keep]\npractice = [\"slo-targets\"]\n",
            "1:1: questionnaire: only what is extended can be changed, kept and dropped".to_owned(),
        ),
        (
            HEAD.to_owned() + "[keep]\npractice = [\"slo-targets\", \"nothing\"]\n",
            "7:28: keep/practice/2: what is extended has no practice “nothing”".to_owned(),
        ),
    ] {
        let said = wrong(&text);
        assert!(
            said.iter().any(|s| s.contains(&message)),
            "{text}\n{message}\n{said:#?}"
        );
    }
}

/// What an author would regret is told, and stops nothing.
#[test]
fn what_may_be_regretted_is_told() {
    let bank = example("bank");
    let long = "How does the bank know ".to_owned() + &"and be sure ".repeat(12) + "of it?";
    let text = bank
        .replace("How does the bank know that no single person can change production?", &long)
        .replace("Direct access is used in drills alone: what was done by hand before is code that two people have seen.", "Never.")
        .replacen("sources = [{ title = \"EU: Digital Operational Resilience Act (2022/2554)\", url = \"https://eur-lex.europa.eu/eli/reg/2022/2554/oj\" }]", "sources = []", 1);
    let twin =
        bank[bank.rfind("[[add.practice]]").unwrap()..].replace("exit-plans", "exit-plans-again");
    let own = read(&(text + "\n" + &twin));
    let said: Vec<_> = own
        .regrets
        .iter()
        .map(|r| (r.path.as_str(), r.message.as_str()))
        .collect();
    let has = |path: &str, part: &str| said.iter().any(|(p, m)| *p == path && m.contains(part));
    assert!(
        has("practice/four-eyes/question", "140 fit the screen"),
        "{said:#?}"
    );
    assert!(
        has("practice/four-eyes/levels/5", "less than half as long"),
        "{said:#?}"
    );
    assert!(
        has("practice/four-eyes/sources", "names no source"),
        "{said:#?}"
    );
    assert!(
        has(
            "practice/exit-plans-again",
            "much the same as “A way out of each supplier”"
        ),
        "{said:#?}"
    );
    assert!(
        !said.iter().any(|(path, _)| *path == "practice/exit-plans"),
        "{said:#?}"
    );
}

/// A document cut anywhere, or with any byte changed, is read or refused, and never stops the program.
#[test]
fn damaged_documents_are_refused() {
    let bank = example("bank");
    let base = built_in();
    for at in (0..bank.len())
        .filter(|at| bank.is_char_boundary(*at))
        .step_by(37)
    {
        let _ = decode(&bank[..at], &base);
        let mut other = bank.clone();
        other.insert(at, ['"', '[', '=', '\n', '\u{0}'][at % 5]);
        let _ = decode(&other, &base);
    }
}

#[test]
fn the_command_line_says_what_a_questionnaire_is_and_what_is_wrong_with_it() {
    let check = |path: &str| {
        let out = Command::new(env!("CARGO_BIN_EXE_plumbline"))
            .args(["check", path])
            .output()
            .unwrap();
        (
            out.status.success(),
            String::from_utf8(out.stdout).unwrap(),
            String::from_utf8(out.stderr).unwrap(),
        )
    };
    let (is_fine, said, remarks) = check("examples/questionnaires/bank.toml");
    assert!(is_fine, "{remarks}");
    assert_eq!(remarks, "");
    assert!(
        said.starts_with(
            "examples/questionnaires/bank.toml: Acme Bank, version 1.0.0, can be used: "
        ),
        "{said}"
    );
    assert!(
        said.contains("; beside plumbline 2.0.0: 2 new, 1 changed, 1 left out"),
        "{said}"
    );
    let path = std::env::temp_dir().join(format!("plumbline-{}.toml", std::process::id()));
    fs::write(&path, HEAD.replace("1.0.0", "one")).unwrap();
    let (is_fine, _, remarks) = check(path.to_str().unwrap());
    fs::remove_file(&path).unwrap();
    assert!(!is_fine);
    assert!(
        remarks.contains(".toml: 3:1: questionnaire/version:"),
        "{remarks}"
    );
    assert!(
        remarks.trim_end().ends_with("1 thing is wrong"),
        "{remarks}"
    );
}

/// An id of what is extended is never that of something else: answers travel by it.
#[test]
fn what_is_dropped_cannot_come_again_as_something_else() {
    let bank = example("bank").replace("id = \"four-eyes\"", "id = \"progressive-delivery\"");
    let said = wrong(&bank);
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(
        said[0].contains("practice/progressive-delivery: what is extended asks “"),
        "{said:#?}"
    );
}
