//! Several states of one assessment: what moved is the difference of what is printed, and its reasons
//! add up to it.

use super::pages::{Doc, Kind, Table, html};
use super::sentences::listed;
use super::truth::{Said, Truth, names};
use plumbline::model::{Assessment, Questionnaire};
use plumbline::report::rounds::{Comparison, State, trend};
use plumbline::report::{Report, html};
use plumbline::words::words;

/// The states of an assessment, the earliest first, and what is right to say of each.
pub fn states(q: &'static Questionnaire, a: &Assessment) -> Vec<(String, Assessment, Truth)> {
    let kept = a.snapshots().into_iter();
    let kept = kept.map(|(_, s)| (s.name.clone(), s.state.clone()));
    let all = kept.chain([("Today".to_owned(), a.clone())]);
    all.map(|(name, state)| {
        let truth = Truth::of(q, &state);
        (name, state, truth)
    })
    .collect()
}

/// A printed number with its sign.
fn signed(text: &str) -> i64 {
    let is_signed = text == "0" || text.starts_with(['+', '\u{2212}']);
    assert!(is_signed, "{text}");
    let text = text.replace('\u{2212}', "-");
    text.parse().unwrap()
}

fn with_sign(points: i64) -> String {
    match points {
        0 => "0".to_owned(),
        p if p > 0 => format!("+{p}"),
        p => format!("\u{2212}{}", -p),
    }
}

/// What rose and what fell most of these, by the numbers that are printed.
fn moved(lines: &[(String, i64)]) -> String {
    let said = |verb: &str, most: i64| {
        let own = lines.iter().filter(|(_, by)| *by == most);
        let own: Vec<_> = own.map(|(name, _)| name.as_str()).collect();
        let (count, by) = (own.len(), with_sign(most));
        Some(match count {
            _ if most == 0 => return None,
            1 if lines.len() == 1 => format!("{} {verb}: {by} points.", own[0]),
            1 => format!("{} {verb} most: {by} points.", own[0]),
            // Of all alike there is no most.
            2 | 3 if count == lines.len() => {
                format!("{} {verb} alike: {by} points each.", listed(&own))
            }
            n if n == lines.len() => format!("All {n} {verb} alike: {by} points each."),
            2 | 3 => format!("{} {verb} most: {by} points each.", listed(&own)),
            n => format!("{n} {verb} alike, more than the rest: {by} points each."),
        })
    };
    let most = lines.iter().map(|(_, by)| *by).max().unwrap_or(0).max(0);
    let least = lines.iter().map(|(_, by)| *by).min().unwrap_or(0).min(0);
    let both = [said("rose", most), said("fell", least)];
    let both: Vec<_> = both.into_iter().flatten().collect();
    if both.is_empty() {
        "Nothing has moved so far.".to_owned()
    } else {
        both.join(" ")
    }
}

/// The table of values over the rounds, and the figure above it.
pub fn over(q: &'static Questionnaire, doc: &Doc, all: &[(String, Assessment, Truth)]) {
    let Some(table) = doc.table("Values over the rounds") else {
        assert_eq!(all.len(), 1);
        return;
    };
    let states: Vec<_> = all.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(table.head[1..], states);
    let disciplines = q.disciplines.iter().map(|d| d.id.as_str());
    let dimensions = q.dimensions.iter().map(|d| d.id.as_str());
    let ids = disciplines.chain(["overall"]).chain(dimensions);
    let (mut rows, mut lines) = (table.rows.iter(), Vec::new());
    for id in ids {
        let own: Vec<_> = all.iter().map(|(.., truth)| truth.part(id)).collect();
        let is_said = |s: &&Said| !["Does not apply", "No answers yet"].contains(&s.shown.as_str());
        if !own.iter().flatten().any(is_said) {
            continue;
        }
        let row = rows.next().unwrap();
        let title = names(q, id).1;
        let numbers = own.iter().flatten().filter_map(|s| s.number());
        let numbers: Vec<_> = numbers.collect();
        let is_line = q.disciplines.iter().any(|d| d.id.as_str() == id) && !numbers.is_empty();
        if is_line {
            lines.push((title.clone(), numbers[numbers.len() - 1] - numbers[0]));
            assert_eq!(row[0], format!("{} {title}", lines.len()));
        } else {
            assert_eq!(row[0], title);
        }
        let cells = own.iter();
        let cells: Vec<_> = cells
            .map(|s| s.map_or_else(|| "none".to_owned(), Said::with_span))
            .collect();
        assert_eq!(row[1..], cells, "{title}");
    }
    assert_eq!(rows.next(), None);
    let finding = moved(&lines);
    assert!(
        doc.list(Kind::Text).any(|text| text == finding),
        "{finding}\n{:?}",
        doc.said
    );
    drawn(q, all, &doc.pictures[doc.pictures.len() - 1]);
}

/// A mark for each value, a line between two that follow each other, and at the end of a line the
/// value of its last state, if it has one.
fn drawn(q: &'static Questionnaire, all: &[(String, Assessment, Truth)], picture: &str) {
    let (mut marks, mut lines) = (0, 0);
    let texts = super::pages::texts(picture);
    for d in &q.disciplines {
        let own = all.iter().map(|(.., truth)| truth.part(d.id.as_str()));
        let own: Vec<_> = own.map(|s| s.filter(|s| s.is_known())).collect();
        let known = own.iter().flatten().count();
        if known == 0 {
            continue;
        }
        // One beside its name.
        marks += known + 1;
        let both = own.windows(2).filter(|two| two.iter().all(Option::is_some));
        lines += both.count();
        let label = match own[own.len() - 1] {
            Some(said) => format!("{} {}", d.title, said.value),
            None => d.title.clone(),
        };
        assert!(texts.contains(&label), "{label} is not in {texts:?}");
    }
    let count = |what: &str| picture.matches(what).count();
    assert_eq!(count("<circle") + count("<polygon"), marks);
    assert_eq!(count("stroke-width=\"2\""), lines);
}

const REASONS: [&str; 3] = ["Other answers", "Scope", "Version"];

/// A signed number of a row, where its column is there.
fn signed_in(table: &Table, row: &[String], head: &str) -> Option<i64> {
    let at = table.head.iter().position(|h| h == head)?;
    Some(signed(&row[at]))
}

/// Two states side by side, as the page that is saved.
pub fn compared(
    q: &'static Questionnaire,
    (was, before, t1): &(String, Assessment, Truth),
    (is, after, t2): &(String, Assessment, Truth),
) {
    let (before, after): (State, State) = ((was.clone(), before), (is.clone(), after));
    let made = Comparison::of(q, &before, &after);
    let report = Report {
        title: "What changed".into(),
        logo: None,
        accent: None,
        blocks: made.blocks(),
    };
    let doc = html(&html::encode(&report, "", ""));
    let (coarse, fine) = (doc.table("By discipline"), doc.table("By dimension"));
    let (nothing, none) = (Table::default(), Table::default());
    let (coarse, fine) = (coarse.unwrap_or(&nothing), fine.unwrap_or(&none));
    for row in &fine.rows {
        assert_ne!(row[3], "0", "only what moved is listed");
    }
    for row in coarse.rows.iter().chain(&fine.rows) {
        let own = |truth: &Truth| {
            let said = truth.all().find(|s| s.name == row[0]).unwrap();
            assert!(said.is_known(), "{row:?}");
            said.value.clone()
        };
        assert_eq!(row[1..3], [own(t1), own(t2)], "{row:?}");
        let [before, after] = [&row[1], &row[2]].map(|n| n.parse::<i64>().unwrap());
        let difference = signed(&row[3]);
        assert_eq!(difference, after - before, "{row:?}");
        let reasons: Vec<i64> = REASONS
            .iter()
            .filter_map(|reason| signed_in(coarse, row, reason))
            .collect();
        // Where none has a column, the answers account for all.
        let sum: i64 = reasons.iter().sum();
        assert!(reasons.is_empty() || sum == difference, "{row:?}");
    }
    for reason in &REASONS[1..] {
        let rows = || coarse.rows.iter().chain(&fine.rows);
        let mut own = rows().filter_map(|row| signed_in(coarse, row, reason));
        let is_there = coarse.head.iter().any(|head| head == reason);
        assert_eq!(is_there, own.any(|by| by != 0), "{reason}");
    }
    whole(coarse, &doc);
    let names = made.slope.series.iter().map(|line| {
        let own = |row: &&Vec<String>| row[0].split_once(' ').unwrap().1 == line.label;
        let by = fine.rows.iter().find(own).map_or(0, |row| signed(&row[3]));
        (line.label.clone(), by)
    });
    let differences: Vec<_> = names.collect();
    let finding = moved(&differences);
    assert_eq!(words().trend_finding(&made.slope), finding);
    let is_said = !differences.is_empty();
    assert_eq!(is_said, doc.list(Kind::Text).any(|text| text == finding));
    // A mark for each end of what moved, in the order of the table.
    let rows = &made.dumbbell.rows;
    let marks = |p: &String| p.matches("<circle").count() + p.matches("<polygon").count();
    let dots = doc.pictures.first().map(marks);
    assert_eq!(dots.unwrap_or(0), rows.len() * 2);
    for (row, shown) in rows.iter().zip(&fine.rows) {
        assert!(
            shown[0].ends_with(&row.label) && shown[3] == row.moved,
            "{row:?}"
        );
    }
    assert_eq!(rows.len(), fine.rows.len());
    assert_eq!(trend(q, &[before, after]).states, [was.clone(), is.clone()]);
}

/// The sentence on the whole says what its row says.
fn whole(coarse: &Table, doc: &Doc) {
    let said = &doc.said[0].1;
    let changed = doc.table("Answers that changed");
    let Some(row) = coarse.row("Overall") else {
        assert!(!said.contains(char::is_numeric), "{said}");
        return;
    };
    let at = |head: &str| coarse.head.iter().position(|h| h == head);
    let common = match row[at("Answered in both").unwrap()].as_str() {
        "1" => "1 practice".to_owned(),
        n => format!("{n} practices"),
    };
    let begins = format!("Overall from {} to {}: {} points.", row[1], row[2], row[3]);
    assert!(said.starts_with(&begins), "{said}\n{row:?}");
    let reasons = REASONS.map(|reason| signed_in(coarse, row, reason).unwrap_or(0));
    let [answers, scope, version] = reasons;
    let why = [
        (answers, format!("changed answers to the {common} with")),
        (scope, "what only one of them".to_owned()),
        (version, "another version".to_owned()),
    ];
    let is_all = scope == 0 && version == 0;
    for (at, (by, from)) in why.iter().enumerate() {
        let reason = format!("{} from {from}", with_sign(*by));
        let is_said = !is_all && (at == 0 || *by != 0);
        assert_eq!(said.contains(&reason), is_said, "{said}\n{row:?}");
    }
    let all = format!("All of it comes from {}", why[0].1);
    assert_eq!(said.contains(&all), is_all && row[3] != "0", "{said}");
    if row[at("Reading").unwrap()] == "No change" {
        let by = signed_in(coarse, row, REASONS[0]);
        assert_eq!(by.unwrap_or(0), 0, "{row:?}");
        // Answers may have moved against each other.
        let is_denied = said.contains("o common answer has changed");
        assert!(
            !is_denied || changed.is_none_or(|t| t.rows.is_empty()),
            "{said}"
        );
    }
}
