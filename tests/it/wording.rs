//! The texts that people see: short enough, in the trade's own words, and in nobody's translation.

use crate::architecture::rust_files;
use plumbline::catalog::{built_in, built_in_samples};
use plumbline::model::{Practice, Questionnaire};
use std::collections::BTreeSet;
use std::fs;

/// Words and phrases that reviewers read as translated, or as a paraphrase of the trade's own term.
/// They are matched whole, in any case.
const AVOIDED: &str = "
    builder, builders, mend, mends, mended, mending, moody, weakness, weaknesses, dearest, commonest,
    repairer, repairers, thrifty, oneself, for ever, a machine, by machine, by machines, by decree,
    take back, takes back, taking back, taken back, took back, take it back, taken it back,
    the whole falls, give way, gives way, gave way, giving way, at the entrance, remaining room,
    what came, what became of, what becomes of, what it gives, tells nothing, tell nothing,
    is found out when, contest of feelings, shaky network, list of parts, guard rail, guard rails,
    work by hand, on the next morning, beside their work, beside their own work,
    come by themselves, recovery times and points, whom one, what one would, one asks, one hears,
    one sees, one happens to, one must, one may, one does, one has to";

/// Every text of the questionnaire and of the sample, with its place. Titles of sources are their
/// authors' words.
fn texts(q: &Questionnaire) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut add = |at: &str, text: &str| all.push((at.to_owned(), text.to_owned()));
    for d in &q.disciplines {
        add(d.id.as_str(), &d.title);
        add(d.id.as_str(), &d.goal);
    }
    q.dimensions
        .iter()
        .for_each(|d| add(d.id.as_str(), &d.title));
    for p in &q.practices {
        own(p).for_each(|text| add(p.id.as_str(), text));
    }
    for m in &q.metrics {
        let counts = m.calculator.iter().flat_map(|c| [&c.part, &c.whole]);
        let texts = [&m.title, &m.question, &m.how, &m.basis];
        texts
            .into_iter()
            .chain(counts)
            .for_each(|text| add(m.id.as_str(), text));
    }
    for t in &q.terms {
        add(t.id.as_str(), &t.title);
        add(t.id.as_str(), &t.text);
    }
    q.rules.iter().for_each(|r| add(r.id.as_str(), &r.question));
    q.balance.iter().for_each(|b| add(b.id.as_str(), &b.text));
    q.covers.iter().for_each(|c| add(&c.id, &c.title));
    let published = &q.published;
    add("credit", &published.credit);
    published
        .benchmarks
        .iter()
        .for_each(|b| add(b.id.as_str(), &b.definition));
    published
        .series
        .iter()
        .for_each(|s| add(s.id.as_str(), &s.definition));
    for team in built_in_samples(q, "2026-11-23") {
        for p in &q.practices {
            add("sample", team.note(&p.id).as_deref().unwrap_or_default());
        }
        team.actions()
            .for_each(|(_, action)| add("sample", &action.what));
        let said = team.outcomes.values().filter_map(|f| f.value.as_ref());
        said.for_each(|outcome| add("sample", &outcome.dissent));
    }
    all
}

/// The texts of a practice.
fn own(p: &Practice) -> impl Iterator<Item = &str> {
    let first = [&p.title, &p.question, &p.why, &p.how_to_tell].into_iter();
    let all = first.chain(&p.levels).chain(&p.steps);
    all.chain(p.contexts.iter().map(|c| &c.text))
        .map(String::as_str)
}

/// The sentences of the interface: what stands between quotation marks in `src/words`.
fn sentences() -> Vec<(String, String)> {
    let mut files = rust_files("src/words");
    files.push("src/words.rs".into());
    let mut all = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let lines = text.lines().filter(|l| !l.trim_start().starts_with("//"));
        for said in lines.flat_map(|l| l.split('"').skip(1).step_by(2)) {
            all.push((path.display().to_string(), said.to_owned()));
        }
    }
    all
}

/// Small letters, words parted by single blanks, a blank at both ends.
fn plain(text: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() || c == '’' || c == '-';
    let words = text.split(|c| !is_word(c)).filter(|w| !w.is_empty());
    let words: Vec<_> = words.map(str::to_lowercase).collect();
    format!(" {} ", words.join(" "))
}

fn has(text: &str, phrase: &str) -> bool {
    plain(text).contains(&format!(" {phrase} "))
}

#[test]
fn nothing_reads_as_translated() {
    let avoided = AVOIDED.split(',').map(str::trim);
    let avoided: BTreeSet<_> = avoided.filter(|a| !a.is_empty()).collect();
    let mut found = Vec::new();
    for (at, text) in texts(&built_in()).into_iter().chain(sentences()) {
        let bad = avoided.iter().filter(|phrase| has(&text, phrase));
        found.extend(bad.map(|phrase| format!("{at}: “{phrase}” in: {text}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_search_for_words_finds_whole_ones_alone() {
    assert!(has("Builders run it, by machine.", "builders"));
    assert!(has("Builders run it, by machine.", "by machine"));
    assert!(!has("Rebuilders of machines", "builders"));
    assert!(!has("A machine-readable list", "a machine"));
    assert!(
        sentences()
            .iter()
            .any(|(_, text)| text == "Your assessments")
    );
}

/// "Let someone start" is German for "have someone start".
#[test]
fn no_step_begins_with_let() {
    for p in built_in().practices {
        for step in &p.steps {
            let begins = step.split(['.', ':', '?', '!']).map(str::trim_start);
            let is_let = |s: &str| s.starts_with("Let ") || s.starts_with("let ");
            assert!(!begins.into_iter().any(is_let), "{}: {step}", p.id);
        }
    }
}

/// The words that people use for their tools and their work, so that they recognise the question.
#[test]
fn the_trade_is_spoken() {
    let q = built_in();
    let practices: String = q.practices.iter().flat_map(own).map(plain).collect();
    let glossary: String = q.terms.iter().map(|t| plain(&t.title)).collect();
    let missing = |all: &str, terms: &'static str| {
        let terms = terms.split(',').map(str::trim);
        let missing = terms.filter(|term| !all.contains(&format!(" {term} ")));
        missing.collect::<Vec<_>>()
    };
    let asked = "
        slo, sli, error budget, burn-rate, rollback, roll-forward, developer, developers, fix, bug,
        defect, vulnerability, sbom, provenance, signed, secrets, break-glass, threat-modelled, kev,
        epss, headroom, quota, severity, commander, status page, runbook, on call, rota, page, pages,
        postmortems, near misses, blameless, toil, rto, rpo, failover, single points of failure,
        flag, flags, trunk, branch, merge queue, pull requests, lint, flaky, contract tests,
        expand, migrate and contract, staged, percentiles, latency, saturation, traces, telemetry,
        probe, jitter, circuit breakers, load shedding, blast radius, drift, dependencies,
        self-service, catalogue, cycle times, lead time, burnout, sandbox, prompts, agents";
    let explained = "
        feature flag, canary, golden path, deprecation, psychological safety, trunk-based development,
        severity, headroom, failover, merge queue, contract test, expand and contract, slsa, toil";
    assert_eq!(missing(&practices, asked), [""; 0]);
    assert_eq!(missing(&glossary, explained), [""; 0]);
}

#[test]
fn levels_are_written_as_what_you_would_see() {
    for p in built_in().practices {
        for text in &p.levels {
            let words = text.split_whitespace().count();
            assert!((8..=32).contains(&words), "{}: {words} words: {text}", p.id);
            assert!(!text.contains(';'), "{}: says two things: {text}", p.id);
        }
    }
}

/// Whoever has half an hour for the quick check reads each question with its levels in half a minute.
#[test]
fn a_quick_question_is_read_quickly() {
    for p in built_in().practices.iter().filter(|p| p.quick) {
        let texts = p.levels.iter().chain([&p.question]);
        let words: usize = texts.map(|t| t.split_whitespace().count()).sum();
        assert!(words <= 110, "{}: {words} words", p.id);
    }
}
