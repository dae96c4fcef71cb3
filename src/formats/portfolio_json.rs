//! What an organisation publishes beside the page: a list of assessment files.
//!
//! `portfolio/index.json` holds `{"format": "plumbline/portfolio", "version": 1, "files": ["a.json"]}`,
//! or the list alone; the files lie beside it, each with one assessment or with many. What
//! `cargo run --example publish` made says, too, below how many respondents teams stay out, and how many
//! did: `"fewest": 5, "withheld": 2`. Their files are not there, so that no reader can look at them all
//! the same.

use super::assessment_json::encode;
use super::carried;
use super::json::Json;
use super::workspace_json::encode_all;
use crate::advice::portfolio::rounds::{quarter, quarter_of_round};
use crate::metrics::read_whole;
use crate::model::text::is_hidden;
use crate::model::validate::MAX_HANDS;
use crate::model::{Assessment, Fact, Field};

/// Where the files lie, relative to the page.
pub const FOLDER: &str = "portfolio/";
/// The list of them.
pub const INDEX: &str = "index.json";
/// What the list says it is.
pub const PORTFOLIO: &str = "plumbline/portfolio";
/// The most files read.
pub const MOST: usize = 2_000;

/// What is published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Index {
    /// The names of the files that lie in the folder.
    pub files: Vec<String>,
    /// What else is in the list, which could lead elsewhere.
    pub odd: Vec<String>,
    /// Teams for which fewer people answered stay out, and so many did.
    pub withheld: Option<[u64; 2]>,
}

/// Reads the list. `None` where it is none of ours.
#[must_use]
pub fn read(text: &str) -> Option<Index> {
    let mut index = Index::default();
    let list = match Json::parse(text).ok()? {
        Json::List(list) => list,
        Json::Object(mut file) => {
            let is_ours = file.get("format").and_then(Json::as_str) == Some(PORTFOLIO);
            let number = |name| file.get(name).and_then(Json::as_u64).filter(|n| *n > 0);
            if let (Some(fewest), Some(withheld)) = (number("fewest"), number("withheld")) {
                index.withheld = Some([fewest, withheld]);
            }
            match file.remove("files") {
                Some(Json::List(list)) if is_ours => list,
                _ => return None,
            }
        }
        _ => return None,
    };
    for name in list.iter().take(MOST) {
        match name.as_str() {
            Some(name) if is_plain(name) => index.files.push(name.to_owned()),
            Some(name) => index.odd.push(name.to_owned()),
            None => index.odd.push(name.compact()),
        }
    }
    Some(index)
}

/// Writes the list.
#[must_use]
pub fn write(files: &[String], fewest: u32, withheld: usize) -> String {
    let names = files.iter().map(|name| Json::text(name).compact());
    let names = names.collect::<Vec<_>>().join(",\n  ");
    let kept_back = match fewest {
        0 => String::new(),
        _ => format!(" \"fewest\": {fewest}, \"withheld\": {withheld},"),
    };
    format!(
        "{{\"format\": \"{PORTFOLIO}\", \"version\": 1,{kept_back} \"files\": [\n  {names}\n]}}\n"
    )
}

/// What may be published of an assessment: the team, its group, tags and industry, how many answered,
/// the answers, measurements and targets. No notes, evidence or reasons, no people, workshops or
/// actions, nothing of when and by whom it was written, and nothing that this version does not know.
/// Earlier rounds, if they are kept, by their answers and measurements alone.
#[must_use]
pub fn public(a: &Assessment, keeps_rounds: bool) -> Assessment {
    let mut public = plain(a);
    public.team.value = Some(a.team().to_owned());
    // What stands on a cover is for the one who gets the report.
    for fact in Fact::ALL.into_iter().filter(|f| !Fact::COVER.contains(f)) {
        let said = match fact {
            // Whatever else stands there may be names.
            Fact::Respondents => people(a).map(|n| n.to_string()),
            Fact::Round => quarter(a.round()).map(str::to_owned),
            _ => Some(a.fact(fact).to_owned()).filter(|text| !text.is_empty()),
        };
        if said.is_some() {
            public.about.slot(fact).value = said;
        }
    }
    for (id, field) in a.targets.iter().filter(|(_, f)| f.value.is_some()) {
        public.targets.slot(id.clone()).value = field.value;
    }
    let snapshots = a.snapshots().into_iter().filter(|_| keeps_rounds);
    for (id, snapshot) in snapshots {
        let mut kept = snapshot.clone();
        kept.carries = Default::default();
        kept.begins_round = false;
        kept.name = quarter_of_round(snapshot).unwrap_or_default();
        kept.state = plain(&snapshot.state);
        public.snapshots.put(
            id.clone(),
            Field {
                value: Some(kept),
                stamp: None,
            },
        );
    }
    public
}

/// A state without the reasons and periods that people wrote.
fn plain(a: &Assessment) -> Assessment {
    let mut state = a.without_reasons();
    for field in state.measurements.values_mut() {
        if let Some(measurement) = &mut field.value {
            measurement.period = None;
        }
    }
    state
}

/// How many people answered, where that can be read.
fn people(a: &Assessment) -> Option<u32> {
    read_whole("people", [0, MAX_HANDS], a.fact(Fact::Respondents)).ok()
}

/// So many teams are published in one file, where there are more than that: a browser asks an older
/// server for six files at a time, and waits for each. Our judgement; few enough to be read in a moment.
pub const TOGETHER: usize = 20;

/// The files to publish, each with its name: what may be published of each team for which at least
/// `fewest` people answered, and the list. `documents` says of teams which questionnaires travel with them.
#[must_use]
pub fn publish<'a, 'd>(
    assessments: impl IntoIterator<Item = &'a Assessment>,
    (fewest, keeps_rounds): (u32, bool),
    app: &str,
    documents: &dyn Fn(&[Assessment]) -> Vec<&'d str>,
) -> Vec<(String, String)> {
    let is_shown = |a: &&Assessment| fewest == 0 || people(a).is_some_and(|n| n >= fewest);
    let (shown, withheld): (Vec<_>, Vec<_>) = assessments.into_iter().partition(is_shown);
    let public = shown.iter().map(|a| public(a, keeps_rounds));
    let public: Vec<_> = public.collect();
    // By number: a name of a file is read by more people than its content.
    let named = |(at, text): (usize, String)| (format!("team-{:03}.json", at + 1), text);
    let several = |(at, text): (usize, String)| (format!("teams-{:03}.json", at + 1), text);
    let mut files: Vec<_> = if public.len() > TOGETHER {
        let texts = public
            .chunks(TOGETHER)
            .map(|teams| carried::with(encode_all(teams, app, ""), &documents(teams)));
        texts.enumerate().map(several).collect()
    } else {
        let texts = public.iter().map(|team| {
            let documents = documents(std::slice::from_ref(team));
            carried::with(encode(team, app, ""), &documents)
        });
        texts.enumerate().map(named).collect()
    };
    let names: Vec<_> = files.iter().map(|(name, _)| name.clone()).collect();
    files.push((INDEX.to_owned(), write(&names, fewest, withheld.len())));
    files
}

/// Letters of any script, digits, `-`, `_`, `.` and `/`, no part of which begins with a dot.
fn is_plain(name: &str) -> bool {
    let is_safe = |c: char| match c.is_ascii() {
        true => c.is_ascii_alphanumeric() || "-_.".contains(c),
        false => !is_hidden(c),
    };
    let mut parts = name.split('/');
    parts.all(|part| !part.is_empty() && !part.starts_with('.') && part.chars().all(is_safe))
}
