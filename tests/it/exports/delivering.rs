//! What delivers: deployments and changes. A frequency is over the whole days between the first and the last
//! finish of the file; the days on which it begins and ends are not whole.

use super::{clock, export};
use plumbline::events::event::Outcome::{Cancelled, Failed, Running, Succeeded, Unsaid};
use plumbline::events::extract::extracted::{Doubt, Reason};
use plumbline::events::{Key, Kind, Role};

fn at(
    row: u32,
    outcome: plumbline::events::Outcome,
    clock: &str,
) -> (u32, plumbline::events::Outcome, String) {
    (row, outcome, clock.to_owned())
}

/// 3 to 16 November are 14 whole days, with rows 1, 3 and 4 in production: 3 in 2 weeks.
#[test]
fn github_lists_deployments_without_their_states() {
    let one = export("github_deployments.json", None);
    assert_eq!(
        one.production(),
        [
            at(0, Unsaid, "11-02 09:00"),
            at(1, Unsaid, "11-05 15:00"),
            at(3, Unsaid, "11-09 08:00"),
            at(4, Unsaid, "11-12 11:00"),
        ]
    );
    assert_eq!(one.span(), ("11-02 09:00".into(), "11-17 12:00".into()));
    assert!(one.extracted.doubts.contains(&Doubt::NoOutcome));
    assert!(one.events.deployments[3].says_hotfix);
}

/// Rows 0 and 1 are INACTIVE: they succeeded at the time of their SUCCESS, and were replaced later. Row 2
/// failed, row 5 runs. In the 14 whole days from 3 November there are rows 1 and 3. The commits are 13 h 4 min,
/// 3 h and 24 h before: the median is 13.0667 h.
#[test]
fn github_says_in_graphql_what_was_replaced() {
    let one = export("github_deployments_graphql.json", None);
    assert_eq!(
        one.production(),
        [
            at(0, Succeeded, "11-02 09:04"),
            at(1, Succeeded, "11-06 10:03"),
            at(2, Failed, "11-09 16:05"),
            at(3, Succeeded, "11-10 14:02"),
            at(5, Running, "11-17 13:00:10"),
        ]
    );
    assert!(one.guess.unsure.is_empty());
}

/// Three rows are deployment 71, two are 72, two are 73, which failed. Within 3 to 16 November is 72 alone.
#[test]
fn github_gives_each_state_a_row_of_its_own() {
    let one = export("github_deployment_statuses.ndjson", None);
    let keys: std::collections::BTreeSet<_> =
        one.events.deployments.iter().map(|one| one.key).collect();
    assert_eq!(keys.len(), 4);
    assert_eq!(one.reading("deployment-frequency"), Some((0.5, 1)));
}

/// Of *Deploy* and *Tests* the first deploys. The year 1 is no start. 6 to 12 November are 7 whole days, with
/// row 3 alone: the failed and the skipped one do not count.
#[test]
fn github_runs_are_deployments_where_their_workflow_deploys() {
    let one = export("github_runs_cli.json", None);
    assert_eq!(one.left(), [(Reason::OtherSort, &[0, 7][..])]);
    assert_eq!(
        one.production(),
        [
            at(1, Running, "11-17 12:31"),
            at(2, Succeeded, "11-13 08:09"),
            at(3, Succeeded, "11-12 15:08"),
            at(4, Failed, "11-10 15:04"),
            at(5, Cancelled, "11-09 15:00:05"),
            at(6, Succeeded, "11-05 10:10"),
        ]
    );
    assert!(one.events.deployments[1].says_rollback);
}

/// The commits of rows 0, 1 and 3 are 24, 4 and 12 hours before: the median is 12. A second attempt starts later
/// and ends later, and keeps its id.
#[test]
fn github_runs_of_the_api_know_their_commit() {
    let one = export("github_runs.json", None);
    assert_eq!(one.left(), [(Reason::OtherSort, &[4][..])]);
    assert_eq!(one.reading("change-lead-time"), Some((12.0, 3)));
    assert_eq!(one.reading("deployment-frequency"), Some((1.0, 2)));
    let spans = export("github_runs.json", Some(Kind::Spans));
    assert_eq!(clock(spans.events.spells[1].from), "11-13 10:50");
}

/// The earliest author date counts, not the date of the commit that was made anew. Rows 2 and 4 were never
/// merged. `Reverts #42` takes back the merge commit of row 1.
#[test]
fn github_pull_requests_carry_their_commits() {
    let one = export("github_pulls_cli.json", None);
    assert_eq!(one.left(), [(Reason::NotMerged, &[2, 4][..])]);
    let times: Vec<_> = one
        .events
        .changes
        .iter()
        .map(|one| (clock(one.committed), clock(one.merged)))
        .collect();
    assert_eq!(
        times,
        [
            ("11-03 10:10".into(), "11-05 09:50".into()),
            ("11-11 08:00".into(), "11-12 14:55".into()),
            ("11-13 07:39".into(), "11-13 07:55".into()),
        ]
    );
    assert_eq!(one.events.changes[0].revisions.len(), 3);
    assert_eq!(
        one.events.changes[0].revisions[0],
        Key::revision("2a1b2c3d4e5f").unwrap()
    );
    assert_eq!(one.events.changes[2].reverts, Key::revision("5a1b2c3d4e5f"));
}

/// As spans they end with the first review: from 9:00 to 13:00 and to 11:00. Merged without one is not waited for.
#[test]
fn github_pull_requests_wait_for_a_review() {
    let one = export("github_pulls_cli.json", Some(Kind::Spans));
    let spells = one.events.spells.iter();
    let times: Vec<_> = spells
        .map(|one| (one.at.row, clock(one.from), clock(one.to)))
        .collect();
    assert_eq!(times[0], (0, "11-04 09:00".into(), "11-04 13:00".into()));
    assert_eq!(times[1], (1, "11-11 09:00".into(), "11-11 11:00".into()));
    assert_eq!(times[2].2, "-");
    assert!(one.guess.unsure.is_empty());
    let merges = export("github_pulls_cli.json", Some(Kind::Changes));
    assert!(!merges.guess.mapping.has(Role::To));
}

/// Two documents in a row. The pre-release and the draft are not out. Of four, two lie in 3 to 16 November.
#[test]
fn github_releases_are_out_when_they_are_published() {
    let one = export("github_releases.json", None);
    assert_eq!(
        one.left(),
        [(Reason::NoTime, &[4][..]), (Reason::OtherSort, &[0][..])]
    );
    assert_eq!(one.production()[0], at(1, Succeeded, "11-02 10:00"));
    assert_eq!(one.production().len(), 4);
}

/// Row 2 is a success whose job failed. Row 3 was undeployed later: it counts by when it was made. In the 14 whole
/// days are rows 1 and 3. Commits are 6 h before rows 1 and 6: 09:15 less 05:15+02:00, 12:00 less 06:00.
#[test]
fn gitlab_deployments_fail_with_their_job() {
    let one = export("gitlab_deployments.json", None);
    assert_eq!(
        one.production(),
        [
            at(1, Succeeded, "11-04 09:15"),
            at(2, Failed, "11-06 09:15"),
            at(3, Succeeded, "11-10 09:00"),
            at(4, Running, "11-11 09:00"),
            at(5, Cancelled, "11-12 09:20"),
            at(6, Succeeded, "11-17 12:00"),
        ]
    );
}

/// Row 2 was closed. Row 3 takes back the commit that its description names.
#[test]
fn gitlab_merge_requests_are_changes_once_merged() {
    let one = export("gitlab_merge_requests.json", None);
    assert_eq!(one.left(), [(Reason::NotMerged, &[2][..])]);
    assert_eq!(clock(one.events.changes[0].merged), "11-04 07:30");
    assert_eq!(one.events.changes[0].committed, None);
    assert_eq!(one.events.changes[2].reverts, Key::revision("33aa22bb33cc"));
}

/// The value's unit is in the address that was asked, not in the file.
#[test]
fn gitlab_metrics_are_recognised_and_not_used() {
    let one = export("gitlab_dora.json", None);
    assert!(one.guess.source.unwrap().source.refusal.is_some());
    assert_eq!(one.extracted.events, 0);
}

/// The environment's type says production, whatever it is called. Fractions have four to six digits. Rows 1 and 4
/// lie in the 14 whole days before 17 November, on which one was stopped.
#[test]
fn bitbucket_deployments() {
    let one = export("bitbucket.json", None);
    assert_eq!(
        one.production(),
        [
            at(1, Succeeded, "11-05 09:06"),
            at(2, Failed, "11-09 09:06"),
            at(3, Running, "11-12 09:00"),
            at(4, Succeeded, "11-16 23:06"),
            at(5, Cancelled, "11-17 09:06"),
        ]
    );
}

/// Seven digits of fraction. The build of tests is another sort. 6 to 15 November are 10 days with one success:
/// 1 in 10/7 weeks are 0.7.
#[test]
fn azure_builds() {
    let one = export("azure_builds.json", None);
    assert_eq!(one.left(), [(Reason::OtherSort, &[0][..])]);
    assert_eq!(one.production()[0], at(1, Succeeded, "11-05 08:10"));
    assert!(one.events.deployments[1].says_hotfix);
    assert_eq!(one.events.deployments[4].outcome, Running);
}

/// A build ended at its time and its duration, both in milliseconds: 1794297600000 is 10 November 08:00, and
/// 120000 are 2 minutes. Two jobs have a build 7. Rows 3 and 5 lie in the 14 whole days.
#[test]
fn jenkins_builds() {
    let one = export("jenkins.json", None);
    assert_eq!(one.production()[0], at(0, Succeeded, "11-17 08:01"));
    assert_eq!(one.production()[1], at(1, Running, "11-17 08:01"));
    assert_eq!(one.production()[3], at(3, Succeeded, "11-10 08:02"));
    let services: std::collections::BTreeSet<_> = one
        .events
        .deployments
        .iter()
        .map(|one| one.service)
        .collect();
    assert_eq!(services.len(), 2);
    assert_eq!(
        one.events.deployments[0].revision,
        Key::revision("9911ffee5011")
    );
}

/// A finish of 0 is none. Rows 1 and 3 lie in the 14 whole days; row 2 failed, row 4 runs.
#[test]
fn bamboo_deployments() {
    let one = export("bamboo.json", None);
    assert_eq!(one.production()[4], at(4, Running, "11-17 08:00"));
    assert_eq!(one.production()[3], at(3, Succeeded, "11-10 08:01"));
}

/// 3 to 9 November are 7 days, with rows 1 and 5: 2 a week. Row 3 waits for somebody, row 4 failed.
#[test]
fn circleci_workflows() {
    let one = export("circleci.json", None);
    assert_eq!(one.left(), [(Reason::OtherSort, &[2][..])]);
    assert_eq!(one.production()[2], at(3, Running, "11-06 08:00"));
    assert_eq!(one.production()[3], at(4, Failed, "11-09 08:07"));
}

/// A guided failure and a time-out are failures. In UTC the last one ended on 9 November at 23:14, so that 2 to 8
/// November are the whole days: rows 1 and 3.
#[test]
fn octopus_deployments() {
    let one = export("octopus.csv", None);
    assert_eq!(one.production()[1], at(2, Failed, "11-05 08:04"));
    assert_eq!(one.production()[3], at(4, Failed, "11-09 08:34"));
    assert_eq!(one.span().1, "11-09 23:14");
}

/// The third has the revision of the first: the second failed. 1 of 4 are 25 %.
#[test]
fn argo_keeps_a_history_of_what_succeeded() {
    let one = export("argo_app.json", None);
    assert_eq!(one.production()[1], at(1, Unsaid, "11-05 10:01"));
    assert_eq!(
        one.events.deployments[0].revision,
        one.events.deployments[2].revision
    );
}

/// What was superseded succeeded. 3 to 15 November are 13 days with revisions 2 and 4: 2 / (13/7) = 1.0769.
#[test]
fn helm_tells_what_was_superseded_and_rolled_back() {
    let one = export("helm_history.json", None);
    assert_eq!(one.production()[1], at(1, Succeeded, "11-04 09:00"));
    assert_eq!(one.production()[2], at(2, Failed, "11-06 09:00"));
    assert!(one.events.deployments[3].says_rollback);
}

/// Without a header, by what the columns hold. The first joins two branches; the third takes back the fourth, as
/// its title says. Author dates, with their offsets: 10:00+02:00 is 08:00.
#[test]
fn git_log_has_no_header() {
    let one = export("git_log.tsv", None);
    let changes = &one.events.changes;
    let merges: Vec<bool> = changes.iter().map(|one| one.is_merge).collect();
    assert_eq!(merges, [true, false, false, false, false]);
    assert_eq!(clock(changes[1].committed), "11-09 10:00");
    assert_eq!(clock(changes[0].committed), "11-10 08:00");
    assert_eq!(changes[2].reverts, Key::revision("d211ffee5011"));
}

/// Two commits are one deployment, dep-2. dep-5 has no finish: its start and 240 s are 08:05. dep-4 has no
/// environment. 3 to 15 November are 13 days with one success: 0.5385 a week.
#[test]
fn devlake_has_a_row_for_each_commit() {
    let one = export("devlake_deployment_commits.csv", None);
    assert_eq!(
        one.production(),
        [
            at(0, Succeeded, "11-02 08:05"),
            at(1, Succeeded, "11-05 08:05"),
            at(2, Succeeded, "11-05 08:05"),
            at(3, Failed, "11-09 08:05"),
            at(5, Succeeded, "11-16 08:05"),
        ]
    );
    assert_eq!(one.events.deployments[1].key, one.events.deployments[2].key);
}

/// The same deployments, one row each; `created_at` is when the row was written.
#[test]
fn devlake_deployments() {
    let one = export("devlake_deployments.csv", None);
    assert_eq!(one.span(), ("11-02 08:05".into(), "11-16 08:05".into()));
    assert_eq!(one.production()[3], at(4, Running, "11-16 08:01"));
}

/// 4, 10 and 24 hours from the first commit: the median is 10. Row 2 is not out yet. The first commit of row 1 is
/// later than its pull request, since it was rebased.
#[test]
fn devlake_pull_requests_know_when_they_were_out() {
    let one = export("devlake_pulls.csv", None);
    assert_eq!(clock(one.events.changes[1].deployed), "11-03 18:30");
    assert_eq!(one.events.changes[2].deployed, None);
}

/// fd3 stands there twice. 3 to 15 November are 13 days with fd2 and fd3: 1.0769 a week.
#[test]
fn four_keys_deployments() {
    let one = export("fourkeys_deployments.csv", None);
    assert_eq!(one.production()[1], at(1, Unsaid, "11-04 08:00"));
    assert_eq!(one.events.deployments.len(), 5);
    let changes = export("fourkeys_changes.csv", None);
    assert_eq!(clock(changes.events.changes[2].committed), "11-15 20:00");
    assert_eq!(
        changes.events.changes[0].revisions[0],
        one.events.deployments[1].revision.unwrap()
    );
}

/// One of five in production was rolled back: 20 %.
#[test]
fn faros_says_what_was_rolled_back() {
    let one = export("faros_deployments.json", None);
    assert_eq!(one.production()[2], at(3, Succeeded, "11-10 08:01"));
    assert_eq!(one.events.deployments[3].has_failed_users, Some(true));
    assert_eq!(one.reading("deployment-frequency"), Some((1.5, 3)));
}

/// Semicolons, days first, German words. Rows 1, 3 and 4 lie in 3 to 16 November: 1.5 a week. One of the four
/// successes in production was unplanned: 25 %.
#[test]
fn a_spreadsheet_in_german() {
    let one = export("deploys_de.csv", None);
    assert!(one.guess.unsure.is_empty(), "{:?}", one.guess.unsure);
    assert_eq!(one.production()[1], at(2, Failed, "11-06 14:30"));
    assert_eq!(one.reading("deployment-frequency"), Some((1.5, 3)));
    assert!(one.guess.mapping.has(Role::Unplanned));
}
