//! Word from tab to tab, where `localStorage` cannot carry it.

use crate::storage::PREFIX;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

thread_local! {
    /// One for the page, for as long as it lives. Old browsers have none.
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new(PREFIX).ok();
}

/// Tells the other tabs what now stands under `key`.
pub fn tell(key: &str, text: &str) {
    let message = js_sys::Array::of2(&key.into(), &text.into());
    // A tab that cannot be told reads the stores when it is looked at again.
    CHANNEL.with(|channel| drop(channel.as_ref().map(|c| c.post_message(&message))));
}

/// Calls `then` with the key and the text that another tab told of.
pub fn on_told(mut then: impl FnMut(String, String) + 'static) {
    let callback = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Ok(message) = event.data().dyn_into::<js_sys::Array>() else {
            return;
        };
        if let (Some(key), Some(text)) = (message.get(0).as_string(), message.get(1).as_string()) {
            then(key, text);
        }
    });
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            channel.set_onmessage(Some(callback.as_ref().unchecked_ref()));
        }
    });
    callback.forget();
}
