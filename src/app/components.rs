//! Parts of pages. They get what they show as arguments and hold no state of the domain.

mod assessment_nav;
mod calculator;
mod earlier;
mod error_budget;
mod evidence;
mod extras;
mod glossary;
mod insight;
mod key_help;
mod level_choice;
mod measurement_field;
mod note;
mod profile;
mod question;
mod radar_view;
mod scope_fields;
mod score_table;
mod share;
mod status_line;
mod table;

pub use assessment_nav::{assessment_nav, download, download_all, download_name};
pub use earlier::earlier;
pub use error_budget::error_budget_fold;
pub use glossary::glossary;
pub use insight::{next_steps, questions_to_discuss, stands_out};
pub use key_help::key_help;
pub use measurement_field::{GiveMeasurement, ReadMeasurement, measurement_field};
pub use profile::profile;
pub use question::{form_id, question};
pub use radar_view::radar_view;
pub use scope_fields::{GiveScope, ReadScope, scope_fields};
pub use score_table::{Parts, explained_at, metric_table, score_table};
pub use share::share;
pub use status_line::status_line;
pub use table::{Cell, Row, table, table_of};
