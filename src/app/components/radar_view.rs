//! The radar on a canvas, with its finding in words. Its table stands beside it.

use crate::app::browser::{canvas::draw_radar, page};
use crate::app::words::words;
use crate::app::workspace::expect_workspace;
use crate::figure::Radar;
use leptos::html::Canvas;
use leptos::prelude::*;

/// Draws after the frame in which the scores changed, and again for another width or theme.
#[component]
pub fn RadarView(
    /// What to draw.
    #[prop(into)]
    radar: Signal<Radar>,
) -> impl IntoView {
    let canvas = NodeRef::<Canvas>::new();
    let looks = expect_workspace().looks;
    Effect::new(move |_| {
        looks.track();
        let radar = radar.get();
        if let Some(canvas) = canvas.get() {
            page::next_frame(move || draw_radar(canvas, &radar));
        }
    });
    let summary = move || {
        radar.with(|r| {
            let extremes = r
                .extremes()
                .map(|(high, low)| (high.label.as_str(), low.label.as_str()));
            words().radar_summary(extremes, r.axes.len())
        })
    };
    view! {
        <figure class="radar">
            <canvas node_ref=canvas role="img" aria-label=summary></canvas>
            <figcaption>
                <p><strong>{summary}</strong></p>
                <p class="muted">{words().radar_key}</p>
            </figcaption>
        </figure>
    }
}
