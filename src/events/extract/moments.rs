//! The moments of one column, and what is doubtful about them.

use crate::events::blank::is_blank;
use crate::events::extract::extracted::Doubt;
use crate::events::role::Role;
use crate::events::seconds::Seconds;
use crate::events::table::Table;
use crate::events::times::{self, Reader, TimeFormat};
use crate::events::zone::{DAY, Millis, Occurs, Zone};

/// Before 1971 is what tools write where there is no time: the year 1, or the beginning of 1970.
pub const EARLIEST: Millis = 365 * DAY;
/// From how many moments on it is no accident that all are equal, or all at midnight.
const MANY: usize = 3;
/// What separates the values of a list in one cell.
pub const BETWEEN: [char; 5] = [',', ';', '\n', '|', '\u{1f}'];

/// Some places of a list, a bit each.
pub type Places = u64;
/// All places.
pub const ALL: Places = Places::MAX;

/// The moments of one column.
pub struct Moments<'a> {
    zone: &'a Zone,
    /// Those that were read already.
    known: Option<&'a Seconds>,
    reader: Reader,
    /// How far the clocks of times without a zone are ahead of UTC, where that is known.
    ahead: Option<i32>,
    read: usize,
    not_times: usize,
    without_zone: usize,
    twice: usize,
    never: usize,
    at_midnight: usize,
    first: Option<Millis>,
    all_equal: bool,
}

impl<'a> Moments<'a> {
    /// The moments of a column of a table, in a format or in that which fits its values. Times without a
    /// zone are in the one that the header names, in UTC if the source has it so, else in the one given.
    pub fn new(
        table: &'a Table,
        column: usize,
        format: Option<TimeFormat>,
        zone: &'a Zone,
        is_utc: bool,
    ) -> Self {
        let known = table.moments(column);
        let column = table.column(column);
        let format = format.or_else(|| times::find(column).map(|found| found.format));
        Self {
            zone,
            known: known.filter(|_| format == Some(TimeFormat::Iso)),
            // Where the column holds no times, none will be found.
            reader: Reader::new(format.unwrap_or(TimeFormat::Iso)),
            ahead: times::zone_of_name(column.name()).or(is_utc.then_some(0)),
            read: 0,
            not_times: 0,
            without_zone: 0,
            twice: 0,
            never: 0,
            at_midnight: 0,
            first: None,
            all_equal: true,
        }
    }

    /// The moment of a row, where it was read already.
    #[inline]
    pub fn known(&self, row: usize) -> Option<Millis> {
        self.known?.get(row)
    }

    /// Reads a cell that is not empty. Where it holds several, the earliest at some places.
    pub fn read(&mut self, text: &str, places: Places) -> Option<Millis> {
        let Some(moment) = self.one(text).or_else(|| self.of_list(text, places)) else {
            self.not_times += usize::from(!is_nothing(text));
            return None;
        };
        self.take(moment)
    }

    /// Takes a moment as one of the column.
    #[inline]
    pub fn take(&mut self, moment: Millis) -> Option<Millis> {
        if moment < EARLIEST {
            return None;
        }
        // One that is not at midnight is enough to know.
        let can_be = self.at_midnight == self.read;
        self.at_midnight += usize::from(can_be && self.zone.shown(moment) % DAY == 0);
        self.read += 1;
        match self.first {
            None => self.first = Some(moment),
            Some(first) if self.all_equal => self.all_equal = first / 1000 == moment / 1000,
            Some(_) => {}
        }
        Some(moment)
    }

    /// Takes the moments of all rows, of which none is too early. `false` where they are not known.
    pub fn take_all(&mut self) -> bool {
        let Some(known) = self.known else {
            return false;
        };
        let mut rows = 0..known.len();
        // Most columns are through with the second row.
        while self.all_equal || self.at_midnight == self.read {
            let Some(moment) = rows.next().and_then(|row| known.get(row)) else {
                break;
            };
            self.take(moment);
        }
        self.read += rows.len();
        true
    }

    /// Reads several.
    fn of_list(&mut self, text: &str, places: Places) -> Option<Millis> {
        let each = text.split(BETWEEN).take(64).enumerate();
        each.filter(|(place, _)| places >> place & 1 == 1)
            .filter_map(|(_, one)| self.one(one.trim()))
            .filter(|moment| *moment >= EARLIEST)
            .min()
    }

    /// Reads one.
    fn one(&mut self, text: &str) -> Option<Millis> {
        let wall = self.reader.read(text)?;
        if let Some(moment) = wall.moment() {
            return Some(moment);
        }
        if let Some(ahead) = self.ahead {
            return Some(wall.shown - Millis::from(ahead) * 1000);
        }
        self.without_zone += 1;
        let (moment, occurs) = self.zone.moment(wall.shown);
        match occurs {
            Occurs::Once => {}
            Occurs::Twice => self.twice += 1,
            Occurs::Never => self.never += 1,
        }
        Some(moment)
    }

    /// Says what is doubtful.
    pub fn doubts(&self, role: Role, doubts: &mut Vec<Doubt>) {
        if self.not_times > 0 {
            let cells = self.not_times;
            doubts.push(Doubt::NotTimes { role, cells });
        }
        if self.without_zone > 0 {
            doubts.push(Doubt::ZoneAssumed(role));
        }
        if self.twice + self.never > 0 {
            let (twice, never) = (self.twice, self.never);
            doubts.push(Doubt::ClocksChanged { role, twice, never });
        }
        if self.read >= MANY && self.at_midnight == self.read {
            doubts.push(Doubt::DatesOnly(role));
        } else if self.read >= MANY && self.all_equal {
            doubts.push(Doubt::AllEqual(role));
        }
    }
}

/// At which places of a list of names one stands, where the list of values beside it is as long: a value that is
/// missing would shift all behind it.
pub fn places_of(names: &str, is: &str, values: &str) -> Places {
    let count = |text: &str| text.split(BETWEEN).count();
    if count(names) != count(values) {
        return 0;
    }
    let names = names.split(BETWEEN).take(64).map(str::trim);
    let found = names.map(|name| u64::from(name.eq_ignore_ascii_case(is)));
    found
        .enumerate()
        .fold(0, |all, (place, is)| all | is << place)
}

/// Whether a cell holds what tools write where there is nothing.
fn is_nothing(text: &str) -> bool {
    let nothing = ["0001-01-01", "0000-00-00", "1970-01-01"];
    is_blank(text) || text == "0" || nothing.iter().any(|begin| text.starts_with(begin))
}
