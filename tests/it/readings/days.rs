//! Whole days in a zone, and weeks as bars.

use super::build::compute;
use super::build::{DAY, HOUR, MONDAY, all, deployed, incident, on_days, usual};
use plumbline::events::period::{Span, bars, begin, day_at, moment, weekday};
use plumbline::events::readings::Basis;
use plumbline::events::{Events, Period, Zone};
use plumbline::model::Day;

/// Helsinki in 2026: clocks are put on at 1:00 UTC on 29 March, and back on 25 October.
fn helsinki() -> Zone {
    let on = 20_541 * DAY + HOUR;
    let back = 20_751 * DAY + HOUR;
    Zone::new(
        "Europe/Helsinki",
        vec![(i64::MIN, 7200), (on, 10_800), (back, 7200)],
    )
}

#[test]
fn twenty_eight_days_are_not_672_hours() {
    let day = |text| Day::parse(text).unwrap();
    let period = Period::of(&helsinki(), day("2026-03-10"), day("2026-04-06")).unwrap();
    assert_eq!(period.days(), 28);
    assert_eq!(period.until - period.from, 671 * HOUR);
    let period = Period::of(&helsinki(), day("2026-10-10"), day("2026-11-06")).unwrap();
    assert_eq!(period.until - period.from, 673 * HOUR);
}

#[test]
fn days_begin_at_the_first_moment_that_is_theirs() {
    let zone = helsinki();
    for at in [MONDAY, 20_541 * DAY, 20_751 * DAY] {
        for hour in 0..30 {
            let at = at + hour * HOUR + 1;
            let day = day_at(&zone, at);
            assert!(begin(&zone, day) <= at && at < begin(&zone, day + 1));
        }
    }
    // 3:30 is skipped on 29 March: it is 4:30.
    let skipped = moment(&zone, 20_541, 7 * HOUR / 2);
    assert_eq!(skipped, 20_541 * DAY + 3 * HOUR / 2);
    // 3:30 occurs twice on 25 October: the first time.
    assert_eq!(moment(&zone, 20_751, 7 * HOUR / 2), 20_751 * DAY + HOUR / 2);
    assert_eq!(weekday(20_514), 0);
}

#[test]
fn a_midnight_that_is_skipped_or_that_comes_twice() {
    // Brazil put its clocks on at midnight: the day begins at 1:00.
    let on = 20_514 * DAY + 3 * HOUR;
    let brazil = Zone::new("America/Sao_Paulo", vec![(i64::MIN, -10_800), (on, -7200)]);
    assert_eq!(begin(&brazil, 20_514), on);
    // And back at midnight to 23:00 of the day before, which has 25 hours.
    let back = 20_514 * DAY + 2 * HOUR;
    let brazil = Zone::new(
        "America/Sao_Paulo",
        vec![(i64::MIN, -7200), (back, -10_800)],
    );
    assert_eq!(begin(&brazil, 20_514), back + HOUR);
    assert_eq!(begin(&brazil, 20_514) - begin(&brazil, 20_513), 25 * HOUR);
    // The Azores put theirs back at 1:00 to midnight: the first one counts.
    let back = 20_514 * DAY + HOUR;
    let azores = Zone::new("Atlantic/Azores", vec![(i64::MIN, 0), (back, -3600)]);
    assert_eq!(begin(&azores, 20_514), 20_514 * DAY);
}

#[test]
fn a_day_that_is_only_partly_in_the_file_is_no_day_of_a_rate() {
    let zone = Zone::utc();
    let span = Span::of([MONDAY + HOUR, MONDAY + 10 * DAY]).unwrap();
    let whole = span.whole_days(&zone).unwrap();
    // The last moment is a midnight: the day before it is whole.
    assert_eq!((whole.days(), whole.from), (9, MONDAY + DAY));
    assert_eq!(span.touched_days(&zone).unwrap().days(), 11);
    let short = Span::of([MONDAY + HOUR, MONDAY + DAY]).unwrap();
    assert!(short.whole_days(&zone).is_none());
    assert!(Span::of([]).is_none());
}

#[test]
fn a_bar_a_week_says_which_are_cut() {
    let events = on_days(&(0..23).collect::<Vec<_>>());
    let options = all();
    let weeks = Basis::of(&events, &options).weeks();
    let counts: Vec<(u32, bool)> = weeks.iter().map(|w| (w.count, w.is_partly)).collect();
    // Whole are days 1 to 21: three weeks. Day 0 and day 22 are cut.
    let expected = [(1, true), (7, false), (7, false), (7, false), (1, true)];
    assert_eq!(counts, expected);
    let n: u32 = counts.iter().map(|c| c.0).sum();
    assert_eq!(n, 23);
    assert!(
        weeks
            .windows(2)
            .all(|w| w[0].period.until == w[1].period.from)
    );
    let once = Span {
        first: MONDAY,
        last: MONDAY,
    };
    assert_eq!(
        bars(&Zone::utc(), once, None, &|end| usize::from(MONDAY < end)).len(),
        1
    );
    assert!(Basis::of(&Events::default(), &options).weeks().is_empty());
}

#[test]
fn when_the_file_was_exported_tells_what_it_covers() {
    // Once a month: without the day of the export, the last weeks of silence are not known.
    let mut events = on_days(&[0, 30, 60]);
    events.deployments.push(deployed(9, MONDAY + 61 * DAY));
    let mut options = usual();
    options.exported = Some(MONDAY + 100 * DAY + HOUR);
    let found = compute("deployment-frequency", &events, &options).unwrap();
    assert_eq!(found.period.unwrap().until, MONDAY + 100 * DAY);
    let first = Day::parse("2026-03-01").unwrap();
    options.covers = Some((first, first.plus(27)));
    let found = compute("deployment-frequency", &events, &options).unwrap();
    assert_eq!((found.n, found.period.unwrap().days()), (1, 28));
}

#[test]
fn bars_are_of_what_the_metric_counts_and_of_the_days_that_the_file_covers() {
    let mut events = on_days(&(0..23).collect::<Vec<_>>());
    events.incidents = vec![
        incident(0, MONDAY + 3 * DAY, None),
        incident(1, MONDAY + 12 * DAY, None),
    ];
    for row in &mut events.deployments {
        row.committed = row.finished.get().map(|at| at - HOUR).into();
    }
    let mut options = all();
    let counts = |options: &plumbline::events::Options, metric| {
        let weeks = Basis::of(&events, options).weeks_of(metric);
        let each = weeks.iter().map(|week| (week.count, week.is_partly));
        each.collect::<Vec<_>>()
    };
    // The last incident is at a midnight: the days before it are whole.
    assert_eq!(
        counts(&options, "time-to-detect"),
        [(1, true), (0, false), (1, true)]
    );
    let sum = |list: &[(u32, bool)]| list.iter().map(|w| w.0).sum::<u32>();
    assert_eq!(sum(&counts(&options, "change-lead-time")), 23);
    assert!(counts(&options, "platform-ease").is_empty());
    let first = Day::parse("2026-03-02").unwrap();
    options.covers = Some((first, first.plus(27)));
    assert_eq!(
        counts(&options, "deployment-frequency"),
        [(7, false), (7, false), (7, false), (2, false)]
    );
}
