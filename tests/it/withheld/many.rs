//! Many teams: each with the numbers that its own report has, and none where they are withheld.

use super::pages::{Doc, Kind, html, sheet, texts};
use super::truth::Truth;
use plumbline::advice::Member;
use plumbline::model::{Assessment, Fact, Questionnaire};
use plumbline::report::{Report, csv, html, portfolio};

/// A team, what is right to say of it, and whether so few answered that nothing is.
struct Team<'a> {
    a: &'a Assessment,
    truth: Truth,
    is_withheld: bool,
}

pub fn portfolio(q: &'static Questionnaire, all: &[Assessment], fewest: u32) {
    let members: Vec<_> = all.iter().map(|a| Member::of(q, a)).collect();
    let members: Vec<_> = members.iter().collect();
    let teams = all.iter().map(|a| {
        let people: u32 = a.fact(Fact::Respondents).parse().unwrap();
        Team {
            a,
            truth: Truth::of(q, a),
            is_withheld: people < fewest,
        }
    });
    let teams: Vec<_> = teams.collect();
    spreadsheet(q, &teams, &csv::portfolio(q, &members, fewest));
    let columns = portfolio::columns(q, "");
    let report = Report {
        title: "Portfolio".into(),
        logo: None,
        accent: None,
        blocks: portfolio::blocks(q, &members, &columns, fewest),
    };
    let doc = html(&html::encode(&report, "", ""));
    let drawn = portfolio::grid(q, &members, &columns, fewest);
    let picture = texts(&portfolio::picture(&drawn));
    let heads = picture.iter().take(columns.len());
    assert!(heads.eq(&doc.table("Teams by dimensions").unwrap().head[1..]));
    let mut drawn = picture[columns.len()..].chunks(columns.len() + 1);
    let grid = doc.table("Teams by dimensions").unwrap();
    assert_eq!(grid.rows.len(), teams.len());
    for (row, team) in grid.rows.iter().zip(&teams) {
        assert_eq!(row[0], team.a.team());
        let cells = q.dimensions.iter().map(|d| cell(team, d.id.as_str()));
        let cells: Vec<_> = cells.collect();
        assert_eq!(row[1..], cells);
        assert_eq!(drawn.next().unwrap()[1..], cells);
    }
    spread(q, &doc, &teams);
    gaps(q, &doc, &teams);
}

/// A value, or the mark of why there is none.
fn cell(team: &Team, id: &str) -> String {
    match team.truth.part(id) {
        _ if team.is_withheld => "·",
        None => "–",
        Some(said) if said.low.is_empty() => "–",
        Some(said) if said.is_known() => &said.value,
        Some(_) => "?",
    }
    .to_owned()
}

fn spreadsheet(q: &'static Questionnaire, teams: &[Team], text: &str) {
    let table = sheet(text);
    assert_eq!(table.rows.len(), teams.len());
    let disciplines = q.disciplines.iter().map(|d| (d.id.as_str(), &d.title));
    let dimensions = q.dimensions.iter().map(|d| (d.id.as_str(), &d.title));
    for (id, title) in disciplines.chain(dimensions) {
        let values = table.column(title).into_iter();
        let known = table.column(&format!("{title}: known %")).into_iter();
        for (team, (value, known)) in teams.iter().zip(values.zip(known)) {
            let said = team.truth.part(id).filter(|_| !team.is_withheld);
            let share = said.map(|s| s.known.as_str()).unwrap_or_default();
            assert_eq!(
                (value.1, known.1),
                (cell(team, id).as_str(), share),
                "{title}"
            );
        }
    }
}

/// How many teams stand at each level, those of which too little is known at none. Dimensions of which no
/// team has a level are left out.
fn spread(q: &'static Questionnaire, doc: &Doc, teams: &[Team]) {
    let caption = "Levels reached, by dimension (too few answers: no level)";
    let rows = doc.table(caption).map(|table| table.rows.as_slice());
    let mut rows = rows.unwrap_or_default().iter();
    for dimension in &q.dimensions {
        let mut counts = [0; 6];
        for team in teams.iter().filter(|t| !t.is_withheld) {
            let said = team.truth.part(dimension.id.as_str());
            if let Some(said) = said.filter(|s| !s.low.is_empty()) {
                counts[said.level.parse().unwrap_or(0)] += 1;
            }
        }
        if counts[1..] == [0; 5] {
            continue;
        }
        let row = rows.next().unwrap();
        assert_eq!(row[0], dimension.title);
        assert_eq!(row[1..], counts.map(|n: u32| n.to_string()), "{row:?}");
    }
    assert_eq!(rows.next(), None);
}

/// What most have in common is counted from answers, and where several are alike it says so.
fn gaps(q: &'static Questionnaire, doc: &Doc, teams: &[Team]) {
    let shown = teams.iter().filter(|t| !t.is_withheld);
    let sheets: Vec<_> = shown.map(|t| sheet(&csv::answers(q, t.a))).collect();
    let mut common = Vec::new();
    for practice in &q.practices {
        let levels = sheets.iter().flat_map(|s| &s.rows);
        let levels = levels.filter(|row| row[3] == practice.id.as_str());
        let levels: Vec<u8> = levels.filter_map(|row| row[5].parse().ok()).collect();
        let below = levels.iter().filter(|level| **level < 3).count();
        if below >= 2 && below * 2 >= levels.len() {
            common.push((below, levels.len(), practice.title.as_str()));
        }
    }
    let finding = doc.list(Kind::Text).next().unwrap();
    let most = common.iter().max_by(|a, b| {
        let share = |(below, of, _): &(usize, usize, &str)| *below as f64 / *of as f64;
        a.0.cmp(&b.0).then(share(a).total_cmp(&share(b)))
    });
    let Some((below, of, _)) = most else {
        assert!(finding.ends_with("No practice at which several stand below level 3."));
        return;
    };
    let alike = common.iter().filter(|c| (c.0, c.1) == (*below, *of));
    let alike: Vec<_> = alike.map(|c| c.2).collect();
    let others = match alike.len() - 1 {
        0 => ".".to_owned(),
        1 => ", and as many at 1 other practice.".to_owned(),
        n => format!(", and as many at {n} other practices."),
    };
    let said = alike
        .iter()
        .map(|title| format!("{below} of {of} stand below level 3 at “{title}”{others}"));
    let said: Vec<_> = said.collect();
    assert!(
        said.iter().any(|text| finding.ends_with(text)),
        "{finding}\n{said:?}"
    );
    let listed = doc.table("Common gaps").unwrap();
    assert_eq!(listed.rows.len(), common.len(), "all of them");
    for row in &listed.rows {
        let is_right = |(below, of, title): &(usize, usize, &str)| {
            row[0] == *title && row[2] == format!("{below} of {of}")
        };
        assert!(common.iter().any(is_right), "{row:?}");
    }
}
