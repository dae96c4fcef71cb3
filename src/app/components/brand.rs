//! Whose the questions are.

use crate::app::markup::{El, el};
use crate::formats::brand::Brand;

/// The mark and the name.
pub fn brand(brand: &Brand) -> El {
    let mark = brand
        .mark
        .as_ref()
        .map(|mark| el("img").attr("alt", "").attr("src", mark.address()));
    let name = el("bdi").text(brand.name.clone());
    el("span").class("house").each(mark).child(name)
}
