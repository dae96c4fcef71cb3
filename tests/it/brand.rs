//! What a questionnaire of one's own looks like: readable in both themes, and a mark that is a picture.

use crate::figures::contrast;
use plumbline::catalog::built_in;
use plumbline::formats::brand::{Accent, Brand, Colour, DARK, LIGHT, Theme};
use plumbline::formats::questionnaire_toml::{Remark, decode};
use plumbline::report::{Block, Report, docx, html};
use std::fs;

const HEAD: &str = "[questionnaire]\nid = \"ours\"\nversion = \"1.0.0\"\ntitle = \"Ours\"\nextends = \"plumbline@2\"\n[brand]\n";

fn brand(fields: &str) -> Result<Brand, Vec<String>> {
    let read = decode(&format!("{HEAD}{fields}"), &built_in());
    let told = |wrong: Vec<Remark>| wrong.iter().map(Remark::to_string).collect();
    read.map(|own| own.brand.unwrap()).map_err(told)
}

fn parts(c: Colour) -> (u8, u8, u8) {
    (c.0, c.1, c.2)
}

/// The colours that an accent is checked against are those of the style sheet.
#[test]
fn the_grounds_are_those_of_the_style_sheet() {
    let css = fs::read_to_string("style/tokens.css").unwrap();
    let of = |name: &str| {
        let (_, rest) = css.split_once(&format!("--{name}: light-dark(")).unwrap();
        let (light, rest) = rest.split_once(", ").unwrap();
        let (dark, _) = rest.split_once(')').unwrap();
        [Colour::read(light).unwrap(), Colour::read(dark).unwrap()]
    };
    for (at, theme) in [&LIGHT, &DARK].into_iter().enumerate() {
        let grounds = ["paper", "card", "sheet"].map(|name| of(name)[at]);
        assert_eq!(theme.grounds, grounds);
        assert_eq!(theme.ink, of("ink")[at]);
        assert_eq!(theme.accent, of("accent")[at]);
        assert_eq!(theme.on_accent, of("on-accent")[at]);
    }
    // What Plumbline itself is drawn with would be taken.
    let [light, dark] = of("accent");
    let own = Accent::new(light, Some(dark)).unwrap();
    // Its tints are nearly those of the style sheet, which were chosen by eye.
    for (at, shade) in [own.light, own.dark].into_iter().enumerate() {
        let (ours, theirs) = (parts(shade.tint), parts(of("tint")[at]));
        let apart = [
            ours.0.abs_diff(theirs.0),
            ours.1.abs_diff(theirs.1),
            ours.2.abs_diff(theirs.2),
        ];
        assert!(apart.iter().all(|by| *by <= 8), "{ours:?} {theirs:?}");
    }
}

fn assert_readable(theme: &Theme, accent: Colour, tint: Colour) {
    for ground in theme.grounds.into_iter().chain([tint]) {
        let ratio = contrast(parts(accent), parts(ground));
        assert!(ratio >= 4.5, "{accent} on {ground}: {ratio}");
    }
    for (ink, ground) in [(theme.on_accent, accent), (theme.ink, tint)] {
        let ratio = contrast(parts(ink), parts(ground));
        assert!(ratio >= 4.5, "{ink} on {ground}: {ratio}");
    }
}

/// Of every colour there is one beside it that is readable: each that is offered is taken, and can be read.
#[test]
fn what_is_offered_in_place_of_a_colour_can_be_read() {
    let steps = [0_u8, 51, 102, 153, 204, 255];
    let (mut taken, mut refused) = (0, 0);
    for red in steps {
        for green in steps {
            for blue in steps {
                let asked = Colour(red, green, blue);
                let light = match Accent::new(asked, None) {
                    Ok(accent) => {
                        taken += 1;
                        assert_eq!(accent.light.accent, asked);
                        asked
                    }
                    Err(wrong) => {
                        refused += 1;
                        let [wrong] = wrong.as_slice() else {
                            panic!("{wrong:?}: the dark one is found")
                        };
                        assert!(!wrong.is_dark);
                        let said = wrong.to_string();
                        let (_, nearest) = said.split_once("the nearest that can is ").unwrap();
                        Colour::read(nearest).unwrap()
                    }
                };
                let accent = Accent::new(light, None).unwrap();
                assert_readable(&LIGHT, accent.light.accent, accent.light.tint);
                assert_readable(&DARK, accent.dark.accent, accent.dark.tint);
            }
        }
    }
    assert!(taken > 20 && refused > 20, "{taken} {refused}");
}

#[test]
fn a_brand_has_a_name_a_colour_and_a_mark() {
    let mark =
        "<svg viewBox='0 0 4 4'><script>alert(1)</script><path d='M0 0h4v4z' onclick='x()'/></svg>";
    let own = brand(&format!(
        "name = \" Acme Bank \"\naccent = \"#8a1538\"\nmark = \"\"\"\n{mark}\"\"\"\n"
    ))
    .unwrap();
    assert_eq!(own.name, "Acme Bank");
    let accent = own.accent.unwrap();
    assert_eq!(accent.light.accent.to_string(), "#8a1538");
    assert_readable(&DARK, accent.dark.accent, accent.dark.tint);
    let address = own.mark.unwrap().address();
    let drawn = "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI2MDAiIGhlaWdodD0iNjAwIiB2aWV3Qm94PSIwIDAgNCA0Ij48cGF0aCBkPSJNMCAwaDR2NHoiPjwvcGF0aD48L3N2Zz4=";
    assert_eq!(address, format!("data:image/svg+xml;base64,{drawn}"));
    // A pixel as PNG, in base64 that is broken into lines, with and without the beginning of an address.
    let lines = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk\n+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    for begin in ["", "data:image/png;base64,"] {
        let own = brand(&format!(
            "name = \"A\"\nmark = \"\"\"{begin}{lines}\"\"\"\n"
        ))
        .unwrap();
        let mark = own.mark.unwrap();
        assert_eq!(mark.size, (1, 1));
        assert_eq!(
            mark.address().replace('\n', ""),
            format!("data:image/png;base64,{}", lines.replace('\n', ""))
        );
        assert_eq!(own.accent, None);
    }
    // Nothing is said, nothing is there.
    let plain = decode(HEAD.trim_end_matches("[brand]\n"), &built_in()).unwrap();
    assert_eq!(plain.brand, None);
}

#[test]
fn what_is_wrong_with_a_brand_is_said_with_its_place() {
    // Yellow on white, by hand: L = 0.2126 + 0.7152 = 0.9278; on --sheet, the darkest ground of the light
    // theme, L is 0.872, so (0.9278 + 0.05) / (0.872 + 0.05) = 1.06, and on white 1.05 / 0.9778 = 1.07.
    let yellow = brand("name = \"A\"\naccent = \"#ffff00\"\n").unwrap_err();
    let expected = "8:1: brand/accent: #ffff00 cannot be read in the light theme: its contrast is 1 to 1 at worst, and text needs 4.5 to 1 (WCAG 2.2, 1.4.3); the nearest that can is #";
    assert!(
        yellow[0].starts_with(expected) && yellow.len() == 1,
        "{yellow:?}"
    );
    let long = format!("name = \"{}\"\n", "x".repeat(49));
    let large = format!("name = \"A\"\nmark = '<svg>{}</svg>'\n", " ".repeat(65_536));
    for (fields, message) in [
        ("accent = \"#0f5c6e\"\n", "brand: missing field `name`"),
        ("name = \"\"\n", "7:1: brand/name: a name has 1 to 48"),
        (
            "name = \"a\\u202Eb\"\n",
            "7:1: brand/name: a name has 1 to 48",
        ),
        (&long, "7:1: brand/name: a name has 1 to 48"),
        ("name = \"A\"\ncolor = \"red\"\n", "unknown field `color`"),
        (
            "name = \"A\"\naccent = \"red\"\n",
            "8:1: brand/accent: a colour is # and six digits",
        ),
        (
            "name = \"A\"\naccent = \"#+f5c6e\"\n",
            "8:1: brand/accent: a colour is # and six digits",
        ),
        (
            "name = \"A\"\naccent = \"#0f5c6é\"\n",
            "8:1: brand/accent: a colour is # and six digits",
        ),
        (
            "name = \"A\"\naccent = \"#0f5c6e\"\naccent_dark = \"#0f5c6e\"\n",
            "9:1: brand/accent_dark: #0f5c6e cannot be read in the dark theme",
        ),
        (
            "name = \"A\"\naccent_dark = \"#6ecdde\"\n",
            "8:1: brand/accent_dark: give accent as well",
        ),
        (
            "name = \"A\"\nmark = \"https://example.org/a.png\"\n",
            "8:1: brand/mark: a mark is an SVG",
        ),
        (
            "name = \"A\"\nmark = \"\"\n",
            "8:1: brand/mark: a mark is an SVG",
        ),
        (
            "name = \"A\"\nmark = \"<svg viewBox='0 0 1 1'><image/></svg>\"\n",
            "8:1: brand/mark: nothing in the mark draws",
        ),
        (
            "name = \"A\"\nmark = \"<svg viewBox='0 0 1 1'><path>\"\n",
            "8:1: brand/mark: something in the mark is missing",
        ),
        (
            &large,
            "8:1: brand/mark: the mark has 65547 bytes, and 65536 are taken",
        ),
    ] {
        let said = brand(fields).unwrap_err();
        assert!(
            said.iter().any(|s| s.contains(message)),
            "{message}\n{said:#?}"
        );
    }
}

/// What is handed out has the accent as well: headings of the page in both themes, and of Word's document.
#[test]
fn headings_of_a_report_have_the_accent_and_can_be_read() {
    let brand = brand("name = \"Acme\"\naccent = \"#8a1538\"\n").unwrap();
    let accent = brand.accent.unwrap();
    let report = |accent| Report {
        title: "Payments".to_owned(),
        logo: None,
        accent,
        blocks: vec![Block::Heading(2, "Scores".to_owned())],
    };
    let Accent { light, dark } = accent;
    let page = html::encode(&report(Some(accent)), "", "");
    let (lit, dimmed) = page.split_once("prefers-color-scheme:dark").unwrap();
    assert!(lit.contains(&format!("h1,h2,h3{{color:{}}}", light.accent)));
    assert!(dimmed.contains(&format!("h1,h2,h3{{color:{}}}", dark.accent)));
    for (accent, ground, part) in [
        (light.accent, "--paper:#fff;", lit),
        (dark.accent, "--paper:#10161c;", dimmed),
    ] {
        assert!(part.contains(ground));
        let paper = ground.trim_matches(|c| "-paper:;".contains(c));
        let paper = Colour::read(&paper.replace("#fff", "#ffffff")).unwrap();
        assert!(contrast(parts(accent), parts(paper)) >= 4.5);
    }
    assert!(!html::encode(&report(None), "", "").contains("h1,h2,h3"));
    let word = |accent| docx::encode(&report(accent), None, &[], "");
    let has = |file: Vec<u8>| {
        String::from_utf8_lossy(&file)
            .matches("<w:color w:val=\"8A1538\"/>")
            .count()
    };
    assert_eq!([has(word(Some(accent))), has(word(None))], [3, 0]);
}
