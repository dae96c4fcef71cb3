//! A mapping as a short text, to be remembered, and back.

use crate::events::event::Outcome;
use crate::events::mapping::{Item, Mapping, Means, Quirk, Reads};
use crate::events::role::{Kind, Role};
use crate::events::times::TimeFormat;

/// How outcomes are written.
const OUTCOMES: [(Outcome, &str); 5] = [
    (Outcome::Succeeded, "succeeded"),
    (Outcome::Failed, "failed"),
    (Outcome::Cancelled, "cancelled"),
    (Outcome::Running, "running"),
    (Outcome::Unsaid, "unsaid"),
];

/// How formats of times are written.
const FORMATS: [&str; TimeFormat::ALL.len()] = [
    "iso",
    "named",
    "day-first",
    "month-first",
    "year-first",
    "seconds",
    "millis",
    "micros",
    "nanos",
    "eight",
    "serial",
    "week",
    "month",
    "quarter",
];

/// The word of a format.
fn word_of(format: TimeFormat) -> &'static str {
    let place = TimeFormat::ALL.iter().position(|own| *own == format);
    place.map_or("iso", |place| FORMATS[place])
}

/// Writes a mapping: one line for its kind and source, one for each column, value and quirk; tabs between
/// the parts of a line.
#[must_use]
pub fn write(mapping: &Mapping) -> String {
    let mut out = String::new();
    line(&mut out, &["kind", mapping.kind.id(), &mapping.source]);
    for column in &mapping.columns {
        let unit = match column.reads {
            Reads::After(unit) | Reads::Units(unit) => unit.to_string(),
            _ => String::new(),
        };
        let reads = match column.reads {
            Reads::Plain => "",
            Reads::After(_) => "after",
            Reads::Units(_) => "units",
            Reads::Times(format) => word_of(format),
        };
        let (names, is) = column
            .item
            .as_ref()
            .map_or(("", ""), |item| (&item.names, &item.is));
        let all = [
            "column",
            column.role.id(),
            &column.header,
            reads,
            &unit,
            names,
            is,
        ];
        let used = all.iter().rposition(|part| !part.is_empty()).unwrap_or(0);
        line(&mut out, &all[..=used]);
    }
    for value in &mapping.values {
        let means = match value.means {
            Means::Yes => "yes",
            Means::No => "no",
            Means::Outcome(outcome) => OUTCOMES
                .iter()
                .find(|(one, _)| *one == outcome)
                .map_or("unsaid", |(_, word)| word),
        };
        line(&mut out, &["value", value.role.id(), &value.text, means]);
    }
    for (quirk, word) in Quirk::ALL {
        if mapping.is(quirk) {
            line(&mut out, &["quirk", word]);
        }
    }
    out
}

/// Adds a line. A tab or a line's end within a part becomes `\t` and `\n`.
fn line(out: &mut String, parts: &[&str]) {
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            out.push('\t');
        }
        for letter in part.chars() {
            match letter {
                '\t' => out.push_str("\\t"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\\' => out.push_str("\\\\"),
                other => out.push(other),
            }
        }
    }
    out.push('\n');
}

/// Reads a mapping as it was written; `None` where the text is no mapping. Lines of a later version that are
/// not understood are left away.
#[must_use]
pub fn read(text: &str) -> Option<Mapping> {
    let mut mapping = None;
    for written in text.lines() {
        let parts: Vec<String> = written.split('\t').map(plain).collect();
        let part = |place: usize| parts.get(place).map_or("", String::as_str);
        if part(0) == "kind" {
            let mut new = Mapping::new(Kind::from_id(part(1))?);
            part(2).clone_into(&mut new.source);
            mapping = Some(new);
            continue;
        }
        add(mapping.as_mut()?, part(0), [1, 2, 3, 4, 5, 6].map(part));
    }
    mapping
}

/// Adds what a line says.
fn add(mapping: &mut Mapping, what: &str, [first, second, third, fourth, names, is]: [&str; 6]) {
    match what {
        "column" => {
            let unit = fourth.parse().unwrap_or(1);
            let reads = match third {
                "after" => Reads::After(unit),
                "units" => Reads::Units(unit),
                word => FORMATS
                    .iter()
                    .position(|own| *own == word)
                    .map_or(Reads::Plain, |place| Reads::Times(TimeFormat::ALL[place])),
            };
            if let Some(role) = Role::from_id(first) {
                mapping.add(role, second, reads);
            }
            if let Some(column) = mapping.columns.last_mut().filter(|_| !names.is_empty()) {
                let (names, is) = (names.to_owned(), is.to_owned());
                column.item = Some(Item { names, is });
            }
        }
        "value" => {
            let means = match third {
                "yes" => Some(Means::Yes),
                "no" => Some(Means::No),
                word => OUTCOMES
                    .iter()
                    .find(|(_, own)| *own == word)
                    .map(|(outcome, _)| Means::Outcome(*outcome)),
            };
            if let (Some(role), Some(means)) = (Role::from_id(first), means) {
                mapping.mean(role, second, means);
            }
        }
        _ => mapping.quirks.extend(
            Quirk::ALL
                .iter()
                .filter(|(_, word)| what == "quirk" && *word == first)
                .map(|(quirk, _)| *quirk),
        ),
    }
}

/// A part as it was.
fn plain(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    let mut letters = part.chars();
    while let Some(letter) = letters.next() {
        out.push(match letter {
            '\\' => match letters.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                Some(other) => other,
                None => break,
            },
            other => other,
        });
    }
    out
}
