//! Whatever is edited and joined is read as it was written: random texts that mean harm, in random
//! order, by two writers.

use crate::disk::Disk;
use crate::random::{Dice, cases};
use crate::readable::comes_back;
use crate::workshops::within;
use crate::world::{NOW, clock, empty, id, level, practice, questionnaire, write};
use plumbline::formats::assessment_json::{Encoder, decode_file};
use plumbline::model::note::AT_ONCE;
use plumbline::model::{
    Action, Answer, Assessment, Cast, Edit, Evidence, Fact, Measurement, Origin, Outcome,
    QuestionnaireRef, Workshop,
};
use plumbline::storage::{Store, joined, key, save};

const HOSTILE: &[&str] = &[
    "",
    " ",
    "\u{0}\u{7f}\u{85}",
    "\n\t\r",
    "\"\\/",
    "\u{2028}\u{2029}",
    "\u{202e}x",
    "🙂",
    "e\u{301}",
    AT_ONCE,
    "<script>",
    "{\"level\": 9}",
    "null",
    "\u{feff}",
    "\u{1f}",
    "3b3d512ac00-0-x",
];

fn text(dice: &mut Dice) -> String {
    let piece = HOSTILE[dice.below(HOSTILE.len() as u64) as usize];
    piece.repeat([1, 2, 500, 20_000][dice.below(4) as usize])
}

fn edit(a: &Assessment, dice: &mut Dice) -> Edit {
    let of = practice(["a1", "a2", "b1"][dice.below(3) as usize]);
    let some = !dice.chance(4);
    let value = [
        0.1 + 0.2,
        1250.0 / 12.0,
        f64::NAN,
        f64::INFINITY,
        1e300,
        -0.0,
        1e-9,
    ][dice.below(7) as usize];
    match dice.below(14) {
        0 => Edit::Team(some.then(|| text(dice))),
        1 => Edit::Respond(of, some.then(|| Answer::NotApplicable(text(dice)))),
        2 => Edit::Respond(of, some.then(|| level(3))),
        3 => Edit::Note(of, some.then(|| text(dice))),
        4 => {
            let piece = |dice: &mut Dice| Evidence {
                title: text(dice),
                address: text(dice),
                ..Evidence::default()
            };
            Edit::Evidence(
                of,
                some.then(|| (0..dice.below(30)).map(|_| piece(dice)).collect()),
            )
        }
        5 => {
            let measurement = Measurement {
                value,
                period: dice.chance(2).then(|| text(dice)),
                origin: Origin::Computed,
            };
            Edit::Measure(id("m"), some.then_some(measurement))
        }
        6 => {
            let action = Action {
                what: text(dice),
                owner: text(dice),
                ..Action::default()
            };
            Edit::Act(id(&format!("x{}", dice.below(3))), some.then_some(action))
        }
        7 => {
            let snapshot = a.snapshot(text(dice), text(dice), dice.chance(2));
            let of = id(&format!("s{}", dice.below(3)));
            Edit::Keep(of, some.then(|| Box::new(snapshot)))
        }
        8 => Edit::Say(Fact::Tags, some.then(|| text(dice))),
        9 => {
            let workshop = Workshop {
                title: text(dice),
                began: text(dice),
                names: vec![text(dice); 3],
                until: Some(dice.below(2)),
                ends: Some(dice.below(2)),
                ..Workshop::default()
            };
            Edit::Workshop(id("w"), some.then(|| Box::new(workshop)))
        }
        10 => {
            let cast = Cast {
                code: text(dice),
                name: text(dice),
                ..Cast::default()
            };
            Edit::Cast(within("1"), some.then_some(cast))
        }
        11 => {
            let outcome = Outcome {
                dissent: text(dice),
                ..Outcome::default()
            };
            Edit::Settle(within("a1"), some.then_some(outcome))
        }
        12 => Edit::Move(QuestionnaireRef {
            id: "test".into(),
            version: text(dice),
        }),
        _ => Edit::Removed(some.then_some(())),
    }
}

/// A bounded share here; `PLUMBLINE_CASES=20000` in release mode for the whole of it.
#[test]
fn whatever_is_edited_and_joined_is_read_as_it_was_written() {
    for seed in 0..cases(40) {
        let dice = &mut Dice(seed);
        let mut copies: Vec<_> = ["x", "y"].map(|w| (empty(), clock(w), Vec::new())).into();
        for step in 0..40 {
            let at = dice.below(2) as usize;
            if dice.chance(5) {
                let other = copies[1 - at].0.clone();
                copies[at].0.join(&other);
            } else if let Some(undo) = copies[at].2.pop().filter(|_| dice.chance(4)) {
                let (a, clock, _) = &mut copies[at];
                write(a, undo, || clock.tick(NOW)).unwrap();
            } else {
                let edit = edit(&copies[at].0, dice);
                let (a, clock, undo) = &mut copies[at];
                undo.push(write(a, vec![edit], || clock.tick(NOW)).unwrap());
            }
            if step % 4 == 0 {
                comes_back(&copies[at].0, &seed);
            }
        }
        let q = questionnaire();
        let whole = joined(&q, &copies[0].0, &copies[1].0).unwrap();
        comes_back(&whole, &seed);
        let disk = Disk::default();
        for (a, ..) in &copies {
            save(&disk, a, &mut Encoder::new("1"), "now", None).unwrap();
        }
        let text = disk.read(&key(&whole.id)).unwrap().unwrap();
        assert_eq!(decode_file(&text).unwrap().assessment, whole, "seed {seed}");
    }
}
