//! Tables become events: which source, which mapping, which events, and what is left out.

use plumbline::events::event::{Deployment, Events, Outcome};
use plumbline::events::extract::extracted::{Doubt, Extracted, Reason};
use plumbline::events::guess::{By, Guess};
use plumbline::events::mapping::{Means, text};
use plumbline::events::{Key, Kind, Mapping, Millis, Role, Table, Zone, extract, guess};

/// 1 January 2027, 00:00 UTC: after all that the tests are about.
pub const NOW: Millis = 1_798_761_600_000;

/// A table of a text with commas.
pub fn table(text: &str) -> Table {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.trim_start().as_bytes());
    let headers = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    let mut table = Table::new(headers);
    for record in reader.records() {
        table.push(record.unwrap().iter());
    }
    table
}

/// A table's guess and what comes of it in UTC.
pub fn read(table: &Table, wanted: Option<Kind>) -> (Guess, Events, Extracted) {
    let guess = guess(table, wanted);
    let (events, extracted) = carry_out(table, &guess.mapping);
    (guess, events, extracted)
}

/// What comes of a table by a mapping in UTC.
pub fn carry_out(table: &Table, mapping: &Mapping) -> (Events, Extracted) {
    let mut events = Events::default();
    let extracted = extract(table, mapping, &Zone::utc(), 0, NOW, &mut events);
    (events, extracted)
}

/// Which rows were left out for a reason, from 0.
pub fn left(extracted: &Extracted, reason: Reason) -> Vec<u32> {
    let of = extracted.left_out.iter().find(|left| left.reason == reason);
    of.map(|left| left.rows.clone()).unwrap_or_default()
}

/// A moment of November 2026 in UTC.
fn november(day: i64, hour: i64, minute: i64) -> Millis {
    // 1 November 2026 is 20,758 days after 1 January 1970.
    ((20_758 + day - 1) * 1440 + hour * 60 + minute) * 60_000
}

fn outcomes(events: &Events) -> Vec<Outcome> {
    events.deployments.iter().map(|one| one.outcome).collect()
}

#[test]
fn what_github_calls_inactive_succeeded_and_was_replaced() {
    let table = table(
        "id,createdAt,updatedAt,environment,state,commit.oid
         A1,2026-11-02T10:00:00Z,2026-11-09T10:00:00Z,production,INACTIVE,9f3c2d1aa0b1c2d3e4f5061728394a5b6c7d8e9f
         A2,2026-11-09T10:00:00Z,2026-11-09T10:04:00Z,production,ACTIVE,0b1c2d3e4f5061728394a5b6c7d8e9f9f3c2d1aa
         A3,2026-11-10T08:00:00Z,2026-11-10T08:01:00Z,staging,FAILURE,c2d3e4f5061728394a5b6c7d8e9f9f3c2d1aa0b1
         A4,2026-11-10T09:00:00Z,2026-11-10T09:00:10Z,production,IN_PROGRESS,d3e4f5061728394a5b6c7d8e9f9f3c2d1aa0b1c2",
    );
    let (guess, events, extracted) = read(&table, None);
    assert_eq!(
        guess.source.unwrap().source.id,
        "github-deployments-graphql"
    );
    assert_eq!(
        outcomes(&events),
        [
            Outcome::Succeeded,
            Outcome::Succeeded,
            Outcome::Failed,
            Outcome::Running
        ]
    );
    // `updatedAt` is when the next one came: the first was out a week before.
    assert_eq!(
        events.deployments[0].finished.get(),
        Some(november(2, 10, 0))
    );
    let production: Vec<bool> = events
        .deployments
        .iter()
        .map(|one| one.is_production)
        .collect();
    assert_eq!(production, [true, true, false, true]);
    assert_eq!(
        extracted.span,
        Some((november(2, 10, 0), november(10, 9, 0)))
    );
    assert_eq!(
        events.deployments[1].revision,
        Key::revision("0b1c2d3e4f50")
    );
    assert!(
        extracted
            .doubts
            .contains(&Doubt::FinishIsCreation { rows: 3 })
    );
}

#[test]
fn a_gitlab_deployment_whose_job_failed_has_failed() {
    let table = table(
        "id,iid,ref,sha,created_at,updated_at,status,environment.name,deployable.status,deployable.finished_at
         71,1,main,add237f6852e6108ee8e0246780a54ce909c6087,2026-11-03T14:14:24.109Z,2026-11-03T14:17:47.647Z,success,production,failed,2026-11-03T14:17:47.640Z
         72,2,main,8373d207f0f2cc4414c4b1ad359b5af56e979d59,2026-11-03T15:00:00.000Z,2026-11-03T15:05:00.000Z,success,production,success,2026-11-03T15:04:00.000Z
         73,3,main,1273d207f0f2cc4414c4b1ad359b5af56e979d59,2026-11-04T15:00:00.000Z,2026-11-04T15:05:00.000Z,undeployed,production,,
         74,4,main,2273d207f0f2cc4414c4b1ad359b5af56e979d59,2026-11-05T15:00:00.000Z,2026-11-05T15:05:00.000Z,blocked,production,,
         75,5,main,3273d207f0f2cc4414c4b1ad359b5af56e979d59,2026-11-05T15:00:00.000Z,2026-11-05T15:05:00.000Z,canceled,staging,canceled,",
    );
    let (guess, events, _) = read(&table, None);
    assert_eq!(guess.source.unwrap().source.id, "gitlab-deployments");
    assert_eq!(
        outcomes(&events),
        [
            Outcome::Failed,
            Outcome::Succeeded,
            Outcome::Succeeded,
            Outcome::Running,
            Outcome::Cancelled
        ]
    );
    assert_eq!(
        events.deployments[1].finished.get(),
        Some(november(3, 15, 4))
    );
    // What was undeployed was last changed when the next one came: it counts by when it was made.
    assert_eq!(
        events.deployments[2].finished.get(),
        Some(november(4, 15, 0))
    );
}

#[test]
fn a_plain_table_is_read_by_the_names_of_its_columns_in_several_languages() {
    for header in [
        "Service,Environment,Deployed at,Result,Version",
        "Anwendung,Umgebung,Beendet am,Ergebnis,Version",
        "Application,Environnement,Date de fin,Résultat,Version",
        "Aplicación,Entorno,Fecha de fin,Resultado,Versión",
        "Aplicação,Ambiente,Data fim,Resultado,Versão",
    ] {
        let text = [
            header,
            "\nweb,prod,2026-11-02 10:00:00,success,1.4.0",
            "\nweb,test,2026-11-03 10:00:00,success,1.4.1",
            "\nweb,prod,2026-11-04 10:00:00,failed,1.4.1",
        ]
        .concat();
        let (guess, events, extracted) = read(&table(&text), None);
        assert_eq!(guess.mapping.kind, Kind::Deployments, "{header}");
        assert!(guess.unsure.is_empty(), "{header}: {:?}", guess.unsure);
        assert!(guess.why.iter().all(|why| why.by == By::Name), "{header}");
        let finished = guess
            .why
            .iter()
            .find(|why| why.role == Role::Finished)
            .unwrap();
        assert_eq!((finished.fits, finished.of), (3, 3), "{header}");
        let production = |one: &&Deployment| one.is_production && one.outcome == Outcome::Succeeded;
        assert_eq!(
            events.deployments.iter().filter(production).count(),
            1,
            "{header}"
        );
        assert_eq!(events.deployments.len(), 3, "{header}");
        assert!(
            extracted
                .doubts
                .contains(&Doubt::ZoneAssumed(Role::Finished)),
            "{header}"
        );
    }
}

#[test]
fn columns_without_a_telling_name_are_found_by_what_they_hold() {
    let table = table(
        "a,b,c
         2026-11-02T10:00:00Z,x,9f3c2d1
         2026-11-03T10:00:00Z,y,8f3c2d1",
    );
    let (guess, events, _) = read(&table, Some(Kind::Deployments));
    assert_eq!(guess.unsure, [Role::Finished]);
    let by: Vec<(Role, By, u32, u32)> = guess
        .why
        .iter()
        .map(|why| (why.role, why.by, why.fits, why.of))
        .collect();
    assert_eq!(
        by,
        [
            (Role::Finished, By::Content, 2, 2),
            (Role::Revision, By::Content, 2, 2)
        ]
    );
    assert_eq!(events.deployments.len(), 2);
}

#[test]
fn incidents_of_a_spreadsheet() {
    let table = table(
        "Incident,Severity,Status,Started,Detected,Resolved,Service
         INC-1,high,resolved,2026-11-02 10:00:00,2026-11-02 10:05:00,2026-11-02 11:00:00,web
         INC-2,low,open,2026-11-03 10:00:00,2026-11-03 10:01:00,,web
         INC-3,low,declined,2026-11-03 12:00:00,2026-11-03 12:01:00,2026-11-03 12:02:00,web
         INC-4,low,resolved,2026-11-04 12:00:00,2026-11-04 12:01:00,2026-11-03 12:02:00,web
         INC-5,low,resolved,2026-11-05 12:00:00,2026-11-05 12:01:00,,web",
    );
    let (guess, events, extracted) = read(&table, None);
    assert_eq!(guess.mapping.kind, Kind::Incidents);
    assert_eq!(events.incidents.len(), 2);
    assert_eq!(events.incidents[0].detected, Some(november(2, 10, 5)));
    assert_eq!(events.incidents[0].ended, Some(november(2, 11, 0)));
    assert_eq!(events.incidents[1].ended, None);
    assert_eq!(left(&extracted, Reason::Withdrawn), [2]);
    assert_eq!(left(&extracted, Reason::EndsBeforeItBegins), [3]);
    assert_eq!(left(&extracted, Reason::ClosedWithoutTime), [4]);
}

#[test]
fn a_mapping_is_remembered_as_a_text() {
    let table = table(
        "Service,Environment,Deployed at,Result
         web,prod,2026-11-02 10:00:00,success
         web,\"back\\slash\tand tab\",2026-11-03 10:00:00,failed",
    );
    let mut mapping = guess(&table, None).mapping;
    mapping.mean(Role::Environment, "back\\slash\tand tab", Means::Yes);
    let written = text::write(&mapping);
    assert_eq!(text::read(&written), Some(mapping));
    assert_eq!(text::read("nonsense"), None);
}

#[test]
fn a_new_value_is_judged_by_its_words_and_told() {
    let before = table(
        "Environment,Deployed at,Result
         prod,2026-11-02 10:00:00,success",
    );
    let mapping = guess(&before, None).mapping;
    let after = table(
        "Environment,Deployed at,Result
         prod-eu,2026-11-02 10:00:00,success
         prod,2026-11-02 12:00:00,odd",
    );
    let (events, extracted) = carry_out(&after, &mapping);
    assert!(events.deployments[0].is_production);
    assert_eq!(events.deployments[1].outcome, Outcome::Running);
    let new = |role, text: &str| Doubt::NewValue {
        role,
        text: text.to_owned(),
        rows: 1,
    };
    assert!(
        extracted
            .doubts
            .contains(&new(Role::Environment, "prod-eu"))
    );
    assert!(extracted.doubts.contains(&new(Role::Outcome, "odd")));
}
