//! What is to be done by a day, as a calendar that every program reads: RFC 5545.
//!
//! An all-day event for each action, since most calendars take in no to-dos. The id of an event is made
//! from the action's, so whoever takes the file in again moves the event instead of adding another.

use crate::model::text::cut_bytes;
use crate::model::{ActionId, Assessment, AssessmentId, Day, Questionnaire};
use crate::words::words;

/// The most bytes of a line, without its end.
const MOST: usize = 75;

/// The actions that are still to be done and have a day. `now` is the moment in RFC 3339, in UTC.
#[must_use]
pub fn encode(q: &Questionnaire, a: &Assessment, now: &str) -> String {
    let mut out = String::new();
    for fixed in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Plumbline//EN"] {
        line(&mut out, fixed);
    }
    for (id, action, day) in due(a) {
        let about = action.moves.as_ref().and_then(|(practice, level)| {
            let title = &q.practice(practice)?.title;
            Some((title, words().level_name(*level)))
        });
        let title = about.as_ref().map(|(title, _)| title.as_str());
        let what = Some(action.what.trim()).filter(|what| !what.is_empty());
        let about = about
            .as_ref()
            .map(|(title, level)| format!("{title}: {level}"));
        let owner = Some(action.owner.trim()).filter(|owner| !owner.is_empty());
        let owner = owner.map(|o| format!("{}: {o}", words().roadmap_page().action_owner));
        let more: Vec<_> = about.into_iter().chain(owner).collect();
        line(&mut out, "BEGIN:VEVENT");
        line(&mut out, &format!("UID:{}", uid(&a.id, id)));
        line(&mut out, &format!("DTSTAMP:{}", moment(now)));
        let day = day.to_string().replace('-', "");
        line(&mut out, &format!("DTSTART;VALUE=DATE:{day}"));
        let summary = what.or(title).unwrap_or(words().roadmap_page().untitled);
        line(&mut out, &format!("SUMMARY:{}", escaped(summary)));
        if !more.is_empty() {
            let more = escaped(&more.join("\n"));
            line(&mut out, &format!("DESCRIPTION:{more}"));
        }
        line(&mut out, "TRANSP:TRANSPARENT");
        line(&mut out, "END:VEVENT");
    }
    line(&mut out, "END:VCALENDAR");
    out
}

/// Whether there is anything for a calendar.
#[must_use]
pub fn has_any(a: &Assessment) -> bool {
    due(a).next().is_some()
}

fn due(a: &Assessment) -> impl Iterator<Item = (&ActionId, &crate::model::Action, Day)> {
    let ahead = a.actions().filter(|(_, action)| action.state.is_ahead());
    ahead.filter_map(|(id, action)| Some((id, action, Day::parse(&action.due)?)))
}

/// Ids are letters, digits and hyphens: nothing to be escaped.
fn uid(assessment: &AssessmentId, action: &ActionId) -> String {
    format!("{action}@{assessment}.plumbline")
}

/// `2026-11-23T14:05:09.123Z` as `20261123T140509Z`.
fn moment(now: &str) -> String {
    let seconds = now.get(..19).unwrap_or("1970-01-01T00:00:00");
    let kept = seconds.chars().filter(|c| !matches!(c, '-' | ':'));
    kept.chain(['Z']).collect()
}

/// A text in which nothing separates, ends or hides.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line, folded where it is too long and never within a letter.
fn line(out: &mut String, text: &str) {
    let mut rest = text;
    let mut room = MOST;
    loop {
        let piece = cut(rest, room);
        out.push_str(piece);
        out.push_str("\r\n");
        rest = &rest[piece.len()..];
        if rest.is_empty() {
            return;
        }
        out.push(' ');
        room = MOST - 1;
    }
}

/// The beginning of a text, as far as it fits: with whole letters and what is written on them, as long
/// as one of those is no longer than a line.
fn cut(text: &str, room: usize) -> &str {
    let whole = cut_bytes(text, room);
    if whole.is_empty() && !text.is_empty() {
        let end = text.floor_char_boundary(room);
        return &text[..end];
    }
    whole
}
