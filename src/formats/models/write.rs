//! A draft as a document, with where it is from at its head.

use super::draft::{Draft, Practice};
use std::fmt::Write;

/// The document.
pub fn document(draft: &Draft) -> String {
    let mut out = String::new();
    let source = &draft.source;
    let _ = writeln!(out, "# Made from {}.", source.title);
    if !source.url.is_empty() {
        let _ = writeln!(out, "# {}", source.url);
    }
    let _ = writeln!(out, "# Licence: {}", source.licence);
    out += "# Correct what is not as it should be; `plumbline check` says what is left.\n#\n";
    for line in draft.coverage.to_string().lines() {
        let _ = writeln!(out, "# {line}");
    }
    out += "\n[questionnaire]\n";
    for (field, value) in [
        ("id", &draft.id),
        ("version", &draft.version),
        ("title", &draft.title),
        ("language", &draft.language),
    ] {
        text(&mut out, field, value);
    }
    out += "\n[source]\n";
    text(&mut out, "title", &source.title);
    if !source.url.is_empty() {
        text(&mut out, "url", &source.url);
    }
    text(&mut out, "licence", &source.licence);
    for (id, title, goal) in &draft.disciplines {
        out += "\n[[discipline]]\n";
        for (field, value) in [("id", id), ("title", title), ("goal", goal)] {
            text(&mut out, field, value);
        }
    }
    for (id, discipline, title) in &draft.dimensions {
        out += "\n[[dimension]]\n";
        for (field, value) in [("id", id), ("discipline", discipline), ("title", title)] {
            text(&mut out, field, value);
        }
    }
    for each in &draft.practices {
        practice(&mut out, each);
    }
    out
}

fn practice(out: &mut String, p: &Practice) {
    *out += "\n[[practice]]\n";
    for (field, value) in [
        ("id", &p.id),
        ("dimension", &p.dimension),
        ("title", &p.title),
        ("question", &p.question),
        ("why", &p.why),
    ] {
        text(out, field, value);
    }
    list(out, "levels", &p.levels);
    text(out, "how_to_tell", &p.how_to_tell);
    list(out, "steps", &p.steps);
    let effort = p.effort.map(|effort| quoted(&effort.to_string()));
    let _ = writeln!(out, "effort = [{}]", effort.join(", "));
    *out += "sources = [\n";
    for (title, url) in &p.sources {
        let (title, url) = (quoted(title), quoted(url));
        let _ = writeln!(out, "  {{ title = {title}, url = {url} }},");
    }
    *out += "]\n";
}

fn text(out: &mut String, field: &str, value: &str) {
    let _ = writeln!(out, "{field} = {}", quoted(value));
}

fn list(out: &mut String, field: &str, values: &[String]) {
    let _ = writeln!(out, "{field} = [");
    for value in values {
        let _ = writeln!(out, "  {},", quoted(value));
    }
    *out += "]\n";
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out += "\\\"",
            '\\' => out += "\\\\",
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
