//! Scores as tables.

use crate::app::markup::{El, el, p};
use crate::app::words::words;
use crate::model::Questionnaire;
use crate::model::decimal::write;
use crate::scoring::{MetricScore, Score};

/// A table that scrolls by itself where it is wider than the page.
fn table(caption: &'static str, head: &[&'static str], rows: Vec<(String, Vec<String>)>) -> El {
    let head = head.iter().map(|&h| el("th").attr("scope", "col").text(h));
    let rows = rows.into_iter().map(|(name, cells)| {
        let name = el("th").attr("scope", "row").text(name);
        el("tr")
            .child(name)
            .each(cells.into_iter().map(|cell| el("td").text(cell)))
    });
    let table = el("table").each([
        el("caption").text(caption),
        el("thead").child(el("tr").each(head)),
        el("tbody").each(rows),
    ]);
    let scroll = el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region");
    scroll.attr("aria-label", caption).child(table)
}

/// One row a part: value, interval, coverage, level reached. `numbered` rows carry the numbers that
/// the radar may use.
pub fn score_table(
    caption: &'static str,
    part: &'static str,
    questionnaire: &'static Questionnaire,
    scores: &[Score],
    numbered: bool,
) -> El {
    let w = words();
    let row = |(i, s): (usize, &Score)| {
        let name = w.part_name(questionnaire, &s.id);
        let name = if numbered {
            format!("{} {name}", i + 1)
        } else {
            name.to_owned()
        };
        (
            name,
            vec![
                w.reading(s),
                w.interval(s),
                w.coverage(s),
                w.reached(s.level),
            ],
        )
    };
    let rows = scores.iter().enumerate().map(row).collect();
    table(
        caption,
        &[part, w.value, w.possible, w.coverage, w.level],
        rows,
    )
}

/// One row a measured metric, and how many are not measured.
pub fn metric_table(questionnaire: &'static Questionnaire, metrics: &[MetricScore]) -> El {
    let w = words();
    let row = |score: &MetricScore| {
        let metric = questionnaire
            .metrics
            .iter()
            .find(|m| m.id.as_str() == score.id)?;
        let value = format!("{} {}", write(score.value?), metric.unit);
        Some((metric.title.clone(), vec![value, w.reached(score.level)]))
    };
    let rows: Vec<_> = metrics.iter().filter_map(row).collect();
    let open = metrics.len() - rows.len();
    let table = match rows.len() {
        0 => el("h2").text(w.by_metric),
        _ => table(w.by_metric, &[w.metric, w.value, w.level], rows),
    };
    el("section").child(table).child(p(w.not_measured(open)))
}
