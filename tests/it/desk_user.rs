//! What somebody at a desk might do next, by chance.

use crate::desk_world::small;
use crate::random::Dice;
use crate::world::{level, practice};
use plumbline::desk::{Desk, Input, Step, Title, Transaction};
use plumbline::model::{
    Action, Answer, Assessment, AssessmentId, Edit, Fact, Measurement, Mode, Origin, Scope,
};

fn id<T: TryFrom<String>>(text: &str) -> T {
    T::try_from(text.to_owned()).ok().unwrap()
}

fn any_practice(dice: &mut Dice) -> plumbline::model::PracticeId {
    practice(["a1", "a2", "a3", "b1", "c1", "c2"][dice.below(6) as usize])
}

/// Starts an assessment.
pub fn start(id: &AssessmentId, team: &str) -> Input {
    Input::Start(id.clone(), team.to_owned(), Scope::everything(small()))
}

fn answer(dice: &mut Dice) -> Option<Answer> {
    match dice.below(8) {
        0 => None,
        1 => Some(Answer::DontKnow),
        2 => Some(Answer::NotApplicable(format!("because {}", dice.below(9)))),
        3 => Answer::between(plumbline::model::Level::ALL[dice.below(4) as usize]),
        _ => Some(level(dice.below(5) as u8 + 1)),
    }
}

/// One edit that somebody makes to an assessment.
fn edit(a: &Assessment, dice: &mut Dice) -> Edit {
    match dice.below(12) {
        0 => Edit::Note(any_practice(dice), Some(format!("note {}", dice.below(99)))),
        1 => Edit::Target(
            any_practice(dice),
            plumbline::model::Level::new(dice.below(6) as u8),
        ),
        2 => Edit::Team(Some(format!("team {}", dice.below(99)))),
        3 => Edit::Measure(
            id("m"),
            dice.chance(3).then(|| Measurement {
                value: dice.below(99) as f64,
                period: None,
                origin: Origin::Typed,
            }),
        ),
        4 => {
            let action = Action {
                what: format!("do {}", dice.below(99)),
                ..Action::default()
            };
            Edit::Act(
                id(&format!("act{}", dice.below(3))),
                (!dice.chance(3)).then_some(action),
            )
        }
        5 => {
            let key = id(&format!("s{}", dice.below(3)));
            let taken = format!("2026-0{}-01T10:00:00Z", dice.below(9) + 1);
            let name = format!("round {}", dice.below(9));
            let snapshot = a.snapshot(name, taken, dice.chance(2));
            Edit::Keep(key, (!dice.chance(3)).then(|| Box::new(snapshot)))
        }
        6 => Edit::Say(Fact::Group, Some(format!("group {}", dice.below(9)))),
        7 => Edit::Scope(Some(Scope {
            mode: if dice.chance(2) {
                Mode::Quick
            } else {
                Mode::Full
            },
            disciplines: std::iter::once(id::<plumbline::model::DisciplineId>("one")).collect(),
            side: plumbline::model::Side::default(),
        })),
        _ => Edit::Respond(any_practice(dice), answer(dice)),
    }
}

/// A copy of an assessment as a file from another computer might have it.
fn file(a: &Assessment, wall: u64, dice: &mut Dice) -> Assessment {
    let mut file = a.clone();
    let mut clock = crate::world::clock(&format!("f{}", dice.below(99)));
    for _ in 0..dice.below(4) {
        file.apply(edit(a, dice), clock.tick(wall + dice.below(1000)));
    }
    file
}

/// What somebody does next, at a desk that has at most three assessments.
pub fn next(desk: &Desk, wall: u64, dice: &mut Dice) -> Input {
    let all: Vec<_> = desk.each().map(|a| a.id.clone()).collect();
    if all.is_empty() || (all.len() < 3 && dice.chance(20)) {
        let unused = |new: &AssessmentId| desk.with(new, |_| ()).is_none();
        let mut new = (dice.below(9)..).map(|n| id(&format!("team-{n}")));
        let new = new.find(unused).unwrap();
        return start(&new, "New");
    }
    let here = all[dice.below(all.len() as u64) as usize].clone();
    let a = desk.with(&here, Clone::clone).unwrap();
    match dice.below(20) {
        0..=1 => Input::Undo((!dice.chance(4)).then_some(here)),
        2 => Input::Redo((!dice.chance(4)).then_some(here)),
        3 => Input::Do(desk.confirm_all(&here, None)),
        4 => Input::Do(Transaction {
            title: Title::Import(Vec::new()),
            steps: vec![(here, Step::Take(Box::new(file(&a, wall, dice))))],
        }),
        5 => {
            let earlier = file(&a, wall, dice);
            let back = desk.go_back(&here, &earlier, String::new());
            Input::Do(back.unwrap())
        }
        6 if dice.chance(4) => Input::Do(desk.remove(&here)),
        7 => {
            let gone = desk.removed().next().map(|a| a.id.clone());
            Input::Do(desk.bring_back(&gone.unwrap_or(here)))
        }
        _ => Input::Do(Transaction::of(&here, edit(&a, dice))),
    }
}
