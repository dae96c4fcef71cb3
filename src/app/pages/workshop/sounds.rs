//! Whether there are sounds. Several boxes on a page say it, and it is one setting.

use crate::app::browser::page::is_checked;
use crate::app::browser::settings::Setting;
use crate::app::browser::sound;
use crate::app::markup::{El, el};
use leptos::prelude::*;

/// The pitch, in hertz, of a ballot that is in.
pub const IN: f64 = 660.0;

/// What all boxes of a page show.
#[derive(Clone, Copy)]
pub struct Sounds(RwSignal<bool>);

impl Sounds {
    /// As it is set now.
    pub fn new() -> Self {
        Self(RwSignal::new(Setting::Sound.is_on()))
    }

    /// A box. Who turns sounds on hears one.
    pub fn tick(self, label: &'static str) -> El {
        let input = el("input")
            .attr("type", "checkbox")
            .live_flag("checked", move || self.0.get())
            .on("change", move |event| {
                let is_on = is_checked(&event);
                Setting::Sound.set(is_on);
                if is_on {
                    sound::prepare();
                    sound::play(IN);
                }
                self.0.set(is_on);
            });
        el("label")
            .class("line")
            .each([input, el("span").text(label)])
    }
}
