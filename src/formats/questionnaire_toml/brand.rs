//! Whose a questionnaire is, as its document says it.

use super::places::Places;
use crate::formats::brand::{Accent, Brand, Colour};
use crate::formats::logo::{BadLogo, Logo, MAX_BYTES};
use crate::model::text::is_hidden;
use serde::Deserialize;

/// The table, as it stands there, right or wrong.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Branding {
    /// The name.
    pub name: String,
    /// The accent on light ground.
    #[serde(default)]
    pub accent: Option<String>,
    /// The one on dark ground, where it is not to be found from that one.
    #[serde(default)]
    pub accent_dark: Option<String>,
    /// The mark: an SVG, or a PNG as base64.
    #[serde(default)]
    pub mark: Option<String>,
}

/// The brand; what is wrong with it is said.
pub(super) fn check(given: &Branding, places: &mut Places) -> Brand {
    let name = given.name.trim().to_owned();
    let length = name.chars().count();
    if !(1..=48).contains(&length) || name.contains(is_hidden) {
        let message = "a name has 1 to 48 characters, each of which one sees";
        places.wrong_with("brand/name", message);
    }
    let light = colour(given.accent.as_deref(), "brand/accent", places);
    let dark = colour(given.accent_dark.as_deref(), "brand/accent_dark", places);
    if given.accent_dark.is_some() && given.accent.is_none() {
        let message = "give accent as well, which is for light ground";
        places.wrong_with("brand/accent_dark", message);
    }
    let accent = light.and_then(|light| match Accent::new(light, dark) {
        Ok(accent) => Some(accent),
        Err(unreadable) => {
            for one in unreadable {
                let field = if one.is_dark { "accent_dark" } else { "accent" };
                places.wrong_with(&format!("brand/{field}"), one.to_string());
            }
            None
        }
    });
    let mark = given.mark.as_deref().map(Logo::of_text);
    let mark = mark.and_then(|read| {
        read.map_err(|why| places.wrong_with("brand/mark", said(why)))
            .ok()
    });
    Brand { name, accent, mark }
}

fn colour(text: Option<&str>, path: &str, places: &mut Places) -> Option<Colour> {
    let text = text?;
    let colour = Colour::read(text);
    if colour.is_none() {
        let message = "a colour is # and six digits of 0 to 9 and a to f, such as #0f5c6e";
        places.wrong_with(path, message);
    }
    colour
}

fn said(why: BadLogo) -> String {
    let why = match why {
        BadLogo::TooLarge(bytes) => {
            return format!(
                "the mark has {bytes} bytes, and {MAX_BYTES} are taken: save it smaller"
            );
        }
        BadLogo::OtherKind => "a mark is an SVG, which begins with <svg, or a PNG as base64",
        BadLogo::Damaged => "something in the mark is missing or was changed: copy it anew",
        BadLogo::Size => {
            "the mark says no size, or is larger than 4,000 pixels to a side or 4 million in all"
        }
        BadLogo::Nothing => {
            "nothing in the mark draws: pictures within an SVG, links and scripts are left out"
        }
    };
    why.to_owned()
}
