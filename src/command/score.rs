//! `score FILE [--explain]`: the scorecard of an exported assessment as JSON, with what follows from it.

use plumbline::catalog::Known;
use plumbline::formats::assessment_json::{Refusal, decode_file};
use plumbline::formats::carried;
use plumbline::formats::questionnaire_toml::decode;
use plumbline::formats::workspace_json::read_any;
use plumbline::model::{Assessment, Questionnaire, validate};
use plumbline::scoring::{PartRef, Plan, Scorecard, explain, score};
use plumbline::words::words;
use plumbline::{advice, catalog, metrics};
use serde::Serialize;
use serde_json::{Value, json};

/// Enough that the shares stand still to a percent.
const RUNS: usize = 10_000;

#[derive(Serialize)]
struct Printed {
    #[serde(flatten)]
    card: Scorecard,
    advice: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanations: Option<Value>,
}

/// What it prints.
///
/// # Errors
/// A line that says what is wrong with the file.
pub fn scorecard(path: &str, is_explained: bool) -> Result<String, String> {
    let Read { assessment, known } = read(path)?;
    let questionnaire = known.questionnaire;
    let card = score(questionnaire, &assessment);
    let printed = Printed {
        advice: advised(questionnaire, &assessment, &card),
        explanations: is_explained.then(|| explained(questionnaire, &assessment, &card)),
        card,
    };
    serde_json::to_string_pretty(&printed).map_err(|e| e.to_string())
}

/// An exported assessment, and what it answers.
pub struct Read {
    /// It.
    pub assessment: Assessment,
    /// The questionnaire that the file carries; of the built-in one, the document is empty.
    pub known: Known,
}

/// An exported assessment that fits its questionnaire.
///
/// # Errors
/// A line that says what is wrong with the file.
pub fn read(path: &str) -> Result<Read, String> {
    let bytes = std::fs::read(path).map_err(|e| e.to_string())?;
    let text = String::from_utf8(bytes)
        .map_err(|e| format!("not UTF-8 from byte {} on", e.utf8_error().valid_up_to()))?;
    let (decoded, documents) = if carried::is_any(&text) {
        let contents = read_any(&text).map_err(|e| words().refusal(&e))?;
        let [decoded] = <[_; 1]>::try_from(contents.parts)
            .map_err(|parts| format!("it holds {} assessments, and not one", parts.len()))?;
        (decoded, contents.questionnaires)
    } else {
        (decode_file(&text), Vec::new())
    };
    let assessment = decoded.map_err(|e| words().refusal(&e))?.assessment;
    // A command ends with its work.
    let built_in: &'static Questionnaire = Box::leak(Box::new(catalog::built_in()));
    let mut own = documents.into_iter().filter_map(|document| {
        let own = decode(&document, built_in).ok()?.questionnaire;
        (own.id == assessment.questionnaire.id).then_some((own, document))
    });
    let known = match own.next() {
        Some((own, document)) => Known {
            questionnaire: Box::leak(Box::new(own)),
            text: document.leak(),
            extends: None,
        },
        None => Known {
            questionnaire: built_in,
            text: "",
            extends: None,
        },
    };
    let problems = validate::assessment(known.questionnaire, &assessment);
    if problems.is_empty() {
        Ok(Read { assessment, known })
    } else {
        Err(words().refusal(&Refusal::Problems(problems)))
    }
}

fn advised(q: &Questionnaire, a: &Assessment, card: &Scorecard) -> Value {
    let robust = advice::robust(q, a, RUNS, advice::robust::seeded(1));
    let share = |id| {
        robust
            .iter()
            .find(|r| r.practice == id)
            .map_or(0.0, |r| r.share)
    };
    let steps = advice::next_steps(q, a).into_iter().map(|s| {
        json!({
            "id": s.practice, "from": s.from, "to": s.to, "target": s.target, "first": s.first,
            "gap": s.gap, "weight": s.weight, "unlocks": s.unlocks, "effort": s.effort,
            "priority": s.priority, "amongTheFirst": share(s.practice),
        })
    });
    let rules = advice::contradictions(q, a).into_iter();
    let leans = advice::balance(q, card).into_iter();
    let tensions = advice::tensions(q, card).into_iter();
    let measured = card.metrics.iter().filter_map(|m| {
        let metric = q.metrics.iter().find(|x| x.id.as_str() == m.id)?;
        let found = advice::comparison(q, a, metric, m.value?);
        let groups = found.groups.into_iter();
        let groups = groups.map(|b| json!({"id": b.benchmark.id, "groups": b.groups}));
        let mean = |average: advice::Average| {
            json!({
                "id": average.series.id, "year": average.year, "mean": average.spread.mean,
                "deviation": average.spread.deviation, "own": average.own, "answer": average.answer,
            })
        };
        let means = |line: Vec<advice::Average>| line.into_iter().map(mean).collect::<Value>();
        let found = json!({
            "groups": groups.collect::<Value>(), "everyone": means(found.everyone),
            "industry": means(found.industry), "size": means(found.size),
        });
        Some((m.id.clone(), found))
    });
    json!({
        "nextSteps": steps.collect::<Value>(),
        "contradictions": rules.map(|r| json!({"id": r.id, "question": r.question})).collect::<Value>(),
        "balance": leans
            .map(|l| json!({"id": l.statement.id, "gap": l.gap, "isCertain": l.is_certain}))
            .collect::<Value>(),
        "tensions": tensions
            .map(|t| json!({"id": t.discipline, "practice": t.practice, "outcome": t.outcome}))
            .collect::<Value>(),
        "benchmarks": measured.collect::<serde_json::Map<_, _>>(),
    })
}

fn explained(q: &Questionnaire, a: &Assessment, card: &Scorecard) -> Value {
    let plan = Plan::of(q, a);
    let marks = plan.marks(a);
    let disciplines = card.disciplines.iter();
    let dimensions = card.dimensions.iter();
    let parts = [PartRef::Overall]
        .into_iter()
        .chain(disciplines.filter_map(|s| s.id.clone().try_into().ok().map(PartRef::Discipline)))
        .chain(dimensions.filter_map(|s| s.id.clone().try_into().ok().map(PartRef::Dimension)));
    let explanations = parts.filter_map(|part| explain(&plan, &marks, &part));
    let measured = card.metrics.iter().filter_map(|m| {
        let metric = q.metrics.iter().find(|x| x.id.as_str() == m.id)?;
        metrics::explain_measured(metric, a.measurement(&metric.id)?)
    });
    (explanations.map(|e| json!(e)))
        .chain(measured.map(|e| json!(e)))
        .collect()
}
