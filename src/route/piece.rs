//! The pieces of the app: what people do at a time, and so what is downloaded together.

use super::{Page, Route};

/// What comes after the first file, by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// Changing assessments, and keeping them.
    Keep,
    /// Answering questions.
    Answer,
    /// The questions that a quick check does not ask.
    Questions,
    /// What the answers come to: the numbers.
    Results,
    /// What comes to the numbers: what to do first.
    Advice,
    /// And what is found in them: next steps and figures.
    Findings,
    /// And what can be unfolded there: tables, radars, a link.
    Numbers,
    /// What to do next, and why.
    Plan,
    /// A workshop, as the facilitator sees it.
    Workshop,
    /// Handing it on, and opening what was handed on.
    Share,
    /// Measurements, and the files that they come from.
    Measure,
    /// Many teams, and many rounds of one.
    Teams,
    /// Where the data is, and what stands behind the questions.
    Data,
    /// The assessments that are here, and opening files.
    Home,
    /// A ballot on one's own device.
    Ballot,
    /// Questionnaires of one's own: reading, keeping, writing them.
    Library,
}

impl Piece {
    /// How many there are.
    pub const COUNT: usize = 16;

    /// All but the ballot, which whoever goes on does not need, in the order in which people mostly come to
    /// them.
    pub const FOLLOWING: [Self; Self::COUNT - 1] = [
        Self::Keep,
        Self::Answer,
        Self::Questions,
        Self::Results,
        Self::Advice,
        Self::Findings,
        Self::Numbers,
        Self::Home,
        Self::Plan,
        Self::Workshop,
        Self::Share,
        Self::Measure,
        Self::Teams,
        Self::Data,
        Self::Library,
    ];

    /// Whether its pages can show an assessment that nothing can be done with yet.
    #[must_use]
    pub const fn shows_early(self) -> bool {
        matches!(self, Self::Answer | Self::Results | Self::Plan)
    }

    /// The piece that has a page, or of the first page what is not in the first file; or what knows what an
    /// address means that leads nowhere.
    #[must_use]
    pub const fn of(route: &Route) -> Self {
        match route {
            Route::Home => Self::Home,
            Route::NotFound(_) => Self::Keep,
            Route::Assessment(_, page) => Self::of_page(page),
            Route::Vote(_) => Self::Ballot,
            Route::Compare(..) | Route::Portfolio => Self::Teams,
            Route::Shared(_) => Self::Share,
            Route::Questionnaires | Route::Editor(_) => Self::Library,
            Route::Data | Route::About | Route::Scoring => Self::Data,
        }
    }

    const fn of_page(page: &Page) -> Self {
        match page {
            Page::Overview | Page::Practice(_) | Page::Dimension(_) | Page::Check => Self::Answer,
            Page::Results => Self::Results,
            Page::Why(_) | Page::Roadmap => Self::Plan,
            Page::Workshop | Page::Ballot | Page::Screen(_) => Self::Workshop,
            Page::Report => Self::Share,
            Page::Measurements => Self::Measure,
            Page::Rounds => Self::Teams,
            Page::Settings => Self::Data,
        }
    }
}
