//! `report FILE [--as FORM]`: an assessment's report.

use super::score::{Read, read};
use plumbline::VERSION;
use plumbline::formats::assessment_json::encode;
use plumbline::formats::carried;
use plumbline::model::{Assessment, Day};
use plumbline::report::{Days, Report, badge, csv, html, markdown};
use plumbline::words::words;
use std::time::{SystemTime, UNIX_EPOCH};

/// The report in one of its forms.
///
/// # Errors
/// What is wrong with the file, or that there is no such form.
pub fn report(path: &str, form: &str) -> Result<String, String> {
    let Read {
        assessment: a,
        known,
    } = read(path)?;
    let q = known.questionnaire;
    Ok(match form {
        "html" => {
            let file = encode(&a, VERSION, &format!("{}T00:00:00Z", today()));
            let documents = Some(known.text).filter(|text| !text.is_empty());
            let file = carried::with(file, documents.as_slice());
            html::encode(&made(q, &a), &file, words().report_page().footer)
        }
        "md" => markdown::encode(&made(q, &a)),
        "answers.csv" => csv::answers(q, &a),
        "scores.csv" => csv::scores(q, &a),
        "metrics.csv" => csv::metrics(q, &a),
        "svg" => badge::svg(q, &a),
        other => return Err(format!("there is no report as {other}")),
    })
}

fn made(q: &'static plumbline::model::Questionnaire, a: &Assessment) -> Report {
    let today = today();
    // A pipeline stands in no place of its own: a moment's day is the one in UTC.
    let days = Days {
        today: &today,
        of: &|at| at.get(..10).unwrap_or(at).to_owned(),
    };
    Report::of(q, a, &days)
}

/// Today in UTC.
fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let days = since.map_or(0, |since| since.as_secs() / 86_400);
    Day::at(i64::try_from(days).unwrap_or(0)).to_string()
}
