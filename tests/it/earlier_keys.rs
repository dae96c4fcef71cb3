//! The key that opens ballots, in the earlier states of an assessment.

use crate::world::{clock, empty};
use plumbline::formats::assessment_json::Encoder;
use plumbline::storage::{earlier_states, merge};

/// The key that opens ballots goes with them; and what goes back to an earlier state keeps it, as long
/// as the workshop is under way.
#[test]
fn earlier_states_are_kept_without_keys() {
    let (mut a, mut ticks) = (empty(), clock("w"));
    for edit in crate::sealed_desk::sealed() {
        a.apply(edit, ticks.tick(1));
    }
    for (with_ballots, of) in [(true, "with"), (false, "without")] {
        if !with_ballots {
            a.ballots = Default::default();
        }
        let first = merge(
            None,
            &a,
            &mut Encoder::new("1"),
            "2026-11-23T10:00:00Z",
            None,
        )
        .unwrap()
        .record
        .1;
        assert!(first.contains("abababab"), "{of}");
        let writing = merge(
            Some(first),
            &a,
            &mut Encoder::new("1"),
            "2026-11-25T10:00:00Z",
            None,
        )
        .unwrap();
        assert!(writing.record.1.contains("abababab"), "{of}");
        let texts: Vec<_> = writing.earlier.into_iter().map(|(_, text)| text).collect();
        assert!(!texts.is_empty());
        for text in &texts {
            assert!(
                !text.contains("abababab") && !text.contains("We wait"),
                "{of}"
            );
        }
        let (_, then) = earlier_states(&texts).remove(0);
        let mut at = crate::at_desk::AtDesk::with(vec![a.clone()]);
        let back = at.desk.go_back(&at.id, &then, "then".into()).unwrap();
        at.run(back);
        assert_eq!(at.now().workshops, a.workshops, "{of}");
    }
}
