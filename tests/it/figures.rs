//! The figures, drawn natively as SVG by the code that draws it on the screen.

use crate::world::{answered, level, not_applicable, questionnaire};
use plumbline::figure::sheet::Marker;
use plumbline::figure::trend::{Series, Trend};
use plumbline::figure::{Bands, Figure, Heatmap, Ink, Radar, Scatter, Sign, Standing, turn::turn};
use plumbline::model::{Answer, Assessment, Level};
use plumbline::report::rounds;
use plumbline::scoring::score;

const INK: Ink = Ink {
    text: (0, 0, 0),
    grid: (90, 90, 90),
    value: (0, 0, 255),
    interval: (0, 0, 255),
    hues: [(1, 2, 3); 4],
};

fn radar(answers: &[(&str, plumbline::model::Answer)]) -> Radar {
    let q = questionnaire();
    Radar::of(&q, &score(&q, &answered(answers)))
}

fn svg(radar: &Radar, size: (u32, u32)) -> String {
    radar.marks(size, INK, 1.0).svg()
}

#[test]
fn every_dimension_has_an_axis_and_an_answered_one_a_dot() {
    let radar = radar(&[
        ("a1", level(5)),
        ("a2", level(5)),
        ("a3", level(5)),
        ("b1", level(3)),
    ]);
    assert_eq!(
        radar
            .axes
            .iter()
            .map(|a| a.label.as_str())
            .collect::<Vec<_>>(),
        ["A", "B", "C"]
    );
    let drawn = svg(&radar, (600, 400));
    assert_eq!(drawn.matches("<circle").count(), 2);
    // 600 x 400: the centre is (300, 200), the radius 400/2 - 44 = 156; A stands at 100 points, on top.
    assert!(drawn.contains("cx=\"300\" cy=\"44\""), "{drawn}");
    assert_eq!(
        radar
            .extremes()
            .map(|(h, l)| (h[0].label.as_str(), l[0].label.as_str())),
        Some(("A", "B"))
    );
}

#[test]
fn numbers_on_a_narrow_radar_are_those_of_the_table() {
    let skipped = [
        ("a1", not_applicable()),
        ("a2", not_applicable()),
        ("a3", not_applicable()),
    ];
    let radar = radar(&skipped);
    assert_eq!(
        radar.axes.iter().map(|a| a.number).collect::<Vec<_>>(),
        [2, 3]
    );
    assert!(radar.is_numbered(320.0) && !radar.is_numbered(600.0));
}

#[test]
fn strange_sizes_and_no_axes_are_drawn_without_complaint() {
    let full = radar(&[("a1", level(1))]);
    for size in [(1, 1), (10, 4000), (0, 0)] {
        svg(&full, size);
    }
    svg(&Radar { axes: Vec::new() }, (300, 300));
}

#[test]
fn a_turn_is_as_exact_as_the_standard_library_says() {
    for i in -300..=300 {
        let turns = f64::from(i) / 100.0;
        let (sin, cos) = turn(turns);
        let (s, c) = (turns * std::f64::consts::TAU).sin_cos();
        assert!(
            (sin - s).abs() < 1e-12 && (cos - c).abs() < 1e-12,
            "{turns}"
        );
    }
}

/// Every other answer one level lower.
pub fn a_year_before(sample: &Assessment) -> Assessment {
    let mut before = sample.state();
    for (at, (id, field)) in sample.responses.iter().enumerate() {
        let level = field.value.as_ref().and_then(Answer::level);
        let lower = level.and_then(|l| Level::new(l.number() - 1));
        if let Some(lower) = lower.filter(|_| at % 2 == 0) {
            before.responses.slot(id.clone()).value = Some(Answer::Level(lower));
        }
    }
    before
}

/// What the sample's figures look like. A change of them is looked at before it is kept:
/// `PLUMBLINE_GOLDEN=1` writes those that are missing.
#[test]
fn the_figures_of_the_sample_are_as_they_were_seen() {
    let q = plumbline::catalog::built_in();
    let card = score(&q, &crate::world::built_in_sample(&q));
    let radar = Radar::of(&q, &card);
    let few = Radar {
        axes: radar.axes[..9].to_vec(),
    };
    let sample = crate::world::built_in_sample(&q);
    let aimed = radar.clone().with_targets(&q, &sample);
    let heatmap = Figure::Heatmap(Heatmap::of(&q, &sample));
    let bands = Figure::Bands(Bands::of(&q, &card, |unit, value| {
        plumbline::words::words().amount(unit, value)
    }));
    let scatter = Figure::Scatter(Scatter::of(&q, &card), ["practices", "measurements"]);
    let before = a_year_before(&sample);
    let states = [
        ("2025 Q4".to_owned(), &before),
        ("Today".to_owned(), &sample),
    ];
    let [earlier, now] = &states;
    let trend = rounds::trend(&q, &[earlier.clone(), now.clone(), earlier.clone()]);
    let slope = rounds::trend(&q, &states);
    let compared = rounds::Comparison::of(crate::report::questionnaire(), earlier, now);
    let dumbbell = Figure::Dumbbell(compared.dumbbell);
    let moved = few.clone().with_earlier(&q, &score(&q, &before));
    let trend = Figure::Trend(trend);
    let drawn = [
        ("trend", trend.marks(736.0, Ink::LIGHT, 1.0)),
        ("trend-narrow", trend.marks(343.0, Ink::DARK, 2.0)),
        ("slope", Figure::Trend(slope).marks(736.0, Ink::LIGHT, 1.0)),
        ("dumbbell", dumbbell.marks(736.0, Ink::LIGHT, 1.0)),
        ("dumbbell-narrow", dumbbell.marks(343.0, Ink::DARK, 2.0)),
        ("radar-earlier", moved.marks((736, 544), Ink::LIGHT, 1.0)),
        ("bars-earlier", moved.bars(343.0, Ink::LIGHT, 1.0)),
        ("radar-targets", aimed.marks((736, 544), Ink::LIGHT, 1.0)),
        ("bars-targets", aimed.bars(343.0, Ink::LIGHT, 1.0)),
        ("heatmap", heatmap.marks(736.0, Ink::LIGHT, 1.0)),
        ("heatmap-narrow", heatmap.marks(343.0, Ink::DARK, 2.0)),
        ("bands", bands.marks(736.0, Ink::LIGHT, 1.0)),
        ("scatter", scatter.marks(736.0, Ink::LIGHT, 1.0)),
        ("radar", few.marks((736, 544), Ink::LIGHT, 1.0)),
        ("radar-numbered", radar.marks((736, 544), Ink::LIGHT, 1.0)),
        ("radar-dark", radar.marks((736, 544), Ink::DARK, 2.0)),
        ("bars", radar.bars(343.0, Ink::LIGHT, 1.0)),
    ];
    for (name, marks) in drawn {
        let path = format!("tests/golden/figures/{name}.svg");
        let svg = marks.svg();
        if std::env::var("PLUMBLINE_GOLDEN").is_ok() && !std::path::Path::new(&path).exists() {
            std::fs::create_dir_all("tests/golden/figures").unwrap();
            std::fs::write(&path, &svg).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), svg, "{name}");
    }
}

/// The value of an attribute, as a number.
fn number(tag: &str, name: &str) -> f64 {
    let rest = tag.split(&format!(" {name}=\"")).nth(1).unwrap();
    rest.split('"').next().unwrap().parse().unwrap()
}

#[test]
fn no_text_of_a_figure_is_cut_off_above_or_below() {
    for entry in std::fs::read_dir("tests/golden/figures").unwrap() {
        let path = entry.unwrap().path();
        let svg = std::fs::read_to_string(&path).unwrap();
        let height = number(&svg, "height");
        for tag in svg.split("<text").skip(1) {
            let size = number(tag, "font-size");
            let y = number(tag, "y");
            // Capitals and figures are 0.73 of their size high.
            let top = if tag.contains("dy=\"0.5ex\"") {
                y - 0.37 * size
            } else {
                y
            };
            assert!(
                top >= 0.0 && top + 0.73 * size <= height,
                "{}: {tag}",
                path.display()
            );
        }
    }
}

#[test]
fn bars_say_what_the_radar_says() {
    let radar = radar(&[
        ("a1", level(5)),
        ("a2", level(5)),
        ("a3", level(5)),
        ("b1", level(3)),
    ]);
    let drawn = radar.bars(400.0, INK, 1.0).svg();
    for name in ["1 A", "2 B", "3 C"] {
        assert!(drawn.contains(name), "{drawn}");
    }
    // A filled polygon for each of the two that have a value.
    assert_eq!(drawn.matches("<polygon").count(), 2);
    assert!(radar.is_narrow(343.0) && !radar.is_narrow(736.0));
    let none = Radar { axes: Vec::new() };
    assert!(none.bars(0.0, INK, 1.0).svg().contains("<svg"));
}

#[test]
fn the_heatmap_counts_each_practice_that_applies_once() {
    crate::random::for_all(300, |seed, _, q, a| {
        let heatmap = Heatmap::of(q, a);
        let counted: usize = heatmap.rows.iter().flat_map(|row| row.counts).sum();
        let applies = a.asked(q).filter(|p| {
            let answer = a.answer(&p.id);
            !matches!(answer, Some(plumbline::model::Answer::NotApplicable(_)))
        });
        assert_eq!(counted, applies.count(), "{seed}");
        // Its rows are the dimensions of the scorecard, with the same numbers.
        assert_eq!(heatmap.rows.len(), score(q, a).dimensions.len(), "{seed}");
        for width in [0.0, 1.0, 300.0, 2000.0] {
            let figure = Figure::Heatmap(heatmap.clone());
            assert!(figure.marks(width, INK, 1.0).svg().contains("<svg"));
        }
    });
}

#[test]
fn a_trend_of_any_shape_is_drawn_within_its_size() {
    let line = |values: &[Option<f64>]| Series {
        number: 1,
        leads: plumbline::figure::hits::Leads::Discipline("one".into()),
        label: "A very long name of a discipline that nobody would choose".into(),
        values: values.to_vec(),
    };
    for states in [0, 1, 2, 40] {
        for lines in [0, 1, 30] {
            let values: Vec<_> = (0..states)
                .map(|i| (i % 3 > 0).then_some(i as f64))
                .collect();
            let trend = Figure::Trend(Trend {
                states: (0..states).map(|i| format!("Round number {i}")).collect(),
                series: vec![line(&values); lines],
            });
            for width in [0.0, 1.0, 300.0, 736.0, 2000.0] {
                let svg = trend.marks(width, INK, 1.0).svg();
                assert!(
                    svg.contains("<svg") && !svg.contains("NaN"),
                    "{states} {lines}"
                );
            }
        }
    }
}

/// How much lighter one colour is than another, 1 to 21 (WCAG 2.2, contrast ratio).
pub fn contrast(a: (u8, u8, u8), b: (u8, u8, u8)) -> f64 {
    let light = |(r, g, b): (u8, u8, u8)| {
        let part = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    };
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// `ink` at this opacity over `paper`.
fn over(ink: (u8, u8, u8), paper: (u8, u8, u8), opacity: f64) -> (u8, u8, u8) {
    let mix =
        |i: u8, p: u8| (f64::from(i) * opacity + f64::from(p) * (1.0 - opacity)).round() as u8;
    (
        mix(ink.0, paper.0),
        mix(ink.1, paper.1),
        mix(ink.2, paper.2),
    )
}

#[test]
fn charts_can_be_seen_and_read_in_light_and_dark() {
    for (ink, paper) in [
        (Ink::LIGHT, (255, 255, 255)),
        (Ink::DARK, (0x14, 0x18, 0x1f)),
    ] {
        // Text 4.5 to 1, what carries meaning 3 to 1.
        assert!(contrast(ink.text, paper) >= 4.5 && contrast(ink.grid, paper) >= 4.5);
        assert!(contrast(ink.value, paper) >= 3.0);
        // Numbers on the strongest cell of the heatmap, the mark on the strongest band.
        for opacity in [0.45, 0.08 + 0.09 * 4.0] {
            let cell = over(ink.value, paper, opacity);
            assert!(
                contrast(ink.text, cell) >= 4.5,
                "{:?}",
                contrast(ink.text, cell)
            );
        }
        // A bar on the paper, and the whisker on the bar.
        for hue in [ink.value].into_iter().chain(ink.hues) {
            assert!(contrast(hue, paper) >= 4.5, "{hue:?}");
            let bar = over(hue, paper, 0.6);
            assert!(contrast(bar, paper) >= 2.5, "{}", contrast(bar, paper));
            assert!(
                contrast(ink.text, bar) >= 3.0,
                "{}",
                contrast(ink.text, bar)
            );
        }
    }
}

/// Paper has names, signs and printed numbers of all that is known, the highest first, and nothing that
/// could be taken for a value where it is too early to say.
#[test]
fn a_standing_names_every_dimension_and_gives_no_value_too_early() {
    let q = questionnaire();
    let known = [("a1", level(5)), ("a2", level(5)), ("a3", level(5))];
    let standing = Standing::of(&q, &score(&q, &answered(&known)));
    let rows: Vec<_> = standing.groups.iter().flat_map(|g| &g.rows).collect();
    let said = rows.iter().map(|r| (r.label.as_str(), r.value));
    assert_eq!(
        said.collect::<Vec<_>>(),
        [("A", Some(100.0)), ("B", None), ("C", None)]
    );
    let svg = standing.marks(736.0, INK, 1.0).svg();
    for text in ["\nA\n", "\nB\n", "\nC\n", "\n100\n", "\n–\n"] {
        assert!(svg.contains(text), "{text:?} in {svg}");
    }
    let numbers = svg.lines().filter(|line| line.parse::<f64>().is_ok());
    assert_eq!(numbers.collect::<Vec<_>>(), ["100"]);
    // Below each other where there is no room beside, and every text is on the paper.
    assert!(standing.height(400.0) >= standing.height(736.0));
    assert!(Standing::of(&q, &score(&q, &answered(&[]))).groups.len() == standing.groups.len());
}

#[test]
fn a_grown_drawing_is_the_same_drawing() {
    let q = questionnaire();
    let known = [("a1", level(5)), ("b1", level(3))];
    let standing = Standing::of(&q, &score(&q, &answered(&known)));
    let (once, thrice) = (
        standing.marks(736.0, INK, 1.0),
        standing.marks(736.0, INK, 3.0),
    );
    assert_eq!(once.clone().grown(1), once);
    assert_eq!(once.size, standing.marks(736.0, INK, 1.0).size);
    assert_eq!(
        once.clone().grown(3).size,
        (once.size.0 * 3, once.size.1 * 3)
    );
    let texts = |svg: String| svg.matches("<text").count();
    assert_eq!(texts(once.grown(3).svg()), texts(thrice.svg()));
}

/// Figures and pages have the same hue and mark for a discipline: what the style says is what is drawn.
#[test]
fn a_discipline_has_the_same_mark_and_hue_on_pages_and_in_figures() {
    let read = |file| std::fs::read_to_string(format!("style/{file}.css")).unwrap();
    let (tokens, marks) = (read("tokens"), read("components"));
    let hex = |(r, g, b): (u8, u8, u8)| format!("#{r:02x}{g:02x}{b:02x}");
    for discipline in &plumbline::catalog::built_in().disciplines {
        let id = discipline.id.as_str();
        let sign = Sign::of(id);
        let [light, dark] = [Ink::LIGHT, Ink::DARK].map(|ink| hex(sign.colour(&ink)));
        let token = format!("--{id}: light-dark({light}, {dark});");
        assert!(tokens.contains(&token), "{token}");
        let shape = match sign.marker() {
            Marker::Dot => "●",
            Marker::Triangle => "▲",
            Marker::Square => "■",
            Marker::Diamond => "◆",
        };
        let mark = format!(".{id} {{ --mark: var(--{id}); --sign: \"{shape}\"");
        assert!(marks.contains(&mark), "{mark}");
    }
}
