//! All that there is to show, as JSON, with its sentences.

use super::about::candidates;
use super::dropped::{Dropped, Tabled};
use super::input::MEANINGS;
use super::parts::{object, texts, whole};
use super::state::Study;
use crate::events::extract::cells::judge;
use crate::events::guess::{Counted, needed};
use crate::events::mapping::Means;
use crate::events::reading::{NoReading, Wanted, Why};
use crate::events::role::Holds;
use crate::events::zone::Zone;
use crate::events::{Kind, Role};
use crate::formats::json::Json;
use crate::formats::table::{self, Encoding};
use crate::words::words;

impl Study {
    /// All that there is to show.
    pub(super) fn shown(&self) -> Json {
        let zone = &self.options.zone;
        let files = self.files.iter().map(|own| file(own, zone)).collect();
        let results = self.results.iter();
        let found = results
            .clone()
            .filter_map(|(_, result)| result.as_ref().ok());
        let missing = results.filter_map(|(id, result)| missing(id, result.as_ref().err()?));
        object([
            ("files", Json::List(files)),
            ("zone", Json::text(&self.options.zone.name)),
            ("period", Json::text(&self.wanted())),
            ("rules", super::chosen::chosen(&self.options)),
            ("weeks", self.weeks()),
            ("services", self.services()),
            (
                "readings",
                Json::List(found.map(|r| self.reading(r)).collect()),
            ),
            ("missing", Json::List(missing.collect())),
        ])
    }

    fn wanted(&self) -> String {
        match self.options.wanted {
            Wanted::Usual => "usual".to_owned(),
            Wanted::All => "0".to_owned(),
            Wanted::Weeks(weeks) => weeks.to_string(),
            Wanted::Days(first, last) => format!("{first} {last}"),
        }
    }

    /// A bar a week.
    fn weeks(&self) -> Json {
        let weeks = self.weeks.iter();
        let weeks = weeks.map(|week| {
            let (first, last) = (week.period.first(), week.period.last());
            object([
                ("from", Json::text(&first.to_string())),
                ("to", Json::text(&last.to_string())),
                ("text", Json::text(&words().days(first, last))),
                ("count", Json::whole(week.count)),
                ("partly", Json::Bool(week.is_partly)),
            ])
        });
        Json::List(weeks.collect())
    }

    /// The services to choose from, where there are several.
    fn services(&self) -> Json {
        let own = self.services.iter().filter_map(|(key, count)| {
            let events = self.events_of("deployment-frequency")?;
            let event = events.each_deployment().find(|d| d.service == Some(*key))?;
            let own = self.files.get(usize::from(event.at.file))?.table()?;
            let row = usize::try_from(event.at.row).ok()?;
            let name = own.cells(Role::Service, row).next()?;
            Some(object([
                ("name", Json::text(name)),
                ("count", Json::whole(*count)),
                ("chosen", Json::Bool(self.options.service == Some(*key))),
            ]))
        });
        Json::List(own.collect())
    }
}

fn missing(metric: &str, none: &NoReading) -> Option<Json> {
    if matches!(none.why, Why::NotFromEvents | Why::NoRows) {
        return None;
    }
    Some(object([
        ("metric", Json::text(metric)),
        ("why", Json::Text(words().none_because(none))),
    ]))
}

fn file(file: &Dropped, zone: &Zone) -> Json {
    let w = words();
    let problem = file.problem().map(Json::Text).unwrap_or_default();
    let Some(own) = file.table() else {
        return object([("name", Json::text(&file.name)), ("problem", problem)]);
    };
    let what = match &own.guess.source {
        Some(known) => known.source.name,
        None => w.kind_of_rows(own.mapping.kind),
    };
    let missed = own.missed.iter();
    let mut doubts: Vec<_> = missed
        .map(|(role, header)| {
            let now = own.mapping.of(*role).next();
            w.missed_column(*role, header, now.map(|now| now.header.as_str()))
        })
        .collect();
    doubts.extend(own.doubts.iter().map(|d| w.read_doubt(d)));
    doubts.extend(own.extracted.doubts.iter().map(|d| w.rows_doubt(d)));
    let by = own.guess.source.as_ref();
    let by = by.map(|known| Json::Text(w.recognised_by(&known.by)));
    let left = own.extracted.left_out.iter();
    let left = left.map(|l| {
        [
            &super::parts::counted(l.rows.len()),
            ": ",
            w.no_event(l.reason),
        ]
        .concat()
    });
    object([
        ("name", Json::text(&file.name)),
        ("problem", problem),
        ("what", Json::text(what)),
        ("kind", Json::text(own.mapping.kind.id())),
        ("rows", whole(own.table.rows())),
        ("span", Json::Text(own.span(zone))),
        ("days", own.days_question()),
        ("by", by.unwrap_or_default()),
        ("read", Json::Text(w.how_read(&own.found))),
        ("again", Json::Bool(own.is_as_last_time)),
        ("doubts", texts(doubts)),
        ("left", texts(left)),
        ("kinds", kinds()),
        ("headers", texts(own.table.headers().iter().cloned())),
        ("columns", Json::List(own.columns())),
        ("values", Json::List(own.values())),
        ("lists", own.lists()),
        ("delimiter", own.delimiters()),
        ("letters", own.letters()),
        ("header", own.headers()),
        ("quotes", own.quotes()),
        ("nested", own.nested()),
        ("fingerprint", Json::text(&own.fingerprint)),
        ("mapping", Json::Text(own.remembered())),
        ("abouts", own.abouts()),
    ])
}

fn kinds() -> Json {
    let each = Kind::ALL.map(|kind| {
        object([
            ("id", Json::text(kind.id())),
            ("text", Json::text(words().kind_of_rows(kind))),
        ])
    });
    Json::List(each.into())
}

impl Tabled {
    fn span(&self, zone: &Zone) -> String {
        let span = self.extracted.span;
        span.map_or_else(String::new, |(first, last)| {
            words().days(zone.day_of(first), zone.day_of(last))
        })
    }

    /// The cells of a row that have a role and are not empty.
    pub(super) fn cells(&self, role: Role, row: usize) -> impl Iterator<Item = &str> {
        let own = self.mapping.of(role);
        let columns = own.filter_map(|own| self.table.find(&own.header));
        columns
            .map(move |at| self.table.cell(row, at))
            .filter(|cell| !cell.trim().is_empty())
    }

    /// Each role that a column has, and those that one needs.
    fn columns(&self) -> Vec<Json> {
        let kind = self.mapping.kind;
        let is_needed = |role: &Role| {
            let groups = needed(kind).iter();
            let mut open = groups.filter(|group| !group.iter().any(|role| self.mapping.has(*role)));
            open.any(|group| group.first() == Some(role))
        };
        let roles = kind.roles().iter();
        roles
            .map(|role| self.column(*role, is_needed(role)))
            .collect()
    }

    fn column(&self, role: Role, is_needed: bool) -> Json {
        let w = words();
        let own = self.mapping.of(role).next();
        let why = own.and_then(|own| {
            let told = self
                .guess
                .why
                .iter()
                .find(|why| why.role == role && why.header == own.header)?;
            Some(Json::Text(w.why_column(told)))
        });
        let mut aloud = self.aloud.iter();
        let samples = aloud.find(|(own, _)| *own == role);
        let samples = samples.map_or(&[][..], |(_, samples)| samples);
        let is_unsure = is_needed || self.guess.unsure.contains(&role);
        object([
            ("role", Json::text(role.id())),
            ("label", Json::text(w.column_role(role))),
            (
                "header",
                own.map(|own| Json::text(&own.header)).unwrap_or_default(),
            ),
            ("why", why.unwrap_or_default()),
            ("samples", texts(samples.iter().cloned())),
            ("unsure", Json::Bool(is_unsure)),
        ])
    }

    /// What the rows can be about, where that is more than one thing.
    fn abouts(&self) -> Json {
        let all = candidates(self.mapping.kind);
        if all.len() < 2 {
            return Json::Null;
        }
        let each = all.iter().filter_map(|metrics| {
            Some(object([
                ("metric", Json::text(metrics.first()?)),
                ("chosen", Json::Bool(*metrics == self.metrics())),
            ]))
        });
        Json::List(each.collect())
    }

    /// The values of the roles that have few of them.
    fn values(&self) -> Vec<Json> {
        let mut roles: Vec<Role> = Vec::new();
        for value in &self.guess.values {
            if self.mapping.has(value.role) && !roles.contains(&value.role) {
                roles.push(value.role);
            }
        }
        let each = roles.into_iter().map(|role| {
            let own = self.guess.values.iter().filter(|value| value.role == role);
            let is_outcome = role.holds() == Holds::Outcomes;
            object([
                ("role", Json::text(role.id())),
                ("label", Json::text(words().which_values(role))),
                ("outcomes", if is_outcome { outcomes() } else { Json::Null }),
                (
                    "values",
                    Json::List(own.map(|value| self.value(value)).collect()),
                ),
            ])
        });
        each.collect()
    }

    fn value(&self, value: &Counted) -> Json {
        let means = self.mapping.meaning(value.role, &value.text);
        let means = means.or_else(|| judge(self.mapping.kind, value.role, &value.text));
        let means = means.unwrap_or(Means::No);
        let name = MEANINGS.iter().find(|(_, own)| *own == means);
        object([
            ("text", Json::text(&value.text)),
            ("rows", Json::whole(value.rows)),
            ("means", Json::text(name.map_or("no", |(name, _)| name))),
        ])
    }

    /// What can part the columns; nothing for JSON.
    fn delimiters(&self) -> Json {
        let table::Kind::Separated(found) = &self.found.kind else {
            return Json::Null;
        };
        let each = b",;\t|".iter().map(|sign| {
            object([
                ("id", Json::Text(char::from(*sign).to_string())),
                ("text", Json::text(words().delimiter(*sign))),
                ("chosen", Json::Bool(found.delimiter == Some(*sign))),
            ])
        });
        object([("options", Json::List(each.collect()))])
    }

    /// How letters can be written; nothing for JSON.
    fn letters(&self) -> Json {
        if !matches!(self.found.kind, table::Kind::Separated(_)) {
            return Json::Null;
        }
        let all = [
            ("utf-8", Encoding::Utf8),
            ("utf-16le", Encoding::Utf16Le),
            ("windows-1252", Encoding::Windows1252),
        ];
        let each = all.map(|(id, own)| {
            object([
                ("id", Json::text(id)),
                ("text", Json::text(words().encoding(own))),
                ("chosen", Json::Bool(self.found.encoding == own)),
            ])
        });
        object([("options", Json::List(each.into()))])
    }

    /// Other lists that the rows could be, where there are some.
    fn lists(&self) -> Json {
        let table::Kind::Json {
            rows_at, others, ..
        } = &self.found.kind
        else {
            return Json::Null;
        };
        if others.is_empty() {
            return Json::Null;
        }
        let one = |path: &str, is_chosen| {
            object([
                ("path", Json::text(path)),
                ("text", Json::Text(words().rows_at(path))),
                ("chosen", Json::Bool(is_chosen)),
            ])
        };
        let own = std::iter::once(one(rows_at, true));
        Json::List(
            own.chain(others.iter().map(|(path, _)| one(path, false)))
                .collect(),
        )
    }
}

fn outcomes() -> Json {
    let names = MEANINGS.iter().filter_map(|(name, means)| match means {
        Means::Outcome(outcome) => Some(object([
            ("id", Json::text(name)),
            ("text", Json::text(words().outcome(*outcome))),
        ])),
        _ => None,
    });
    Json::List(names.collect())
}
