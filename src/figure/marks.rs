//! A drawing as data: what was drawn, to be drawn again over any plotters backend.
//!
//! A figure is drawn once, into marks; screen, file and report replay them. So the code that draws a
//! figure exists once in the wasm, whatever number of backends there are.

use super::Ink;
use super::fit::fit;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind,
};
use std::convert::Infallible;
use std::fmt;

/// What was drawn, in the order of drawing. Places are in device pixels.
#[derive(Clone)]
enum Mark {
    Line(Vec<BackendCoord>, Pen),
    Area(Vec<BackendCoord>, Pen),
    Dot(BackendCoord, u32, Pen),
    Text(String, BackendCoord, Pen, f64, (Pos, FontTransform)),
}

impl Mark {
    fn shift(&mut self, right: i32, down: i32) {
        let by = |at: &mut BackendCoord| *at = (at.0 + right, at.1 + down);
        match self {
            Self::Line(path, _) | Self::Area(path, _) => path.iter_mut().for_each(by),
            Self::Dot(at, ..) | Self::Text(_, at, ..) => by(at),
        }
    }

    fn grow(&mut self, times: u32) {
        let by = |at: &mut BackendCoord| {
            let times = times.cast_signed();
            *at = (at.0 * times, at.1 * times);
        };
        match self {
            Self::Line(path, pen) | Self::Area(path, pen) => {
                path.iter_mut().for_each(by);
                pen.width *= times;
            }
            Self::Dot(at, radius, pen) => {
                by(at);
                *radius *= times;
                pen.width *= times;
            }
            Self::Text(_, at, _, size, _) => {
                by(at);
                *size *= f64::from(times);
            }
        }
    }
}

/// A colour and a width.
#[derive(Clone, Copy)]
struct Pen {
    colour: BackendColor,
    width: u32,
}

impl Pen {
    fn of(style: &impl BackendStyle) -> Self {
        Self {
            colour: style.color(),
            width: style.stroke_width(),
        }
    }
}

impl BackendStyle for Pen {
    fn color(&self) -> BackendColor {
        self.colour
    }
    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// A drawing of a certain size.
#[derive(Clone)]
pub struct Marks {
    /// Width and height, in device pixels.
    pub size: (u32, u32),
    list: Vec<Mark>,
}

/// Two drawings are the same where all of what they show is.
impl PartialEq for Marks {
    fn eq(&self, other: &Self) -> bool {
        self.svg() == other.svg()
    }
}

impl fmt::Debug for Marks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.svg())
    }
}

impl Marks {
    /// What `draw` draws on an area of this size.
    #[must_use]
    pub fn of(size: (u32, u32), draw: impl FnOnce(&Area<'_>) -> Drawn) -> Self {
        let mut marks = Self {
            size,
            list: Vec::new(),
        };
        // Noting down cannot fail, and a text whose size is unknown is left out.
        drop(draw(&Recorder(&mut marks).into_drawing_area()));
        marks
    }

    /// Draws all of it on `backend`, its texts in this font, so many times as large.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn replay<DB: DrawingBackend>(
        &self,
        backend: &mut DB,
        (family, grown): (FontFamily, f64),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        for mark in &self.list {
            match mark {
                Mark::Line(path, pen) => backend.draw_path(path.iter().copied(), pen)?,
                Mark::Area(path, pen) => backend.fill_polygon(path.iter().copied(), pen)?,
                Mark::Dot(at, radius, pen) => backend.draw_circle(*at, *radius, pen, true)?,
                Mark::Text(text, at, pen, size, pos) => {
                    let (r, g, b) = pen.colour.rgb;
                    let (pos, turn) = pos;
                    let font = (family, size * grown).into_font().transform(turn.clone());
                    let colour = RGBColor(r, g, b);
                    let style = TextStyle::from(font).color(&colour).pos(*pos);
                    backend.draw_text(text, &style, *at)?;
                }
            }
        }
        backend.present()
    }

    /// The same drawing, so many times as large.
    #[must_use]
    pub fn grown(mut self, times: u32) -> Self {
        for mark in &mut self.list {
            mark.grow(times);
        }
        self.size = (self.size.0 * times, self.size.1 * times);
        self
    }

    /// The same drawing on white paper, below lines that say what it is, the first of them larger.
    #[must_use]
    pub fn below(mut self, lines: &[String], ink: Ink, scale: f64) -> Self {
        let size = |css: f64| (css * scale).round();
        #[expect(clippy::cast_possible_truncation, reason = "pixels on a canvas")]
        let px = |css: f64| size(css) as i32;
        let (margin, line) = (px(16.0), px(20.0));
        let head = margin + line * i32::try_from(lines.len()).unwrap_or_default() + px(12.0);
        for mark in &mut self.list {
            mark.shift(margin, head);
        }
        let more = |by: i32| u32::try_from(by).unwrap_or_default();
        self.size.0 += 2 * more(margin);
        self.size.1 += more(head + margin);
        let (w, h) = self.size;
        let corner = |x: u32, y: u32| (x.cast_signed(), y.cast_signed());
        let pen = |(r, g, b)| Pen {
            colour: BackendColor {
                alpha: 1.0,
                rgb: (r, g, b),
            },
            width: 1,
        };
        let paper = vec![corner(0, 0), corner(w, 0), corner(w, h), corner(0, h)];
        let mut all = vec![Mark::Area(paper, pen((255, 255, 255)))];
        let pos = Pos::new(HPos::Left, VPos::Top);
        for (i, text) in (0..).zip(lines) {
            let height = if i == 0 { 17.0 } else { 13.0 };
            let at = (margin, margin + line * i);
            let room = f64::from(w) - 2.0 * f64::from(margin);
            let text = fit(text, room, size(height));
            let pos = (pos, FontTransform::None);
            all.push(Mark::Text(text, at, pen(ink.text), size(height), pos));
        }
        all.append(&mut self.list);
        self.list = all;
        self
    }

    /// The drawing as an SVG document.
    #[must_use]
    pub fn svg(&self) -> String {
        let mut svg = String::new();
        let mut backend = SVGBackend::with_string(&mut svg, self.size);
        // Writing into a text cannot fail.
        // The backend takes a size for one of print, and makes it smaller.
        drop(self.replay(&mut backend, (FontFamily::SansSerif, 1.24)));
        drop(backend);
        svg
    }
}

/// Where figures are drawn.
pub type Area<'m> = DrawingArea<Recorder<'m>, plotters::coord::Shift>;
/// What drawing gives.
pub type Drawn = Result<(), DrawingAreaErrorKind<Infallible>>;

/// Notes down what is drawn.
pub struct Recorder<'m>(&'m mut Marks);

impl Recorder<'_> {
    fn note(&mut self, mark: Mark) -> Result<(), DrawingErrorKind<Infallible>> {
        self.0.list.push(mark);
        Ok(())
    }
}

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.0.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(
        &mut self,
        at: BackendCoord,
        colour: BackendColor,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.note(Mark::Dot(at, 1, Pen { colour, width: 1 }))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.note(Mark::Line(path.into_iter().collect(), Pen::of(style)))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.note(Mark::Area(path.into_iter().collect(), Pen::of(style)))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        at: BackendCoord,
        radius: u32,
        style: &S,
        _: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.note(Mark::Dot(at, radius, Pen::of(style)))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let pen = Pen {
            colour: style.color(),
            width: 1,
        };
        let anchor = style.anchor();
        let pos = (Pos::new(anchor.h_pos, anchor.v_pos), style.transform());
        self.note(Mark::Text(text.to_owned(), at, pen, style.size(), pos))
    }
}
