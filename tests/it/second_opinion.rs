//! The scoring rules, implemented a second time and in another way: exact fractions,
//! one flat list of practices, no shared code. Compared over thousands of random questionnaires.

use crate::bare::{Score, score};
use crate::random::{Dice, assessment, questionnaire};
use plumbline::model::{Answer, Assessment, Mode, Practice, Questionnaire, Side};

/// A fraction in lowest terms, positive below the line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fraction(pub i128, pub i128);

impl Fraction {
    fn new(above: i128, below: i128) -> Self {
        let (mut a, mut b) = (above.abs(), below.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let by = a.max(1) * below.signum();
        Self(above / by, below / by)
    }
    fn plus(self, other: Self) -> Self {
        Self::new(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }
    fn times(self, other: Self) -> Self {
        Self::new(self.0 * other.0, self.1 * other.1)
    }
    fn over(self, other: Self) -> Self {
        Self::new(self.0 * other.1, self.1 * other.0)
    }
    pub fn float(self) -> f64 {
        self.0 as f64 / self.1 as f64
    }
}

/// Value (if any), low, high, coverage; nothing where nothing applies.
pub type Numbers = (Option<Fraction>, Fraction, Fraction, Fraction);
pub type Four = Option<Numbers>;

fn weighted(parts: &[(i128, Four)]) -> Four {
    let zero = Fraction(0, 1);
    let applicable: Vec<_> = parts
        .iter()
        .filter_map(|(w, p)| Some((*w, (*p)?)))
        .collect();
    let total: i128 = applicable.iter().map(|(w, _)| w).sum();
    if total == 0 {
        return None;
    }
    let mean = |pick: &dyn Fn(&Numbers) -> Fraction| {
        let sum = applicable
            .iter()
            .fold(zero, |sum, (w, p)| sum.plus(Fraction(*w, 1).times(pick(p))));
        sum.over(Fraction(total, 1))
    };
    let with_value: i128 = applicable
        .iter()
        .filter(|(_, p)| p.0.is_some())
        .map(|(w, _)| w)
        .sum();
    let value_sum = applicable.iter().fold(zero, |sum, (w, p)| {
        sum.plus(Fraction(*w, 1).times(p.0.unwrap_or(zero)))
    });
    let value = (with_value > 0).then(|| value_sum.over(Fraction(with_value, 1)));
    Some((value, mean(&|p| p.1), mean(&|p| p.2), mean(&|p| p.3)))
}

/// Level numbers at which an answer lies: lowest and highest.
fn ends(answer: Option<&Answer>) -> Option<(i128, i128)> {
    match answer {
        Some(Answer::Level(l)) => Some((l.number().into(), l.number().into())),
        Some(Answer::Between(l)) => Some((l.level().number().into(), l.upper().number().into())),
        _ => None,
    }
}

fn of_practice(answer: Option<&Answer>) -> Four {
    let points = |level: i128| Fraction::new((level - 1) * 100, 4);
    match (answer, ends(answer)) {
        (Some(Answer::NotApplicable(_)), _) => None,
        (_, Some((low, high))) => {
            let middle = points(low).plus(points(high)).times(Fraction(1, 2));
            Some((Some(middle), points(low), points(high), Fraction(1, 1)))
        }
        _ => Some((None, points(1), points(5), Fraction(0, 1))),
    }
}

fn staged(practices: &[&Practice], a: &Assessment) -> Option<u8> {
    let applicable: Vec<_> = practices
        .iter()
        .filter(|p| !matches!(a.answer(&p.id), Some(Answer::NotApplicable(_))))
        .collect();
    applicable
        .iter()
        .find(|p| ends(a.answer(&p.id)).is_some())?;
    let at = |p: &Practice| ends(a.answer(&p.id)).map_or(1, |(low, _)| low);
    let total: i128 = applicable.iter().map(|p| weight(p.weight)).sum();
    (2..=5_i128)
        .filter(|&level| {
            let there: i128 = applicable
                .iter()
                .filter(|p| at(p) >= level)
                .map(|p| weight(p.weight))
                .sum();
            there * 5 >= total * 4 && applicable.iter().all(|p| !p.key || at(p) >= level - 1)
        })
        .max()
        .map_or(Some(1), |l| u8::try_from(l).ok())
}

#[track_caller]
fn same(seed: u64, ours: &Score, four: Four, level: Option<u8>) {
    let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (a, b) => a.is_none() && b.is_none(),
    };
    let theirs = [
        four.and_then(|f| f.0),
        four.map(|f| f.1),
        four.map(|f| f.2),
        four.map(|f| f.3),
    ];
    for (a, b) in [ours.value, ours.low, ours.high, ours.coverage]
        .into_iter()
        .zip(theirs)
    {
        assert!(
            close(a, b.map(Fraction::float)),
            "seed {seed}, {}: {ours:?} but {theirs:?}",
            ours.id
        );
    }
    assert_eq!(
        ours.level.map(plumbline::model::Level::number),
        level,
        "seed {seed}, {}",
        ours.id
    );
}

/// What the rules say of one part.
pub struct Opinion {
    pub id: String,
    pub four: Four,
    pub level: Option<u8>,
    /// Whether anything that applies was answered, if only by *don't know*.
    pub is_answered: bool,
}

/// The whole, its disciplines, their dimensions.
pub struct Opinions {
    pub overall: Opinion,
    pub disciplines: Vec<Opinion>,
    pub dimensions: Vec<Opinion>,
}

/// A weight as a whole number; all are stretched alike.
fn weight(weight: f64) -> i128 {
    (weight * 1000.0).round() as i128
}

fn opinion(id: &str, four: Four, own: &[&Practice], a: &Assessment) -> Opinion {
    let answers = own.iter().filter_map(|p| a.answer(&p.id));
    let mut applicable = answers.filter(|answer| !matches!(answer, Answer::NotApplicable(_)));
    Opinion {
        id: id.to_owned(),
        four,
        level: staged(own, a),
        is_answered: applicable.next().is_some(),
    }
}

pub fn opinions(q: &Questionnaire, a: &Assessment) -> Opinions {
    let scope = a.scope.value.as_ref();
    let asked: Vec<_> = q
        .practices
        .iter()
        .filter(|p| scope.is_none_or(|s| s.mode == Mode::Full || p.quick))
        .filter(|p| {
            let sides = [scope.map(|s| s.side), Some(p.answered_by)].map(Option::unwrap_or_default);
            sides.contains(&Side::Anyone) || sides[0] == sides[1]
        })
        .collect();
    let (mut whole, mut everything) = (vec![], vec![]);
    let (mut of_dimensions, mut of_disciplines) = (vec![], vec![]);
    for d in &q.disciplines {
        if scope.is_some_and(|s| s.disciplines.keys().all(|id| *id != d.id)) {
            continue;
        }
        let (mut dimensions, mut all) = (vec![], vec![]);
        for x in q.dimensions.iter().filter(|x| x.discipline == d.id) {
            let own: Vec<_> = asked
                .iter()
                .copied()
                .filter(|p| p.dimension == x.id)
                .collect();
            if own.is_empty() {
                continue;
            }
            let parts: Vec<_> = own
                .iter()
                .map(|p| (weight(p.weight), of_practice(a.answer(&p.id))))
                .collect();
            let four = weighted(&parts);
            of_dimensions.push(opinion(x.id.as_str(), four, &own, a));
            dimensions.push((weight(x.weight), four));
            all.extend(own);
        }
        let four = weighted(&dimensions);
        of_disciplines.push(opinion(d.id.as_str(), four, &all, a));
        whole.push((weight(d.weight), four));
        everything.extend(all);
    }
    Opinions {
        overall: opinion("overall", weighted(&whole), &everything, a),
        disciplines: of_disciplines,
        dimensions: of_dimensions,
    }
}

fn compare(seed: u64, q: &Questionnaire, a: &Assessment) {
    let (ours, theirs) = (score(q, a), opinions(q, a));
    assert_eq!(ours.dimensions.len(), theirs.dimensions.len());
    assert_eq!(ours.disciplines.len(), theirs.disciplines.len());
    let parts = theirs.dimensions.iter().chain(&theirs.disciplines);
    for (ours, theirs) in ours.all().zip(parts.chain([&theirs.overall])) {
        assert_eq!(ours.id, theirs.id, "seed {seed}");
        same(seed, ours, theirs.four, theirs.level);
    }
}

#[test]
fn two_implementations_agree_on_thousands_of_random_cases() {
    for seed in 0..5_000 {
        let mut dice = Dice(seed);
        let q = questionnaire(&mut dice);
        let a = assessment(&mut dice, &q);
        compare(seed, &q, &a);
    }
}
