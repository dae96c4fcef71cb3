//! Stamps from the future keep their place in the order of writes, and spoil nothing else: edits win
//! over what their writer saw, other fields and other assessments stay in the present, and no time
//! is shown that cannot be.

use crate::random::{Dice, cases};
use crate::world::{NOW, clock, empty, id, level, practice, questionnaire};
use plumbline::formats::assessment_json::{decode, encode};
use plumbline::formats::workspace_json::decode_any;
use plumbline::model::stamp::{AHEAD, LAST, LAST_KEPT};
use plumbline::model::times::TRASH;
use plumbline::model::{
    Assessment, Clock, Edit, Level, Measurement, Origin, Outcome, Settled, Stamp, Within, Workshop,
    WriterId,
};

/// Claims of files: the greatest that can be written, the latest that is taken and its neighbours,
/// a time after which a date has five digits, the year 2099, two days from now.
fn claims() -> Vec<String> {
    let mut all = vec![
        "ffffffffffffffff-ffffffff-x".to_owned(),
        "3b9aca000000-0-x".to_owned(),
        "3b3d512ac00-0-ff66".to_owned(),
    ];
    for millis in [LAST - 1, LAST, LAST + 1, LAST_KEPT, NOW + 2 * AHEAD] {
        all.push(format!("{millis:x}-0-x"));
        all.push(format!("{millis:x}-ffffffff-zz"));
    }
    all
}

/// A file of one team whose answer and name claim that time.
fn file(claim: &str) -> String {
    format!(
        r#"{{"format": "plumbline/assessment", "version": 1, "body": {{"id": "poison", "team": "Poison",
        "questionnaire": {{"id": "test", "version": "1.0.0"}},
        "responses": {{"a1": {{"level": 5, "note": "then"}}}}}},
        "stamps": {{"team": "{claim}", "responses/a1": "{claim}", "notes/a1": "{claim}", "scope": "{claim}"}}}}"#
    )
}

fn taken(claim: &str) -> Assessment {
    let mut read = decode_any(&file(claim)).unwrap();
    read.remove(0).unwrap().assessment
}

fn joined(a: &Assessment, b: &Assessment) -> Assessment {
    let mut whole = a.clone();
    whole.join(b);
    whole
}

/// A page that has read `seen`, at a time.
fn page(writer: &str, seen: &[&Assessment], wall: u64) -> Clock {
    let mut clock = clock(writer);
    let stamps = seen.iter().flat_map(|a| a.stamps());
    stamps.for_each(|stamp| clock.observe(stamp, wall));
    clock
}

#[test]
fn no_claim_locks_an_edit_out_here_or_anywhere_else() {
    for claim in claims() {
        let (there, mut other) = (taken(&claim), empty());
        let mut here = there.clone();
        let mut clock = page("me", &[&there, &other], NOW);
        for n in 1..=5_u8 {
            let wall = NOW + u64::from(n);
            let answer = |n| Edit::Respond(practice("a1"), Some(level(n)));
            here.apply(answer(n), clock.tick(wall));
            here.apply(Edit::Team(Some(format!("Team {n}"))), clock.tick(wall));
            let note = Edit::Note(practice("a1"), Some(format!("note {n}")));
            here.apply(note, clock.tick(wall));
            other.apply(answer(n), clock.tick(wall));
            // Kept, read again, and met by the very file once more.
            here = decode(&encode(&here, "", "")).unwrap().assessment;
            here = joined(&joined(&there, &here), &taken(&claim));
            assert_eq!(here.answer(&practice("a1")), Some(&level(n)), "{claim}");
            assert_eq!(here.team(), format!("Team {n}"), "{claim}");
            let note = here.note(&practice("a1"));
            assert_eq!(note, Some(format!("note {n}")), "{claim}");
        }
        // A field that was free, and another team's, are written in the present.
        here.apply(Edit::Target(practice("a2"), Level::new(3)), clock.tick(NOW));
        let target = here.targets.get(&practice("a2")).unwrap();
        for stamp in other.stamps().chain(&target.stamp) {
            assert!(stamp.is_believed(NOW), "{claim} drew {stamp} along");
        }
    }
}

#[test]
fn a_record_that_was_spoilt_before_opens_and_can_be_changed() {
    // As a clock gave them out that had seen the greatest stamp there is.
    let text = file("ffffffffffffffff-0-me");
    let mut here = decode(&text).unwrap().assessment;
    here.apply(Edit::Team(Some("Again".into())), clock("w").tick(NOW));
    here = decode(&encode(&here, "", "")).unwrap().assessment;
    here.join(&decode(&text).unwrap().assessment);
    assert_eq!(here.team(), "Again");
}

#[test]
fn one_file_opened_on_two_machines_at_two_times_converges_to_the_edit() {
    for claim in claims() {
        let mut early = taken(&claim);
        let mut clock = page("early", &[&early], NOW);
        early.apply(
            Edit::Respond(practice("a1"), Some(level(2))),
            clock.tick(NOW),
        );
        // A year later, on a machine that has not heard of it, and by whoever opens it once more.
        let late = taken(&claim);
        for both in [joined(&early, &late), joined(&late, &early)] {
            assert_eq!(both, early, "{claim}");
        }
    }
}

#[test]
fn no_time_is_told_that_cannot_be() {
    let q = questionnaire();
    for claim in claims() {
        let (mut a, mut clock) = (taken(&claim), clock("me"));
        assert_eq!(a.changed_at(NOW), None, "{claim}");
        assert_eq!(a.changes_since(0, NOW), 0, "{claim}");
        let next = |a: &Assessment| a.next_open(&q, NOW).unwrap().id.to_string();
        assert_eq!(next(&a), "a2", "{claim}");
        a.apply(
            Edit::Respond(practice("c1"), Some(level(1))),
            clock.tick(NOW),
        );
        assert_eq!(
            next(&a),
            "c2",
            "{claim}: one goes on behind the last answer"
        );
        assert_eq!(a.changed_at(NOW), Some(NOW), "{claim}");
        assert_eq!(a.changes_since(NOW - 1, NOW), 1, "{claim}");
        let measured = |period: &str| {
            let measurement = Measurement {
                value: 1.0,
                period: Some(period.into()),
                origin: Origin::Typed,
            };
            Edit::Measure(id("m"), Some(measurement))
        };
        let mut far = a.clone();
        let stamp = Stamp::parse(&claim).unwrap();
        far.apply(measured("2099-Q1"), stamp);
        far.measurements
            .put(id("n"), far.measurements.get(&id("m")).unwrap().clone());
        far.apply(measured("2026-Q4"), clock.tick(NOW));
        let is_over = far.measurements.get(&id("m")).unwrap().stamp.clone();
        if !is_over.unwrap().is_believed(NOW) {
            // What was written over a claim cannot tell its time either.
            continue;
        }
        assert_eq!(far.usual_period(NOW).as_deref(), Some("2026-Q4"), "{claim}");
    }
    // Once the time has come, it is one like any other.
    assert_eq!(
        taken("3b3d512ac00-0-x").changed_at(4_070_908_800_000),
        Some(0x3b3_d512_ac00)
    );
}

#[test]
fn the_latest_believed_measurement_tells_the_usual_period() {
    let mut a = empty();
    let mut measure = |metric: &str, period: &str, millis: u64| {
        let measurement = Measurement {
            value: 1.0,
            period: Some(period.into()),
            origin: Origin::Typed,
        };
        let edit = Edit::Measure(id(metric), Some(measurement));
        a.apply(edit, clock(metric).tick(millis));
    };
    measure("m", "2026-Q3", NOW - 10);
    measure("n", "2099-Q1", NOW + 2 * AHEAD);
    measure("o", "2026-Q4", NOW - 5);
    assert_eq!(a.usual_period(NOW).as_deref(), Some("2026-Q4"));
}

#[test]
fn a_removal_holds_beside_any_claim_and_an_edit_after_it_wins() {
    for claim in claims() {
        let (mut a, mut clock) = (taken(&claim), clock("me"));
        a.apply(Edit::Removed(Some(())), clock.tick(NOW));
        let kept = decode(&encode(&a, "", "")).unwrap().assessment;
        assert_eq!(kept, a, "{claim}");
        a.join(&taken(&claim));
        assert!(a.is_removed(), "{claim}");
        // It leaves the trash in its time, and not before.
        assert!(!a.is_forgotten(NOW + TRASH), "{claim}");
        assert!(a.is_forgotten(NOW + TRASH + 2 * AHEAD + 1), "{claim}");
        // Brought back, and removed once more.
        let mut back = a.clone();
        back.apply(Edit::Removed(None), clock.tick(NOW + 1));
        assert!(!back.is_removed(), "{claim}");
        back.apply(Edit::Removed(Some(())), clock.tick(NOW + 2));
        assert!(back.is_removed(), "{claim}");
        let back = decode(&encode(&back, "", "")).unwrap().assessment;
        assert!(back.is_removed(), "{claim}");
        // Somebody who had not heard of it went on.
        let mut elsewhere = taken(&claim);
        let mut other = page("other", &[&elsewhere], NOW);
        elsewhere.apply(
            Edit::Respond(practice("a3"), Some(level(1))),
            other.tick(NOW + 60_000),
        );
        a.join(&elsewhere);
        assert!(!a.is_removed(), "{claim}");
    }
}

#[test]
fn what_a_wrong_clock_removed_stays_removed_when_the_clock_is_right() {
    const DECADE: u64 = 315_360_000_000;
    let mut a = empty();
    a.apply(Edit::Team(Some("T".into())), clock("right").tick(NOW));
    for wrong in [NOW - DECADE, NOW + DECADE] {
        let (mut a, mut clock) = (a.clone(), page("wrong", &[&a], wrong));
        a.apply(Edit::Removed(Some(())), clock.tick(wrong));
        assert!(a.is_removed());
        assert!(!a.is_forgotten(NOW));
        a.apply(Edit::Removed(None), clock.tick(NOW));
        assert!(!a.is_removed());
    }
}

#[test]
fn an_old_answer_is_not_the_rooms_because_it_claims_to_be_late() {
    let ends = NOW + 60_000;
    let held = |a: &mut Assessment| {
        let workshop = Workshop {
            minutes: 1,
            ends: Some(ends),
            ..Workshop::default()
        };
        let edit = Edit::Workshop(id("w"), Some(Box::new(workshop)));
        a.apply(edit, clock("me").tick(NOW));
    };
    let (w, a1) = (id("w"), practice("a1"));
    for claim in claims() {
        let mut a = taken(&claim);
        held(&mut a);
        assert_eq!(a.agreed(&w, &a1, NOW), None, "{claim}");
        // The room chooses.
        let mut chosen = a.clone();
        let edit = Edit::Respond(a1.clone(), Some(level(2)));
        chosen.apply(edit, clock("me").tick(NOW + 1));
        assert_eq!(chosen.agreed(&w, &a1, NOW + 2), Some(&level(2)), "{claim}");
        // What the room settled is its answer, whatever its stamp says.
        let key = Within {
            workshop: id("w"),
            of: a1.clone(),
        };
        let outcome = Outcome {
            settled: Settled::Agreed,
            ..Outcome::default()
        };
        a.apply(Edit::Settle(key, Some(outcome)), clock("me").tick(NOW));
        assert_eq!(a.agreed(&w, &a1, NOW), Some(&level(5)), "{claim}");
    }
    // An answer from before the reveal is not; one given after it is.
    let mut a = empty();
    held(&mut a);
    for (millis, seen) in [(NOW - 1, None), (NOW + 1, Some(&level(3)))] {
        let mut a = a.clone();
        a.apply(
            Edit::Respond(a1.clone(), Some(level(3))),
            clock("me").tick(millis),
        );
        assert_eq!(a.agreed(&w, &a1, NOW + 2), seen);
    }
}

/// Somebody who edits, on a machine whose clock may be wrong and may be set at any time.
struct Machine {
    a: Assessment,
    clock: Clock,
    wall: u64,
    /// All that was ever on its screen.
    seen: Vec<Assessment>,
}

impl Machine {
    fn new(name: &str, dice: &mut Dice) -> Self {
        Self {
            a: empty(),
            clock: Clock::new(WriterId::parse(name).unwrap()),
            wall: wall(dice),
            seen: Vec::new(),
        }
    }

    fn read(&mut self, other: &Assessment) {
        let wall = self.wall;
        other.stamps().for_each(|s| self.clock.observe(s, wall));
        self.a.join(other);
        self.seen.push(self.a.clone());
    }

    /// Writes, and looks whether it stands whatever comes again of what was seen.
    fn write(&mut self, dice: &mut Dice, seed: u64) {
        let id = practice(["a1", "a2", "b1"][dice.below(3) as usize]);
        let wall = self.wall;
        let text = format!("text {:x}", dice.next());
        let before = self.a.responses.get(&id).and_then(|f| f.stamp.clone());
        let stamp = self.clock.tick(wall);
        assert!(stamp.is_believed(wall), "seed {seed}");
        match dice.below(3) {
            0 => {
                self.a
                    .apply(Edit::Note(id.clone(), Some(text.clone())), stamp);
                for old in &self.seen {
                    let note = joined(&self.a, old).note(&id);
                    assert_eq!(note.as_ref(), Some(&text), "seed {seed}");
                }
            }
            1 => {
                self.a.apply(Edit::Team(Some(text.clone())), stamp);
                for old in &self.seen {
                    assert_eq!(joined(old, &self.a).team(), text, "seed {seed}");
                }
            }
            _ => {
                let answer = level(dice.below(5) as u8 + 1);
                let edit = Edit::Respond(id.clone(), Some(answer.clone()));
                self.a.apply(edit, stamp);
                for old in &self.seen {
                    let whole = joined(&self.a, old);
                    assert_eq!(whole.answer(&id), Some(&answer), "seed {seed}");
                }
                let stamp = self.a.responses.get(&id).unwrap().stamp.clone().unwrap();
                let is_drawn = !stamp.is_believed(wall);
                let was_there = before.is_some_and(|s| !s.is_believed(wall));
                assert!(was_there || !is_drawn, "seed {seed}: {stamp} at {wall}");
            }
        }
        let read = decode(&encode(&self.a, "", "")).unwrap().assessment;
        assert_eq!(read, self.a, "seed {seed}");
        self.seen.push(self.a.clone());
    }
}

/// Most clocks are right; some are years off.
fn wall(dice: &mut Dice) -> u64 {
    const DECADE: u64 = 315_360_000_000;
    match dice.below(5) {
        0 => NOW - DECADE,
        1 => NOW + DECADE,
        2 => [0, LAST, u64::MAX][dice.below(3) as usize],
        _ => NOW + dice.below(1_000),
    }
}

/// A bounded share here; `PLUMBLINE_CASES=100000` in release mode for the whole of it.
#[test]
fn whoever_sees_a_value_and_edits_it_wins_and_all_machines_converge() {
    let claims = claims();
    for seed in 0..cases(300) {
        let dice = &mut Dice(seed);
        let mut machines: Vec<_> = ["x", "y", "z"].map(|n| Machine::new(n, dice)).into();
        for _ in 0..40 {
            let at = dice.below(3) as usize;
            match dice.below(6) {
                0 => machines[at].wall = wall(dice),
                1 if dice.chance(3) => {
                    let claim = &claims[dice.below(claims.len() as u64) as usize];
                    let mut file = taken(claim).under(empty().id);
                    if dice.chance(2) {
                        file.responses.remove(&practice("a1"));
                    }
                    machines[at].read(&file);
                }
                1 | 2 => {
                    let other = machines[dice.below(3) as usize].a.clone();
                    machines[at].read(&decode(&encode(&other, "", "")).unwrap().assessment);
                }
                _ => machines[at].write(dice, seed),
            }
        }
        let [x, y, z] = [0, 1, 2].map(|at| machines[at].a.clone());
        let whole = joined(&joined(&x, &y), &z);
        assert_eq!(joined(&joined(&z, &x), &y), whole, "seed {seed}");
        assert_eq!(joined(&y, &joined(&z, &x)), whole, "seed {seed}");
        assert_eq!(joined(&whole, &whole), whole, "seed {seed}");
    }
}
