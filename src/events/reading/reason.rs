//! Why rows are no case, and why there is no number at all.

use crate::events::period::Period;
use crate::events::rows::Rows;

/// Why a row is no case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Reason {
    /// It is of another service than the one that was chosen.
    OtherService,
    /// It went to another environment than production.
    OtherEnvironment,
    /// The pipeline failed: nothing reached users. That is no failed deployment.
    PipelineFailed,
    /// It was cancelled, skipped, or had nothing to do.
    Cancelled,
    /// It had not ended.
    Running,
    /// Another row of the same deployment, change, incident or request is counted.
    Doubled,
    /// It has no time that could be read where one is needed.
    NoTime,
    /// Its time is later than now, or before 1990: a mistake, or a field that was never set.
    ImpossibleTime,
    /// It is outside the days that are counted.
    OtherDays,
    /// It only joins two branches.
    MergeCommit,
    /// It is a commit of a pull request that is counted.
    InPullRequest,
    /// It was there before the file's first deployment: which one brought it is unknown.
    BeforeFirstDeployment,
    /// It is not in production yet.
    NotDeployed,
    /// It has no commit's time; others have, and the two are not mixed.
    NoCommitTime,
    /// It ends before it starts.
    Negative,
    /// It took no time at all: one moment was copied from the other, or a robot did it.
    Zero,
    /// It is no incident: a test, declined, merged into another, or planned work.
    NotAnIncident,
    /// It paged nobody.
    NoPage,
    /// It names no deployment of the files, so that it marks none as failed.
    NamesNoDeployment,
    /// It has not ended yet, and the metric is about what ended.
    StillOpen,
    /// It is not due yet.
    NotDue,
    /// A column that is needed says nothing for it.
    Unsaid,
    /// Its number is outside the scale of the question.
    OutsideScale,
    /// An earlier look at the same objective in the same month.
    EarlierLook,
    /// It is a rollback, and the options take those out.
    Rollback,
}

impl Reason {
    /// All, in their order.
    pub const ALL: [Self; 25] = [
        Self::OtherService,
        Self::OtherEnvironment,
        Self::PipelineFailed,
        Self::Cancelled,
        Self::Running,
        Self::Doubled,
        Self::NoTime,
        Self::ImpossibleTime,
        Self::OtherDays,
        Self::MergeCommit,
        Self::InPullRequest,
        Self::BeforeFirstDeployment,
        Self::NotDeployed,
        Self::NoCommitTime,
        Self::Negative,
        Self::Zero,
        Self::NotAnIncident,
        Self::NoPage,
        Self::NamesNoDeployment,
        Self::StillOpen,
        Self::NotDue,
        Self::Unsaid,
        Self::OutsideScale,
        Self::EarlierLook,
        Self::Rollback,
    ];
}

/// The rows that are no case for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The reason.
    pub why: Reason,
    /// Which rows, in the files' order.
    pub rows: Rows,
}

/// There is no number, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct NoReading {
    /// Why.
    pub why: Why,
    /// The days that would have counted, where there are any.
    pub period: Option<Period>,
    /// The rows that are no case, by reason: often that is where to look.
    pub left_out: Vec<LeftOut>,
}

/// Why there is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The events say nothing about this metric: another file is needed, or it is counted by hand.
    NotFromEvents,
    /// There are no rows of the kind that it needs.
    NoRows,
    /// There are changes, and no deployments that they could be in.
    NoDeployments,
    /// There are deployments, and neither their rows nor another file know the commits that they brought.
    NoChanges,
    /// There are rows, and none of them is a case: see what was left out.
    NoneLeft,
    /// The file covers so many whole days, and a rate needs 7.
    TooShort {
        /// How many whole days there are.
        days: u32,
    },
    /// All of them are on the file's first and last day, which may be in it only in part, so that neither they
    /// nor a zero between them is a rate: say which days the file covers.
    OnlyAtTheEdges {
        /// How many there are.
        n: u32,
    },
    /// The file covers no day of those that are wanted: that is not zero, it is not known.
    NothingCovered,
    /// Nothing marks deployments as failed, or as unplanned: neither a column nor incidents that name
    /// them, and no rollback was found. That is not zero.
    NothingMarks,
    /// None failed in these days: there is nothing to recover from, and the metric is left open.
    NoneFailed,
    /// So many go on where the file ends, and began there: that they take 0 or more says nothing.
    OnlyOpen {
        /// How many go on.
        n: u32,
    },
    /// Changes are out at the moment of their merge, and what was before it is missing.
    MergedAtOnce,
    /// Nothing says that the incidents paged anybody: their tool does not, and no column counts pages.
    PagesUnsaid,
    /// A column that says what the metric asks is missing or empty.
    ColumnMissing,
    /// So few people answered, and the metric's text asks for more: with fewer, the score is noise.
    TooFewAnswers {
        /// How many answered.
        n: u32,
        /// How many it asks for.
        asked: u32,
    },
    /// Nobody was on call, by the options.
    NobodyOnCall,
    /// By the options there are no working hours.
    NoWorkingHours,
}
