//! A custom lens of the AWS Well-Architected Tool: pillars, questions, choices, and rules that tell the risk
//! of what was chosen.

use super::cncf::licence;
use super::draft::{Draft, Practice, kebab};
use super::tree::{Tree, short};
use crate::formats::questionnaire_toml::Credit;

/// What is made of it. `None` where nothing of it is there.
pub fn draft(documents: &[Tree]) -> Option<Draft> {
    let lens = documents.iter().find(|d| d.get("pillars").is_some())?;
    let name = match lens.text("name") {
        name if name.is_empty() => "A custom lens".to_owned(),
        name => short(&name, 48),
    };
    let mut draft = Draft::new(Credit {
        title: format!("a custom lens of the AWS Well-Architected Tool, “{name}”"),
        url: String::new(),
        licence: licence(lens, lens),
    });
    draft.id = match kebab(&name) {
        id if id.is_empty() => "custom-lens".to_owned(),
        id => format!("{id}-lens"),
    };
    let discipline = draft.id("discipline", &name);
    let goal = draft.or_to_write(&lens.text("description"), 160, "what the lens is for.");
    let title = short(&name, 40);
    draft.disciplines.push((discipline.clone(), title, goal));
    draft.title = name;
    for pillar in lens.list("pillars") {
        let name = match pillar.text("name") {
            name if name.is_empty() => pillar.text("id"),
            name => name,
        };
        let dimension = draft.id("dimension", &pillar.text("id"));
        draft.group(
            ["pillars", "questions"],
            (dimension, &discipline, &name),
            pillar.list("questions"),
            question,
        );
    }
    draft
        .coverage
        .leave("the work of each step, which the lens does not have: M everywhere");
    (!draft.practices.is_empty()).then_some(draft)
}

/// A question: where its rules see no risk is level 5, where they see the highest is level 1, and what lies
/// between is level 3.
fn question(draft: &mut Draft, dimension: &str, asked: &Tree) -> Option<Practice> {
    let title = asked.text("title");
    let choices = asked.list("choices");
    let rules = asked.list("riskRules");
    for choice in choices {
        let is_taken = !title.is_empty() && !choice.text("title").is_empty();
        draft.coverage.count("choices", is_taken);
    }
    if title.is_empty() || choices.iter().all(|c| c.text("title").is_empty()) {
        draft
            .coverage
            .leave("questions without a title or a choice");
        return None;
    }
    let levels = levels(draft, choices, rules);
    let mut sources = Vec::new();
    for (of, field) in [(asked, "helpfulResource")]
        .into_iter()
        .chain(choices.iter().map(|c| (c, "helpfulResource")))
    {
        if let Some(resource) = of.get(field) {
            draft.source(
                &mut sources,
                &resource.text("displayText"),
                &resource.text("url"),
            );
        }
    }
    let plans = choices
        .iter()
        .filter_map(|c| Some(c.get("improvementPlan")?.text("displayText")));
    let plans: Vec<_> = plans.filter(|plan| !plan.is_empty()).collect();
    if plans.len() > 4 {
        draft
            .coverage
            .leave("improvement plans beyond the first four of a question");
    }
    let named = choices
        .iter()
        .map(|c| c.text("title"))
        .filter(|t| !t.is_empty());
    let named: Vec<_> = named.collect();
    let tell = format!("Which of these are in place? {}", named.join("; "));
    Some(Practice {
        id: draft.id("practice", &asked.text("id")),
        dimension: dimension.to_owned(),
        title: short(&title, 48),
        question: draft.fitting(&title, 140),
        why: draft.or_to_write(&asked.text("description"), 420, "why it matters."),
        levels,
        how_to_tell: draft.fitting(&tell, 320),
        steps: draft.steps(plans),
        effort: ['M'; 4],
        sources,
    })
}

const RISKS: [&str; 3] = ["HIGH_RISK", "MEDIUM_RISK", "NO_RISK"];

/// What the rules say, in words.
fn levels(draft: &mut Draft, choices: &[Tree], rules: &[Tree]) -> [String; 5] {
    let of = |risk: &str| rules.iter().find(|rule| rule.text("risk") == risk);
    for rule in rules {
        let is_taken = RISKS.contains(&rule.text("risk").as_str());
        draft.coverage.count("rules of risk", is_taken);
    }
    let mut said: [Option<String>; 5] = Default::default();
    let all = || {
        let titles = choices
            .iter()
            .map(|c| c.text("title"))
            .filter(|t| !t.is_empty());
        titles.collect::<Vec<_>>().join("; ")
    };
    let worst = RISKS.iter().position(|risk| of(risk).is_some());
    for (n, place) in [0, 2, 4].into_iter().enumerate() {
        let Some(rule) = of(RISKS[n]) else { continue };
        // What is the worst that there is, is where everybody begins.
        let place = if worst == Some(n) && n < 2 { 0 } else { place };
        let condition = rule.text("condition");
        said[place] = Some(match condition.as_str() {
            "" | "default" => {
                "Neither what is named at a higher level nor at a lower one.".to_owned()
            }
            condition => in_words(condition, choices),
        });
    }
    let first = said[0].get_or_insert_default();
    if first.is_empty() || first.starts_with("Neither") {
        *first = "What the higher levels name is not in place.".to_owned();
    }
    if said[4]
        .as_deref()
        .is_none_or(|text| text.starts_with("Neither"))
    {
        said[4] = Some(format!("All of these are in place: {}", all()));
        draft.coverage.leave(
            "questions whose rules do not say when there is no risk: level 5 is all of its choices",
        );
    }
    draft.levels(said)
}

/// A condition with the titles of the choices that it names.
fn in_words(condition: &str, choices: &[Tree]) -> String {
    let mut out = String::new();
    let mut rest = condition;
    while let Some(c) = rest.chars().next() {
        let is_name = |c: char| !c.is_whitespace() && !"()!&|".contains(c);
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        if end > 0 {
            let name = &rest[..end];
            let found = choices.iter().find(|choice| choice.text("id") == name);
            let title = found.map(|choice| choice.text("title"));
            out += &format!("“{}”", title.unwrap_or_else(|| name.to_owned()));
            rest = &rest[end..];
            continue;
        }
        let (said, length) = match rest {
            _ if rest.starts_with("&&") => (" and ", 2),
            _ if rest.starts_with("||") => (" or ", 2),
            _ if c == '!' => ("not ", 1),
            _ if c == '(' => ("(", 1),
            _ if c == ')' => (")", 1),
            _ => ("", c.len_utf8()),
        };
        out += said;
        rest = &rest[length..];
    }
    out
}
