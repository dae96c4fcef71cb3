//! The shape of the catalogue's TOML files, and how they become one questionnaire.

use crate::model::{
    Balance, Cover, Dimension, DimensionId, Discipline, DisciplineId, Former, Metric, Practice,
    Published, Questionnaire, Rule, Term,
};
use serde::Deserialize;

/// `catalog/questionnaire.toml`: what it is, and what it promises to cover.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadFile {
    questionnaire: Head,
    cover: Vec<Cover>,
    #[serde(default)]
    former: Vec<Former>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    id: String,
    version: String,
    title: String,
    language: String,
}

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
    metric: Vec<Metric>,
}

/// `catalog/glossary.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GlossaryFile {
    term: Vec<Term>,
}

/// `catalog/rules.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulesFile {
    rule: Vec<Rule>,
    balance: Vec<Balance>,
}

/// All files of the catalogue.
pub struct Files {
    /// `questionnaire.toml`.
    pub head: HeadFile,
    /// One file a discipline, in the order in which they are shown.
    pub disciplines: Vec<DisciplineFile>,
    /// `metrics.toml`.
    pub metrics: MetricsFile,
    /// `glossary.toml`.
    pub glossary: GlossaryFile,
    /// `rules.toml`.
    pub rules: RulesFile,
    /// `benchmarks.toml`.
    pub benchmarks: Published,
}

/// Puts the files together, in the order in which they are shown.
#[must_use]
pub fn assemble(files: Files) -> Questionnaire {
    let head = files.head.questionnaire;
    let mut whole = Questionnaire {
        id: head.id,
        version: head.version,
        title: head.title,
        language: head.language,
        disciplines: Vec::new(),
        dimensions: Vec::new(),
        practices: Vec::new(),
        metrics: files.metrics.metric,
        covers: files.head.cover,
        former: files.head.former,
        terms: files.glossary.term,
        rules: files.rules.rule,
        balance: files.rules.balance,
        published: files.benchmarks,
    };
    for file in files.disciplines {
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
    for practice in &mut whole.practices {
        practice.words = practice.count_words();
    }
    whole
}
