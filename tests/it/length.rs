//! How long it takes to answer, from what there is to read.

use crate::world::{empty, level};
use plumbline::catalog::{built_in, outline};
use plumbline::model::reading::minutes;
use plumbline::model::{Assessment, Mode, Practice, PracticeId, Questionnaire, Scope};
use plumbline::words::words;

/// Counts letter by letter, unlike the code.
fn words_in(text: &str) -> usize {
    let mut is_within = false;
    let mut count = 0;
    for letter in text.chars() {
        count += usize::from(!letter.is_whitespace() && !is_within);
        is_within = !letter.is_whitespace();
    }
    count
}

fn read(p: &Practice) -> usize {
    words_in(&p.question) + p.levels.iter().map(|l| words_in(l)).sum::<usize>()
}

#[test]
fn the_outline_knows_how_many_words_the_texts_have() {
    let (first, whole) = (outline(), built_in());
    for (known, full) in first.practices.iter().zip(&whole.practices) {
        assert_eq!(usize::from(known.words), read(full), "{}", full.id);
        assert_eq!(known.words, full.words);
    }
}

#[test]
fn the_minutes_are_those_of_the_words_and_of_deciding() {
    let (first, whole) = (outline(), built_in());
    let quick = |q: &Questionnaire| minutes(q.practices.iter().filter(|p| p.quick));
    let texts = whole.practices.iter().filter(|p| p.quick);
    let seconds: usize = texts.map(|p| read(p) * 60 / 240 + 5).sum();
    let said = f64::from(quick(&first));
    assert!((said - seconds as f64 / 60.0).abs() <= 1.0, "{said}");
    assert_eq!(quick(&first), quick(&whole));
    // What is called quick is.
    assert!((5..=15).contains(&quick(&first)), "{said}");
    assert!(minutes(&first.practices) >= 3 * quick(&first));
}

#[test]
fn one_question_takes_a_minute_and_none_takes_none() {
    let q = outline();
    assert_eq!(minutes([]), 0);
    assert_eq!(minutes(q.practices.first()), 1);
    assert_eq!(words().minutes(1), "about 1 minute");
    assert_eq!(words().minutes(8), "about 8 minutes");
}

#[test]
fn what_is_answered_takes_no_more_time() {
    let q = outline();
    let mut a = empty();
    a.scope.value = Some(Scope {
        mode: Mode::Quick,
        ..Scope::everything(&q)
    });
    let all = a.minutes_left(&q);
    let asked: Vec<_> = a.asked(&q).map(|p| p.id.clone()).collect();
    assert_eq!(all, q.minutes(&asked));
    let (half, rest) = asked.split_at(asked.len() / 2);
    let answer = |a: &mut Assessment, id: &PracticeId| {
        a.responses.slot(id.clone()).value = Some(level(3));
    };
    half.iter().for_each(|id| answer(&mut a, id));
    assert!((1..all).contains(&a.minutes_left(&q)));
    rest.iter().for_each(|id| answer(&mut a, id));
    assert_eq!(a.minutes_left(&q), 0);
}
