//! A table's cells by what they mean.

mod known;

use crate::events::digests::Of;
use crate::events::durations::{self, DurationFormat};
use crate::events::event::Outcome;
use crate::events::extract::extracted::Doubt;
use crate::events::extract::judged::rank;
use crate::events::extract::moments::{ALL, BETWEEN, Moments, Places, places_of};
use crate::events::extract::values::Values;
use crate::events::few::Few;
use crate::events::key::Key;
use crate::events::mapping::{Mapping, Means, Quirk, Reads};
use crate::events::numbers::{self, Decimal};
use crate::events::role::{Holds, Kind, Role};
use crate::events::table::Table;
use crate::events::zone::{Millis, Zone};

pub use crate::events::extract::judged::judge;

/// A column in a role.
struct Slot<'a> {
    at: usize,
    reads: Reads,
    moments: Option<Moments<'a>>,
    /// How its durations are written, where it holds some that no source knows the unit of.
    durations: Option<DurationFormat>,
    /// What stands before the decimals of its numbers.
    decimal: Decimal,
    /// The column that names the items of its lists, and the name of the one that is meant.
    item: Option<(usize, &'a str)>,
    /// Which of its few texts each row has, where that is known.
    few: Option<&'a Few>,
    /// The keys of its texts, where they are known: of ids, or of revisions.
    ids: Option<&'a [Option<Key>]>,
    revisions: Option<&'a [Option<Key>]>,
}

impl Slot<'_> {
    /// A cell's number, without a percent sign.
    fn number(&self, text: &str) -> Option<f64> {
        numbers::read(text, self.decimal).map(|number| number.value)
    }
}

/// How many roles there are.
const ROLES: usize = Role::ALL.len();
/// How many values that are not known are remembered.
const NEW: usize = 100;

/// A table's cells by what they mean.
pub struct Cells<'a> {
    table: &'a Table,
    kind: Kind,
    /// The zone of days.
    pub zone: &'a Zone,
    slots: [Vec<Slot<'a>>; ROLES],
    values: [Values<'a>; ROLES],
}

impl<'a> Cells<'a> {
    /// The cells of a table by a mapping.
    pub fn new(table: &'a Table, mapping: &'a Mapping, zone: &'a Zone) -> Self {
        let mut cells = Self {
            table,
            kind: mapping.kind,
            zone,
            slots: [const { Vec::new() }; ROLES],
            values: std::array::from_fn(|_| Values::default()),
        };
        for column in &mapping.columns {
            let Some(at) = table.find(&column.header) else {
                continue;
            };
            let format = match column.reads {
                Reads::Times(format) => Some(format),
                _ => None,
            };
            let holds = column.role.holds();
            let is_plain = column.reads == Reads::Plain;
            let is_moment = holds == Holds::Times && (format.is_some() || is_plain);
            let own = table.column(at);
            let counts = matches!(holds, Holds::Numbers | Holds::Spans) || !is_plain && !is_moment;
            cells.slots[column.role as usize].push(Slot {
                at,
                reads: column.reads,
                moments: is_moment
                    .then(|| Moments::new(table, at, format, zone, mapping.is(Quirk::Utc))),
                durations: (holds == Holds::Spans && is_plain)
                    .then(|| durations::find(own))
                    .flatten()
                    .map(|found| found.format),
                decimal: counts
                    .then(|| numbers::find(own))
                    .flatten()
                    .map_or(Decimal::Point, |found| found.decimal),
                item: column
                    .item
                    .as_ref()
                    .and_then(|item| Some((table.find(&item.names)?, item.is.as_str()))),
                few: table.few(at),
                ids: table.digests(at, Of::Ids),
                revisions: table.digests(at, Of::Revisions),
            });
        }
        for value in &mapping.values {
            cells.values[value.role as usize]
                .known
                .push((&value.text, value.means));
        }
        cells
    }

    /// Whether a column has a role.
    #[inline]
    pub fn has(&self, role: Role) -> bool {
        !self.slots[role as usize].is_empty()
    }

    /// The first text of a role that is not empty.
    #[inline]
    pub fn text(&self, row: usize, role: Role) -> &'a str {
        for slot in &self.slots[role as usize] {
            let text = self.table.cell(row, slot.at);
            if !text.is_empty() {
                return text;
            }
        }
        ""
    }

    /// All texts of a role that are not empty.
    pub fn texts(&self, row: usize, role: Role) -> impl Iterator<Item = &'a str> {
        let table = self.table;
        self.slots[role as usize]
            .iter()
            .map(move |slot| table.cell(row, slot.at))
            .filter(|text| !text.is_empty())
    }

    /// Which of the few texts of its only column a role has in a row, where that is known.
    #[inline]
    fn place(&self, row: usize, role: Role) -> Option<usize> {
        match self.slots[role as usize].as_slice() {
            [one] => one.few?.of(row),
            _ => None,
        }
    }

    /// The key of a role's text, where few texts are to be expected, and whether the text is meant.
    pub fn name(&mut self, row: usize, role: Role) -> (Option<Key>, bool) {
        if !self.has(role) {
            return (None, false);
        }
        let place = self.place(row, role);
        if let Some(found) = self.values[role as usize].keys.at(place) {
            return found;
        }
        let text = self.text(row, role);
        if let Some(found) = self.values[role as usize].keys.get(text) {
            return found;
        }
        let found = (Key::name(text), self.means(role, text) == Some(Means::Yes));
        let values = &mut self.values[role as usize];
        let is_new = values.find(text).is_none() && role.holds() == Holds::Choices;
        // One that is not known is judged each time, so that it is counted.
        if is_new {
            found
        } else {
            values.keys.put(place, found);
            values.keys.add(text, found)
        }
    }

    /// The first moment of a role. In a cell with several it is the earliest. A year before 1971 is what tools
    /// write where there is none.
    #[inline]
    pub fn time(&mut self, row: usize, role: Role) -> Option<Millis> {
        self.time_at(row, role, ALL)
    }

    /// The first moment of a role; in a cell with several the earliest at these places.
    #[inline]
    pub fn time_at(&mut self, row: usize, role: Role, places: Places) -> Option<Millis> {
        self.has(role)
            .then(|| self.moment(row, role, places))
            .flatten()
    }

    #[inline(never)]
    fn moment(&mut self, row: usize, role: Role, places: Places) -> Option<Millis> {
        let table = self.table;
        for at in 0..self.slots[role as usize].len() {
            let slot = &mut self.slots[role as usize][at];
            let known = slot
                .moments
                .as_mut()
                .filter(|_| slot.item.is_none() && places != 0);
            if let Some(moments) = known
                && let Some(moment) = moments.known(row)
            {
                if let Some(found) = moments.take(moment) {
                    return Some(found);
                }
                continue;
            }
            let text = table.cell(row, slot.at);
            if text.is_empty() {
                continue;
            }
            let places = match slot.item {
                Some((names, is)) => places_of(table.cell(row, names), is, text),
                None => places,
            };
            if places == 0 {
                continue;
            }
            let found = match &mut slot.moments {
                Some(moments) => moments.read(text, places),
                None => self.after(row, role, at),
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// A moment that is so long after the row's creation. Where nothing happened, tools write 0.
    fn after(&mut self, row: usize, role: Role, at: usize) -> Option<Millis> {
        let slot = &self.slots[role as usize][at];
        let Reads::After(unit) = slot.reads else {
            return None;
        };
        let number = slot.number(self.table.cell(row, slot.at))?;
        if number <= 0.0 {
            return None;
        }
        let from = self
            .time(row, Role::Began)
            .or_else(|| self.time(row, Role::Created))?;
        Some(from + whole(number * f64::from(unit)))
    }

    /// How long something took, in milliseconds.
    pub fn span(&self, row: usize, role: Role) -> Option<f64> {
        for slot in &self.slots[role as usize] {
            let text = self.table.cell(row, slot.at);
            let found = match (slot.reads, slot.durations) {
                (Reads::Units(unit) | Reads::After(unit), _) => {
                    slot.number(text).map(|number| number * f64::from(unit))
                }
                (_, Some(format)) => format.read(text).map(|seconds| seconds * 1000.0),
                _ => None,
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// The first number of a role.
    pub fn number(&self, row: usize, role: Role) -> Option<f64> {
        let mut slots = self.slots[role as usize].iter();
        slots.find_map(|slot| slot.number(self.table.cell(row, slot.at)))
    }

    /// Whether a value is meant; `None` where the cell is empty or says neither.
    #[inline]
    pub fn choice(&mut self, row: usize, role: Role) -> Option<bool> {
        self.has(role).then(|| self.choose(row, role)).flatten()
    }

    #[inline(never)]
    fn choose(&mut self, row: usize, role: Role) -> Option<bool> {
        match self.means_in(row, role)? {
            Means::Yes => Some(true),
            _ => Some(false),
        }
    }

    /// How it ended, by a role's column. Without such a column it is not said. In a cell with several states the
    /// best one counts; its places are told.
    pub fn outcome(&mut self, row: usize, role: Role) -> (Outcome, Places) {
        if !self.has(role) {
            return (Outcome::Unsaid, ALL);
        }
        let place = self.place(row, role);
        let listed = self.values[role as usize].recent.at(place);
        if let Some(Means::Outcome(outcome)) = listed {
            return (outcome, ALL);
        }
        let text = self.text(row, role);
        if let Some(means) = self.values[role as usize].find(text)
            && let Means::Outcome(outcome) = means
        {
            self.values[role as usize].recent.put(place, means);
            return (outcome, ALL);
        }
        if text.contains(BETWEEN) {
            let mut best = (Outcome::Unsaid, ALL);
            for (place, one) in text.split(BETWEEN).enumerate() {
                let found = self.one_outcome(role, one.trim());
                let bit = 1_u64
                    .checked_shl(u32::try_from(place).unwrap_or(64))
                    .unwrap_or(0);
                if rank(found) > rank(best.0) {
                    best = (found, bit);
                } else if found == best.0 {
                    best.1 |= bit;
                }
            }
            return best;
        }
        (self.one_outcome(role, text), ALL)
    }

    /// The outcome of one value.
    fn one_outcome(&mut self, role: Role, text: &'a str) -> Outcome {
        match self.means(role, text) {
            Some(Means::Outcome(outcome)) => outcome,
            _ => Outcome::Running,
        }
    }

    /// What the value of a row means.
    fn means_in(&mut self, row: usize, role: Role) -> Option<Means> {
        let place = self.place(row, role);
        if let Some(means) = self.values[role as usize].recent.at(place) {
            return Some(means);
        }
        let text = self.text(row, role);
        let values = &mut self.values[role as usize];
        if let Some(means) = values.find(text) {
            values.recent.put(place, means);
            return Some(means);
        }
        self.means(role, text)
    }

    /// What a value means.
    fn means(&mut self, role: Role, text: &'a str) -> Option<Means> {
        let values = &mut self.values[role as usize];
        if let Some(means) = values.find(text) {
            return Some(means);
        }
        let text = text.trim();
        let is = |own: &str| own.eq_ignore_ascii_case(text);
        if let Some(new) = values.new.iter_mut().find(|(own, _, _)| is(own)) {
            new.2 += 1;
            return Some(new.1);
        }
        let means = judge(self.kind, role, text)?;
        if !text.is_empty() && values.new.len() < NEW {
            values.new.push((text.to_owned(), means, 1));
        }
        Some(means)
    }

    /// Says what is doubtful about the columns as they were read.
    pub fn doubts(&self, doubts: &mut Vec<Doubt>) {
        for (role, _) in Role::ALL {
            for moments in self.slots[role as usize]
                .iter()
                .filter_map(|slot| slot.moments.as_ref())
            {
                moments.doubts(role, doubts);
            }
            for (text, _, rows) in &self.values[role as usize].new {
                doubts.push(Doubt::NewValue {
                    role,
                    text: text.clone(),
                    rows: *rows,
                });
            }
        }
    }
}

/// A number of milliseconds without its fraction.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a float beyond the range becomes the range's end"
)]
#[must_use]
pub fn whole(number: f64) -> Millis {
    number as Millis
}
