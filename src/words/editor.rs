//! Sentences on a questionnaire that is being written.

use super::Words;
use crate::formats::brand::{Colour, Contrast, READABLE};
use crate::formats::logo::{BadLogo, MAX_BYTES};
use crate::formats::questionnaire_toml::{Refusal, Remark, Trial};
use crate::model::text::isolated;
use crate::model::{Level, Questionnaire, Stakes};
use crate::storage::StoreError;

impl Words {
    /// How much is wrong, on the button that leads to the first of it.
    pub fn things_wrong(&self, n: usize) -> String {
        match n {
            0 => String::new(),
            1 => "1 thing to put right: show it".to_owned(),
            n => format!("{n} things to put right: show the first"),
        }
    }

    /// How much may be regretted, on the button that leads to the first of it.
    pub fn things_regretted(&self, n: usize) -> String {
        match n {
            0 => String::new(),
            1 => "1 thing to look at".to_owned(),
            n => format!("{n} things to look at"),
        }
    }

    /// What is being written, with its version.
    pub fn draft_name(&self, q: &Questionnaire) -> String {
        let title = if q.title.trim().is_empty() {
            &q.id
        } else {
            &q.title
        };
        format!("{title} {}", q.version)
    }

    /// What is remarked, and on what.
    pub fn remark_on(&self, title: &str, remark: &Remark) -> String {
        match (title, remark.path.as_str()) {
            ("", "") => remark.message.clone(),
            ("", path) => format!("{path}: {}", remark.message),
            (title, path) => {
                let field = path.splitn(3, '/').nth(2).unwrap_or_default();
                let field = field.replace(['_', '/'], " ");
                let apart = if field.is_empty() { "" } else { ", " };
                format!("{}{apart}{field}: {}", isolated(title), remark.message)
            }
        }
    }

    /// That a colour is read well enough in a theme.
    pub fn well_read(&self, own: &Contrast) -> String {
        let theme = if own.is_dark { "dark" } else { "light" };
        format!(
            "{} is read in the {theme} theme: its contrast is {} to 1 at worst, and text needs {READABLE} to 1.",
            own.colour,
            own.cut()
        )
    }

    /// Takes a colour that can be read.
    pub fn take_colour(&self, nearest: Colour) -> String {
        format!("Take {nearest}")
    }

    /// Why a file is no mark.
    pub fn bad_mark(&self, why: BadLogo) -> String {
        match why {
            BadLogo::TooLarge(size) => return self.large_mark(size),
            BadLogo::OtherKind => "This is neither SVG nor PNG. Save the mark as one of them, and choose that file.",
            BadLogo::Damaged => "Something in the file is missing or was changed. Save the mark anew, and choose that file.",
            BadLogo::Size => "The mark says no size, or is larger than 4,000 pixels to a side or 4 million in all. Save it smaller.",
            BadLogo::Nothing => "Nothing in the file draws: pictures within an SVG, links and scripts are left out. Save the mark as PNG.",
        }
        .to_owned()
    }

    /// That a file is too large for a mark.
    pub fn large_mark(&self, size: usize) -> String {
        format!(
            "The file has {size} bytes, and a mark at most {MAX_BYTES}. Save it smaller, or as SVG."
        )
    }

    /// How much is wrong with a practice, in a list.
    pub fn wrong_here(&self, n: usize) -> String {
        format!("{n} to put right")
    }

    /// That the version was raised.
    pub fn version_raised(&self, version: &str) -> String {
        format!("Saved as version {version}, since it asks something else than before.")
    }

    /// That a draft is not kept.
    pub fn draft_not_kept(&self, why: StoreError) -> String {
        format!(
            "What you write is not kept: {}. Download it before you close this page.",
            self.store_error(why)
        )
    }

    /// Why a change was not made.
    pub fn edit_refused(&self, why: Refusal) -> &'static str {
        match why {
            Refusal::IdTaken => self.editor_page().id_taken,
            Refusal::Unknown | Refusal::Unreadable => self.editor_page().refused,
        }
    }

    /// A weight in a list, where it is not the usual one.
    pub fn times(&self, weight: f64) -> String {
        format!("×{weight}")
    }

    /// A weight to choose.
    pub fn weight_choice(&self, weight: f64) -> String {
        if weight < 1.0 || weight.fract() > 0.0 {
            format!("{weight}")
        } else if weight > 1.0 {
            format!("{weight} times as much")
        } else {
            "as much as others".to_owned()
        }
    }

    /// The step up from a level.
    pub fn step_from(&self, level: Level) -> String {
        let from = level.number();
        format!("From {from} to {}", from + 1)
    }

    /// The work of that step, as the name of its field.
    pub fn effort_from(&self, level: Level) -> String {
        format!(
            "{} {}",
            self.editor_page().effort,
            self.step_from(level).to_lowercase()
        )
    }

    /// What it costs while a practice stands at 1.
    pub fn stakes_choice(&self, stakes: Stakes) -> &'static str {
        match stakes {
            Stakes::Ordinary => "it costs time or money",
            Stakes::Serious => "users or people get hurt",
            Stakes::Grave => "a single failure can cost the business",
        }
    }

    /// How much a practice counts in its dimension.
    pub fn counts_for(&self, trial: &Trial, dimension: &str) -> String {
        let share = format!("{:.0}", trial.share * 100.0);
        let dimension = isolated(dimension);
        match trial.among {
            1 => format!("The only practice of {dimension}."),
            n => format!("One of {n} practices of {dimension}. It counts for {share} % of it."),
        }
    }

    /// What *Ask* means for a practice, for those who hear it.
    pub fn ask_label(&self, title: &str) -> String {
        format!("Ask: {}", isolated(title))
    }

    /// Where a discipline itself is changed.
    pub fn fields_of(&self, discipline: &str) -> String {
        format!("Name, goal and weight of {}", isolated(discipline))
    }

    /// What *Keep* means for a metric, a rule or a term, for those who hear it.
    pub fn keep_label(&self, title: &str) -> String {
        format!("Keep: {}", isolated(title))
    }

    /// The name of a list with how many are in it.
    pub fn with_count(&self, name: &str, n: usize) -> String {
        format!("{name} ({n})")
    }

    /// Moves a practice, for those who hear it.
    pub fn move_label(&self, title: &str, is_up: bool) -> String {
        let l = self.editor_page();
        let way = if is_up { l.up } else { l.down };
        format!("{way}: {}", isolated(title))
    }

    /// What a field was taken back to.
    pub fn as_base_label(&self, field: &str) -> String {
        format!("{}: {field}", self.editor_page().as_base)
    }
}
