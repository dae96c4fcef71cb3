//! From one state of a document to another, as edits.

use super::assessment::Fields;
use super::{Assessment, Edit, Evidence, Field, Snapshot, SnapshotId, Stamp};

impl Assessment {
    /// The stamp of the field that an edit writes: when and by whom it was written last.
    #[must_use]
    pub fn stamp_of(&self, edit: &Edit) -> Option<&Stamp> {
        fn of<'a, K: Ord, T>(fields: &'a Fields<K, T>, key: &K) -> Option<&'a Stamp> {
            fields.get(key)?.stamp.as_ref()
        }
        match edit {
            Edit::Removed(_) => self.removed.stamp.as_ref(),
            Edit::Team(_) => self.team.stamp.as_ref(),
            Edit::Scope(_) => self.scope.stamp.as_ref(),
            Edit::Respond(id, _) => of(&self.responses, id),
            Edit::Carry(id, _) => of(&self.carried, id),
            Edit::Note(id, _) => self.notes.get(id)?.stamp(),
            Edit::Evidence(id, _) => of(&self.evidence, id),
            Edit::Measure(id, _) => of(&self.measurements, id),
            Edit::Target(id, _) => of(&self.targets, id),
            Edit::Act(id, _) => of(&self.actions, id),
            Edit::Keep(id, _) => of(&self.snapshots, id),
            Edit::Say(fact, _) => of(&self.about, fact),
            Edit::Workshop(id, _) => of(&self.workshops, id),
            Edit::Cast(key, _) => of(&self.ballots, key),
            Edit::Settle(key, _) => of(&self.outcomes, key),
            Edit::Move(_) => self.moved.as_ref(),
        }
    }

    /// The edits after which this document holds what `wanted` holds. Their stamps will be later
    /// than those of what they replace, so the change travels like any other; nothing is rolled
    /// back.
    #[must_use]
    pub fn edits_to(&self, wanted: &Self) -> Vec<Edit> {
        fn each<K: Ord + Clone, T: Clone + PartialEq>(
            edits: &mut Vec<Edit>,
            mine: &Fields<K, T>,
            theirs: &Fields<K, T>,
            edit: fn(K, Option<T>) -> Edit,
        ) {
            let live = |fields: &Fields<K, T>, key: &K| fields.get(key)?.value.clone();
            let new = theirs.keys().filter(|key| !mine.has(*key));
            for key in mine.keys().chain(new) {
                let value = live(theirs, key);
                if live(mine, key) != value {
                    edits.push(edit(key.clone(), value));
                }
            }
        }
        let mut edits = Vec::new();
        if self.team.value != wanted.team.value {
            edits.push(Edit::Team(wanted.team.value.clone()));
        }
        if self.scope.value != wanted.scope.value {
            edits.push(Edit::Scope(wanted.scope.value.clone()));
        }
        each(
            &mut edits,
            &self.responses,
            &wanted.responses,
            Edit::Respond,
        );
        let new = wanted.notes.keys().filter(|id| !self.notes.has(*id));
        for id in self.notes.keys().chain(new) {
            let note = wanted.note(id);
            if self.note(id) != note {
                edits.push(Edit::Note(id.clone(), note));
            }
        }
        each::<_, Vec<Evidence>>(&mut edits, &self.evidence, &wanted.evidence, Edit::Evidence);
        each(
            &mut edits,
            &self.measurements,
            &wanted.measurements,
            Edit::Measure,
        );
        each(&mut edits, &self.targets, &wanted.targets, Edit::Target);
        each(&mut edits, &self.actions, &wanted.actions, Edit::Act);
        each(
            &mut edits,
            &self.settled_snapshots(),
            &wanted.settled_snapshots(),
            |id, snapshot| Edit::Keep(id, snapshot.map(Box::new)),
        );
        each(&mut edits, &self.about, &wanted.about, Edit::Say);
        each(
            &mut edits,
            &self.workshops,
            &wanted.workshops,
            |id, workshop| Edit::Workshop(id, workshop.map(Box::new)),
        );
        each(&mut edits, &self.ballots, &wanted.ballots, Edit::Cast);
        each(&mut edits, &self.outcomes, &wanted.outcomes, Edit::Settle);
        if self.questionnaire != wanted.questionnaire {
            edits.push(Edit::Move(wanted.questionnaire.clone()));
        }
        if self.is_removed() != wanted.is_removed() {
            edits.push(Edit::Removed(wanted.is_removed().then_some(())));
        }
        edits
    }

    /// Its snapshots, each with the beginning of its round, wherever they are put.
    fn settled_snapshots(&self) -> Fields<SnapshotId, Snapshot> {
        let fields = self.snapshots.iter().map(|(id, field)| {
            let value = field.value.clone();
            let stamp = field.stamp.clone();
            let value = value.map(|snapshot| snapshot.settled(stamp.as_ref()));
            (id.clone(), Field { value, stamp })
        });
        fields.collect()
    }
}
