//! The fixed sentences of pages that nobody sees first, one set a page and language.

mod about;
mod budget;
mod data;
mod editor;
mod from_files;
mod library;
mod measuring;
mod portfolio;
mod report;
mod roadmap;
mod rounds;
mod scoring;
mod shared;

pub use about::AboutWords;
pub use budget::BudgetWords;
pub use data::DataWords;
pub use editor::EditorWords;
pub use from_files::{EXAMPLE, EXPORTS, FileWords};
pub use library::LibraryWords;
pub use measuring::MeasuringWords;
pub use portfolio::PortfolioWords;
pub use report::ReportWords;
pub use roadmap::RoadmapWords;
pub use rounds::RoundsWords;
pub use scoring::ScoringWords;
pub use shared::SharedWords;

use super::{Language, Words};

impl Words {
    /// Of the page: what is asked, and why.
    pub fn about_page(self) -> &'static AboutWords {
        match self.language {
            Language::English => &about::EN,
        }
    }

    /// Of the page: the questionnaires that are known.
    pub fn library_page(self) -> &'static LibraryWords {
        match self.language {
            Language::English => &library::EN,
        }
    }

    /// Of the page: a questionnaire that is being written.
    pub fn editor_page(self) -> &'static EditorWords {
        match self.language {
            Language::English => &editor::EN,
        }
    }

    /// Of the page: what an objective allows.
    pub fn budget_page(self) -> &'static BudgetWords {
        match self.language {
            Language::English => &budget::EN,
        }
    }

    /// Of the page: where the data is.
    pub fn data_page(self) -> &'static DataWords {
        match self.language {
            Language::English => &data::EN,
        }
    }

    /// Of a part of that: from files.
    pub fn files_page(self) -> &'static FileWords {
        match self.language {
            Language::English => &from_files::EN,
        }
    }

    /// Of the page: the measurements.
    pub fn measuring_page(self) -> &'static MeasuringWords {
        match self.language {
            Language::English => &measuring::EN,
        }
    }

    /// Of the page: many teams at once.
    pub fn portfolio_page(self) -> &'static PortfolioWords {
        match self.language {
            Language::English => &portfolio::EN,
        }
    }

    /// Of the page: the results as a document.
    pub fn report_page(self) -> &'static ReportWords {
        match self.language {
            Language::English => &report::EN,
        }
    }

    /// Of the page: answers that came in a link.
    pub fn shared_page(self) -> &'static SharedWords {
        match self.language {
            Language::English => &shared::EN,
        }
    }

    /// Of the page: what to do now, next and later.
    pub fn roadmap_page(self) -> &'static RoadmapWords {
        match self.language {
            Language::English => &roadmap::EN,
        }
    }

    /// Of the page: snapshots, and what moved between them.
    pub fn rounds_page(self) -> &'static RoundsWords {
        match self.language {
            Language::English => &rounds::EN,
        }
    }

    /// Of the page: how scoring works.
    pub fn scoring_page(self) -> &'static ScoringWords {
        match self.language {
            Language::English => &scoring::EN,
        }
    }
}
