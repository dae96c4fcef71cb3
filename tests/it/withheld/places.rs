//! One assessment in every place that shows its numbers: the same text everywhere, and none where it
//! is withheld.

use super::pages::{Doc, Table, sheet, texts};
use super::truth::{Said, Truth, level_name, names};
use plumbline::figure::{Bands, Figure, Heatmap, Ink, Radar, Scatter, Standing};
use plumbline::formats::link;
use plumbline::model::{Assessment, Questionnaire};
use plumbline::report::{badge, csv, rounds};
use plumbline::scoring::{PartRef, Plan, explain, score};
use plumbline::words::words;
use serde_json::Value;

fn of_report(table: &plumbline::report::Table) -> Table {
    Table {
        caption: table.caption.clone(),
        head: table.head.clone(),
        rows: table.rows.clone(),
    }
}

fn rows<'s>(parts: impl IntoIterator<Item = &'s Said>) -> Vec<Vec<String>> {
    parts.into_iter().map(Said::row).collect()
}

/// The profile and the dimensions of a report, and its worked sums.
pub fn report(doc: &Doc, truth: &Truth, is_whole: bool) {
    let profile = doc.table("By discipline").unwrap();
    assert_eq!(profile.rows, truth.profile());
    if !is_whole {
        assert!(doc.table("By dimension").is_none());
        return;
    }
    let dimensions = doc.table("By dimension").unwrap();
    assert_eq!(dimensions.rows, rows(&truth.dimensions));
    let sums = doc.table("The worked sums").unwrap();
    assert_eq!(sums.rows.len(), truth.all().count());
    for said in truth.all() {
        let row = sums.row(&said.name).unwrap();
        if said.is_known() {
            assert_eq!(result(&row[1]), said.value, "{row:?}");
        } else {
            assert_eq!(row[1], said.shown, "{row:?}");
        }
        let ends = [&row[2], &row[3]].map(|sum| result(sum));
        let none = |text: &String| match text.as_str() {
            "" => "none".to_owned(),
            _ => text.clone(),
        };
        assert_eq!(ends, [none(&said.low), none(&said.high)], "{row:?}");
        assert_eq!(result(&row[4]), said.known(), "{row:?}");
    }
}

/// What a worked sum comes to: `50 / 3 = 16.67, shown as 17`.
fn result(sum: &str) -> String {
    let last = sum.rsplit_once("shown as ").or(sum.rsplit_once("= "));
    last.map_or(sum, |(_, result)| result).to_owned()
}

/// The badge, and what a link holds.
pub fn outside(q: &'static Questionnaire, a: &Assessment, truth: &Truth) {
    let whole = &truth.overall;
    let said = match whole.level.as_str() {
        "" => whole.shown.clone(),
        _ => format!("{} · {}", whole.level(), whole.value),
    };
    let badge = badge::svg(q, a);
    let inside = |begin: &str, end: &str| {
        let (_, rest) = badge.split_once(begin).unwrap();
        rest.split_once(end).unwrap().0.to_owned()
    };
    assert_eq!(inside("aria-label=\"", "\""), format!("Plumbline: {said}"));
    assert_eq!(inside("<title>", "</title>"), format!("Plumbline: {said}"));
    assert!(badge.ends_with(&format!(">{said}</text></g></svg>\n")));
    let sent = link::encode(q, a);
    let read = link::decode(q, &sent, a.id.clone()).unwrap();
    // Answers are all that a link has of a part.
    assert_eq!(csv::scores(q, &read), csv::scores(q, a));
}

/// What tools read, and what is read aloud.
pub fn read_by_others(q: &'static Questionnaire, a: &Assessment, truth: &Truth) {
    let card = score(q, a);
    let json = serde_json::to_value(&card).unwrap();
    let list = |key: &str| json[key].as_array().unwrap().clone();
    let mut parts = vec![json["overall"].clone()];
    parts.extend(list("disciplines").into_iter().chain(list("dimensions")));
    assert_eq!(parts.len(), truth.all().count());
    let is_said = |number: &Value, said: &str| match number.as_f64() {
        None => number.is_null() && said.is_empty(),
        Some(number) => number.round().to_string() == said,
    };
    for part in &parts {
        let said = truth.part(part["id"].as_str().unwrap()).unwrap();
        assert!(is_said(&part["value"], &said.value), "{part} {said:?}");
        assert!(is_said(&part["level"], &said.level), "{part} {said:?}");
        assert!(is_said(&part["low"], &said.low), "{part} {said:?}");
        let score = card.part(&said.id).unwrap();
        let known = format!("{} known", said.known());
        let more = match said.span() {
            span if span.contains(' ') => format!("{span} · {known}"),
            _ => known,
        };
        let spoken = words().spoken("X", score);
        assert_eq!(spoken, format!("X: {}, {more}", said.shown));
        assert_eq!(words().value_of(score), said.with_span());
    }
    assert_eq!(words().value_of(&card.overall), truth.overall.with_span());
    explained(q, a, truth);
}

fn explained(q: &'static Questionnaire, a: &Assessment, truth: &Truth) {
    let plan = Plan::of(q, a);
    let marks = plan.marks(a);
    let discipline = |id: &str| PartRef::Discipline(id.to_owned().try_into().unwrap());
    let dimension = |id: &str| PartRef::Dimension(id.to_owned().try_into().unwrap());
    for said in truth.all() {
        let part = match said.id.as_str() {
            "overall" => PartRef::Overall,
            id if truth.disciplines.iter().any(|d| d.id == id) => discipline(id),
            id => dimension(id),
        };
        let e = serde_json::to_value(explain(&plan, &marks, &part).unwrap()).unwrap();
        assert_eq!(e["sums"]["value"].is_null(), !said.is_known(), "{e}");
        assert_eq!(e["level"].is_null(), !said.is_known(), "{e}");
        for input in e["inputs"].as_array().unwrap() {
            let inner = truth.part(input["id"].as_str().unwrap());
            if let Some(inner) = inner {
                assert_eq!(input["value"].is_null(), !inner.is_known(), "{e}");
            }
        }
    }
}

/// Marks stand in a figure for what is known, and for nothing else.
pub fn figures(q: &'static Questionnaire, a: &Assessment, truth: &Truth) {
    let card = score(q, a);
    let known = truth.dimensions.iter().filter(|s| s.is_known()).count();
    let applies = truth.dimensions.iter().filter(|s| !s.low.is_empty());
    let radar = Figure::Radar(Radar::of(q, &card).with_targets(q, a));
    let svg = radar.marks(736.0, Ink::LIGHT, 1.0).svg();
    assert_eq!(svg.matches("<circle").count(), known);
    let bars = radar.marks(343.0, Ink::LIGHT, 1.0).svg();
    assert_eq!(bars.matches("<polygon opacity=\"0.6\"").count(), known);
    let names: Vec<_> = applies.map(|s| s.name.clone()).collect();
    assert_eq!(texts(&bars)[5..], names);
    let arrows = bars.matches("<polygon opacity=\"1\"").count();
    assert!(arrows <= known, "{arrows} targets beside {known} values");
    let standing = Standing::of(q, &card).marks(736.0, Ink::LIGHT, 1.0).svg();
    let mut printed = texts(&standing);
    printed.retain(|text| text.parse::<f64>().is_ok());
    let values = truth.dimensions.iter().filter(|s| s.is_known());
    let mut values: Vec<_> = values.map(|s| s.value.clone()).collect();
    printed.sort();
    values.sort();
    assert_eq!(printed, values);
    let scatter = Scatter::of(q, &card);
    for (name, dot) in &scatter.dots {
        let mut all = truth.disciplines.iter();
        let said = all.find(|s| s.title == *name).unwrap();
        assert_eq!(words().points_of(dot.practice), said.value);
    }
    let dots = Figure::Scatter(scatter, ["p", "m"]);
    let svg = dots.marks(736.0, Ink::LIGHT, 1.0).svg();
    let shown: Vec<_> = compared(q, a, truth)
        .into_iter()
        .map(|(said, ..)| said.title.clone())
        .collect();
    assert_eq!(texts(&svg)[12..], shown);
}

/// Disciplines with a value and two measurements or more: what both come to, and how many these are.
pub fn compared<'t>(
    q: &'static Questionnaire,
    a: &Assessment,
    truth: &'t Truth,
) -> Vec<(&'t Said, f64, usize)> {
    let metrics = sheet(&csv::metrics(q, a));
    let known = truth.disciplines.iter().filter(|s| s.is_known());
    let both = known.map(|said| {
        let own = metrics.rows.iter().filter(|row| row[0] == said.title);
        let levels: Vec<f64> = own.filter_map(|row| row[5].parse().ok()).collect();
        let points = levels.iter().map(|level| (level - 1.0) * 25.0).sum::<f64>();
        (said, points / levels.len() as f64, levels.len())
    });
    both.filter(|(.., count)| *count >= 2).collect()
}

/// A measurement has one text for people, and its exact number for spreadsheets.
pub fn measurements(q: &'static Questionnaire, a: &Assessment, doc: &Doc) {
    let exact = sheet(&csv::metrics(q, a));
    let bands = Bands::of(q, &score(q, a), |unit, value| words().amount(unit, value));
    let labels = Figure::Bands(bands).marks(736.0, Ink::LIGHT, 1.0).svg();
    let mut labels = texts(&labels).into_iter().skip(5);
    let today = [("Today".to_owned(), a)];
    let over = rounds::measurements(q, &today).map(|t| of_report(&t));
    let mut shown = doc
        .table("Measurements")
        .map_or(&[][..], |t| &t.rows)
        .iter();
    for row in exact.rows.iter().filter(|row| !row[3].is_empty()) {
        let value: f64 = row[3].parse().unwrap();
        let metric = q.metrics.iter().find(|m| m.id.as_str() == row[2]).unwrap();
        assert_eq!(Some(value), a.measurement(&metric.id).map(|m| m.value));
        // As the field says that it is kept.
        let amount = words().amount(&metric.unit, value);
        let reported = shown.next().unwrap();
        assert_eq!(reported[..2], [metric.title.clone(), amount.clone()]);
        assert_eq!(reported[2], level_name(&row[5]));
        let over = over.as_ref().unwrap().row(&metric.title).unwrap();
        assert_eq!(over[1], amount);
        assert_eq!(labels.next(), Some(format!("{}: {amount}", metric.title)));
    }
    assert_eq!((shown.next(), labels.next()), (None, None));
}

/// Answers are the same in the report, for spreadsheets, and counted in the heatmap.
pub fn answers(q: &'static Questionnaire, a: &Assessment, doc: &Doc) {
    let sheet = sheet(&csv::answers(q, a));
    let heatmap = Heatmap::of(q, a);
    let mut rows = heatmap.rows.iter();
    let all = doc.table("Every answer").unwrap();
    let mut totals = [0; 6];
    for dimension in &q.dimensions {
        let own = sheet.rows.iter().filter(|row| row[1] == dimension.title);
        let own: Vec<_> = own.collect();
        let discipline = names(q, dimension.discipline.as_str()).1;
        let caption = format!("{discipline}: {}", dimension.title);
        let below = all.rows.iter().skip_while(|row| row[..] != [&*caption]);
        let shown: Vec<_> = below.skip(1).take_while(|row| row.len() > 1).collect();
        assert_eq!(shown.len(), own.len(), "{caption}");
        let mut counts = [0; 6];
        for (row, shown) in own.iter().zip(shown) {
            let target = match row[6].as_str() {
                "" => String::new(),
                number => level_name(number),
            };
            assert_eq!(shown[..2], [row[2].clone(), row[4].clone()]);
            // Where no practice has a target, there is no column for it.
            let column = all.head.iter().position(|head| head == "Target");
            let shown = column.map_or("", |at| &shown[at]);
            assert_eq!(shown, target, "{caption}");
            if row[4] != "Does not apply to us" {
                counts[row[5].parse().unwrap_or(0)] += 1;
            }
        }
        if !own.is_empty() {
            let drawn = rows.next().unwrap();
            let name = format!("{} {}", drawn.number, drawn.label);
            assert_eq!(name, names(q, dimension.id.as_str()).0);
            assert_eq!(drawn.counts, counts, "{caption}");
        }
        for (total, count) in totals.iter_mut().zip(counts) {
            *total += count;
        }
    }
    assert_eq!(rows.next(), None);
    let finding = words().heatmap_finding(&heatmap);
    let most = totals[1..].iter().max().copied().unwrap_or(0);
    for (number, count) in (0..6).zip(totals).skip(1) {
        let is_named = finding.contains(&level_name(&format!("{number}")));
        assert_eq!(is_named, count == most && most > 0, "{finding} {totals:?}");
    }
}
