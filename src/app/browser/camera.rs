//! The camera, and pictures: what codes they show. One camera is open at a time, and none is while the
//! page is not seen.

use super::files::File;
use super::js::{self, Js};
use super::page::{self, Change};
use super::reader::{self, Reader};
use super::timers::after;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Milliseconds between two looks.
const PAUSE: i32 = 120;
/// A film of which something can be seen.
const HAS_PICTURE: f64 = 2.0;

/// Why nothing is scanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Browsers give no camera to such an address.
    Insecure,
    /// There is none.
    NoCamera,
    /// Somebody, or a rule, said no.
    Refused,
    /// It cannot be opened, or is gone.
    Busy,
    /// What reads codes could not be loaded.
    NoReader,
    /// The page was hidden.
    Hidden,
    /// A file that is no picture.
    NoPicture,
    /// A picture without a code.
    NoCode,
}

/// What the camera brings.
pub enum Seen {
    /// It is open, and looks.
    Ready,
    /// The text of a code.
    Text(String),
    /// No code is in view.
    Nothing,
    /// It is switched off, or was not switched on.
    Trouble(Trouble),
}

/// Who is told of what is seen.
pub type Tell = Rc<dyn Fn(Seen)>;

/// The camera that is open.
struct Open {
    stream: Js,
    tell: Tell,
}

thread_local! {
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
    /// How often a camera was asked for or stopped: what comes late belongs to an earlier time.
    static TURN: Cell<u32> = const { Cell::new(0) };
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

fn turn() -> u32 {
    TURN.set(TURN.get().wrapping_add(1));
    TURN.get()
}

/// Switches the camera off.
pub fn stop() {
    turn();
    if let Some(open) = OPEN.take() {
        release(&open.stream);
    }
}

fn release(stream: &Js) {
    let tracks = js::call(stream, "getTracks", &[]).unwrap_or(Js::UNDEFINED);
    for track in js::values(&tracks) {
        drop(js::call(&track, "stop", &[]));
    }
}

fn give_up(tell: &Tell, why: Trouble) {
    stop();
    tell(Seen::Trouble(why));
}

/// Switches the camera on, shows what it sees in the film with this id, and tells what codes it sees.
pub fn start(film: &'static str, tell: Tell) {
    stop();
    let turn = turn();
    listen();
    let window = js::window();
    let devices = js::find(&window, &["navigator", "mediaDevices"]);
    let ideal = |points: f64| js::object(&[("ideal", points.into())]);
    let wanted = js::object(&[
        ("facingMode", "environment".into()),
        ("width", ideal(1280.0)),
        ("height", ideal(720.0)),
    ]);
    let wanted = js::object(&[("video", wanted), ("audio", false.into())]);
    let Ok(asked) = js::call(&devices, "getUserMedia", &[wanted]) else {
        let is_secure = js::get(&window, "isSecureContext").is_truthy();
        let why = if is_secure {
            Trouble::NoCamera
        } else {
            Trouble::Insecure
        };
        return give_up(&tell, why);
    };
    let refused = tell.clone();
    let kept = move |stream: Js| {
        if TURN.get() == turn {
            show(film, stream, &tell);
        } else {
            release(&stream);
        }
    };
    js::then(&asked, kept, move |why| {
        if TURN.get() == turn {
            give_up(&refused, trouble(&why));
        }
    });
}

fn trouble(why: &Js) -> Trouble {
    match js::get(why, "name").as_string().as_deref() {
        Some("NotAllowedError" | "SecurityError") => Trouble::Refused,
        Some("NotReadableError" | "AbortError") => Trouble::Busy,
        _ => Trouble::NoCamera,
    }
}

/// Shows the film, and begins to look once there is what reads codes.
fn show(film: &'static str, stream: Js, tell: &Tell) {
    let turn = TURN.get();
    let video: Js = page::by_id(film).map_or(Js::UNDEFINED, Js::from);
    let tracks = js::call(&stream, "getVideoTracks", &[]).unwrap_or(Js::UNDEFINED);
    for track in js::values(&tracks) {
        // One that looks at whoever sits before it is shown as in a mirror: so one finds the place.
        let settings = js::call(&track, "getSettings", &[]).unwrap_or(Js::UNDEFINED);
        let facing = js::get(&settings, "facingMode").as_string();
        let mirrors = facing.as_deref() != Some("environment");
        let class = if mirrors { "camera mirror" } else { "camera" };
        js::set(&video, "className", class);
        let gone = tell.clone();
        js::on(&track, "ended", move || {
            if TURN.get() == turn {
                give_up(&gone, Trouble::Busy);
            }
        });
    }
    js::set(&video, "srcObject", stream.clone());
    // A browser that does not begin by itself says so to nobody here; the picture stays empty.
    drop(js::call(&video, "play", &[]));
    let tell = tell.clone();
    OPEN.set(Some(Open {
        stream,
        tell: tell.clone(),
    }));
    reader::load(move |reader| {
        if TURN.get() != turn {
            return;
        }
        if reader.is_none() {
            return give_up(&tell, Trouble::NoReader);
        }
        tell(Seen::Ready);
        look(&video, turn, 0, &tell);
    });
}

/// Looks, and looks again after a while.
fn look(video: &Js, turn: u32, count: usize, tell: &Tell) {
    let (video, tell) = (video.clone(), tell.clone());
    reader::load(move |reader| {
        let number = |name| js::get(&video, name).as_f64().unwrap_or_default();
        let has_picture = number("readyState") >= HAS_PICTURE;
        let again = {
            let (video, tell) = (video.clone(), tell.clone());
            move |texts: Vec<String>| {
                if TURN.get() != turn {
                    return;
                }
                if texts.is_empty() {
                    tell(Seen::Nothing);
                }
                for text in texts {
                    tell(Seen::Text(text));
                }
                after(PAUSE, move || {
                    if TURN.get() == turn {
                        look(&video, turn, count + 1, &tell);
                    }
                });
            }
        };
        match reader {
            Some(reader) if has_picture => {
                let size = (number("videoWidth"), number("videoHeight"));
                reader.read(&video, reader::film_size(size, count), again);
            }
            Some(_) => again(Vec::new()),
            None => give_up(&tell, Trouble::NoReader),
        }
    });
}

/// From now on, a page that is hidden switches its camera off.
fn listen() {
    if LISTENS.replace(true) {
        return;
    }
    page::on_change(Change::Shown, || {
        let is_hidden = js::find(&js::window(), &["document", "hidden"]).is_truthy();
        let tell = OPEN.with_borrow(|open| open.as_ref().map(|open| open.tell.clone()));
        if let (true, Some(tell)) = (is_hidden, tell) {
            give_up(&tell, Trouble::Hidden);
        }
    });
}

/// Tells what codes pictures show, one picture after the other.
pub fn look_at(pictures: Vec<File>, tell: Tell) {
    let mut rest = pictures.into_iter();
    let Some(file) = rest.next() else {
        return;
    };
    let next = {
        let tell = tell.clone();
        move || look_at(rest.collect(), tell)
    };
    reader::load(move |reader| match reader {
        Some(reader) => look_at_one(&file, reader, tell.clone(), next.clone()),
        None => tell(Seen::Trouble(Trouble::NoReader)),
    });
}

fn look_at_one(file: &File, reader: Reader, tell: Tell, next: impl FnOnce() + Clone + 'static) {
    let made = js::call(&js::window(), "createImageBitmap", &[file.into()]);
    let (broken, after_broken) = (tell.clone(), next.clone());
    let kept = move |photo: Js| {
        reader.read_photo(&photo, move |texts| {
            if texts.is_empty() {
                tell(Seen::Trouble(Trouble::NoCode));
            }
            for text in texts {
                tell(Seen::Text(text));
            }
            next();
        });
    };
    let failed = move |_| {
        broken(Seen::Trouble(Trouble::NoPicture));
        after_broken();
    };
    match made {
        Ok(made) => js::then(&made, kept, failed),
        Err(_) => failed(Js::UNDEFINED),
    }
}
