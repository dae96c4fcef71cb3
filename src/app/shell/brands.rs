//! Whose questionnaires are, and how the page looks while one of them is answered.

use super::{Open, Shell};
use crate::app::browser::{boot, page};
use crate::app::contexts::Nav;
use crate::app::markup::effect;
use crate::formats::brand::{Accent, Brand};
use crate::model::{Questionnaire, QuestionnaireRef};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};

/// A questionnaire's brand.
type Known = (QuestionnaireRef, &'static Brand);

thread_local! {
    static BRANDS: RefCell<Vec<Known>> = const { RefCell::new(Vec::new()) };
    /// The one that the page has now, and whenever it becomes another.
    static NOW: Cell<Option<&'static Brand>> = const { Cell::new(None) };
    static CHANGED: ArcTrigger = ArcTrigger::new();
    /// The accents whose styles are on, by the number that the page is marked with.
    static WORN: RefCell<Vec<Accent>> = const { RefCell::new(Vec::new()) };
}

/// Remembers whose a questionnaire is.
pub fn remember(questionnaire: &Questionnaire, brand: Brand) {
    let brand: &'static Brand = Box::leak(Box::new(brand));
    BRANDS.with_borrow_mut(|all| all.push((QuestionnaireRef::of(questionnaire), brand)));
}

/// Whose a questionnaire is, where it says so.
pub fn brand_of(questionnaire: &Questionnaire) -> Option<&'static Brand> {
    let reference = QuestionnaireRef::of(questionnaire);
    BRANDS.with_borrow(|all| {
        let known = all.iter().find(|(of, _)| *of == reference);
        known.map(|(_, brand)| *brand)
    })
}

impl Open {
    /// Whose its questionnaire is, where that says so.
    pub fn brand(self) -> Option<&'static Brand> {
        brand_of(self.questionnaire())
    }

    /// The same, to be followed: it may come from the stores, or with another version.
    pub fn live_brand(self) -> Option<&'static Brand> {
        CHANGED.with(|changed| changed.track());
        self.brand()
    }
}

/// From now on, pages of an assessment have the colour of its questionnaire.
pub fn follow_brands(shell: Shell, nav: Nav) {
    effect(move || {
        let route = nav.route.get();
        shell.track_any();
        wear(route.assessment().and_then(|id| shell.open(id).brand()));
    });
}

/// Puts a brand's colour on the page, or takes it off. With an answer nothing changes, so nothing is drawn.
pub fn wear(brand: Option<&'static Brand>) {
    let place = |brand: Option<&'static Brand>| brand.map(std::ptr::from_ref);
    let before = NOW.replace(brand);
    if place(before) == place(brand) {
        return;
    }
    let number = brand.and_then(|brand| brand.accent).map(number_of);
    page::mark_whole("data-brand", number.map(|n| n.to_string()).as_deref());
    CHANGED.with(ArcTrigger::notify);
}

/// The number of an accent whose style is on.
fn number_of(accent: Accent) -> usize {
    let known = WORN.with_borrow(|all| all.iter().position(|one| *one == accent));
    known.unwrap_or_else(|| {
        let number = WORN.with_borrow_mut(|all| {
            all.push(accent);
            all.len() - 1
        });
        let Accent { light, dark } = accent;
        boot::wear(&format!(
            "[data-brand=\"{number}\"]{{--accent:light-dark({},{});--tint:light-dark({},{})}}",
            light.accent, dark.accent, light.tint, dark.tint
        ));
        number
    })
}
