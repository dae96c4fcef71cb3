//! The mark and the hue of a discipline: the same in every figure and on every page, so that one
//! learns them once.

use super::Ink;
use super::sheet::{Colour, Marker};

/// Which discipline something is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sign {
    /// DevOps.
    DevOps,
    /// Site reliability engineering.
    Sre,
    /// Platform engineering.
    Platform,
    /// What lies across teams.
    Together,
    /// None of them, or one that has no hue of its own.
    #[default]
    Plain,
}

impl Sign {
    /// The sign of the discipline with this id.
    #[must_use]
    pub fn of(discipline: &str) -> Self {
        match discipline {
            "devops" => Self::DevOps,
            "sre" => Self::Sre,
            "platform" => Self::Platform,
            "together" => Self::Together,
            _ => Self::Plain,
        }
    }

    /// The shape of its mark.
    #[must_use]
    pub fn marker(self) -> Marker {
        match self {
            Self::DevOps | Self::Plain => Marker::Dot,
            Self::Sre => Marker::Triangle,
            Self::Platform => Marker::Square,
            Self::Together => Marker::Diamond,
        }
    }

    /// Its colour in this ink.
    #[must_use]
    pub fn colour(self, ink: &Ink) -> Colour {
        match self {
            Self::DevOps => ink.hues[0],
            Self::Sre => ink.hues[1],
            Self::Platform => ink.hues[2],
            Self::Together => ink.hues[3],
            Self::Plain => ink.value,
        }
    }
}
