//! The bar on top of an assessment's pages: which team, the four places, and the rest in a menu.

use super::brand::brand;
use crate::app::browser::page::close;
use crate::app::contexts::Loader;
use crate::app::markup::{El, all, button, el, link, live, nothing};
use crate::app::shell::Open;
use crate::model::Assessment;
use crate::route::{Page, Place, Route};
use crate::words::words;
use leptos::prelude::*;

/// So many teams stand in the switcher; the first page finds the others.
const TEAMS: usize = 12;

/// The bar as it is on one page; without one, where questions are asked.
pub fn bar(open: Open, page: Option<Page>) -> AnyView {
    let w = words();
    let to = |page: Page| open.route(page);
    let here = page.as_ref().map_or(Some(Place::Assess), Page::place);
    let places = Place::ALL.map(|place| {
        let anchor = link(&to(place.page()), w.place(place)).class(icon(place));
        el("li").child(if here == Some(place) {
            // In a place is not yet on its page.
            let is_page = page.as_ref() == Some(&place.page());
            anchor.attr("aria-current", if is_page { "page" } else { "true" })
        } else {
            anchor
        })
    });
    let places = el("nav")
        .class("places")
        .attr("aria-label", w.parts_of)
        .child(el("ul").each(places));
    let own = live(move || {
        let whose = open.live_brand();
        whose.map_or_else(nothing, |own| brand(own).done())
    });
    all(vec![
        own,
        teams(open, here.unwrap_or(Place::Assess)),
        places.done(),
        more(open, page.as_ref()),
    ])
}

fn icon(place: Place) -> &'static str {
    match place {
        Place::Assess => "i-assess",
        Place::Results => "i-chart",
        Place::Plan => "i-plan",
        Place::Share => "i-share",
    }
}

/// A button and what opens under it. The browser closes it on Escape and on a click elsewhere; what was
/// taken from it may leave the page as it is, and then nothing else would.
fn menu(id: &'static str, opens: El, inside: El) -> AnyView {
    let opens = opens
        .attr("type", "button")
        .attr("popovertarget", id)
        .attr("aria-haspopup", "true");
    let menu = inside
        .class("menu")
        .id(id)
        .attr("popover", "")
        .on("click", move |_| close(id));
    all(vec![opens.done(), menu.done()])
}

/// The team, and the way to the others: to the same place in them.
fn teams(open: Open, place: Place) -> AnyView {
    let w = words();
    let name = el("bdi").live_text(move || {
        open.track_any();
        open.team()
    });
    // The list is made anew for whoever opens it: an answer would make all of it once more, unseen.
    let opened = RwSignal::new(());
    let opens = el("button").class("team i-down").child(name);
    let opens = opens.on("click", move |_| opened.set(()));
    let list = live(move || {
        opened.track();
        list_of_teams(open, place)
    });
    let inside = el("nav").attr("aria-label", w.teams_menu).view(list);
    menu("teams", opens, inside)
}

/// The other teams as they are now, and the ways to all of them.
fn list_of_teams(open: Open, place: Place) -> AnyView {
    let w = words();
    let look = |a: &Assessment| (a.id.clone(), a.team().to_owned());
    let others = open.shell.each_untracked(look);
    let count = others.len();
    let rows = others.into_iter().take(TEAMS).map(|(other, team)| {
        let route = Route::Assessment(other.clone(), place.page());
        let anchor = el("a")
            .attr("href", route.to_string())
            .child(el("bdi").text(team));
        el("li").child(if other == *open.id {
            anchor.attr("aria-current", "true")
        } else {
            anchor
        })
    });
    let all_of_them = link(&Route::Home, w.all_teams(count)).class("i-add");
    let portfolio =
        (count > 1).then(|| link(&Route::Portfolio, w.portfolio_link).class("i-people"));
    let ways = [Some(all_of_them), portfolio].into_iter().flatten();
    let ways = ways.map(|way| el("li").child(way));
    let lists = [el("ul").each(rows), el("ul").each(ways)];
    all(lists.map(El::done).into())
}

/// What one does now and then.
fn more(open: Open, page: Option<&Page>) -> AnyView {
    let w = words();
    let item = |to: Page, text: &'static str, icon: &'static str| {
        let anchor = link(&open.route(to.clone()), text).class(icon);
        el("li").child(if Some(&to) == page {
            anchor.attr("aria-current", "page")
        } else {
            anchor
        })
    };
    let loader = Loader::get();
    let export = button("i-save", w.export, move |_| {
        loader.with_base(move |base| (base.download)(open));
    });
    let items = [
        item(Page::Measurements, w.measurements, "i-gauge"),
        item(Page::Check, w.check, "i-check"),
        item(Page::Rounds, w.rounds, "i-clock"),
        item(Page::Workshop, w.workshop, "i-people"),
        item(Page::Settings, w.settings_page, "i-gear"),
        el("li").child(export),
    ];
    let opens = el("button")
        .class("more i-more")
        .child(el("span").text(w.more_menu));
    let inside = el("nav")
        .attr("aria-label", w.more_menu)
        .child(el("ul").each(items));
    menu("more", opens, inside)
}
