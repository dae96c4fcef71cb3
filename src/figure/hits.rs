//! Where the marks of a figure lie, and what each shows: so that whoever points at one, taps it or
//! goes to it with the arrow keys learns what it is, and gets to what is behind it.

use super::sheet::Point;
use crate::model::Level;

/// The place of a mark, in CSS pixels from the top left of the figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// What it is a mark of, by name.
    pub label: String,
    /// What it shows.
    pub shows: Shows,
    /// What it leads to.
    pub leads: Leads,
}

/// What a mark shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Shows {
    /// The numbers of a part.
    Part {
        /// 0 to 100 points; `None` while it is too early to say.
        value: Option<f64>,
        /// Lowest and highest value still possible.
        range: (f64, f64),
        /// The known share of what applies, 0 to 1.
        coverage: Option<f64>,
        /// The value once the team's targets are reached.
        target: Option<f64>,
        /// The value before.
        was: Option<f64>,
    },
    /// How many practices stand at a level; `None`: have none.
    Count(usize, Option<Level>),
    /// A measurement; its label has the number. The level and what is published beside it.
    Measured(Option<Level>, String),
    /// What practices and measurements come to, in points.
    Both(f64, f64),
    /// The value in a round, by its name.
    Round(String, f64),
}

/// What a mark leads to, by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leads {
    /// The answers of a dimension.
    Dimension(String),
    /// The numbers of a discipline, or of the whole.
    Discipline(String),
    /// A measurement.
    Metric(String),
    /// Nowhere: it is of many teams. The id of the part.
    Nothing(String),
}

impl Leads {
    /// The id.
    #[must_use]
    pub fn id(&self) -> &str {
        let (Self::Dimension(id) | Self::Discipline(id) | Self::Metric(id) | Self::Nothing(id)) =
            self;
        id
    }
}

/// The smallest that a mark's place is, in CSS pixels: what a finger finds.
pub const SMALLEST: f64 = 24.0;
/// How far a pointer may be from a mark and still mean it, in CSS pixels.
pub(super) const NEAR: f64 = 16.0;

/// A place with its middle at a point, moved into a figure of this size.
pub(super) fn around((x, y): Point, (width, height): Point, within: Point) -> [f64; 4] {
    let into = |middle: f64, size: f64, all: f64| (middle - size / 2.0).min(all - size).max(0.0);
    [
        into(x, width, within.0),
        into(y, height, within.1),
        width.min(within.0),
        height.min(within.1),
    ]
}

impl Hit {
    /// A mark in this place.
    pub(super) fn at(place: [f64; 4], label: &str, shows: Shows, leads: Leads) -> Self {
        let [x, y, width, height] = place;
        Self {
            x,
            y,
            width,
            height,
            label: label.to_owned(),
            shows,
            leads,
        }
    }

    /// How far a point is from it; nothing inside.
    pub(super) fn distance(&self, (x, y): Point) -> f64 {
        let across = (self.x - x).max(x - self.x - self.width).max(0.0);
        let along = (self.y - y).max(y - self.y - self.height).max(0.0);
        across.max(along)
    }
}
