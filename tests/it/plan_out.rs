//! The plan as it leaves: for Jira, for wikis, for calendars.

use crate::world::{answered, clock, level, practice, questionnaire};
use plumbline::formats::calendar;
use plumbline::model::{Action, ActionId, ActionState, Assessment, Edit, Horizon, Level};
use plumbline::report::plan;

const NOW: &str = "2026-11-26T12:53:43.123Z";
const TODAY: &str = "2026-11-26";

fn with(actions: &[Action]) -> Assessment {
    let mut a = answered(&[("a1", level(2))]);
    let mut clock = clock("x");
    for (n, action) in actions.iter().enumerate() {
        let id = ActionId::parse(&format!("x{n}")).unwrap();
        a.apply(Edit::Act(id, Some(action.clone())), clock.tick(1));
    }
    a
}

fn action(what: &str, due: &str) -> Action {
    Action {
        what: what.into(),
        due: due.into(),
        moves: Some((practice("a1"), Level::ALL[2])),
        ..Action::default()
    }
}

/// Reads the table as an importer does.
fn rows(a: &Assessment) -> Vec<Vec<String>> {
    let text = plan::jira(&questionnaire(), a, TODAY);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head: Vec<_> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        row.iter().map(str::to_owned).collect()
    });
    [head].into_iter().chain(rows).collect()
}

#[test]
fn jira_gets_its_columns_the_nearest_first_and_nothing_that_was_dropped() {
    let state = |state, horizon, what: &str| Action {
        state,
        horizon,
        owner: "Ana, Bo".into(),
        ..action(what, "2026-12-20")
    };
    let a = with(&[
        state(ActionState::Open, Horizon::Later, "later"),
        state(ActionState::Doing, Horizon::Now, "say \"two\"; and\nmore"),
        state(ActionState::Done, Horizon::Next, "done"),
        state(ActionState::Dropped, Horizon::Now, "dropped"),
        Action::default(),
    ]);
    let rows = rows(&a);
    let head = [
        "Summary",
        "Description",
        "Due date",
        "Assignee",
        "Status",
        "Labels",
    ];
    assert_eq!(rows[0], head);
    let whats: Vec<_> = rows[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(whats, ["say \"two\"; and more", "done", "later"]);
    let title = &questionnaire()
        .practice(&practice("a1"))
        .unwrap()
        .title
        .clone();
    assert_eq!(rows[1][1], format!("{title}: 2 Emerging to 3 Defined"));
    assert_eq!(rows[1][2..5], ["2026-12-20", "Ana, Bo", "In Progress"]);
    let states: Vec<_> = rows[1..].iter().map(|row| row[4].as_str()).collect();
    assert_eq!(states, ["In Progress", "Done", "To Do"]);
    assert!(rows[1][5].starts_with("plumbline now "), "{:?}", rows[1]);
    assert!(rows[1][5].split(' ').count() == 3);
}

#[test]
fn no_cell_is_a_formula_whatever_people_write() {
    for begin in ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"] {
        let text = format!("{begin}HYPERLINK(\"https://example.invalid\")");
        let a = with(&[Action {
            owner: text.clone(),
            ..action(&text, &text)
        }]);
        let row = rows(&a)[1].clone();
        for cell in [&row[0], &row[2], &row[3]] {
            let is_guarded = cell.starts_with('\'') || begin == "\t";
            assert!(
                is_guarded && !cell.starts_with(begin),
                "{begin:?}: {cell:?}"
            );
        }
    }
}

#[test]
fn the_list_has_a_box_for_each_action_and_no_markup_of_others() {
    let a = with(&[
        action(
            "Write [it](https://example.invalid) <b>down</b>",
            "2026-11-20",
        ),
        Action {
            state: ActionState::Done,
            horizon: Horizon::Next,
            ..action("Tell *everybody*", "")
        },
    ]);
    let text = plan::markdown(&questionnaire(), &a, TODAY);
    assert!(text.starts_with("# Plan of "), "{text}");
    assert!(text.contains("\n## Now\n\n- [ ] Write \\[it\\]("), "{text}");
    assert!(
        text.contains("&lt;b>") && !text.contains("https://"),
        "{text}"
    );
    assert!(text.contains("Overdue: 2026-11-20"), "{text}");
    assert!(
        text.contains("\n## Next\n\n- [x] Tell \\*everybody\\*"),
        "{text}"
    );
    assert!(!text.contains("## Later"));
}

/// The lines as a calendar reads them: joined again where they were folded.
fn unfolded(text: &str) -> Vec<String> {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    let whole = text.replace("\r\n ", "");
    whole.trim_end().split("\r\n").map(str::to_owned).collect()
}

fn calendar_of(a: &Assessment) -> Vec<String> {
    unfolded(&calendar::encode(&questionnaire(), a, NOW))
}

#[test]
fn a_calendar_has_a_day_for_what_is_still_to_be_done() {
    let a = with(&[
        action("Agree, then tell; all \\ of\r\nit", "2026-12-20"),
        Action {
            state: ActionState::Done,
            ..action("done", "2026-12-20")
        },
        action("no day", ""),
        action("no day either", "2026-02-30"),
    ]);
    assert!(calendar::has_any(&a));
    let lines = calendar_of(&a);
    let has = |line: &str| lines.iter().filter(|found| *found == line).count();
    assert_eq!(has("BEGIN:VEVENT"), 1);
    assert_eq!(has("DTSTAMP:20261126T125343Z"), 1);
    assert_eq!(has("DTSTART;VALUE=DATE:20261220"), 1);
    assert_eq!(
        has(r"SUMMARY:Agree\, then tell\; all \\ of\nit"),
        1,
        "{lines:?}"
    );
    // The same event the next time, whatever has changed about it.
    let uid = |a: &Assessment| calendar_of(a).into_iter().find(|l| l.starts_with("UID:"));
    let moved = with(&[action("Agree on it", "2027-01-31")]);
    assert_eq!(uid(&a), Some(format!("UID:x0@{}.plumbline", a.id)));
    assert_eq!(uid(&a), uid(&moved));
    assert!(!calendar::has_any(&with(&[action("no day", "")])));
    assert_eq!(calendar_of(&with(&[])).len(), 4);
}

#[test]
fn long_lines_are_folded_and_come_out_whole_in_every_script() {
    let texts = [
        "x".repeat(500),
        "Bereitschaft für Ausfälle, "
            .repeat(20)
            .trim()
            .replace(',', ""),
        "オンコールの引き継ぎを書き留める".repeat(20),
        "تسليم المناوبة كتابة كل أسبوع "
            .repeat(20)
            .trim()
            .to_owned(),
        "👩🏽‍💻👨‍👩‍👧‍👦🏳️‍🌈".repeat(20),
        format!("e{}", "\u{301}".repeat(200)),
        "नमस्ते दुनिया ".repeat(30).trim().to_owned(),
    ];
    for text in texts {
        let lines = calendar_of(&with(&[action(&text, "2026-12-20")]));
        let summary = lines.iter().find_map(|line| line.strip_prefix("SUMMARY:"));
        // What is stored of a text is bounded.
        assert_eq!(summary, Some(text.as_str()));
    }
}
