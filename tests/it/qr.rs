//! QR codes are read back by another library.

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
    let grey = |x: usize, y: usize| {
        let is_dark = dark.contains(&(x / scale, y / scale));
        if is_dark { 0 } else { 255 }
    };
    let points = (0..side * scale).flat_map(|y| (0..side * scale).map(move |x| (x, y)));
    let points: Vec<u8> = points.map(|(x, y)| grey(x, y)).collect();
    let width = side * scale;
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(width, width, |x, y| points[y * width + x]);
    let grids = image.detect_grids().into_iter();
    grids.map(|grid| grid.decode().unwrap().1).collect()
}

#[test]
fn what_stands_in_the_code_is_the_text() {
    let link = "https://example.github.io/plumbline/#/vote/BAbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_";
    let code = "PB2N8xHgtQ3VnFkYc7RmJqZ5sWdBpXeTaKuLhGvCiDfEoMjNbPrStUyAzQ1";
    for text in [link, code, "ü🍂"] {
        assert_eq!(seen(&svg(text).unwrap()), [text]);
    }
    assert_eq!(svg(&"x".repeat(4_000)), None);
}
