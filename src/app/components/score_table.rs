//! Scores as tables.

use super::table::{Cell, table};
use crate::advice;
use crate::app::markup::El;
use crate::figure::Profile;
use crate::model::{Assessment, AssessmentId, Questionnaire};
use crate::route::{Page, Route};
use crate::scoring::{MetricScore, PartRef, Score};
use crate::words::words;

/// Which parts a table lists.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// Disciplines and the whole.
    Disciplines,
    /// Dimensions, with the numbers that the radar may use.
    Dimensions,
}

/// Where a part's numbers are explained.
pub fn explained_at(id: &AssessmentId, parts: Parts, part: &str) -> Option<Route> {
    let part = part.to_owned();
    let part = match parts {
        _ if part == "overall" => PartRef::Overall,
        Parts::Disciplines => PartRef::Discipline(part.try_into().ok()?),
        Parts::Dimensions => PartRef::Dimension(part.try_into().ok()?),
    };
    Some(Route::Assessment(id.clone(), Page::Why(part)))
}

/// One row a part: value, interval, coverage, level reached. The value leads to how it came about.
pub fn score_table(
    id: &AssessmentId,
    parts: Parts,
    questionnaire: &'static Questionnaire,
    scores: &[Score],
    profile: &Profile,
) -> El {
    let w = words();
    let row = |s: &Score| {
        let name = w.part_name(questionnaire, &s.id);
        let value = match explained_at(id, parts, &s.id) {
            Some(route) => Cell::Why(route, w.reading(s), w.why_of(name, &w.reading(s))),
            None => w.reading(s).into(),
        };
        let name = w.numbered(questionnaire, &s.id);
        let others = [w.interval(s), w.coverage(s), w.level_of(s)];
        // Nobody who hears the page sees the diamonds.
        let target = profile.has_targets().then(|| {
            let target = profile.strip(s).and_then(|strip| strip.target);
            Cell::from(target.map_or_else(String::new, |t| w.points_of(t)))
        });
        let cells = [value].into_iter().chain(others.map(Cell::from));
        (name, cells.chain(target).collect())
    };
    let rows = scores.iter().map(row).collect();
    let (caption, part) = match parts {
        Parts::Disciplines => (w.by_discipline, w.discipline),
        Parts::Dimensions => (w.by_dimension, w.dimension),
    };
    let mut head = w.score_head(part).to_vec();
    head.extend(profile.has_targets().then_some(w.of_results().target));
    table(caption, &head, rows)
}

/// One row a measured metric, with what is published beside it; none where nothing is measured. And
/// how many are not, in words.
pub fn metric_table(
    q: &'static Questionnaire,
    a: &Assessment,
    metrics: &[MetricScore],
) -> (Option<El>, String) {
    let w = words();
    let row = |score: &MetricScore| {
        let metric = q.metrics.iter().find(|m| m.id.as_str() == score.id)?;
        let value = score.value?;
        let beside = w.beside(metric, &advice::comparison(q, a, metric, value));
        let value = w.amount(&metric.unit, value);
        // Its bands stand beside the field where it was entered.
        let label = w.why_of(&metric.title, &value);
        let cells = [
            Cell::Why(
                Route::Assessment(a.id.clone(), Page::Measurements),
                value,
                label,
            ),
            w.reached(score.level).into(),
            beside.into(),
        ];
        Some((metric.title.clone(), cells.into()))
    };
    let rows: Vec<_> = metrics.iter().filter_map(row).collect();
    let open = metrics.len() - rows.len();
    let head = [w.metric, w.value, w.level, w.published_groups];
    let table = (!rows.is_empty()).then(|| table(w.by_metric, &head, rows));
    (table, w.not_measured(open))
}
