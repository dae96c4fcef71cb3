//! One team's document: a map of small stamped fields that any two copies can join.

use super::{
    Action, ActionId, Answer, AssessmentId, BallotId, Cast, DisciplineId, Evidence, Fact, Level,
    Measurement, MetricId, Note, Outcome, Practice, PracticeId, Questionnaire, Set, Side,
    SnapshotId, Sorted, Stamp, Within, Workshop, WorkshopId, WriterId,
};
use std::cmp::Ordering;

/// A field that was written at least once. `value: None` is a tombstone: written, then cleared.
#[derive(Debug, Clone, PartialEq)]
pub struct Field<T> {
    /// What it holds.
    pub value: Option<T>,
    /// When and by whom it was written. `None`, in a file without stamps, is older than any.
    pub stamp: Option<Stamp>,
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Self {
            value: None,
            stamp: None,
        }
    }
}

impl<T: Clone + PartialOrd> Field<T> {
    /// Keeps the later of the two. Equal stamps (two files without any) are settled by the value:
    /// something beats nothing and the greater beats the smaller, so that order never matters.
    pub fn join(&mut self, other: &Self) {
        let order = other.stamp.cmp(&self.stamp).then_with(|| {
            other
                .value
                .partial_cmp(&self.value)
                .unwrap_or(Ordering::Equal)
        });
        if order == Ordering::Greater {
            self.clone_from(other);
        }
    }
}

/// Fields of one kind, by what they belong to.
pub type Fields<K, T> = Sorted<K, Field<T>>;

/// The quick check or everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub enum Mode {
    /// Only the practices marked `quick`.
    Quick,
    /// All practices of the chosen disciplines.
    Full,
}

/// What an assessment covers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd)]
pub struct Scope {
    /// Quick check or everything.
    pub mode: Mode,
    /// The chosen disciplines.
    pub disciplines: Set<DisciplineId>,
    /// On which side of a platform the team is.
    pub side: Side,
}

impl Scope {
    /// All practices of all disciplines.
    #[must_use]
    pub fn everything(questionnaire: &Questionnaire) -> Self {
        let disciplines = questionnaire.disciplines.iter();
        Self {
            mode: Mode::Full,
            disciplines: disciplines.map(|d| d.id.clone()).collect(),
            side: Side::Anyone,
        }
    }

    /// Whether `practice` is asked.
    #[must_use]
    pub fn includes(&self, questionnaire: &Questionnaire, practice: &Practice) -> bool {
        (self.mode == Mode::Full || practice.quick)
            && self.side.answers(practice.answered_by)
            && questionnaire
                .dimension(&practice.dimension)
                .is_some_and(|d| self.disciplines.has(&d.discipline))
    }
}

/// How far one has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Practices with an answer.
    pub answered: usize,
    /// Practices that are asked.
    pub asked: usize,
}

/// Which questionnaire an assessment answers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd)]
pub struct QuestionnaireRef {
    /// Its id.
    pub id: String,
    /// Its version when the assessment was made.
    pub version: String,
}

impl QuestionnaireRef {
    /// Whether a text has the form of a questionnaire's id.
    #[must_use]
    pub fn is_id(text: &str) -> bool {
        DisciplineId::parse(text).is_ok()
    }

    /// What refers to `questionnaire`.
    #[must_use]
    pub fn of(questionnaire: &Questionnaire) -> Self {
        Self {
            id: questionnaire.id.clone(),
            version: questionnaire.version.clone(),
        }
    }
}

/// One team's document. It changes only through [`apply`](Self::apply) and [`join`](Self::join).
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Its identity, whatever the team is called.
    pub id: AssessmentId,
    /// What it answers.
    pub questionnaire: QuestionnaireRef,
    /// When it was moved to another version of it. `None` where it never was.
    pub moved: Option<Stamp>,
    /// Whether it was removed.
    pub removed: Field<Removal>,
    /// The team's name.
    pub team: Field<String>,
    /// What is covered.
    pub scope: Field<Scope>,
    /// Answers by practice.
    pub responses: Fields<PracticeId, Answer>,
    /// Answers that stand as an earlier round left them although they were written since, by practice:
    /// up to which stamp of the answer. So it is where a confirmation was taken back.
    pub carried: Fields<PracticeId, Stamp>,
    /// Notes by practice.
    pub notes: Sorted<PracticeId, Note>,
    /// Evidence by practice.
    pub evidence: Fields<PracticeId, Vec<Evidence>>,
    /// Measurements by metric.
    pub measurements: Fields<MetricId, Measurement>,
    /// Targets by practice.
    pub targets: Fields<PracticeId, Level>,
    /// What was decided, by id.
    pub actions: Fields<ActionId, Action>,
    /// How it stood earlier, by id.
    pub snapshots: Fields<SnapshotId, Snapshot>,
    /// What is said of the team beside its answers.
    pub about: Fields<Fact, String>,
    /// Its workshops, by id.
    pub workshops: Fields<WorkshopId, Workshop>,
    /// The ballots of workshops that are not finished.
    pub ballots: Fields<Within<BallotId>, Cast>,
    /// What came of practices in workshops.
    pub outcomes: Fields<Within<PracticeId>, Outcome>,
    /// Parts of the stored document that this version does not know, kept as they came: the JSON
    /// text of each, by the keys that lead to it.
    pub unknown: Sorted<Vec<String>, String>,
}

/// A named, dated copy. Once written it never changes but for its name; it can be removed.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// When it was taken, RFC 3339.
    pub taken: String,
    /// What people call it, such as `2026 Q3`.
    pub name: String,
    /// Whether a new round began with it: answers from before are carried over until confirmed.
    pub begins_round: bool,
    /// Which answers it carries over.
    pub carries: Carries,
    /// Questionnaire, scope, responses and measurements as they were, without stamps. Nothing else
    /// is copied.
    pub state: Assessment,
}

/// Which writes of answers a round carries over. It is a value of its own: the stamp of the field
/// says when the snapshot was put there last, by an undo perhaps.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
pub enum Carries {
    /// What was written before this stamp; where there is none, before the snapshot's own. So it is
    /// in files of versions that did not keep the stamps.
    Until(Option<Stamp>),
    /// The stamps that the answers had. An answer is carried over while it has this stamp, which no
    /// clock can change; one that comes from another copy later on is not.
    Stamps(Sorted<PracticeId, Stamp>),
}

/// That an assessment was removed: a tombstone, which travels to all copies.
///
/// An edit made after it wins over it, wherever it was made. So it knows when it was made, and which
/// stamps were ahead of that: from those that were seen then, it is not to be taken back.
#[derive(Debug, Clone, Default, PartialEq, PartialOrd)]
pub struct Removal {
    /// When it was made. `None` where the stamp of its field says so.
    pub made: Option<Stamp>,
    /// The latest stamp of each writer that was ahead of that.
    pub ahead: Sorted<WriterId, Stamp>,
}

fn live<'a, K: Ord, T>(fields: &'a Fields<K, T>, key: &K) -> Option<&'a T> {
    fields.get(key)?.value.as_ref()
}

fn join_all<K: Ord + Clone, T: Clone + PartialOrd>(mine: &mut Fields<K, T>, theirs: &Fields<K, T>) {
    for (key, field) in theirs.iter() {
        mine.slot(key.clone()).join(field);
    }
}

impl Assessment {
    /// An assessment with nothing in it yet.
    #[must_use]
    pub fn empty(id: AssessmentId, questionnaire: QuestionnaireRef) -> Self {
        Self {
            id,
            questionnaire,
            moved: None,
            removed: Field::default(),
            team: Field::default(),
            scope: Field::default(),
            responses: Fields::default(),
            carried: Fields::default(),
            notes: Sorted::default(),
            evidence: Fields::default(),
            measurements: Fields::default(),
            targets: Fields::default(),
            actions: Fields::default(),
            snapshots: Fields::default(),
            about: Fields::default(),
            workshops: Fields::default(),
            ballots: Fields::default(),
            outcomes: Fields::default(),
            unknown: Sorted::default(),
        }
    }

    /// The team's name; empty where it has none.
    #[must_use]
    pub fn team(&self) -> &str {
        self.team.value.as_deref().unwrap_or_default()
    }

    /// The answer to a practice, if there is one.
    #[must_use]
    pub fn answer(&self, practice: &PracticeId) -> Option<&Answer> {
        live(&self.responses, practice)
    }

    /// The note on a practice, if there is one.
    #[must_use]
    pub fn note(&self, practice: &PracticeId) -> Option<String> {
        self.notes.get(practice)?.text()
    }

    /// The measurement of a metric, if there is one.
    #[must_use]
    pub fn measurement(&self, metric: &MetricId) -> Option<&Measurement> {
        live(&self.measurements, metric)
    }

    /// What was decided, by id.
    pub fn actions(&self) -> impl Iterator<Item = (&ActionId, &Action)> {
        let fields = self.actions.iter();
        fields.filter_map(|(id, field)| Some((id, field.value.as_ref()?)))
    }

    /// Whether `practice` is asked. Without a scope, everything is.
    #[must_use]
    pub fn asks(&self, questionnaire: &Questionnaire, practice: &Practice) -> bool {
        self.scope
            .value
            .as_ref()
            .is_none_or(|s| s.includes(questionnaire, practice))
    }

    /// Whether `discipline` was chosen. Without a scope, every one is.
    #[must_use]
    pub fn covers(&self, discipline: &DisciplineId) -> bool {
        self.scope
            .value
            .as_ref()
            .is_none_or(|s| s.disciplines.has(discipline))
    }

    /// The practices that are asked, in the questionnaire's order.
    pub fn asked<'q>(
        &self,
        questionnaire: &'q Questionnaire,
    ) -> impl Iterator<Item = &'q Practice> {
        questionnaire
            .practices
            .iter()
            .filter(move |p| self.asks(questionnaire, p))
    }

    /// How many of the asked practices among `practices` have an answer, and how many are asked.
    /// *We don't know* and *does not apply* are answers.
    #[must_use]
    pub fn progress(
        &self,
        questionnaire: &Questionnaire,
        among: impl Fn(&Practice) -> bool,
    ) -> Progress {
        let mut progress = Progress::default();
        for practice in self.asked(questionnaire).filter(|p| among(p)) {
            progress.asked += 1;
            progress.answered += usize::from(self.answer(&practice.id).is_some());
        }
        progress
    }

    /// Takes over every field that is later in `other`. Commutative, associative and idempotent:
    /// any surviving copies may be joined in any order. Fields unknown to this version are united.
    pub fn join(&mut self, other: &Self) {
        if (&self.moved, &self.questionnaire) < (&other.moved, &other.questionnaire) {
            self.moved.clone_from(&other.moved);
            self.questionnaire.clone_from(&other.questionnaire);
        }
        self.removed.join(&other.removed);
        self.team.join(&other.team);
        self.scope.join(&other.scope);
        join_all(&mut self.responses, &other.responses);
        join_all(&mut self.carried, &other.carried);
        for (id, note) in other.notes.iter() {
            self.notes.slot(id.clone()).join(note);
        }
        join_all(&mut self.evidence, &other.evidence);
        join_all(&mut self.measurements, &other.measurements);
        join_all(&mut self.targets, &other.targets);
        join_all(&mut self.actions, &other.actions);
        join_all(&mut self.snapshots, &other.snapshots);
        join_all(&mut self.about, &other.about);
        join_all(&mut self.workshops, &other.workshops);
        join_all(&mut self.ballots, &other.ballots);
        join_all(&mut self.outcomes, &other.outcomes);
        for (path, text) in other.unknown.iter() {
            let mine = self.unknown.slot(path.clone());
            if *mine < *text {
                mine.clone_from(text);
            }
        }
    }
}
