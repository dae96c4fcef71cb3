//! Floor 3: what a chart says before any pixel: its finding, its table, its geometry; drawn over
//! any plotters backend, so that the screen and the golden tests share every line.

pub mod radar;
pub mod turn;

pub use radar::{Axis, Radar};

/// Colours, as red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink {
    /// Text and axes' names.
    pub text: (u8, u8, u8),
    /// Grid lines and ring numbers.
    pub grid: (u8, u8, u8),
    /// Values.
    pub value: (u8, u8, u8),
    /// The interval still possible.
    pub interval: (u8, u8, u8),
}
