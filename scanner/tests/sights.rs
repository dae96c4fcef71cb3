//! Pictures as cameras make them.

#![allow(clippy::unwrap_used, missing_docs)]

use qrcodegen::{QrCode, QrCodeEcc};
use scanner::read;

/// A code as a camera sees it.
struct Sight {
    /// Points of the picture.
    size: (usize, usize),
    /// Where the code's middle is.
    at: (f64, f64),
    /// Points a module.
    scale: f64,
    /// How far it is turned, in degrees.
    turned: f64,
    /// How much farther the upper edge is away than the lower one.
    tilt: f64,
    /// The greys of dark, of white, and of the room around.
    greys: [f64; 3],
    /// How much darker the left of the picture is than the right.
    shade: f64,
    /// How strongly points differ by chance.
    noise: u32,
}

const STRAIGHT: Sight = Sight {
    size: (640, 480),
    at: (320.0, 240.0),
    scale: 4.0,
    turned: 0.0,
    tilt: 0.0,
    greys: [10.0, 245.0, 120.0],
    shade: 0.0,
    noise: 0,
};

/// Which modules are dark, with the quiet zone, and how many there are on a side.
fn modules(text: &str) -> (Vec<bool>, usize) {
    const QUIET: i32 = 4;
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
    let range = || -QUIET..code.size() + QUIET;
    let dark = range().flat_map(|y| range().map(move |x| (x, y)));
    let dark = dark.map(|(x, y)| code.get_module(x, y)).collect();
    (dark, range().len())
}

impl Sight {
    /// The points of the picture.
    fn of(&self, text: &str) -> Vec<u8> {
        let (dark, side) = modules(text);
        let (sin, cos) = self.turned.to_radians().sin_cos();
        let half = side as f64 / 2.0;
        let grey = |x: f64, y: f64| {
            let (x, y) = (x - self.at.0, y - self.at.1);
            let (x, y) = (x * cos + y * sin, y * cos - x * sin);
            let away = self.scale * (1.0 + self.tilt * y / (half * self.scale));
            let (x, y) = (x / away + half, y / away + half);
            if !(0.0..side as f64).contains(&x) || !(0.0..side as f64).contains(&y) {
                return self.greys[2];
            }
            self.greys[usize::from(!dark[y as usize * side + x as usize])]
        };
        let (width, height) = self.size;
        let mut chance = 1_u32;
        let mut points = Vec::with_capacity(width * height * 4);
        for y in 0..height {
            for x in 0..width {
                // A camera's point sees a square, and its lens blurs that.
                let near = [-0.4, 0.0, 0.4].map(|dy| {
                    [-0.4, 0.0, 0.4]
                        .map(|dx| grey(x as f64 + 0.5 + dx, y as f64 + 0.5 + dy))
                        .iter()
                        .sum::<f64>()
                });
                let light = 1.0 - self.shade * (1.0 - x as f64 / width as f64);
                chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let by_chance =
                    f64::from((chance >> 16) % (2 * self.noise + 1)) - f64::from(self.noise);
                let point = near.iter().sum::<f64>() / 9.0 * light + by_chance;
                let point = point.clamp(0.0, 255.0) as u8;
                points.extend([point, point, point, 255]);
            }
        }
        points
    }

    fn texts(&self, text: &str) -> Vec<String> {
        read(&self.of(text), self.size.0, self.size.1)
    }
}

const CODE: &str = "PB2N8xHgtQ3VnFkYc7RmJqZ5sWdBpXeTaKuLhGvCiDfEoMjNbPrStUyAzQ1";

#[test]
fn a_code_is_read_as_cameras_see_it() {
    let long = CODE.repeat(5);
    let sights = [
        (
            "turned",
            Sight {
                turned: 17.0,
                ..STRAIGHT
            },
        ),
        (
            "upside down",
            Sight {
                turned: 187.0,
                ..STRAIGHT
            },
        ),
        (
            "held askew",
            Sight {
                tilt: 0.12,
                turned: -8.0,
                ..STRAIGHT
            },
        ),
        (
            "small, at the edge",
            Sight {
                size: (1280, 720),
                at: (1100.0, 600.0),
                scale: 3.0,
                ..STRAIGHT
            },
        ),
        (
            "faint",
            Sight {
                greys: [90.0, 140.0, 120.0],
                ..STRAIGHT
            },
        ),
        (
            "a room brighter than the screen",
            Sight {
                greys: [30.0, 150.0, 180.0],
                noise: 10,
                ..STRAIGHT
            },
        ),
        (
            "light from one side",
            Sight {
                shade: 0.8,
                noise: 4,
                ..STRAIGHT
            },
        ),
        (
            "noise",
            Sight {
                noise: 40,
                turned: 3.0,
                ..STRAIGHT
            },
        ),
    ];
    for (name, sight) in sights {
        for text in [CODE, &long] {
            assert_eq!(sight.texts(text), [text], "{name}");
        }
    }
}

#[test]
fn two_codes_in_one_picture_are_two_texts() {
    let left = Sight {
        at: (170.0, 240.0),
        scale: 6.0,
        greys: [10.0, 245.0, 245.0],
        ..STRAIGHT
    };
    let right = Sight {
        at: (470.0, 240.0),
        scale: 6.0,
        greys: [10.0, 245.0, 245.0],
        ..STRAIGHT
    };
    let (one, other) = (left.of("one"), right.of("other"));
    let both: Vec<u8> = one.iter().zip(&other).map(|(a, b)| *a.min(b)).collect();
    let mut texts = read(&both, 640, 480);
    texts.sort();
    assert_eq!(texts, ["one", "other"]);
}

#[test]
fn a_picture_without_a_code_has_no_text() {
    let (width, height) = (320, 200);
    for points in [vec![0; width * height * 4], vec![255; width * height * 4]] {
        assert_eq!(read(&points, width, height), [""; 0]);
    }
    let chequered = (0..width * height).flat_map(|at| {
        [if (at / 7 + at / width / 7) % 2 == 0 {
            0
        } else {
            255
        }; 4]
    });
    assert_eq!(
        read(&chequered.collect::<Vec<u8>>(), width, height),
        [""; 0]
    );
    // Sizes that are not those of the points.
    for (width, height) in [(0, 0), (0, 9), (9, 0), (10, 10), (usize::MAX, usize::MAX)] {
        assert_eq!(read(&[7; 40], width, height), [""; 0]);
    }
    // A code of which the half is out of sight.
    assert_eq!(
        Sight {
            at: (0.0, 240.0),
            ..STRAIGHT
        }
        .texts(CODE),
        [""; 0]
    );
}
