//! A badge: level and value as a small picture for a README.

use crate::model::{Assessment, Questionnaire};
use crate::scoring::score;
use crate::words::words;

/// The width of a character, in pixels: a little more than any system font needs on average.
const LETTER: usize = 7;

/// The badge as an SVG document. It names the level reached and the value, and says so when it is
/// too early to say.
#[must_use]
pub fn svg(q: &Questionnaire, a: &Assessment) -> String {
    let overall = score(q, a).overall;
    let value = words().reading(&overall);
    let shown = match overall.level() {
        Some(level) => format!("{} · {value}", words().level_name(level)),
        None => value,
    };
    let name = "Plumbline";
    let widths = [name, &shown].map(|text| text.chars().count() * LETTER + 14);
    let [left, right] = widths;
    let (whole, middle) = (left + right, left + right / 2);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{whole}\" height=\"22\" role=\"img\" aria-label=\"{name}: {shown}\"><title>{name}: {shown}</title><rect width=\"{left}\" height=\"22\" fill=\"#1c2430\"/><rect x=\"{left}\" width=\"{right}\" height=\"22\" fill=\"#0f5c6e\"/><g fill=\"#fff\" font-family=\"system-ui, sans-serif\" font-size=\"12\" text-anchor=\"middle\"><text x=\"{}\" y=\"15\">{name}</text><text x=\"{middle}\" y=\"15\">{shown}</text></g></svg>\n",
        left / 2
    )
}
