//! How much a document may hold, and of what its texts are made.

use super::places::Places;
use crate::model::Questionnaire;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// How large a document may be, in bytes. The built-in questionnaire has 0.3 million.
pub const MAX_BYTES: usize = 2_000_000;
/// The most practices that a questionnaire may have, and the most entries of every other table.
pub const MAX_PRACTICES: usize = 500;
/// The most that a list within an entry may have.
const MAX_LIST: usize = 100;

/// Whether lists are short enough to be looked at, and texts are made of what is text. Says what is not.
pub(super) fn fits(root: &Spanned<DeTable>, places: &mut Places) -> bool {
    for (key, value) in root.get_ref() {
        look(value, key.get_ref(), 0, places);
    }
    !places.is_wrong()
}

fn look(value: &Spanned<DeValue>, path: &str, depth: usize, places: &mut Places) {
    match value.get_ref() {
        DeValue::String(text) => {
            let (mut odd, mut turns) = (None, false);
            for c in text.chars() {
                if c.is_control() && !matches!(c, '\n' | '\r' | '\t') {
                    odd = odd.or(Some(c));
                }
                turns |= matches!(c, '\u{202d}' | '\u{202e}');
            }
            if let Some(odd) = odd {
                let message = format!(
                    "it holds U+{:04X}, which is no letter that one sees: take it out",
                    u32::from(odd)
                );
                places.wrong_at(Some(value.span()), path, message);
            } else if turns {
                let message =
                    "it holds a letter that one does not see, and that turns round those behind it";
                places.regret_at(value.span(), path, message.to_owned());
            }
        }
        DeValue::Array(items) => {
            // Tables of entries, and lists of ids beside them, are longer than what an entry has.
            let most = if depth < 2 { MAX_PRACTICES } else { MAX_LIST };
            if items.len() > most {
                let message = format!(
                    "it has {} entries, and at most {most} are read",
                    items.len()
                );
                places.wrong_at(Some(value.span()), path, message);
                return;
            }
            for item in items.iter() {
                look(item, path, depth + 1, places);
            }
        }
        DeValue::Table(fields) => {
            // `[add]` and `[change]` hold tables of entries.
            let deeper = usize::from(!["add", "change"].contains(&path));
            for (key, inner) in fields {
                look(
                    inner,
                    &format!("{path}/{}", key.get_ref()),
                    depth + deeper,
                    places,
                );
            }
        }
        _ => {}
    }
}

/// Whether it is little enough to be looked at. Says so where it is not, and where it asks nothing.
pub(super) fn holds(q: &Questionnaire, places: &mut Places) -> bool {
    let count = q.practices.len();
    if count == 0 {
        places.wrong_with("questionnaire", "it asks nothing: it needs a practice");
    } else if count > MAX_PRACTICES {
        let message = format!("it asks {count} practices, and at most {MAX_PRACTICES} are read");
        places.wrong_with("questionnaire", message);
    }
    count <= MAX_PRACTICES
}
