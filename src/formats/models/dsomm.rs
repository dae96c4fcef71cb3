//! OWASP's DevSecOps Maturity Model: dimensions of subdimensions of activities, each activity at a level.
//!
//! An activity is done or not, so that a practice is made of each subdimension: what is in place at its
//! levels. Whoever does nothing stands at our level 1, so that theirs begin at 2; their 4 and 5 are our 5.

use super::cncf::licence;
use super::draft::{Draft, Practice};
use super::tree::{Tree, line, short};
use crate::formats::questionnaire_toml::Credit;
use crate::model::knowledge::is_address;

/// The highest level of theirs.
const HIGHEST: usize = 5;

/// Whether somewhere three tables deep there is an activity.
pub fn is_one(documents: &[Tree]) -> bool {
    let dimensions = documents.iter().flat_map(Tree::entries);
    let subdimensions = dimensions.flat_map(|(_, d)| d.entries());
    let mut activities = subdimensions.flat_map(|(_, s)| s.entries());
    activities.any(|(_, a)| level(a).is_some())
}

fn level(activity: &Tree) -> Option<usize> {
    let level = activity.text("level").parse().ok()?;
    (1..=HIGHEST).contains(&level).then_some(level)
}

/// What is made of it. `None` where nothing of it is there.
pub fn draft(documents: &[Tree]) -> Option<Draft> {
    let empty = Tree::Table(Vec::new());
    let meta = documents
        .iter()
        .find_map(|d| d.get("meta"))
        .unwrap_or(&empty);
    let mut draft = Draft::new(Credit {
        title: match meta.text("version") {
            version if version.is_empty() => "OWASP’s DevSecOps Maturity Model".to_owned(),
            version => format!("OWASP’s DevSecOps Maturity Model, {}", short(&version, 40)),
        },
        url: "https://dsomm.owasp.org".to_owned(),
        licence: licence(meta, meta),
    });
    let publisher = meta.text("publisher");
    if is_address(&publisher) {
        draft.source.url = publisher;
    }
    draft.id = "dsomm".to_owned();
    draft.title = "DevSecOps Maturity Model".to_owned();
    let discipline = draft.id("discipline", "devsecops");
    let goal = draft.unwritten("what security is for here, in one sentence.");
    draft
        .disciplines
        .push((discipline.clone(), "DevSecOps".to_owned(), goal));
    let dimensions = documents.iter().flat_map(Tree::entries);
    for (name, dimension) in
        dimensions.filter(|(name, _)| !["meta", "_meta"].contains(&name.as_str()))
    {
        let id = draft.id("dimension", name);
        draft.group(
            ["dimensions", "subdimensions"],
            (id, &discipline, name),
            dimension.entries(),
            |draft, id, (name, subdimension)| practice(draft, id, name, subdimension),
        );
    }
    draft
        .coverage
        .leave("levels: theirs from 1 to 3 are ours from 2 to 4, and their 4 and 5 are our 5");
    draft.coverage.leave(
        "what an activity depends on, its usefulness, its tags, and the standards that it maps to",
    );
    (!draft.practices.is_empty()).then_some(draft)
}

/// The level of ours, from 0, at which an activity of theirs is in place.
fn place(level: usize) -> usize {
    level.min(4)
}

fn practice(
    draft: &mut Draft,
    dimension: &str,
    name: &str,
    subdimension: &Tree,
) -> Option<Practice> {
    let activities = subdimension.entries().iter();
    let mut at: [Vec<(&str, &Tree)>; 5] = Default::default();
    for (name, activity) in activities {
        let level = level(activity);
        draft.coverage.count("activities", level.is_some());
        match level {
            Some(level) => at[place(level)].push((name, activity)),
            None => draft
                .coverage
                .leave("activities without a level from 1 to 5"),
        }
    }
    let name = &line(name);
    if name.is_empty() {
        draft.coverage.leave("subdimensions without a name");
        return None;
    }
    if at.iter().all(Vec::is_empty) {
        return None;
    }
    let mut levels: [Option<String>; 5] = Default::default();
    levels[0] = Some("Nothing of what the higher levels name is in place.".to_owned());
    for (level, own) in at.iter().enumerate().filter(|(_, own)| !own.is_empty()) {
        let names: Vec<_> = own.iter().map(|(name, _)| *name).collect();
        let also = if at[..level].iter().all(Vec::is_empty) {
            "In place"
        } else {
            "In place as well"
        };
        levels[level] = Some(format!("{also}: {}.", names.join("; ")));
    }
    let all = || at.iter().flatten();
    let said = |field: &str| {
        let texts = all().map(|(_, activity)| activity.text(field));
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>()
    };
    // The measure of the first activity of each level is the first step to it.
    let steps = at[1..].iter().map(|own| {
        let first = own.first();
        first
            .map(|(_, activity)| activity.text("measure"))
            .unwrap_or_default()
    });
    let steps: Vec<_> = steps.collect();
    let used = steps.iter().filter(|step| !step.is_empty()).count();
    if said("measure").len() > used {
        draft
            .coverage
            .leave("measures beyond the first of each level");
    }
    let risks = said("risk");
    if risks.len() > 1 {
        draft
            .coverage
            .leave("risks beyond the first of each subdimension");
    }
    let why = risks.first().cloned().unwrap_or_default();
    let tell = said("assessment").first().cloned().unwrap_or_default();
    let mut sources = Vec::new();
    for (_, activity) in all() {
        for tool in activity.list("implementation") {
            if sources.len() < 3 {
                draft.source(&mut sources, &tool.text("name"), &tool.text("url"));
            } else {
                draft
                    .coverage
                    .leave("links to tools beyond the first three of each subdimension");
            }
        }
    }
    if sources.is_empty() {
        sources.push((draft.source.title.clone(), draft.source.url.clone()));
    }
    let effort = [1, 2, 3, 4].map(|level| effort(&at[level]));
    Some(Practice {
        id: draft.id("practice", name),
        dimension: dimension.to_owned(),
        title: short(name, 48),
        question: format!("How far are you with “{}”?", short(name, 96)),
        why: draft.or_to_write(&why, 420, "why it matters, in two or three sentences."),
        levels: draft.levels(levels),
        how_to_tell: draft.or_to_write(&tell, 320, "what to look at to tell the levels apart."),
        steps: draft.steps(steps),
        effort,
        sources,
    })
}

/// The most time that an activity of a level takes: theirs is 1 to 5.
fn effort(activities: &[(&str, &Tree)]) -> char {
    let times = activities.iter().filter_map(|(_, activity)| {
        let time = activity.get("difficultyOfImplementation")?.text("time");
        time.parse::<u8>().ok()
    });
    match times.max() {
        Some(..=2) => 'S',
        None | Some(3) => 'M',
        Some(4..) => 'L',
    }
}
