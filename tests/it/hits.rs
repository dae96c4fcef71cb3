//! Each mark of a figure has a place that can be pointed at, and says what it shows.

use crate::world::questionnaire;
use plumbline::catalog;
use plumbline::figure::hits::{Hit, Leads, SMALLEST, Shows};
use plumbline::figure::{Bands, Figure, Heatmap, Radar, Scatter};
use plumbline::model::{Assessment, Questionnaire};
use plumbline::report::rounds;
use plumbline::scoring::score;
use plumbline::words::words;

/// From a phone to a wide screen, in CSS pixels.
const WIDTHS: [f64; 4] = [288.0, 343.0, 560.0, 736.0];

fn sample() -> (&'static Questionnaire, Assessment) {
    let q: &'static Questionnaire = Box::leak(Box::new(catalog::built_in()));
    let a = crate::world::built_in_sample(q);
    (q, a)
}

/// Every kind of figure, and how many marks it has.
fn figures(q: &'static Questionnaire, a: &Assessment) -> Vec<(Figure, usize)> {
    let card = score(q, a);
    let radar = Radar::of(q, &card).with_targets(q, a);
    let bands = Bands::of(q, &card, |unit, value| words().amount(unit, value));
    let bands = bands.beside(q, a, |found| words().beside_in_short(found));
    let heatmap = Heatmap::of(q, a);
    let counted = heatmap.rows.iter().flat_map(|row| row.counts);
    let counted = counted.filter(|count| *count > 0).count();
    let scatter = Scatter::of(q, &card);
    let states = [("Q1".to_owned(), a), ("Today".to_owned(), a)];
    let trend = rounds::trend(q, &states);
    let mut all: Vec<_> = radar
        .readable(q)
        .into_iter()
        .map(|(_, radar)| (radar.axes.len(), Figure::Radar(radar)))
        .map(|(count, figure)| (figure, count))
        .collect();
    all.push((Figure::Radar(radar.clone()), radar.axes.len()));
    all.push((Figure::Bands(bands.clone()), bands.rows.len()));
    all.push((Figure::Heatmap(heatmap), counted));
    all.push((
        Figure::Scatter(scatter.clone(), ["practices", "measurements"]),
        scatter.dots.len(),
    ));
    all.push((Figure::Trend(trend.clone()), trend.series.len() * 2));
    let before = crate::figures::a_year_before(a);
    let both = [("Q1".to_owned(), &before), ("Today".to_owned(), a)];
    let moved = rounds::Comparison::of(q, &both[0], &both[1]).dumbbell;
    assert!(!moved.rows.is_empty());
    all.push((Figure::Dumbbell(moved.clone()), moved.rows.len() * 2));
    all
}

fn overlap(a: &Hit, b: &Hit) -> bool {
    // Cells share their edges, but for the last bits of the arithmetic.
    let apart = |from: f64, size: f64, to: f64| from + size <= to + 0.01;
    !(apart(a.x, a.width, b.x)
        || apart(b.x, b.width, a.x)
        || apart(a.y, a.height, b.y)
        || apart(b.y, b.height, a.y))
}

#[test]
fn every_mark_has_a_place_inside_its_figure_that_a_finger_finds() {
    let (q, a) = sample();
    for (figure, count) in figures(q, &a) {
        for width in WIDTHS {
            let hits = figure.hits(width);
            assert_eq!(hits.len(), count, "{figure:?}");
            for hit in &hits {
                let is_inside = hit.x >= 0.0
                    && hit.y >= 0.0
                    && hit.x + hit.width <= width + 0.01
                    && hit.y + hit.height <= figure.height(width) + 0.01;
                assert!(is_inside, "{width}: {hit:?}");
                let smallest = hit.width.min(hit.height);
                assert!(smallest >= SMALLEST - 0.01, "{width}: {hit:?}");
                assert!(words().hit_says(hit).starts_with(&hit.label), "{hit:?}");
                assert!(!hit.leads.id().is_empty());
            }
        }
    }
}

#[test]
fn places_lie_on_each_other_only_where_marks_do() {
    let (q, a) = sample();
    for (figure, _) in figures(q, &a) {
        // Points of one value have one place.
        if matches!(
            figure,
            Figure::Trend(_) | Figure::Dumbbell(_) | Figure::Scatter(..)
        ) {
            continue;
        }
        for width in WIDTHS {
            let hits = figure.hits(width);
            for (i, one) in hits.iter().enumerate() {
                for other in &hits[i + 1..] {
                    assert!(!overlap(one, other), "{width}: {one:?} {other:?}");
                }
            }
        }
    }
}

#[test]
fn pointing_into_a_place_means_its_mark_and_far_off_means_none() {
    let (q, a) = sample();
    for (figure, _) in figures(q, &a) {
        let hits = figure.hits(736.0);
        for (i, hit) in hits.iter().enumerate() {
            let middle = (hit.x + hit.width / 2.0, hit.y + hit.height / 2.0);
            let meant = figure.meant(736.0, middle).unwrap();
            let shares = overlap(&hits[meant], hit);
            assert!(meant == i || shares, "{hit:?} is {:?}", hits[meant]);
        }
        if !matches!(figure, Figure::Radar(_)) {
            assert_eq!(figure.meant(736.0, (-500.0, -500.0)), None);
        }
    }
}

#[test]
fn many_axes_become_a_radar_for_each_discipline_with_every_name() {
    let (q, a) = sample();
    let radar = Radar::of(q, &score(q, &a));
    let parts = radar.readable(q);
    assert!(radar.axes.len() > 12 && parts.len() == q.disciplines.len());
    let axes: usize = parts.iter().map(|(_, radar)| radar.axes.len()).sum();
    assert_eq!(axes, radar.axes.len());
    for (_, part) in &parts {
        assert!(!part.is_numbered(560.0));
    }
    let few = Radar {
        axes: radar.axes[..12].to_vec(),
    };
    assert_eq!(few.readable(q), [("overall".to_owned(), few.clone())]);
}

#[test]
fn a_mark_says_value_range_and_coverage_and_nothing_that_is_withheld() {
    let hit = |value| Hit {
        x: 0.0,
        y: 0.0,
        width: 24.0,
        height: 24.0,
        label: "Toil".into(),
        shows: Shows::Part {
            value,
            range: (31.0, 50.0),
            coverage: Some(0.5),
            target: None,
            was: None,
        },
        leads: Leads::Dimension("toil".into()),
    };
    let says = |value| words().hit_says(&hit(value));
    assert_eq!(says(Some(37.5)), "Toil: 38, range 31 to 50, 50 % known");
    assert_eq!(
        says(None),
        "Toil: Too early to say, range 31 to 50, 50 % known"
    );
    // A figure of what is too early to say has no value to give.
    let q = questionnaire();
    let a = crate::world::answered(&[("a1", crate::world::level(5))]);
    let hits = Figure::Radar(Radar::of(&q, &score(&q, &a))).hits(560.0);
    assert!(hits.iter().all(|hit| matches!(
        hit.shows,
        Shows::Part {
            value: None,
            target: None,
            was: None,
            ..
        }
    )));
}

#[test]
fn a_picture_to_take_along_says_what_it_is() {
    let (q, a) = sample();
    let figure = Figure::Radar(Radar::of(q, &score(q, &a)));
    let lines = [
        "Payments · Profile · 2026-11-26".to_owned(),
        "Level.".into(),
    ];
    let alone = figure.marks(736.0, plumbline::figure::Ink::LIGHT, 1.0);
    let picture = figure.picture(&lines, 736.0, 1.0);
    assert_eq!(picture.size.0, alone.size.0 + 32);
    assert_eq!(picture.size.1, alone.size.1 + 16 + 40 + 12 + 16);
    let svg = picture.svg();
    assert!(svg.contains(&lines[0]) && svg.contains("Level."));
    // On a dark slide it stands on paper of its own.
    assert!(svg.contains("fill=\"#FFFFFF\" points=\"0,0 "), "{svg}");
}

#[test]
fn no_letter_of_a_figure_is_smaller_than_13_pixels() {
    let (q, a) = sample();
    for (figure, _) in figures(q, &a) {
        let svg = figure
            .marks(736.0, plumbline::figure::Ink::LIGHT, 1.0)
            .svg();
        let sizes = svg.split("font-size=\"").skip(1);
        let sizes = sizes.filter_map(|rest| rest.split('"').next()?.parse::<f64>().ok());
        for size in sizes {
            assert!(size >= 12.99, "{size}");
        }
    }
}
