//! QR codes are read back by another library: the one that the page loads to scan them.

use plumbline::figure::qr::svg;

/// What a reader makes of the picture, at four points a module.
fn seen(svg: &str) -> Vec<String> {
    let between = |text: &str, from: &str, to: &str| {
        let (_, rest) = text.split_once(from).unwrap();
        rest.split_once(to).unwrap().0.to_owned()
    };
    let side: usize = between(svg, "viewBox=\"0 0 ", " ").parse().unwrap();
    let path = between(svg, "<path d=\"", "\"");
    let dark: Vec<(usize, usize)> = path
        .split('M')
        .skip(1)
        .map(|module| {
            let (x, rest) = module.split_once(',').unwrap();
            let (y, _) = rest.split_once('h').unwrap();
            (x.parse().unwrap(), y.parse().unwrap())
        })
        .collect();
    let scale = 4;
    let grey = |(x, y): (usize, usize)| {
        let is_dark = dark.contains(&(x / scale, y / scale));
        [if is_dark { 0 } else { 255 }; 4]
    };
    let width = side * scale;
    let points = (0..width).flat_map(|y| (0..width).map(move |x| (x, y)));
    let points: Vec<u8> = points.flat_map(grey).collect();
    scanner::read(&points, width, width)
}

#[test]
fn what_stands_in_the_code_is_the_text() {
    let link = "https://example.github.io/plumbline/#/vote/BAbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_";
    let code = "PB2N8xHgtQ3VnFkYc7RmJqZ5sWdBpXeTaKuLhGvCiDfEoMjNbPrStUyAzQ1";
    for text in [link, code, &code.repeat(5), "ü🍂"] {
        assert_eq!(seen(&svg(text).unwrap()), [text]);
    }
    assert_eq!(svg(&"x".repeat(4_000)), None);
}
