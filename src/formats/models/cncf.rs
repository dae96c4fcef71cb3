//! The questions of the CNCF's assessment of platform engineering: categories, questions, and options from
//! the lowest to the highest.

use super::draft::{Draft, Practice};
use super::tree::{Tree, short};
use crate::formats::questionnaire_toml::Credit;

/// What is made of it. `None` where nothing of it is there.
pub fn draft(documents: &[Tree]) -> Option<Draft> {
    let model = documents.iter().find(|d| d.get("categories").is_some())?;
    let empty = Tree::Table(Vec::new());
    let meta = model.get("metadata").unwrap_or(&empty);
    let mut draft = Draft::new(Credit {
        title: "the CNCF’s assessment of platform engineering".to_owned(),
        url: "https://github.com/Cloud-Native-Platform-Engineering/pemm-assessment".to_owned(),
        licence: licence(model, meta),
    });
    let title = match meta.text("title") {
        title if title.is_empty() => "Platform engineering maturity".to_owned(),
        title => title,
    };
    draft.title = short(&title, 48);
    draft.id = "cncf-platform-engineering".to_owned();
    let language = meta.text("language");
    let is_tag = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if (2..=20).contains(&language.len()) && language.chars().all(is_tag) {
        draft.language = language;
    }
    let discipline = draft.id("discipline", "platform-engineering");
    let goal = draft.unwritten("what the platform is for, in one sentence.");
    let title = short(&title, 40);
    draft.disciplines.push((discipline.clone(), title, goal));
    for category in model.list("categories") {
        let name = match category.text("name") {
            name if name.is_empty() => category.text("id"),
            name => name,
        };
        let own = match category.text("id") {
            id if id.is_empty() => name.clone(),
            id => id,
        };
        let dimension = draft.id("dimension", &own);
        draft.group(
            ["categories", "questions"],
            (dimension, &discipline, &name),
            category.list("questions"),
            |draft, dimension, asked| question(draft, &own, dimension, asked),
        );
    }
    if meta.get("intro").is_some() {
        draft
            .coverage
            .leave("what the page says around the questions");
    }
    let left = "reasons, signs to tell the levels apart, and steps, which the model does not have";
    draft.coverage.leave(left);
    (!draft.practices.is_empty()).then_some(draft)
}

/// What a file says of its licence; it may say nothing.
pub fn licence(model: &Tree, meta: &Tree) -> String {
    let fields = ["license", "licence"];
    let said = fields
        .iter()
        .flat_map(|field| [model.text(field), meta.text(field)]);
    let said = said.into_iter().find(|text| !text.is_empty());
    let said = said.map(|text| short(&text, 200));
    said.unwrap_or_else(|| {
        "not said in the file; look at its source before you pass it on".to_owned()
    })
}

/// The level of ours at which the options of a question stand: the lowest at 1 and the highest at 5.
fn places(count: usize) -> &'static [usize] {
    match count {
        2 => &[0, 4],
        3 => &[0, 2, 4],
        4 => &[0, 1, 2, 4],
        5 => &[0, 1, 2, 3, 4],
        _ => &[],
    }
}

fn question(draft: &mut Draft, category: &str, dimension: &str, asked: &Tree) -> Option<Practice> {
    let text = asked.text("text");
    let mut options: Vec<_> = asked.list("options").iter().collect();
    options.sort_by_key(|option| option.text("value").parse().unwrap_or(u32::MAX));
    let places = places(options.len());
    for _ in &options {
        draft
            .coverage
            .count("options", !text.is_empty() && !places.is_empty());
    }
    if text.is_empty() || places.is_empty() {
        draft
            .coverage
            .leave("questions without a text, or with fewer than 2 or more than 5 options");
        return None;
    }
    if options.len() < 5 {
        let left = format!(
            "questions with {} options: the highest is level 5, and the levels between are to be written",
            options.len()
        );
        draft.coverage.leave(left);
    }
    let mut levels: [Option<String>; 5] = Default::default();
    for (option, place) in options.iter().zip(places) {
        let both = [option.text("level"), option.text("description")];
        let both: Vec<_> = both.into_iter().filter(|text| !text.is_empty()).collect();
        levels[*place] = Some(both.join(": "));
    }
    let own = match asked.text("field_name") {
        name if name.is_empty() => format!("{category} {}", asked.text("id")),
        name => name,
    };
    Some(Practice {
        id: draft.id("practice", &own),
        dimension: dimension.to_owned(),
        title: short(&text, 48),
        question: draft.fitting(&text, 140),
        why: draft.unwritten("why it matters, in two or three sentences."),
        levels: draft.levels(levels),
        how_to_tell: draft.unwritten("what to look at to tell the levels apart."),
        steps: draft.steps([]),
        effort: ['M'; 4],
        sources: vec![(draft.source.title.clone(), draft.source.url.clone())],
    })
}
