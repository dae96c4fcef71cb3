//! Frames of Grafana: a list of values for each field, side by side.
//! <https://grafana.com/developers/dataplane/>

use super::lex::{Lex, Scalar};
use super::rows::Read;
use crate::events::table::Span;
use crate::formats::table::sheet::MOST_COLUMNS;

/// One frame: the names of its fields, what it is about, and the values of each field.
#[derive(Default)]
struct Frame {
    names: Vec<Span>,
    about: Span,
    values: Vec<Vec<Span>>,
}

/// The columns and cells of all frames of a text that is known to be JSON. The first frame names the
/// columns; the last column says what a row's frame is about.
pub fn read(text: &str) -> Option<(Vec<String>, Read)> {
    let mut frames = Vec::new();
    let mut lex = Lex::new(text);
    while lex.peek() != 0 {
        find(&mut lex, &mut frames)?;
    }
    let first = frames.first()?;
    let width = first.values.len().min(MOST_COLUMNS);
    let name = |at: usize| {
        let span = first.names.get(at).copied().unwrap_or_default();
        text.get(span.start as usize..span.end as usize)
            .unwrap_or("")
            .to_owned()
    };
    let mut names: Vec<String> = (0..width).map(name).collect();
    names.push("series".to_owned());
    let mut spans = Vec::new();
    for frame in &frames {
        let rows = frame.values.iter().map(Vec::len).max().unwrap_or(0);
        for row in 0..rows {
            let cell = |at: usize| frame.values.get(at).and_then(|column| column.get(row));
            spans.extend((0..width).map(|at| cell(at).copied().unwrap_or_default()));
            spans.push(frame.about);
        }
    }
    let more = String::new();
    Some((names, Read { spans, more }))
}

/// Looks for frames in a value, and goes over it.
fn find(lex: &mut Lex<'_>, frames: &mut Vec<Frame>) -> Option<()> {
    match lex.peek() {
        b'{' => object(lex, &mut |lex, key| {
            if key == "frames" && lex.peek() == b'[' {
                return list(lex, &mut |lex| {
                    let mut found = Frame::default();
                    frame(lex, &mut found)?;
                    frames.push(found);
                    Some(())
                });
            }
            find(lex, frames)
        }),
        b'[' => list(lex, &mut |lex| find(lex, frames)),
        _ => lex.skip(),
    }
}

fn frame(lex: &mut Lex<'_>, found: &mut Frame) -> Option<()> {
    if lex.peek() != b'{' {
        return lex.skip();
    }
    object(lex, &mut |lex, key| match (key, lex.peek()) {
        ("schema", b'{') => object(lex, &mut |lex, key| match (key, lex.peek()) {
            ("fields", b'[') => list(lex, &mut |lex| field(lex, found)),
            ("name", b'"') => {
                let (name, _) = lex.string()?;
                found.about = if found.about.is_empty() {
                    name
                } else {
                    found.about
                };
                Some(())
            }
            _ => lex.skip(),
        }),
        ("data", b'{') => object(lex, &mut |lex, key| match (key, lex.peek()) {
            ("values", b'[') => list(lex, &mut |lex| {
                let mut column = Vec::new();
                values(lex, &mut column)?;
                found.values.push(column);
                Some(())
            }),
            _ => lex.skip(),
        }),
        _ => lex.skip(),
    })
}

/// The name and the labels of a field.
fn field(lex: &mut Lex<'_>, found: &mut Frame) -> Option<()> {
    if lex.peek() != b'{' {
        return lex.skip();
    }
    let mut name = Span::default();
    object(lex, &mut |lex, key| match (key, lex.peek()) {
        ("name", b'"') => {
            name = lex.string()?.0;
            Some(())
        }
        ("labels", b'{') => {
            let from = lex.at;
            lex.skip()?;
            found.about = Span::new(from, lex.at);
            Some(())
        }
        _ => lex.skip(),
    })?;
    found.names.push(name);
    Some(())
}

fn values(lex: &mut Lex<'_>, column: &mut Vec<Span>) -> Option<()> {
    if lex.peek() != b'[' {
        return lex.skip();
    }
    list(lex, &mut |lex| {
        let cell = if matches!(lex.peek(), b'{' | b'[') {
            lex.skip()?;
            Span::default()
        } else {
            match lex.scalar()? {
                Scalar::Word(span) | Scalar::Text(span, _) => span,
                Scalar::Null => Span::default(),
            }
        };
        column.push(cell);
        Some(())
    })
}

/// Goes over an object; each value is gone over by who is asked.
fn object<'t>(
    lex: &mut Lex<'t>,
    each: &mut dyn FnMut(&mut Lex<'t>, &'t str) -> Option<()>,
) -> Option<()> {
    lex.take(b'{')?;
    while lex.peek() != b'}' {
        let (key, _) = lex.string()?;
        lex.take(b':')?;
        let key = lex
            .text
            .get(key.start as usize..key.end as usize)
            .unwrap_or("");
        each(lex, key)?;
        if lex.peek() == b',' {
            lex.at += 1;
        }
    }
    lex.take(b'}')
}

fn list<'t>(lex: &mut Lex<'t>, each: &mut dyn FnMut(&mut Lex<'t>) -> Option<()>) -> Option<()> {
    lex.take(b'[')?;
    while lex.peek() != b']' {
        each(lex)?;
        if lex.peek() == b',' {
            lex.at += 1;
        }
    }
    lex.take(b']')
}
