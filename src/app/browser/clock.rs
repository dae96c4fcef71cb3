//! Time and randomness, which the core takes as arguments.

use crate::formats::hex::hex;
use crate::model::{ActionId, AssessmentId, SnapshotId, WorkshopId, WriterId};

/// Milliseconds since 1970; 0 for a clock before that.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped at 0"
)]
pub fn millis() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}

/// Now, RFC 3339.
pub fn rfc3339() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// A time as hours and minutes where the reader is.
#[expect(clippy::cast_precision_loss, reason = "exact for some 280,000 years")]
pub fn time_of(millis: u64) -> String {
    hours(&js_sys::Date::new(&(millis as f64).into()))
}

/// The day of a time, in milliseconds since 1970, where the reader is: `2026-11-23`.
#[expect(clippy::cast_precision_loss, reason = "exact for some 280,000 years")]
pub fn day(millis: u64) -> String {
    let date = js_sys::Date::new(&(millis as f64).into());
    let (year, month, day) = (date.get_full_year(), date.get_month() + 1, date.get_date());
    format!("{year:04}-{month:02}-{day:02}")
}

/// A time of RFC 3339 where the reader is: `2026-11-23 14:05`. What is no time stays as it is.
pub fn day_and_time(at: &str) -> String {
    let date = js_sys::Date::new(&at.into());
    let millis = date.get_time();
    if millis.is_nan() {
        return at.to_owned();
    }
    format!("{} {}", day(millis as u64), hours(&date))
}

fn hours(date: &js_sys::Date) -> String {
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// Today where the reader is: `2026-11-23`.
pub fn today() -> String {
    day(millis())
}

/// The day of a moment in RFC 3339 where the reader is. What is no moment stays as it is.
pub fn day_of(at: &str) -> String {
    let millis = js_sys::Date::new(&at.into()).get_time();
    if millis.is_nan() {
        at.to_owned()
    } else {
        day(millis as u64)
    }
}

/// 64 random bits as 16 hexadecimal digits.
fn random() -> String {
    let mut bytes = [0_u8; 8];
    let strong = web_sys::window()
        .and_then(|w| w.crypto().ok())
        .is_some_and(|c| c.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !strong {
        // Not a secret, only unlikely to meet: the clock and the plain generator will do.
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    hex(&bytes)
}

/// A writer for this page load.
pub fn writer() -> WriterId {
    WriterId::parse(&random()).expect("hexadecimal digits are an id")
}

/// An id for a new action. It begins with the time, so that actions stand in the order in which
/// they were decided.
pub fn action_id() -> ActionId {
    let id = format!("{:011x}{}", millis(), &random()[..5]);
    ActionId::parse(&id).expect("hexadecimal digits are an id")
}

/// An id for a new snapshot.
pub fn snapshot_id() -> SnapshotId {
    SnapshotId::parse(&random()).expect("hexadecimal digits are an id")
}

/// An id for a new workshop.
pub fn workshop_id() -> WorkshopId {
    WorkshopId::parse(&random()).expect("hexadecimal digits are an id")
}

/// A random number below `n`.
pub fn random_below(n: u32) -> u32 {
    let number = u64::from_str_radix(&random(), 16).unwrap_or_default();
    u32::try_from(number % u64::from(n.max(1))).unwrap_or_default()
}

/// An id for a new assessment.
pub fn assessment_id() -> AssessmentId {
    AssessmentId::parse(&random()).expect("hexadecimal digits are an id")
}
