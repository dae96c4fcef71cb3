//! What came of a table's rows, before any metric.

use super::count;
use crate::events::extract::extracted::{Doubt, Reason};
use crate::model::text::isolated;
use crate::words::Words;

impl Words {
    /// Why no event came of rows.
    pub fn no_event(&self, why: Reason) -> &'static str {
        match why {
            Reason::NoTime => "no time that could be read",
            Reason::Again => "a second row of the same thing",
            Reason::OtherSort => "of a sort that does not count",
            Reason::Withdrawn => "declined, withdrawn or merged into another",
            Reason::NotMerged => "never merged",
            Reason::MergeCommit => "only joins two branches",
            Reason::EndsBeforeItBegins => "ends before it begins",
            Reason::InFuture => "lies in the future",
            Reason::ClosedWithoutTime => "closed, and the file does not say when",
            Reason::OtherWindow => "about another window",
            Reason::Invalid => "called invalid by the tool itself",
            Reason::NoNumber => "its number is missing",
            Reason::NotSaid => "does not say whether it is so",
            Reason::NoName => "names nothing that could be counted",
        }
    }

    /// What makes a file's rows doubtful.
    pub fn rows_doubt(&self, doubt: &Doubt) -> String {
        match doubt {
            Doubt::ZoneAssumed(role) => format!("“{}” has no time zone. It was read in the zone that is chosen below.", self.column_role(*role)),
            Doubt::NotTimes { role, cells } => format!("{} in “{}” {} no time.", count(*cells, "cell", "cells"), self.column_role(*role), if *cells == 1 { "holds" } else { "hold" }),
            Doubt::DatesOnly(role) => format!("“{}” has days without a time, so hours between them mean little.", self.column_role(*role)),
            Doubt::AllEqual(role) => format!("All times of “{}” are the same. That is when the file was made, and not when things happened.", self.column_role(*role)),
            Doubt::NoOutcome => "No column says how it ended. Each row is taken to have succeeded.".to_owned(),
            Doubt::NoEnvironment => "No column says where it went. Each row is taken to be production.".to_owned(),
            Doubt::FinishIsCreation { rows } => format!("{} no finish and {} by when it was created.", count(*rows, "row has", "rows have"), if *rows == 1 { "counts" } else { "count" }),
            Doubt::NewValue { role, text, rows } => format!("“{}” is new in “{}”, in {}. It was judged by its words; look below.", isolated(text), self.column_role(*role), count(*rows, "row", "rows")),
            Doubt::DetectedAtOnce { .. } => "Everything was noticed at the very moment at which it began. The tool sets both at once, so this says nothing about how long noticing takes.".to_owned(),
            Doubt::DurationsDisagree { rows } => format!("In {} the duration says something else than the two times. The times count.", count(*rows, "row", "rows")),
            Doubt::ClocksChanged { twice, never, .. } => format!("{} in an hour that occurs twice or not at all, since the clocks changed. Of two hours the first was taken.", count(*twice + *never, "time lies", "times lie")),
            Doubt::NothingDeploys => "Nothing looks like a deployment among these runs, so none is counted. Choose below what deploys.".to_owned(),
            Doubt::NoDeploymentSort => "Nothing looks like a deployment among these runs, so all are taken. Choose below what deploys.".to_owned(),
        }
    }
}
