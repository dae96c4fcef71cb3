//! What all parts of the results are made of.

use crate::app::browser::clock;
use crate::app::markup::{El, el};
use crate::app::shell::Open;
use crate::figure::Profile;
use crate::model::{Assessment, Questionnaire};
use crate::route::{Page, Route};
use crate::scoring::Scorecard;
use crate::words::words;

/// How many steps stand on the first screen.
pub const FIRST: usize = 3;

/// What the parts of the page show.
pub struct View<'a> {
    /// Where what somebody does is carried out.
    pub open: Open,
    /// What is asked.
    pub q: &'static Questionnaire,
    /// What is answered, without the plan.
    pub a: &'a Assessment,
    /// What it comes to.
    pub card: &'a Scorecard,
    /// What that is held against.
    pub profile: &'a Profile,
}

impl View<'_> {
    /// A page of the assessment.
    pub fn to(&self, page: Page) -> Route {
        self.open.route(page)
    }

    /// What stands on a picture that is taken along.
    pub fn title(&self, what: &str) -> String {
        picture_title(self.a, what)
    }
}

/// What stands on a picture of an assessment that is taken along.
pub fn picture_title(a: &Assessment, what: &str) -> String {
    words().picture_title(a.team(), what, &clock::today())
}

/// The heading of a part, which one can jump to.
pub fn part_heading(id: &'static str, name: &'static str) -> El {
    el("h2").id(id).attr("tabindex", "-1").text(name)
}
