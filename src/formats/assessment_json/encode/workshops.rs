//! Workshops, ballots, and what came of practices. What is empty or usual is left out.

use super::fields::{Stamps, object};
use super::remembered::section;
use crate::formats::hex::hex;
use crate::formats::json::{Json, Object};
use crate::model::{Assessment, Cast, Counts, Keys, Outcome, Phase, Role, Settled, Step, Workshop};

/// Puts them into the body and their stamps beside it.
pub fn put(body: &mut Object, stamps: &mut Stamps, a: &Assessment) {
    let workshops = section(
        &a.workshops,
        "workshops/",
        stamps,
        ToString::to_string,
        |_, workshop| workshop_json(workshop),
    );
    let ballots = section(
        &a.ballots,
        "ballots/",
        stamps,
        ToString::to_string,
        |_, ballot| cast(ballot),
    );
    let outcomes = section(
        &a.outcomes,
        "outcomes/",
        stamps,
        ToString::to_string,
        |_, of| outcome(of),
    );
    let parts = [
        ("workshops", workshops),
        ("ballots", ballots),
        ("outcomes", outcomes),
    ];
    for (name, part) in parts {
        if !part.is_empty() {
            body.put(name.to_owned(), part.object());
        }
    }
}

/// Texts, numbers and switches of an object; what is empty, zero or off is left out.
fn usual_left_out(
    texts: &[(&str, &str)],
    numbers: &[(&str, u64)],
    switches: &[(&str, bool)],
) -> Object {
    let mut map = Object::default();
    for (name, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
        map.put((*name).to_owned(), Json::text(text));
    }
    for (name, number) in numbers.iter().filter(|(_, number)| *number > 0) {
        map.put((*name).to_owned(), Json::whole(*number));
    }
    for (name, _) in switches.iter().filter(|(_, is_on)| *is_on) {
        map.put((*name).to_owned(), Json::Bool(true));
    }
    map
}

/// A workshop by itself.
#[must_use]
pub fn workshop_json(w: &Workshop) -> Json {
    let phase = if w.phase == Phase::default() {
        ""
    } else {
        w.phase.id()
    };
    let at = w.at.as_ref().map_or("", |id| id.as_str());
    let mut map = usual_left_out(
        &[
            ("title", &w.title),
            ("began", &w.began),
            ("phase", phase),
            ("at", at),
        ],
        &[
            ("tag", w.tag.into()),
            ("minutes", w.minutes.into()),
            ("each", w.each.into()),
            ("people", w.people.into()),
            ("until", w.until.unwrap_or_default()),
            ("ends", w.ends.unwrap_or_default()),
            ("paused", w.paused.unwrap_or_default()),
            ("revealed", w.revealed.map_or(0, |(at, _)| at)),
            ("with", w.revealed.map_or(0, |(_, with)| with.into())),
            ("expected", w.expected.into()),
            ("least", w.least.into()),
        ],
        &[
            ("asksRole", w.asks_role),
            ("asksName", w.asks_name),
            ("secret", w.is_secret),
        ],
    );
    let list = |texts: &mut dyn Iterator<Item = &str>| Json::List(texts.map(Json::text).collect());
    let practices = list(&mut w.practices.iter().map(|id| id.as_str()));
    map.put("practices".to_owned(), practices);
    for (name, ids) in [("added", &w.added), ("dropped", &w.dropped)] {
        if !ids.is_empty() {
            let ids = list(&mut ids.iter().map(|id| id.as_str()));
            map.put(name.to_owned(), ids);
        }
    }
    if !w.names.is_empty() {
        let names = list(&mut w.names.iter().map(String::as_str));
        map.put("names".to_owned(), names);
    }
    if let Some(Keys { public, secret }) = &w.keys {
        let both = hex(public.iter().chain(secret));
        map.put("keys".to_owned(), Json::Text(both));
    }
    Json::Object(map)
}

fn cast(cast: &Cast) -> Json {
    let texts = [("code", cast.code.as_str()), ("name", &cast.name)];
    let mut map = usual_left_out(&texts, &[], &[]);
    if !cast.comments.is_empty() {
        let mut comments = Object::default();
        for (practice, comment) in &cast.comments {
            comments.put(practice.to_string(), Json::text(comment));
        }
        map.put("comments".to_owned(), Json::Object(comments));
    }
    Json::Object(map)
}

fn outcome(outcome: &Outcome) -> Json {
    let settled = if outcome.settled == Settled::default() {
        ""
    } else {
        outcome.settled.id()
    };
    let Counts {
        levels,
        between,
        dont_know,
        not_applicable,
        gap,
    } = &outcome.counts;
    let mut map = usual_left_out(
        &[("dissent", outcome.dissent.as_str()), ("settled", settled)],
        &[
            ("dontKnow", (*dont_know).into()),
            ("notApplicable", (*not_applicable).into()),
        ],
        &[],
    );
    let lists = [
        ("levels", levels.as_slice()),
        ("between", between),
        ("first", &outcome.first),
    ];
    for (name, all) in lists {
        if all.iter().any(|n| *n > 0) {
            let all = all.iter().map(|n| Json::whole(*n)).collect();
            map.put(name.to_owned(), Json::List(all));
        }
    }
    if !outcome.comments.is_empty() {
        let all = outcome.comments.iter().map(|comment| Json::text(comment));
        map.put("comments".to_owned(), Json::List(all.collect()));
    }
    if let Some(gap) = gap {
        let end = |(role, step): &(Role, Step)| {
            let mut end = object(vec![
                ("role", Json::text(role.id())),
                ("level", Json::whole(step.level().number())),
            ]);
            // Versions before 2026-12 know whole levels, and pass over this.
            if step.is_half() {
                end.put("half".to_owned(), Json::Bool(true));
            }
            Json::Object(end)
        };
        map.put("gap".to_owned(), Json::List(gap.iter().map(end).collect()));
    }
    Json::Object(map)
}
