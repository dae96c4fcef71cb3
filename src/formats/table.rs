//! Files that other tools export, as tables: separated values and JSON. What the bytes are is found; what
//! was found is said, and can be chosen otherwise.

mod aligned;
mod arrived;
mod csv;
mod encoding;
mod json;
mod kinds;
mod not_a_table;
mod scan;
mod sheet;
mod sniff;
mod stream;
mod unfold;

pub use arrived::Arrived;
pub use json::JOINED_BY;
pub use not_a_table::{Mistaken, NotATable, Pack};
pub use sheet::{Choices, Doubt, Encoding, Found, Header, Kind, Separated, Sheet, Unfolded};

/// Reads a file.
///
/// # Errors
/// [`NotATable`] says what it is instead, or where it stops being what it began as.
pub fn read(bytes: &[u8], how: &Choices) -> Result<Sheet, NotATable> {
    read_watched(bytes.to_vec().into(), how, &mut |_, _| true)
}

/// What a file is that is no text, or a text that is neither data nor ours to read as data: `None` where it may
/// be JSON, YAML or any other text.
#[must_use]
pub fn mistaken(bytes: &[u8]) -> Option<Mistaken> {
    let is = |found: NotATable| match found {
        NotATable::Is(kind) if kind != Mistaken::Yaml => Some(kind),
        _ => None,
    };
    if let Some(found) = kinds::of_bytes(bytes) {
        return is(found);
    }
    let text = std::str::from_utf8(bytes).ok()?;
    is(kinds::of_text(text.trim_start_matches('\u{feff}')).err()?)
}

/// Reads a file that is handed over, without a second copy of it, and tells about every megabyte how many
/// bytes were looked at, and how many there are to look at in all; JSON is looked at twice. An answer of
/// `false` stops the reading.
///
/// # Errors
/// [`NotATable`] says what it is instead, or where it stops being what it began as. [`NotATable::Gone`] where it was
/// taken apart as it came, and has to come again as a whole.
pub fn read_watched(
    file: Arrived,
    how: &Choices,
    watch: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Sheet, NotATable> {
    let whole = match file.sheet(how) {
        Ok(sheet) => return Ok(sheet),
        Err(Arrived::Gone) => return Err(NotATable::Gone),
        Err(file) => file.whole(),
    };
    let bytes = match &whole {
        Ok(text) => text.as_bytes(),
        Err(bytes) => bytes,
    };
    if u32::try_from(bytes.len().saturating_mul(2)).is_err() {
        return Err(NotATable::TooLarge);
    }
    if let Some(kind) = kinds::of_bytes(bytes) {
        return Err(kind);
    }
    let decoded = encoding::decode(whole, how.encoding);
    let (encoding, mut doubts) = (decoded.encoding, decoded.doubts);
    let text = decoded.text;
    let looks_like = kinds::of_text(&text)?;
    let mut sheet = if looks_like == kinds::Looks::Json {
        json::read(text, how, watch)?
    } else {
        let mut sheet = csv::read(text, how, watch)?;
        unfold::unfold(&mut sheet, &how.unfold);
        sheet
    };
    sheet.found.encoding = encoding;
    doubts.append(&mut sheet.doubts);
    sheet.doubts = doubts;
    Ok(sheet)
}
