//! The backup of everything, and going from one state of a document to another.

use crate::random::{self, Dice};
use crate::world::{NOW, clock, empty, full};
use plumbline::formats::assessment_json::{Refusal, encode};
use plumbline::formats::workspace_json::{decode_any, encode_all};
use plumbline::model::Edit;

#[test]
fn a_backup_of_everything_comes_back_whole_and_is_the_same_again() {
    let all = [full(), empty()];
    let text = encode_all(&all, "0.1.0", "now");
    let back = decode_any(&text).unwrap();
    let back: Vec<_> = back.into_iter().map(|d| d.unwrap().assessment).collect();
    assert_eq!(back, all);
    assert_eq!(encode_all(&back, "0.1.0", "now"), text, "byte for byte");
    // A file with one assessment is read by the same door.
    let one = decode_any(&encode(&full(), "0.1.0", "now")).unwrap();
    assert_eq!(one[0].as_ref().unwrap().assessment, full());
}

#[test]
fn a_part_that_cannot_be_read_leaves_the_others() {
    let text = encode_all(&[full(), empty()], "0.1.0", "now");
    let broken = text.replacen("\"dontKnow\":true", "\"dontKnow\":7", 1);
    let parts = decode_any(&broken).unwrap();
    assert!(matches!(parts[0], Err(Refusal::Problems(_))));
    assert!(parts[1].is_ok());
}

#[test]
fn what_is_no_backup_is_refused_with_the_reason() {
    for (text, reason) in [
        ("", Refusal::Empty),
        ("[]", Refusal::NotOurs),
        ("{}", Refusal::NotOurs),
        (r#"{"format": "plumbline/workspace"}"#, Refusal::NotOurs),
        (
            r#"{"format": "plumbline/workspace", "version": 1, "assessments": 3}"#,
            Refusal::NotOurs,
        ),
        (
            r#"{"format": "plumbline/workspace", "version": 9, "assessments": []}"#,
            Refusal::Newer(9),
        ),
    ] {
        assert_eq!(decode_any(text).unwrap_err(), reason, "{text}");
    }
    let cut = &encode_all(&[full()], "0.1.0", "now")[..200];
    let ends_early = decode_any(cut).unwrap_err();
    assert!(matches!(
        ends_early,
        Refusal::NotJson {
            ends_early: true,
            ..
        }
    ));
}

#[test]
fn edits_lead_from_any_state_to_any_other() {
    for seed in 0..300 {
        let dice = &mut Dice(seed);
        let q = random::questionnaire(dice);
        let [mut here, mut there] = [(); 2].map(|()| random::assessment(dice, &q));
        if dice.chance(3) {
            there.apply(Edit::Removed(Some(())), clock("z").tick(9_000));
        }
        let mut clock = clock("later");
        here.stamps().for_each(|s| clock.observe(s, NOW));
        for edit in here.edits_to(&there) {
            here.apply(edit, clock.tick(10_000));
        }
        assert_eq!(here.edits_to(&there), [], "seed {seed}");
    }
}
