//! One file of a study.

use super::about::{candidates, together};
use crate::events::extract::extracted::Extracted;
use crate::events::guess::{Guess, guess, guess_by};
use crate::events::mapping::fingerprint::fingerprint;
use crate::events::mapping::text;
use crate::events::source::entry::Refusal;
use crate::events::{Kind, Mapping, Role, Table};
use crate::formats::table::{Arrived, Choices, Doubt, Found, NotATable, Sheet, read_watched};
use crate::model::Sorted;
use crate::words::words;

/// How much of all that is to be done for a file it is to read it.
const READ: f64 = 0.35;

/// A part of all, from 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "roughly is enough")]
fn share(done: usize, all: usize) -> f64 {
    done as f64 / all.max(1) as f64
}

/// What brings a file once more, by its number. Where it is not there any more, nothing comes.
pub type Again = fn(u32) -> Arrived;

/// A file that was dropped.
pub struct Dropped {
    /// Its name.
    pub name: String,
    /// What it holds, or why it is no table.
    pub read: Result<Tabled, NotATable>,
    /// The number by which it comes once more.
    pub number: u32,
}

/// A file that is a table.
pub struct Tabled {
    /// Its rows.
    pub table: Table,
    /// How it was read.
    pub found: Found,
    /// What may be wrong with that.
    pub doubts: Vec<Doubt>,
    /// What the columns were taken for, and why.
    pub guess: Guess,
    /// What they are taken for now.
    pub mapping: Mapping,
    /// Whether the mapping is one of an earlier file with the same columns.
    pub is_as_last_time: bool,
    /// Whether somebody said in which of two ways days are read, now or the last time.
    pub are_days_said: bool,
    /// The digest of the columns' names.
    pub fingerprint: String,
    /// Columns that a file like it had the last time, with what they meant, and that are gone.
    pub missed: Vec<(Role, String)>,
    /// Some values of each role, with what they are read as.
    pub aloud: Vec<(Role, Vec<String>)>,
    /// What came of the rows.
    pub extracted: Extracted,
    /// Why nothing can be computed from it.
    pub refusal: Option<Refusal>,
    /// Which of the things that such rows can be about.
    about: usize,
}

impl Dropped {
    /// Reads a file, and takes its columns for what they were taken for the last time, or for what they
    /// seem to be.
    #[inline(never)]
    pub fn read(
        name: String,
        choices: &Choices,
        (file, number, again): (Arrived, u32, Again),
        remembered: &Sorted<String, String>,
        watch: &mut dyn FnMut(f64),
    ) -> Self {
        let mut watch = |done, all| {
            watch(share(done, all) * READ);
            true
        };
        let mut read = |file| {
            let sheet = read_watched(file, choices, &mut watch);
            sheet.map(|sheet| Tabled::new(sheet, remembered))
        };
        let mut own = read(file);
        let is_short = match &own {
            Ok(own) => own.table.has_missed(),
            Err(why) => *why == NotATable::Gone,
        };
        if is_short {
            own = there(again(number)).and_then(read);
        }
        let read = own;
        Self { name, read, number }
    }

    /// Reads it once more as a whole, where its text was not kept.
    pub fn be_whole(&mut self, again: Again) {
        let Ok(own) = &mut self.read else {
            return;
        };
        if own.table.is_lean() {
            let file = there(again(self.number));
            let sheet =
                file.and_then(|file| read_watched(file, &Choices::default(), &mut |_, _| true));
            match sheet {
                // The numbers speak of its rows.
                Ok(sheet) if own.table.is_like(&sheet.table) => own.table = sheet.table,
                _ => self.read = Err(NotATable::Gone),
            }
        }
    }

    /// Its table, where it is one.
    pub fn table(&self) -> Option<&Tabled> {
        self.read.as_ref().ok()
    }

    /// Why nothing can be computed from it, in a sentence.
    pub fn problem(&self) -> Option<String> {
        match &self.read {
            Err(why) => Some(words().not_a_table(why)),
            Ok(own) => Some(words().refused_source(own.refusal?).to_owned()),
        }
    }
}

/// A file, if something came.
fn there(file: Arrived) -> Result<Arrived, NotATable> {
    if file.is_empty() {
        return Err(NotATable::Gone);
    }
    Ok(file)
}

/// Which of the things that rows of a kind can be about a metric is.
fn place_of(kind: Kind, metric: &str) -> Option<usize> {
    let mut each = candidates(kind).iter();
    each.position(|metrics| metrics.contains(&metric))
}

/// What rows are about, as it is remembered behind their mapping.
const ABOUT: &str = "about\t";

/// The columns that a table lacks of the nearest earlier one of its sort, which has at least half of them.
fn missed(
    table: &Table,
    own: &Mapping,
    remembered: &Sorted<String, String>,
) -> Vec<(Role, String)> {
    let earlier = remembered.values().filter_map(|known| text::read(known));
    let alike = earlier.filter(|e| e.kind == own.kind && e.source == own.source);
    let lacks = alike.filter_map(|earlier| {
        let all = earlier.columns.len();
        let columns = earlier.columns.into_iter();
        let missing = columns.filter(|column| !table.headers().contains(&column.header));
        let missing: Vec<_> = missing.map(|column| (column.role, column.header)).collect();
        (missing.len() * 2 <= all).then_some(missing)
    });
    lacks.min_by_key(Vec::len).unwrap_or_default()
}

fn told_about(text: &str) -> Option<&str> {
    text.lines().find_map(|line| line.strip_prefix(ABOUT))
}

impl Tabled {
    /// The metrics that follow from it.
    pub fn metrics(&self) -> &'static [&'static str] {
        let kind = self.mapping.kind;
        together(kind).unwrap_or_else(|| candidates(kind).get(self.about).copied().unwrap_or(&[]))
    }

    /// What the columns mean and what the rows are about, to be remembered.
    pub fn remembered(&self) -> String {
        let about = match together(self.mapping.kind) {
            None => self.metrics().first().copied(),
            Some(_) => None,
        };
        let about = about.map_or_else(String::new, |metric| [ABOUT, metric, "\n"].concat());
        text::write(&self.mapping) + &about
    }

    /// Takes the rows for another kind.
    pub fn be(&mut self, kind: Kind) {
        self.guess = guess(&self.table, Some(kind));
        self.mapping = self.guess.mapping.clone();
        self.is_as_last_time = false;
        self.about = 0;
    }

    /// Says what the rows are about.
    pub fn be_about(&mut self, metric: &str) {
        self.about = place_of(self.mapping.kind, metric).unwrap_or(self.about);
    }

    #[inline(never)]
    fn new(sheet: Sheet, remembered: &Sorted<String, String>) -> Self {
        let Sheet {
            table,
            found,
            doubts,
            times,
        } = sheet;
        let guess = match times {
            Some(times) => guess_by(&table, times, None),
            None => guess(&table, None),
        };
        let fingerprint = fingerprint(table.headers());
        let known = remembered.get(&fingerprint);
        let before = known.and_then(|known| text::read(known));
        let kind = before.as_ref().map_or(guess.mapping.kind, |own| own.kind);
        let about = known.and_then(|known| told_about(known));
        let about = about.and_then(|metric| place_of(kind, metric)).unwrap_or(0);
        let missed = match &before {
            Some(_) => Vec::new(),
            None => missed(&table, &guess.mapping, remembered),
        };
        let refusal = guess.source.as_ref().and_then(|known| known.source.refusal);
        Self {
            is_as_last_time: before.is_some(),
            are_days_said: before.is_some(),
            mapping: before.unwrap_or_else(|| guess.mapping.clone()),
            table,
            found,
            doubts,
            guess,
            fingerprint,
            missed,
            aloud: Vec::new(),
            extracted: Extracted::default(),
            refusal,
            about,
        }
    }
}
