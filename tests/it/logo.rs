//! A logo is a picture, and nothing else.

use crate::random::{Dice, cases};
use plumbline::formats::logo::{BadLogo, Logo, MAX_BYTES};
use plumbline::formats::zip::crc32;
use plumbline::model::{Edit, Fact};

/// A chunk of a PNG.
fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap();
    let named = [name.as_slice(), content].concat();
    let sum = crc32(&named);
    [
        &length.to_be_bytes()[..],
        named.as_slice(),
        &sum.to_be_bytes(),
    ]
    .concat()
}

/// A PNG of this size, with `others` before its pixels.
fn png(wide: u32, high: u32, others: &[Vec<u8>]) -> Vec<u8> {
    let head = [
        &wide.to_be_bytes()[..],
        &high.to_be_bytes(),
        &[8, 2, 0, 0, 0],
    ]
    .concat();
    let mut all = vec![b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &head)];
    all.extend(others.iter().cloned());
    all.extend([chunk(b"IDAT", &[0x78, 0x9c]), chunk(b"IEND", b"")]);
    all.concat()
}

fn kept(logo: &Logo) -> String {
    match logo.edit() {
        Edit::Say(Fact::Logo, Some(text)) => text,
        other => panic!("{other:?}"),
    }
}

fn svg(inner: &str) -> Result<String, BadLogo> {
    let text = format!("<svg viewBox=\"0 0 40 20\">{inner}</svg>");
    Logo::read(text.as_bytes()).map(|logo| kept(&logo))
}

#[test]
fn of_an_svg_only_drawing_is_left() {
    let kept = svg(
        "<title>Acme &amp; Sons</title><defs><linearGradient id='a'><stop offset='0' stop-color='#fff'/>\
         </linearGradient><linearGradient id='b' xlink:href='#a'/></defs><style>.x{fill:url(#b)}</style>\
         <g transform='scale(2)'><path class='x' d='M0 0h4v4z'/><text x='1' y='2'>A&#66;</text></g>",
    )
    .unwrap();
    assert_eq!(
        kept,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"300\" viewBox=\"0 0 40 20\">\
         <title>Acme &amp; Sons</title><defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"#fff\"></stop>\
         </linearGradient><linearGradient id=\"b\" href=\"#a\"></linearGradient></defs>\
         <style>.x{fill:url(#b)}</style><g transform=\"scale(2)\"><path class=\"x\" d=\"M0 0h4v4z\"></path>\
         <text x=\"1\" y=\"2\">AB</text></g></svg>"
    );
}

/// What is harmful, each beside a part that draws.
const HARMFUL: [&str; 24] = [
    "<script>alert(1)</script>",
    "<script href='https://evil.example/x.js'/>",
    "<g onload='alert(1)'><rect onclick='alert(1)'/></g>",
    "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><iframe src='evil'/></body></foreignObject>",
    "<image href='https://evil.example/x.png'/>",
    "<use href='https://evil.example/x.svg#a'/>",
    "<a xlink:href='javascript:alert(1)'><text>evil</text></a>",
    "<rect style='fill:url(https://evil.example/x)'/>",
    "<rect fill='url( &quot;//evil.example/x#a&quot; )'/>",
    "<rect fill='u&#82;l(//evil.example/x)'/>",
    "<rect style='background:\\75rl(evil)'/>",
    "<style>@import '//evil.example/x.css';</style>",
    "<style>rect{fill:url('evil')}</style>",
    "<style><![CDATA[rect{background-image:-webkit-image-set('evil' 1x)}]]></style>",
    "<animate attributeName='href' values='javascript:alert(1)'/>",
    "<set attributeName='onload' to='evil'/>",
    "<linearGradient href='//evil.example/x.svg#a'/>",
    "<!-- evil --><?xml-stylesheet href='evil'?>",
    "<metadata>evil</metadata>",
    "<svg:script>evil</svg:script>",
    "<SCRIPT>evil</SCRIPT>",
    "<filter id='f'><feImage href='evil'/></filter>",
    "<g xmlns:evil='evil' evil:x='evil'/>",
    "<handler type='application/ecmascript'>evil</handler>",
];

#[test]
fn nothing_that_runs_or_fetches_is_left_of_an_svg() {
    for harm in HARMFUL {
        let kept = svg(&format!("{harm}<rect width='1' height='1'/>")).unwrap();
        let plain = kept
            .replace("http://www.w3.org/2000/svg", "")
            .to_lowercase();
        for word in [
            "evil", "script", "alert", "onload", "onclick", "http", "//", "foreign", "iframe",
            "href", "import", "image", "<use", "<a ", "animate", "url(",
        ] {
            assert!(!plain.contains(word), "{harm}: {kept}");
        }
        assert!(kept.contains("<rect width=\"1\" height=\"1\"></rect></svg>"));
    }
    // What is written is XML, whatever was read.
    let odd =
        svg("<linearGradient href='#a' xlink:href='#b'/><text x='\u{1}1'>\u{2}a</text>").unwrap();
    assert!(
        odd.contains("<linearGradient href=\"#a\"></linearGradient><text x=\"1\">a</text>"),
        "{odd}"
    );
    // An entity of its own is not known, and what uses it is left out.
    let bomb = "<!DOCTYPE svg [<!ENTITY a 'evil'><!ENTITY b '&a;&a;'>]><svg viewBox='0 0 1 1'>\
        <text fill='&a;'>&b;</text></svg>";
    let kept = kept(&Logo::read(bomb.as_bytes()).unwrap());
    assert!(
        kept.ends_with("<text></text></svg>") && !kept.contains("evil"),
        "{kept}"
    );
}

#[test]
fn a_file_that_is_no_picture_is_refused_and_says_why() {
    let read = |file: &[u8]| Logo::read(file).unwrap_err();
    assert_eq!(read(b""), BadLogo::OtherKind);
    assert_eq!(read(b"GIF89a"), BadLogo::OtherKind);
    assert_eq!(read(b"\xff\xd8\xff\xe0"), BadLogo::OtherKind);
    assert_eq!(read(b"<html><body/></html>"), BadLogo::OtherKind);
    assert_eq!(
        read(b"<svg viewBox='0 0 1 1'><rect></svg>"),
        BadLogo::Damaged
    );
    assert_eq!(read(b"<svg viewBox='0 0 1 1'><rect/>"), BadLogo::Damaged);
    assert_eq!(read(b"<svg><rect/></svg>"), BadLogo::Size);
    assert_eq!(read(b"<svg viewBox='0 0 0 1'><rect/></svg>"), BadLogo::Size);
    assert_eq!(
        read(b"<svg viewBox='0 0 NaN 1'><rect/></svg>"),
        BadLogo::Size
    );
    let empty = b"<svg viewBox='0 0 1 1'><image href='data:image/png;base64,AA'/></svg>";
    assert_eq!(read(empty), BadLogo::Nothing);
    let long = vec![b' '; MAX_BYTES + 1];
    assert_eq!(read(&long), BadLogo::TooLarge(MAX_BYTES + 1));
    let deep = format!(
        "<svg viewBox='0 0 1 1'>{}<rect/>{}</svg>",
        "<g>".repeat(99),
        "</g>".repeat(99)
    );
    assert_eq!(read(deep.as_bytes()), BadLogo::Damaged);
    // A PNG that is cut, changed, without pixels, or a bomb.
    let whole = png(40, 20, &[]);
    for cut in 8..whole.len() {
        assert_eq!(read(&whole[..cut]), BadLogo::Damaged, "{cut}");
    }
    for at in 8..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        assert!(Logo::read(&changed).is_err(), "{at}");
    }
    assert_eq!(read(&png(4_001, 1, &[])), BadLogo::Size);
    assert_eq!(read(&png(4_000, 4_000, &[])), BadLogo::Size);
    assert_eq!(read(&png(0, 20, &[])), BadLogo::Size);
}

#[test]
fn a_png_is_kept_without_what_was_written_beside_the_picture() {
    let others = [
        chunk(b"tEXt", b"Author\0Secret Person"),
        chunk(b"eXIf", b"secret place"),
        chunk(b"PLTE", &[1, 2, 3]),
    ];
    let logo = Logo::read(&png(40, 20, &others)).unwrap();
    assert_eq!(logo.size, (40, 20));
    let kept = logo.png().unwrap();
    assert_eq!(kept, png(40, 20, &others[2..]));
    // Behind the end there is nothing either.
    let behind = [png(40, 20, &[]), b"secret".to_vec()].concat();
    assert_eq!(
        Logo::read(&behind).unwrap().png().unwrap(),
        png(40, 20, &[])
    );
    assert!(
        logo.address()
            .starts_with("data:image/png;base64,iVBORw0KGgo")
    );
}

/// Whatever is read of damaged files is safe, and read again as the same.
#[test]
fn what_was_taken_is_taken_again_as_it_is() {
    let parts: Vec<String> = HARMFUL.iter().map(|harm| (*harm).to_owned()).collect();
    let mut taken = 0;
    for seed in 0..cases(3_000) {
        let dice = &mut Dice(seed);
        let inner: String = (0..dice.below(4))
            .map(|_| parts[dice.below(parts.len() as u64) as usize].clone())
            .collect();
        let text = format!(
            "<svg viewBox='0 0 {} 2'>{inner}<rect/></svg>",
            dice.below(9)
        );
        let mut bytes = text.into_bytes();
        for _ in 0..dice.below(3) {
            let at = dice.below(bytes.len() as u64) as usize;
            bytes[at] = b"<>/'\"=&;a "[dice.below(10) as usize];
        }
        let Ok(logo) = Logo::read(&bytes) else {
            continue;
        };
        taken += 1;
        let text = kept(&logo);
        assert_eq!(
            Logo::read(text.as_bytes()).as_ref(),
            Ok(&logo),
            "{seed}: {text}"
        );
        let plain = text.to_lowercase();
        for word in [
            "<script",
            "onload",
            "onclick",
            "javascript",
            "//evil",
            "<image",
            "<use",
        ] {
            assert!(!plain.contains(word), "{seed}: {text}");
        }
    }
    assert!(taken > 500, "{taken}");
}
