//! Tables for spreadsheets: RFC 4180, UTF-8 with a byte order mark, guarded against formulas.

use super::portfolio::cell;
use crate::advice::Member;
use crate::model::decimal::write;
use crate::model::{Answer, Assessment, Level, Origin, Questionnaire};
use crate::scoring::{Score, score};
use crate::words::{percent_of, whole, words};

/// One row a practice that is asked.
#[must_use]
pub fn answers(q: &'static Questionnaire, a: &Assessment) -> String {
    let head = [
        "discipline",
        "dimension",
        "practice",
        "id",
        "answer",
        "level",
        "target",
        "reason",
        "note",
        "carried over, to confirm",
    ];
    let mut sheet = Sheet::new(&head);
    let number = |level: Option<Level>| level.map_or_else(String::new, |l| l.number().to_string());
    for p in a.asked(q) {
        let dimension = q.dimension(&p.dimension);
        let discipline = dimension.map_or("", |d| words().part_name(q, d.discipline.as_str()));
        let answer = a.answer(&p.id);
        let reason = match answer {
            Some(Answer::NotApplicable(reason)) => reason.as_str(),
            _ => "",
        };
        sheet.text(discipline);
        sheet.text(dimension.map_or("", |d| &d.title));
        sheet.text(&p.title);
        sheet.text(p.id.as_str());
        sheet.text(&words().answer(answer));
        sheet.raw(&number(answer.and_then(Answer::level)));
        sheet.raw(&number(a.targets.get(&p.id).and_then(|f| f.value)));
        sheet.text(reason);
        sheet.text(&a.note(&p.id).unwrap_or_default());
        sheet.raw(if a.is_carried(&p.id) { "yes" } else { "" });
        sheet.end();
    }
    sheet.text
}

/// The share that is known, in percent; a cell of its own, so that an empty value explains itself.
fn known(score: &Score) -> String {
    score.coverage.map_or_else(String::new, percent_of)
}

/// One row for the whole, each discipline and each dimension. Numbers are those of the screen.
#[must_use]
pub fn scores(q: &'static Questionnaire, a: &Assessment) -> String {
    let head = [
        "part",
        "id",
        "name",
        "value",
        "low",
        "high",
        "known %",
        "level reached",
        "shown as",
    ];
    let mut sheet = Sheet::new(&head);
    let card = score(q, a);
    let mut row = |kind: &str, s: &Score| {
        sheet.text(kind);
        sheet.text(&s.id);
        sheet.text(words().part_name(q, &s.id));
        for number in [s.value(), s.low, s.high] {
            sheet.raw(&number.map_or_else(String::new, whole));
        }
        sheet.raw(&known(s));
        sheet.raw(
            &s.level()
                .map_or_else(String::new, |l| l.number().to_string()),
        );
        sheet.text(&words().reading(s));
        sheet.end();
    };
    row("overall", &card.overall);
    card.disciplines.iter().for_each(|s| row("discipline", s));
    card.dimensions.iter().for_each(|s| row("dimension", s));
    sheet.text
}

/// One row a metric of the chosen disciplines.
#[must_use]
pub fn metrics(q: &'static Questionnaire, a: &Assessment) -> String {
    let head = [
        "discipline",
        "metric",
        "id",
        "value",
        "unit",
        "level",
        "period",
        "source",
    ];
    let mut sheet = Sheet::new(&head);
    for score in score(q, a).metrics {
        let Some(metric) = q.metrics.iter().find(|m| m.id.as_str() == score.id) else {
            continue;
        };
        let measured = a.measurement(&metric.id);
        let source = measured.map(|m| match &m.origin {
            Origin::Typed => "typed".to_owned(),
            Origin::Computed => "computed".to_owned(),
            Origin::Files(basis) => words().rests_on(basis),
        });
        sheet.text(words().part_name(q, metric.discipline.as_str()));
        sheet.text(&metric.title);
        sheet.text(metric.id.as_str());
        sheet.raw(&score.value.map_or_else(String::new, write));
        sheet.text(&metric.unit);
        sheet.raw(
            &score
                .level
                .map_or_else(String::new, |l| l.number().to_string()),
        );
        sheet.text(
            measured
                .and_then(|m| m.period.as_deref())
                .unwrap_or_default(),
        );
        sheet.text(&source.unwrap_or_default());
        sheet.end();
    }
    sheet.text
}

/// One row a team, and for each discipline and dimension what stands on the screen, and how much of it
/// is known. Teams with fewer than `fewest` respondents have neither number.
#[must_use]
pub fn portfolio(q: &Questionnaire, members: &[&Member], fewest: u32) -> String {
    let names = q.disciplines.iter().map(|d| d.title.as_str());
    let names = names.chain(q.dimensions.iter().map(|d| d.title.as_str()));
    let pairs = names.flat_map(|name| [name.to_owned(), format!("{name}: known %")]);
    let pairs: Vec<_> = pairs.collect();
    let own = ["team", "group", "tags", "respondents"].into_iter();
    let head: Vec<_> = own.chain(pairs.iter().map(String::as_str)).collect();
    let mut sheet = Sheet::new(&head);
    for m in members {
        sheet.text(&m.team);
        sheet.text(&m.group);
        sheet.text(&m.tags.join(", "));
        sheet.raw(&m.respondents.map_or_else(String::new, |n| n.to_string()));
        for score in m.disciplines.iter().chain(&m.dimensions) {
            let is_withheld = m.is_withheld(fewest);
            let shown = score.as_ref().filter(|_| !is_withheld);
            sheet.raw(&cell(score.as_ref(), is_withheld).0);
            sheet.raw(&shown.map_or_else(String::new, known));
        }
        sheet.end();
    }
    sheet.text
}

/// A table under construction.
pub(crate) struct Sheet {
    pub(crate) text: String,
    is_first: bool,
}

impl Sheet {
    fn new(head: &[&str]) -> Self {
        let mut sheet = Self::unmarked(head);
        sheet.text.insert(0, '\u{feff}');
        sheet
    }

    /// A table without the mark by which spreadsheets know UTF-8.
    pub(crate) fn unmarked(head: &[&str]) -> Self {
        let mut sheet = Self::rows();
        head.iter().for_each(|name| sheet.text(name));
        sheet.end();
        sheet
    }

    /// Rows that follow others.
    pub(crate) const fn rows() -> Self {
        Self {
            text: String::new(),
            is_first: true,
        }
    }

    /// A cell that people wrote. A spreadsheet takes what begins with certain signs for a formula;
    /// an apostrophe in front keeps it a text (OWASP ASVS 5.0, 1.2.10).
    pub(crate) fn text(&mut self, text: &str) {
        let begins = [
            '=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠',
        ];
        let is_formula = text.starts_with(begins);
        let guard = if is_formula { "'" } else { "" };
        self.raw(&format!("{guard}{text}"));
    }

    /// Writes a cell as it is: a number, a text of our own, or one that has its guard against formulas.
    pub(crate) fn raw(&mut self, text: &str) {
        if !self.is_first {
            self.text.push(',');
        }
        self.is_first = false;
        // A semicolon separates columns where the comma is a decimal point.
        if text.contains([',', ';', '"', '\n', '\r', '\t']) {
            self.text += &format!("\"{}\"", text.replace('"', "\"\""));
        } else {
            self.text += text;
        }
    }

    pub(crate) fn end(&mut self) {
        self.text += "\r\n";
        self.is_first = true;
    }
}
