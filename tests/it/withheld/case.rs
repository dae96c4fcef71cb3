//! Random assessments of the built-in questionnaire: some dimensions empty, some below half, some
//! above, some not applicable; rounds, targets, actions, measurements, workshops; names of any kind.

use crate::random::Dice;
use crate::world::{clock, id};
use plumbline::model::{
    Action, Answer, Assessment, Clock, Counts, Edit, Fact, Horizon, Level, Measurement, Metric,
    Mode, Origin, Outcome, Phase, Questionnaire, QuestionnaireRef, Scope, Settled, Side, Within,
    Workshop,
};

/// Names that could be taken for a number, a part, or a mark of some format.
const NAMES: [&str; 10] = [
    "Payments",
    "Team \"A\", B & C",
    "=1+1",
    "<b>7</b> | 8",
    "支払い 🚀",
    "فريق 3",
    "Overall",
    "O’Neill, Ünal and Søn",
    "100",
    "SRE",
];

/// How likely a practice of a dimension has a level.
const DENSITIES: [f64; 8] = [0.0, 0.2, 0.35, 0.5, 0.6, 0.8, 1.0, 1.0];

pub struct Maker<'q, 'd> {
    pub q: &'q Questionnaire,
    pub dice: &'d mut Dice,
    clock: Clock,
    /// The levels that are given: few, so that there are ties.
    levels: Vec<u8>,
    /// The densities that occur: the first few alone, so that the whole is withheld, too.
    densities: usize,
}

fn one<'a, T>(dice: &mut Dice, of: &'a [T]) -> &'a T {
    &of[dice.below(of.len() as u64) as usize]
}

impl<'q, 'd> Maker<'q, 'd> {
    pub fn new(q: &'q Questionnaire, dice: &'d mut Dice) -> Self {
        let level = |dice: &mut Dice| dice.below(5) as u8 + 1;
        let levels = match dice.below(5) {
            0 => vec![level(dice)],
            1 | 2 => vec![level(dice), level(dice)],
            _ => (1..=5).collect(),
        };
        let densities = if dice.chance(3) { 5 } else { DENSITIES.len() };
        Self {
            q,
            clock: clock("w"),
            levels,
            densities,
            dice,
        }
    }

    /// An assessment with up to three rounds before today.
    pub fn assessment(&mut self) -> Assessment {
        let questionnaire = QuestionnaireRef::of(self.q);
        let mut a = Assessment::empty(id("team-one"), questionnaire);
        let name = (*one(self.dice, &NAMES)).to_owned();
        self.write(&mut a, Edit::Team(Some(name)));
        self.scope(&mut a);
        self.answer(&mut a, 1);
        self.measure(&mut a);
        for round in 0..self.dice.below(4) {
            self.keep(&mut a, round);
            if self.dice.chance(6) {
                self.scope(&mut a);
            }
            let one_in = one(self.dice, &[1, 3, 8]);
            self.answer(&mut a, *one_in);
            self.measure(&mut a);
        }
        self.plan(&mut a);
        self.say(&mut a);
        if self.dice.chance(4) {
            self.hold(&mut a);
        }
        a
    }

    fn write(&mut self, a: &mut Assessment, edit: Edit) {
        a.apply(edit.bounded(), self.clock.tick(1_000));
    }

    fn scope(&mut self, a: &mut Assessment) {
        let dice = &mut *self.dice;
        let disciplines = self.q.disciplines.iter().filter(|_| !dice.chance(4));
        let disciplines = disciplines.map(|d| d.id.clone()).collect();
        let mode = if self.dice.chance(4) {
            Mode::Quick
        } else {
            Mode::Full
        };
        let side = Side::ALL[self.dice.below(3) as usize];
        let scope = self.dice.chance(2).then_some(Scope {
            mode,
            disciplines,
            side,
        });
        self.write(a, Edit::Scope(scope));
    }

    /// Answers one dimension of so many anew.
    fn answer(&mut self, a: &mut Assessment, one_in: u64) {
        let q = self.q;
        for dimension in &q.dimensions {
            if !self.dice.chance(one_in) {
                continue;
            }
            let density = DENSITIES[self.dice.below(self.densities as u64) as usize];
            let nowhere = self.dice.chance(12);
            let own = q.practices.iter().filter(|p| p.dimension == dimension.id);
            for practice in own {
                let answer = if nowhere {
                    Some(Answer::NotApplicable("not 7 of 8".into()))
                } else {
                    self.one_answer(density)
                };
                self.write(a, Edit::Respond(practice.id.clone(), answer));
            }
        }
    }

    fn one_answer(&mut self, density: f64) -> Option<Answer> {
        if self.dice.share() < density {
            let level = Level::new(*one(self.dice, &self.levels)).unwrap();
            let vague = self.dice.chance(8).then(|| Answer::between(level));
            return vague.flatten().or(Some(Answer::Level(level)));
        }
        match self.dice.below(8) {
            0 | 1 => Some(Answer::DontKnow),
            2 => Some(Answer::NotApplicable(String::new())),
            _ => None,
        }
    }

    fn measure(&mut self, a: &mut Assessment) {
        for metric in &self.q.metrics {
            if self.dice.chance(2) {
                let measurement = Measurement {
                    value: measured(self.dice, metric),
                    period: self.dice.chance(3).then(|| "2026 Q3".to_owned()),
                    origin: Origin::Typed,
                };
                self.write(a, Edit::Measure(metric.id.clone(), Some(measurement)));
            }
        }
    }

    fn keep(&mut self, a: &mut Assessment, round: u64) {
        let name = (*one(self.dice, &NAMES)).to_owned();
        let taken = format!("2026-0{}-01T10:00:00Z", round + 1);
        let mut snapshot = a.snapshot(name, taken, self.dice.chance(2));
        if self.dice.chance(6) {
            snapshot.state.questionnaire.version = "0.9.0".into();
        }
        let edit = Edit::Keep(id(&format!("s{round}")), Some(Box::new(snapshot)));
        self.write(a, edit);
    }

    /// Targets, and actions that lead somewhere.
    fn plan(&mut self, a: &mut Assessment) {
        for practice in &self.q.practices {
            if self.dice.chance(5) {
                let target = Level::new(self.dice.below(5) as u8 + 1);
                self.write(a, Edit::Target(practice.id.clone(), target));
            }
        }
        for n in 0..self.dice.below(4) {
            let practice = one(self.dice, &self.q.practices).id.clone();
            let level = Level::new(self.dice.below(5) as u8 + 1).unwrap();
            let action = Action {
                what: (*one(self.dice, &NAMES)).to_owned(),
                horizon: *one(self.dice, &Horizon::ALL),
                moves: Some((practice, level)),
                ..Action::default()
            };
            self.write(a, Edit::Act(id(&format!("x{n}")), Some(action)));
        }
    }

    fn say(&mut self, a: &mut Assessment) {
        let people = self.dice.below(9).to_string();
        let group = (*one(self.dice, &NAMES)).to_owned();
        self.write(a, Edit::Say(Fact::Respondents, Some(people)));
        self.write(a, Edit::Say(Fact::Group, Some(group)));
    }

    /// A workshop that is over, on some practices.
    fn hold(&mut self, a: &mut Assessment) {
        let dice = &mut *self.dice;
        let some = dice.below(3) + 1;
        let chosen = self.q.practices.iter().filter(|_| dice.chance(some));
        let practices: Vec<_> = chosen.map(|p| p.id.clone()).collect();
        let held = Workshop {
            began: "2026-06-01T10:00:00Z".into(),
            title: "In the room".into(),
            practices: practices.clone(),
            phase: Phase::Finished,
            people: 7,
            ..Workshop::default()
        };
        self.write(a, Edit::Workshop(id("room"), Some(Box::new(held))));
        for practice in practices {
            let outcome = Outcome {
                counts: Counts {
                    levels: [0; 5].map(|_| self.dice.below(3) as u32),
                    ..Counts::default()
                },
                first: Default::default(),
                dissent: String::new(),
                settled: Settled::Agreed,
                ..Outcome::default()
            };
            let key = Within {
                workshop: id("room"),
                of: practice,
            };
            self.write(a, Edit::Settle(key, Some(outcome)));
        }
    }
}

/// Whole, with a fraction, with more digits than anybody reads, and on a cut.
fn measured(dice: &mut Dice, metric: &Metric) -> f64 {
    let [low, high] = metric.range;
    let value = low + (high - low) * dice.share();
    match dice.below(4) {
        0 => value,
        1 => ((value * 2.0).round() / 2.0).clamp(low, high),
        2 => metric.cuts[dice.below(metric.cuts.len() as u64) as usize].clamp(low, high),
        _ => value.round().clamp(low, high),
    }
}
