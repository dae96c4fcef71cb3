//! Units of time, and what a column's name says about them.

use crate::events::meanings;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Nanoseconds, as Go counts.
    Nanos,
    /// Microseconds.
    Micros,
    /// Milliseconds.
    Millis,
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days of 24 hours.
    Days,
    /// Weeks of seven days.
    Weeks,
}

impl Unit {
    /// All of them; what is likelier comes first.
    pub const ALL: [Self; 8] = [
        Self::Seconds,
        Self::Minutes,
        Self::Hours,
        Self::Millis,
        Self::Days,
        Self::Weeks,
        Self::Micros,
        Self::Nanos,
    ];

    /// How many seconds one of it is.
    #[must_use]
    pub const fn seconds(self) -> f64 {
        match self {
            Self::Nanos => 1e-9,
            Self::Micros => 1e-6,
            Self::Millis => 1e-3,
            Self::Seconds => 1.0,
            Self::Minutes => 60.0,
            Self::Hours => 3600.0,
            Self::Days => 86_400.0,
            Self::Weeks => 604_800.0,
        }
    }
}

/// Words for units, in small letters without accents, each with all of its forms: en, de, fr, es, it,
/// nl, sv, fi.
const WORDS: [(Unit, &str); 8] = [
    (Unit::Nanos, " ns nanos nanosecond nanoseconds "),
    (Unit::Micros, " us micros microsecond microseconds "),
    (
        Unit::Millis,
        " ms msec msecs milli millis millisecond milliseconds millisekunden ",
    ),
    (
        Unit::Seconds,
        " s sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos secondo secondi sekunder sekuntia stc ",
    ),
    (
        Unit::Minutes,
        " m min mins minute minutes minuten minuto minutos minuti minuter minuuttia mn ",
    ),
    (
        Unit::Hours,
        " h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur timmar tuntia ",
    ),
    (
        Unit::Days,
        " d day days tag tage tagen jour jours j dia dias giorno giorni dag dagen dagar paiva paivaa pv ",
    ),
    (
        Unit::Weeks,
        " w wk wks week weeks woche wochen semaine semaines sem weken ",
    ),
];

/// The unit that a word names, in small letters without accents.
#[must_use]
pub fn of_word(word: &str) -> Option<Unit> {
    let fits = |words: &str| {
        let mut found = words.match_indices(word);
        found.any(|(at, _)| {
            let bytes = words.as_bytes();
            at > 0 && bytes[at - 1] == b' ' && bytes.get(at + word.len()) == Some(&b' ')
        })
    };
    let is_word = !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase());
    WORDS
        .iter()
        .find(|(_, words)| is_word && fits(words))
        .map(|found| found.0)
}

/// The words of a name, in small letters: `seconds_to_resolve`, `leadTimeMinutes` and `Wait (min)` have
/// three, three and two.
fn each_word(name: &str, mut take: impl FnMut(&str, bool)) {
    let mut word = String::new();
    let mut is_enclosed = false;
    let mut before = ' ';
    for letter in name.chars().chain([' ']).take(200) {
        let begins = letter.is_ascii_uppercase() && before.is_ascii_lowercase();
        if begins || !letter.is_alphabetic() {
            // A letter alone is a unit only in brackets, or at the end behind an underscore.
            if !word.is_empty() {
                take(&word, is_enclosed);
            }
            word.clear();
            is_enclosed = matches!(letter, '(' | '[' | '_');
        }
        if letter.is_alphabetic() {
            word.push(meanings::small_letter(letter));
        }
        before = letter;
    }
}

/// The unit that a column's name says: `_seconds`, `duration_sec`, `Wait (min)`, `lead_time_minutes`,
/// `elapsedMs`. Where it says two, the last one.
#[must_use]
pub fn unit_of_name(name: &str) -> Option<Unit> {
    let mut found = None;
    each_word(name, |word, is_enclosed| {
        if word.len() > 1 || is_enclosed {
            found = of_word(word).or(found);
        }
    });
    // `first_day`, `business_day` and `on day` are no durations.
    let is_plural_or_short =
        |unit: &Unit| *unit != Unit::Days || !name.to_ascii_lowercase().ends_with("day");
    found.filter(is_plural_or_short)
}

/// Whether a column's name speaks of how long something takes.
#[must_use]
pub fn is_named_like_a_duration(name: &str) -> bool {
    const PIECES: [&str; 15] = [
        "duration", "elapsed", "lead", "cycle", "time_to", "timeto", "time to", "mttr", "ttr",
        "dauer", "duree", "durée", "age", "estimate", "spent",
    ];
    let name = meanings::small(name);
    let is_age = |piece: &str| {
        piece != "age" || name == "age" || name.ends_with("_age") || name.ends_with(" age")
    };
    PIECES
        .iter()
        .any(|piece| name.contains(piece) && is_age(piece))
}
