//! Scores worked out by hand. Each case is small enough to check on paper.
//!
//! The questionnaire: discipline `one` with dimension `a` (a1, a2, a3) and `b` (b1); discipline `two`
//! with `c` (c1, a key practice, and c2). A case reads: weights | answers | part | value low high
//! coverage level. Answers: a level, `2-3` for between, `?` for don't know, `-` for not applicable.
//! Numbers may be fractions; `.` is none.

use crate::bare::score;
use crate::world::{clock, practice, questionnaire};
use plumbline::model::{Answer, Edit, Level};

const CASES: &str = "
# Blank, and one answer
 | | a | . 0 100 0 .
 | a1=1 | a | 0 0 200/3 1/3 1
 | a1=5 | a | 100 100/3 100 1/3 1
 | a1=3 | a | 50 50/3 250/3 1/3 1
# Don't know widens and does not cover
 | a1=? | a | . 0 100 0 .
 | a1=3 a2=? | a | 50 50/3 250/3 1/3 1
 | a1=3 a2=3 a3=? | a | 50 100/3 200/3 2/3 1
# All answered: a point
 | a1=1 a2=1 a3=1 | a | 0 0 0 1 1
 | a1=5 a2=5 a3=5 | a | 100 100 100 1 5
 | a1=2 a2=3 a3=4 | a | 50 50 50 1 2
# Between: the middle, both ends, stands at the lower
 | b1=1-2 | b | 25/2 0 25 1 1
 | b1=4-5 | b | 175/2 75 100 1 4
 | a1=2-3 a2=3 a3=3 | a | 275/6 125/3 50 1 2
# Not applicable leaves the sum
 | a1=- a2=5 | a | 100 50 100 1/2 1
 | a1=- a2=5 a3=5 | a | 100 100 100 1 5
 | a1=- a2=- a3=2 | a | 25 25 25 1 2
 | a1=- a2=- a3=- | a | . . . . .
 | b1=- | b | . . . . .
# Weights
a1*2 | a1=5 a2=1 a3=1 | a | 50 50 50 1 1
a1*2 | a1=5 | a | 100 50 100 1/2 1
a1*8 | a1=3 a2=1 a3=1 | a | 40 40 40 1 3
a1*7 | a1=3 a2=1 a3=1 | a | 350/9 350/9 350/9 1 1
# Disciplines: means of dimensions; one without a value stays in low and high
 | b1=5 | one | 100 50 100 1/2 1
 | a1=3 a2=3 a3=3 b1=5 | one | 75 75 75 1 3
 | a1=3 a2=3 a3=3 b1=- | one | 50 50 50 1 3
 | a1=- a2=- a3=- b1=2 | one | 25 25 25 1 2
 | a1=- a2=- a3=- b1=- | one | . . . . .
a*3 | a1=3 a2=3 a3=3 b1=5 | one | 125/2 125/2 125/2 1 3
a*3 | b1=5 | one | 100 25 100 1/4 1
# Key practices: no lower than one below
 | c1=1 c2=5 | two | 50 50 50 1 1
 | c1=4 c2=5 | two | 175/2 175/2 175/2 1 4
c2*4 | c1=4 c2=5 | two | 95 95 95 1 5
c2*4 | c1=3 c2=5 | two | 90 90 90 1 4
c2*4 | c1=1 c2=5 | two | 80 80 80 1 2
c2*4 | c1=? c2=5 | two | 100 80 100 4/5 2
c2*4 | c1=- c2=5 | two | 100 100 100 1 5
c2*3 | c1=4 c2=5 | two | 375/4 375/4 375/4 1 4
c2*4 | c1=3-4 c2=5 | two | 185/2 90 95 1 4
# Exactly four fifths is enough, a little less is not
b1*2 a1*2 a2*2 a3*2 | a1=4 a2=4 a3=4 b1=1 | one | 75/2 75/2 75/2 1 1
a1*4 | a1=4 a2=1 a3=- | a | 60 60 60 1 4
a1*39/10 | a1=4 a2=1 a3=- | a | 2925/49 2925/49 2925/49 1 1
# The whole
 | a1=3 a2=3 a3=3 b1=3 c1=5 c2=5 | overall | 75 75 75 1 3
 | c1=5 c2=5 | overall | 100 50 100 1/2 1
one*3 | a1=3 a2=3 a3=3 b1=3 c1=5 c2=5 | overall | 125/2 125/2 125/2 1 3
 | a1=- a2=- a3=- b1=- c1=2 c2=2 | overall | 25 25 25 1 2
 | a1=- a2=- a3=- b1=- c1=- c2=- | overall | . . . . .
";

fn number(text: &str) -> Option<f64> {
    if text == "." {
        return None;
    }
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    Some(above.parse::<f64>().unwrap() / below.parse::<f64>().unwrap())
}

fn answer(text: &str) -> Answer {
    let level = |t: &str| Level::new(t.parse().unwrap()).unwrap();
    match text {
        "?" => Answer::DontKnow,
        "-" => Answer::NotApplicable("no".into()),
        _ => match text.split_once('-') {
            Some((lower, _)) => Answer::between(level(lower)).unwrap(),
            None => Answer::Level(level(text)),
        },
    }
}

fn check(case: &str) {
    let parts: Vec<_> = case.split('|').map(str::trim).collect();
    let [weights, answers, part, expected] = parts[..] else {
        panic!("not a case: {case}");
    };
    let mut q = questionnaire();
    for weight in weights.split_whitespace() {
        let (id, weight) = weight.split_once('*').unwrap();
        let weight = number(weight).unwrap();
        let slot = (q
            .practices
            .iter_mut()
            .map(|p| (p.id.as_str(), &mut p.weight)))
        .chain(
            q.dimensions
                .iter_mut()
                .map(|d| (d.id.as_str(), &mut d.weight)),
        )
        .chain(
            q.disciplines
                .iter_mut()
                .map(|d| (d.id.as_str(), &mut d.weight)),
        )
        .find(|(own, _)| *own == id);
        *slot.unwrap().1 = weight;
    }
    let (mut a, mut clock) = (crate::world::empty(), clock("w"));
    for given in answers.split_whitespace() {
        let (id, given) = given.split_once('=').unwrap();
        a.apply(
            Edit::Respond(practice(id), Some(answer(given))),
            clock.tick(1),
        );
    }
    let card = score(&q, &a);
    let all = card.dimensions.iter().chain(&card.disciplines);
    let score = all.chain([&card.overall]).find(|s| s.id == part).unwrap();
    let level = score.level.map(|l| f64::from(l.number()));
    let found = [score.value, score.low, score.high, score.coverage, level];
    let expected: Vec<_> = expected.split_whitespace().map(number).collect();
    assert_eq!(expected.len(), 5, "{case}");
    for (found, expected) in found.into_iter().zip(expected) {
        let close = match (found, expected) {
            (Some(a), Some(b)) => (a - b).abs() < 1e-12,
            (a, b) => a == b,
        };
        assert!(
            close,
            "{case}\n{found:?} instead of {expected:?} in {score:?}"
        );
    }
}

#[test]
fn scores_are_as_worked_out_by_hand() {
    let cases: Vec<_> = (CASES.lines())
        .filter(|l| !l.trim().is_empty() && !l.starts_with('#'))
        .collect();
    assert!(cases.len() >= 30, "{} cases", cases.len());
    cases.into_iter().for_each(check);
}
