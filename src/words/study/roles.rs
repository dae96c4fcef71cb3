//! What columns and values mean.

use crate::events::guess::{By, Why};
use crate::events::{Kind, Outcome, Role};
use crate::model::text::isolated;
use crate::words::Words;

impl Words {
    /// What the rows of a table are.
    pub fn kind_of_rows(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Deployments => "Deployments",
            Kind::Changes => "Commits or pull requests",
            Kind::Incidents => "Incidents",
            Kind::Pages => "Alerts or pages",
            Kind::Objectives => "Service level objectives",
            Kind::Tickets => "Requests",
            Kind::Actions => "Actions after incidents",
            Kind::Services => "Services or teams",
            Kind::Answers => "Answers of a survey",
            Kind::Spans => "Things that take time",
        }
    }

    /// What a column means.
    pub fn column_role(&self, role: Role) -> &'static str {
        match role {
            Role::Id => "Id",
            Role::Service => "Service or repository",
            Role::Environment => "Environment",
            Role::Outcome => "State or result",
            Role::Inner => "Result of the job inside",
            Role::Sort => "Sort of row",
            Role::Title => "Title",
            Role::Text => "Text",
            Role::Branch => "Branch or tag",
            Role::Labels => "Labels",
            Role::Created => "Created",
            Role::Started => "Started",
            Role::Finished => "Finished",
            Role::Changed => "Last changed",
            Role::Took => "Duration",
            Role::Revision => "Commit or version",
            Role::Commits => "Its commits",
            Role::Parents => "Parent commits",
            Role::Committed => "First commit",
            Role::Merged => "Merged",
            Role::Deployed => "In production",
            Role::Began => "Harm began",
            Role::Detected => "Noticed",
            Role::Acknowledged => "Acknowledged",
            Role::Mitigated => "Harm was over",
            Role::Resolved => "Closed",
            Role::Cause => "Deployment that caused it",
            Role::Pages => "How often it paged",
            Role::ActedOn => "Acted on",
            Role::FoundFirst => "Found by monitoring first",
            Role::Failed => "Failed for users",
            Role::Recovered => "Recovered",
            Role::Unplanned => "Unplanned, after an incident",
            Role::From => "From",
            Role::To => "Until",
            Role::Channel => "Channel",
            Role::Due => "Due",
            Role::Done => "Done",
            Role::Holds => "Is it so?",
            Role::When => "When",
            Role::Score => "Score",
            Role::Good => "Good events",
            Role::Bad => "Bad events",
            Role::All => "All events",
            Role::Target => "Objective",
            Role::Reached => "Reached",
            Role::BudgetLeft => "Error budget left",
            Role::Window => "Window",
        }
    }

    /// What is asked about the values of a column.
    pub fn which_values(&self, role: Role) -> &'static str {
        match role {
            Role::Environment => "Which of these are production?",
            Role::Outcome | Role::Inner => "What does each of these mean?",
            Role::Sort => "Which of these count?",
            Role::Channel => "Which of these go without waiting for a person?",
            Role::Failed => "Which of these mean that it failed for users?",
            Role::Unplanned => "Which of these mean unplanned work?",
            _ => "Which of these mean yes?",
        }
    }

    /// How a deployment, a change or an incident stands.
    pub fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Succeeded => "succeeded, or done",
            Outcome::Failed => "failed",
            Outcome::Cancelled => "cancelled or skipped",
            Outcome::Running => "not ended yet",
            Outcome::Unsaid => "does not say",
        }
    }

    /// A value of a column, and what it is read as where that is not plain.
    pub fn read_as(&self, cell: &str, means: Option<&str>) -> String {
        match means {
            Some(means) if means != cell => [&isolated(cell), " → ", means].concat(),
            _ => isolated(cell),
        }
    }

    /// By which columns a tool's file was recognised.
    pub fn recognised_by(&self, columns: &[String]) -> String {
        let each: Vec<_> = columns
            .iter()
            .map(|c| format!("“{}”", isolated(c)))
            .collect();
        format!("Recognised by {}.", each.join(", "))
    }

    /// A column of the last time is gone; another one may have its meaning now.
    pub fn missed_column(&self, role: Role, header: &str, now: Option<&str>) -> String {
        let (header, role) = (isolated(header), self.column_role(role));
        match now.map(isolated) {
            Some(now) => format!(
                "The last file like this had a column “{header}” for “{role}”. It is gone, and “{now}” was taken: check that it means the same."
            ),
            None => format!(
                "The last file like this had a column “{header}” for “{role}”. It is gone: choose another below."
            ),
        }
    }

    /// Which way a day is read.
    pub fn which_day(&self, header: &str, cell: &str) -> String {
        format!(
            "Which day is “{}” in “{}”?",
            isolated(cell),
            isolated(header)
        )
    }

    /// Why a column was taken for a role.
    pub fn why_column(&self, why: &Why) -> String {
        let by = match why.by {
            By::Source => "known from this tool",
            By::Name => "by its name",
            By::Content => "by what it holds",
            By::Choice => "chosen by you",
        };
        if why.of == 0 {
            return format!("{by}; all cells are empty");
        }
        format!("{by}; {} of {} cells fit", why.fits, why.of)
    }
}
