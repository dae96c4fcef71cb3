//! Reports: right and readable whatever is in them, and nothing in them that was to stay behind.

use crate::random::{self, Dice};
use crate::world::built_in_sample;
use crate::world::clock;
use plumbline::catalog::built_in;
use plumbline::formats::assessment_json::{decode, encode};
use plumbline::formats::workspace_json::decode_any;
use plumbline::model::{Answer, Assessment, Edit, Evidence, Level, PracticeId, Questionnaire};
use plumbline::report::{Block, Contents, Report, badge, csv, html, markdown};

const DAY: &str = "2026-11-23";
const ALL: Contents = Contents {
    notes: true,
    names: true,
};
const NONE: Contents = Contents {
    notes: false,
    names: false,
};

pub fn questionnaire() -> &'static Questionnaire {
    Box::leak(Box::new(built_in()))
}

fn page(q: &'static Questionnaire, a: &Assessment) -> String {
    html::encode(
        &Report::of(q, a, &crate::world::DAYS),
        &encode(a, "1", "now"),
        "end",
    )
}

fn forms(q: &'static Questionnaire, a: &Assessment) -> Vec<String> {
    vec![
        page(q, a),
        markdown::encode(&Report::of(q, a, &crate::world::DAYS)),
        markdown::encode(&Report::one_page(q, a, DAY)),
        csv::answers(q, a),
        csv::scores(q, a),
        csv::metrics(q, a),
        badge::svg(q, a),
    ]
}

/// Texts that mean something to a browser, a spreadsheet or a wiki.
const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "=HYPERLINK(\"https://example.org\",\"x\")",
    "+1+cmd|'/C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\tx\",\"y\"\r\nz",
    "| a | b |\n# h\n[x](javascript:alert(1)) ![i](https://example.org/i.png)",
    "</script><!-- \u{202e}\u{2066} & &lt; ]]> -->",
    "`${x}` {{x}} \\u003c *b* _i_ ~s~",
];

fn hostile(q: &Questionnaire) -> Assessment {
    let mut a = built_in_sample(q);
    let mut clock = clock("w");
    let mut write = |edit: Edit| drop(a.apply(edit.bounded(), clock.tick(1)));
    for (p, text) in q.practices.iter().zip(HOSTILE.iter().cycle()) {
        let piece = Evidence {
            title: (*text).into(),
            address: "javascript:alert(1)".into(),
            date: (*text).into(),
            unknown: String::new(),
        };
        write(Edit::Note(p.id.clone(), Some((*text).into())));
        write(Edit::Evidence(p.id.clone(), Some(vec![piece])));
        if p.key {
            let answer = Answer::NotApplicable((*text).into());
            write(Edit::Respond(p.id.clone(), Some(answer)));
        }
    }
    write(Edit::Team(Some(HOSTILE[0].into())));
    a
}

#[test]
fn the_page_holds_the_assessment_and_opens_again_as_the_same() {
    let q = questionnaire();
    for a in [built_in_sample(q), hostile(q)] {
        let page = page(q, &a);
        let mut read = decode_any(&page).unwrap();
        assert_eq!(read.len(), 1);
        let read = read.remove(0).unwrap();
        assert!(!read.edited_outside);
        assert_eq!(read.assessment, a);
    }
    assert!(decode_any("<!doctype html><p>no report").is_err());
    assert!(decode_any("<script type=\"application/json\" id=\"plumbline-assessment\">{").is_err());
}

#[test]
fn hostile_texts_stay_texts_in_every_form() {
    let q = questionnaire();
    let a = hostile(q);
    let page = page(q, &a);
    assert_eq!(page.matches("<script").count(), 1, "the assessment alone");
    assert_eq!(page.matches("</script>").count(), 1);
    assert!(!page.contains("<img") && !page.contains("<!--"));
    assert!(page.contains("default-src 'none'"));
    let markdown = markdown::encode(&Report::of(q, &a, &crate::world::DAYS));
    assert!(!markdown.contains("<script") && !markdown.replace("\\]", "").contains("]("));
    assert!(!markdown.contains("https://"), "no address becomes a link");
    // Each row of a table has as many cells as its head.
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    let mut head = None;
    for line in markdown.lines() {
        head = line
            .starts_with('|')
            .then(|| *head.get_or_insert(bars(line)));
        assert!(head.is_none_or(|n| n == bars(line)), "{line}");
    }
    for sheet in [csv::answers(q, &a), csv::scores(q, &a), csv::metrics(q, &a)] {
        let text = sheet.strip_prefix('\u{feff}').expect("a byte order mark");
        let mut reader = ::csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let columns = reader.headers().unwrap().len();
        for row in reader.records() {
            let row = row.unwrap();
            assert_eq!(row.len(), columns);
            for cell in &row {
                let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                assert!(!is_formula || cell.parse::<f64>().is_ok(), "{cell}");
            }
        }
    }
    let notes = csv::answers(q, &a);
    let mut notes = ::csv::ReaderBuilder::new().from_reader(notes.as_bytes());
    let second = notes.records().nth(1).unwrap().unwrap();
    assert_eq!(&second[8], "'=HYPERLINK(\"https://example.org\",\"x\")");
}

#[test]
fn without_notes_and_names_none_of_them_is_anywhere() {
    let q = questionnaire();
    let mut a = built_in_sample(q);
    let mut clock = clock("w");
    let id = PracticeId::parse("slo-targets").unwrap();
    let secret = Evidence {
        title: "SECRET".into(),
        address: "https://SECRET.example".into(),
        ..Evidence::default()
    };
    for edit in [
        Edit::Team(Some("SECRET".into())),
        Edit::Note(id.clone(), Some("SECRET".into())),
        Edit::Evidence(id.clone(), Some(vec![secret])),
        Edit::Respond(id, Some(Answer::NotApplicable("SECRET".into()))),
    ] {
        a.apply(edit, clock.tick(1));
    }
    a.unknown.put(vec!["later".into()], "\"SECRET\"".into());
    let said = forms(q, &ALL.of(&a));
    assert!(said[0].contains("SECRET") && said[1].contains("SECRET"));
    for form in forms(q, &NONE.of(&a)) {
        assert!(!form.contains("SECRET"), "{form}");
    }
    // Where the whole is known, the bare copy takes nothing away.
    let page = page(q, &NONE.of(&a));
    let bare = decode_any(&page).unwrap().remove(0).unwrap().assessment;
    let mut whole = a.clone();
    whole.join(&bare);
    whole.unknown = a.unknown.clone();
    assert_eq!(whole, a);
}

#[test]
fn strange_assessments_make_readable_reports() {
    let q = questionnaire();
    let empty = {
        let mut a = built_in_sample(q);
        a.responses = plumbline::model::Sorted::default();
        a
    };
    let fill = |answer: Answer, share: usize| {
        let mut a = empty.clone();
        for p in q.practices.iter().take(q.practices.len() * share / 100) {
            a.responses.slot(p.id.clone()).value = Some(answer.clone());
        }
        a
    };
    let level = |n| Answer::Level(Level::new(n).unwrap());
    let not_applicable = Answer::NotApplicable(String::new());
    let mut long = fill(level(3), 100);
    long.team.value = Some("漢\u{5d0}\u{301}🙂W".chars().cycle().take(200).collect());
    let cases = [
        empty.clone(),
        fill(level(2), 3),
        fill(level(5), 100),
        fill(level(1), 100),
        fill(not_applicable, 100),
        fill(Answer::DontKnow, 100),
        fill(level(4), 5),
        long,
    ];
    for a in &cases {
        for form in forms(q, a) {
            let mut words = form.split(|c: char| !c.is_alphanumeric());
            let bad = words.find(|word| ["NaN", "inf", "None", "Some"].contains(word));
            assert_eq!(bad, None);
        }
        let report = Report::of(q, a, &crate::world::DAYS);
        for block in &report.blocks {
            if let Block::Table(t) = block {
                let is_whole = |row: &Vec<_>| row.len() == t.head.len() || t.group(row).is_some();
                assert!(t.rows.iter().all(is_whole), "{t:?}");
            }
        }
        assert_eq!(decode(&encode(a, "", "")).unwrap().assessment, *a);
    }
    // Nothing answered is said so, and is no zero.
    let scores = csv::scores(q, &empty);
    assert!(
        scores
            .lines()
            .nth(1)
            .unwrap()
            .starts_with("overall,overall,Overall,,0,100,0,")
    );
    assert!(badge::svg(q, &empty).contains("No answers yet"));
    assert!(badge::svg(q, &cases[2]).contains("5 Optimizing · 100"));
}

#[test]
fn a_questionnaire_of_two_thousand_practices_is_reported() {
    let mut q = random::questionnaire(&mut Dice(1));
    let practice = q.practices[0].clone();
    q.practices = (0..2_000)
        .map(|n| {
            let mut p = practice.clone();
            p.id = PracticeId::parse(&format!("p{n}")).unwrap();
            p.requires = Vec::new();
            p
        })
        .collect();
    let q: &'static Questionnaire = Box::leak(Box::new(q));
    let a = random::assessment(&mut Dice(1), q);
    assert!(csv::answers(q, &a).lines().count() > 1);
    assert!(page(q, &a).len() > 10_000);
}

#[test]
fn strengths_and_gaps_are_certain() {
    random::for_all(500, |seed, _, q, a| {
        let card = plumbline::scoring::score(q, a);
        let (strong, weak) = plumbline::advice::apart(&card);
        let find = |id: &str| card.dimensions.iter().find(|s| s.id == id).unwrap();
        for id in &strong {
            assert!(find(id).low > card.overall.high, "{seed}");
        }
        for id in &weak {
            assert!(find(id).high < card.overall.low, "{seed}");
        }
        assert!(strong.iter().all(|id| !weak.contains(id)), "{seed}");
    });
}

#[test]
fn every_answer_stands_in_one_table_under_its_dimension() {
    let q = questionnaire();
    let a = built_in_sample(q);
    let tables = Report::of(q, &a, &crate::world::DAYS).blocks.into_iter();
    let mut tables = tables.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let answers = tables.find(|t| t.caption == "Every answer").unwrap();
    let groups = answers.rows.iter().filter_map(|row| answers.group(row));
    let groups: Vec<_> = groups.collect();
    assert_eq!(groups.len(), q.dimensions.len());
    assert_eq!(groups[0], "DevOps: Collaboration and culture");
    assert_eq!(answers.rows.len() - groups.len(), a.asked(q).count());
    // In each form, over all columns.
    let page = page(q, &a);
    assert_eq!(page.matches("<th scope=\"rowgroup\"").count(), groups.len());
    assert!(!page.contains("<tbody>\n</tbody>"));
    let markdown = markdown::encode(&Report::of(q, &a, &crate::world::DAYS));
    assert!(markdown.contains("| **DevOps: Collaboration and culture** |  |  |"));
    // What is published beside a number is prose, and has half of the paper.
    let caption = "<caption>Measurements</caption>\n<col width=\"24%\">";
    assert!(page.contains(caption));
}
