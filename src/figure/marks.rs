//! A drawing as data: what was drawn, to be drawn again over any plotters backend.
//!
//! A figure is drawn once, into marks; screen, file and report replay them. So the code that draws a
//! figure exists once in the wasm, whatever number of backends there are.

use plotters::prelude::*;
use plotters::style::text_anchor::Pos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind,
};
use std::convert::Infallible;

/// What was drawn, in the order of drawing. Places are in device pixels.
#[derive(Clone)]
enum Mark {
    Line(Vec<BackendCoord>, Pen),
    Area(Vec<BackendCoord>, Pen),
    Dot(BackendCoord, u32, Pen),
    Text(String, BackendCoord, Pen, f64, Pos),
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

    /// Draws all of it on `backend`.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn replay<DB: DrawingBackend>(
        &self,
        backend: &mut DB,
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        for mark in &self.list {
            match mark {
                Mark::Line(path, pen) => backend.draw_path(path.iter().copied(), pen)?,
                Mark::Area(path, pen) => backend.fill_polygon(path.iter().copied(), pen)?,
                Mark::Dot(at, radius, pen) => backend.draw_circle(*at, *radius, pen, true)?,
                Mark::Text(text, at, pen, size, pos) => {
                    let (r, g, b) = pen.colour.rgb;
                    let font = (FontFamily::SansSerif, *size).into_font();
                    let colour = RGBColor(r, g, b);
                    let style = TextStyle::from(font).color(&colour).pos(*pos);
                    backend.draw_text(text, &style, *at)?;
                }
            }
        }
        backend.present()
    }

    /// The drawing as an SVG document.
    #[must_use]
    pub fn svg(&self) -> String {
        let mut svg = String::new();
        let mut backend = SVGBackend::with_string(&mut svg, self.size);
        // Writing into a text cannot fail.
        drop(self.replay(&mut backend));
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
        let pos = Pos::new(anchor.h_pos, anchor.v_pos);
        self.note(Mark::Text(text.to_owned(), at, pen, style.size(), pos))
    }
}
