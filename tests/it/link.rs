//! Links: what goes in comes out, and nothing else is taken for one.

use crate::random::{self, Dice};
use crate::world::{full, questionnaire};
use plumbline::catalog::built_in;
use plumbline::formats::link::{BadLink, decode, encode};
use plumbline::model::{Answer, Assessment, AssessmentId, Edit, Questionnaire};

fn id() -> AssessmentId {
    AssessmentId::parse("copy").unwrap()
}

/// What a link carries of an assessment.
fn carried(a: &Assessment, q: &Questionnaire) -> Assessment {
    let mut copy = Assessment::empty(id(), a.questionnaire.clone());
    copy.scope.value.clone_from(&a.scope.value);
    copy.team.value.clone_from(&a.team.value);
    for p in &q.practices {
        if let Some(answer) = a.answer(&p.id) {
            // Of what does not apply, the reason stays behind.
            let answer = match answer {
                Answer::NotApplicable(_) => Answer::NotApplicable(String::new()),
                other => other.clone(),
            };
            copy.responses.slot(p.id.clone()).value = Some(answer);
        }
    }
    copy
}

#[test]
fn a_link_carries_answers_scope_and_name_and_nothing_else() {
    let (a, q) = (full(), questionnaire());
    let copy = decode(&q, &encode(&q, &a), id()).unwrap();
    assert_eq!(copy, carried(&a, &q));
    assert_eq!(
        copy.notes.len() + copy.evidence.len() + copy.measurements.len(),
        0
    );
}

#[test]
fn random_worlds_go_through_a_link() {
    random::for_all(2_000, |seed, dice, q, a| {
        let mut a = a.clone();
        let name: String = (0..dice.below(90))
            .filter_map(|_| char::from_u32(dice.below(0x2_0000) as u32))
            .collect();
        if let Edit::Team(team) = Edit::Team(Some(name)).bounded() {
            a.team.value = team.filter(|t| !t.is_empty());
        }
        let text = encode(q, &a);
        assert_eq!(decode(q, &text, id()), Ok(carried(&a, q)), "{seed}: {text}");
    });
}

#[test]
fn a_whole_questionnaire_fits_into_a_short_line() {
    let (q, mut a) = (built_in(), full());
    a.team.value = None;
    for p in &q.practices {
        a.responses.slot(p.id.clone()).value = Answer::between(plumbline::model::Level::ALL[1]);
    }
    let worst = encode(&q, &a).len();
    for p in &q.practices {
        a.responses.slot(p.id.clone()).value = Some(Answer::DontKnow);
    }
    let usual = encode(&q, &a).len();
    // 3 bits a practice, 6 bits a character, and 11 characters around them.
    assert!(usual <= q.practices.len() / 2 + 11, "{usual}");
    assert!(worst <= q.practices.len() + 11, "{worst}");
}

#[test]
fn each_changed_lost_or_swapped_letter_is_noticed() {
    let (a, q) = (full(), questionnaire());
    let text = encode(&q, &a);
    for at in 0..text.len() {
        for letter in ["A", "_", "7", "b", "é", "%", ""] {
            let mut bad = text.clone();
            bad.replace_range(at..=at, letter);
            if bad != text {
                assert_eq!(decode(&q, &bad, id()), Err(BadLink::Damaged), "{bad}");
            }
        }
        if let Some(pair) = text.get(at..at + 2)
            && pair.as_bytes()[0] != pair.as_bytes()[1]
        {
            let mut bad = text.clone();
            let swapped: String = pair.chars().rev().collect();
            bad.replace_range(at..at + 2, &swapped);
            assert_eq!(decode(&q, &bad, id()), Err(BadLink::Damaged), "{bad}");
        }
    }
    for bad in [
        "",
        "A",
        "AAAA",
        "AAAAAAAA",
        "<script>",
        "\u{202e}",
        &"A".repeat(100_000),
    ] {
        assert_eq!(decode(&q, bad, id()), Err(BadLink::Damaged), "{bad}");
    }
    // What a message puts behind a link does no harm.
    for end in [".", ")", ">.", "\u{201d}", "!"] {
        assert!(decode(&q, &format!("{text}{end}"), id()).is_ok(), "{end}");
    }
}

#[test]
fn another_questionnaire_is_named() {
    let (a, q) = (full(), questionnaire());
    let text = encode(&q, &a);
    let mut newer = q.clone();
    newer.version = "1.0.1".into();
    assert_eq!(
        decode(&newer, &text, id()),
        Err(BadLink::OtherQuestionnaire)
    );
    let mut more = q.clone();
    more.practices.reverse();
    assert_eq!(decode(&more, &text, id()), Err(BadLink::OtherQuestionnaire));
}

/// Texts with right check digits around random bodies get past the first door.
#[test]
fn forged_links_never_panic_and_say_what_they_hold() {
    let q = questionnaire();
    let mut read = 0;
    for seed in 0..10_000 {
        let dice = &mut Dice(seed);
        let text = crate::fuzz::forged_link(dice, &encode(&q, &full()));
        if let Ok(a) = decode(&q, &text, id()) {
            read += 1;
            assert_eq!(decode(&q, &encode(&q, &a), id()), Ok(a), "{text}");
        }
    }
    assert!(read > 100, "only {read} were read");
}
