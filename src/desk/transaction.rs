//! What somebody does: edits that belong together, with a title. The only unit of undo.

use super::halves::Halves;
use crate::model::{
    ActionId, Answer, Assessment, AssessmentId, Edit, Fact, Horizon, MetricId, PracticeId,
    WorkshopId,
};

/// Edits that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Transaction {
    /// What it is, for the message and for undo.
    pub title: Title,
    /// What it does, in this order.
    pub steps: Vec<(AssessmentId, Step)>,
}

/// A part of a transaction.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Change a field.
    Edit(Edit),
    /// Take in an assessment: as a new one, or joined with the one that has its id. Whoever takes one
    /// in wants it here, though it was removed before.
    Take(Box<Assessment>),
    /// The same for one of many, which the quick store has no room for.
    TakeOneOfMany(Box<Assessment>),
}

/// What a transaction is. Words make a sentence of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Title {
    /// Answering a practice.
    Answer(PracticeId),
    /// Clearing an answer.
    Clear(PracticeId),
    /// Writing a note.
    Note(PracticeId),
    /// Pointing to evidence.
    Evidence(PracticeId),
    /// Setting a target.
    Target(PracticeId),
    /// Setting the target of all practices of a choice.
    TargetOfAll,
    /// Entering a measurement.
    Measure(MetricId),
    /// Taking numbers that were computed from files.
    Computed {
        /// How many.
        count: usize,
    },
    /// Starting an assessment.
    Start,
    /// Naming the team.
    Rename,
    /// Choosing what is asked.
    Scope,
    /// Saying something of the team.
    Say(Fact),
    /// Deciding something, or changing what was decided.
    Act(ActionId),
    /// Moving what was decided to another column of the plan.
    MoveAction(ActionId, Horizon),
    /// Adding a suggested step to the plan.
    TakeUp(PracticeId),
    /// Removing what was decided.
    RemoveAction(ActionId),
    /// Keeping a snapshot.
    Snapshot {
        /// Its name.
        name: String,
    },
    /// Beginning a round.
    Round {
        /// What it is called.
        name: String,
        /// How many answers are carried over.
        carried: usize,
    },
    /// Giving a round or a snapshot another name.
    NameRound,
    /// Removing a snapshot.
    RemoveSnapshot {
        /// Its name.
        name: String,
    },
    /// Confirming answers that were carried over.
    Confirm {
        /// How many.
        count: usize,
    },
    /// Making everything as it was at an earlier time.
    GoBack {
        /// When that was, as it was shown.
        at: String,
    },
    /// Moving to another version of the questionnaire.
    Move,
    /// Holding a workshop, or changing how it is held.
    Hold(WorkshopId),
    /// Where the room is and how long it has: no step to be undone.
    Steer(WorkshopId),
    /// Laying the ballots on the table.
    Reveal(WorkshopId),
    /// Counting ballots.
    Cast {
        /// How many.
        count: usize,
    },
    /// A ballot that was filled in on this device: the next person has it, and undoes nothing.
    HandIn,
    /// Taking a ballot out.
    RemoveBallot,
    /// What came of a practice in a workshop.
    Settle(WorkshopId, PracticeId),
    /// Taking over what everybody says alike.
    Agree {
        /// How many practices.
        count: usize,
    },
    /// Finishing a workshop.
    Finish {
        /// How many practices were agreed on.
        agreed: usize,
        /// How many people took part.
        people: usize,
    },
    /// Removing a workshop with its ballots.
    GiveUp,
    /// Removing an assessment.
    Remove {
        /// The team.
        team: String,
    },
    /// Bringing an assessment back.
    BringBack {
        /// The team.
        team: String,
    },
    /// Opening the sample.
    Sample,
    /// Removing all of it.
    RemoveSample,
    /// Taking in what was in a link.
    Shared,
    /// Taking in what was in files.
    Import(Vec<Imported>),
}

/// What became of an assessment that was taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The team.
    pub team: String,
    /// How it was taken in.
    pub how: TakenAs,
    /// Whether its file was edited by hand.
    pub edited_outside: bool,
    /// What became of the halves of a workshop.
    pub halves: Halves,
}

/// How an assessment was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenAs {
    /// It was not here before.
    New,
    /// It was joined with the one that was here.
    Joined,
    /// The one that was here is as it is in the file.
    Replaced,
    /// It stands beside the one that was here.
    Beside,
    /// It was left: together with the one that is here, it is more than can be kept.
    TooMuch,
}

impl Title {
    /// Whether it is about assessments as wholes, to be undone from where they are listed.
    #[must_use]
    pub fn is_about_wholes(&self) -> bool {
        matches!(
            self,
            Self::Start
                | Self::Sample
                | Self::RemoveSample
                | Self::Shared
                | Self::Import(_)
                | Self::Remove { .. }
                | Self::BringBack { .. }
        )
    }

    /// Whether it is a step to be undone at all. What was revealed is not made secret again without a
    /// trace.
    #[must_use]
    pub fn is_undoable(&self) -> bool {
        !matches!(self, Self::Steer(_) | Self::HandIn | Self::Reveal(_))
    }

    /// Whether a message says that it was done and offers to take it back: it changes or takes away
    /// more than the one field that somebody looks at.
    #[must_use]
    pub fn is_told(&self) -> bool {
        matches!(
            self,
            Self::Clear(_)
                | Self::Say(Fact::Logo)
                | Self::TargetOfAll
                | Self::RemoveAction(_)
                | Self::MoveAction(..)
                | Self::TakeUp(_)
                | Self::Snapshot { .. }
                | Self::Round { .. }
                | Self::RemoveSnapshot { .. }
                | Self::Confirm { .. }
                | Self::GoBack { .. }
                | Self::Move
                | Self::RemoveBallot
                | Self::Agree { .. }
                | Self::Computed { .. }
                | Self::Finish { .. }
                | Self::GiveUp
                | Self::Remove { .. }
                | Self::RemoveSample
                | Self::Import(_)
        )
    }
}

impl Transaction {
    /// A transaction of one edit.
    #[must_use]
    pub fn of(id: &AssessmentId, edit: Edit) -> Self {
        let title = title_of(&edit);
        let steps = vec![(id.clone(), Step::Edit(edit))];
        Self { title, steps }
    }

    /// A transaction of several edits to one assessment.
    #[must_use]
    pub fn all(title: Title, id: &AssessmentId, edits: Vec<Edit>) -> Self {
        let steps = edits.into_iter().map(|e| (id.clone(), Step::Edit(e)));
        Self {
            title,
            steps: steps.collect(),
        }
    }
}

/// What one edit is, by itself.
fn title_of(edit: &Edit) -> Title {
    match edit {
        Edit::Respond(id, Some(_)) => Title::Answer(id.clone()),
        Edit::Respond(id, None) | Edit::Carry(id, _) => Title::Clear(id.clone()),
        Edit::Note(id, _) => Title::Note(id.clone()),
        Edit::Evidence(id, _) => Title::Evidence(id.clone()),
        Edit::Target(id, _) => Title::Target(id.clone()),
        Edit::Measure(id, _) => Title::Measure(id.clone()),
        Edit::Team(_) => Title::Rename,
        Edit::Scope(_) => Title::Scope,
        Edit::Say(fact, _) => Title::Say(*fact),
        Edit::Act(id, Some(_)) => Title::Act(id.clone()),
        Edit::Act(id, None) => Title::RemoveAction(id.clone()),
        Edit::Keep(_, Some(snapshot)) => Title::Snapshot {
            name: snapshot.name.clone(),
        },
        Edit::Keep(_, None) => Title::RemoveSnapshot {
            name: String::new(),
        },
        Edit::Move(_) => Title::Move,
        Edit::Workshop(id, Some(_)) => Title::Hold(id.clone()),
        Edit::Workshop(_, None) => Title::GiveUp,
        Edit::Cast(_, Some(_)) => Title::Cast { count: 1 },
        Edit::Cast(_, None) => Title::RemoveBallot,
        Edit::Settle(key, _) => Title::Settle(key.workshop.clone(), key.of.clone()),
        Edit::Removed(Some(())) => Title::Remove {
            team: String::new(),
        },
        Edit::Removed(None) => Title::BringBack {
            team: String::new(),
        },
    }
}

/// Whether an edit is one letter more or less in a text or a number, so that going on is no step of
/// its own.
#[must_use]
pub fn is_typing(edit: &Edit, inverse: &Edit) -> bool {
    let has_reason = |e: &Edit| matches!(e, Edit::Respond(_, Some(Answer::NotApplicable(_))));
    match edit {
        // A picture is chosen as a whole.
        Edit::Say(Fact::Logo, _) => false,
        Edit::Team(_) | Edit::Note(..) | Edit::Evidence(..) | Edit::Measure(..) | Edit::Say(..) => {
            true
        }
        // Hands are counted and dissent is typed; what the room decided is a step of its own.
        Edit::Settle(_, Some(after)) => match inverse {
            Edit::Settle(_, before) => {
                before.as_ref().map(|o| o.settled).unwrap_or_default() == after.settled
            }
            _ => false,
        },
        // A text of it was typed, or a choice made: what was decided stays.
        Edit::Act(_, action) => matches!((action, inverse), (Some(_), Edit::Act(_, Some(_)))),
        Edit::Respond(..) => has_reason(edit) && has_reason(inverse),
        _ => false,
    }
}
