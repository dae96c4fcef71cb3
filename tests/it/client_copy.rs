//! A client's copy: the same results, and not a word of what a team wrote for itself.

use crate::random::{Dice, cases};
use crate::withheld::case::Maker;
use crate::world::{clock, id};
use plumbline::formats::assessment_json::{decode_file, encode};
use plumbline::formats::link;
use plumbline::model::{
    Action, Answer, Assessment, Cast, Counts, Edit, Evidence, Extent, Fact, Outcome, Questionnaire,
    Settled, Within, Workshop, client_copy, validate,
};
use plumbline::scoring::score;

const ALL: Extent = Extent {
    cover: true,
    plan: true,
};
const LEAST: Extent = Extent {
    cover: false,
    plan: false,
};

/// Writes something secret into every field of a text that is the team's own.
fn secrets(q: &Questionnaire, a: &mut Assessment, dice: &mut Dice) {
    let secret = || "SECRET".to_owned();
    let practice = q.practices[dice.below(q.practices.len() as u64) as usize]
        .id
        .clone();
    let within = |of| Within {
        workshop: id("w1"),
        of,
    };
    let piece = Evidence {
        title: secret(),
        address: "https://SECRET.example".into(),
        date: secret(),
        unknown: "{\"SECRET\":1}".into(),
    };
    let action = Action {
        what: "Told".into(),
        owner: secret(),
        unknown: "{\"SECRET\":1}".into(),
        ..Action::default()
    };
    let workshop = Workshop {
        title: secret(),
        names: vec![secret()],
        ..Workshop::default()
    };
    let outcome = Outcome {
        counts: Counts::default(),
        first: Default::default(),
        dissent: secret(),
        settled: Settled::Agreed,
        ..Outcome::default()
    };
    let cast = Cast {
        name: secret(),
        code: secret(),
        ..Cast::default()
    };
    let reason = Edit::Respond(practice.clone(), Some(Answer::NotApplicable(secret())));
    let mut clock = clock("writer-of-it");
    let mut write = |a: &mut Assessment, edit| a.apply(edit, clock.tick(2_000_000_000_000));
    write(a, reason);
    write(a, Edit::Note(practice.clone(), Some(secret())));
    // What was kept of an earlier round has it, too.
    let mut snapshot = a.snapshot(secret(), "2026-11-20".into(), true);
    snapshot.state.team.value = Some(secret());
    for edit in [
        Edit::Keep(id("secret"), Some(Box::new(snapshot))),
        Edit::Evidence(practice.clone(), Some(vec![piece])),
        Edit::Act(id("told"), Some(action)),
        Edit::Say(Fact::Group, Some(secret())),
        Edit::Say(Fact::Tags, Some(secret())),
        Edit::Workshop(id("w1"), Some(Box::new(workshop))),
        Edit::Settle(within(practice.clone()), Some(outcome)),
        Edit::Say(Fact::Client, Some("Client".into())),
        Edit::Say(Fact::Summary, Some("Summary".into())),
        // What was cleared is gone, with the time at which it was.
        Edit::Note(practice, None),
    ] {
        if dice.chance(4) {
            continue;
        }
        write(a, edit);
    }
    let ballot = Within {
        workshop: id("w1"),
        of: id("b1"),
    };
    write(a, Edit::Cast(ballot, Some(cast)));
    a.unknown
        .put(vec!["body".into(), "SECRET".into()], "1".into());
}

#[test]
fn a_client_s_copy_has_the_same_results_and_no_word_that_the_team_wrote_for_itself() {
    let q = crate::report::questionnaire();
    for seed in 0..cases(300) {
        let dice = &mut Dice(seed);
        let mut a = Maker::new(q, dice).assessment();
        secrets(q, &mut a, dice);
        assert!(encode(&a, "", "").contains("SECRET"));
        for extent in [ALL, LEAST] {
            let copy = client_copy(&a, extent);
            let text = encode(&copy, "1", "now");
            assert!(!text.contains("SECRET"), "{seed}: {text}");
            assert!(!text.contains("writer-of-it"), "{seed}: {text}");
            let parts = [
                "note",
                "evidence",
                "owner",
                "snapshots",
                "workshops",
                "ballots",
                "outcomes",
            ];
            for part in parts {
                assert!(!text.contains(&format!("\"{part}\"")), "{seed}: {part}");
            }
            // It opens as it is, and says the same of every part.
            let read = decode_file(&text).unwrap();
            assert_eq!(read.assessment, copy, "{seed}");
            assert_eq!(validate::of_any_version(q, &copy), [], "{seed}");
            assert_eq!(score(q, &copy), score(q, &a), "{seed}");
            assert_eq!(copy.team(), a.team());
            // A link has less still, so it is the same for both.
            assert_eq!(link::encode(q, &copy), link::encode(q, &a), "{seed}");
            // Where it came from, it changes nothing.
            let mut joined = a.clone();
            joined.join(&copy);
            assert_eq!(joined, a, "{seed}");
            for fact in Fact::COVER {
                let said = if extent.cover { a.fact(fact) } else { "" };
                assert_eq!(copy.fact(fact), said, "{seed}");
            }
            let plans = |a: &Assessment| a.actions().filter(|(_, a)| !a.what.is_empty()).count();
            assert_eq!(plans(&copy), if extent.plan { plans(&a) } else { 0 });
        }
    }
}

#[test]
fn a_link_has_no_word_but_the_team_s_name() {
    let q = crate::report::questionnaire();
    for seed in 0..cases(100) {
        let dice = &mut Dice(seed);
        let mut a = Maker::new(q, dice).assessment();
        secrets(q, &mut a, dice);
        let bare = Assessment {
            team: a.team.clone(),
            scope: a.scope.clone(),
            responses: a.responses.clone(),
            ..Assessment::empty(a.id.clone(), a.questionnaire.clone())
        };
        assert_eq!(link::encode(q, &a), link::encode(q, &bare), "{seed}");
    }
}
