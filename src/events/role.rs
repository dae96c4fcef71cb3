//! What a table is about, and what its columns can mean.

/// What a row of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Something went out to an environment, or was meant to.
    Deployments,
    /// A commit or a pull request.
    Changes,
    /// An incident.
    Incidents,
    /// An alert or a page.
    Pages,
    /// How an objective did over a window.
    Objectives,
    /// A request to a team: when it was asked, when it was had, by which channel.
    Tickets,
    /// What was to be done after an incident, by its date.
    Actions,
    /// A service, a component or a team, of which something holds.
    Services,
    /// An answer of a survey.
    Answers,
    /// Something that takes from one moment to another.
    Spans,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::Deployments,
        Self::Changes,
        Self::Incidents,
        Self::Pages,
        Self::Objectives,
        Self::Tickets,
        Self::Actions,
        Self::Services,
        Self::Answers,
        Self::Spans,
    ];

    /// Returns the word by which it is remembered.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Deployments => "deployments",
            Self::Changes => "changes",
            Self::Incidents => "incidents",
            Self::Pages => "pages",
            Self::Objectives => "objectives",
            Self::Tickets => "tickets",
            Self::Actions => "actions",
            Self::Services => "services",
            Self::Answers => "answers",
            Self::Spans => "spans",
        }
    }

    /// Returns the kind of a word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Returns the roles that columns of this kind can have, the most telling first.
    #[must_use]
    pub fn roles(self) -> &'static [Role] {
        use Role as R;
        match self {
            Self::Deployments => &[
                R::Finished,
                R::Started,
                R::Created,
                R::Took,
                R::Changed,
                R::Environment,
                R::Outcome,
                R::Inner,
                R::Id,
                R::Service,
                R::Revision,
                R::Sort,
                R::Title,
                R::Branch,
                R::Labels,
                R::Committed,
                R::Failed,
                R::Recovered,
                R::Unplanned,
            ],
            Self::Changes => &[
                R::Committed,
                R::Merged,
                R::Deployed,
                R::Created,
                R::Id,
                R::Revision,
                R::Commits,
                R::Parents,
                R::Title,
                R::Text,
                R::Branch,
                R::Outcome,
                R::Service,
            ],
            Self::Incidents | Self::Pages => &[
                R::Began,
                R::Created,
                R::Detected,
                R::Acknowledged,
                R::Mitigated,
                R::Resolved,
                R::Changed,
                R::Took,
                R::Id,
                R::Title,
                R::Outcome,
                R::Sort,
                R::Service,
                R::Cause,
                R::Pages,
                R::ActedOn,
                R::FoundFirst,
            ],
            Self::Objectives => &[
                R::Id,
                R::Service,
                R::Target,
                R::Reached,
                R::BudgetLeft,
                R::Good,
                R::Bad,
                R::All,
                R::Window,
                R::When,
                R::Outcome,
            ],
            Self::Tickets | Self::Spans => &[
                R::From,
                R::To,
                R::Took,
                R::Id,
                R::Title,
                R::Outcome,
                R::Sort,
                R::Channel,
                R::Service,
            ],
            Self::Actions => &[
                R::Due,
                R::Done,
                R::Created,
                R::Outcome,
                R::Id,
                R::Title,
                R::Sort,
            ],
            Self::Services => &[R::Id, R::Holds, R::When, R::Sort, R::Service],
            Self::Answers => &[R::Score, R::When, R::Sort],
        }
    }
}

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// What tells a row's thing apart from others.
    Id,
    /// The service, repository or project.
    Service,
    /// The environment of a deployment.
    Environment,
    /// How it ended, or how it stands.
    Outcome,
    /// How the job inside ended: it can fail within a success.
    Inner,
    /// Which sort of row it is: a workflow, an issue's type, an incident's kind. Some can be left out.
    Sort,
    /// Its title.
    Title,
    /// A longer text, such as a commit's message.
    Text,
    /// The branch or tag.
    Branch,
    /// Its labels.
    Labels,
    /// When it was made or opened.
    Created,
    /// When it began to run.
    Started,
    /// When it was finished.
    Finished,
    /// When it last changed its state.
    Changed,
    /// How long it took.
    Took,
    /// What was deployed or merged: a sha, a tag, a version.
    Revision,
    /// Revisions that belong to it, such as a pull request's commits.
    Commits,
    /// What came directly before a commit: more than one makes it a merge.
    Parents,
    /// When its first commit was written.
    Committed,
    /// When it was merged.
    Merged,
    /// When it was in production.
    Deployed,
    /// When harm began.
    Began,
    /// When it was noticed.
    Detected,
    /// When a human took it up.
    Acknowledged,
    /// When harm was over for users.
    Mitigated,
    /// When it was closed.
    Resolved,
    /// The deployment or revision that caused it.
    Cause,
    /// How many times it paged a human.
    Pages,
    /// Whether it was acted on.
    ActedOn,
    /// Whether monitoring found it first.
    FoundFirst,
    /// Whether a deployment needed immediate intervention.
    Failed,
    /// When that was over.
    Recovered,
    /// Whether a deployment was unplanned.
    Unplanned,
    /// When something that takes time began.
    From,
    /// When it was over.
    To,
    /// By which channel a request came.
    Channel,
    /// By when it was due.
    Due,
    /// When it was done.
    Done,
    /// Whether it is so.
    Holds,
    /// When that was so.
    When,
    /// The number of an answer.
    Score,
    /// Good events.
    Good,
    /// Bad events.
    Bad,
    /// All events.
    All,
    /// The objective.
    Target,
    /// What was reached.
    Reached,
    /// What is left of the error budget.
    BudgetLeft,
    /// How long the window is.
    Window,
}

impl Role {
    /// All roles with the words by which they are remembered.
    pub const ALL: [(Self, &'static str); 48] = [
        (Self::Id, "id"),
        (Self::Service, "service"),
        (Self::Environment, "environment"),
        (Self::Outcome, "outcome"),
        (Self::Inner, "inner"),
        (Self::Sort, "sort"),
        (Self::Title, "title"),
        (Self::Text, "text"),
        (Self::Branch, "branch"),
        (Self::Labels, "labels"),
        (Self::Created, "created"),
        (Self::Started, "started"),
        (Self::Finished, "finished"),
        (Self::Changed, "changed"),
        (Self::Took, "took"),
        (Self::Revision, "revision"),
        (Self::Commits, "commits"),
        (Self::Parents, "parents"),
        (Self::Committed, "committed"),
        (Self::Merged, "merged"),
        (Self::Deployed, "deployed"),
        (Self::Began, "began"),
        (Self::Detected, "detected"),
        (Self::Acknowledged, "acknowledged"),
        (Self::Mitigated, "mitigated"),
        (Self::Resolved, "resolved"),
        (Self::Cause, "cause"),
        (Self::Pages, "pages"),
        (Self::ActedOn, "acted-on"),
        (Self::FoundFirst, "found-first"),
        (Self::Failed, "failed"),
        (Self::Recovered, "recovered"),
        (Self::Unplanned, "unplanned"),
        (Self::From, "from"),
        (Self::To, "to"),
        (Self::Channel, "channel"),
        (Self::Due, "due"),
        (Self::Done, "done"),
        (Self::Holds, "holds"),
        (Self::When, "when"),
        (Self::Score, "score"),
        (Self::Good, "good"),
        (Self::Bad, "bad"),
        (Self::All, "all"),
        (Self::Target, "target"),
        (Self::Reached, "reached"),
        (Self::BudgetLeft, "budget-left"),
        (Self::Window, "window"),
    ];

    /// Returns the word by which it is remembered.
    #[must_use]
    pub fn id(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(role, _)| *role == self)
            .map_or("", |(_, id)| id)
    }

    /// Returns the role of a word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, own)| *own == id)
            .map(|(role, _)| *role)
    }

    /// Returns what its cells hold.
    #[must_use]
    pub fn holds(self) -> Holds {
        match self {
            Self::Created
            | Self::Started
            | Self::Finished
            | Self::Changed
            | Self::Committed
            | Self::Merged
            | Self::Deployed
            | Self::Began
            | Self::Detected
            | Self::Acknowledged
            | Self::Mitigated
            | Self::Resolved
            | Self::Recovered
            | Self::From
            | Self::To
            | Self::Due
            | Self::Done
            | Self::When => Holds::Times,
            Self::Took | Self::Window => Holds::Spans,
            Self::Pages
            | Self::Score
            | Self::Good
            | Self::Bad
            | Self::All
            | Self::Target
            | Self::Reached
            | Self::BudgetLeft => Holds::Numbers,
            Self::Environment
            | Self::Sort
            | Self::Channel
            | Self::Holds
            | Self::ActedOn
            | Self::FoundFirst
            | Self::Failed
            | Self::Unplanned => Holds::Choices,
            Self::Outcome | Self::Inner => Holds::Outcomes,
            _ => Holds::Texts,
        }
    }
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Any text.
    Texts,
    /// A few texts, some of which are meant: the environments that are production, the sorts of rows that
    /// count, what means yes.
    Choices,
    /// A few texts, each of which is an outcome.
    Outcomes,
    /// Moments.
    Times,
    /// Durations.
    Spans,
    /// Numbers.
    Numbers,
}
