//! The shape of the catalogue's TOML files, and how they become one questionnaire.

use crate::model::{
    Dimension, DimensionId, Discipline, DisciplineId, Metric, Practice, Questionnaire,
};
use serde::Deserialize;

/// `catalog/<discipline>.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisciplineFile {
    discipline: Discipline,
    dimension: Vec<DimensionEntry>,
    practice: Vec<Practice>,
}

/// A dimension in the file of its discipline, which it therefore need not name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DimensionEntry {
    id: DimensionId,
    title: String,
    #[serde(default)]
    covers: Vec<String>,
    weight: Option<f64>,
}

impl DimensionEntry {
    fn of(self, discipline: DisciplineId) -> Dimension {
        let Self {
            id,
            title,
            covers,
            weight,
        } = self;
        Dimension {
            id,
            discipline,
            title,
            covers,
            weight: weight.unwrap_or(1.0),
        }
    }
}

/// `catalog/metrics.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MetricsFile {
    questionnaire: Head,
    metric: Vec<Metric>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    id: String,
    version: String,
    title: String,
    language: String,
}

/// Puts the files together, in the order in which they are shown.
#[must_use]
pub fn assemble(head: MetricsFile, files: Vec<DisciplineFile>) -> Questionnaire {
    let MetricsFile {
        questionnaire:
            Head {
                id,
                version,
                title,
                language,
            },
        metric,
    } = head;
    let mut whole = Questionnaire {
        id,
        version,
        title,
        language,
        disciplines: Vec::new(),
        dimensions: Vec::new(),
        practices: Vec::new(),
        metrics: metric,
    };
    for file in files {
        let discipline = file.discipline.id.clone();
        whole
            .dimensions
            .extend(file.dimension.into_iter().map(|d| d.of(discipline.clone())));
        whole.disciplines.push(file.discipline);
        whole.practices.extend(file.practice);
    }
    // Shown dimension by dimension, whatever the order in the file.
    let place = |p: &Practice| whole.dimensions.iter().position(|d| d.id == p.dimension);
    whole.practices.sort_by_key(place);
    whole
}
