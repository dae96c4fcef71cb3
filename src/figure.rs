//! Floor 3: what a chart says before any pixel: its finding, its table, its geometry; drawn over
//! any plotters backend, so that the screen and the golden tests share every line.

pub mod bands;
mod bars;
pub mod dumbbell;
mod fit;
pub mod grid;
pub mod heatmap;
pub mod hits;
mod ink;
pub mod marks;
pub mod profile;
pub mod qr;
pub mod radar;
mod radars;
pub mod scatter;
pub mod sheet;
pub mod sign;
pub mod standing;
pub mod strip;
pub mod trend;
pub mod turn;

pub use bands::Bands;
pub use dumbbell::Dumbbell;
pub use grid::Grid;
pub use heatmap::Heatmap;
pub use hits::Hit;
pub use ink::Ink;
pub use marks::Marks;
pub use profile::Profile;
pub use radar::{Axis, Radar};
pub use scatter::Scatter;
pub use sign::Sign;
pub use standing::Standing;
pub use strip::Strip;
pub use trend::Trend;

use hits::NEAR;
use ink::round;
use sheet::Point;

/// Any of them.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// Dimensions; bars where there is no room for a radar.
    Radar(Radar),
    /// Practices by dimension and level.
    Heatmap(Heatmap),
    /// Measurements against their bands.
    Bands(Bands),
    /// Practice against outcome, and the names of both axes.
    Scatter(Scatter, [&'static str; 2]),
    /// Values over rounds.
    Trend(Trend),
    /// What moved between two states.
    Dumbbell(Dumbbell),
}

impl Figure {
    /// The height that it needs at a width, both in CSS pixels.
    #[must_use]
    pub fn height(&self, width: f64) -> f64 {
        match self {
            Self::Radar(radar) if radar.is_narrow(width) => radar.height_of_bars(),
            Self::Radar(radar) => radar.height(),
            Self::Heatmap(heatmap) => heatmap.height(),
            Self::Bands(bands) => bands.height(),
            Self::Scatter(..) => Scatter::HEIGHT,
            Self::Trend(trend) => trend.height(),
            Self::Dumbbell(dumbbell) => dumbbell.height(width),
        }
    }

    /// Draws it, `width` CSS pixels wide. `scale` is device pixels per CSS pixel.
    #[must_use]
    pub fn marks(&self, width: f64, ink: Ink, scale: f64) -> Marks {
        match self {
            Self::Radar(radar) if radar.is_narrow(width) => radar.bars(width, ink, scale),
            Self::Radar(radar) => {
                let px = |css: f64| round(css * scale).unsigned_abs();
                radar.marks((px(width), px(radar.height())), ink, scale)
            }
            Self::Heatmap(heatmap) => heatmap.marks(width, ink, scale),
            Self::Bands(bands) => bands.marks(width, ink, scale),
            Self::Scatter(scatter, names) => scatter.marks(width, ink, scale, *names),
            Self::Trend(trend) => trend.marks(width, ink, scale),
            Self::Dumbbell(dumbbell) => dumbbell.marks(width, ink, scale),
        }
    }

    /// The same to be taken along: on paper of its own, below lines that say what it is.
    #[must_use]
    pub fn picture(&self, lines: &[String], width: f64, scale: f64) -> Marks {
        self.marks(width, Ink::LIGHT, scale)
            .below(lines, Ink::LIGHT, scale)
    }

    /// The places of its marks when it is `width` CSS pixels wide, in reading order.
    #[must_use]
    pub fn hits(&self, width: f64) -> Vec<Hit> {
        match self {
            Self::Radar(radar) if radar.is_narrow(width) => radar.hits_of_bars(width),
            Self::Radar(radar) => radar.hits(width),
            Self::Heatmap(heatmap) => heatmap.hits(width),
            Self::Bands(bands) => bands.hits(width),
            Self::Scatter(scatter, _) => scatter.hits(width),
            Self::Trend(trend) => trend.hits(width),
            Self::Dumbbell(dumbbell) => dumbbell.hits(width),
        }
    }

    /// Which of its marks a pointer means: on a radar the axis in whose direction it is, elsewhere
    /// the nearest one that is near.
    #[must_use]
    pub fn meant(&self, width: f64, at: Point) -> Option<usize> {
        if let Self::Radar(radar) = self
            && !radar.is_narrow(width)
        {
            return radar.axis_towards(width, at);
        }
        let hits = self.hits(width);
        let near = hits.iter().map(|hit| hit.distance(at)).enumerate();
        let nearest = near.min_by(|(_, a), (_, b)| a.total_cmp(b));
        nearest.filter(|(_, far)| *far <= NEAR).map(|(i, _)| i)
    }
}
