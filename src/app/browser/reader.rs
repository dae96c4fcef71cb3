//! Reads QR codes in pictures: the browser's own way where it has one, and otherwise a file that is
//! loaded now.

use super::js::{self, Js};
use std::cell::RefCell;
use std::rc::Rc;

/// How the name of the file that reads codes ends.
const FILE: &str = "_scan.wasm";
/// Points of the longer side of a picture that is looked at: more takes longer than it helps.
const MOST: f64 = 1280.0;
/// A picture whose longer side has fewer points is small.
const SMALL: f64 = 640.0;
/// How large a picture is looked at, one look after the other: what is large in it is found in a smaller
/// one, and what is fine in a larger one.
const LOOKS: &[f64] = &[1.0, 0.75, 1.25, 0.5];
const LOOKS_CLOSE: &[f64] = &[1.0, 3.0, 2.0];

type Then = Box<dyn FnOnce(Vec<String>)>;

/// What reads.
#[derive(Clone)]
pub enum Reader {
    /// The browser.
    Browser(Js),
    /// A file of ours.
    File {
        /// What can be called of it.
        exports: Js,
        /// A sheet on which pictures are put, to have their points.
        sheet: Js,
    },
}

thread_local! {
    static READY: RefCell<Option<Reader>> = const { RefCell::new(None) };
}

/// Calls `then` with what reads codes, or with nothing where it could not be loaded.
pub fn load(then: impl Fn(Option<Reader>) + 'static) {
    if let Some(ready) = READY.with_borrow(Option::clone) {
        return then(Some(ready));
    }
    let done: Rc<dyn Fn(Option<Reader>)> = Rc::new(move |reader: Option<Reader>| {
        READY.set(reader.clone());
        then(reader);
    });
    let detector = js::get(&js::window(), "BarcodeDetector");
    match js::call(&detector, "getSupportedFormats", &[]) {
        Ok(formats) => {
            let other = done.clone();
            let kept = move |formats: Js| match browsers_own(&formats) {
                Some(detector) => done(Some(Reader::Browser(detector))),
                None => load_file(done),
            };
            js::then(&formats, kept, move |_| load_file(other));
        }
        Err(_) => load_file(done),
    }
}

fn browsers_own(formats: &Js) -> Option<Js> {
    const QR: &str = "qr_code";
    let formats = js::values(formats);
    formats
        .iter()
        .any(|f| f.as_string().as_deref() == Some(QR))
        .then_some(())?;
    let options = js::object(&[("formats", js::list(&[QR.into()]))]);
    js::new("BarcodeDetector", &[options]).ok()
}

fn load_file(done: Rc<dyn Fn(Option<Reader>)>) {
    let window = js::window();
    let missing = done.clone();
    let Ok(response) = js::part(FILE) else {
        return done(None);
    };
    // It takes a promise of a response, too.
    let wasm = js::get(&window, "WebAssembly");
    let Ok(made) = js::call(&wasm, "instantiateStreaming", &[response]) else {
        return done(None);
    };
    let kept = move |made: Js| {
        let exports = js::find(&made, &["instance", "exports"]);
        let document = js::get(&js::window(), "document");
        let sheet = js::call(&document, "createElement", &["canvas".into()]);
        done(sheet.ok().map(|sheet| Reader::File { exports, sheet }));
    };
    js::then(&made, kept, move |_| missing(None));
}

impl Reader {
    /// Calls `then` with the texts of the codes in a picture, a film or a photo, when it is looked at in this
    /// size.
    pub fn read(&self, picture: &Js, size: (f64, f64), then: impl FnOnce(Vec<String>) + 'static) {
        match self {
            Self::Browser(detector) => {
                let Ok(found) = js::call(detector, "detect", std::slice::from_ref(picture)) else {
                    return then(Vec::new());
                };
                let then = Rc::new(RefCell::new(Some(then)));
                let done = move |texts: Vec<String>| {
                    if let Some(then) = then.take() {
                        then(texts);
                    }
                };
                let failed = done.clone();
                let text = |code: &Js| js::get(code, "rawValue").as_string();
                let kept = move |found: Js| {
                    done(js::values(&found).iter().filter_map(text).collect());
                };
                js::then(&found, kept, move |_| failed(Vec::new()));
            }
            Self::File { exports, sheet } => {
                let texts = read_with(exports, sheet, picture, size);
                if texts.is_err() {
                    // It stopped at this picture: the next one gets a new one.
                    READY.set(None);
                }
                then(texts.unwrap_or_default());
            }
        }
    }

    /// The same for a photo, which may show a code large or small: it is looked at in several sizes.
    pub fn read_photo(&self, photo: &Js, then: impl FnOnce(Vec<String>) + 'static) {
        let side = |name: &str| js::get(photo, name).as_f64().unwrap_or_default();
        let size = (side("width"), side("height"));
        let longer = size.0.max(size.1);
        let looks = if longer > SMALL { LOOKS } else { LOOKS_CLOSE };
        self.look(photo, size, looks, Box::new(then));
    }

    fn look(&self, photo: &Js, size: (f64, f64), looks: &'static [f64], then: Then) {
        let Some((by, rest)) = looks.split_first() else {
            return then(Vec::new());
        };
        let (own, same) = (self.clone(), photo.clone());
        let most = size.0.max(size.1).min(MOST);
        self.read(photo, scaled(size, most * by), move |texts| {
            if texts.is_empty() {
                own.look(&same, size, rest, then);
            } else {
                then(texts);
            }
        });
    }
}

/// The size in which a film is looked at, at one look of many.
pub fn film_size(size: (f64, f64), look: usize) -> (f64, f64) {
    let most = size.0.max(size.1).min(MOST);
    scaled(size, most * LOOKS[look % LOOKS.len()])
}

/// A size of the same shape whose longer side is this long.
fn scaled((width, height): (f64, f64), side: f64) -> (f64, f64) {
    let by = side / width.max(height).max(1.0);
    ((width * by).round(), (height * by).round())
}

fn read_with(exports: &Js, sheet: &Js, picture: &Js, size: (f64, f64)) -> Result<Vec<String>, Js> {
    let (width, height) = (size.0.round(), size.1.round());
    if width < 1.0 || height < 1.0 {
        return Ok(Vec::new());
    }
    js::set(sheet, "width", width);
    js::set(sheet, "height", height);
    let often = js::object(&[("willReadFrequently", true.into())]);
    let pen = js::call(sheet, "getContext", &["2d".into(), often])?;
    let place = [0.0.into(), 0.0.into(), width.into(), height.into()];
    let [x, y, w, h] = place.clone();
    js::call(&pen, "drawImage", &[picture.clone(), x, y, w, h])?;
    let points = js::get(&js::call(&pen, "getImageData", &place)?, "data");
    let room = js::call(exports, "room", &[(width * height).into()])?;
    let bytes = || js::find(exports, &["memory", "buffer"]);
    let all = js_sys::Uint8Array::new(&bytes());
    js::call(&all, "set", &[points, room])?;
    let length = js::call(exports, "look", &[width.into(), height.into()])?;
    let at = js::call(exports, "texts", &[])?;
    let end = at.as_f64().unwrap_or_default() + length.as_f64().unwrap_or_default();
    // Its memory may have grown meanwhile.
    let all = js_sys::Uint8Array::new(&bytes());
    let texts = js_sys::Uint8Array::new(&js::call(&all, "slice", &[at, end.into()])?).to_vec();
    let texts = String::from_utf8(texts).unwrap_or_default();
    let texts = texts.split('\0').filter(|text| !text.is_empty());
    Ok(texts.map(str::to_owned).collect())
}
