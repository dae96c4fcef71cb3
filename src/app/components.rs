//! Parts of pages. They get what they show as props and hold no state of the domain.

mod assessment_nav;
mod level_choice;
mod measurement_field;
mod profile;
mod radar_view;
mod score_table;
mod status_line;

pub use assessment_nav::AssessmentNav;
pub use level_choice::LevelChoice;
pub use measurement_field::MeasurementField;
pub use profile::Profile;
pub use radar_view::RadarView;
pub use score_table::{MetricTable, ScoreTable};
pub use status_line::{NoticeLine, StatusLine};
