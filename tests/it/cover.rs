//! What stands on a document's cover, in every form of it.

use crate::world::{DAYS, built_in_sample, clock, empty};
use plumbline::formats::assessment_json::{decode, encode};
use plumbline::formats::logo::Logo;
use plumbline::model::{Assessment, Edit, Fact, Scope, Side, validate};
use plumbline::report::docx::{self, Picture};
use plumbline::report::{Report, html, markdown};

/// With a cover of everything.
fn covered(a: &mut Assessment) {
    let mut clock = clock("cover");
    let logo = Logo::read(b"<svg width='40' height='20'><rect width='40' height='20'/></svg>");
    let said = |fact, text: &str| Edit::Say(fact, Some(text.to_owned()));
    let edits = [
        said(Fact::Client, "Acme <Holding>"),
        said(Fact::Consultant, "Ada Ltd"),
        said(
            Fact::Summary,
            &format!("First line.\n\nSecond line. {}End.", "word ".repeat(100)),
        ),
        logo.unwrap().edit(),
    ];
    for edit in edits {
        a.apply(edit.bounded(), clock.tick(1_800_000_000_000));
    }
}

#[test]
fn a_cover_is_in_every_form_of_the_report_and_safe_there() {
    let q = crate::report::questionnaire();
    let mut a = built_in_sample(q);
    covered(&mut a);
    let report = Report::of(q, &a, &DAYS);
    let page = html::encode(&report, "", "");
    let text = markdown::encode(&report);
    assert!(page.contains(
        "<img class=\"logo\" alt=\"\" width=\"600\" height=\"300\" src=\"data:image/svg+xml;base64,"
    ));
    assert!(page.contains("Prepared for Acme &lt;Holding&gt;, by Ada Ltd."));
    assert!(page.contains("<h2>Summary</h2>\n<p>First line.</p>\n<p>Second line. "));
    assert!(
        text.contains("Prepared for Acme &lt;Holding>, by Ada Ltd.\n\n## Summary\n\nFirst line.\n")
    );
    assert!(text.contains("End.") && !text.contains("base64"));
    // On one page it is a beginning, of whole words.
    let short = markdown::encode(&Report::one_page(q, &a, DAYS.today));
    assert!(short.contains("First line. Second line. word") && short.contains(" word…"));
    assert!(!short.contains("End.") && !short.contains("## Summary"));
    let logo = Picture {
        png: b"\x89PNG".to_vec(),
        size: (600, 300),
    };
    let word = docx::encode(&report, Some(&logo), &[], "");
    let word = String::from_utf8_lossy(&word);
    assert!(word.contains("r:embed=\"logo\"") && word.contains("Target=\"media/logo.png\""));
    // 20 mm high at the most: twice as wide as high.
    assert!(word.contains("cx=\"1080000\" cy=\"540000\""));
    // Without one, nothing of it is anywhere.
    let plain = html::encode(&Report::of(q, &built_in_sample(q), &DAYS), "", "");
    assert!(!plain.contains("<img") && !plain.contains("Prepared"));
}

#[test]
fn a_cover_says_for_whom_and_by_whom_as_far_as_that_is_known() {
    let q = crate::report::questionnaire();
    let said = |facts: &[(Fact, &str)]| {
        let (mut a, mut clock) = (built_in_sample(q), clock("w"));
        for (fact, text) in facts {
            let edit = Edit::Say(*fact, Some((*text).to_owned()));
            a.apply(edit, clock.tick(1_800_000_000_000));
        }
        markdown::encode(&Report::one_page(q, &a, DAYS.today))
    };
    assert!(said(&[(Fact::Client, "Acme")]).contains("\nPrepared for Acme.\n"));
    assert!(said(&[(Fact::Consultant, "Ada")]).contains("\nPrepared by Ada.\n"));
    assert!(!said(&[(Fact::Client, "  ")]).contains("Prepared"));
    let all = said(&[(Fact::Industry, "retail"), (Fact::Size, "20-99")]);
    assert!(
        all.contains(" Retail, consumer and e-commerce, 20 to 99 employees. "),
        "{all}"
    );
    assert!(
        said(&[(Fact::Industry, "other")])
            .find("Another industry")
            .is_none()
    );
    // Names that run from right to left keep to themselves.
    assert!(said(&[(Fact::Client, "شركة")]).contains("Prepared for \u{2068}شركة\u{2069}."));
}

#[test]
fn a_cover_says_on_which_side_of_a_platform_the_team_is() {
    let q = crate::report::questionnaire();
    for (side, said) in [
        (Side::User, "The team uses a platform that others run."),
        (Side::Provider, "The team runs a platform for others."),
    ] {
        let mut a = built_in_sample(q);
        let scope = Scope {
            side,
            ..Scope::everything(q)
        };
        a.apply(Edit::Scope(Some(scope)), clock("w").tick(1_800_000_000_000));
        assert!(markdown::encode(&Report::of(q, &a, &DAYS)).contains(said));
    }
}

#[test]
fn a_cover_is_bounded_undone_and_stays_within_its_file() {
    let mut a = empty();
    let mut clock = clock("w");
    for fact in Fact::COVER {
        let long = "x".repeat(fact.most() + 1);
        let edit = Edit::Say(fact, Some(long)).bounded();
        let kept = match &edit {
            Edit::Say(_, text) => text.as_ref().map_or(0, String::len),
            other => panic!("{other:?}"),
        };
        // Half a picture is none.
        let most = if fact == Fact::Logo { 0 } else { fact.most() };
        assert_eq!(kept, most);
        let undo = a.apply(edit, clock.tick(9));
        assert_eq!(undo, Edit::Say(fact, None));
    }
    let q = crate::world::questionnaire();
    assert_eq!(validate::assessment(&q, &a), []);
    covered(&mut a);
    assert_eq!(decode(&encode(&a, "", "")).unwrap().assessment, a);
    // A file that holds something else in its place opens, and shows no logo.
    let foreign = Edit::Say(Fact::Logo, Some("<script>alert(1)</script>".into()));
    a.apply(foreign, clock.tick(1_900_000_000_000));
    assert_eq!(validate::assessment(&q, &a), []);
    assert_eq!(Logo::of(&a), None);
    let long = Edit::Say(Fact::Summary, Some("x".repeat(9_000)));
    a.apply(long, clock.tick(1_900_000_000_000));
    assert_eq!(validate::assessment(&q, &a).len(), 1);
}

/// What stands on the page's style in one of both themes.
fn colours(style: &str) -> Vec<(String, (u8, u8, u8))> {
    let vars = style.split("--").skip(1).filter_map(|part| {
        let (name, value) = part.split_once(":#")?;
        let hex: String = value.chars().take_while(char::is_ascii_hexdigit).collect();
        let hex = match hex.len() {
            3 => hex.chars().flat_map(|c| [c, c]).collect(),
            _ => hex,
        };
        let byte = |at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
        Some((name.to_owned(), (byte(0), byte(2), byte(4))))
    });
    vars.collect()
}

#[test]
fn the_page_is_readable_in_the_light_and_in_the_dark_and_on_paper_it_is_light() {
    let q = crate::report::questionnaire();
    let page = html::encode(&Report::of(q, &built_in_sample(q), &DAYS), "", "");
    let style = page.split("<style>").nth(1).unwrap();
    let style = style.split("</style>").next().unwrap();
    let (light, dark) = style
        .split_once("@media screen and (prefers-color-scheme:dark){")
        .unwrap();
    for theme in [light, dark] {
        let all = colours(theme);
        let of = |name: &str| all.iter().find(|(n, _)| n == name).unwrap().1;
        for (ink, least) in [("ink", 4.5), ("muted", 4.5), ("edge", 3.0)] {
            let contrast = crate::figures::contrast(of(ink), of("paper"));
            assert!(contrast >= least, "{ink}: {contrast}");
        }
    }
    // Every colour that charts are drawn with has one for the dark, which is readable there.
    let paper = colours(dark)
        .into_iter()
        .find(|(n, _)| n == "paper")
        .unwrap()
        .1;
    let svgs = page.split("<svg").skip(1);
    let inks = svgs.flat_map(|svg| svg.split("</svg>").next().unwrap().split("=\"#").skip(1));
    let inks: std::collections::BTreeSet<_> = inks.map(|ink| &ink[..6]).collect();
    assert!(inks.len() > 2, "{inks:?}");
    for ink in inks {
        let rule = format!("svg [fill=\"#{ink}\"]{{fill:#");
        let (_, other) = dark.split_once(&rule).unwrap_or_else(|| panic!("{ink}"));
        let other = colours(&format!("--x:#{}", &other[..6]))[0].1;
        assert!(crate::figures::contrast(other, paper) >= 4.5, "{ink}");
    }
}
