//! The result in one line: what it says, and what it keeps to itself.

use crate::world::{answered, between, level, not_applicable, practice, questionnaire};
use plumbline::advice::{Headline, aims, gain, headline, next_steps};
use plumbline::figure::strip::{Piece, Strip, moved};
use plumbline::model::{Answer, Assessment, Edit, Level, Questionnaire};
use plumbline::scoring::{Scorecard, score};
use plumbline::words::words;

const PRACTICES: [&str; 6] = ["a1", "a2", "a3", "b1", "c1", "c2"];

fn world(answers: &[(&str, Answer)]) -> (&'static Questionnaire, Assessment, Scorecard) {
    let q: &'static Questionnaire = Box::leak(Box::new(questionnaire()));
    let a = answered(answers);
    let card = score(q, &a);
    (q, a, card)
}

fn each(levels: [u8; 6]) -> Vec<(&'static str, Answer)> {
    let levels = levels.into_iter().map(level);
    PRACTICES.into_iter().zip(levels).collect()
}

/// Title and sentence, for a team of this name.
fn said(team: &str, answers: &[(&str, Answer)]) -> [String; 2] {
    let (q, a, card) = world(answers);
    let found = headline(q, &a, &card);
    [
        words().headline(team, &found),
        words().headline_lead(q, &found),
    ]
}

#[test]
fn a_result_is_a_level_a_value_and_what_stands_apart() {
    let [title, lead] = said("Payments", &each([5, 5, 5, 1, 3, 3]));
    assert_eq!(title, "Payments: Defined");
    assert_eq!(lead, "50 of 100. Strong in A; held back by B.");
}

#[test]
fn the_next_level_is_near_when_three_fifths_stand_there_and_no_key_practice_holds_it() {
    let [title, lead] = said("Payments", &each([4, 4, 4, 4, 3, 3]));
    assert_eq!(title, "Payments: Defined, near Measured");
    // A and B are alike, and both are named.
    assert_eq!(lead, "63 of 100. Strong in A and B; held back by C.");
    let [title, _] = said("Payments", &each([4, 4, 4, 4, 2, 4]));
    assert_eq!(title, "Payments: Defined", "the key practice stands at 2");
    let [title, _] = said("Payments", &each([4, 4, 4, 3, 3, 3]));
    assert_eq!(title, "Payments: Defined", "half stands there");
}

#[test]
fn nothing_is_strong_or_weak_among_equals_or_while_it_may_turn() {
    let [_, lead] = said("", &each([3, 3, 3, 3, 3, 3]));
    assert_eq!(lead, "50 of 100.");
    let open = [
        ("a1", between(3)),
        ("a2", between(3)),
        ("a3", between(3)),
        ("b1", level(3)),
        ("c1", level(3)),
        ("c2", Answer::DontKnow),
    ];
    let [title, lead] = said("", &open);
    assert_eq!(title, "Defined");
    assert_eq!(lead, "53 of 100, could be 38 to 69.");
}

#[test]
fn too_little_is_a_way_to_go_and_no_number() {
    let [title, lead] = said("Payments", &[]);
    assert_eq!(title, "Payments: Too early for a profile");
    assert_eq!(lead, "0 of 6 answered. 6 questions to go.");
    let [title, lead] = said("Payments", &[("a1", level(5)), ("a2", level(5))]);
    assert_eq!(title, "Payments: Too early for a profile");
    assert_eq!(lead, "2 of 6 answered. 4 questions to go.");
    let mut unknown = PRACTICES.map(|id| (id, Answer::DontKnow));
    let [_, lead] = said("Payments", &unknown);
    assert!(lead.starts_with("6 of 6 answered, but"), "{lead}");
    unknown.reverse();
    let [_, lead] = said("Payments", &unknown[..5]);
    assert_eq!(lead, "5 of 6 answered. 1 question to go.");
    let none = PRACTICES.map(|id| (id, not_applicable()));
    let [title, _] = said("Payments", &none);
    assert_eq!(title, "Payments: Nothing that is asked applies");
}

#[test]
fn a_long_name_or_one_from_right_to_left_stands_whole() {
    let long = "A team with a name that goes on and on ".repeat(5);
    let [title, _] = said(&long, &each([3; 6]));
    assert_eq!(title, format!("{long}: Defined"));
    let [title, _] = said("צוות", &each([3; 6]));
    assert!(title.contains("\u{2068}צוות\u{2069}: Defined"), "{title}");
}

#[test]
fn of_many_that_stand_apart_the_clearest_two_are_named() {
    let mut q = questionnaire();
    let extra = ["Deployment and release", "SLOs", "Toil"];
    for (at, title) in extra.into_iter().enumerate() {
        let mut dimension = q.dimensions[1].clone();
        dimension.id = plumbline::model::DimensionId::parse(["x", "y", "z"][at]).unwrap();
        dimension.title = title.to_owned();
        let mut practice = q.practices[3].clone();
        practice.id = crate::world::practice(["x1", "y1", "z1"][at]);
        practice.dimension = dimension.id.clone();
        q.dimensions.insert(at, dimension);
        q.practices.insert(at, practice);
    }
    let q: &'static Questionnaire = Box::leak(Box::new(q));
    let mut answers = each([1, 1, 1, 1, 1, 1]);
    answers.extend(["x1", "y1", "z1"].map(|id| (id, level(5))));
    let a = answered(&answers);
    let card = score(q, &a);
    let found = headline(q, &a, &card);
    let Headline::Known(whole) = &found else {
        panic!("{found:?}")
    };
    assert_eq!(whole.strong, ["x", "y", "z"]);
    let lead = words().headline_lead(q, &found);
    assert!(
        lead.contains("Strong in deployment and release, and in SLOs; held back by"),
        "{lead}"
    );
}

#[test]
fn a_step_gains_in_its_dimension_what_the_numbers_there_say() {
    let (q, a, card) = world(&each([2, 2, 2, 3, 4, 3]));
    let steps = next_steps(q, &a);
    let step = steps.iter().find(|s| s.practice.as_str() == "a1").unwrap();
    let found = gain(q, &a, step).unwrap();
    assert_eq!(Some(found.from), card.part("a").unwrap().value());
    assert_eq!(words().gain(q, &found), "A 25 to 33");
    // One of three is known: nothing is said of where the dimension goes.
    let (q, a, _) = world(&[("a1", level(2)), ("b1", level(2))]);
    let steps = next_steps(q, &a);
    let step = steps.iter().find(|s| s.practice.as_str() == "a1").unwrap();
    assert_eq!(gain(q, &a, step), None);
}

#[test]
fn targets_lead_somewhere_for_every_part_of_which_something_can_be_said() {
    let (q, mut a, _) = world(&[("a1", level(1)), ("a2", level(1)), ("c2", level(1))]);
    let mut clock = crate::world::clock("w");
    for id in ["a1", "c1"] {
        let edit = Edit::Target(practice(id), Level::new(4));
        a.apply(edit, clock.tick(2_000));
    }
    let aims = aims(q, &a);
    let of = |id: &str| aims.iter().find(|(part, _)| *part == id).map(|(_, v)| *v);
    assert_eq!(of("a"), Some(37.5));
    assert_eq!(of("b"), None, "it has no answer");
    assert_eq!(of("c"), Some(37.5));
}

#[test]
fn a_strip_shows_and_says_the_range_alone_while_it_is_too_early() {
    let (_, _, card) = world(&[("a1", level(5)), ("b1", between(2))]);
    let early = card.part("a").unwrap();
    let strip = Strip::of(early).unwrap();
    let strip = strip.held_against(Some(80.0), Some(60.0));
    assert!(strip.is_open());
    assert_eq!(strip.pieces(), [Piece::Range]);
    assert_eq!(strip.style(), "--lo:33.3%;--hi:100%;");
    let says = words().strip_says("A", early, Some(&strip));
    assert_eq!(says, "A: Too early to say, range 33 to 100, 33 % known");
    assert_eq!(words().strip_value(early), "33 to 100");
    assert_eq!(moved(early.reading, Some(20.0)), None);
    let known = card.part("b").unwrap();
    let strip = Strip::of(known).unwrap();
    let strip = strip.held_against(Some(75.0), Some(25.0));
    assert_eq!(
        strip.pieces(),
        [Piece::Range, Piece::Was, Piece::Target, Piece::Value]
    );
    assert_eq!(
        strip.style(),
        "--lo:25%;--hi:50%;--at:37.5%;--aim:75%;--was:25%;"
    );
    assert_eq!(
        words().strip_says("B", known, Some(&strip)),
        "B: 38, range 25 to 50, 100 % known, target 75, 25 last time"
    );
    // 38 as printed, less 25.
    let by = moved(known.reading, Some(25.4)).unwrap();
    assert_eq!(words().since(by, "Q3"), "▲ 13 since Q3");
    assert_eq!(words().since(0.0, "Q3"), "Same as Q3");
    assert_eq!(words().since(-2.0, "Q3"), "▼ 2 since Q3");
}

#[test]
fn a_strip_of_what_does_not_apply_is_none() {
    let (_, _, card) = world(&[("b1", not_applicable())]);
    let score = card.part("b").unwrap();
    assert_eq!(Strip::of(score), None);
    assert_eq!(words().strip_says("B", score, None), "B: Does not apply");
    // A dash where nothing is known and where nothing applies.
    assert_eq!(words().strip_value(score), "–");
    assert_eq!(words().strip_value(card.part("c").unwrap()), "–");
}
