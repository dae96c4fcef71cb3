//! The order in which assessments are listed is always what sorting them anew would give, and follows a
//! change without comparing all of them.

use crate::at_desk::AtDesk;
use crate::collation::READER;
use crate::random::Dice;
use crate::world::empty;
use plumbline::desk::{Input, Listed, Transaction};
use plumbline::model::collation::Collation;
use plumbline::model::{Assessment, AssessmentId, Edit, Scope};
use std::cell::Cell;
use std::cmp::Ordering;

thread_local! {
    static COMPARED: Cell<usize> = const { Cell::new(0) };
}

fn compare(a: &str, b: &str) -> Ordering {
    COMPARED.set(COMPARED.get() + 1);
    (READER.compare)(a, b)
}

const COUNTING: Collation = Collation {
    compare,
    capitals: READER.capitals,
};

fn named(n: usize, team: &str) -> Assessment {
    let mut a = empty();
    a.id = AssessmentId::parse(&format!("team-{n}")).unwrap();
    a.team.value = Some(team.to_owned());
    a
}

/// What sorting all of them anew gives.
fn anew(at: &AtDesk) -> Vec<AssessmentId> {
    let mut all: Vec<_> = at.desk.all().collect();
    all.sort_by(|a, b| {
        let by_team = READER.order(a.team(), b.team());
        by_team.then_with(|| a.id.cmp(&b.id))
    });
    all.into_iter().map(|a| a.id.clone()).collect()
}

fn listed(list: &mut Listed, at: &AtDesk) -> Vec<AssessmentId> {
    let all = list.of(&at.desk, COUNTING).into_iter();
    all.map(|a| a.id.clone()).collect()
}

#[test]
fn whatever_comes_goes_or_is_renamed_the_list_is_in_order() {
    const NAMES: [&str; 7] = [
        "Zebra", "équipe", "Equipe", "equipe", "Team 10", "Team 2", "",
    ];
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let name = |dice: &mut Dice| NAMES[dice.below(7) as usize].to_owned();
        let first = (0..8).map(|n| named(n, &name(&mut dice))).collect();
        let (mut at, mut list) = (AtDesk::with(first), Listed::new());
        for n in 8..40 {
            let ids: Vec<_> = at.desk.all().map(|a| a.id.clone()).collect();
            let id = ids[dice.below(ids.len() as u64) as usize].clone();
            match dice.below(4) {
                0 => {
                    let edit = Edit::Team(Some(name(&mut dice)));
                    at.run(Transaction::of(&id, edit));
                }
                1 => {
                    let scope = Scope::everything(at.desk.library().built_in());
                    let id = named(n, "").id;
                    at.act(Input::Start(id, name(&mut dice), scope));
                }
                2 if ids.len() > 1 => {
                    at.act(Input::Discard(vec![id]));
                }
                _ => {
                    at.run(Transaction::of(&id, Edit::Removed(Some(()))));
                }
            }
            // Several things may happen before somebody looks.
            if dice.chance(2) {
                assert_eq!(listed(&mut list, &at), anew(&at), "seed {seed}, step {n}");
            }
        }
        assert_eq!(listed(&mut list, &at), anew(&at), "seed {seed}");
    }
}

#[test]
fn one_of_a_thousand_that_changes_is_compared_with_few() {
    let all = (0..1000).map(|n| named(n, &format!("Team {}", n * 7 % 1000)));
    let (mut at, mut list) = (AtDesk::with(all.collect()), Listed::new());
    listed(&mut list, &at);
    let mut compared = |at: &AtDesk| {
        COMPARED.set(0);
        assert_eq!(listed(&mut list, at), anew(at));
        COMPARED.get()
    };
    assert_eq!(compared(&at), 0, "nothing has changed");
    at.edit(Edit::Team(Some("Team 500 b".into())));
    assert!((1..=12).contains(&compared(&at)));
    assert_eq!(compared(&at), 0, "nothing has changed since");
}
