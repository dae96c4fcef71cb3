//! What makes writing quick changes nothing of what is written.

use crate::desk_user;
use crate::desk_world::{Faults, World};
use crate::disk::Plan;
use crate::random::{Dice, cases};
use crate::readable::everything;
use crate::world::{built_in_sample, clock, empty, level, practice};
use plumbline::catalog::built_in;
use plumbline::formats::assessment_json::{Encoder, encode_compact};
use plumbline::formats::json::{Json, Unreasonable, measure};
use plumbline::model::{Assessment, AssessmentId, Edit, Stamp, WriterId};
use plumbline::storage::merge;

const AT: &str = "2026-11-26T10:00:00Z";

fn text(dice: &mut Dice) -> String {
    let letter = |dice: &mut Dice| match dice.below(6) {
        0 => char::from(u8::try_from(dice.below(32)).unwrap()),
        1 => ['"', '\\', '/', '\u{7f}'][dice.below(4) as usize],
        2 => ['é', '漢', '😀', '\u{2028}'][dice.below(4) as usize],
        _ => 'a',
    };
    (0..dice.below(8)).map(|_| letter(dice)).collect()
}

fn value(dice: &mut Dice, deep: u64) -> Json {
    let few = dice.below(4);
    match dice.below(if deep == 0 { 4 } else { 6 }) {
        0 => Json::Null,
        1 => Json::Bool(dice.chance(2)),
        2 => Json::Number(["0", "-1.50", "6.02e+23", "12345678901234567890"][few as usize].into()),
        3 => Json::Text(text(dice)),
        4 => Json::List((0..few).map(|_| value(dice, deep - 1)).collect()),
        _ => {
            let entries = (0..few).map(|_| (text(dice), value(dice, deep - 1)));
            Json::Object(entries.collect())
        }
    }
}

#[test]
fn a_tree_is_written_as_serde_json_writes_it() {
    for seed in 0..cases(5_000) {
        let tree = value(&mut Dice(seed), 4);
        let text = tree.compact();
        let other: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(text, serde_json::to_string(&other).unwrap());
        assert_eq!(tree.pretty(), serde_json::to_string_pretty(&other).unwrap());
        assert_eq!(Json::parse(&text).unwrap(), tree);
    }
    let no_number = Json::Number("01".into());
    assert_eq!(no_number.compact(), "null");
}

#[test]
fn a_text_is_measured_past_whatever_stands_in_its_strings() {
    for seed in 0..cases(5_000) {
        let dice = &mut Dice(seed);
        let long = (0..dice.below(6)).map(|_| text(dice)).collect();
        let tree = Json::List(vec![Json::Text(long), value(dice, 4)]);
        let (text, deep) = (tree.compact(), tree.depth());
        assert_eq!(measure(&text, deep, 3), Ok(()), "{text}");
        let too_deep = Err(Unreasonable::TooDeep);
        assert_eq!(measure(&text, deep - 1, 3), too_deep, "{text}");
        assert_eq!(measure(&text, deep, 1), Err(Unreasonable::TooMany));
    }
}

/// Byte by byte, as it reads in the description of JSON.
fn measured_slowly(text: &str, deepest: usize, most: usize) -> Result<(), Unreasonable> {
    let (mut open, mut is_string, mut is_escaped) = (Vec::new(), false, false);
    for byte in text.bytes() {
        if is_string {
            is_string = is_escaped || byte != b'"';
            is_escaped = !is_escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => is_string = true,
            b'[' | b'{' if open.len() == deepest => return Err(Unreasonable::TooDeep),
            b'[' | b'{' => open.push(1),
            b']' | b'}' => drop(open.pop()),
            b',' => {
                if let Some(entries) = open.last_mut() {
                    *entries += 1;
                    if *entries > most {
                        return Err(Unreasonable::TooMany);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

#[test]
fn a_text_is_measured_alike_whatever_it_is() {
    let mut seen = [0; 3];
    for seed in 0..cases(50_000) {
        let dice = &mut Dice(seed);
        let letters = r#""\[{]},é"#.chars().cycle();
        let text: String = (0..dice.below(40))
            .filter_map(|_| letters.clone().nth(dice.below(9) as usize))
            .collect();
        let slowly = measured_slowly(&text, 3, 3);
        assert_eq!(measure(&text, 3, 3), slowly, "{text}");
        seen[match slowly {
            Ok(()) => 0,
            Err(Unreasonable::TooDeep) => 1,
            Err(Unreasonable::TooMany) => 2,
        }] += 1;
    }
    assert!(seen.iter().all(|n| *n > 100), "{seen:?}");
}

#[test]
fn a_stamp_is_written_in_hexadecimal() {
    let writer = WriterId::parse("w").unwrap();
    for number in [0, 1, 15, 16, 255, 256, 0xfedc_ba98, u64::MAX] {
        let counter = u32::try_from(number & 0xffff_ffff).unwrap();
        let (millis, writer) = (number, writer.clone());
        let stamp = Stamp {
            millis,
            counter,
            writer,
        };
        assert_eq!(stamp.to_string(), format!("{millis:x}-{counter:x}-w"));
        assert_eq!(Stamp::parse(&stamp.to_string()), Some(stamp));
    }
}

#[test]
fn a_snapshot_that_is_remembered_is_forgotten_once_it_is_another() {
    let mut encoder = Encoder::new("1");
    let mut same = |a: &Assessment| {
        assert_eq!(encoder.encode(a, AT), encode_compact(a, "1", AT));
    };
    let mut a = built_in_sample(&built_in());
    same(&a);
    same(&a);
    let (id, snapshot) = a
        .snapshots()
        .first()
        .map(|(id, s)| ((*id).clone(), (*s).clone()))
        .unwrap();
    let mut ticks = clock("w");
    // Renamed, with another answer, without one, gone, and back.
    let mut renamed = snapshot.clone();
    renamed.name = "Another".into();
    let mut other = snapshot.clone();
    other.state.responses.slot(practice("a2")).value = Some(level(1));
    for now in [Some(renamed), Some(other), None, Some(snapshot)] {
        a.apply(Edit::Keep(id.clone(), now.map(Box::new)), ticks.tick(9));
        same(&a);
    }
    // Another document has its own under the same ids.
    let mut twin = a.clone().under(AssessmentId::parse("twin").unwrap());
    same(&twin);
    same(&a);
    twin.apply(Edit::Respond(practice("a1"), Some(level(2))), ticks.tick(9));
    same(&twin);
}

/// What is remembered is written as if all of it were new, and in the order in which a reader would
/// write it again.
fn is_as_new(encoder: &mut Encoder, a: &Assessment, seed: u64) {
    let text = encoder.encode(a, AT);
    assert_eq!(text, encode_compact(a, "1", AT), "{seed}");
    assert_eq!(text, Json::parse(&text).unwrap().compact(), "{seed}");
}

#[test]
fn whatever_somebody_does_is_written_as_if_all_of_it_were_new() {
    for seed in 0..cases(200) {
        let dice = &mut Dice(seed);
        let mut world = World::new(Plan::Never, Faults::default());
        let at = world.open(None, 1_800_000_000_000);
        let mut encoder = Encoder::new("1");
        for _ in 0..dice.below(60) {
            let tab = &mut world.tabs[at];
            tab.wall += dice.below(3);
            let input = desk_user::next(&tab.desk, tab.wall, dice);
            world.act(at, input);
            for a in world.tabs[at].desk.all() {
                is_as_new(&mut encoder, a, seed);
            }
        }
    }
}

/// Takes one kind of fields from another document.
fn take(a: &mut Assessment, other: &Assessment, dice: &mut Dice) {
    match dice.below(16) {
        0 => a.removed = other.removed.clone(),
        1 => a.team = other.team.clone(),
        2 => a.scope = other.scope.clone(),
        3 => a.responses = other.responses.clone(),
        4 => a.carried = other.carried.clone(),
        5 => a.notes = other.notes.clone(),
        6 => a.evidence = other.evidence.clone(),
        7 => a.measurements = other.measurements.clone(),
        8 => a.targets = other.targets.clone(),
        9 => a.actions = other.actions.clone(),
        10 => a.snapshots = other.snapshots.clone(),
        11 => a.about = other.about.clone(),
        12 => a.workshops = other.workshops.clone(),
        13 => a.ballots = other.ballots.clone(),
        14 => a.outcomes = other.outcomes.clone(),
        _ => a.unknown = other.unknown.clone(),
    }
}

#[test]
fn each_kind_of_field_is_written_as_if_all_of_it_were_new() {
    let (whole, dice) = (everything(), &mut Dice(7));
    let blank = Assessment::empty(whole.id.clone(), whole.questionnaire.clone());
    let mut bare = whole.clone();
    // The same stamps with nothing under them.
    for field in bare.responses.values_mut() {
        field.value = None;
    }
    for field in bare.outcomes.values_mut() {
        field.value = None;
    }
    let all = [whole, blank, bare];
    let (mut a, mut encoder) = (all[0].clone(), Encoder::new("1"));
    for step in 0..cases(2_000) {
        take(&mut a, &all[dice.below(3) as usize], dice);
        is_as_new(&mut encoder, &a, step);
    }
}

#[test]
fn what_the_database_still_holds_is_not_joined_again_and_what_another_tab_wrote_is() {
    let (mut a, mut here, mut there) = (empty(), clock("w"), clock("v"));
    let mut encoder = Encoder::new("1");
    a.apply(Edit::Team(Some("Ours".into())), here.tick(1));
    let first = merge(None, &a, &mut encoder, AT, None).unwrap();
    assert_eq!(first.joined, None);
    let first = first.record.1;
    a.apply(Edit::Respond(practice("a1"), Some(level(2))), here.tick(2));
    let known = Some((first.as_str(), AT));
    let second = merge(Some(first.clone()), &a, &mut encoder, AT, known).unwrap();
    assert_eq!((second.joined, second.aside), (None, None));
    assert_eq!(second.record.1, encode_compact(&a, "1", AT));
    // An hour that is over is kept, known or not.
    let later = "2026-11-26T13:00:00Z";
    let kept = merge(Some(first.clone()), &a, &mut encoder, later, known).unwrap();
    assert_eq!(kept.earlier.len(), 1);
    assert_eq!(kept.earlier[0].1, first);
    // Another tab wrote in between.
    let mut other = a.clone();
    other.apply(Edit::Team(Some("Theirs".into())), there.tick(5));
    let theirs = encode_compact(&other, "2", AT);
    let joined = merge(Some(theirs), &a, &mut encoder, AT, known).unwrap();
    assert_eq!(joined.joined.unwrap().team(), "Theirs");
    // What cannot be read is set aside, whatever was known.
    let odd = merge(Some("{".into()), &a, &mut encoder, AT, known).unwrap();
    assert_eq!(odd.aside.unwrap().1, "{");
}
