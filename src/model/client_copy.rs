//! A copy of an assessment for whoever is told the results: what was answered and decided, and nothing
//! of what a team wrote for itself.

use super::assessment::{Field, Fields};
use super::{Answer, Assessment, Fact};

/// What goes into a copy beside answers, measurements and targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// What stands on the cover of its report.
    pub cover: bool,
    /// What was decided, without who sees to it.
    pub plan: bool,
}

/// What is said of a team that its readers need: how many answered, in which round, and with whom it
/// compares itself. Groups and tags are those of whoever has many teams.
const SAID: [Fact; 4] = [Fact::Respondents, Fact::Industry, Fact::Size, Fact::Round];

/// The copy: without notes, evidence, reasons, names of people, earlier states, workshops, and what
/// this version does not know.
///
/// No field has a stamp, so that in whatever copy it is joined with, what is there wins.
#[must_use]
pub fn client_copy(a: &Assessment, extent: Extent) -> Assessment {
    let mut copy = a.without_reasons();
    copy.moved.clone_from(&a.moved);
    copy.team = bare(&a.team);
    copy.targets = each(&a.targets, Clone::clone);
    if extent.plan {
        copy.actions = each(&a.actions, |action| {
            let mut action = action.clone();
            action.owner = String::new();
            action.unknown = String::new();
            action
        });
    }
    let is_told = |fact| SAID.contains(&fact) || (extent.cover && Fact::COVER.contains(&fact));
    for (fact, field) in a.about.iter().filter(|(fact, _)| is_told(**fact)) {
        if field.value.is_some() {
            copy.about.put(*fact, bare(field));
        }
    }
    copy
}

impl Assessment {
    /// Its answers and measurements as they stand, without the reasons that people wrote.
    #[must_use]
    pub fn without_reasons(&self) -> Self {
        let mut state = self.state();
        for field in state.responses.values_mut() {
            if let Some(Answer::NotApplicable(reason)) = &mut field.value {
                reason.clear();
            }
        }
        state
    }
}

fn bare<T: Clone>(field: &Field<T>) -> Field<T> {
    let value = field.value.clone();
    Field { value, stamp: None }
}

/// The fields that hold something, each as `make` has it.
fn each<K: Ord + Clone, T>(fields: &Fields<K, T>, make: impl Fn(&T) -> T) -> Fields<K, T> {
    let mut all = Fields::default();
    for (key, field) in fields.iter() {
        if let Some(value) = &field.value {
            let value = Some(make(value));
            all.put(key.clone(), Field { value, stamp: None });
        }
    }
    all
}
