//! The order in which assessments are listed. It is asked for at each change, of which hardly any moves one:
//! what is called as it was stays where it stands, and only the others are compared.

use super::state::Desk;
use crate::model::collation::Collation;
use crate::model::{Assessment, AssessmentId};
use std::cmp::Ordering;

/// All assessments by team, as they stood last.
#[derive(Debug, Default)]
pub struct Listed(Vec<(AssessmentId, String)>);

impl Listed {
    /// None yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// All that a desk holds now, removed or not, by team; those of one name by id.
    #[must_use]
    pub fn of<'d>(&mut self, desk: &'d Desk, collation: Collation) -> Vec<&'d Assessment> {
        let all: Vec<_> = desk.all().collect();
        let place = |id: &AssessmentId| all.binary_search_by(|a| a.id.cmp(id)).ok();
        let mut stands = vec![false; all.len()];
        let mut listed = Vec::with_capacity(all.len());
        self.0.retain(|(id, team)| {
            let same = place(id).filter(|at| all[*at].team() == *team);
            same.is_some_and(|at| {
                stands[at] = true;
                listed.push(all[at]);
                true
            })
        });
        let new = all.iter().zip(stands).filter(|(_, stands)| !stands);
        for (a, _) in new {
            let is_before = |other: &&Assessment| by_team(collation, other, a).is_lt();
            let to = match listed.last() {
                Some(last) if !is_before(last) => listed.partition_point(is_before),
                _ => listed.len(),
            };
            listed.insert(to, a);
            self.0.insert(to, (a.id.clone(), a.team().to_owned()));
        }
        listed
    }
}

fn by_team(collation: Collation, a: &Assessment, b: &Assessment) -> Ordering {
    let by_team = collation.order(a.team(), b.team());
    by_team.then_with(|| a.id.cmp(&b.id))
}
