//! What a questionnaire of one's own looks like: whose it is, in which colour, under which mark. The app
//! stays what it is, and is named beside it.

mod colour;

use super::logo::Logo;
pub use colour::{Colour, contrast};

/// Whose a questionnaire is.
#[derive(Debug, Clone, PartialEq)]
pub struct Brand {
    /// The name on the screen, in reports, and of the mark for those who do not see it.
    pub name: String,
    /// The colour of what one can do, in both themes.
    pub accent: Option<Accent>,
    /// The mark, safe to show.
    pub mark: Option<Logo>,
}

/// One colour as it is on light and on dark ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    /// On light ground.
    pub light: Shade,
    /// On dark ground.
    pub dark: Shade,
}

/// What stands for `--accent` and `--tint` of style/tokens.css in one theme. `--on-accent` stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shade {
    /// Links, marks, and what a button is filled with.
    pub accent: Colour,
    /// The ground of what is chosen.
    pub tint: Colour,
}

/// The colours of a theme that an accent meets.
pub struct Theme {
    /// How it is called in sentences.
    name: &'static str,
    /// `--paper`, `--card`, `--sheet`: an accent is read on each of them.
    pub grounds: [Colour; 3],
    /// `--ink`: read on a tint, and on the strongest mixture of an accent with `--card`.
    pub ink: Colour,
    /// `--accent`: what stands where none of one's own is.
    pub accent: Colour,
    /// `--on-accent`: read on an accent.
    pub on_accent: Colour,
    /// How much of an accent is in its tint, over `--paper`, in percent.
    tint: u32,
}

/// The light theme of style/tokens.css.
pub const LIGHT: Theme = Theme {
    name: "light",
    grounds: [
        Colour(0xf6, 0xf7, 0xf9),
        Colour(0xff, 0xff, 0xff),
        Colour(0xed, 0xf1, 0xf4),
    ],
    ink: Colour(0x1c, 0x24, 0x30),
    accent: Colour(0x0f, 0x5c, 0x6e),
    on_accent: Colour(0xff, 0xff, 0xff),
    tint: 8,
};

/// The dark theme of style/tokens.css.
pub const DARK: Theme = Theme {
    name: "dark",
    grounds: [
        Colour(0x10, 0x16, 0x1c),
        Colour(0x19, 0x21, 0x2a),
        Colour(0x21, 0x2b, 0x35),
    ],
    ink: Colour(0xe6, 0xeb, 0xf2),
    accent: Colour(0x6e, 0xcd, 0xde),
    on_accent: Colour(0x0b, 0x1a, 0x1e),
    tint: 14,
};

/// What text needs beside its ground (WCAG 2.2, 1.4.3).
pub const READABLE: f64 = 4.5;
/// The strongest mixture of an accent with `--card` on which numbers stand, in percent.
const STRONGEST: u32 = 45;

/// How well a colour is read in one theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contrast {
    /// The colour there.
    pub colour: Colour,
    /// Whether it is the dark theme.
    pub is_dark: bool,
    /// The least contrast of all that is read with it.
    pub least: f64,
    /// Where that is not enough, the nearest colour that can be read there.
    pub nearest: Option<Colour>,
}

/// What is wrong with one that is not enough.
impl std::fmt::Display for Contrast {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let theme = if self.is_dark { &DARK } else { &LIGHT };
        write!(
            f,
            "{} cannot be read in the {} theme: its contrast is {} to 1 at worst, and text needs {READABLE} to 1 (WCAG 2.2, 1.4.3)",
            self.colour,
            theme.name,
            self.cut()
        )?;
        match self.nearest {
            Some(nearest) => write!(f, "; the nearest that can is {nearest}"),
            None => Ok(()),
        }
    }
}

impl Contrast {
    /// As it is said: cut, not rounded, since 4.49 is not 4.5.
    #[must_use]
    pub fn cut(&self) -> f64 {
        (self.least * 10.0).floor() / 10.0
    }

    /// Whether it can be read there.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.least >= READABLE
    }

    /// In both themes. Where the colour on dark ground is not given, it is the nearest that can be read there.
    #[must_use]
    pub fn both(light: Colour, dark: Option<Colour>) -> [Self; 2] {
        let dark = dark.or_else(|| DARK.nearest(light)).unwrap_or(light);
        [(&LIGHT, light), (&DARK, dark)].map(|(theme, colour)| {
            let least = theme.least(colour);
            let nearest = theme.nearest(colour).filter(|_| least < READABLE);
            Self {
                colour,
                is_dark: theme.name == DARK.name,
                least,
                nearest,
            }
        })
    }
}

impl Accent {
    /// A colour in both themes. Where the one on dark ground is not given, it is the nearest that can
    /// be read there.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn new(light: Colour, dark: Option<Colour>) -> Result<Self, Vec<Contrast>> {
        let both = Contrast::both(light, dark);
        let wrong: Vec<_> = both.into_iter().filter(|one| !one.is_enough()).collect();
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Self {
            light: LIGHT.shade(light),
            dark: DARK.shade(both[1].colour),
        })
    }
}

impl Theme {
    fn paper(&self) -> Colour {
        self.grounds[0]
    }

    fn card(&self) -> Colour {
        self.grounds[1]
    }

    fn shade(&self, accent: Colour) -> Shade {
        Shade {
            accent,
            tint: self.paper().mixed(accent, self.tint),
        }
    }

    /// The least contrast of all that is read with this accent.
    fn least(&self, accent: Colour) -> f64 {
        let tint = self.shade(accent).tint;
        let on_grounds = self.grounds.map(|ground| contrast(accent, ground));
        let others = [
            contrast(accent, tint),
            contrast(self.on_accent, accent),
            contrast(self.ink, tint),
            contrast(self.ink, self.card().mixed(accent, STRONGEST)),
        ];
        on_grounds
            .into_iter()
            .chain(others)
            .fold(f64::MAX, f64::min)
    }

    /// The colour itself, or the nearest of the same hue that can be read: a little darker, or a little
    /// lighter.
    fn nearest(&self, accent: Colour) -> Option<Colour> {
        let mixtures = (0..=100)
            .flat_map(|n| [Colour(0, 0, 0), Colour(255, 255, 255)].map(|end| accent.mixed(end, n)));
        mixtures.into_iter().find(|c| self.least(*c) >= READABLE)
    }
}
