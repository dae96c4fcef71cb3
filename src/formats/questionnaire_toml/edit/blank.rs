//! The beginning of a document, its ids, and its next version.

use super::super::draft::Draft;
use super::entries::{read, set_head};
use super::part::Refusal;
use crate::model::Questionnaire;
use crate::model::version::numbers;
use toml_edit::Value;

/// A new document that asks what `base` asks.
#[must_use]
pub fn blank(base: &Questionnaire, id: &str, title: &str) -> String {
    let major = base.version.split('.').next().unwrap_or_default();
    let said = |text: &str| Value::from(text).to_string();
    format!(
        "[questionnaire]\nid = {}\nversion = \"1.0.0\"\ntitle = {}\nlanguage = {}\nextends = {}\n",
        said(id),
        said(title),
        said(&base.language),
        said(&[&base.id, "@", major].concat()),
    )
}

/// A document under another id.
///
/// # Errors
/// It cannot be read, or says nothing of itself.
pub fn under(text: &str, id: &str) -> Result<String, Refusal> {
    let mut doc = read(text)?;
    set_head(&mut doc, "id", id)?;
    Ok(doc.to_string())
}

/// The longest id that is made of a title.
const MOST: usize = 40;

/// An id made of a title, such as `four-eyes` of *Four eyes!*, that is not taken. `usual` is for titles
/// without a letter that an id can have.
#[must_use]
pub fn id_from(title: &str, usual: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let words = title.to_lowercase();
    let words = words.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
    let words = words.map(|word| word.replace(|c: char| !c.is_ascii_alphanumeric(), ""));
    let mut id = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        if !id.is_empty() && id.len() + 1 + word.len() > MOST {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&word);
    }
    id.truncate(MOST);
    if id.is_empty() {
        usual.clone_into(&mut id);
    }
    let numbered = (2..).map(|n| format!("{id}-{n}"));
    let mut all = std::iter::once(id.clone()).chain(numbered);
    all.find(|id| !is_taken(id)).unwrap_or(id)
}

/// The version that a draft should have where it asks something else than what is kept as `before` under
/// the same version or a later one: a patch for other words, a minor one for other practices. `None` where
/// the number is new, or is none.
#[must_use]
pub fn raised(draft: &Draft, before: &Questionnaire) -> Option<String> {
    let own = numbers(&draft.questionnaire.version)?;
    let [major, minor, patch] = numbers(&before.version)?;
    if own > [major, minor, patch] {
        return None;
    }
    let mut asked: Vec<_> = draft
        .questionnaire
        .practices
        .iter()
        .map(|p| &p.id)
        .collect();
    let mut then: Vec<_> = before.practices.iter().map(|p| &p.id).collect();
    asked.sort();
    then.sort();
    Some(if asked == then {
        format!("{major}.{minor}.{}", patch.saturating_add(1))
    } else {
        format!("{major}.{}.0", minor.saturating_add(1))
    })
}
