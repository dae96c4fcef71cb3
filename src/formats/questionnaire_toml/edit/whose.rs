//! Whose a questionnaire is, and from whose model it was made: changed where its document says it.

use super::entries::{put, table, table_or_new};
use super::field::one_line;
use super::part::Refusal;
use crate::formats::questionnaire_toml::draft::Draft;
use toml_edit::{DocumentMut, Table};

/// A field of the brand, or of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The name on the screen.
    Name,
    /// The accent on light ground.
    Accent,
    /// The accent on dark ground.
    AccentDark,
    /// The mark.
    Mark,
    /// Whose model it was made from.
    SourceTitle,
    /// Where that is published.
    SourceUrl,
    /// Under which terms.
    SourceLicence,
}

impl Whose {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Name,
        Self::Accent,
        Self::AccentDark,
        Self::Mark,
        Self::SourceTitle,
        Self::SourceUrl,
        Self::SourceLicence,
    ];

    fn place(self) -> (&'static str, &'static str) {
        match self {
            Self::Name => ("brand", "name"),
            Self::Accent => ("brand", "accent"),
            Self::AccentDark => ("brand", "accent_dark"),
            Self::Mark => ("brand", "mark"),
            Self::SourceTitle => ("source", "title"),
            Self::SourceUrl => ("source", "url"),
            Self::SourceLicence => ("source", "licence"),
        }
    }

    /// Its path in remarks.
    #[must_use]
    pub fn path(self) -> String {
        let (table, key) = self.place();
        [table, "/", key].concat()
    }

    /// What the document says there; empty for nothing.
    #[must_use]
    pub fn of(self, draft: &Draft) -> &str {
        let brand = draft.branding.as_ref();
        let source = draft.source.as_ref();
        match self {
            Self::Name => brand.map(|b| b.name.as_str()),
            Self::Accent => brand.and_then(|b| b.accent.as_deref()),
            Self::AccentDark => brand.and_then(|b| b.accent_dark.as_deref()),
            Self::Mark => brand.and_then(|b| b.mark.as_deref()),
            Self::SourceTitle => source.map(|s| s.title.as_str()),
            Self::SourceUrl => source.map(|s| s.url.as_str()),
            Self::SourceLicence => source.map(|s| s.licence.as_str()),
        }
        .unwrap_or_default()
    }
}

/// Has a field say something, or nothing. A table in which nothing is said goes.
pub(super) fn say(
    doc: &mut DocumentMut,
    draft: &Draft,
    field: Whose,
    text: &str,
) -> Result<(), Refusal> {
    let (name, key) = field.place();
    let required = if name == "brand" { "name" } else { "title" };
    let is_there = doc.contains_key(name);
    if !is_there && text.is_empty() {
        return Ok(());
    }
    let own = table_or_new(doc, name).ok_or(Refusal::Unknown)?;
    if !is_there {
        // Without a name, it could not be read.
        put(own, required, draft.questionnaire.title.as_str().into());
    }
    if text.is_empty() && key != required {
        own.remove(key);
    } else {
        // A mark is kept as it is.
        let text = match field {
            Whose::Mark => text.to_owned(),
            _ => one_line(text),
        };
        put(own, key, text.into());
    }
    if is_empty(own, required) {
        doc.remove(name);
    }
    Ok(())
}

fn is_empty(own: &Table, required: &str) -> bool {
    let name = own.get(required).and_then(|item| item.as_str());
    own.len() == 1 && name == Some("")
}

/// Takes out whose it is.
pub(super) fn unbrand(doc: &mut DocumentMut) {
    if table(doc, "brand").is_some() {
        doc.remove("brand");
    }
}
