//! Several states of one assessment: what moved is the difference of what is printed, and its reasons
//! add up to it.

use super::pages::{Doc, Kind, Table, html};
use super::sentences::listed;
use super::truth::{Said, Truth, names};
use plumbline::figure::{Figure, Ink};
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
    assert_eq!(count("stroke=\"#0F5C6E\""), lines);
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
        blocks: made.blocks(),
    };
    let doc = html(&html::encode(&report, "", ""));
    let (coarse, fine) = (doc.table("By discipline"), doc.table("By dimension"));
    let (coarse, fine) = (coarse.unwrap(), fine.unwrap());
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
        let reasons: i64 = row[4..7].iter().map(|n| signed(n)).sum();
        assert_eq!(reasons, difference, "{row:?}");
    }
    whole(coarse, &doc);
    let differences = fine.column("Difference");
    let differences = differences.into_iter().map(|(name, by)| {
        let (_, title) = name.split_once(' ').unwrap();
        (title.to_owned(), signed(by))
    });
    let finding = moved(&differences.collect::<Vec<_>>());
    assert_eq!(words().trend_finding(&made.slope), finding);
    let is_drawn = !made.radar.axes.is_empty();
    assert_eq!(is_drawn, doc.list(Kind::Text).any(|text| text == finding));
    if is_drawn {
        let known = t2.dimensions.iter().filter(|s| s.is_known()).count();
        assert_eq!(doc.pictures[0].matches("<circle").count(), known);
    }
    // The slope has both ends of what is compared, and a mark beside each name.
    let slope = Figure::Trend(made.slope.clone()).marks(736.0, Ink::LIGHT, 1.0);
    let slope = slope.svg();
    let marks = slope.matches("<circle").count() + slope.matches("<polygon").count();
    assert_eq!(marks, fine.rows.len() * 3);
    assert_eq!(trend(q, &[before, after]).states, [was.clone(), is.clone()]);
}

/// The sentence on the whole says what its row says.
fn whole(coarse: &Table, doc: &Doc) {
    let said = &doc.said[0].1;
    let changed = doc.table("Answers that changed").unwrap();
    let Some(row) = coarse.row("Overall") else {
        assert!(!said.contains(char::is_numeric), "{said}");
        return;
    };
    let common = match row[7].as_str() {
        "1" => "1 practice".to_owned(),
        n => format!("{n} practices"),
    };
    let begins = format!(
        "Overall from {} to {}: {} points. Of these, {} come from other answers to the {common} that",
        row[1], row[2], row[3], row[4]
    );
    assert!(said.starts_with(&begins), "{said}\n{row:?}");
    for reason in [&row[5], &row[6]] {
        assert!(
            said.contains(&format!(" {reason} from ")),
            "{said}\n{row:?}"
        );
    }
    if row[8] == "No change" {
        assert_eq!(row[4], "0", "{row:?}");
        // Answers may have moved against each other.
        let is_denied = said.contains("o common answer has changed");
        assert!(!is_denied || changed.rows.is_empty(), "{said}");
    }
}
