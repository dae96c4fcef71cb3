//! Moments and days in a zone, where clocks are set forward and back.

use plumbline::events::times::TimeFormat;
use plumbline::events::zone::{DAY, Occurs};
use plumbline::events::{Millis, Zone};
use plumbline::model::Day;

fn at(text: &str) -> Millis {
    TimeFormat::Iso.read(text).unwrap().shown
}

/// Helsinki in 2013: UTC+3 from 31 March 03:00 on, UTC+2 from 27 October 04:00 on.
fn helsinki() -> Zone {
    let steps = vec![
        (at("2012-10-28T01:00:00Z"), 7200),
        (at("2013-03-31T01:00:00Z"), 10_800),
        (at("2013-10-27T01:00:00Z"), 7200),
    ];
    Zone::new("Europe/Helsinki", steps)
}

#[test]
fn an_hour_that_occurs_twice_is_the_first_one() {
    let (moment, occurs) = helsinki().moment(at("2013-10-27T03:30:00"));
    assert_eq!((moment, occurs), (at("2013-10-27T00:30:00"), Occurs::Twice));
    for (text, utc) in [
        ("02:59:59", "2013-10-26T23:59:59"),
        ("04:00:00", "2013-10-27T02:00:00"),
    ] {
        let shown = at(&format!("2013-10-27T{text}"));
        assert_eq!(helsinki().moment(shown), (at(utc), Occurs::Once));
    }
}

#[test]
fn an_hour_that_does_not_exist_is_moved_on() {
    let (moment, occurs) = helsinki().moment(at("2013-03-31T03:30:00"));
    assert_eq!((moment, occurs), (at("2013-03-31T01:30:00"), Occurs::Never));
    assert_eq!(helsinki().shown(moment), at("2013-03-31T04:30:00"));
    assert_eq!(helsinki().moment(at("2013-03-31T02:59:59")).1, Occurs::Once);
    assert_eq!(
        helsinki().moment(at("2013-03-31T04:00:00")),
        (at("2013-03-31T01:00:00"), Occurs::Once)
    );
}

#[test]
fn days_begin_at_their_own_midnight() {
    let zone = helsinki();
    assert_eq!(zone.day_of(at("2013-07-01T21:00:00Z")), Day::of(2013, 7, 2));
    assert_eq!(zone.day_of(at("2013-07-01T20:59:59Z")), Day::of(2013, 7, 1));
    assert_eq!(
        zone.start_of(Day::of(2013, 7, 2)),
        at("2013-07-01T21:00:00Z")
    );
    let length = |day: Day| zone.start_of(day.plus(1)) - zone.start_of(day);
    assert_eq!(length(Day::of(2013, 3, 31)), DAY - 3_600_000);
    assert_eq!(length(Day::of(2013, 10, 27)), DAY + 3_600_000);
    // 02:00 in India is the day before in UTC.
    let india = Zone::new("Asia/Kolkata", vec![(Millis::MIN, 19_800)]);
    assert_eq!(
        india.day_of(at("2026-03-01T20:30:00Z")),
        Day::of(2026, 3, 2)
    );
}

#[test]
fn a_day_without_midnight_begins_with_its_first_moment() {
    // São Paulo set its clocks forward at midnight.
    let zone = Zone::new(
        "America/Sao_Paulo",
        vec![(0, -10_800), (at("2017-10-15T03:00:00Z"), -7200)],
    );
    assert_eq!(
        zone.start_of(Day::of(2017, 10, 15)),
        at("2017-10-15T03:00:00Z")
    );
    assert_eq!(
        zone.shown(at("2017-10-15T03:00:00Z")),
        at("2017-10-15T01:00:00")
    );
}

#[test]
fn every_moment_comes_back_by_what_its_clock_shows() {
    let zone = helsinki();
    let mut hour = at("2012-06-01T00:00:00Z");
    while hour < at("2014-02-01T00:00:00Z") {
        let (moment, occurs) = zone.moment(zone.shown(hour));
        let is_second = occurs == Occurs::Twice && moment == hour - 3_600_000;
        assert!(moment == hour || is_second, "{hour}");
        assert_ne!(occurs, Occurs::Never);
        assert!(zone.start_of(zone.day_of(hour)) <= hour);
        hour += 900_000;
    }
}

#[test]
fn the_ends_of_time_do_no_harm() {
    for zone in [Zone::utc(), helsinki()] {
        for shown in [Millis::MIN, Millis::MAX, 0, -1] {
            let _ = (
                zone.moment(shown),
                zone.day_of(shown),
                zone.start_of(Day::at(shown)),
            );
        }
    }
}
