//! SVG, of which only drawing is left: it is read, and what is known to be harmless is written anew.
//!
//! No script, no event, no animation, no link, no picture within it, no reference but to a part of
//! itself, nothing of another vocabulary, no entity.

use super::bad::BadLogo;
use crate::formats::xml::{escaped, unescaped};
use crate::model::decimal::{read_any, write};

/// How wide or high it says that it is, whichever is more: it can be drawn at any size.
const SIDE: f64 = 600.0;
/// How deep elements may lie in one another.
const MAX_DEPTH: usize = 64;

/// What draws.
const DRAWING: [&str; 8] = [
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
];
/// What else may be there. Of a gradient, a reference to another one is kept.
const OTHERS: [&str; 12] = [
    "svg",
    "g",
    "defs",
    "title",
    "desc",
    "tspan",
    "style",
    "clipPath",
    "mask",
    "stop",
    "linearGradient",
    "radialGradient",
];
/// What of others is said of how they are drawn.
const ATTRIBUTES: &str = " alignment-baseline baseline-shift clip-path clip-rule clipPathUnits color \
    cx cy d display dominant-baseline dx dy fill fill-opacity fill-rule font-family font-size \
    font-stretch font-style font-variant font-weight fr fx fy gradientTransform gradientUnits height \
    letter-spacing mask mask-type maskContentUnits maskUnits offset opacity paint-order pathLength \
    points preserveAspectRatio r rotate rx ry shape-rendering spreadMethod stop-color stop-opacity \
    stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit \
    stroke-opacity stroke-width style text-anchor text-decoration text-rendering textLength transform \
    transform-origin vector-effect visibility width word-spacing x x1 x2 y y1 y2 ";
/// What a value has in it that could fetch, run or hide something.
const HARMFUL: [&str; 8] = [
    "\\",
    "@",
    "image",
    "src",
    "script",
    "expression",
    "data:",
    "//",
];

/// What is left of it, and its size.
///
/// # Errors
/// Says what is wrong with it.
pub fn clean(text: &str) -> Result<(String, (u32, u32)), BadLogo> {
    if !text.starts_with('<') {
        return Err(BadLogo::OtherKind);
    }
    let mut drawing = Drawing::default();
    let mut rest = text;
    while let Some((said, after)) = rest.split_once('<') {
        drawing.text(said);
        rest = drawing.markup(after)?;
    }
    if !drawing.open.is_empty() || !rest.trim().is_empty() {
        return Err(BadLogo::Damaged);
    }
    match drawing.size {
        None => Err(BadLogo::OtherKind),
        Some(_) if !drawing.draws => Err(BadLogo::Nothing),
        Some(size) => Ok((drawing.out, size)),
    }
}

/// An element that is open.
struct Element<'a> {
    name: &'a str,
    /// Whether it is written. Nothing within one that is not is.
    is_kept: bool,
}

#[derive(Default)]
struct Drawing<'a> {
    out: String,
    open: Vec<Element<'a>>,
    size: Option<(u32, u32)>,
    draws: bool,
}

impl<'a> Drawing<'a> {
    /// What begins behind `<`. Returns what follows it.
    fn markup(&mut self, after: &'a str) -> Result<&'a str, BadLogo> {
        let past = |end: &str| after.split_once(end).ok_or(BadLogo::Damaged);
        if after.starts_with("!--") {
            return Ok(past("-->")?.1);
        }
        if let Some(data) = after.strip_prefix("![CDATA[") {
            let (said, rest) = data.split_once("]]>").ok_or(BadLogo::Damaged)?;
            self.plain(said);
            return Ok(rest);
        }
        if after.starts_with('?') {
            return Ok(past("?>")?.1);
        }
        if after.starts_with('!') {
            // A type may declare entities, which are never known here.
            let (head, _) = past(">")?;
            return Ok(past(if head.contains('[') { "]>" } else { ">" })?.1);
        }
        if let Some(end) = after.strip_prefix('/') {
            let (name, rest) = end.split_once('>').ok_or(BadLogo::Damaged)?;
            let closed = self.open.pop().ok_or(BadLogo::Damaged)?;
            if closed.name != name.trim_end() {
                return Err(BadLogo::Damaged);
            }
            if closed.is_kept {
                self.out += &format!("</{}>", closed.name);
            }
            return Ok(rest);
        }
        self.element(after)
    }

    fn element(&mut self, after: &'a str) -> Result<&'a str, BadLogo> {
        let end = after.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        let (name, rest) = after.split_at(end.ok_or(BadLogo::Damaged)?);
        let (all, is_empty, rest) = attributes(rest)?;
        if self.open.is_empty() {
            if self.size.is_some() || name != "svg" {
                return Err(BadLogo::OtherKind);
            }
            let size = self.root(&all)?;
            self.size = Some(size);
        } else {
            let parent = self.open.last().is_none_or(|parent| parent.is_kept);
            let is_known = DRAWING.contains(&name) || OTHERS.contains(&name);
            if self.open.len() > MAX_DEPTH {
                return Err(BadLogo::Damaged);
            }
            let is_kept = parent && is_known;
            if is_kept {
                self.out += &format!("<{name}");
                self.attributes(name, &all);
                self.out += ">";
                self.draws |= DRAWING.contains(&name);
            }
            self.open.push(Element { name, is_kept });
        }
        if is_empty {
            let closed = self.open.pop();
            if closed.is_some_and(|closed| closed.is_kept) {
                self.out += &format!("</{name}>");
            }
        }
        Ok(rest)
    }

    /// The outermost element, at a size of its own.
    fn root(&mut self, all: &[(&'a str, &'a str)]) -> Result<(u32, u32), BadLogo> {
        let of = |name: &str| {
            all.iter()
                .find(|(n, _)| *n == name)
                .map(|(_, value)| *value)
        };
        let side = |name| of(name).and_then(length).map(write);
        let own = || Some(format!("0 0 {} {}", side("width")?, side("height")?));
        let view = of("viewBox").map(str::to_owned).or_else(own);
        let numbers = view.ok_or(BadLogo::Size)?;
        let numbers = numbers.split([' ', ',', '\t', '\n', '\r']);
        let numbers = numbers.filter(|n| !n.is_empty()).map(read_any);
        let numbers: Option<Vec<_>> = numbers.collect();
        let Some([x, y, wide, high]) = numbers.as_deref() else {
            return Err(BadLogo::Size);
        };
        let is_sound = |n: &f64| n.is_finite() && n.abs() < 1e6;
        if ![x, y, wide, high].into_iter().all(is_sound) || *wide <= 0.0 || *high <= 0.0 {
            return Err(BadLogo::Size);
        }
        let scale = SIDE / wide.max(*high);
        let pixels = |side: &f64| (side * scale).round().max(1.0) as u32;
        let size = (pixels(wide), pixels(high));
        let [x, y, wide, high] = [x, y, wide, high].map(|n| write(*n));
        self.out += &format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"{x} {y} {wide} {high}\"",
            size.0, size.1
        );
        let others: Vec<_> = all
            .iter()
            .filter(|(name, _)| !matches!(*name, "width" | "height" | "x" | "y" | "viewBox"))
            .copied()
            .collect();
        self.attributes("svg", &others);
        self.out += ">";
        self.open.push(Element {
            name: "svg",
            is_kept: true,
        });
        Ok(size)
    }

    fn attributes(&mut self, of: &str, all: &[(&str, &str)]) {
        for (name, value) in all {
            let Some(value) = unescaped(value) else {
                continue;
            };
            let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ');
            let is_reference = of.ends_with("Gradient") && value.starts_with('#');
            let (name, is_kept) = match *name {
                "id" | "class" => (*name, value.chars().all(is_name)),
                // The older of both names, where both are said, says the same.
                "xlink:href" if all.iter().any(|(other, _)| *other == "href") => ("", false),
                "href" | "xlink:href" => ("href", is_reference && is_harmless(&value)),
                name => {
                    let is_known = ATTRIBUTES.contains(&format!(" {name} "));
                    (name, is_known && is_harmless(&value))
                }
            };
            if is_kept {
                self.out += &format!(" {name}=\"{}\"", escaped(&plain(&value)));
            }
        }
    }

    fn text(&mut self, said: &str) {
        if let Some(said) = unescaped(said) {
            self.plain(&said);
        }
    }

    fn plain(&mut self, said: &str) {
        let Some(parent) = self.open.last().filter(|parent| parent.is_kept) else {
            return;
        };
        let is_kept = match parent.name {
            "text" | "tspan" | "title" | "desc" => true,
            "style" => is_harmless(said),
            _ => false,
        };
        if is_kept {
            self.out += &escaped(&plain(said));
        }
    }
}

/// A text without what XML does not allow.
fn plain(text: &str) -> String {
    let is_allowed = |c: &char| {
        matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars().filter(is_allowed).collect()
}

/// The attributes of an element, whether it ends at once, and what follows.
type Attributes<'a> = (Vec<(&'a str, &'a str)>, bool, &'a str);

fn attributes(mut rest: &str) -> Result<Attributes<'_>, BadLogo> {
    let mut all: Vec<(&str, &str)> = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(rest) = rest.strip_prefix("/>") {
            return Ok((all, true, rest));
        }
        if let Some(rest) = rest.strip_prefix('>') {
            return Ok((all, false, rest));
        }
        let (name, after) = rest.split_once('=').ok_or(BadLogo::Damaged)?;
        let (name, after) = (name.trim_end(), after.trim_start());
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let quote = quote.ok_or(BadLogo::Damaged)?;
        let (value, after) = after[1..].split_once(quote).ok_or(BadLogo::Damaged)?;
        let is_twice = all.iter().any(|(other, _)| *other == name);
        if is_twice
            || name.is_empty()
            || name.contains(['<', '>', '"', '\''])
            || value.contains('<')
        {
            return Err(BadLogo::Damaged);
        }
        all.push((name, value));
        rest = after;
    }
}

/// Whether a value refers to nothing but parts of the drawing itself.
fn is_harmless(value: &str) -> bool {
    let plain = value
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control());
    let plain = plain.collect::<String>().to_ascii_lowercase();
    let mut behind = plain.split("url").skip(1);
    behind.all(|rest| {
        ["(#", "('#", "(\"#"]
            .iter()
            .any(|own| rest.starts_with(own))
    }) && HARMFUL.iter().all(|harm| !plain.contains(harm))
}

/// A length in whatever unit; only what it is beside the other counts.
fn length(text: &str) -> Option<f64> {
    let text = text
        .trim()
        .trim_end_matches(|c: char| c.is_ascii_alphabetic());
    read_any(text.trim_end())
}
