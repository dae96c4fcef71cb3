//! Durations in a column of text: in words, as clocks, as ISO 8601 and as plain numbers.

mod clock;
mod iso;
mod unit;
mod words;

use super::blank::is_blank;
use super::numbers::{self, Decimal};
use super::table::Column;

pub use unit::{Unit, is_named_like_a_duration, unit_of_name};

/// How the durations of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DurationFormat {
    /// `2d 4h`, `3 Days 12 Hours`, `1.5 hrs`, `2 days, 4:05:00`; a day has 24 hours, a week seven days.
    Words,
    /// The same, but a day has 8 hours and a week 5 days, as Jira counts working time unless somebody sets
    /// it otherwise. <https://support.atlassian.com/jira-cloud-administration/docs/configure-time-tracking/>
    WorkingWords,
    /// `1:02:03` and `1.04:00:00`: hours, minutes and seconds, perhaps with days before them.
    Clock,
    /// `1:02` as an hour and two minutes.
    HoursMinutes,
    /// `1:02` as a minute and two seconds.
    MinutesSeconds,
    /// `PT1H2M`, `P1DT2H`.
    Iso,
    /// `1970-01-02 04:23:17`: a moment as far after the beginning of 1970 as it took, as `ServiceNow` has
    /// it. <https://www.servicenow.com/docs/bundle/zurich-api-reference/page/app-store/dev_portal/API_reference/GlideDuration/concept/c_GlideDurationAPI.html>
    Since1970,
    /// A number of these.
    Plain(Unit, Decimal),
}

impl DurationFormat {
    /// Reads a duration in seconds. `None` where the text is none in this format.
    #[must_use]
    pub fn read(self, text: &str) -> Option<f64> {
        let text = text.trim();
        if let Self::Plain(unit, decimal) = self {
            return Some(numbers::value(text, decimal)? * unit.seconds());
        }
        let bare = text.strip_prefix(['-', '\u{2212}']);
        let sign = if bare.is_some() { -1.0 } else { 1.0 };
        let text = bare.unwrap_or(text).trim_start();
        let seconds = match self {
            // Python writes a day less and the rest of it: `-1 day, 23:00:00`.
            Self::Words | Self::WorkingWords if bare.is_some() && text.contains(", ") => {
                return words::below_zero(text);
            }
            Self::Words => words::read(text, false),
            Self::WorkingWords => words::read(text, true),
            Self::Clock => clock::read(text, 3),
            Self::HoursMinutes => clock::read(text, 2).map(|seconds| seconds * 60.0),
            Self::MinutesSeconds => clock::read(text, 2),
            Self::Iso => iso::read(text),
            Self::Since1970 => clock::since_1970(text),
            Self::Plain(..) => None,
        };
        Some(seconds? * sign)
    }
}

/// What the values of a column are in one format.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Tally {
    /// How many are a duration.
    pub read: usize,
    /// How many are something else.
    pub missed: usize,
    /// How many hold nothing, or a word for it.
    pub blank: usize,
    /// How many are below zero.
    pub negative: usize,
    /// How many are zero.
    pub zero: usize,
    /// The longest, in seconds.
    pub longest: f64,
    /// The first row whose value is something else.
    pub first_missed: Option<usize>,
}

impl Tally {
    /// Counts all values of a column.
    #[must_use]
    pub fn of(column: Column<'_>, format: DurationFormat) -> Self {
        let mut tally = Self::default();
        for (row, text) in column.cells().enumerate() {
            match format.read(text) {
                Some(seconds) => {
                    tally.read += 1;
                    tally.negative += usize::from(seconds < 0.0);
                    tally.zero += usize::from(seconds == 0.0);
                    tally.longest = tally.longest.max(seconds);
                }
                None if is_blank(text) => tally.blank += 1,
                None => {
                    tally.missed += 1;
                    tally.first_missed = tally.first_missed.or(Some(row));
                }
            }
        }
        tally
    }
}

/// How a column's durations are written.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The format.
    pub format: DurationFormat,
    /// Other ways to read the values.
    pub alternatives: Vec<DurationFormat>,
    /// Whether somebody has to say which is meant: hours and minutes or minutes and seconds, or which unit.
    pub is_ambiguous: bool,
    /// What the values are in it.
    pub tally: Tally,
}

/// How many values are tried in all formats.
const TRIED: usize = 100;

/// Finds how the durations of a column are written. `None` where they are none, which is where no format
/// reads half of them, or where they are plain numbers and the column's name speaks of no duration.
#[must_use]
pub fn find(column: Column<'_>) -> Option<Found> {
    use DurationFormat::{
        Clock, HoursMinutes, Iso, MinutesSeconds, Since1970, Words, WorkingWords,
    };
    let formats = [Words, Clock, HoursMinutes, Iso, Since1970];
    let (mut reads, mut tried, mut weeks) = ([0_usize; 5], 0, false);
    for text in column.cells().filter(|text| !is_blank(text)).take(TRIED) {
        tried += 1;
        weeks |= words::has_weeks(text);
        for (reads, format) in reads.iter_mut().zip(formats) {
            *reads += usize::from(format.read(text).is_some());
        }
    }
    let most = reads.iter().copied().max().unwrap_or(0);
    let best = formats
        .into_iter()
        .zip(reads)
        .find(|(_, reads)| *reads == most);
    let Some((format, _)) = best.filter(|_| most > 0 && most * 2 >= tried) else {
        return plain(column);
    };
    let named = unit_of_name(column.name());
    let (format, other) = match format {
        Words if weeks => (WorkingWords, Some(Words)),
        Words => (Words, Some(WorkingWords)),
        HoursMinutes if named == Some(Unit::Seconds) => (MinutesSeconds, Some(HoursMinutes)),
        HoursMinutes => (HoursMinutes, Some(MinutesSeconds)),
        other => (other, None),
    };
    let is_clock = matches!(format, HoursMinutes | MinutesSeconds);
    let tally = Tally::of(column, format);
    (tally.read >= tally.missed.max(1)).then(|| Found {
        format,
        alternatives: other.into_iter().collect(),
        is_ambiguous: is_clock && !matches!(named, Some(Unit::Hours | Unit::Seconds)),
        tally,
    })
}

/// A column of plain numbers, with the unit that its name says.
fn plain(column: Column<'_>) -> Option<Found> {
    let named = unit_of_name(column.name());
    if named.is_none() && !is_named_like_a_duration(column.name()) {
        return None;
    }
    let decimal = numbers::find(column).filter(|n| n.percents == 0)?.decimal;
    let unit = named.unwrap_or(Unit::Seconds);
    let format = DurationFormat::Plain(unit, decimal);
    let others = Unit::ALL.into_iter().filter(|other| *other != unit);
    let tally = Tally::of(column, format);
    (tally.read >= tally.missed.max(1)).then(|| Found {
        format,
        alternatives: others
            .map(|unit| DurationFormat::Plain(unit, decimal))
            .collect(),
        is_ambiguous: named.is_none(),
        tally,
    })
}
