//! What makes a value doubtful. None of it stops the number.

/// What makes a value doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Fewer than 3 cases: the number says little more than what happened those times.
    VeryFew {
        /// How many.
        n: u32,
    },
    /// Fewer than 5 cases: one more may move it far.
    Few {
        /// How many.
        n: u32,
    },
    /// The file covers fewer days than are wanted.
    Shorter {
        /// How many days were wanted.
        asked: u32,
        /// How many there are.
        got: u32,
    },
    /// Since there were few cases in the usual time, a longer one was taken, as the metric's text says.
    Longer {
        /// How many weeks are usual.
        usual: u32,
        /// How many were taken.
        taken: u32,
    },
    /// No row says how it ended: all are taken to have succeeded.
    OutcomeUnsaid {
        /// How many of the cases.
        n: u32,
    },
    /// No row names an environment: all are taken to be production.
    EnvironmentUnsaid,
    /// They are of several services together; the metric is about one.
    SeveralServices {
        /// How many.
        n: u32,
    },
    /// All times are at midnight: they are days, and hours are noise.
    AllAtMidnight,
    /// All have the very same time: it is when they were written down, not when they happened.
    AllTheSame,
    /// So many take no time at all: the tool sets one moment to the other.
    ZeroSpans {
        /// How many.
        n: u32,
    },
    /// So many incidents name no deployment: some of them may be failures that were not counted.
    Unlinked {
        /// How many.
        n: u32,
    },
    /// Failures were only guessed, by rollbacks, reverts or words: there may be more.
    OnlyGuessed,
    /// So many are still open and count with their age so far.
    OpenCounted {
        /// How many.
        n: u32,
    },
    /// So many incidents began before the deployment that they name was out: either it was going out, or
    /// the link is wrong. They count from when it was out.
    BeganBefore {
        /// How many.
        n: u32,
    },
    /// So many changes were put to the next deployment by time alone.
    ByTime {
        /// How many.
        n: u32,
    },
    /// It counts from the merge: the time before it is missing, and the true value is higher.
    FromMerge,
    /// It is a stand-in for what the metric asks, which the file does not say.
    StandIn,
    /// So many have only a duration by a column, and not two moments that could be compared.
    DurationsOnly {
        /// How many.
        n: u32,
    },
    /// Always 100 %: targets may be too easy.
    AlwaysMet,
}
