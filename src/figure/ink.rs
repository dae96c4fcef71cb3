//! Colours, and whole pixels.

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

impl Ink {
    /// The colours of style/tokens.css on light paper: `--ink`, `--edge`, `--accent`.
    pub const LIGHT: Self = Self {
        text: (0x1c, 0x24, 0x30),
        grid: (0x6b, 0x75, 0x86),
        value: (0x0f, 0x5c, 0x6e),
        interval: (0x0f, 0x5c, 0x6e),
    };
    /// The same on dark paper.
    pub const DARK: Self = Self {
        text: (0xe6, 0xeb, 0xf2),
        grid: (0x96, 0xa1, 0xb2),
        value: (0x6e, 0xcd, 0xde),
        interval: (0x6e, 0xcd, 0xde),
    };
}

#[expect(clippy::cast_possible_truncation, reason = "pixels on a canvas")]
pub(super) fn round(x: f64) -> i32 {
    x.round() as i32
}
