//! Workshops, ballots, and what came of practices.

use super::parts::text_of;
use super::reader::{Reader, level};
use crate::formats::json::{Json, Object};
use crate::model::assessment::Fields;
use crate::model::{
    Assessment, Cast, Keys, Outcome, Phase, PracticeId, Role, Settled, Shape, Step, Workshop,
};

impl Reader {
    pub fn workshops(&mut self, a: &mut Assessment, body: &mut Object) {
        self.each(
            &mut a.workshops,
            body,
            "workshops",
            Shape::Workshop,
            workshop,
        );
        self.each(&mut a.ballots, body, "ballots", Shape::Ballot, cast);
        self.each(&mut a.outcomes, body, "outcomes", Shape::Outcome, outcome);
    }

    /// Reads the fields of one kind. What is left of each is kept as it came.
    fn each<K: Ord + TryFrom<String>, T>(
        &mut self,
        fields: &mut Fields<K, T>,
        body: &mut Object,
        part: &str,
        shape: Shape,
        read: fn(&mut Object) -> Option<T>,
    ) {
        for (id, value) in self.object(part, body.remove(part)) {
            let path = format!("{part}/{id}");
            let mut map = self.object(&path, Some(value));
            let value = match read(&mut map) {
                None => self.refuse(&path, shape),
                value => value,
            };
            self.keep(&["body", part, &id], map);
            self.put(fields, &path, &id, value);
        }
    }
}

/// A whole number, 0 where there is none; `None` for what is none.
fn whole(map: &mut Object, name: &str) -> Option<u64> {
    map.remove(name).map_or(Some(0), |number| number.as_u64())
}

fn small(map: &mut Object, name: &str) -> Option<u32> {
    u32::try_from(whole(map, name)?).ok()
}

fn switch(map: &mut Object, name: &str) -> Option<bool> {
    match map.remove(name) {
        None => Some(false),
        Some(Json::Bool(is_on)) => Some(is_on),
        Some(_) => None,
    }
}

/// A list of texts, empty where there is none.
fn texts(map: &mut Object, name: &str) -> Option<Vec<String>> {
    let Some(list) = map.remove(name) else {
        return Some(Vec::new());
    };
    let Json::List(list) = list else { return None };
    let texts = list.iter().map(|item| item.as_str().map(str::to_owned));
    texts.collect()
}

/// One of several by its name; the usual one where nothing is said.
fn one_of<T: Copy + Default>(
    map: &mut Object,
    name: &str,
    all: &[T],
    id: fn(T) -> &'static str,
) -> Option<T> {
    match text_of(map, name)?.as_str() {
        "" => Some(T::default()),
        text => all.iter().copied().find(|one| id(*one) == text),
    }
}

/// A workshop by itself, as [`workshop_json`](super::super::workshop_json) writes it. `None` for anything
/// else.
#[must_use]
pub fn read_workshop(value: Json) -> Option<Workshop> {
    match value {
        Json::Object(mut map) => workshop(&mut map),
        _ => None,
    }
}

fn workshop(map: &mut Object) -> Option<Workshop> {
    let mut w = Workshop::default();
    fill(map, &mut w)?;
    Some(w)
}

/// Field by field into one that is there already: what is half made would have to be taken apart again
/// at each of them, in the file that everybody waits for.
fn fill(map: &mut Object, w: &mut Workshop) -> Option<()> {
    for (name, to) in [("began", &mut w.began), ("title", &mut w.title)] {
        *to = text_of(map, name)?;
    }
    for (name, to) in [
        ("tag", &mut w.tag),
        ("minutes", &mut w.minutes),
        ("each", &mut w.each),
        ("expected", &mut w.expected),
        ("least", &mut w.least),
        ("people", &mut w.people),
    ] {
        *to = small(map, name)?;
    }
    for (name, to) in [
        ("practices", &mut w.practices),
        ("added", &mut w.added),
        ("dropped", &mut w.dropped),
    ] {
        *to = practices(map, name)?;
    }
    for (name, to) in [
        ("asksRole", &mut w.asks_role),
        ("asksName", &mut w.asks_name),
        ("secret", &mut w.is_secret),
    ] {
        *to = switch(map, name)?;
    }
    for (name, to) in [
        ("until", &mut w.until),
        ("ends", &mut w.ends),
        ("paused", &mut w.paused),
    ] {
        *to = Some(whole(map, name)?).filter(|t| *t > 0);
    }
    w.phase = one_of(map, "phase", &Phase::ALL, Phase::id)?;
    let at = text_of(map, "at")?;
    if !at.is_empty() {
        w.at = Some(PracticeId::parse(&at).ok()?);
    }
    w.revealed = revealed(map)?;
    w.names = texts(map, "names")?;
    w.keys = keys(&text_of(map, "keys")?)?;
    Some(())
}

fn practices(map: &mut Object, name: &str) -> Option<Vec<PracticeId>> {
    let ids = texts(map, name)?;
    ids.iter().map(|id| PracticeId::parse(id).ok()).collect()
}

/// A pair of keys, the public one first, as hexadecimal digits; none where nothing is written.
fn keys(text: &str) -> Option<Option<Keys>> {
    if text.is_empty() {
        return Some(None);
    }
    let mut both = [[0; 32]; 2];
    let mut digits = text.chars().map(|c| c.to_digit(16));
    for byte in both.as_flattened_mut() {
        let (high, low) = (digits.next()??, digits.next()??);
        *byte = u8::try_from(high * 16 + low).ok()?;
    }
    let [public, secret] = both;
    let is_all = digits.next().is_none();
    is_all.then_some(Some(Keys { public, secret }))
}

fn revealed(map: &mut Object) -> Option<Option<(u64, u32)>> {
    let (at, with) = (whole(map, "revealed")?, small(map, "with")?);
    Some((at > 0).then_some((at, with)))
}

fn cast(map: &mut Object) -> Option<Cast> {
    Some(Cast {
        code: text_of(map, "code")?,
        name: text_of(map, "name")?,
        comments: comments(map)?,
    })
}

/// The sentences of a ballot, by practice.
fn comments(map: &mut Object) -> Option<Vec<(PracticeId, String)>> {
    match map.remove("comments") {
        None => Some(Vec::new()),
        Some(Json::Object(all)) => {
            let one = |(id, text): (String, Json)| {
                Some((PracticeId::parse(&id).ok()?, text.as_str()?.to_owned()))
            };
            all.into_iter().map(one).collect()
        }
        Some(_) => None,
    }
}

fn outcome(map: &mut Object) -> Option<Outcome> {
    let mut outcome = Outcome {
        dissent: text_of(map, "dissent")?,
        comments: texts(map, "comments")?,
        settled: one_of(map, "settled", &Settled::ALL, Settled::id)?,
        ..Outcome::default()
    };
    let counts = &mut outcome.counts;
    numbers(map, "levels", &mut counts.levels)?;
    numbers(map, "between", &mut counts.between)?;
    numbers(map, "first", &mut outcome.first)?;
    counts.dont_know = small(map, "dontKnow")?;
    counts.not_applicable = small(map, "notApplicable")?;
    counts.gap = match map.remove("gap") {
        None => None,
        Some(Json::List(ends)) => {
            let ends: Option<Vec<_>> = ends.into_iter().map(end).collect();
            Some(ends?.try_into().ok()?)
        }
        Some(_) => return None,
    };
    Some(outcome)
}

/// Reads whole numbers into a row of 0; nothing of it where there are none.
fn numbers(map: &mut Object, name: &str, row: &mut [u32]) -> Option<()> {
    match map.remove(name) {
        None => Some(()),
        Some(Json::List(list)) if list.len() == row.len() => {
            for (to, n) in row.iter_mut().zip(list) {
                *to = n.as_u64()?.try_into().ok()?;
            }
            Some(())
        }
        Some(_) => None,
    }
}

fn end(value: Json) -> Option<(Role, Step)> {
    let Json::Object(mut map) = value else {
        return None;
    };
    let role = text_of(&mut map, "role")?;
    let role = Role::ALL.into_iter().find(|r| r.id() == role)?;
    let level = Step::from(level(&map.remove("level")?)?);
    let half = switch(&mut map, "half")?;
    Some((role, Step::at(level.halves() + u8::from(half))?))
}
