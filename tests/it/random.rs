//! Random questionnaires and assessments from a seed, so that a failure can be repeated.

use plumbline::model::{
    Answer, Assessment, AssessmentId, Dimension, Discipline, Edit, Level, Measurement, Mode,
    Origin, PracticeId, Questionnaire, QuestionnaireRef, Scope, Side, WriterId,
};
use plumbline::scoring::{Score, Scorecard};

/// A small generator (Steele, Lea, Flood: SplitMix64, 2014).
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// 0 to `n - 1`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }
    pub fn chance(&mut self, one_in: u64) -> bool {
        self.below(one_in) == 0
    }
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

fn id<T: TryFrom<String>>(text: String) -> T {
    T::try_from(text).ok().unwrap()
}

/// Weights 1 to 4; up to three disciplines of up to three dimensions of up to four practices; every
/// practice may require earlier ones.
pub fn questionnaire(dice: &mut Dice) -> Questionnaire {
    let mut q = crate::world::questionnaire();
    let (practice, metric) = (q.practices[0].clone(), q.metrics[0].clone());
    (q.disciplines, q.dimensions, q.practices) = (vec![], vec![], vec![]);
    q.metrics.clear();
    let weight = |dice: &mut Dice| (dice.below(4) + 1) as f64;
    for d in 0..=dice.below(3) {
        q.disciplines.push(Discipline {
            id: id(format!("d{d}")),
            title: "D".into(),
            goal: "g".into(),
            weight: weight(dice),
        });
        let mut m = metric.clone();
        (m.id, m.discipline) = (id(format!("m{d}")), id(format!("d{d}")));
        q.metrics.push(m);
        for x in 0..=dice.below(3) {
            q.dimensions.push(Dimension {
                id: id(format!("d{d}x{x}")),
                discipline: id(format!("d{d}")),
                title: "X".into(),
                covers: vec![],
                weight: weight(dice),
            });
            for p in 0..=dice.below(4) {
                let mut practice = practice.clone();
                practice.id = id(format!("d{d}x{x}p{p}"));
                practice.dimension = id(format!("d{d}x{x}"));
                practice.weight = weight(dice);
                (practice.key, practice.quick) = (dice.chance(3), dice.chance(2));
                let earlier: Vec<PracticeId> = q.practices.iter().map(|p| p.id.clone()).collect();
                practice.requires = earlier.into_iter().filter(|_| dice.chance(6)).collect();
                q.practices.push(practice);
            }
        }
    }
    q
}

pub fn answer(dice: &mut Dice) -> Option<Answer> {
    let level = |dice: &mut Dice, n| Level::new(dice.below(n) as u8 + 1).unwrap();
    match dice.below(8) {
        0 | 1 => None,
        2 => Some(Answer::DontKnow),
        3 => Some(Answer::NotApplicable("no".into())),
        4 => Answer::between(level(dice, 4)),
        _ => Some(Answer::Level(level(dice, 5))),
    }
}

/// Answers to some practices, a scope now and then, targets and measurements now and then.
pub fn assessment(dice: &mut Dice, q: &Questionnaire) -> Assessment {
    let mut a = Assessment::empty(
        AssessmentId::parse("x").unwrap(),
        QuestionnaireRef {
            id: q.id.clone(),
            version: q.version.clone(),
        },
    );
    let mut clock = plumbline::model::Clock::new(WriterId::parse("w").unwrap());
    if dice.chance(2) {
        let disciplines = q.disciplines.iter().filter(|_| !dice.chance(4));
        let scope = Scope {
            disciplines: disciplines.map(|d| d.id.clone()).collect(),
            side: Side::Anyone,
            mode: if dice.chance(3) {
                Mode::Quick
            } else {
                Mode::Full
            },
        };
        a.apply(Edit::Scope(Some(scope)), clock.tick(1));
    }
    for p in &q.practices {
        let answer = answer(dice);
        a.apply(Edit::Respond(p.id.clone(), answer), clock.tick(1));
        if dice.chance(5) {
            let target = Level::new(dice.below(5) as u8 + 1);
            a.apply(Edit::Target(p.id.clone(), target), clock.tick(1));
        }
    }
    for m in &q.metrics {
        if dice.chance(2) {
            let [low, high] = m.range;
            let measurement = Measurement {
                value: low + (high - low) * dice.share(),
                period: None,
                origin: Origin::Typed,
            };
            a.apply(
                Edit::Measure(m.id.clone(), Some(measurement)),
                clock.tick(1),
            );
        }
    }
    a
}

/// How many random cases to try: `few` here, as many as `PLUMBLINE_CASES` says when someone asks for a
/// long run.
pub fn cases(few: u64) -> u64 {
    let many = std::env::var("PLUMBLINE_CASES").ok();
    many.and_then(|n| n.parse().ok()).unwrap_or(few)
}

/// Runs `law` on random worlds.
pub fn for_all(few: u64, law: impl Fn(u64, &mut Dice, &Questionnaire, &Assessment)) {
    for seed in 0..cases(few) {
        let mut dice = Dice(seed.wrapping_mul(0x5851_f42d_4c95_7f2d));
        let q = questionnaire(&mut dice);
        let a = assessment(&mut dice, &q);
        law(seed, &mut dice, &q, &a);
    }
}

pub fn scores(card: &Scorecard) -> impl Iterator<Item = &Score> {
    card.dimensions
        .iter()
        .chain(&card.disciplines)
        .chain([&card.overall])
}

pub fn respond(a: &Assessment, p: usize, q: &Questionnaire, answer: Option<Answer>) -> Assessment {
    let mut a = a.clone();
    let mut clock = plumbline::model::Clock::new(WriterId::parse("later").unwrap());
    a.apply(
        Edit::Respond(q.practices[p].id.clone(), answer),
        clock.tick(9),
    );
    a
}
