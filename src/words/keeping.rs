//! Sentences on what is kept, removed, taken in and handed out.
#![expect(missing_docs, reason = "a sentence is its own documentation")]

use super::Words;
use crate::desk::Kept;
use crate::model::text::{cut, isolated};
use crate::model::validate::MAX_NAME;
use crate::storage::{Holding, How, StoreError};

impl Words {
    pub fn changed(&self, day: &str) -> String {
        format!("changed {day}")
    }

    pub fn backed_up(&self, day: Option<&str>, is_stale: bool) -> String {
        match day {
            None => "never downloaded".to_owned(),
            Some(day) if is_stale => format!("downloaded {day}, changed since"),
            Some(day) => format!("downloaded {day}"),
        }
    }

    pub fn saved_short(&self, at: &str) -> String {
        format!("Saved {at}")
    }

    /// Of whom there is no copy that has everything, and when they were downloaded last.
    pub fn copy_due(&self, due: &[(String, Option<String>)]) -> String {
        let never = due.iter().filter(|(_, day)| day.is_none()).count();
        let what = match due {
            [(team, None)] => format!("“{}” was never downloaded.", isolated(team)),
            [(team, Some(day))] => format!(
                "“{}” was last downloaded on {day} and has changed since.",
                isolated(team)
            ),
            _ if never == due.len() => format!("{never} assessments were never downloaded."),
            _ if never == 0 => format!(
                "{} assessments have changed since they were downloaded.",
                due.len()
            ),
            _ => format!(
                "{} assessments have changed since they were downloaded, or were never downloaded.",
                due.len()
            ),
        };
        format!("{what} A file is safe from a browser that clears its storage.")
    }

    pub fn saved(&self, at: &str, kept: &Kept) -> String {
        match kept {
            Kept::InBoth => format!("Saved in this browser {at}"),
            Kept::QuickStoreOnly(why) => format!(
                "Saved in this browser {at}. If the browser crashes, the last minute may be lost, since its database cannot be used: {}.",
                self.store_error(*why)
            ),
            Kept::DatabaseOnly(why) => format!(
                "Saved in this browser’s database {at}. Its quick store cannot be used: {}.",
                self.store_error(*why)
            ),
        }
    }

    pub fn not_saved(&self, why: StoreError) -> String {
        format!(
            "Not saved: {}. The app works on from memory. Download the assessment before you close this page.",
            self.store_error(why)
        )
    }

    pub fn removed(&self, team: &str) -> String {
        format!("“{}” was removed.", isolated(team))
    }

    pub fn imported(&self, team: &str) -> String {
        format!("“{}” was opened from the file.", isolated(team))
    }

    pub fn merged(&self, team: &str) -> String {
        format!(
            "“{}” was here already. The later answer of each question was kept.",
            isolated(team)
        )
    }

    pub fn replaced(&self, team: &str) -> String {
        format!("“{}” is as it was in the file.", isolated(team))
    }

    pub fn opened_beside(&self, team: &str) -> String {
        format!(
            "“{}” was opened beside the one that was here.",
            isolated(team)
        )
    }

    pub fn copy_of(&self, team: &str) -> String {
        let mark = " (copy)";
        cut(team, MAX_NAME - mark.len()).to_owned() + mark
    }

    pub fn gone_back(&self, at: &str) -> String {
        format!("Everything is as it was on {at}.")
    }

    pub fn part_refused(&self, number: usize, why: &str) -> String {
        format!("Assessment {number} of the file: {why}")
    }

    pub fn here_already(&self, done: &str, day: Option<&str>) -> String {
        match day {
            Some(day) => format!("here already: {done}, changed {day}"),
            None => format!("here already: {done}"),
        }
    }

    pub fn how_label(&self, team: &str) -> String {
        format!("What to do with “{}”", isolated(team))
    }

    pub fn how(&self, how: How, is_here: bool) -> &'static str {
        match how {
            How::Join if is_here => "Join: keep the later answer of each question",
            How::Join => "Open",
            How::Replace => "Replace the one that is here",
            How::KeepBoth => "Open beside it",
            How::Skip => "Leave it",
        }
    }

    /// Whether all is whole, how many records, how large.
    pub fn holding(&self, holding: &Holding) -> [String; 3] {
        let mut said = match holding.same {
            1 => "1 assessment, whole".to_owned(),
            n => format!("{n} assessments, whole"),
        };
        if holding.differing > 0 {
            said += &format!("; {} not as on the screen", holding.differing);
        }
        if holding.unreadable > 0 {
            said += &format!("; {} cannot be read", holding.unreadable);
        }
        let size = format!("{} kB", holding.size.div_ceil(1000));
        [said, holding.records.to_string(), size]
    }

    pub fn no_store(&self, why: StoreError) -> [String; 3] {
        let said = format!("Not in use: {}", self.store_error(why));
        [said, String::new(), String::new()]
    }
}
