//! The figures of the results, each with its table.

use super::figure_view;
use super::table::{Row, table};
use crate::advice;
use crate::app::markup::{El, el};
use crate::figure::{Bands, Figure, Heatmap, Radar, Scatter};
use crate::model::{Assessment, Questionnaire};
use crate::scoring::{Scorecard, score};
use crate::words::words;

/// The dimensions; their table stands further down. Nothing where nothing applies.
pub fn radar(q: &Questionnaire, a: &Assessment, card: &Scorecard) -> Option<El> {
    let w = words();
    let mut radar = Radar::of(q, card).with_targets(q, a);
    let mut key = w.radar_key.to_owned();
    if let Some((_, last)) = a.snapshots().pop() {
        radar = radar.with_earlier(q, &score(q, &last.state));
        key = w.radar_key_with(&last.name);
    }
    if radar.axes.is_empty() {
        return None;
    }
    let finding = w.radar_finding(&radar);
    // Narrow ones are drawn as bars, with their names.
    let names = radar.is_numbered(f64::INFINITY).then(|| {
        let names = radar.axes.iter();
        let names = names.map(|axis| el("li").text(format!("{} {}", axis.number, axis.label)));
        el("ul").class("axes").each(names)
    });
    let figure = figure_view("radar", Figure::Radar(radar), finding, key);
    Some(figure.each(names))
}

/// How many practices of each dimension stand where.
pub fn heatmap(q: &Questionnaire, a: &Assessment) -> El {
    let w = words();
    let heatmap = Heatmap::of(q, a);
    let rows = heatmap.rows.iter().map(|row| -> Row {
        let cells = row.counts.map(|count| count.to_string().into());
        (format!("{} {}", row.number, row.label), cells.into())
    });
    let rows = rows.collect();
    let finding = w.heatmap_finding(&heatmap);
    let figure = figure_view("heatmap", Figure::Heatmap(heatmap), finding, w.heatmap_key);
    let head = [w.dimension, w.no_level, "1", "2", "3", "4", "5"];
    el("section")
        .child(el("h2").text(w.heatmap))
        .child(figure)
        .child(table(w.heatmap_table, &head, rows))
}

/// Practice against outcome. Nothing where nothing can be compared.
pub fn practice_against_outcome(q: &Questionnaire, card: &Scorecard) -> Option<El> {
    let w = words();
    let scatter = Scatter::of(q, card);
    if scatter.dots.is_empty() {
        return None;
    }
    let rows = scatter.dots.iter().map(|(name, o)| -> Row {
        let cells = [
            w.points_of(o.practice),
            w.points_of(o.outcome),
            o.metrics.to_string(),
        ];
        (name.clone(), cells.map(Into::into).into())
    });
    let rows = rows.collect();
    let apart = advice::tensions(q, card).len();
    let finding = w.scatter_finding(apart, scatter.dots.len());
    let names = [w.scatter_practice, w.scatter_outcome];
    let figure = Figure::Scatter(scatter, names);
    let figure = figure_view("scatter", figure, finding, w.scatter_key);
    let head = [
        w.discipline,
        w.scatter_practice,
        w.scatter_outcome,
        w.by_metric,
    ];
    let section = el("section").child(el("h2").text(w.scatter));
    Some(
        section
            .child(figure)
            .child(table(w.scatter_table, &head, rows)),
    )
}

/// Measurements against their bands; their table stands below. Nothing where nothing is measured.
pub fn measured(q: &Questionnaire, card: &Scorecard) -> Option<El> {
    let w = words();
    let bands = Bands::of(q, card, |unit, value| w.amount(unit, value));
    let count = bands.rows.len();
    let good = card.metrics.iter().filter_map(|m| m.level);
    let good = good.filter(|level| level.number() >= 4).count();
    let finding = w.bands_finding(good, count);
    let figure = Figure::Bands(bands);
    (count > 0).then(|| figure_view("measurements", figure, finding, w.bands_key))
}
