//! What an organisation publishes: what may leave, what stays out, how far a reader is.

use crate::world::{answered, clock, id, level, questionnaire};
use plumbline::advice::Member;
use plumbline::desk::{NotTaken, Preview, Published};
use plumbline::formats::assessment_json::{decode_file, encode};
use plumbline::formats::portfolio_json::{Index, public, publish, read, write};
use plumbline::formats::workspace_json::read_any;
use plumbline::model::{
    Action, Answer, Assessment, Cast, Counts, Edit, Evidence, Fact, Level, Measurement, Origin,
    Outcome, Role, Within, Workshop,
};

/// A team with everything that somebody can write, each with a text that can be looked for.
fn full(name: &str, people: &str) -> Assessment {
    let (mut a, mut clock) = (
        answered(&[("a1", level(2)), ("b1", level(4))]),
        clock("secret-writer"),
    );
    a.id = id(name);
    let workshop: plumbline::model::WorkshopId = id("ws");
    let gap = Some([Role::ALL[0], Role::ALL[1]].map(|role| (role, Level::Defined.into())));
    for edit in [
        Edit::Team(Some(name.into())),
        Edit::Say(Fact::Group, Some("Shop".into())),
        Edit::Say(Fact::Tags, Some("web".into())),
        Edit::Say(Fact::Respondents, Some(people.into())),
        Edit::Say(Fact::Round, Some("The round of SECRET-ROUND".into())),
        Edit::Respond(
            id("a2"),
            Some(Answer::NotApplicable("SECRET-REASON".into())),
        ),
        Edit::Note(id("a1"), Some("SECRET-NOTE".into())),
        Edit::Evidence(
            id("a1"),
            Some(vec![Evidence {
                title: "SECRET-EVIDENCE".into(),
                ..Evidence::default()
            }]),
        ),
        Edit::Measure(
            id("m"),
            Some(Measurement {
                value: 12.0,
                period: Some("SECRET-PERIOD".into()),
                origin: Origin::Typed,
            }),
        ),
        Edit::Target(id("a1"), Level::new(4)),
        Edit::Say(Fact::Client, Some("SECRET-CLIENT".into())),
        Edit::Say(Fact::Consultant, Some("SECRET-CONSULTANT".into())),
        Edit::Say(Fact::Summary, Some("SECRET-SUMMARY".into())),
        Edit::Act(
            id("act"),
            Some(Action {
                what: "SECRET-ACTION".into(),
                owner: "SECRET-OWNER".into(),
                ..Action::default()
            }),
        ),
        Edit::Workshop(
            workshop.clone(),
            Some(Box::new(Workshop {
                title: "SECRET-TITLE".into(),
                names: vec!["SECRET-NAME".into()],
                ..Workshop::default()
            })),
        ),
        Edit::Cast(
            Within {
                workshop: workshop.clone(),
                of: id("ballot"),
            },
            Some(Cast {
                code: "SECRET-CODE".into(),
                name: "SECRET-VOTER".into(),
                ..Cast::default()
            }),
        ),
        Edit::Settle(
            Within {
                workshop: workshop.clone(),
                of: id("a1"),
            },
            Some(Outcome {
                counts: Counts {
                    gap,
                    ..Counts::default()
                },
                dissent: "SECRET-DISSENT".into(),
                ..Outcome::default()
            }),
        ),
    ] {
        a.apply(edit, clock.tick(9_000));
    }
    let kept = a.snapshot("SECRET-STATE".into(), "2026-05-05T10:00:00Z".into(), true);
    a.apply(
        Edit::Keep(id("s1"), Some(Box::new(kept))),
        clock.tick(9_500),
    );
    a.unknown.put(
        vec!["body".into(), "mood".into()],
        "\"SECRET-UNKNOWN\"".into(),
    );
    a
}

/// The bytes themselves, whatever they mean.
#[test]
fn the_files_to_publish_hold_no_notes_no_people_no_workshops_and_no_earlier_states() {
    let team = full("payments", "6 people");
    let before = encode(&team, "1", "2026-11-23T10:00:00Z").to_lowercase();
    for what in [
        "note", "reason", "evidence", "owner", "name", "voter", "dissent", "state", "period",
        "unknown", "writer", "round",
    ] {
        assert!(
            before.contains(&format!("secret-{what}")),
            "the test has a {what}"
        );
    }
    for keeps_rounds in [false, true] {
        let files = publish([&team], (3, keeps_rounds), "1", &|_| Vec::new());
        let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["team-001.json", "index.json"]);
        for (name, text) in &files {
            let text = text.to_lowercase();
            for gone in [
                "secret", "workshop", "ballot", "outcome", "gap", "action", "writer",
            ] {
                assert!(
                    !text.contains(&format!("\"{gone}")) && !text.contains("secret"),
                    "{gone} in {name}: {text}"
                );
            }
            assert!(name == "index.json" || text.contains("\"stamps\": {},"));
            assert_eq!(
                text.contains("snapshots"),
                keeps_rounds && name != "index.json"
            );
        }
        // What is left is a whole file, and says the same of the team.
        let decoded = decode_file(&files[0].1).unwrap();
        assert!(!decoded.edited_outside);
        let said = |a: &Assessment| Member::of(&questionnaire(), a);
        assert_eq!(said(&decoded.assessment), said(&team));
        assert_eq!(
            decoded.assessment.snapshots().len(),
            usize::from(keeps_rounds)
        );
        assert_eq!(
            public(&decoded.assessment, keeps_rounds),
            decoded.assessment
        );
    }
}

/// People who write names where a number is asked for do not find them published.
#[test]
fn respondents_leave_as_a_number_or_not_at_all() {
    let said = |people: &str| {
        let public = public(&full("t", people), false);
        public.fact(Fact::Respondents).to_owned()
    };
    assert_eq!(said("about 12 people"), "12");
    assert_eq!(said("Anna, Bob and Cem"), "");
}

/// No reader can look at what is not there.
#[test]
fn teams_of_few_stay_out_and_the_list_says_how_many() {
    let teams = [
        full("one", "6"),
        full("two", "2"),
        full("three", "many"),
        full("four", "5"),
    ];
    let files = publish(&teams, (5, false), "1", &|_| Vec::new());
    let all: String = files.iter().map(|(_, text)| text.as_str()).collect();
    assert!(!all.contains("\"two\"") && !all.contains("\"three\"") && all.contains("\"four\""));
    let index = read(&files[2].1).unwrap();
    assert_eq!(index.files, ["team-001.json", "team-002.json"]);
    assert_eq!(index.withheld, Some([5, 2]));
    // Without a threshold all are there.
    assert_eq!(publish(&teams, (0, false), "1", &|_| Vec::new()).len(), 5);
    assert_eq!(read(&write(&[], 0, 0)), Some(Index::default()));
    let odd = r#"{"format": "plumbline/portfolio", "fewest": "5", "withheld": -1, "files": []}"#;
    assert_eq!(read(odd), Some(Index::default()));
}

/// A browser asks an older server for six files at a time.
#[test]
fn many_teams_are_published_in_few_files_and_read_from_them() {
    let team = |n: usize| {
        full(
            &format!("t{n}"),
            ["5", "2"][usize::from(n.is_multiple_of(9))],
        )
    };
    let teams: Vec<_> = (0..54).map(team).collect();
    let files = publish(&teams, (5, false), "1", &|_| Vec::new());
    let index = read(&files.last().unwrap().1).unwrap();
    assert_eq!(
        index.files,
        ["teams-001.json", "teams-002.json", "teams-003.json"]
    );
    assert_eq!(index.withheld, Some([5, 6]));
    assert!(
        files
            .iter()
            .all(|(_, text)| !text.to_lowercase().contains("secret"))
    );
    let mut found = Vec::new();
    for (_, text) in &files[..3] {
        let parts = read_any(text)
            .unwrap()
            .parts
            .into_iter()
            .map(Result::unwrap);
        found.extend(parts.map(|part| part.assessment));
    }
    let shown = teams.iter().filter(|a| a.fact(Fact::Respondents) == "5");
    let shown: Vec<_> = shown.map(|a| public(a, false)).collect();
    assert_eq!(found, shown);
    // As many as one file holds still have one each, which can be replaced by itself.
    let few = publish(&teams[1..=20], (0, false), "1", &|_| Vec::new());
    assert_eq!(few.len(), 21);
    assert_eq!(few[19].0, "team-020.json");
}

/// The list that comes with every build: there is one, and nothing is published.
#[test]
fn a_list_is_always_there() {
    let list = std::fs::read_to_string("portfolio/index.json").unwrap();
    assert_eq!(read(&list), Some(Index::default()));
    let mut published = Published::default();
    published.list(Some(list.into_bytes()));
    assert!(published.is_done() && !published.is_any() && published.left_out().is_empty());
}

#[test]
fn files_are_asked_for_once_somebody_wants_to_see_them() {
    let names: Vec<_> = (0..80).map(|n| format!("{n}.json")).collect();
    let mut published = Published::default();
    published.list(Some(write(&names, 5, 3).into_bytes()));
    assert!(published.is_any());
    assert_eq!(
        published.ask(),
        None,
        "whether there are any is enough for the first page"
    );
    assert_eq!(published.withheld(), Some([5, 3]));
    published.want();
    let asked: Vec<_> = std::iter::from_fn(|| published.ask()).collect();
    assert_eq!(asked, names[..60]);
    published.came("0.json", None, |_| Preview::default());
    assert_eq!(published.progress(), Some((1, 80)), "from the first on");
    assert_eq!(published.ask().as_deref(), Some("60.json"));
    assert_eq!(published.left_out()[0].why, NotTaken::NotThere);
}

fn run(folder: &std::path::Path, args: &[&str]) -> std::process::Output {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let mut command = std::process::Command::new(cargo);
    command.args(["run", "--quiet", "--example", "publish", "--"]);
    command.arg(folder).args(args).output().unwrap()
}

#[test]
fn the_command_makes_a_folder_that_the_page_reads() {
    let scratch = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("published");
    let _ = std::fs::remove_dir_all(&scratch);
    std::fs::create_dir_all(&scratch).unwrap();
    let files = [("six", "6"), ("two", "2")].map(|(name, people)| {
        let path = scratch.join(format!("{name}.json"));
        std::fs::write(&path, encode(&full(name, people), "1", "")).unwrap();
        path.to_string_lossy().into_owned()
    });
    let files = files.each_ref().map(String::as_str);
    let folder = scratch.join("portfolio");
    let made = run(&folder, &files);
    let said = String::from_utf8_lossy(&made.stdout);
    assert!(said.contains("1 teams, 1 withheld"), "{said} {made:?}");
    let index = std::fs::read_to_string(folder.join("index.json")).unwrap();
    let index = read(&index).unwrap();
    assert_eq!((index.files.len(), index.withheld), (1, Some([5, 1])));
    let text = std::fs::read_to_string(folder.join(&index.files[0])).unwrap();
    assert!(!text.to_lowercase().contains("secret"));
    // What cannot be read is named, and nothing is written.
    let other = scratch.join("other");
    let missing = scratch.join("missing.json");
    let refused = run(&other, &[files[0], &missing.to_string_lossy()]);
    let said = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        said.contains("missing.json") && said.trim().lines().count() == 1,
        "{said}"
    );
    assert!(!other.exists());
    assert_eq!(run(&other, &[]).status.code(), Some(1));
    assert_eq!(run(&other, &["--fewest", "many"]).status.code(), Some(1));
}
