//! Radars that can be read: where the axes lie, and one radar a discipline where there are many.

use super::hits::{Hit, Leads, SMALLEST, Shows};
use super::radar::{Axis, Frame};
use super::sheet::Point;
use super::{Radar, turn::turn};
use crate::model::Questionnaire;
use plotters::style::text_anchor::HPos;

/// The most axes that one radar has names for on the screen. Our judgement.
pub const MOST: usize = 12;
/// The fewest axes that make an area.
const FEWEST: usize = 3;
/// From so many axes on a radar is tall.
const TALL: usize = 9;
/// The width of a name, in CSS pixels.
const NAME: f64 = 116.0;

impl Radar {
    /// This radar alone, or one for each discipline, with the discipline's id; those with fewer than
    /// three axes are left out, since their strips say more.
    #[must_use]
    pub fn readable(&self, q: &Questionnaire) -> Vec<(String, Self)> {
        match self.axes.len() {
            ..FEWEST => return Vec::new(),
            FEWEST..=MOST => return vec![("overall".to_owned(), self.clone())],
            _ => {}
        }
        let own = |id: &str| {
            let is_own = |axis: &&Axis| {
                let dimension = q.dimensions.get(axis.number - 1);
                dimension.is_some_and(|d| d.discipline.as_str() == id)
            };
            let axes: Vec<_> = self.axes.iter().filter(is_own).cloned().collect();
            (axes.len() >= FEWEST).then(|| (id.to_owned(), Self { axes }))
        };
        let disciplines = q.disciplines.iter();
        disciplines.filter_map(|d| own(d.id.as_str())).collect()
    }

    /// The height on the screen, in CSS pixels.
    #[must_use]
    pub fn height(&self) -> f64 {
        if self.axes.len() < TALL {
            Self::SMALL
        } else {
            Self::HEIGHT
        }
    }

    fn frame(&self, width: f64) -> Frame {
        let numbered = self.is_numbered(width);
        Frame::new(width, self.height(), self.axes.len(), numbered, 1.0)
    }

    /// The places of the names: those never lie on each other, as points near the middle would.
    pub(super) fn hits(&self, width: f64) -> Vec<Hit> {
        let frame = self.frame(width);
        let numbered = self.is_numbered(width);
        let hit = |(i, axis): (usize, &Axis)| {
            let (x, y) = frame.label(i);
            let (x, y) = (f64::from(x), f64::from(y));
            let (wide, high) = if numbered {
                (SMALLEST, SMALLEST)
            } else {
                (NAME, 36.0)
            };
            let left = match frame.side(i) {
                HPos::Left => x,
                HPos::Right => x - wide,
                HPos::Center => x - wide / 2.0,
            };
            let middle = (left + wide / 2.0, y);
            let place = super::hits::around(middle, (wide, high), (width, self.height()));
            axis.hit(place)
        };
        self.axes.iter().enumerate().map(hit).collect()
    }

    /// The axis that points most nearly to where a pointer is.
    pub(super) fn axis_towards(&self, width: f64, at: Point) -> Option<usize> {
        let (dx, dy) = (at.0 - width / 2.0, self.height() / 2.0 - at.1);
        let along = (0..self.axes.len()).map(|i| {
            let (sin, cos) = turn(i as f64 / self.axes.len() as f64);
            dx * sin + dy * cos
        });
        let best = along.enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b));
        best.map(|(i, _)| i)
    }
}

impl Axis {
    /// A mark of this axis in this place.
    pub(super) fn hit(&self, place: [f64; 4]) -> Hit {
        let shows = Shows::Part {
            value: self.value,
            range: self.interval,
            coverage: self.coverage,
            target: self.target,
            was: self.earlier,
        };
        Hit::at(place, &self.label, shows, Leads::Dimension(self.id.clone()))
    }
}
