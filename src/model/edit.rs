//! Changes as data. Everything that changes an assessment goes through [`Assessment::apply`].

use super::assessment::{Field, Fields};
use super::decimal::{TOO_LARGE, settle};
use super::maxima::{
    MAX_ASKED, MAX_BALLOTS, MAX_COMMENT, MAX_EVIDENCE, MAX_HANDS, MAX_LINE, MAX_LOGO, MAX_NAME,
    MAX_NOTE, MAX_SUMMARY, MAX_TEXT,
};
use super::text::{cut, line};
use super::{
    Action, ActionId, Answer, Assessment, BallotId, Cast, Counts, Evidence, Fact, Level,
    Measurement, MetricId, Outcome, PracticeId, QuestionnaireRef, Scope, Snapshot, SnapshotId,
    Stamp, Within, Workshop, WorkshopId,
};

/// One change to an assessment. `None` clears the field.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Remove the assessment, or bring it back.
    Removed(Option<()>),
    /// Name the team.
    Team(Option<String>),
    /// Choose what is covered.
    Scope(Option<Scope>),
    /// Answer a practice.
    Respond(PracticeId, Option<Answer>),
    /// Let an answer stand as an earlier round left it, up to this stamp of it.
    Carry(PracticeId, Option<Stamp>),
    /// Write a note on a practice.
    Note(PracticeId, Option<String>),
    /// Point to evidence for a practice's answer.
    Evidence(PracticeId, Option<Vec<Evidence>>),
    /// Enter a measurement.
    Measure(MetricId, Option<Measurement>),
    /// Set a target for a practice.
    Target(PracticeId, Option<Level>),
    /// Decide something.
    Act(ActionId, Option<Action>),
    /// Keep how it stands; or remove what was kept.
    Keep(SnapshotId, Option<Box<Snapshot>>),
    /// Say something of the team.
    Say(Fact, Option<String>),
    /// Move to another version of the questionnaire.
    Move(QuestionnaireRef),
    /// Hold a workshop, or say how far it is; or remove it.
    Workshop(WorkshopId, Option<Box<Workshop>>),
    /// Take in a ballot.
    Cast(Within<BallotId>, Option<Cast>),
    /// Say what came of a practice in a workshop.
    Settle(Within<PracticeId>, Option<Outcome>),
}

impl Edit {
    /// Whether both write the same field.
    #[must_use]
    pub fn same_field(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Team(_), Self::Team(_))
            | (Self::Scope(_), Self::Scope(_))
            | (Self::Removed(_), Self::Removed(_))
            | (Self::Move(_), Self::Move(_)) => true,
            (Self::Respond(a, _), Self::Respond(b, _))
            | (Self::Carry(a, _), Self::Carry(b, _))
            | (Self::Note(a, _), Self::Note(b, _))
            | (Self::Evidence(a, _), Self::Evidence(b, _))
            | (Self::Target(a, _), Self::Target(b, _)) => a == b,
            (Self::Measure(a, _), Self::Measure(b, _)) => a == b,
            (Self::Act(a, _), Self::Act(b, _)) => a == b,
            (Self::Keep(a, _), Self::Keep(b, _)) => a == b,
            (Self::Say(a, _), Self::Say(b, _)) => a == b,
            (Self::Workshop(a, _), Self::Workshop(b, _)) => a == b,
            (Self::Cast(a, _), Self::Cast(b, _)) => a == b,
            (Self::Settle(a, _), Self::Settle(b, _)) => a == b,
            _ => false,
        }
    }

    /// The practice that it is about, if it is about one.
    #[must_use]
    pub fn practice(&self) -> Option<&PracticeId> {
        match self {
            Self::Respond(id, _)
            | Self::Carry(id, _)
            | Self::Note(id, _)
            | Self::Evidence(id, _)
            | Self::Target(id, _) => Some(id),
            Self::Removed(_)
            | Self::Team(_)
            | Self::Scope(_)
            | Self::Measure(..)
            | Self::Act(..)
            | Self::Keep(..)
            | Self::Say(..)
            | Self::Workshop(..)
            | Self::Cast(..)
            | Self::Settle(..)
            | Self::Move(_) => None,
        }
    }

    /// The same edit with texts that are safe to keep: bounded, since one may paste megabytes, and
    /// without control characters other than the line breaks of a note.
    #[must_use]
    pub fn bounded(self) -> Self {
        match self {
            Self::Team(Some(team)) => {
                // A name without letters is none, in a file as on the screen.
                let team = line(&team, MAX_NAME);
                Self::Team((!team.is_empty()).then_some(team))
            }
            Self::Respond(id, Some(Answer::NotApplicable(reason))) => {
                let reason = line(&reason, MAX_LINE);
                Self::Respond(id, Some(Answer::NotApplicable(reason)))
            }
            Self::Note(id, Some(note)) => Self::Note(id, Some(text(&note, MAX_NOTE))),
            Self::Evidence(id, Some(mut list)) => {
                list.truncate(MAX_EVIDENCE);
                for e in &mut list {
                    for part in [&mut e.title, &mut e.address, &mut e.date] {
                        *part = line(part, MAX_LINE);
                    }
                }
                Self::Evidence(id, Some(list))
            }
            Self::Measure(id, Some(mut m)) => {
                m.period = m.period.map(|p| line(&p, MAX_LINE));
                // As it is read again. What no file can hold is no measurement.
                m.value = settle(m.value);
                Self::Measure(id, Some(m).filter(|m| m.value.abs() < TOO_LARGE))
            }
            Self::Act(id, Some(mut action)) => {
                for part in [&mut action.what, &mut action.owner, &mut action.due] {
                    *part = line(part, MAX_LINE);
                }
                Self::Act(id, Some(action))
            }
            Self::Keep(id, Some(mut snapshot)) => {
                snapshot.name = line(&snapshot.name, MAX_NAME);
                snapshot.taken = line(&snapshot.taken, MAX_NAME);
                Self::Keep(id, Some(snapshot))
            }
            // Half a picture is none.
            Self::Say(Fact::Logo, Some(logo)) => {
                Self::Say(Fact::Logo, Some(logo).filter(|logo| logo.len() <= MAX_LOGO))
            }
            Self::Say(Fact::Summary, Some(summary)) => {
                Self::Say(Fact::Summary, Some(text(&summary, MAX_SUMMARY)))
            }
            Self::Say(fact, Some(text)) => Self::Say(fact, Some(line(&text, fact.most()))),
            Self::Workshop(id, Some(mut workshop)) => {
                workshop.title = line(&workshop.title, MAX_NAME);
                workshop.began = line(&workshop.began, MAX_NAME);
                workshop.names.truncate(MAX_BALLOTS);
                for name in &mut workshop.names {
                    *name = line(name, MAX_NAME);
                }
                for asked in [
                    &mut workshop.practices,
                    &mut workshop.added,
                    &mut workshop.dropped,
                ] {
                    asked.truncate(MAX_ASKED);
                }
                // No time is written as 0.
                for time in [
                    &mut workshop.until,
                    &mut workshop.ends,
                    &mut workshop.paused,
                ] {
                    *time = time.filter(|millis| *millis > 0);
                }
                workshop.revealed = workshop.revealed.filter(|(millis, _)| *millis > 0);
                Self::Workshop(id, Some(workshop))
            }
            Self::Cast(id, Some(mut cast)) => {
                cast.name = line(&cast.name, MAX_NAME);
                cast.code = line(&cast.code, MAX_TEXT);
                cast.comments.truncate(MAX_ASKED);
                for (_, comment) in &mut cast.comments {
                    *comment = line(comment, MAX_COMMENT);
                }
                Self::Cast(id, Some(cast))
            }
            Self::Settle(id, Some(mut outcome)) => {
                outcome.dissent = text(&outcome.dissent, MAX_TEXT);
                outcome.comments.truncate(MAX_BALLOTS);
                for comment in &mut outcome.comments {
                    *comment = line(comment, MAX_COMMENT);
                }
                let Counts {
                    levels,
                    between,
                    dont_know,
                    not_applicable,
                    ..
                } = &mut outcome.counts;
                let all = levels.iter_mut().chain(between).chain(&mut outcome.first);
                for count in all.chain([dont_know, not_applicable]) {
                    *count = (*count).min(MAX_HANDS);
                }
                Self::Settle(id, Some(outcome))
            }
            Self::Move(to) => Self::Move(QuestionnaireRef {
                id: line(&to.id, MAX_LINE),
                version: line(&to.version, MAX_LINE),
            }),
            other => other,
        }
    }
}

/// Lines of at most `most` characters together.
fn text(text: &str, most: usize) -> String {
    let keep = |c: &char| *c == '\n' || *c == '\t' || !c.is_control();
    let text: String = text.chars().filter(keep).collect();
    cut(&text, most).to_owned()
}

impl Assessment {
    /// Carries out one change, stamped, and returns its inverse for undo.
    ///
    /// The stamp is put after the one that the field has, so that whoever writes over a value wins
    /// over it, in every copy.
    ///
    /// Undo is a newer write, not a rollback: apply the inverse with a later stamp.
    pub fn apply(&mut self, edit: Edit, stamp: Stamp) -> Edit {
        fn put<K: Ord, T>(
            fields: &mut Fields<K, T>,
            key: K,
            value: Option<T>,
            stamp: Stamp,
        ) -> Option<T> {
            write(fields.slot(key), value, stamp)
        }
        fn write<T>(field: &mut Field<T>, value: Option<T>, stamp: Stamp) -> Option<T> {
            let stamp = Some(stamp.after(field.stamp.as_ref()));
            std::mem::replace(field, Field { value, stamp }).value
        }
        match edit {
            Edit::Removed(value) => {
                let mut value = value.map(|()| self.removal(&stamp));
                if let Some(removal) = &mut value
                    && Some(&stamp) <= self.removed.stamp.as_ref()
                {
                    removal.made = Some(stamp.clone());
                }
                Edit::Removed(write(&mut self.removed, value, stamp).map(|_| ()))
            }
            Edit::Team(value) => Edit::Team(write(&mut self.team, value, stamp)),
            Edit::Scope(value) => Edit::Scope(write(&mut self.scope, value, stamp)),
            Edit::Respond(id, value) => {
                Edit::Respond(id.clone(), put(&mut self.responses, id, value, stamp))
            }
            Edit::Carry(id, value) => {
                Edit::Carry(id.clone(), put(&mut self.carried, id, value, stamp))
            }
            Edit::Note(id, value) => {
                Edit::Note(id.clone(), self.notes.slot(id).write(value, stamp))
            }
            Edit::Evidence(id, value) => {
                Edit::Evidence(id.clone(), put(&mut self.evidence, id, value, stamp))
            }
            Edit::Measure(id, value) => {
                Edit::Measure(id.clone(), put(&mut self.measurements, id, value, stamp))
            }
            Edit::Act(id, value) => Edit::Act(id.clone(), put(&mut self.actions, id, value, stamp)),
            Edit::Keep(id, value) => {
                let value = value.map(|snapshot| *snapshot);
                let field = self.snapshots.get(&id);
                let was = field.and_then(|f| f.stamp.clone());
                let before = put(&mut self.snapshots, id.clone(), value, stamp);
                let before = before.map(|snapshot| snapshot.settled(was.as_ref()));
                Edit::Keep(id, before.map(Box::new))
            }
            Edit::Say(fact, value) => Edit::Say(fact, put(&mut self.about, fact, value, stamp)),
            Edit::Workshop(id, value) => {
                let value = value.map(|workshop| *workshop);
                let before = put(&mut self.workshops, id.clone(), value, stamp);
                Edit::Workshop(id, before.map(Box::new))
            }
            Edit::Cast(id, value) => {
                Edit::Cast(id.clone(), put(&mut self.ballots, id, value, stamp))
            }
            Edit::Settle(id, value) => {
                Edit::Settle(id.clone(), put(&mut self.outcomes, id, value, stamp))
            }
            Edit::Move(to) => {
                self.moved = Some(stamp.after(self.moved.as_ref()));
                Edit::Move(std::mem::replace(&mut self.questionnaire, to))
            }
            Edit::Target(id, value) => {
                Edit::Target(id.clone(), put(&mut self.targets, id, value, stamp))
            }
        }
    }
}
