//! What the documents say is true.

use plumbline::catalog::built_in;
use plumbline::figure::Ink;
use plumbline::model::reading::minutes;
use plumbline::words::{home_words, words};
use std::fs;

pub fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

#[test]
fn readme_names_the_two_commands_and_ci_runs_one_of_them() {
    let readme = read("README.md");
    assert!(readme.contains("cargo xtask serve"));
    assert!(readme.contains("cargo xtask test"));
    assert!(read(".ci/run").trim_end().ends_with("cargo xtask test"));
}

#[test]
fn readme_points_only_at_files_that_exist() {
    let readme = read("README.md");
    for link in readme.split("](").skip(1) {
        let target = link.split([')', '#']).next().unwrap();
        if !target.is_empty() && !target.starts_with("http") {
            assert!(fs::exists(target).unwrap(), "README.md links to {target}");
        }
    }
}

/// The budget is checked against what is built; this is the budget in words.
#[test]
fn readme_says_what_the_size_budget_allows() {
    let (readme, budget) = (read("README.md"), read("size-budget.txt"));
    let most = |part: &str| -> u32 {
        let line = budget
            .lines()
            .find(|l| l.starts_with(&format!("{part} = ")));
        line.unwrap().split(" = ").nth(1).unwrap().parse().unwrap()
    };
    let of_ballot = ["shared", "others", "choices", "codes", "ballot"];
    let [first, ballot] = [most("first"), of_ballot.map(most).iter().sum()];
    // 0.18 of OWASP DSOMM's 593 kB.
    assert!(first <= 108_500);
    let said = format!(
        "everything that a first visit waits for, {} kB",
        first / 1000
    );
    assert!(readme.contains(&said), "{said}");
    let said = format!("a ballot gets {} kB", ballot / 1000);
    assert!(readme.contains(&said), "{said}");
}

#[test]
fn the_tools_versions_agree_everywhere() {
    let bindgen = "0.2.129";
    assert!(read("Cargo.toml").contains(&format!("wasm-bindgen = {{ version = \"={bindgen}\"")));
    assert!(read("Trunk.toml").contains(&format!("wasm_bindgen = \"{bindgen}\"")));
    assert!(read("xtask/src/tools.rs").contains(&format!("WASM_BINDGEN: &str = \"{bindgen}\"")));
    assert!(
        read("Cargo.lock").contains(&format!("name = \"wasm-bindgen\"\nversion = \"{bindgen}\""))
    );
    assert!(read("Trunk.toml").contains("wasm_opt = \"version_132\""));
    assert!(read("tests/e2e/package.json").contains("\"binaryen\": \"132.0.0\""));
    // The macro and the tool that reads what it left.
    for (name, version) in [
        ("wasm_split_helpers", "0.2.3"),
        ("wasm_split_cli_support", "0.2.4"),
    ] {
        let both = format!("name = \"{name}\"\nversion = \"{version}\"");
        assert!(read("Cargo.lock").contains(&both), "{name}");
    }
}

/// What README says was measured stands beside the command that measures it.
#[test]
fn readme_has_the_command_of_every_kill_it_counts() {
    let readme = read("README.md");
    for (said, command) in [
        (
            "In 200 kills of Chromium",
            "KILLS=200 LONGEST=6000 npx playwright test specs/kill.spec.mjs",
        ),
        (
            "30 kills of Firefox",
            "KILLS=30 npx playwright test specs/firefox.spec.mjs -g killed",
        ),
        (
            "30 of WebKit",
            "KILLS=30 npx playwright test specs/webkit.spec.mjs -g killed",
        ),
    ] {
        assert!(readme.contains(said), "{said}");
        assert!(readme.contains(command), "{command}");
    }
    // And each of its commands finds a test.
    let commands: Vec<_> = readme.split("npx playwright test ").skip(1).collect();
    assert!(commands.len() > 3);
    for command in commands {
        let mut words = command.split([' ', ')']);
        let spec = read(&format!("tests/e2e/{}", words.next().unwrap()));
        if words.next() == Some("-g") {
            let wanted = words.next().unwrap();
            let mut titles = spec
                .lines()
                .filter(|line| line.trim_start().starts_with("test("));
            assert!(titles.any(|title| title.contains(wanted)), "{wanted}");
        }
    }
}

/// The text of every file in a folder whose name ends so.
fn all_in(folder: &str, end: &str) -> Vec<(String, String)> {
    let files = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path());
    let paths = files.map(|path| path.to_str().unwrap().to_owned());
    let wanted: Vec<_> = paths.filter(|path| path.ends_with(end)).collect();
    assert!(!wanted.is_empty(), "{folder}");
    wanted.into_iter().map(|p| (p.clone(), read(&p))).collect()
}

#[test]
fn workflows_pin_every_action_and_ask_for_little() {
    for (path, workflow) in all_in(".github/workflows", ".yml") {
        let uses: Vec<_> = workflow
            .lines()
            .filter_map(|l| l.trim().trim_start_matches("- ").strip_prefix("uses: "))
            // What stands in this repository is pinned with it.
            .filter(|action| !action.starts_with("./"))
            .collect();
        assert!(!uses.is_empty(), "{path}");
        for action in uses {
            let commit = action.split('@').nth(1).unwrap().split(' ').next().unwrap();
            assert!(
                commit.len() == 40 && commit.bytes().all(|b| b.is_ascii_hexdigit()),
                "{path}: {action} is not pinned"
            );
        }
        assert!(workflow.contains("\npermissions: {}\n"), "{path}");
        assert!(!workflow.contains("contents: write"), "{path}");
    }
}

/// A pull request comes from anybody, so what runs on it may publish nothing and knows no secret.
#[test]
fn pull_requests_are_tested_without_rights() {
    let test = read(".github/workflows/test.yml");
    assert!(test.contains("pull_request:\n") && test.contains("run: cargo xtask test"));
    for word in ["write", "secrets", "pull_request_target", "deploy"] {
        assert!(!test.contains(word), "{word}");
    }
    let pages = read(".github/workflows/pages.yml");
    assert!(!pages.contains("pull_request"));
    assert!(pages.contains("uses: ./.github/workflows/test.yml"));
    assert!(pages.contains("needs: [test, build]"));
}

/// A test that passes the second time is at fault, and one that waits for time guesses.
#[test]
fn browser_tests_try_once_and_wait_for_what_is_seen() {
    let mut files = all_in("tests/e2e/specs", ".mjs");
    files.extend(all_in("tests/e2e/support", ".mjs"));
    files.extend(all_in("tests/e2e", ".mjs"));
    for (path, text) in files {
        for word in ["retries:", "waitForTimeout", "networkidle", ".only("] {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
}

/// The chart's colours stand in code, because a canvas knows no style sheet.
#[test]
fn charts_have_the_colours_of_the_style_sheet() {
    let css = read("style/tokens.css");
    let token = |name: &str| {
        let line = css.lines().find(|l| l.trim().starts_with(name)).unwrap();
        let pair = line.split(['(', ')']).nth(1).unwrap();
        let number = |hex: &str| u32::from_str_radix(hex.trim().trim_start_matches('#'), 16);
        let colours: Vec<_> = pair.split(',').map(|c| number(c).unwrap()).collect();
        colours
    };
    let whole = |(r, g, b): (u8, u8, u8)| u32::from_be_bytes([0, r, g, b]);
    for (i, ink) in [Ink::LIGHT, Ink::DARK].into_iter().enumerate() {
        assert_eq!(whole(ink.text), token("--ink:")[i]);
        assert_eq!(whole(ink.grid), token("--edge:")[i]);
        assert_eq!(whole(ink.value), token("--accent:")[i]);
        assert_eq!(whole(ink.interval), token("--accent:")[i]);
    }
}

/// cargo-deny checks the same, with advisories, where there is a network for it.
#[test]
fn every_crate_may_be_given_away_and_comes_from_the_registry() {
    let deny = read("deny.toml");
    let allowed = deny.split("allow = [").nth(1).unwrap();
    let allowed: Vec<_> = allowed
        .split(']')
        .next()
        .unwrap()
        .split(',')
        .map(|name| name.trim().trim_matches('"'))
        .collect();
    let output = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(["--filter-platform", "wasm32-unknown-unknown"])
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "cargo metadata: is there a network?"
    );
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 100);
    for package in packages.iter().filter(|p| !p["source"].is_null()) {
        let name = &package["name"];
        let licence = package["license"].as_str().unwrap_or("none");
        let plain = licence.replace(['(', ')'], "").replace('/', " OR ");
        let is_allowed = plain
            .split(" OR ")
            .any(|one| one.split(" AND ").all(|l| allowed.contains(&l.trim())));
        assert!(is_allowed, "{name}: {licence}");
        let source = package["source"].as_str().unwrap();
        assert!(source.starts_with("registry+"), "{name} is from {source}");
    }
}

/// The page shows a copy of the first form until the app is there; a browser test compares both.
#[test]
fn the_copy_of_the_first_form_asks_what_the_app_asks() {
    let (w, q, page) = (words(), built_in(), read("index.html"));
    let quick: Vec<_> = q.practices.iter().filter(|p| p.quick).collect();
    let all = (q.practices.len(), minutes(&q.practices));
    let mut said = vec![
        w.promise(quick.len(), minutes(quick)),
        w.start_all(all.0, all.1),
        home_words().welcome_title.to_owned(),
        home_words().across_hint.to_owned(),
    ];
    said.extend(q.disciplines.iter().map(|d| d.title.clone()));
    let sides = [
        w.side_label,
        w.side_hint,
        w.side_both,
        w.side_uses,
        w.side_runs,
    ];
    said.extend(sides.map(str::to_owned));
    for text in said {
        assert!(page.contains(&format!(">{text}</")), "{text}");
    }
}
