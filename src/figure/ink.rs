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
    /// The disciplines, in the order of [`Sign`](super::sign::Sign).
    pub hues: [(u8, u8, u8); 4],
}

impl Ink {
    /// The colours of style/tokens.css on light paper: `--ink`, `--edge`, `--accent`,
    /// `--devops`, `--sre`, `--platform`, `--together`.
    pub const LIGHT: Self = Self {
        text: (0x1c, 0x24, 0x30),
        grid: (0x6b, 0x75, 0x86),
        value: (0x0f, 0x5c, 0x6e),
        interval: (0x0f, 0x5c, 0x6e),
        hues: [
            (0x0e, 0x6f, 0x8a),
            (0xa8, 0x43, 0x1a),
            (0x4f, 0x46, 0xb8),
            (0x47, 0x73, 0x0f),
        ],
    };
    /// The same on dark paper.
    pub const DARK: Self = Self {
        text: (0xe6, 0xeb, 0xf2),
        grid: (0x96, 0xa1, 0xb2),
        value: (0x6e, 0xcd, 0xde),
        interval: (0x6e, 0xcd, 0xde),
        hues: [
            (0x62, 0xc8, 0xe0),
            (0xf4, 0xa2, 0x7a),
            (0xaa, 0xa4, 0xf5),
            (0xa5, 0xcf, 0x5c),
        ],
    };
}

#[expect(clippy::cast_possible_truncation, reason = "pixels on a canvas")]
pub(super) fn round(x: f64) -> i32 {
    x.round() as i32
}
