//! A figure on a canvas, with its finding and how to read it in words, and with a link over each of
//! its marks. Its table stands beside it.

use crate::app::browser::canvas::{draw, is_below, picture};
use crate::app::browser::{files, js, page, pointer};
use crate::app::contexts::Looks;
use crate::app::markup::{El, Event, all, button, details, effect, el, link, live, nothing, p};
use crate::figure::Figure;
use crate::figure::hits::{Hit, Leads};
use crate::model::AssessmentId;
use crate::model::decimal::write;
use crate::route::{Page, Route};
use crate::scoring::PartRef;
use crate::words::words;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// The width of a saved picture, and how many pixels it has for each of them.
const WIDTH: f64 = 736.0;
const SHARP: f64 = 2.0;

/// A figure, and what goes with it.
pub struct Shown<'a> {
    /// The id of its canvas, and the end of the name of its files.
    pub name: String,
    /// What is drawn.
    pub figure: Figure,
    /// What it says, in a sentence.
    pub finding: String,
    /// How it is read.
    pub key: String,
    /// What stands on a picture that is taken along.
    pub title: String,
    /// The same in numbers, where it stands nowhere else.
    pub table: Option<El>,
    /// The assessment whose answers its marks lead to.
    pub of: &'a AssessmentId,
}

/// Draws after the frame in which the scores changed, and again for another width or theme. What nobody can
/// see yet is drawn at first when nothing else is going on.
pub fn figure_view(shown: Shown) -> El {
    let (name, figure, finding) = (&shown.name, &shown.figure, &shown.finding);
    let (looks, width) = (Looks::get(), RwSignal::new(0.0));
    let (own, drawn) = (name.clone(), figure.clone());
    let before = Rc::new(Cell::new(None));
    effect(move || {
        looks.track();
        let (own, drawn, before) = (own.clone(), drawn.clone(), before.clone());
        let (name, is_first) = (own.clone(), before.get().is_none());
        let paint = move || {
            before.set(draw(&own, &drawn, before.get()));
            // The page may be gone by now; and what lies where it lay is not built anew.
            if let (Some((_, now)), Some(was)) = (before.get(), width.try_get_untracked())
                && now.total_cmp(&was).is_ne()
            {
                width.set(now);
            }
        };
        page::next_frame(move || {
            if is_first && is_below(&name) {
                js::when_idle(paint);
            } else {
                paint();
            }
        });
    });
    let canvas = el("canvas")
        .id(name.clone())
        .attr("role", "img")
        .attr("aria-label", finding.clone());
    let canvas = pointed(canvas, figure, width, shown.of);
    let plate = el("div")
        .class("plate")
        .child(canvas)
        .view(marks(&shown, width));
    let key = (!shown.key.is_empty()).then(|| p(shown.key.clone()).class("muted"));
    let (r, save) = (words().of_results(), save(&shown));
    let title = if shown.table.is_some() {
        r.as_table
    } else {
        r.as_picture
    };
    let fold = details(title).each(key).each(shown.table).child(save);
    let caption = el("figcaption").child(el("p").child(el("strong").text(finding.clone())));
    el("figure")
        .class("figure")
        .each([plate, caption.child(fold)])
}

/// Pointing anywhere on the canvas lights the mark that is meant, and a click goes where it leads.
fn pointed(canvas: El, figure: &Figure, width: RwSignal<f64>, of: &AssessmentId) -> El {
    let meant = |figure: &Figure, width: f64, event: &Event| {
        let at = figure.meant(width, pointer::point_of(event)?)?;
        figure.hits(width).into_iter().nth(at)
    };
    let drawn = figure.clone();
    let over = move |event: Event| {
        let hit = meant(&drawn, width.get_untracked(), &event);
        pointer::light(hit.as_ref().map(|hit| hit.leads.id()));
    };
    let (drawn, of) = (figure.clone(), of.clone());
    let click = move |event: Event| {
        let hit = meant(&drawn, width.get_untracked(), &event);
        if let Some(route) = hit.and_then(|hit| leads_to(&of, &hit.leads)) {
            page::go(&route.to_string());
        }
    };
    canvas
        .on("mousemove", over)
        .on("mouseleave", |_| pointer::light(None))
        .on("click", click)
}

/// A link over each mark: one stop for the keyboard, arrow keys among them.
fn marks(shown: &Shown, width: RwSignal<f64>) -> AnyView {
    let (figure, name, of) = (shown.figure.clone(), shown.name.clone(), shown.of.clone());
    let at = RwSignal::new(0_usize);
    live(move || {
        let hits = figure.hits(width.get());
        if width.get() < 1.0 || hits.is_empty() {
            return nothing();
        }
        let count = hits.len();
        let id = |i: usize| format!("{name}-{i}");
        let mark = |(i, hit): (usize, Hit)| mark(&of, id(i), (&hit, width.get()), (i, at));
        let list = el("ul")
            .class("hits")
            .each(hits.into_iter().enumerate().map(mark));
        let own = name.clone();
        let step = move |event: Event| {
            if pointer::is_escape(&event) {
                pointer::dim();
            }
            if let Some(on) = pointer::step_of(&event) {
                let by = if on { 1 } else { count - 1 };
                let next = (at.get_untracked() + by) % count;
                page::focus_next(format!("{own}-{next}"));
            }
        };
        all(vec![list.on("keydown", step).done()])
    })
}

fn mark(
    of: &AssessmentId,
    id: String,
    (hit, width): (&Hit, f64),
    (i, at): (usize, RwSignal<usize>),
) -> El {
    let says = words().hit_says(hit);
    let css = [hit.x, hit.y, hit.width, hit.height].map(|css| write(css.round()));
    let [x, y, w, h] = &css;
    let style = [
        "left:",
        x,
        "px;top:",
        y,
        "px;width:",
        w,
        "px;height:",
        h,
        "px",
    ]
    .concat();
    // A tip stays within the figure, however narrow that is.
    let side = match (hit.x + hit.width / 2.0) / width {
        along if along < 0.3 => "part hit from",
        along if along > 0.7 => "part hit till",
        _ => "part hit",
    };
    let tip = el("span").class("tip").attr("aria-hidden", "true");
    // What is of many teams leads nowhere, and can be reached and heard all the same.
    let place = match leads_to(of, &hit.leads) {
        Some(route) => link(&route, ""),
        None => el("span").attr("role", "img"),
    };
    let anchor = place
        .id(id)
        .class(side)
        .attr("data-part", hit.leads.id().to_owned())
        .attr("aria-label", says.clone())
        .live_attr("tabindex", move || {
            Some(if at.get() == i { "0" } else { "-1" }.to_owned())
        })
        .live_prop("style", move || style.clone())
        .on("focus", move |_| at.set(i))
        .child(tip.text(says));
    el("li").child(anchor)
}

/// Where the answers or numbers behind a mark are.
pub fn leads_to(of: &AssessmentId, leads: &Leads) -> Option<Route> {
    let page = match leads {
        Leads::Dimension(id) => Page::Dimension(id.clone().try_into().ok()?),
        Leads::Discipline(id) if id == "overall" => Page::Why(PartRef::Overall),
        Leads::Discipline(id) => Page::Why(PartRef::Discipline(id.clone().try_into().ok()?)),
        Leads::Metric(_) => Page::Measurements,
        Leads::Nothing(_) => return None,
    };
    Some(Route::Assessment(of.clone(), page))
}

/// The figure to take along, with what it is on top.
fn save(shown: &Shown) -> El {
    let w = words();
    let lines = vec![shown.title.clone(), shown.finding.clone()];
    let (figure, name, above) = (shown.figure.clone(), shown.name.clone(), lines.clone());
    let save_png = button("link", w.save_png, move |_| {
        if let Some(address) = picture(&figure.picture(&above, WIDTH, SHARP)) {
            files::download_address(&format!("plumbline_{name}.png"), &address);
        }
    });
    let (figure, name) = (shown.figure.clone(), shown.name.clone());
    let save_svg = button("link", w.save_svg, move |_| {
        let svg = figure.picture(&lines, WIDTH, 1.0).svg();
        files::download(&format!("plumbline_{name}.svg"), &svg);
    });
    let label = |text: &str| w.about(text, &shown.title);
    el("p").class("save").each([
        save_svg.attr("aria-label", label(w.save_svg)),
        save_png.attr("aria-label", label(w.save_png)),
    ])
}
