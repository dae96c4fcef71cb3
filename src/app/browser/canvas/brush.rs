//! A brush for canvases that is dipped seldom. Each word to a canvas is a call out of the wasm, so lines
//! and dots of one colour are drawn at once, and what a canvas knows already is not said again.

use plotters::style::RGBColor;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontTransform,
};
use plotters_canvas::CanvasBackend;
use std::f64::consts::TAU;
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

type Failed = DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>;
type Done = Result<(), Failed>;

/// Red, green, blue, and the opacity in thousandths.
type Colour = ((u8, u8, u8), u32);

/// What a path is for.
#[derive(Clone, Copy, PartialEq)]
enum Use {
    /// Lines of this colour and width.
    Stroke(Colour, u32),
    /// Areas of this colour.
    Fill(Colour),
}

/// Draws on a canvas.
pub struct Brush {
    plain: CanvasBackend,
    context: CanvasRenderingContext2d,
    /// What the path that is begun is for.
    begun: Option<Use>,
    fill: Option<Colour>,
    stroke: Option<(Colour, u32)>,
    /// Of texts: the font's size, and where they lie.
    text: Option<(f64, &'static str, &'static str)>,
}

fn colour(of: BackendColor) -> Colour {
    (of.rgb, (of.alpha * 1000.0) as u32)
}

fn css(((r, g, b), opacity): Colour) -> String {
    match opacity {
        1000 => format!("rgb({r},{g},{b})"),
        _ => format!("rgba({r},{g},{b},{})", f64::from(opacity) / 1000.0),
    }
}

fn at((x, y): BackendCoord) -> (f64, f64) {
    (f64::from(x), f64::from(y))
}

impl Brush {
    /// One for a canvas that was just wiped.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let context = canvas.get_context("2d").ok()??;
        Some(Self {
            context: context.dyn_into().ok()?,
            plain: CanvasBackend::with_canvas_object(canvas)?,
            begun: None,
            fill: None,
            stroke: None,
            text: None,
        })
    }

    /// Goes on with the path that is begun, or begins another. What shines through is drawn by itself:
    /// where it lies on its like, both count.
    fn begin(&mut self, what: Use) {
        let (Use::Stroke((_, opacity), _) | Use::Fill((_, opacity))) = what;
        if self.begun != Some(what) || opacity < 1000 {
            self.end();
            self.context.begin_path();
            self.begun = Some(what);
        }
    }

    /// Draws the path that is begun.
    fn end(&mut self) {
        match self.begun.take() {
            Some(Use::Stroke(colour, width)) => {
                if self.stroke.replace((colour, width)) != Some((colour, width)) {
                    self.context.set_stroke_style_str(&css(colour));
                    self.context.set_line_width(f64::from(width));
                }
                self.context.stroke();
            }
            Some(Use::Fill(colour)) => {
                self.dip(colour);
                self.context.fill();
            }
            None => {}
        }
    }

    fn dip(&mut self, colour: Colour) {
        if self.fill.replace(colour) != Some(colour) {
            self.context.set_fill_style_str(&css(colour));
        }
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        let mut path = path.into_iter().map(at);
        if let Some((x, y)) = path.next() {
            self.context.move_to(x, y);
        }
        path.for_each(|(x, y)| self.context.line_to(x, y));
    }
}

impl DrawingBackend for Brush {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.plain.get_size()
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        self.end();
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Done {
        let (r, g, b) = colour.rgb;
        self.draw_circle(point, 1, &RGBColor(r, g, b), true)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.begin(Use::Stroke(colour(style.color()), style.stroke_width()));
        self.trace(path);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        // By itself: of two areas that lie on each other, one may be taken for a hole.
        self.end();
        self.begin(Use::Fill(colour(style.color())));
        self.trace(path);
        self.end();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        _: bool,
    ) -> Done {
        self.begin(Use::Fill(colour(style.color())));
        let ((x, y), radius) = (at(centre), f64::from(radius));
        self.context.move_to(x + radius, y);
        // A radius below zero would be refused, and there is none.
        drop(self.context.arc(x, y, radius, 0.0, TAU));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        point: BackendCoord,
    ) -> Done {
        self.end();
        if !matches!(style.transform(), FontTransform::None) {
            // It turns the canvas, and leaves it as it was.
            return self.plain.draw_text(text, style, point);
        }
        self.dip(colour(style.color()));
        let anchor = style.anchor();
        let side = match anchor.h_pos {
            HPos::Left => "start",
            HPos::Right => "end",
            HPos::Center => "center",
        };
        let height = match anchor.v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        };
        let known = self.text.replace((style.size(), side, height));
        if known.is_none_or(|(size, ..)| size.total_cmp(&style.size()).is_ne()) {
            let font = format!("{}px {}", style.size(), style.family().as_str());
            self.context.set_font(&font);
        }
        if known.is_none_or(|(_, known, _)| known != side) {
            self.context.set_text_align(side);
        }
        if known.is_none_or(|(.., known)| known != height) {
            self.context.set_text_baseline(height);
        }
        let (x, y) = at(point);
        // A text that a canvas refuses stands in the table.
        drop(self.context.fill_text(text, x, y));
        Ok(())
    }
}
