//! A number that was computed: its rule, what was left out, what makes it doubtful, why there is none.

use super::{count, grouped};
use crate::events::reading::{
    Beside, Blame, Doubt, Failures, LeadFrom, NoReading, Reason, Rule, Why,
};
use crate::words::Words;

impl Words {
    /// The rule in a sentence or two.
    pub fn rule(&self, rule: &Rule) -> String {
        match rule {
            Rule::Frequency => "Deployments that reached production, divided by the weeks.".to_owned(),
            Rule::LeadTime { from, own_row, by_revision, by_time } => {
                let from = match from {
                    LeadFrom::Commit => "first commit",
                    LeadFrom::Merge => "merge",
                };
                let mut parts = Vec::new();
                let mut add = |n: u32, text: &str| {
                    if n > 0 {
                        parts.push(format!("{n} {text}"));
                    }
                };
                add(*own_row, "by their own row");
                add(*by_revision, "found in a deployment by their commit");
                add(*by_time, "put to the next deployment by time");
                format!("The median time from a change’s {from} until it was in production: {}.", listed(&parts))
            }
            Rule::FailRate { failures, without_rollbacks } => {
                let rollbacks = if *without_rollbacks { " Rollbacks themselves are taken out." } else { "" };
                format!("Failed deployments of all deployments, each once however many incidents it had. {}{rollbacks}", marked(failures))
            }
            Rule::Recovery { failures, from_harm, to_own_row, to_incident, to_repair, open, began_before: _ } => {
                let mut parts = Vec::new();
                let mut add = |n: u32, text: &str| {
                    if n > 0 {
                        parts.push(format!("{n} {text}"));
                    }
                };
                add(*to_own_row, "until their row says so");
                add(*to_incident, "until their incident ended");
                add(*to_repair, "until the next good deployment");
                add(*open, "still open, with their age so far");
                let harm = if *from_harm > 0 { format!(" ({from_harm} from the start of their incident)") } else { String::new() };
                format!("The median from a failed deployment until service was back{harm}: {}. {}", listed(&parts), marked(failures))
            }
            Rule::Rework { column, rollback, words } => {
                let mut parts = Vec::new();
                let mut add = |n: u32, text: &str| {
                    if n > 0 {
                        parts.push(format!("{n} {text}"));
                    }
                };
                add(*column, "by a column");
                add(*rollback, "since an earlier version came back");
                add(*words, "by words such as hotfix");
                let marked = if parts.is_empty() { "none was found".to_owned() } else { listed(&parts) };
                format!("Unplanned deployments after an incident, of all deployments: {marked}.")
            }
            Rule::PagesPerShift { hours, shift } => format!("Incidents that paged somebody, divided by the shifts: {hours} hours on call, {shift} a shift."),
            Rule::Column => "The share of rows for which the column says yes.".to_owned(),
            Rule::Acknowledged => "The share of alerts that somebody acknowledged. Nothing in the file says whether they needed action.".to_owned(),
            Rule::Detect { to_acknowledged: 0 } => "The median from the start of the harm until somebody knew.".to_owned(),
            Rule::Detect { to_acknowledged } => format!("The median from the start of the harm until somebody knew; {} when a person took it up, since nothing says when it was noticed.", count(*to_acknowledged, "ends", "end")),
            Rule::Mitigate { to_close, open } => {
                let mut text = "The median from the start of the harm until users were served well again.".to_owned();
                if *to_close > 0 {
                    text += &format!(" {} with the closing, since nothing says when the harm was over.", count(*to_close, "ends", "end"));
                }
                text + &still_open(*open)
            }
            Rule::Objectives { unmeasured: 0 } => "The share of objectives that were met in their window.".to_owned(),
            Rule::Objectives { unmeasured } => format!("The share of objectives that were met in their window; {} not be measured, which is a miss.", count(*unmeasured, "could", "could")),
            Rule::ActionsDone => "The share of actions that were done by their date. Without a date, or still open, an action is not.".to_owned(),
            Rule::ClockHours { as_they_stand } => "The median of clock hours, nights and weekends included.".to_owned() + &as_stands(*as_they_stand),
            Rule::Percentile90 => "What nine of ten do not exceed, in clock minutes.".to_owned(),
            Rule::WorkingHours { as_they_stand, open } => {
                let text = "The median of working hours: Monday to Friday from 9 to 17, unless others are chosen.".to_owned();
                text + &as_stands(*as_they_stand) + &still_open(*open)
            }
            Rule::WorkingDays => "The median of working days; the first day counts as one.".to_owned(),
            Rule::FourOrFive => "Answers of 4 or 5, of all answers.".to_owned(),
            Rule::Promoters { promoters, detractors } => format!("The percentage of 9s and 10s ({promoters}) less the percentage of 0s to 6s ({detractors})."),
        }
    }

    /// Why there is no number, with the rows that are no case.
    pub fn none_because(&self, none: &NoReading) -> String {
        let why = self.no_reading(none.why);
        let left = none.left_out.iter();
        let left: Vec<_> = left
            .map(|own| {
                let rows = grouped(own.rows.len() as u64);
                format!("{rows}: {}", self.not_counted_row(own.why))
            })
            .collect();
        if none.why != Why::NoneLeft || left.is_empty() {
            return why;
        }
        format!("{why} Left out: {}.", left.join("; "))
    }

    /// Why rows are no case.
    pub fn not_counted_row(&self, why: Reason) -> &'static str {
        match why {
            Reason::OtherService => "of another service",
            Reason::OtherEnvironment => "not production",
            Reason::PipelineFailed => "the pipeline failed, so nothing reached users",
            Reason::Cancelled => "cancelled, skipped, or nothing to do",
            Reason::Running => "had not ended",
            Reason::Doubled => "a second row of the same thing",
            Reason::NoTime => "no time that could be read",
            Reason::ImpossibleTime => "a time that cannot be: in the future, or before 1990",
            Reason::OtherDays => "outside these days",
            Reason::MergeCommit => "only joins two branches",
            Reason::InPullRequest => "counted with its pull request",
            Reason::BeforeFirstDeployment => {
                "older than the first deployment in the file, so it is unknown which one brought it"
            }
            Reason::NotDeployed => "not in production yet",
            Reason::NoCommitTime => "no time of a commit",
            Reason::Negative => "ends before it starts",
            Reason::Zero => "took no time at all, so one time was copied from the other",
            Reason::NotAnIncident => "no incident: a test, declined, merged or planned",
            Reason::NoPage => "paged nobody",
            Reason::NamesNoDeployment => "names no deployment of these files",
            Reason::StillOpen => "still open",
            Reason::NotDue => "not due yet",
            Reason::Unsaid => "the column says nothing",
            Reason::OutsideScale => "outside the scale of the question",
            Reason::EarlierLook => "an earlier look at the same objective",
            Reason::Rollback => "a rollback, which was to be taken out",
        }
    }

    /// Why there is no number.
    pub fn no_reading(&self, why: Why) -> String {
        match why {
            Why::NotFromEvents => "This does not follow from such files. Enter it by hand.".to_owned(),
            Why::NoRows => "No rows of the kind that it needs.".to_owned(),
            Why::NoDeployments => "There are changes, and no deployments that brought them. Drop the deployments, too.".to_owned(),
            Why::NoChanges => "The deployments do not say when their commits were written. Drop the pull requests or the git log, too.".to_owned(),
            Why::NoneLeft => "No row is left that counts.".to_owned(),
            Why::TooShort { days } => format!("The file covers {}, and a rate needs 7.", count(days, "whole day", "whole days")),
            Why::OnlyAtTheEdges { n } => format!("{} on the first and last day of the file, of which it may have only a part. Say which days it covers.", count(n, "deployment, and it is", "deployments, and all are")),
            Why::NothingCovered => "The file covers none of these days. That is not zero, it is not known.".to_owned(),
            Why::NothingMarks => "Nothing says which deployments failed: no column, no incident that names one, no rollback. That is not zero. Drop the incidents, too, or choose a column.".to_owned(),
            Why::NoneFailed => "None failed in these days, so there is nothing to recover from. Leave it open.".to_owned(),
            Why::OnlyOpen { n } => format!("{} still open where the file ends, so how long it takes is not known yet. Export the file once more, later.", count(n, "is", "are")),
            Why::MergedAtOnce => "Changes were out at the moment of their merge, and the time before it is missing. Drop the git log, too, or export the pull requests with their commits.".to_owned(),
            Why::PagesUnsaid => "Nothing says that these incidents paged anybody. Drop an export of what pages people, such as PagerDuty or Opsgenie, or choose a column for how often each paged.".to_owned(),
            Why::ColumnMissing => "The column that says it is missing or empty.".to_owned(),
            Why::TooFewAnswers { n, asked } => format!("{}, and the metric asks for {asked}: with fewer, the score is noise.", count(n, "answer", "answers")),
            Why::NobodyOnCall => "Say how many people are on call at a time.".to_owned(),
            Why::NoWorkingHours => "Say when people work.".to_owned(),
        }
    }

    /// What makes a number doubtful.
    pub fn reading_doubt(&self, doubt: Doubt) -> String {
        match doubt {
            Doubt::VeryFew { n } => format!("Only {}: this says little more than what happened those times.", count(n, "case", "cases")),
            Doubt::Few { n } => format!("Only {n} cases: one more may move it far."),
            Doubt::Shorter { asked, got } => format!("The file covers {got} of the {asked} days."),
            Doubt::Longer { usual, taken } => format!("{taken} weeks were taken instead of {usual}, since there were few cases."),
            Doubt::OutcomeUnsaid { .. } => "Nothing says how they ended; all are taken to have succeeded.".to_owned(),
            Doubt::EnvironmentUnsaid => "Nothing says where they went; all are taken to be production.".to_owned(),
            Doubt::SeveralServices { n } => format!("{n} services together. The metric is about one: choose it above."),
            Doubt::AllAtMidnight => "The times are days only, so hours mean little.".to_owned(),
            Doubt::AllTheSame => "All have the same time, so it is when they were written down.".to_owned(),
            Doubt::ZeroSpans { n } => format!("{} no time at all.", count(n, "takes", "take")),
            Doubt::Unlinked { n } => format!("{} no deployment. Some may be failures that are not counted here.", count(n, "incident names", "incidents name")),
            Doubt::OnlyGuessed => "Failures were only found by rollbacks, reverts and words. There may be more.".to_owned(),
            Doubt::OpenCounted { n } => format!("{} still open and counted with the age so far.", count(n, "is", "are")),
            Doubt::BeganBefore { n } => format!("{} before the deployment that it names was out.", count(n, "incident began", "incidents began")),
            Doubt::ByTime { n } => format!("{} put to the next deployment by time alone.", count(n, "change was", "changes were")),
            Doubt::FromMerge => "Counted from the merge: the time before it is missing, so the true value is higher.".to_owned(),
            Doubt::StandIn => "A stand-in: the file does not say what the metric really asks.".to_owned(),
            Doubt::DurationsOnly { n } => format!("{} only a duration, without two times to check it.", count(n, "row has", "rows have")),
            Doubt::AlwaysMet => "Always met: are the objectives too easy?".to_owned(),
        }
    }

    /// A number that was computed.
    pub fn computed(&self, amount: &str, at_least: bool) -> String {
        if at_least {
            format!("at least {amount}")
        } else {
            amount.to_owned()
        }
    }

    /// How many cases a number rests on.
    pub fn cases(&self, n: u64, of: Option<u64>) -> String {
        match of {
            Some(of) => format!("{n} of {of}"),
            None => count(n, "case", "cases"),
        }
    }

    /// How many cases a number over some weeks rests on, and where the file has fewer days.
    pub fn cases_over(&self, cases: &str, doubts: &[Doubt]) -> String {
        let shorter = doubts.iter().find_map(|doubt| match doubt {
            Doubt::Shorter { asked, got } => Some((asked, got)),
            _ => None,
        });
        match shorter {
            Some((asked, got)) => format!("{cases}; the file covers {got} of the {asked} days"),
            None => cases.to_owned(),
        }
    }

    /// Between which values the true one may well lie.
    pub fn likely(&self, low: &str, high: &str) -> String {
        format!("By chance alone it could as well be {low} to {high}.")
    }

    /// The two values in the middle of a few.
    pub fn either(&self, low: &str, high: &str) -> String {
        format!("The two in the middle are {low} and {high}: each could be called the median.")
    }

    /// What stands beside a number; `amount` is the value in the metric's unit, `plain` without one.
    pub fn stands_beside(&self, what: Beside, amount: &str, plain: &str) -> String {
        match what {
            Beside::DaysWithDeployments if plain == "1" => "Deployed on 1 day.".to_owned(),
            Beside::DaysWithDeployments => format!("Deployed on {plain} days."),
            Beside::Percentile90 => format!("Nine of ten take {amount} at most."),
            Beside::Longest => format!("The longest took {amount}."),
            Beside::OldestOpen => format!("The oldest that is open: {amount} so far."),
            Beside::Acknowledged => format!("The median until somebody took it up: {plain} min."),
            Beside::Nights => format!("Nights with a page: {plain}."),
            Beside::BudgetLeft => format!("Error budget left, on average: {plain} %."),
            Beside::LowestBudget => format!("The lowest budget left: {plain} %."),
            Beside::Objectives => format!("Objectives: {plain}."),
            Beside::Open => format!("Still open: {plain}."),
            Beside::WithoutDate => format!("Without a date: {plain}."),
        }
    }
}

/// What marked deployments as failed.
fn marked(failures: &Failures) -> String {
    let Failures {
        column,
        link,
        rollback,
        revert,
        words,
        window,
        blame,
    } = failures;
    let rolled = match blame {
        Blame::Before => "followed by a rollback",
        Blame::AfterTarget => "gone back behind by a rollback",
    };
    let each = [
        (*column, "marked by a column"),
        (*link, "named by an incident"),
        (*rollback, rolled),
        (*revert, "with a change that was reverted"),
        (*words, "followed by a hotfix or rollback by its words"),
        (*window, "followed by an incident soon after"),
    ];
    let parts: Vec<_> = each
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, text)| format!("{n} {text}"))
        .collect();
    if parts.is_empty() {
        return "None failed.".to_owned();
    }
    format!("Failed: {}.", listed(&parts))
}

/// Of rows that have no two moments.
fn as_stands(n: u32) -> String {
    if n == 0 {
        return String::new();
    }
    format!(
        " {} only a number of hours, taken as it stands.",
        count(n, "has", "have")
    )
}

/// Of what has not ended.
fn still_open(n: u32) -> String {
    if n == 0 {
        return String::new();
    }
    format!(
        " {} still open, with the age so far.",
        count(n, "is", "are")
    )
}

fn listed(parts: &[String]) -> String {
    parts.join(", ")
}
