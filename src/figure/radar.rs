//! The radar of dimensions: values as a line with markers, intervals as a band.

use super::marks::{Area, Drawn, Marks};
use super::{Ink, Sign, round, turn::turn};
use crate::advice::aims;
use crate::model::{Assessment, Questionnaire};
use crate::scoring::Scorecard;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// One axis: a dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// The dimension's id.
    pub id: String,
    /// Its number in every table and figure, from 1.
    pub number: usize,
    /// The dimension's name.
    pub label: String,
    /// The discipline that it is of.
    pub sign: Sign,
    /// 0 to 100 points; `None` where too little is known.
    pub value: Option<f64>,
    /// Lowest and highest value still possible, 0 to 100 points.
    pub interval: (f64, f64),
    /// The known share of what applies, 0 to 1.
    pub coverage: Option<f64>,
    /// 0 to 100 points: the value once the team's own targets are reached. `None` where it set
    /// none, or is there.
    pub target: Option<f64>,
    /// 0 to 100 points: the value at an earlier state, where one is compared with.
    pub earlier: Option<f64>,
}

/// The radar, as data. Axes with nothing applicable are left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Radar {
    /// The axes, clockwise from the top.
    pub axes: Vec<Axis>,
}

/// From this many axes on, and on narrow figures, axes carry numbers instead of names.
const MOST_NAMES: usize = 16;
/// Below this width, in CSS pixels, axes carry numbers.
const NARROW: f64 = 460.0;
/// Where level 1 to 5 are worth 0, 25, 50, 75, 100 points.
pub(super) const RINGS: [(f64, &str); 4] = [(25.0, "2"), (50.0, "3"), (75.0, "4"), (100.0, "5")];
/// The most characters in a line of a name.
const LINE: usize = 15;

impl Radar {
    /// The dimensions of a scorecard.
    #[must_use]
    pub fn of(questionnaire: &Questionnaire, scorecard: &Scorecard) -> Self {
        let axis = |score: &crate::scoring::Score| {
            let number = questionnaire.number_of(&score.id)?;
            Some(Axis {
                id: score.id.clone(),
                coverage: score.coverage,
                number,
                label: questionnaire.dimensions[number - 1].title.clone(),
                sign: Sign::of(questionnaire.dimensions[number - 1].discipline.as_str()),
                value: score.value(),
                interval: (score.low?, score.high?),
                target: None,
                earlier: None,
            })
        };
        Self {
            axes: scorecard.dimensions.iter().filter_map(axis).collect(),
        }
    }

    /// The same with the team's own targets. Who has set none, sees none.
    #[must_use]
    pub fn with_targets(mut self, q: &Questionnaire, a: &Assessment) -> Self {
        for (id, aim) in aims(q, a) {
            let number = q.number_of(id);
            let mut axes = self.axes.iter_mut();
            // Where nothing can be said of today, nothing can be said of where it leads.
            if let Some(axis) = axes.find(|x| number == Some(x.number)) {
                axis.target = Some(aim);
            }
        }
        self
    }

    /// The same with the values of an earlier state as an outline.
    #[must_use]
    pub fn with_earlier(mut self, questionnaire: &Questionnaire, earlier: &Scorecard) -> Self {
        for was in Self::of(questionnaire, earlier).axes {
            let mut axes = self.axes.iter_mut();
            if let Some(axis) = axes.find(|x| x.number == was.number) {
                axis.earlier = was.value;
            }
        }
        self
    }

    /// The axes with the highest and those with the lowest value, as values are printed: whole, so
    /// that two which look alike are a tie. `None` where no two differ.
    #[must_use]
    pub fn extremes(&self) -> Option<(Vec<&Axis>, Vec<&Axis>)> {
        let valued = || self.axes.iter().filter_map(|a| Some((a, a.value?.round())));
        let highest = valued().map(|(_, v)| v).max_by(f64::total_cmp)?;
        let lowest = valued().map(|(_, v)| v).min_by(f64::total_cmp)?;
        let at = |value: f64| {
            // Both are whole.
            let own = valued().filter(move |(_, v)| (v - value).abs() < 0.5);
            own.map(|(axis, _)| axis).collect()
        };
        (highest > lowest).then(|| (at(highest), at(lowest)))
    }

    /// The height on the screen, in CSS pixels, and that of one with few axes.
    pub const HEIGHT: f64 = 544.0;
    pub(super) const SMALL: f64 = 380.0;

    /// Whether bars are easier to read than a radar at this width in CSS pixels.
    #[must_use]
    pub fn is_narrow(&self, width: f64) -> bool {
        width < NARROW
    }

    /// Whether axes carry numbers, explained by the table, instead of names, at this width in CSS
    /// pixels.
    #[must_use]
    pub fn is_numbered(&self, width: f64) -> bool {
        width < NARROW || self.axes.len() > MOST_NAMES
    }

    /// The sign of the one discipline that it shows, or none.
    fn sign(&self) -> Sign {
        let mut signs = self.axes.iter().map(|axis| axis.sign);
        let first = signs.next().unwrap_or_default();
        if signs.all(|sign| sign == first) {
            first
        } else {
            Sign::Plain
        }
    }

    /// The radar drawn on `size` device pixels. `scale` is device pixels per CSS pixel.
    #[must_use]
    pub fn marks(&self, size: (u32, u32), ink: Ink, scale: f64) -> Marks {
        Marks::of(size, |area| self.draw(area, ink, scale))
    }

    fn draw(&self, area: &Area<'_>, ink: Ink, scale: f64) -> Drawn {
        let (w, h) = area.dim_in_pixel();
        let numbered = self.is_numbered(f64::from(w) / scale);
        let frame = Frame::new(f64::from(w), f64::from(h), self.axes.len(), numbered, scale);
        let rgb = |(r, g, b)| RGBColor(r, g, b);
        let hue = self.sign().colour(&ink);
        let (text_colour, grid_colour) = (rgb(ink.text), rgb(ink.grid));
        let line = |colour: (u8, u8, u8), width: f64| rgb(colour).stroke_width(frame.px(width));

        for (points, _) in RINGS {
            let ring: Vec<_> = (0..=self.axes.len()).map(|i| frame.at(i, points)).collect();
            area.draw(&PathElement::new(ring, line(ink.grid, 1.0)))?;
        }
        for i in 0..self.axes.len() {
            area.draw(&PathElement::new(
                [frame.at(i, 0.0), frame.at(i, 100.0)],
                line(ink.grid, 1.0),
            ))?;
        }
        for (points, level) in RINGS {
            let (x, y) = frame.at(0, points);
            let style = frame.font(13.0, &grid_colour, Pos::new(HPos::Left, VPos::Top));
            let at = (x + frame.whole(3.0), y + frame.whole(2.0));
            area.draw(&Text::new(level, at, style))?;
        }

        // A ring: out along the highest values, back along the lowest.
        let n = self.axes.len();
        let edge = |i: usize, high: bool| {
            let (l, h) = self.axes[i % n].interval;
            frame.at(i, if high { h } else { l })
        };
        if n > 0 {
            let out = (0..=n).map(|i| edge(i, true));
            let band: Vec<_> = out.chain((0..=n).rev().map(|i| edge(i, false))).collect();
            area.draw(&Polygon::new(band, rgb(hue).mix(0.22).filled()))?;
        }

        for (i, axis) in self.axes.iter().enumerate() {
            // Dashes, so that it is not taken for the value.
            let Some(was) = axis.earlier else { continue };
            if let Some(next) = self.axes[(i + 1) % n].earlier {
                let (from, to) = (frame.at(i, was), frame.at(i + 1, next));
                for dash in dashes(from, to, frame.px(5.0)) {
                    area.draw(&PathElement::new(dash, line(ink.text, 1.5)))?;
                }
            }
        }

        // What is alike is drawn one after the other: a canvas draws it at once.
        let values = || {
            self.axes
                .iter()
                .enumerate()
                .filter_map(|(i, x)| Some((i, x.value?)))
        };
        for (i, value) in values() {
            if let Some(next) = self.axes[(i + 1) % n].value {
                let segment = [frame.at(i, value), frame.at(i + 1, next)];
                area.draw(&PathElement::new(segment, line(hue, 2.5)))?;
            }
        }
        for (i, value) in values() {
            let at = frame.at(i, value);
            area.draw(&Circle::new(at, frame.whole(4.0), rgb(hue).filled()))?;
        }

        for (i, axis) in self.axes.iter().enumerate() {
            // A ring round the place where the targets lead, and a thin line up to it.
            let Some(target) = axis.target else { continue };
            let from = axis.value.unwrap_or(0.0);
            let path = [frame.at(i, from), frame.at(i, target)];
            area.draw(&PathElement::new(path, line(ink.text, 1.5)))?;
            let ring = rgb(ink.text).stroke_width(frame.px(1.5));
            let corners = frame.diamond(i, target);
            area.draw(&PathElement::new(corners, ring))?;
        }

        for (i, axis) in self.axes.iter().enumerate() {
            let lines = if numbered {
                vec![axis.number.to_string()]
            } else {
                wrap(&axis.label)
            };
            let (x, y) = frame.label(i);
            let style = frame.font(13.0, &text_colour, Pos::new(frame.side(i), VPos::Center));
            for (k, text) in (0_u8..).zip(&lines) {
                let middle = (lines.len() as f64 - 1.0) / 2.0;
                let down = frame.whole((f64::from(k) - middle) * 16.0);
                area.draw(&Text::new(text.as_str(), (x, y + down), style.clone()))?;
            }
        }
        Ok(())
    }
}

/// Every other piece of a line, each about `long` pixels.
fn dashes(from: (i32, i32), to: (i32, i32), long: u32) -> impl Iterator<Item = [(i32, i32); 2]> {
    let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let length = (dx * dx + dy * dy).sqrt();
    let pieces = round(length / f64::from(long.max(1))).clamp(1, 400);
    let at = move |piece: i32| {
        let share = f64::from(piece) / f64::from(pieces);
        (from.0 + round(dx * share), from.1 + round(dy * share))
    };
    (0..pieces)
        .step_by(2)
        .map(move |k| [at(k), at((k + 1).min(pieces))])
}

/// Where things lie, in device pixels.
pub(super) struct Frame {
    centre: (f64, f64),
    radius: f64,
    axes: f64,
    scale: f64,
}

impl Frame {
    pub(super) fn new(w: f64, h: f64, axes: usize, numbered: bool, scale: f64) -> Self {
        // Room for the names: about 15 characters beside, two lines above and below.
        let (beside, above) = if numbered {
            (26.0, 32.0)
        } else {
            (128.0, 44.0)
        };
        let radius = (w / 2.0 - beside * scale)
            .min(h / 2.0 - above * scale)
            .max(0.0);
        Self {
            centre: (w / 2.0, h / 2.0),
            radius,
            axes: axes.max(1) as f64,
            scale,
        }
    }

    /// How far axis `i` points to the right and up: the sine and cosine of its angle.
    fn direction(&self, i: usize) -> (f64, f64) {
        turn(i as f64 / self.axes)
    }

    fn polar(&self, i: usize, distance: f64) -> (i32, i32) {
        let (sin, cos) = self.direction(i);
        let (x, y) = (
            self.centre.0 + distance * sin,
            self.centre.1 - distance * cos,
        );
        (round(x), round(y))
    }

    fn at(&self, i: usize, points: f64) -> (i32, i32) {
        self.polar(i, points / 100.0 * self.radius)
    }

    /// A diamond round a point.
    fn diamond(&self, i: usize, points: f64) -> [(i32, i32); 5] {
        let ((x, y), r) = (self.at(i, points), self.whole(6.0));
        [(x, y - r), (x + r, y), (x, y + r), (x - r, y), (x, y - r)]
    }

    pub(super) fn label(&self, i: usize) -> (i32, i32) {
        // Names above and below have two lines.
        let (_, cos) = self.direction(i);
        self.polar(i, self.radius + (14.0 + 8.0 * cos.abs()) * self.scale)
    }

    /// Names stand outside the circle: to the left of it they end at their point.
    pub(super) fn side(&self, i: usize) -> HPos {
        match self.direction(i).0 {
            s if s > 0.15 => HPos::Left,
            s if s < -0.15 => HPos::Right,
            _ => HPos::Center,
        }
    }

    fn whole(&self, css: f64) -> i32 {
        round(css * self.scale)
    }

    fn px(&self, css: f64) -> u32 {
        u32::try_from(self.whole(css)).unwrap_or(1).max(1)
    }

    fn font<'c>(&self, css: f64, colour: &'c RGBColor, pos: Pos) -> TextStyle<'c> {
        TextStyle::from((FontFamily::SansSerif, css * self.scale).into_font())
            .color(colour)
            .pos(pos)
    }
}

/// Breaks a name into lines of about [`LINE`] characters, between words.
fn wrap(label: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in label.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
