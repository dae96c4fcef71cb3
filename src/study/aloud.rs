//! What a file's cells were read as, aloud, so that a wrong month or a wrong unit is seen; and the question
//! that is asked where days can be read in two ways.

use super::dropped::Tabled;
use super::parts::object;
use crate::events::Role;
use crate::events::extract::cells::Cells;
use crate::events::guess::{By, Why};
use crate::events::mapping::Reads;
use crate::events::role::Holds;
use crate::events::times::{Found, TimeFormat};
use crate::events::zone::{Millis, Zone};
use crate::formats::json::Json;
use crate::model::text::cut;
use crate::words::words;

/// So many values of a column are read aloud.
const SAMPLES: usize = 3;
/// They are among so many rows.
const LOOKED_AT: usize = 1000;
/// So many letters of a value are shown.
const LETTERS: usize = 60;

/// The two ways in which a day in numbers can be read, with their names.
pub(super) const WAYS: [(&str, TimeFormat); 2] = [
    ("day-first", TimeFormat::DayFirst),
    ("month-first", TimeFormat::MonthFirst),
];

impl Tabled {
    /// Reads some values of each role aloud.
    pub(super) fn read_aloud(&mut self, zone: &Zone) {
        let mut cells = Cells::new(&self.table, &self.mapping, zone);
        let mut aloud: Vec<(Role, Vec<String>)> = Vec::new();
        for role in self.mapping.kind.roles() {
            let mut samples: Vec<&str> = Vec::new();
            let mut texts = Vec::new();
            for row in 0..self.table.rows().min(LOOKED_AT) {
                if samples.len() == SAMPLES {
                    break;
                }
                let cell = cells.text(row, *role);
                if cell.trim().is_empty() || samples.contains(&cell) {
                    continue;
                }
                samples.push(cell);
                let means = match role.holds() {
                    Holds::Times => cells.time(row, *role).map(|at| moment(zone, at)),
                    Holds::Spans => cells.span(row, *role).map(|ms| words().took(ms)),
                    _ => None,
                };
                texts.push(words().read_as(cut(cell, LETTERS), means.as_deref()));
            }
            aloud.push((*role, texts));
        }
        self.aloud = aloud;
    }

    /// Gives a role to a column, or to none, because somebody said so.
    pub(super) fn set(&mut self, role: Role, header: Option<&str>) {
        self.mapping.set(role, header);
        self.guess.why.retain(|why| why.role != role);
        let found = header.filter(|_| role.holds() == Holds::Times);
        let found = found.and_then(|header| self.found(header));
        let (Some(found), Some(column)) = (found, self.mapping.columns.last_mut()) else {
            return;
        };
        column.reads = Reads::Times(found.format);
        let fits = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.guess.why.push(Why {
            role,
            header: column.header.clone(),
            by: By::Choice,
            fits: fits(found.tally.read),
            of: fits(found.tally.read + found.tally.missed),
            found: Some(found),
        });
    }

    /// How a column's times are written.
    fn found(&self, header: &str) -> Option<Found> {
        self.guess.times.get(self.table.find(header)?)?.clone()
    }

    /// The columns whose days can be read in two ways, with how they are read now.
    fn open_columns(&self) -> impl Iterator<Item = (usize, TimeFormat)> {
        self.guess.why.iter().filter_map(|why| {
            let found = why.found.as_ref().filter(|found| found.is_ambiguous())?;
            let mut columns = self.mapping.columns.iter();
            let own = columns.position(|c| c.role == why.role && c.header == why.header)?;
            match self.mapping.columns[own].reads {
                Reads::Times(format) => Some((own, format)),
                Reads::Plain => Some((own, found.format)),
                Reads::After(_) | Reads::Units(_) => None,
            }
        })
    }

    /// Reads days in one of the two ways, in all columns in which that is open.
    pub(super) fn read_days(&mut self, format: TimeFormat) {
        let open: Vec<_> = self.open_columns().map(|(at, _)| at).collect();
        for at in open {
            self.mapping.columns[at].reads = Reads::Times(format);
        }
        self.are_days_said = true;
    }

    /// Whether the question which way days are read is still to be answered.
    pub(super) fn awaits_days(&self) -> bool {
        !self.are_days_said && self.days_question() != Json::Null
    }

    /// The question which way days are read, with a value of the file in both; nothing where there is only one.
    pub(super) fn days_question(&self) -> Json {
        let Some((at, now)) = self.open_columns().next() else {
            return Json::Null;
        };
        let header = &self.mapping.columns[at].header;
        let both = self.table.find(header).and_then(|at| {
            let mut cells = self.table.column(at).cells();
            cells.find_map(|cell| {
                let walls = WAYS.map(|(_, format)| format.read(cell));
                let [Some(one), Some(other)] = walls else {
                    return None;
                };
                (one.shown != other.shown).then_some((cell, [one.shown, other.shown]))
            })
        });
        let Some((cell, walls)) = both else {
            return Json::Null;
        };
        let each = WAYS.iter().zip(walls).map(|((id, format), shown)| {
            object([
                ("id", Json::text(id)),
                ("text", Json::Text(moment(&Zone::utc(), shown))),
                ("chosen", Json::Bool(self.are_days_said && *format == now)),
            ])
        });
        let cell = cut(cell, LETTERS);
        object([
            ("text", Json::Text(words().which_day(header, cell))),
            ("options", Json::List(each.collect())),
        ])
    }
}

/// A moment as clocks and calendars of a zone show it.
fn moment(zone: &Zone, at: Millis) -> String {
    let minutes = zone.shown(at).div_euclid(60_000).rem_euclid(24 * 60);
    words().moment(zone.day_of(at), minutes)
}
