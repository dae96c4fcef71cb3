//! Floor 3: what leaves and enters, one module a format, each with `encode` and `decode`.

pub mod assessment_json;
pub mod ballot_code;
pub mod ballot_draft;
mod bits;
pub mod brand;
pub mod calendar;
pub mod embedded;
pub mod file_name;
pub mod fours;
pub mod hex;
pub mod json;
pub mod link;
pub mod logo;
pub(crate) mod mangled;
pub mod models;
pub mod plain_text;
pub mod portfolio_json;
pub mod questionnaire_md;
pub mod questionnaire_toml;
pub mod raw_json;
mod sealed;
pub mod session_link;
pub mod set_ups_json;
pub mod table;
pub mod workspace_json;
pub mod xml;
pub mod zip;
