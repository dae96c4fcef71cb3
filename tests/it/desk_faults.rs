//! Faults that were once seen, each with its neighbours, at a real desk.

use crate::at_desk::AtDesk;
use crate::desk_user::start;
use crate::desk_world::{Faults, World, covers, small};
use crate::disk::Plan;
use crate::random::Dice;
use crate::world::{clock, empty, level, practice};
use plumbline::desk::{
    Access, Arriving, Desk, Effect, Input, Kept, Line, Now, Said, TakenAs, Title, Transaction,
};
use plumbline::formats::assessment_json::{decode, encode};
use plumbline::model::{Answer, Assessment, AssessmentId, Edit};
use plumbline::storage::{self, Candidate, How, Meets, StoreError};
use std::collections::VecDeque;

const NOW: u64 = 1_800_000_000_000;

fn id(text: &str) -> AssessmentId {
    text.to_owned().try_into().unwrap()
}

fn respond(id: &AssessmentId, of: &str, answer: Option<Answer>) -> Input {
    Input::Do(Transaction::of(id, Edit::Respond(practice(of), answer)))
}

/// What a store says that has taken an assessment.
fn kept(taken: Result<Assessment, StoreError>) -> Result<storage::Kept, StoreError> {
    taken.map(|a| storage::Kept {
        text: encode(&a, "1", "now"),
        at: "now".into(),
        joined: None,
    })
}

/// Hands an input to a desk and answers at once all that it asks of its stores: neither takes what
/// is too `large`.
fn answered(desk: &mut Desk, input: Input, large: Option<&AssessmentId>) {
    let mut inputs = VecDeque::from([input]);
    while let Some(input) = inputs.pop_front() {
        let (_, effects) = desk.handle(Now { millis: NOW }, input);
        for effect in effects {
            let look = |id: &AssessmentId| match desk.with(id, Clone::clone) {
                Some(a) if large != Some(id) => Ok(a),
                _ => Err(StoreError::Full),
            };
            inputs.push_back(match effect {
                Effect::Quick(id, version) => {
                    let kept = kept(look(&id));
                    Input::Quick(id, version, kept)
                }
                Effect::Database(id, version) => {
                    let kept = kept(look(&id));
                    Input::Database(id, version, kept)
                }
                Effect::Read { .. } => Input::Read(Ok(Vec::new())),
                _ => continue,
            });
        }
    }
}

/// Two assessments, one that neither store takes and one that both take: the worst is what is said.
#[test]
fn what_is_in_memory_alone_is_never_said_to_be_saved() {
    let mut page = AtDesk::with(vec![empty(), empty().under(id("second"))]);
    let (first, second) = (page.id.clone(), id("second"));
    let desk = &mut page.desk;
    answered(desk, Input::Opened(Ok(())), None);
    answered(desk, respond(&first, "a1", Some(level(1))), Some(&first));
    answered(desk, respond(&second, "a1", Some(level(1))), Some(&first));
    assert_eq!(desk.line(), Line::NotSaved(StoreError::Full));
    assert!(desk.is_at_risk());
    // Once it is smaller, it is kept, and so is all.
    answered(desk, respond(&first, "a1", None), None);
    assert_eq!(desk.line(), Line::Saved(Kept::InBoth));
    assert!(!desk.is_at_risk());
    // One that is read only, or gone, holds nothing up.
    answered(desk, respond(&first, "a1", Some(level(2))), Some(&first));
    let newer = encode(&empty(), "1", "now").replace("\"version\": 1\n", "\"version\": 2\n");
    answered(
        desk,
        Input::FromTab(storage::key(&first), Some(newer)),
        None,
    );
    assert_eq!(desk.line(), Line::Saved(Kept::InBoth));
}

/// The sample is changed and removed while the database opens: it does not come back, and nothing is
/// said to be on its way for ever.
#[test]
fn what_was_removed_before_the_database_opened_stays_removed() {
    let dice = &mut Dice(1);
    let mut world = World::new(Plan::Never, Faults::default());
    let at = world.open(None, NOW);
    world.settle(dice);
    let sample = id("sample");
    world.act(at, start(&sample, "Sample"));
    world.settle(dice);
    // The page is opened anew; before its database answers, all is done.
    let at = world.open(None, NOW + 1_000);
    world.act(at, respond(&sample, "a1", Some(level(2))));
    world.act(at, respond(&sample, "a2", Some(level(2))));
    let remove = world.tabs[at].desk.remove(&sample);
    world.act(at, Input::Do(remove));
    world.settle(dice);
    for tab in &world.tabs {
        assert!(!tab.desk.has(&sample));
        assert!(matches!(tab.desk.line(), Line::Saved(Kept::InBoth)));
    }
    // What was changed in it is not gone: it can be had back.
    world.act(at, Input::Undo(None));
    let answer = world.tabs[at]
        .desk
        .with(&sample, |a| a.answer(&practice("a2")).cloned());
    assert_eq!(answer, Some(Some(level(2))));
    assert!(world.tabs[at].desk.has(&sample));
}

/// What another tab has written into an assessment since it was imported is not part of the import.
#[test]
fn undoing_an_import_leaves_what_was_written_since() {
    let dice = &mut Dice(1);
    let mut world = World::new(Plan::Never, Faults::default());
    let team = id("team");
    let here = world.open(None, NOW);
    let there = world.open(None, NOW);
    world.act(here, start(&team, "Team"));
    world.settle(dice);
    let mut file = world.tabs[here].desk.with(&team, Clone::clone).unwrap();
    let mut other = clock("file");
    for of in ["a1", "a2"] {
        let edit = Edit::Respond(practice(of), Some(level(5)));
        file.apply(edit, other.tick(NOW + 5_000));
    }
    let steps = vec![(team.clone(), plumbline::desk::Step::Take(Box::new(file)))];
    let title = Title::Import(Vec::new());
    world.act(here, Input::Do(Transaction { title, steps }));
    world.settle(dice);
    world.act(there, respond(&team, "a1", Some(level(3))));
    world.settle(dice);
    world.act(here, Input::Undo(None));
    world.settle(dice);
    for tab in &world.tabs {
        let answers = tab.desk.with(&team, |a| {
            ["a1", "a2"].map(|of| a.answer(&practice(of)).cloned())
        });
        assert_eq!(answers, Some([Some(level(3)), None]));
    }
    let said = world.tabs[here].said.last();
    assert!(matches!(said, Some(Said::Undone(undone)) if undone.left == 1));
}

/// Published beside the page and one's own in the database: they are one's own.
#[test]
fn what_is_kept_in_the_database_is_never_locked_as_a_strangers() {
    let dice = &mut Dice(1);
    let mut world = World::new(Plan::Never, Faults::default());
    let at = world.open(None, NOW);
    world.settle(dice);
    for n in 0..120 {
        world.act(at, start(&id(&format!("team-{n}")), "Team"));
    }
    world.settle(dice);
    // The quick store is gone; the published index names some of them before the database answers.
    world.quick.records.borrow_mut().clear();
    let at = world.open(None, NOW + 1_000);
    let published = (0..3).map(|n| empty().under(id(&format!("team-{n}"))));
    let unknown = empty().under(id("published"));
    world.act(at, Input::Guests(published.chain([unknown]).collect()));
    world.settle(dice);
    let desk = &world.tabs[at].desk;
    for n in 0..120 {
        assert_eq!(
            desk.access(&id(&format!("team-{n}"))),
            Some(Access::Own),
            "{n}"
        );
    }
    assert_eq!(desk.access(&id("published")), Some(Access::Guest));
}

/// What a newer version wrote is not joined with a file, and nothing is said to be kept.
#[test]
fn a_file_is_opened_beside_what_can_only_be_looked_at() {
    let mut page = AtDesk::new();
    let mut file = page.now();
    let edit = Edit::Respond(practice("a1"), Some(level(4)));
    file.apply(edit, clock("file").tick(NOW));
    let newer = encode(&page.now(), "1", "now").replace("\"version\": 1\n", "\"version\": 2\n");
    let key = storage::key(&page.id);
    page.act(Input::FromTab(key, Some(newer)));
    assert_eq!(page.desk.access(&page.id), Some(Access::ReadOnly));
    let before = page.now();
    let preview = page.desk.preview(&encode(&file, "1", "now"));
    let candidate = preview.candidates.first().unwrap().clone();
    assert_eq!(
        (&candidate.meets, candidate.proposed()),
        (&Meets::Newer, How::KeepBoth)
    );
    let arriving = |how| Arriving {
        candidate: candidate.clone(),
        how,
        beside: id("beside"),
    };
    // Even where it is wanted, nothing is written into it.
    let joined = page
        .desk
        .take_in(vec![arriving(How::Join)], &[], false, &str::to_owned);
    assert_eq!(page.run(joined), Some(Said::OnlyToLookAt(page.id.clone())));
    assert_eq!(page.now(), before);
    let beside = page
        .desk
        .take_in(vec![arriving(How::KeepBoth)], &[], false, &|team| {
            format!("{team}, again")
        });
    let Some(Said::Done(Title::Import(taken), None)) = page.run(beside) else {
        panic!("nothing was said");
    };
    assert_eq!(taken.first().map(|one| one.how), Some(TakenAs::Beside));
    assert_eq!(page.desk.access(&id("beside")), Some(Access::Own));
    assert_eq!(page.now(), before);
}

/// Whatever somebody does, what is held can be written and read again.
#[test]
fn all_that_is_done_comes_back_from_its_text() {
    for seed in 0..60 {
        let dice = &mut Dice(seed);
        let mut world = World::new(Plan::Never, Faults::default());
        let at = world.open(None, NOW);
        for _ in 0..40 {
            let input = crate::desk_user::next(&world.tabs[at].desk, NOW, dice);
            let what = format!("{input:?}");
            world.act(at, input);
            for a in world.tabs[at].desk.all() {
                let read = decode(&encode(a, "1", "now"));
                let read = read.unwrap_or_else(|e| panic!("seed {seed}, {what}: {e}"));
                assert!(covers(Some(&read.assessment), a), "seed {seed}, {what}");
                assert_eq!(read.assessment, *a, "seed {seed}, {what}");
                let whole = Candidate::of(small(), read, &[]);
                assert!(
                    whole.is_ok() || a.is_removed(),
                    "seed {seed}, {what}: {whole:?}"
                );
            }
        }
    }
}
