//! The periods that measurements cover, and which metrics come first.

use crate::model::{Assessment, Day, Discipline, Metric, Questionnaire};

/// How many quarters are offered, the present one included.
const OFFERED: u16 = 9;

/// The five that DORA measures software delivery by, under their ids in the catalogue.
const DORA: [&str; 5] = [
    "deployment-frequency",
    "change-lead-time",
    "change-fail-rate",
    "failed-deployment-recovery-time",
    "deployment-rework-rate",
];

/// The periods that can be chosen, and the one that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Periods {
    /// Quarters, the present one first.
    pub offered: Vec<String>,
    /// What new measurements cover until another one is chosen: what the last one covered, or the last
    /// whole quarter.
    pub chosen: String,
}

/// The periods on a day.
#[must_use]
pub fn periods(today: &str, usual: Option<String>) -> Periods {
    let quarter = |before| Some(Day::parse(today)?.in_quarter_before(before).1);
    let offered: Vec<_> = (0..OFFERED).filter_map(quarter).collect();
    let last_whole = offered.get(1).cloned();
    Periods {
        chosen: usual.or(last_whole).unwrap_or_default(),
        offered,
    }
}

/// The metrics of an assessment in the order in which they are asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked<'q> {
    /// The five of DORA, as far as there are any.
    pub first: Vec<&'q Metric>,
    /// The others of each chosen discipline that has some.
    pub rest: Vec<(&'q Discipline, Vec<&'q Metric>)>,
}

/// The metrics of the chosen disciplines: the five of DORA, then the rest.
#[must_use]
pub fn asked_metrics<'q>(q: &'q Questionnaire, a: &Assessment) -> Asked<'q> {
    let is_first = |m: &Metric| DORA.contains(&m.id.as_str());
    let covered = q.metrics.iter().filter(|m| a.covers(&m.discipline));
    let rest = q.disciplines.iter().map(|d| {
        let own = covered.clone().filter(|m| m.discipline == d.id);
        (d, own.filter(|m| !is_first(m)).collect::<Vec<_>>())
    });
    Asked {
        first: covered.clone().filter(|m| is_first(m)).collect(),
        rest: rest.filter(|(_, own)| !own.is_empty()).collect(),
    }
}

/// What a metric was in the last round that was kept: the round's name, and the value. `None` where
/// that was asked of another version of the questions, whose metrics may mean something else.
#[must_use]
pub fn last_round<'a>(a: &'a Assessment, metric: &Metric) -> Option<(&'a str, f64)> {
    let (_, last) = a.snapshots().pop()?;
    let is_same = last.state.questionnaire == a.questionnaire;
    let measured = last.state.measurement(&metric.id).filter(|_| is_same)?;
    Some((&last.name, measured.value))
}
