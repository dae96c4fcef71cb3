//! Sentences on the whole of an assessment: made from the numbers that are printed, about nothing
//! that is withheld, and a tie is called a tie.

use super::pages::{Doc, Kind};
use super::places::compared;
use super::truth::{Said, Truth};
use plumbline::advice::{contradictions, moves_anything, prospects};
use plumbline::model::{Assessment, Questionnaire};
use plumbline::words::words;

/// `A`, `A and B`, `A, B and C`.
pub fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The dimensions with the highest and those with the lowest printed value.
pub fn extremes(truth: &Truth) -> String {
    let known = || truth.dimensions.iter().filter(|s| s.is_known());
    let ends = known()
        .map(Said::number)
        .max()
        .zip(known().map(Said::number).min());
    let Some((high, low)) = ends.filter(|(high, low)| high > low) else {
        let axes = truth
            .dimensions
            .iter()
            .filter(|s| !s.low.is_empty())
            .count();
        return format!("{axes} dimensions; none stands out so far.");
    };
    let named = |value: Option<i64>| {
        let at = known().filter(|s| s.number() == value);
        let at: Vec<_> = at.map(|s| s.title.as_str()).collect();
        match at.len() {
            1 | 2 => listed(&at),
            n => format!("{n} dimensions, each at {}", value.unwrap()),
        }
    };
    format!("Strongest: {}. Most room: {}.", named(high), named(low))
}

fn end(text: &str) -> i64 {
    text.parse().unwrap()
}

/// Names of `all` that a list in a sentence has, and how many more it says that there are.
fn named<'t>(mut list: &str, all: &[&'t Said]) -> (Vec<&'t Said>, usize) {
    let mut found = Vec::new();
    while !list.is_empty() {
        let more = list
            .strip_prefix(" and ")
            .and_then(|l| l.strip_suffix(" more"));
        if let Some(more) = more.and_then(|n| n.parse().ok()) {
            return (found, more);
        }
        list = list.strip_prefix(", ").unwrap_or(list);
        let own = all.iter().filter(|said| list.starts_with(&said.title));
        let one = own.max_by_key(|said| said.title.len());
        let one = one.unwrap_or_else(|| panic!("{list} is not among those"));
        found.push(*one);
        list = &list[one.title.len()..];
    }
    (found, 0)
}

/// Strengths or gaps: those of which the printed range lies beyond that of the whole, the furthest
/// first, and how many more there are.
fn apart(item: &str, truth: &Truth, by: impl Fn(&Said) -> i64) -> bool {
    let apart = truth.dimensions.iter();
    let apart: Vec<_> = apart.filter(|s| s.is_known() && by(s) > 0).collect();
    let (names, more) = named(item.trim_end_matches('.'), &apart);
    assert_eq!(names.len() + more, apart.len(), "{item}");
    let furthest = names.iter().map(|s| by(s)).min().unwrap();
    let left = apart.iter().filter(|s| !names.contains(s));
    for other in left {
        assert!(by(other) <= furthest, "{item} without {}", other.title);
    }
    true
}

/// Everything that stands out is one of these, and right.
fn stands_out(q: &'static Questionnaire, a: &Assessment, truth: &Truth, doc: &Doc) -> Vec<String> {
    let whole = [&truth.overall.low, &truth.overall.high].map(|end| end.parse().unwrap_or(0));
    let rules: Vec<_> = contradictions(q, a)
        .iter()
        .map(|r| r.question.clone())
        .collect();
    let balance = balance(q, truth);
    let tensions = tensions(q, a, truth);
    // What prints alike may still be open.
    let is_open = truth.overall.low != truth.overall.high;
    let names = |item: &'_ str, said: &str| {
        let rest = item.strip_prefix(said)?;
        let rest = match rest.strip_prefix(", whatever is still open") {
            None if is_open => return None,
            None => rest,
            Some(rest) => rest,
        };
        Some(rest.strip_prefix(": ")?.to_owned())
    };
    let mut found = Vec::new();
    for item in doc.list(Kind::Item) {
        let is_right = if let Some(names) = names(item, "Clearly strong") {
            apart(&names, truth, |s| end(&s.low) - whole[1])
        } else if let Some(names) = names(item, "Clearly weak") {
            apart(&names, truth, |s| whole[0] - end(&s.high))
        } else {
            rules.iter().any(|rule| rule == item)
                || balance.iter().any(|text| text == item)
                || tensions.iter().any(|text| item.starts_with(text))
        };
        assert!(is_right, "not so: {item}\n{balance:?}\n{tensions:?}");
        found.push(item.to_owned());
    }
    found
}

/// What the printed values of the disciplines give reason to say.
fn balance(q: &'static Questionnaire, truth: &Truth) -> Vec<String> {
    let known = |id: &str| truth.part(id).filter(|s| s.is_known());
    let lean = |b: &'static plumbline::model::Balance| {
        let (ahead, behind) = (known(b.ahead.as_str())?, known(b.behind.as_str())?);
        let gap = ahead.number()? - behind.number()?;
        let is_certain = end(&ahead.low) > end(&behind.high);
        let turn = if is_certain {
            ""
        } else {
            " Open answers could still turn this."
        };
        (gap >= 25).then(|| format!("{}{turn}", b.text))
    };
    q.balance.iter().filter_map(lean).collect()
}

fn tensions(q: &'static Questionnaire, a: &Assessment, truth: &Truth) -> Vec<String> {
    let all = compared(q, a, truth).into_iter();
    let apart = all.filter(|(said, points, _)| {
        let gap = said.number().unwrap() - points.round() as i64;
        gap.abs() >= 25
    });
    let said = apart.map(|(said, points, count)| {
        format!(
            "{}: practices at {}, {count} measurements at {}. ",
            said.title,
            said.value,
            points.round()
        )
    });
    said.collect()
}

/// The sentences of a report, and that there is none beside them which speaks of a withheld part.
pub fn report(q: &'static Questionnaire, a: &Assessment, truth: &Truth, doc: &Doc, is_whole: bool) {
    let found = stands_out(q, a, truth, doc);
    if is_whole {
        let all = balance(q, truth).into_iter().chain(tensions(q, a, truth));
        for text in all {
            let is_said = found.iter().any(|item| item.starts_with(&text));
            assert!(is_said, "not said: {text}");
        }
    }
    let extremes = extremes(truth) + " " + words().of_results().standing_key;
    if truth.dimensions.iter().any(|s| !s.low.is_empty()) {
        assert!(doc.list(Kind::Text).any(|said| *said == extremes));
    }
    if !truth.overall.is_known() {
        let speaks = |text: &str| text.contains("Overall ") && text.contains(char::is_numeric);
        assert!(
            !doc.said.iter().any(|(_, text)| speaks(text)),
            "{:?}",
            doc.said
        );
    }
    // What is taken up here is proved above, or with the rounds; the cover counts answers.
    let is_proved =
        |text: &str| text == extremes || text.starts_with("2026-") || text.contains(" points");
    for (kind, text) in &doc.said {
        if matches!(kind, Kind::Item | Kind::Step) || is_proved(text) {
            continue;
        }
        for said in truth.all().filter(|s| !s.is_known()) {
            let after = text.split_once(&said.title).map_or("", |(_, after)| after);
            assert!(!after.contains(char::is_numeric), "{}: {text}", said.title);
        }
    }
}

/// What the plan would come to: nothing of what is withheld, and the rest from where it stands today.
pub fn planned(q: &'static Questionnaire, a: &Assessment, truth: &Truth) {
    let all = prospects(q, a);
    let said = words().plan_comes_to(q, &all, moves_anything(a));
    for p in &all {
        let part = truth.part(&p.score.id).unwrap();
        let (value, spoken) = (words().prospect_value(p), words().prospect_says("It", p));
        let now = p.score.value().map(|_| part.value.clone());
        let printed = now.filter(|now| !now.is_empty());
        assert_eq!(p.then.is_some(), part.is_known(), "{}", part.id);
        assert_eq!(printed.is_some(), part.is_known(), "{}", part.id);
        let from = printed.unwrap_or_else(|| "withheld".to_owned());
        let begins = said.contains(&format!("{} {from} to ", part.title));
        assert_eq!(begins, value.starts_with(&format!("{from} → ")), "{said}");
        assert!(
            !said.contains(&format!("{} ", part.title)) || part.is_known(),
            "{said}"
        );
        if part.is_known() {
            assert!(
                value.starts_with(&from) && spoken.contains(&from),
                "{value}"
            );
        } else {
            assert!(!spoken.contains(char::is_numeric), "{spoken}");
        }
    }
}
