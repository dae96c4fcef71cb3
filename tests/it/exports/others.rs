//! Objectives, requests, actions, services, spans and surveys. A working day has 8 hours, from 9 to 17.

use super::{clock, export};
use plumbline::events::event::Objective;
use plumbline::events::extract::extracted::{Doubt, Reason};
use plumbline::events::{Kind, Role};

/// Target, reached, budget and days of an objective.
fn figures(one: &Objective) -> [Option<f64>; 4] {
    [one.target, one.reached, one.budget_left, one.days]
}

/// Fractions become percent: 0.992 is 99.2. The window of four weeks is taken, not that of an hour; an invalid report
/// is left out. 99.2 of 99 is met, 99.8 of 99.9 is not: 50 %.
#[test]
fn slo_generator_reports_each_window() {
    let one = export("slo_generator.ndjson", None);
    assert_eq!(
        one.left(),
        [
            (Reason::OtherWindow, &[0, 2][..]),
            (Reason::Invalid, &[4][..])
        ]
    );
    let figures: Vec<_> = one.events.objectives.iter().map(figures).collect();
    assert_eq!(
        figures,
        [
            [Some(99.0), Some(99.2), None, Some(28.0)],
            [Some(99.9), Some(99.8), None, Some(28.0)],
        ]
    );
    assert_eq!(one.events.objectives[0].all, Some(10_000.0));
    assert_eq!(one.guess.unsure, [Role::Window]);
}

/// Percent already. 99.8 of 99.5 is met.
#[test]
fn datadog_gives_one_objective() {
    let one = export("datadog_slo.json", None);
    assert_eq!(
        figures(&one.events.objectives[0]),
        [Some(99.5), Some(99.8), Some(60.0), None]
    );
    assert_eq!(clock(one.events.objectives[0].when), "11-17 08:00");
}

/// One of two is met; the other's budget is overspent.
#[test]
fn honeycomb_reports_what_is_left() {
    let one = export("honeycomb.json", None);
    assert_eq!(
        figures(&one.events.objectives[1]),
        [Some(99.9), Some(99.8), Some(-100.0), Some(30.0)]
    );
}

/// Values are texts. `NaN` and `+Inf` are none; of a ratio the last sample counts: 0.9993 and 0.97. There is no target,
/// and so no reading.
#[test]
fn prometheus_gives_samples() {
    let one = export("prometheus.json", None);
    assert_eq!(one.left(), [(Reason::NoNumber, &[0, 6][..])]);
    let reached: Vec<_> = one
        .events
        .objectives
        .iter()
        .map(|one| one.reached)
        .collect();
    assert_eq!(reached, [Some(99.93), Some(97.0)]);
    assert_eq!(one.reading("slo-attainment"), None);
}

/// Counts are added up: 99 + 198 + 295 of 100 + 200 + 300.
#[test]
fn grafana_counts_are_added_up() {
    let one = export("grafana.csv", None);
    assert_eq!(one.left(), [(Reason::NoNumber, &[2][..])]);
    let objective = &one.events.objectives[0];
    assert_eq!((objective.good, objective.all), (Some(592.0), Some(600.0)));
}

/// 4, 10 and 2 working hours, and one that is open since Thursday 10:00, at the last moment of Monday 12:00 for 18:
/// the median of 2, 4, 10, 18 is 7. The header says UTC, so no zone is assumed.
#[test]
fn gitlab_issues_are_requests() {
    let one = export("gitlab_issues.csv", None);
    assert_eq!(one.events.spells.len(), 4);
    assert_eq!(clock(one.events.spells[1].to), "11-04 11:00");
    assert!(one.extracted.doubts.is_empty());
}

/// As GitLab's: 4, 10 and 2 hours, and one that is open for 20.5: the median is 7. Labels repeat; newlines and quotes
/// stand within fields.
#[test]
fn jira_in_german() {
    let one = export("jira_de.csv", None);
    assert_eq!(clock(one.events.spells[3].from), "11-09 12:30");
    assert!(
        one.extracted
            .doubts
            .contains(&Doubt::ZoneAssumed(Role::From))
    );
    assert!(one.guess.unsure.is_empty(), "{:?}", one.guess.unsure);
}

/// As requests: 32, 64 and 16 working hours, and one that is open for 64: the median of 16, 32, 64, 64 is 48. As
/// actions: row 0 was done by its date, row 1 was not, row 2 is not done, row 3 has no date: 1 of 4.
#[test]
fn jira_in_spanish_is_requests_or_actions() {
    let one = export("jira_es.csv", Some(Kind::Actions));
    let done: Vec<_> = one.events.marks.iter().map(|one| one.holds).collect();
    assert_eq!(done, [Some(true), Some(false), Some(false), Some(false)]);
}

/// Months in Portuguese and Italian. One hour each; what was asked months ago and is open is outside the four weeks
/// that end with the file.
#[test]
fn jira_in_portuguese_and_italian() {
    for (file, begin) in [
        ("jira_pt.csv", "12-02 09:00"),
        ("jira_it.csv", "06-03 09:00"),
    ] {
        let one = export(file, None);
        assert_eq!(clock(one.events.spells[0].to), "11-02 10:00", "{file}");
        assert_eq!(clock(one.events.spells[1].from), begin, "{file}");
        assert!(
            one.guess.unsure.is_empty(),
            "{file}: {:?}",
            one.guess.unsure
        );
    }
}

/// As requests: Monday 9:00 to Thursday 9:00 are 24 working hours, and the open one is as old: the median is 24. As
/// actions: row 0 was done by its date, row 1 is not done.
#[test]
fn jira_data_pipeline() {
    let one = export("jira_pipeline.csv", Some(Kind::Actions));
    let done: Vec<_> = one
        .events
        .marks
        .iter()
        .map(|one| (clock(one.when), one.holds))
        .collect();
    assert_eq!(
        done,
        [
            ("11-06 23:59:59".into(), Some(true)),
            ("11-09 23:59:59".into(), Some(false))
        ]
    );
}

/// A follow-up has no date, so none is done by it; those that were given up are none.
#[test]
fn incident_io_follow_ups_have_no_date() {
    let one = export("incident_io_follow_ups.json", None);
    assert_eq!(one.left(), [(Reason::Withdrawn, &[2, 3][..])]);
    assert_eq!(one.guess.unsure, [Role::Due]);
}

/// Done a day before, four days after its date, not at all; the fourth was dropped: 1 of 3.
#[test]
fn a_list_of_actions() {
    let one = export("actions.csv", None);
    assert_eq!(one.left(), [(Reason::Withdrawn, &[3][..])]);
    let done: Vec<_> = one.events.marks.iter().map(|one| one.holds).collect();
    assert_eq!(done, [Some(true), Some(false), Some(false)]);
}

/// A group is no component. Which mark counts is for the user to say.
#[test]
fn backstage_needs_a_rule() {
    let one = export("backstage.json", None);
    assert_eq!(one.left(), [(Reason::OtherSort, &[3][..])]);
    assert_eq!(one.guess.unsure, [Role::Holds]);
    let mut mapping = one.guess.mapping;
    mapping.set(
        Role::Holds,
        Some("metadata.annotations.harbour.example/paved"),
    );
    let (events, _) = super::carry_out(&one.table, &mapping);
    let holds: Vec<_> = events.marks.iter().map(|one| one.holds).collect();
    assert_eq!(holds, [Some(false), Some(true), Some(false)]);
}

/// Two of three: one stands there twice.
#[test]
fn a_list_of_services() {
    let one = export("services.csv", None);
    assert_eq!(one.left(), [(Reason::Again, &[3][..])]);
}

/// Monday to Wednesday are 3 working days, to the Monday after 6: the median is 4.5. The third is not there yet.
#[test]
fn a_list_of_first_days() {
    let one = export("onboarding.csv", None);
    assert!(one.extracted.doubts.contains(&Doubt::DatesOnly(Role::From)));
    assert_eq!(one.events.spells[2].to, None);
}

/// 12 tens and 6 nines of 30 are 60 %, 3 zeros and 3 sixes are 20 %: 40 points. One said nothing.
#[test]
fn a_survey() {
    let one = export("survey.csv", None);
    assert_eq!(one.left(), [(Reason::NoNumber, &[30][..])]);
    assert_eq!(
        one.events
            .scores
            .iter()
            .filter(|one| one.value >= 9.0)
            .count(),
        18
    );
}
