//! What rows can hold that makes no event, or a doubtful one: columns that are gone, times that cannot be, clocks that
//! are set, words that only look like others, sources that are no longer known.

use super::extracting::{NOW, carry_out, left, read, table};
use plumbline::events::event::{Events, Outcome};
use plumbline::events::extract::extracted::{Doubt, Reason};
use plumbline::events::mapping::{Means, Reads};
use plumbline::events::meanings::{is_for_tests, is_production, outcome, small, told, yes};
use plumbline::events::source;
use plumbline::events::times::TimeFormat;
use plumbline::events::{Key, Kind, Mapping, Role, Zone, extract, guess};
use std::collections::BTreeSet;

#[test]
fn columns_that_are_gone_do_no_harm() {
    let mapping = guess(
        &table("Environment,Deployed at,Result\nprod,2026-11-02 10:00:00,success"),
        None,
    )
    .mapping;
    let (events, extracted) =
        carry_out(&table("Umgebung,Zeit\nprod,2026-11-02 10:00:00"), &mapping);
    assert_eq!(events, Events::default());
    assert_eq!(left(&extracted, Reason::NoTime), [0]);
    for kind in Kind::ALL {
        let (events, extracted) = carry_out(&table("a\nx\ny"), &Mapping::new(kind));
        assert_eq!(
            events.deployments.len() + events.incidents.len() + events.spells.len(),
            0,
            "{kind:?}"
        );
        assert_eq!(extracted.rows, 2);
    }
}

#[test]
fn what_cannot_be_is_left_out() {
    let table = table(
        "Environment,Started,Deployed at,Result
         prod,2026-11-02 09:00:00,2026-11-02 10:00:00,success
         prod,2026-11-02 11:00:00,2026-11-02 10:00:00,success
         prod,2026-11-02 09:00:00,2031-11-02 10:00:00,success
         prod,0001-01-01T00:00:00Z,0001-01-01T00:00:00Z,success
         prod,2026-11-02 09:00:00,soon,success",
    );
    let mut mapping = guess(&table, Some(Kind::Deployments)).mapping;
    mapping
        .columns
        .retain(|column| !matches!(column.role, Role::Started | Role::Finished));
    mapping.add(Role::Started, "Started", Reads::Times(TimeFormat::Iso));
    mapping.add(Role::Finished, "Deployed at", Reads::Times(TimeFormat::Iso));
    let (events, extracted) = carry_out(&table, &mapping);
    assert_eq!(left(&extracted, Reason::EndsBeforeItBegins), [1]);
    assert_eq!(left(&extracted, Reason::InFuture), [2]);
    assert_eq!(left(&extracted, Reason::NoTime), [3]);
    // The last one counts by its start, and that is told, too.
    assert_eq!(events.deployments.len(), 2);
    assert!(
        extracted
            .doubts
            .contains(&Doubt::FinishIsCreation { rows: 1 })
    );
    assert!(extracted.doubts.contains(&Doubt::NotTimes {
        role: Role::Finished,
        cells: 1
    }));
}

/// In Helsinki the clocks were set back on 27 October 2013 at 01:00 UTC: half past three occurred twice. On 31 March
/// they were set forward at 01:00 UTC: half past three did not occur.
#[test]
fn hours_in_which_clocks_are_set_are_told() {
    let zone = Zone::new(
        "Europe/Helsinki",
        vec![
            (i64::MIN, 7200),
            (1_364_691_600_000, 10_800),
            (1_382_835_600_000, 7200),
        ],
    );
    let table = table(
        "Environment,Deployed at,Result
         prod,2013-03-31 03:30:00,success
         prod,2013-10-27 03:30:00,success
         prod,2013-10-28 03:30:00,success",
    );
    let mapping = guess(&table, None).mapping;
    let mut events = Events::default();
    let extracted = extract(&table, &mapping, &zone, 0, NOW, &mut events);
    let finished: Vec<_> = events
        .deployments
        .iter()
        .map(|one| one.finished.get().unwrap())
        .collect();
    // 00:30 UTC, the first of the two; 01:30 UTC, moved on by an hour.
    assert_eq!(
        finished,
        [1_364_693_400_000, 1_382_833_800_000, 1_382_923_800_000]
    );
    let told = Doubt::ClocksChanged {
        role: Role::Finished,
        twice: 1,
        never: 1,
    };
    assert!(extracted.doubts.contains(&told), "{:?}", extracted.doubts);
}

#[test]
fn dates_alone_and_times_that_are_all_equal_are_told() {
    let dates = "Environment,Deployed at,Result\nprod,2026-11-02,success\nprod,2026-11-03,success\nprod,2026-11-04,success";
    let (_, _, extracted) = read(&table(dates), None);
    assert!(extracted.doubts.contains(&Doubt::DatesOnly(Role::Finished)));
    let equal = dates
        .replace("-03", "-02")
        .replace("-04", "-02")
        .replace("-02,", "-02 10:11:12,");
    let (_, _, extracted) = read(&table(&equal), None);
    assert!(extracted.doubts.contains(&Doubt::AllEqual(Role::Finished)));
}

#[test]
fn words_tell_rollbacks_and_hotfixes_and_a_fix_alone_tells_nothing() {
    for text in [
        "Rollback to 3",
        "roll back",
        "rolled-back",
        "Revert \"x\"",
        "revert-42-x",
        "reverts commit 1234567",
    ] {
        assert!(told(text).rollback, "{text}");
    }
    for text in [
        "hotfix/tide",
        "Hot-fix",
        "roll forward",
        "incident-12",
        "v1.2.3-hotfix.1",
    ] {
        assert!(told(text).hotfix, "{text}");
    }
    for text in [
        "fix: a comma",
        "prefix",
        "shotfixed",
        "scrollback",
        "coincidental",
        "irrevertible",
        "revertible",
        "",
    ] {
        assert!(!told(text).rollback && !told(text).hotfix, "{text}");
    }
}

#[test]
fn production_is_a_word_of_its_own() {
    for text in [
        "prod",
        "PRODUCTION",
        "Production/eu",
        "eu-prod-2",
        "prd",
        "live",
        "Produktion",
        "producción",
    ] {
        assert!(is_production(text), "{text}");
    }
    for text in [
        "preprod",
        "pre-prod",
        "non-production",
        "product-catalog",
        "prod-like",
        "staging",
        "alive",
        "",
    ] {
        assert!(!is_production(text), "{text}");
    }
    assert!(is_for_tests("staging-2") && is_for_tests("QA") && !is_for_tests("contest"));
}

#[test]
fn outcomes_are_known_in_the_words_of_many_tools() {
    for (text, wanted) in [
        ("INACTIVE", Outcome::Succeeded),
        ("superseded", Outcome::Succeeded),
        ("Terminé(e)", Outcome::Succeeded),
        ("partiallySucceeded", Outcome::Succeeded),
        ("timed_out", Outcome::Failed),
        ("startup_failure", Outcome::Failed),
        ("NOT_BUILT", Outcome::Cancelled),
        ("in progress", Outcome::Running),
        ("", Outcome::Running),
        ("null", Outcome::Running),
    ] {
        assert_eq!(outcome(text), Some(wanted), "{text}");
    }
    assert_eq!(outcome("beautiful"), None);
    assert_eq!(outcome(&"long ".repeat(40)), None);
    assert_eq!(
        (yes("Ja"), yes("0"), yes("maybe")),
        (Some(true), Some(false), None)
    );
    assert_eq!(small("ÉCHEC Ω Ж × İ"), "échec ω ж × İ");
}

#[test]
fn values_of_a_mapping_are_the_same_in_small_and_capital_letters() {
    let mut mapping = Mapping::new(Kind::Deployments);
    mapping.mean(Role::Outcome, "ÉCHEC", Means::Outcome(Outcome::Failed));
    assert_eq!(
        mapping.meaning(Role::Outcome, " échec"),
        Some(Means::Outcome(Outcome::Failed))
    );
    let table = table("Environment,Deployed at,Result\nprod,2026-11-02 10:00:00,Échec");
    mapping.add(Role::Finished, "Deployed at", Reads::Plain);
    mapping.add(Role::Outcome, "Result", Reads::Plain);
    assert_eq!(
        carry_out(&table, &mapping).0.deployments[0].outcome,
        Outcome::Failed
    );
}

/// 12.5 hours, 99,5 percent with a comma, and a window of 30 days in words.
#[test]
fn numbers_and_durations_are_read_as_their_column_writes_them() {
    let spans = table("Request,Duration (min),Note\nA,90,x\nB,120,y");
    let (_, events, _) = read(&spans, Some(Kind::Tickets));
    let hours: Vec<_> = events.spells.iter().map(|one| one.hours).collect();
    assert_eq!(hours, [Some(1.5), Some(2.0)]);
    let objectives = table(
        "SLO,Target,Reached,Window\na,\"99,5 %\",\"99,71 %\",30 days\nb,\"99,9 %\",\"99,25 %\",30 days",
    );
    let (_, events, _) = read(&objectives, Some(Kind::Objectives));
    let one = &events.objectives[0];
    assert_eq!(
        (one.target, one.reached, one.days),
        (Some(99.5), Some(99.71), Some(30.0))
    );
}

#[test]
fn sources_are_told_apart_and_say_only_what_their_kind_knows() {
    let mut ids = BTreeSet::new();
    for one in source::all() {
        assert!(ids.insert(one.id), "{} stands there twice", one.id);
        assert!(!one.name.is_empty() && !one.id.contains(' '), "{}", one.id);
        assert_eq!(source::by_id(one.id).map(|own| own.id), Some(one.id));
        for (role, names) in one.columns {
            assert!(!names.is_empty());
            let is_known = one.kind.roles().contains(role)
                || one.also.iter().any(|kind| kind.roles().contains(role))
                || matches!(
                    role,
                    Role::Created | Role::Resolved | Role::Due | Role::Labels | Role::Service
                );
            assert!(is_known, "{}: {role:?}", one.id);
        }
    }
    for (role, id) in Role::ALL {
        assert_eq!(Role::from_id(id), Some(role));
        assert_eq!(role.id(), id);
    }
    // The place of a role in the list is its number: cells are found by it.
    assert!(
        Role::ALL
            .iter()
            .enumerate()
            .all(|(at, (role, _))| *role as usize == at)
    );
}

#[test]
fn a_short_revision_is_no_other_name() {
    assert_eq!(Key::revision("1234567").unwrap().letters(), Some(7));
    assert_eq!(Key::revision("v1.2.3").unwrap().letters(), None);
    assert_eq!(Key::of("1234567"), Key::of("1234567 "));
}

/// A header, a row, what it is about, and which column has which role.
type Plain = (
    &'static str,
    Vec<&'static str>,
    Kind,
    &'static [(Role, &'static str)],
);

/// What spreadsheets are about is told by their headers, in whatever order they come.
#[test]
fn plain_tables_of_all_kinds() {
    let (from, to) = ("2026-11-02 10:00", "2026-11-03 12:00");
    let tables: [Plain; 9] = [
        (
            "Ticket,Opened,Closed,Channel",
            vec!["T-1", from, to, "portal"],
            Kind::Tickets,
            &[
                (Role::Id, "Ticket"),
                (Role::From, "Opened"),
                (Role::To, "Closed"),
                (Role::Channel, "Channel"),
            ],
        ),
        (
            "Severity,Start,End,Detected by,Detected at,Incident ID",
            vec!["high", from, to, "monitoring", from, "I-1"],
            Kind::Incidents,
            &[
                (Role::Began, "Start"),
                (Role::Resolved, "End"),
                (Role::FoundFirst, "Detected by"),
                (Role::Id, "Incident ID"),
            ],
        ),
        (
            "PR,First commit,Merged,Deployed",
            vec!["12", from, from, to],
            Kind::Changes,
            &[
                (Role::Committed, "First commit"),
                (Role::Merged, "Merged"),
                (Role::Deployed, "Deployed"),
            ],
        ),
        (
            "Sha,Author date,Commit date",
            vec!["0a1b2c3d4e5f", from, to],
            Kind::Changes,
            &[(Role::Committed, "Author date"), (Role::Revision, "Sha")],
        ),
        (
            "Service,SLO,Target,Achieved",
            vec!["web", "availability", "99.9", "99.95"],
            Kind::Objectives,
            &[
                (Role::Id, "SLO"),
                (Role::Target, "Target"),
                (Role::Reached, "Achieved"),
            ],
        ),
        (
            "Component,Team,Uses golden path",
            vec!["web", "a", "yes"],
            Kind::Services,
            &[(Role::Id, "Component"), (Role::Holds, "Uses golden path")],
        ),
        (
            "Alert,Time,Service,Actionable",
            vec!["CPU", from, "web", "yes"],
            Kind::Pages,
            &[(Role::ActedOn, "Actionable"), (Role::Began, "Time")],
        ),
        (
            "failed,environment,deployed_at,version",
            vec!["no", "prod", from, "1.2.3"],
            Kind::Deployments,
            &[
                (Role::Failed, "failed"),
                (Role::Finished, "deployed_at"),
                (Role::Revision, "version"),
            ],
        ),
        (
            "Dienst,Beginn,Erkannt,Behoben,Schweregrad",
            vec!["web", from, from, to, "hoch"],
            Kind::Incidents,
            &[
                (Role::Began, "Beginn"),
                (Role::Detected, "Erkannt"),
                (Role::Mitigated, "Behoben"),
            ],
        ),
    ];
    for (header, cells, kind, roles) in tables {
        let text = [header, "\n", &cells.join(","), "\n", &cells.join(",")].concat();
        let mapping = guess(&table(&text), None).mapping;
        assert_eq!(mapping.kind, kind, "{header}");
        for (role, name) in roles {
            let found: Vec<_> = mapping
                .of(*role)
                .map(|column| column.header.as_str())
                .collect();
            assert_eq!(found, [*name], "{header}: {role:?}");
        }
    }
}
