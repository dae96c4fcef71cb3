//! Weeks, months and quarters, by their first day.

use super::months::{month, plain};
use super::wall::{Wall, day};
use crate::model::Day;

/// Its number, if a text is digits alone and no more than this many.
fn number(text: &str, most: usize) -> Option<u32> {
    let is_one = !text.is_empty() && text.len() <= most;
    let is_one = is_one && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| is_one)
}

fn year(text: &str) -> Option<u32> {
    number(text, 4).filter(|year| (1900..2100).contains(year))
}

/// `2024-W09`, `2024W09`, `2024-W09-4`: the Monday, or that day, of a week as ISO 8601 counts them.
#[must_use]
pub fn week(text: &str) -> Option<Wall> {
    let (of, rest) = text.trim().split_once(['W', 'w'])?;
    let (week, weekday) = rest.split_once('-').unwrap_or((rest, "1"));
    let of = year(of.trim_end_matches(['-', ' ']))?;
    let week = number(week, 2).filter(|week| (1..=53).contains(week))?;
    let weekday = number(weekday, 1).filter(|day| (1..=7).contains(day))?;
    // 4 January is always in the first week; 1 January 1970 was a Thursday.
    let fourth = day(of, 1, 4)?.number();
    let monday = fourth - (fourth + 3).rem_euclid(7);
    let days = i64::from((week - 1) * 7 + weekday - 1);
    Some(Wall::day(Day::at(monday + days)))
}

/// `2024-03`, `2024/03`, `03/2024`, `Mar 2024`: the first day of a month.
#[must_use]
pub fn whole_month(text: &str) -> Option<Wall> {
    let (a, b) = text.trim().split_once(['-', '/', ' ', '.'])?;
    let (of, name) = match (year(a), year(b)) {
        (Some(of), None) if a.len() == 4 => (of, b),
        (None, Some(of)) if b.len() == 4 => (of, a),
        _ => return None,
    };
    let in_numbers = number(name, 2);
    let in_words = || {
        let mut word = [0; 16];
        let letters = name.trim_end_matches('.').chars().filter_map(plain);
        let mut length = 0;
        for letter in letters.filter(|letter| *letter != b'?') {
            *word.get_mut(length)? = letter;
            length += 1;
        }
        month(word.get(..length)?)
    };
    day(of, in_numbers.or_else(in_words)?, 1).map(Wall::day)
}

/// `2024-Q1`, `2024Q1`, `Q1 2024`: the first day of a quarter.
#[must_use]
pub fn quarter(text: &str) -> Option<Wall> {
    let (before, behind) = text.trim().split_once(['Q', 'q'])?;
    let (of, quarter) = if before.is_empty() {
        behind
            .split_once([' ', '-', '/'])
            .map(|(quarter, of)| (of, quarter))?
    } else {
        (before.trim_end_matches(['-', ' ', '/']), behind)
    };
    let quarter = number(quarter, 1).filter(|quarter| (1..=4).contains(quarter))?;
    day(year(of)?, quarter * 3 - 2, 1).map(Wall::day)
}
