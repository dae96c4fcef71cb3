//! What a study is told.

use super::aloud::WAYS;
use crate::events::mapping::Means;
use crate::events::reading::Wanted;
use crate::events::times::TimeFormat;
use crate::events::{Kind, Millis, Outcome, Role, Zone};
use crate::formats::json::{Json, Object};
use crate::formats::table::{Arrived, Choices, Encoding, Header};
use crate::model::{Day, Sorted};

/// What a study is told.
#[derive(Debug, Clone)]
pub enum Input {
    /// What it needs to know before all else.
    Begin {
        /// The present moment.
        now: Millis,
        /// The zone of days and weeks.
        zone: Zone,
        /// Mappings of earlier files, by the fingerprints of their columns.
        remembered: Sorted<String, String>,
        /// The metrics' units, by their ids.
        units: Sorted<String, String>,
    },
    /// Days and weeks are those of this zone.
    Zone(Zone),
    /// A file.
    Add {
        /// Its name.
        name: String,
        /// How it is read.
        choices: Choices,
        /// In place of which file, where it is read once more.
        place: Option<usize>,
        /// What is in it.
        file: Arrived,
        /// The number by which it comes once more; 0 where it does not.
        again: u32,
    },
    /// A file goes.
    Remove(usize),
    /// Which days count.
    Period(Wanted),
    /// One service alone, or all.
    Service(Option<String>),
    /// Another choice, by its name.
    Choose {
        /// Its name.
        name: String,
        /// What was chosen.
        value: Json,
    },
    /// The rows of a file are something else.
    Kind(usize, Kind),
    /// The rows of a file are about this metric.
    About(usize, String),
    /// In a file, days in numbers are read in this way, where both are possible.
    Days(usize, TimeFormat),
    /// A column has a role.
    Column {
        /// Of which file.
        file: usize,
        /// Which role.
        role: Role,
        /// The column; `None`: no column has it.
        header: Option<String>,
    },
    /// A value means something.
    Value {
        /// Of which file.
        file: usize,
        /// In columns of which role.
        role: Role,
        /// The value.
        text: String,
        /// What it means.
        means: Means,
    },
    /// How a metric would be over other times and by other definitions.
    More(String),
    /// Rows behind a number.
    Rows {
        /// Of which metric.
        metric: String,
        /// Which: `counted`, `all`, or the number of a reason.
        which: String,
        /// From which on.
        from: usize,
    },
    /// Rows behind a number, as CSV.
    Csv {
        /// Of which metric.
        metric: String,
        /// From which on.
        from: usize,
    },
}

impl Input {
    /// Reads a message. `None` where it is none.
    #[inline(never)]
    pub(super) fn of(json: Json, arrived: Arrived) -> Option<Self> {
        let Json::Object(mut map) = json else {
            return None;
        };
        let what = text(&mut map, "do")?;
        Some(match what.as_str() {
            "begin" => Self::Begin {
                now: millis(&map.remove("now")?)?,
                zone: zone(&mut map),
                remembered: named(map.remove("remembered")),
                units: named(map.remove("units")),
            },
            "zone" => Self::Zone(zone(&mut map)),
            "add" => Self::Add {
                name: text(&mut map, "name")?,
                choices: choices(map.remove("choices")),
                place: map.remove("place").as_ref().and_then(index),
                file: arrived,
                again: again(map.remove("again")),
            },
            "remove" => Self::Remove(file(&mut map)?),
            "period" => Self::Period(period(&mut map)),
            "service" => Self::Service(text(&mut map, "service").filter(|s| !s.is_empty())),
            "choose" => Self::Choose {
                name: text(&mut map, "name")?,
                value: map.remove("value").unwrap_or_default(),
            },
            "kind" => Self::Kind(file(&mut map)?, Kind::from_id(&text(&mut map, "kind")?)?),
            "days" => Self::Days(file(&mut map)?, way(&text(&mut map, "format")?)?),
            "about" => Self::About(file(&mut map)?, text(&mut map, "metric")?),
            "column" => Self::Column {
                file: file(&mut map)?,
                role: Role::from_id(&text(&mut map, "role")?)?,
                header: text(&mut map, "header").filter(|h| !h.is_empty()),
            },
            "value" => Self::Value {
                file: file(&mut map)?,
                role: Role::from_id(&text(&mut map, "role")?)?,
                text: text(&mut map, "text")?,
                means: means(&text(&mut map, "means")?)?,
            },
            "more" => Self::More(text(&mut map, "metric")?),
            "rows" => Self::Rows {
                metric: text(&mut map, "metric")?,
                which: text(&mut map, "which")?,
                from: map.remove("from").as_ref().and_then(index).unwrap_or(0),
            },
            "csv" => Self::Csv {
                metric: text(&mut map, "metric")?,
                from: map.remove("from").as_ref().and_then(index).unwrap_or(0),
            },
            _ => return None,
        })
    }
}

/// What a value can mean, by its name.
pub(super) const MEANINGS: [(&str, Means); 7] = [
    ("yes", Means::Yes),
    ("no", Means::No),
    ("succeeded", Means::Outcome(Outcome::Succeeded)),
    ("failed", Means::Outcome(Outcome::Failed)),
    ("cancelled", Means::Outcome(Outcome::Cancelled)),
    ("running", Means::Outcome(Outcome::Running)),
    ("unsaid", Means::Outcome(Outcome::Unsaid)),
];

fn means(name: &str) -> Option<Means> {
    let found = MEANINGS.iter().find(|(own, _)| *own == name);
    found.map(|(_, means)| *means)
}

fn way(name: &str) -> Option<TimeFormat> {
    let found = WAYS.iter().find(|(own, _)| *own == name);
    found.map(|(_, format)| *format)
}

fn text(map: &mut Object, name: &str) -> Option<String> {
    match map.remove(name) {
        Some(Json::Text(text)) => Some(text),
        _ => None,
    }
}

fn again(json: Option<Json>) -> u32 {
    let number = json.and_then(|json| json.as_u64());
    number.and_then(|n| u32::try_from(n).ok()).unwrap_or(0)
}

fn index(json: &Json) -> Option<usize> {
    usize::try_from(json.as_u64()?).ok()
}

fn file(map: &mut Object) -> Option<usize> {
    index(&map.remove("file")?)
}

fn millis(json: &Json) -> Option<Millis> {
    let number = json.as_f64().filter(|n| n.abs() < 9e15)?;
    #[expect(clippy::cast_possible_truncation, reason = "in that range")]
    Some(number as Millis)
}

/// A zone by its name and `[[from, seconds], …]`.
fn zone(map: &mut Object) -> Zone {
    let name = text(map, "zone").unwrap_or_else(|| "UTC".to_owned());
    let Some(Json::List(steps)) = map.remove("steps") else {
        return Zone::utc();
    };
    let steps = steps.iter().filter_map(|step| match step {
        Json::List(pair) => {
            let offset = i32::try_from(millis(pair.get(1)?)?).ok()?;
            Some((millis(pair.first()?)?, offset))
        }
        _ => None,
    });
    Zone::new(name, steps.collect())
}

/// Texts by their names.
fn named(json: Option<Json>) -> Sorted<String, String> {
    let mut known = Sorted::default();
    if let Some(Json::Object(map)) = json {
        for (name, value) in map {
            if let Json::Text(text) = value {
                known.put(name, text);
            }
        }
    }
    known
}

fn choices(json: Option<Json>) -> Choices {
    let Some(Json::Object(mut map)) = json else {
        return Choices::default();
    };
    let encoding = text(&mut map, "encoding");
    let encoding = encoding.and_then(|e| match e.as_str() {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16le" => Some(Encoding::Utf16Le),
        "utf-16be" => Some(Encoding::Utf16Be),
        "windows-1252" => Some(Encoding::Windows1252),
        _ => None,
    });
    let delimiter = text(&mut map, "delimiter");
    let header = map.remove("header");
    Choices {
        encoding,
        delimiter: delimiter.map(|d| d.bytes().next().filter(u8::is_ascii)),
        quotes: match map.remove("quotes") {
            Some(Json::Bool(quotes)) => Some(quotes),
            _ => None,
        },
        header: match header {
            Some(Json::Text(_)) => Some(Header::Nowhere),
            Some(at) => index(&at).map(Header::Record),
            None => None,
        },
        rows_at: text(&mut map, "rowsAt"),
        unfold: match map.remove("unfold") {
            Some(Json::List(names)) => {
                let names = names.iter().filter_map(Json::as_str);
                names.map(str::to_owned).collect()
            }
            _ => Vec::new(),
        },
    }
}

fn period(map: &mut Object) -> Wanted {
    let mut day = |name| Day::parse(&text(map, name)?);
    if let (Some(first), Some(last)) = (day("from"), day("to")) {
        return Wanted::Days(first, last);
    }
    match map.remove("weeks").as_ref().and_then(Json::as_u64) {
        Some(0) => Wanted::All,
        Some(weeks) => u32::try_from(weeks).map_or(Wanted::All, Wanted::Weeks),
        None => Wanted::Usual,
    }
}
