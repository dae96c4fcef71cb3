//! Ballots are scanned: with the camera of this device, or from pictures.

use super::sounds::{IN, Sounds};
use super::take::take;
use crate::app::browser::camera::{self, Seen, Tell, Trouble};
use crate::app::browser::files::{File, chosen, dropped};
use crate::app::browser::settings::Setting;
use crate::app::browser::{pasted, sound};
use crate::app::markup::{El, el, p};
use crate::app::shell::Open;
use crate::desk::{Scanned, Scanning};
use crate::model::WorkshopId;
use crate::words::{ScanWords, scan_words, words};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

const FILM: &str = "camera";
const PICTURE: &str = "picture";
/// The pitch, in hertz, where what was shown does not count.
const NOT: f64 = 220.0;

/// What the parts of the card follow.
#[derive(Clone, Copy)]
struct Card {
    open: Open,
    workshop: &'static WorkshopId,
    is_on: RwSignal<bool>,
    said: RwSignal<String>,
    is_problem: RwSignal<bool>,
}

/// The button, what the camera sees, and what came of it.
pub fn scan(open: Open, workshop: &'static WorkshopId, sounds: Sounds) -> El {
    let s = scan_words();
    let card = Card {
        open,
        workshop,
        is_on: RwSignal::new(false),
        said: RwSignal::new(String::new()),
        is_problem: RwSignal::new(false),
    };
    let tell = card.tell();
    pasted::receive(card.look_at(&tell));
    on_cleanup(|| {
        camera::stop();
        pasted::stop();
    });
    let drop = card.look_at(&tell);
    el("section")
        .class("card scan")
        .on("dragover", |event| event.prevent_default())
        .on("drop", move |event| {
            event.prevent_default();
            drop(dropped(&event));
        })
        .each([
            el("h2").text(s.title),
            p(s.hint).class("muted"),
            card.switch(&tell),
            card.film(),
            card.result(),
            sounds.tick(s.sound),
            picture(card.look_at(&tell)),
        ])
}

impl Card {
    /// Takes what the camera tells.
    fn tell(self) -> Tell {
        let scanning = Rc::new(RefCell::new(Scanning::default()));
        Rc::new(move |seen| match seen {
            Seen::Ready => self.say(scan_words().seeing.to_owned(), false),
            Seen::Nothing => scanning.borrow_mut().sees_nothing(),
            Seen::Text(text) => {
                let is_news = scanning.borrow_mut().sees(&text);
                if is_news {
                    let (scanning, shown) = (scanning.clone(), text.clone());
                    take(self.open, self.workshop, text, move |taken| {
                        let says = scanning.borrow_mut().says(&shown, &taken);
                        self.took(says);
                    });
                }
            }
            Seen::Trouble(why) => {
                if !matches!(why, Trouble::NoCode | Trouble::NoPicture) {
                    self.is_on.set(false);
                }
                self.say(sentence(scan_words(), why).to_owned(), true);
            }
        })
    }

    fn say(self, text: String, is_problem: bool) {
        // What is sealed is opened in the meantime, and the page may be gone.
        let _ = self.is_problem.try_set(is_problem);
        let _ = self.said.try_set(text);
    }

    /// Says what came of a text, where that is news.
    fn took(self, says: Option<Scanned>) {
        let Some(scanned) = says else {
            return;
        };
        let Self { open, workshop, .. } = self;
        let of_room = open.with(|a| {
            let expected = a.workshop(workshop)?.expected;
            Some((a.ballots(workshop).count(), expected as usize))
        });
        let (count, expected) = of_room.flatten().unwrap_or_default();
        if Setting::Sound.is_on() {
            sound::play(if scanned.is_in() { IN } else { NOT });
        }
        self.say(
            words().scanned(&scanned, count, expected),
            !scanned.is_in() && scanned != Scanned::Again,
        );
    }

    fn switch(self, tell: &Tell) -> El {
        let tell = tell.clone();
        let label = move || {
            let s = scan_words();
            if self.is_on.get() { s.stop } else { s.start }.to_owned()
        };
        let press = move |_| {
            if self.is_on.get_untracked() {
                camera::stop();
                self.is_on.set(false);
                return self.say(String::new(), false);
            }
            self.is_on.set(true);
            self.say(scan_words().opening.to_owned(), false);
            if Setting::Sound.is_on() {
                sound::prepare();
            }
            // What was said before is said again.
            tell(Seen::Nothing);
            camera::start(FILM, tell.clone());
        };
        let button = el("button").attr("type", "button").class("primary");
        el("p").child(button.live_text(label).on("click", press))
    }

    fn film(self) -> El {
        el("video")
            .id(FILM)
            .class("camera")
            .attr("muted", "")
            .attr("playsinline", "")
            .attr("aria-hidden", "true")
            .live_flag("hidden", move || !self.is_on.get())
    }

    fn result(self) -> El {
        let class = move || {
            let class = match (self.said.get().is_empty(), self.is_problem.get()) {
                (true, _) => "",
                (_, true) => "notice problem",
                (_, false) => "notice",
            };
            Some(class.to_owned())
        };
        el("p")
            .live_attr("class", class)
            .attr("role", "status")
            .live_text(move || self.said.get())
    }

    /// Looks at pictures.
    fn look_at(self, tell: &Tell) -> Box<dyn Fn(Vec<File>)> {
        let tell = tell.clone();
        Box::new(move |pictures| camera::look_at(pictures, tell.clone()))
    }
}

fn picture(look_at: Box<dyn Fn(Vec<File>)>) -> El {
    let s = scan_words();
    let field = el("input")
        .id(PICTURE)
        .attr("type", "file")
        .attr("accept", "image/*")
        .attr("multiple", "")
        .on("change", move |event| look_at(chosen(&event)));
    let label = el("label").attr("for", PICTURE).text(s.picture);
    let hint = el("span").class("muted").text(s.picture_hint);
    el("p").class("field").each([label, field, hint])
}

fn sentence(s: &'static ScanWords, why: Trouble) -> &'static str {
    match why {
        Trouble::Insecure => s.insecure,
        Trouble::NoCamera => s.no_camera,
        Trouble::Refused => s.refused,
        Trouble::Busy => s.busy,
        Trouble::NoReader => s.no_reader,
        Trouble::Hidden => s.hidden,
        Trouble::NoPicture => s.no_picture,
        Trouble::NoCode => s.no_code,
    }
}
