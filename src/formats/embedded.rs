//! An assessment file within a page, such as a report.

/// What stands before the file in the page, and after it.
const OPEN: &str = "<script type=\"application/json\" id=\"plumbline-assessment\">";
const CLOSE: &str = "</script>";

/// The file as a part of a page. It is data: no browser runs it.
#[must_use]
pub fn encode(file: &str) -> String {
    // Within JSON, `<` stands only in texts, where it may be written so.
    format!("{OPEN}{}{CLOSE}", file.replace('<', "\\u003c"))
}

/// The file within a page; `None` in any other text.
#[must_use]
pub fn decode(page: &str) -> Option<&str> {
    let (_, file) = page.split_once(OPEN)?;
    file.split_once(CLOSE).map(|(file, _)| file)
}
