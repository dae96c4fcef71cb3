//! Reads `src/catalog/*.toml`, checks it with the validator that also checks imports, and writes
//! it as compact text for the app to embed. Every fault stops the build and names file, table and
//! field, all at once.

// Only a part of these modules is used here; the rest of the house uses all of it.
#[allow(dead_code, unused_imports)]
#[path = "src"]
mod house {
    #[path = "catalog/compact.rs"]
    pub mod compact;
    #[path = "catalog/lines.rs"]
    mod lines;
    pub mod model;
    #[path = "catalog/prose.rs"]
    mod prose;
    #[path = "catalog/published.rs"]
    mod published;
    #[path = "catalog/sample.rs"]
    pub mod sample;
    #[path = "catalog/sample_file.rs"]
    pub mod sample_file;
    #[path = "catalog/source.rs"]
    pub mod source;
}
pub(crate) use house::model;

use house::compact::{advise, ask, ask_all, call, decode, encode, fill, grade};
use house::sample;
use house::sample_file::SampleFile;
use house::source::{DisciplineFile, Files, assemble};
use model::validate::Mistake;
use model::{Problem, Questionnaire, validate};
use std::{env, fs, path::Path, process::exit};

const DISCIPLINES: [&str; 4] = ["devops", "sre", "platform", "together"];

fn main() {
    println!("cargo:rerun-if-changed=src/catalog");
    println!("cargo:rerun-if-changed=src/model");
    println!("cargo:rerun-if-changed=style");
    styles();
    if let Err(faults) = build() {
        eprintln!("The catalogue has faults:\n  {}", faults.join("\n  "));
        exit(1);
    }
}

/// The styles that come with the files after the first: those of a question, those of what shows an assessment,
/// those of results, those of the plan, and those of the rest.
const LATER: [(&str, &[&str]); 6] = [
    ("question", &["question"]),
    ("editor", &["editor"]),
    ("showing", &["icons", "bar", "pages"]),
    ("results", &["results", "print"]),
    ("plan", &["plan"]),
    ("rest", &["workshop", "measuring"]),
];

/// Writes them without comments and the spaces before lines.
fn styles() {
    let out = env::var("OUT_DIR").expect("cargo sets it");
    for (name, files) in LATER {
        let mut small = String::new();
        for file in files {
            let path = format!("style/{file}.css");
            let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
            let mut parts = text.split("/*");
            small += parts.next().unwrap_or_default();
            small.extend(parts.filter_map(|part| Some(part.split_once("*/")?.1)));
        }
        let small: String = small.lines().map(str::trim).collect();
        let path = Path::new(&out).join(format!("{name}.css"));
        fs::write(path, small).expect("a style is written");
    }
}

fn build() -> Result<(), Vec<String>> {
    let mut faults = Vec::new();
    let disciplines: Vec<DisciplineFile> = DISCIPLINES
        .iter()
        .filter_map(|name| read(name, &mut faults))
        .collect();
    let head = read("questionnaire", &mut faults);
    let metrics = read("metrics", &mut faults);
    let glossary = read("glossary", &mut faults);
    let rules = read("rules", &mut faults);
    let benchmarks = read("benchmarks", &mut faults);
    let (Some(head), Some(metrics), Some(glossary), Some(rules), Some(benchmarks), []) = (
        head,
        metrics,
        glossary,
        rules,
        benchmarks,
        faults.as_slice(),
    ) else {
        return Err(faults);
    };
    let questionnaire = assemble(Files {
        head,
        disciplines,
        metrics,
        glossary,
        rules,
        benchmarks,
    });
    let problems = validate::questionnaire(&questionnaire);
    if !problems.is_empty() {
        let line = |p: &Mistake| format!("src/catalog/{}.toml: {p}", file_of(&questionnaire, p));
        return Err(problems.iter().map(line).collect());
    }
    let compact = encode(&questionnaire);
    let parts = compact.ok_or_else(|| vec!["a text spans lines".to_owned()])?;
    let [outline, titles, quick, others, facts, advice, rest] = &parts;
    let asked = ask_all(ask(call(decode(outline), titles), quick), others);
    if fill(advise(grade(asked, facts), advice), rest) != questionnaire {
        return Err(vec!["it does not survive its own encoding".into()]);
    }
    let names = [
        "outline", "titles", "quick", "others", "facts", "advice", "rest",
    ];
    for (name, text) in names.iter().zip(&parts) {
        write(&format!("{name}.txt"), text)?;
    }
    write("sample.txt", &sample(&questionnaire)?)
}

fn write(name: &str, text: &str) -> Result<(), Vec<String>> {
    let out = env::var("OUT_DIR").map_err(|e| vec![e.to_string()])?;
    fs::write(Path::new(&out).join(name), text).map_err(|e| vec![e.to_string()])
}

/// The sample as compact text, checked like any import.
fn sample(questionnaire: &Questionnaire) -> Result<String, Vec<String>> {
    let mut faults = Vec::new();
    let Some(file) = read::<SampleFile>("sample", &mut faults) else {
        return Err(faults);
    };
    let text = sample::encode(&file, questionnaire).ok_or_else(|| {
        let why = "a team, an answer, a practice, a fact, a state or a role is none";
        vec![format!("src/catalog/sample.toml: {why}")]
    })?;
    // The day matters to no id and to no level.
    for team in sample::decode(&text, questionnaire, "2026-11-23") {
        let problems = validate::assessment(questionnaire, &team);
        let line = |p: &Problem| format!("src/catalog/sample.toml: {}: {p}", team.id);
        faults.extend(problems.iter().map(line));
    }
    if faults.is_empty() {
        Ok(text)
    } else {
        Err(faults)
    }
}

fn read<T: serde::de::DeserializeOwned>(name: &str, faults: &mut Vec<String>) -> Option<T> {
    let path = format!("src/catalog/{name}.toml");
    let file = fs::read_to_string(&path)
        .map_err(|e| e.to_string())
        .and_then(|text| toml::from_str(&text).map_err(|e| e.to_string()));
    file.map_err(|e| faults.push(format!("{path}: {e}"))).ok()
}

/// The file in which the table of a problem stands.
fn file_of<'a>(q: &'a Questionnaire, problem: &'a Mistake) -> &'a str {
    let mut parts = problem.path.split('/');
    let (table, id) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    let dimension = match table {
        "discipline" => return id,
        "metric" => return "metrics",
        "term" => return "glossary",
        "rule" | "balance" => return "rules",
        "benchmark" | "industry" | "size" | "answers" | "series" => return "benchmarks",
        "cover" | "former" => return "questionnaire",
        "practice" => q
            .practices
            .iter()
            .find(|p| p.id.as_str() == id)
            .map_or("", |p| p.dimension.as_str()),
        _ => id,
    };
    q.dimensions
        .iter()
        .find(|d| d.id.as_str() == dimension)
        .map_or("*", |d| d.discipline.as_str())
}
