//! One file of a study.

use crate::events::extract::extracted::Extracted;
use crate::events::guess::{Guess, guess};
use crate::events::mapping::changed::{Changed, changed, fingerprint};
use crate::events::mapping::{Means, text};
use crate::events::source::entry::Refusal;
use crate::events::{Kind, Mapping, Role, Table};
use crate::formats::table::{Choices, Doubt, Found, NotATable, read_watched};
use crate::model::Sorted;

/// A file that was dropped.
pub struct Dropped {
    /// Its name.
    pub name: String,
    /// Why it is no table.
    pub problem: Option<NotATable>,
    /// What it holds.
    pub table: Option<Tabled>,
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
    /// Whether the mapping is one of an earlier file, and what is different in this one.
    pub as_last_time: Option<Changed>,
    /// The digest of the columns' names.
    pub fingerprint: String,
    /// What came of the rows.
    pub extracted: Extracted,
    /// Why nothing can be computed from it.
    pub refusal: Option<Refusal>,
}

impl Dropped {
    /// Reads a file, and takes its columns for what they were taken for the last time, or for what they
    /// seem to be.
    pub fn read(
        name: String,
        choices: &Choices,
        bytes: Vec<u8>,
        remembered: &Sorted<String, String>,
    ) -> Self {
        let read = read_watched(bytes, choices, &mut |_, _| true);
        let mut file = Self {
            name,
            problem: None,
            table: None,
        };
        match read {
            Ok(sheet) => {
                file.table = Some(Tabled::new(
                    sheet.table,
                    sheet.found,
                    sheet.doubts,
                    remembered,
                ));
            }
            Err(why) => file.problem = Some(why),
        }
        file
    }

    /// Takes the rows for another kind.
    pub fn as_kind(&mut self, kind: Kind) {
        if let Some(own) = &mut self.table {
            own.guess = guess(&own.table, Some(kind));
            own.mapping = own.guess.mapping.clone();
            own.as_last_time = None;
        }
    }

    /// Gives a role to one column, or to none.
    pub fn set(&mut self, role: Role, header: Option<&str>) {
        if let Some(own) = &mut self.table {
            own.mapping.set(role, header);
        }
    }

    /// Says what a value means.
    pub fn mean(&mut self, role: Role, text: &str, means: Means) {
        if let Some(own) = &mut self.table {
            own.mapping.mean(role, text, means);
        }
    }
}

impl Tabled {
    fn new(
        table: Table,
        found: Found,
        doubts: Vec<Doubt>,
        remembered: &Sorted<String, String>,
    ) -> Self {
        let guess = guess(&table, None);
        let fingerprint = fingerprint(table.headers());
        let before = remembered
            .get(&fingerprint)
            .and_then(|known| text::read(known));
        let as_last_time = before
            .as_ref()
            .map(|mapping| changed(mapping, table.headers(), table.headers()));
        let refusal = guess.source.as_ref().and_then(|known| known.source.refusal);
        Self {
            mapping: before.unwrap_or_else(|| guess.mapping.clone()),
            table,
            found,
            doubts,
            guess,
            as_last_time,
            fingerprint,
            extracted: Extracted::default(),
            refusal,
        }
    }
}
