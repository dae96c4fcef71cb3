//! Floor 0: the words of the domain.
//!
//! A [`questionnaire`] says what is asked; an [`assessment`] says what a team answered, as small
//! fields that each carry a [`stamp`], so that any two copies can be [joined](Assessment::join).
//! Nothing here knows a clock, a browser or a file format.
//!
//! The build script compiles this module too, so that the catalogue is checked by the very
//! validator that checks imports. It may therefore use nothing but `serde`.

pub mod action;
pub mod assessment;
pub mod client_copy;
pub mod collation;
pub mod day;
pub mod decimal;
pub mod difference;
pub mod due;
pub mod edit;
pub(crate) mod error;
pub mod fact;
pub mod facts;
pub mod id;
pub mod kinship;
pub mod knowledge;
pub mod leftovers;
pub mod level;
pub mod limits;
pub mod maxima;
pub mod note;
pub mod published;
pub mod questionnaire;
pub mod reading;
pub mod reasons;
pub mod response;
pub mod rounds;
pub mod snapshot;
pub mod stamp;
pub mod standing;
pub mod step;
pub mod table;
pub mod text;
pub mod times;
pub mod validate;
pub mod version;
pub mod walk;
pub mod workshop;
mod workshops;

pub use action::{Action, ActionState, Horizon};
pub use assessment::{
    Assessment, Carries, Field, Mode, Progress, QuestionnaireRef, Removal, Scope, Snapshot,
};
pub use client_copy::{Extent, client_copy};
pub use collation::Collation;
pub use day::Day;
pub use due::Ahead;
pub use edit::Edit;
pub use fact::Fact;
pub use id::{
    ActionId, AssessmentId, BallotId, BenchmarkId, DimensionId, DisciplineId, InvalidId, MetricId,
    PeersId, PracticeId, RuleId, SnapshotId, TermId, WorkshopId, WriterId,
};
pub use kinship::{Kinship, are_twins, kinship};
pub use knowledge::{Balance, Bound, Condition, Cover, Former, Rule, Source, Term};
pub use level::Level;
pub use limits::Limit;
pub use note::Note;
pub use published::{Answers, Benchmark, Cell, Group, Mean, Peers, Published, Row, Series, Spread};
pub use questionnaire::{
    Better, Calculator, Dimension, Discipline, Metric, Practice, Questionnaire, Scale,
};
pub use reasons::Reasons;
pub use response::{Answer, Basis, Evidence, Measurement, Origin};
pub use stamp::{Clock, Stamp};
pub use standing::{Context, Effort, Efforts, Setting, Side, Stakes};
pub use step::Step;
pub use table::{Set, Sorted};
pub use validate::{Fault, Problem, Shape};
pub use walk::{Got, Onward, Walk};
pub use workshop::{Cast, Counts, Keys, Outcome, Phase, Role, Settled, Votes, Within, Workshop};
