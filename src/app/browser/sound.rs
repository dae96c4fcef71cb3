//! A soft sound, made here: there is no file to load.

use super::js::{self, Js};
use std::cell::RefCell;

/// How loud it is; 1 is as loud as can be.
const VOLUME: f64 = 0.08;
/// How long it takes to be there, and to be gone, in seconds.
const IN: f64 = 0.02;
const OUT: f64 = 0.3;

thread_local! {
    static PLAYER: RefCell<Option<Js>> = const { RefCell::new(None) };
}

/// Makes ready for sounds. Browsers allow it only while somebody presses something.
pub fn prepare() {
    PLAYER.with_borrow_mut(|player| {
        if player.is_none() {
            *player = js::new("AudioContext", &[]).ok();
        }
        if let Some(player) = player {
            drop(js::call(player, "resume", &[]));
        }
    });
}

/// Plays a tone of so many hertz. A browser that refuses stays silent.
pub fn play(hertz: f64) {
    let player = PLAYER.with_borrow(Option::clone);
    drop(player.map(|player| tone(&player, hertz)));
}

fn tone(player: &Js, hertz: f64) -> Result<(), Js> {
    let now = js::get(player, "currentTime").as_f64().unwrap_or_default();
    let (source, volume) = (
        js::call(player, "createOscillator", &[])?,
        js::call(player, "createGain", &[])?,
    );
    js::set(&js::get(&source, "frequency"), "value", hertz);
    let gain = js::get(&volume, "gain");
    let to = |method: &str, loud: f64, at: f64| js::call(&gain, method, &[loud.into(), at.into()]);
    to("setValueAtTime", 0.0, now)?;
    to("linearRampToValueAtTime", VOLUME, now + IN)?;
    to("linearRampToValueAtTime", 0.0, now + OUT)?;
    js::call(&source, "connect", std::slice::from_ref(&volume))?;
    js::call(&volume, "connect", &[js::get(player, "destination")])?;
    js::call(&source, "start", &[now.into()])?;
    js::call(&source, "stop", &[(now + OUT).into()])?;
    Ok(())
}
