//! What an editor says of each table and field while somebody writes.

use serde_json::{Value, json};

pub(super) const ADD: &str = "What there is beside what is extended.";
pub(super) const CHANGE: &str =
    "What is extended, said otherwise: an id, and the fields that take the place of its own.";

/// What a table of entries is for.
pub(super) fn table(name: &str) -> &'static str {
    find(TABLES, name).unwrap_or_default()
}

/// What another table of the document is for.
pub(super) fn document(name: &str) -> Option<&'static str> {
    find(DOCUMENT, name)
}

/// What a field is for, by its table and name.
pub(super) fn field(path: &str) -> Option<&'static str> {
    find(FIELDS, path)
}

/// The schema of what is read in more than one way, and an example of it.
pub(super) fn by_hand(field: &str) -> Option<(Value, Value)> {
    let size = json!({ "enum": ["S", "M", "L"] });
    let level = json!({ "type": "integer", "minimum": 1, "maximum": 5 });
    let bounded = |of: &str, bound: Value| {
        json!({
            "type": "object",
            "properties": { of: { "type": "string" }, "at_least": bound, "at_most": bound },
            "required": [of],
            "additionalProperties": false,
        })
    };
    match field {
        "effort" => {
            let four = json!({ "type": "array", "items": size, "minItems": 4, "maxItems": 4 });
            Some((json!({ "anyOf": [size, four] }), json!("S")))
        }
        "when" => {
            let both = json!({ "anyOf": [bounded("practice", level), bounded("metric", json!({ "type": "number" }))] });
            Some((both, json!({ "practice": "a", "at_least": 1 })))
        }
        _ => None,
    }
}

fn find(list: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    let found = list.iter().find(|(own, _)| *own == name);
    found.map(|(_, about)| *about)
}

const TABLES: &[(&str, &str)] = &[
    ("discipline", "What the overall score is made of."),
    ("dimension", "An area within a discipline."),
    (
        "practice",
        "One thing a team does, described at five levels.",
    ),
    (
        "metric",
        "A measured number, with bands that map it to levels.",
    ),
    ("term", "A word that is explained the first time it is met."),
    (
        "rule",
        "Answers and measurements that do not fit together, and what to ask then.",
    ),
    (
        "balance",
        "What follows when one discipline runs ahead of another.",
    ),
];

const DOCUMENT: &[(&str, &str)] = &[
    ("questionnaire", "What the document says of itself."),
    ("brand", "Whose it is."),
    ("source", "From whose model it was made."),
    ("drop", "Ids of what is extended that are left out."),
    ("keep", "What alone is asked of what is extended."),
    (
        "published",
        "Figures that others published about the metrics.",
    ),
];

const FIELDS: &[(&str, &str)] = &[
    (
        "questionnaire.id",
        "Small letters, digits and hyphens. It is never changed.",
    ),
    (
        "questionnaire.version",
        "Three numbers, such as 1.0.0. Raise it with each change.",
    ),
    ("questionnaire.title", "Its name on the screen."),
    (
        "questionnaire.language",
        "The language of its words, such as en.",
    ),
    (
        "questionnaire.extends",
        "What it extends, such as plumbline@2. Left out where it is whole.",
    ),
    (
        "questionnaire.order",
        "Ids of practices that come first in their dimension, if that is another order.",
    ),
    (
        "questionnaire.quick",
        "Ids of the practices that the quick check asks, if that is another choice.",
    ),
    (
        "brand.name",
        "Whose it is: the name on the screen, in reports, and of the mark.",
    ),
    (
        "brand.accent",
        "The colour of what one can do on light ground, such as #0f5c6e.",
    ),
    (
        "brand.accent_dark",
        "The same on dark ground. Left out, the nearest that can be read there is found.",
    ),
    ("brand.mark", "An SVG, or a PNG as base64."),
    ("source.title", "What it is called, and whose it is."),
    ("source.url", "Where it is published."),
    (
        "source.licence",
        "Under which terms its words may be passed on.",
    ),
    ("keep.practice", "Ids of practices: everything else goes."),
    (
        "discipline.id",
        "Small letters, digits and hyphens. It is never changed.",
    ),
    ("discipline.title", "Its name on the screen."),
    ("discipline.goal", "What it is for, in one sentence."),
    (
        "discipline.weight",
        "Its weight in the overall score: 1 if left out.",
    ),
    (
        "dimension.id",
        "Small letters, digits and hyphens. It is never changed.",
    ),
    (
        "dimension.discipline",
        "The id of the discipline that it is an area of.",
    ),
    ("dimension.title", "Its name on the screen."),
    ("dimension.covers", "Of the built-in questionnaire alone."),
    (
        "dimension.weight",
        "Its weight in its discipline: 1 if left out.",
    ),
    (
        "practice.id",
        "Small letters, digits and hyphens. It is never changed, and never used for something else.",
    ),
    (
        "practice.dimension",
        "The id of the dimension that it belongs to.",
    ),
    ("practice.title", "Its name on the screen, in a few words."),
    (
        "practice.question",
        "One plain sentence that a team can answer.",
    ),
    ("practice.why", "Why it matters, in two or three sentences."),
    (
        "practice.levels",
        "What one would see at levels 1 to 5. Each says more than the one before.",
    ),
    (
        "practice.how_to_tell",
        "What to look at to tell the levels apart.",
    ),
    (
        "practice.steps",
        "A first step from 1 to 2, from 2 to 3, from 3 to 4, and from 4 to 5.",
    ),
    (
        "practice.effort",
        "The work of each step up: S are days, M weeks, L months. One letter stands for all four.",
    ),
    (
        "practice.stakes",
        "What it costs while it stands at 1: 1 time or money, 2 users or people are hurt, 3 it may end the business.",
    ),
    (
        "practice.answered_by",
        "Who can answer it: anyone, user (of a platform) or provider.",
    ),
    (
        "practice.contexts",
        "How to answer it where the work is of another kind.",
    ),
    ("practice.quick", "Whether the quick check asks it."),
    (
        "practice.key",
        "Whether others stand on it: it may hold down the level reached.",
    ),
    (
        "practice.weight",
        "Its weight in its dimension: 1 if left out.",
    ),
    (
        "practice.since",
        "The version with which it came. Empty for the first.",
    ),
    (
        "practice.changed",
        "The version that last changed what is meant by it.",
    ),
    (
        "practice.requires",
        "Ids of practices that should stand first.",
    ),
    ("practice.covers", "Of the built-in questionnaire alone."),
    ("practice.terms", "Ids of terms that it uses."),
    ("practice.sources", "Where to read more."),
    (
        "metric.id",
        "Small letters, digits and hyphens. It is never changed.",
    ),
    (
        "metric.discipline",
        "The id of the discipline whose outcome it shows.",
    ),
    ("metric.title", "Its name on the screen."),
    ("metric.question", "The question in plain words."),
    ("metric.how", "How to measure it."),
    (
        "metric.unit",
        "The unit behind the number, such as h, % or per week.",
    ),
    (
        "metric.range",
        "The lowest and the highest value that is accepted.",
    ),
    (
        "metric.changed",
        "The version that last changed what is measured.",
    ),
    ("metric.better", "Which way it improves."),
    (
        "metric.scale",
        "How a position within a band is drawn: evenly, or by the logarithm.",
    ),
    (
        "metric.cuts",
        "Where level 2, 3, 4 and 5 begin, from worst to best.",
    ),
    (
        "metric.judgement",
        "Whether at least one cut is judgement rather than published.",
    ),
    (
        "metric.basis",
        "What is published and what is judgement, in words.",
    ),
    (
        "metric.calculator",
        "The two counts that it follows from, where it does.",
    ),
    ("metric.sources", "Where to read more."),
    ("term.id", "Small letters, digits and hyphens."),
    ("term.title", "The word."),
    ("term.text", "What it means."),
    ("rule.id", "Small letters, digits and hyphens."),
    (
        "rule.when",
        "Two conditions or more that do not fit together.",
    ),
    ("rule.question", "What a team should ask itself then."),
    ("balance.id", "Small letters, digits and hyphens."),
    ("balance.ahead", "The id of the discipline that runs ahead."),
    ("balance.behind", "The id of the one that it stands on."),
    ("balance.text", "What follows, in a sentence."),
];
