//! Links: what goes in comes out, and nothing else is taken for one.

use crate::random::{self, Dice};
use crate::world::{full, questionnaire};
use plumbline::catalog::built_in;
use plumbline::formats::link::{Age, BadLink, decode, encode, id_of, is_looked_at};
use plumbline::model::{Answer, Assessment, AssessmentId, Edit, Questionnaire};
use plumbline::words::words;

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
    // 3 bits a practice, 6 bits a character, and 16 characters around them.
    assert!(usual <= q.practices.len() / 2 + 16, "{usual}");
    assert!(worst <= q.practices.len() + 16, "{worst}");
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
                assert!(decode(&q, &bad, id()).is_err(), "{bad}");
            }
        }
        if let Some(pair) = text.get(at..at + 2)
            && pair.as_bytes()[0] != pair.as_bytes()[1]
        {
            let mut bad = text.clone();
            let swapped: String = pair.chars().rev().collect();
            bad.replace_range(at..at + 2, &swapped);
            assert!(decode(&q, &bad, id()).is_err(), "{bad}");
        }
    }
    assert_eq!(decode(&q, "", id()), Err(BadLink::Cut));
    for bad in [
        "A",
        "AAAA",
        "AAAAAAAA",
        "<script>",
        "\u{202e}",
        &"A".repeat(100_000),
    ] {
        assert_eq!(decode(&q, bad, id()), Err(BadLink::NotOurs), "{bad}");
    }
    // What a message puts behind a link does no harm.
    for end in [".", ")", ">.", "\u{201d}", "!"] {
        assert!(decode(&q, &format!("{text}{end}"), id()).is_ok(), "{end}");
    }
}

#[test]
fn what_a_page_with_another_questionnaire_lacks_is_named() {
    let (a, q) = (full(), questionnaire());
    let text = encode(&q, &a);
    let old = without_imprint(&text);
    let here = |change: fn(&mut Questionnaire), text: &str| {
        let mut q = q.clone();
        change(&mut q);
        decode(&q, text, id()).unwrap_err()
    };
    for (version, age) in [
        ("1.0.1", Age::Older),
        ("2.0.0", Age::Older),
        ("0.9.9", Age::Newer),
    ] {
        let mut other = q.clone();
        other.version = version.into();
        let found = decode(&other, &text, id());
        assert_eq!(found, Err(BadLink::OtherVersion(age)), "{version}");
        // Made before links said so themselves: by an older page, then.
        let found = decode(&other, &old, id());
        assert_eq!(found, Err(BadLink::OtherVersion(Age::Older)), "{version}");
    }
    // The number was forgotten.
    let same = here(|q| q.practices.reverse(), &text);
    assert_eq!(same, BadLink::OtherVersion(Age::Unknown));
    let other = here(|q| q.id = "testing".into(), &text);
    assert_eq!(other, BadLink::OtherQuestionnaire);
    // What follows, or stands around it, changes none of that.
    let cited = here(|q| q.id = "own".into(), &format!("{text}?utm_source=x>"));
    assert_eq!(cited, BadLink::OtherQuestionnaire);
}

#[test]
fn a_later_format_is_named_as_such() {
    let (a, q) = (full(), questionnaire());
    let text = encode(&q, &a);
    let later = format!("I{}", &text[1..text.len() - 4]);
    let later = crate::fuzz::checked(&later);
    assert_eq!(decode(&q, &later, id()), Err(BadLink::NewerFormat));
    assert_eq!(decode(&q, &later[..30], id()), Err(BadLink::NotOurs));
}

/// A link as it was made in the beginning.
fn without_imprint(text: &str) -> String {
    crate::fuzz::checked(&text[..text.len() - 9])
}

#[test]
fn links_of_the_beginning_are_read_also_without_the_hyphen_at_their_end() {
    let mut cut = 0;
    random::for_all(500, |seed, _, q, a| {
        let text = encode(q, a);
        assert!(
            text.ends_with(|c: char| c.is_ascii_alphanumeric()),
            "{text}"
        );
        let old = without_imprint(&text);
        let right = Ok(carried(a, q));
        assert_eq!(decode(q, &old, id()), right, "{seed}: {old}");
        let bare = old.trim_end_matches(['-', '_']);
        for end in ["", ".", "?utm_source=x", "…", "\u{200b}>"] {
            // More than two in a row is one in 30,000.
            if old.len() - bare.len() <= 2 {
                assert_eq!(
                    decode(q, &format!("{bare}{end}"), id()),
                    right,
                    "{seed}: {old}"
                );
            }
        }
    });
    for seed in 0..200 {
        let mut dice = Dice(seed);
        let q = random::questionnaire(&mut dice);
        let old = without_imprint(&encode(&q, &random::assessment(&mut dice, &q)));
        cut += u32::from(old.ends_with(['-', '_']));
    }
    assert!(cut > 1, "the test has none of them");
}

#[test]
fn a_link_holds_the_disciplines_that_were_chosen_and_no_others() {
    let q: &'static Questionnaire = Box::leak(Box::new(built_in()));
    let ids: Vec<_> = q.disciplines.iter().map(|d| d.id.clone()).collect();
    // Every choice of disciplines, each with a level of its own.
    for chosen in 1..1_u32 << ids.len() {
        let chosen: Vec<_> = (0..ids.len()).filter(|n| chosen >> n & 1 == 1).collect();
        let mut a = Assessment::empty(id(), plumbline::model::QuestionnaireRef::of(q));
        a.scope.value = Some(plumbline::model::Scope {
            mode: plumbline::model::Mode::Full,
            disciplines: chosen.iter().map(|n| ids[*n].clone()).collect(),
            side: plumbline::model::Side::Anyone,
        });
        for p in &q.practices {
            let of = &q.dimension(&p.dimension).unwrap().discipline;
            let level = ids.iter().position(|id| id == of).unwrap() as u8 + 1;
            a.responses.slot(p.id.clone()).value = Some(crate::world::level(level));
        }
        let shared = decode(q, &encode(q, &a), id()).unwrap();
        let found = plumbline::scoring::score(q, &shared).disciplines;
        let found: Vec<_> = found
            .iter()
            .map(|s| (words().part_name(q, &s.id), words().reading(s)))
            .collect();
        let expected = chosen.iter().map(|n| {
            let value = ["0", "25", "50", "75", "100"][*n];
            (q.disciplines[*n].title.as_str(), value.to_owned())
        });
        assert_eq!(found, expected.collect::<Vec<_>>());
    }
}

/// A link that was changed on its way leads to the same place as the whole one, so that its answers are
/// shown once; other answers, and another name, have a place of their own.
#[test]
fn the_same_answers_are_looked_at_under_the_same_id() {
    let q = questionnaire();
    let whole = encode(&q, &full());
    let mangled = format!("{whole}).");
    let again = |text: &str| encode(&q, &decode(&q, text, id()).unwrap());
    let place = id_of(&whole).unwrap();
    assert_eq!(id_of(&again(&mangled)).as_ref(), Some(&place));
    assert!(is_looked_at(&place));
    assert!(!is_looked_at(&id()));
    let mut other = full();
    other.team.value = Some("Another".to_owned());
    assert_ne!(id_of(&encode(&q, &other)), Some(place));
}

/// Texts with right check digits around random bodies get past the first door.
#[test]
fn forged_links_never_panic_and_say_what_they_hold() {
    let q = questionnaire();
    let mut read = 0;
    for seed in 0..10_000 {
        let dice = &mut Dice(seed);
        let text = crate::fuzz::forged_link(dice, &without_imprint(&encode(&q, &full())));
        if let Ok(a) = decode(&q, &text, id()) {
            read += 1;
            assert_eq!(decode(&q, &encode(&q, &a), id()), Ok(a), "{text}");
        }
    }
    assert!(read > 100, "only {read} were read");
}
