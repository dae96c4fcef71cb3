//! What is right to say of each part, from a second implementation of the rules, and what the table
//! for spreadsheets says of it: the text that every other place is held against.

use super::pages::sheet;
use crate::second_opinion::{Opinion, opinions};
use plumbline::model::{Assessment, Questionnaire};
use plumbline::report::csv;

const LEVELS: [&str; 5] = ["Initial", "Emerging", "Defined", "Measured", "Optimizing"];

pub fn level_name(number: &str) -> String {
    let at: usize = number.parse().unwrap();
    format!("{number} {}", LEVELS[at - 1])
}

/// What is said of one part.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    pub id: String,
    /// Its name in tables: a dimension's with its number.
    pub name: String,
    /// Its name without the number.
    pub title: String,
    /// Empty where it is withheld.
    pub value: String,
    pub low: String,
    pub high: String,
    /// In percent.
    pub known: String,
    /// Its number; empty where it is withheld.
    pub level: String,
    /// The value, or why there is none.
    pub shown: String,
}

impl Said {
    pub fn is_known(&self) -> bool {
        !self.value.is_empty()
    }

    pub fn number(&self) -> Option<i64> {
        self.value.parse().ok()
    }

    pub fn span(&self) -> String {
        match (self.low.as_str(), self.high.as_str()) {
            ("", _) => "none".to_owned(),
            (low, high) if low == high => low.to_owned(),
            (low, high) => format!("{low} to {high}"),
        }
    }

    pub fn known(&self) -> String {
        match self.known.as_str() {
            "" => "none".to_owned(),
            known => format!("{known} %"),
        }
    }

    /// The level reached, or why there is none.
    pub fn level(&self) -> String {
        if self.level.is_empty() {
            self.shown.clone()
        } else {
            level_name(&self.level)
        }
    }

    /// Name, value, interval, coverage and level, as tables of scores have them.
    pub fn row(&self) -> Vec<String> {
        let name = self.name.clone();
        vec![
            name,
            self.shown.clone(),
            self.span(),
            self.known(),
            self.level(),
        ]
    }

    /// The value with what is still possible, where that is more.
    pub fn with_span(&self) -> String {
        if self.low.is_empty() || self.shown == self.span() {
            self.shown.clone()
        } else {
            format!("{} ({})", self.shown, self.span())
        }
    }
}

/// All parts that an assessment asks about.
pub struct Truth {
    pub overall: Said,
    pub disciplines: Vec<Said>,
    pub dimensions: Vec<Said>,
}

impl Truth {
    /// What the table for spreadsheets says, once it is proved to be right.
    pub fn of(q: &'static Questionnaire, a: &Assessment) -> Self {
        let table = sheet(&csv::scores(q, a));
        let right = opinions(q, a);
        let said = |kind: &str, right: &[Opinion]| {
            let rows: Vec<_> = table.rows.iter().filter(|row| row[0] == kind).collect();
            assert_eq!(rows.len(), right.len(), "{kind}");
            let both = rows.into_iter().zip(right);
            both.map(|(row, right)| one(q, row, right)).collect()
        };
        let overall: Vec<Said> = said("overall", &[right.overall]);
        let truth = Self {
            overall: overall[0].clone(),
            disciplines: said("discipline", &right.disciplines),
            dimensions: said("dimension", &right.dimensions),
        };
        assert_eq!(table.rows.len(), truth.all().count());
        truth
    }

    pub fn all(&self) -> impl Iterator<Item = &Said> {
        let parts = self.disciplines.iter().chain([&self.overall]);
        parts.chain(&self.dimensions)
    }

    pub fn part(&self, id: &str) -> Option<&Said> {
        self.all().find(|said| said.id == id)
    }

    /// Disciplines, and the whole below them.
    pub fn profile(&self) -> Vec<Vec<String>> {
        let parts = self.disciplines.iter().chain([&self.overall]);
        parts.map(Said::row).collect()
    }
}

/// The name of a part, and with its number where it is a dimension.
pub fn names(q: &'static Questionnaire, id: &str) -> (String, String) {
    if let Some(d) = q.disciplines.iter().find(|d| d.id.as_str() == id) {
        return (d.title.clone(), d.title.clone());
    }
    match q.dimensions.iter().position(|d| d.id.as_str() == id) {
        Some(at) => {
            let title = q.dimensions[at].title.clone();
            (format!("{} {title}", at + 1), title)
        }
        None => ("Overall".to_owned(), "Overall".to_owned()),
    }
}

fn one(q: &'static Questionnaire, row: &[String], right: &Opinion) -> Said {
    let (name, title) = names(q, &right.id);
    let said = Said {
        id: row[1].clone(),
        name,
        title,
        value: row[3].clone(),
        low: row[4].clone(),
        high: row[5].clone(),
        known: row[6].clone(),
        level: row[7].clone(),
        shown: row[8].clone(),
    };
    assert_eq!((&said.id, &said.title), (&right.id, &row[2]));
    let is_near = |text: &str, number: f64| {
        let printed: f64 = text.parse().unwrap();
        printed.fract() == 0.0 && (printed - number).abs() <= 0.5 + 1e-6
    };
    let Some((value, low, high, known)) = right.four else {
        let texts = [&said.value, &said.low, &said.high, &said.known, &said.level];
        assert_eq!(texts, [""; 5], "{said:?}");
        assert_eq!(said.shown, "Does not apply");
        return said;
    };
    assert!(
        is_near(&said.low, low.float()) && is_near(&said.high, high.float()),
        "{said:?}"
    );
    // A share is never said to be more than it is.
    let percent = known.0 * 100 / known.1;
    assert_eq!(said.known, percent.to_string(), "{said:?}");
    let enough = known.0 * 2 >= known.1;
    match (value, right.level) {
        (Some(value), Some(level)) if enough => {
            assert!(is_near(&said.value, value.float()), "{said:?}");
            assert_eq!(said.shown, said.value);
            assert_eq!(said.level, level.to_string());
        }
        _ => {
            assert_eq!([&said.value, &said.level], ["", ""], "{said:?}");
            let why = if right.is_answered {
                "Too early to say"
            } else {
                "No answers yet"
            };
            assert_eq!(said.shown, why, "{said:?}");
        }
    }
    said
}
