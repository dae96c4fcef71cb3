//! The board. It is built anew when cards come, go or move, not while one types into the open one.

use super::edit::{Board, Opened};
use crate::advice::{Card, cards};
use crate::app::browser::{clock, page, pointer};
use crate::app::components::{Acts, action_form, action_id, add_id, card_id, pill, when_id};
use crate::app::markup::{El, Event, all, button, el, link, live};
use crate::app::shell::Open;
use crate::model::{Action, Edit, Horizon};
use crate::route::Page;
use crate::words::words;
use leptos::prelude::*;

/// What stands at a place of a column.
#[derive(Clone, PartialEq)]
enum Place {
    Closed(Card),
    Open(Opened),
}

/// The three columns.
pub fn board(open: Open) -> El {
    let board = Board::new(open);
    on_cleanup(move || {
        if let Some(Opened { id, .. }) = board.opened.try_get_untracked().flatten() {
            board.discard_blank(&id);
        }
    });
    let places = Memo::new(move |_| {
        open.track_any();
        let opened = board.opened.get();
        let found = open.with(|a| cards(open.questionnaire(), a, &clock::today()));
        places(found.unwrap_or_default(), opened)
    });
    let columns = live(move || {
        let places = places.get();
        all(Horizon::ALL
            .iter()
            .map(|horizon| {
                let here = places.iter().filter(|(at, _)| at == horizon);
                let here: Vec<_> = here.map(|(_, place)| place).collect();
                column(board, *horizon, &here).done()
            })
            .collect())
    });
    el("div")
        .class("board")
        .on("click", move |event| left(board, &event))
        .on("keyup", move |event| left(board, &event))
        .view(columns)
}

/// What stands where; the open card keeps its place and shows what is typed by itself.
fn places(cards: Vec<Card>, opened: Option<Opened>) -> Vec<(Horizon, Place)> {
    let is_new = |o: &Opened| cards.iter().all(|card| card.id != o.id);
    let new = opened.clone().filter(is_new);
    let place = |card: Card| match &opened {
        Some(o) if o.id == card.id => (card.horizon, Place::Open(o.clone())),
        _ => (card.horizon, Place::Closed(card)),
    };
    let mut places: Vec<_> = cards.into_iter().map(place).collect();
    places.extend(new.map(|o| (o.horizon, Place::Open(o))));
    places
}

/// Closes the open card once something is done outside of it.
fn left(board: Board, event: &Event) {
    let Some(opened) = board.opened.get_untracked() else {
        return;
    };
    if !pointer::is_in(event, "[data-opens], #", &form_id(&opened)) {
        board.leave();
    }
}

fn form_id(opened: &Opened) -> String {
    format!("form-{}", opened.id)
}

fn column(board: Board, horizon: Horizon, places: &[&Place]) -> El {
    let w = words();
    let name = format!("column-{}", horizon.id());
    let count = el("span").class("muted").text(places.len().to_string());
    let count = count.attr("aria-hidden", "true");
    let head = el("div")
        .class("head")
        .child(el("h2").id(name.clone()).text(w.horizon(horizon)))
        .child(count);
    let list = if places.is_empty() {
        el("p").class("muted").text(w.roadmap_page().empty)
    } else {
        let items = places.iter().map(|place| match place {
            Place::Closed(card) => closed(board, card),
            Place::Open(opened) => form(board, opened),
        });
        el("ul").each(items)
    };
    let add = button("quiet i-add", w.roadmap_page().action_add, move |_| {
        let id = clock::action_id();
        board.show(Opened {
            id: id.clone(),
            horizon,
        });
        page::focus_next(action_id(&id));
    });
    let add = add.id(add_id(horizon)).attr("data-opens", "").attr(
        "aria-label",
        w.about(w.roadmap_page().action_add, w.horizon(horizon)),
    );
    el("section")
        .class("column")
        .attr("aria-labelledby", name)
        .live_attr("data-over", move || {
            (board.over.get() == Some(horizon)).then(String::new)
        })
        .on("dragover", move |event| {
            if board.dragged.with_untracked(Option::is_some) {
                event.prevent_default();
                board.over.set(Some(horizon));
            }
        })
        .on("drop", move |event| {
            event.prevent_default();
            board.over.set(None);
            if let Some(id) = board.dragged.get_untracked() {
                board.dragged.set(None);
                board.shift(&id, horizon);
            }
        })
        .each([head, list, add])
}

fn closed(board: Board, card: &Card) -> El {
    let w = words();
    let what = w.card_title(card);
    let opened = Opened {
        id: card.id.clone(),
        horizon: card.horizon,
    };
    let title = button("link", what.clone(), move |_| {
        page::focus_next(action_id(&opened.id));
        board.show(opened.clone());
    });
    let title = title.id(card_id(&card.id)).attr("data-opens", "");
    let (id, carried) = (card.id.clone(), what.clone());
    let class = if card.state.is_ahead() {
        "task"
    } else {
        "task past"
    };
    el("li")
        .class(class)
        .attr("draggable", "true")
        .on("dragstart", move |event| {
            pointer::carry(&event, &carried);
            board.dragged.set(Some(id.clone()));
        })
        .on("dragend", move |_| {
            board.dragged.set(None);
            board.over.set(None);
        })
        .child(el("h3").child(title))
        .each(moves(board.open, card))
        .each(facts(card))
        .child(shifts(board, card, &what))
}

/// Which practice, and from which level to which.
fn moves(open: Open, card: &Card) -> Option<El> {
    let w = words();
    let m = card.moves.as_ref()?;
    let route = open.route(Page::Practice(m.practice.clone()));
    let name = (card.what != m.title).then(|| link(&route, m.title.clone()));
    let levels = el("span").class("levels");
    let levels = match m.from {
        // It is there already.
        Some(from) if from >= m.to => levels.child(pill(from)),
        from => {
            let none = || el("span").class("pill").text(w.roadmap_page().no_level);
            let from = from.map_or_else(none, pill);
            levels
                .child(from)
                .text(w.roadmap_page().to)
                .child(pill(m.to))
        }
    };
    Some(el("div").class("moves").each(name).child(levels))
}

/// Who, by when, how far. What goes without saying is not said.
fn facts(card: &Card) -> Option<El> {
    let w = words();
    let owner = (!card.owner.is_empty()).then(|| el("bdi").text(card.owner.clone()));
    let due = (!card.due.is_empty()).then(|| {
        let class = if card.is_late { "late" } else { "" };
        el("span").class(class).text(w.due_said(card))
    });
    let state = (card.state != Action::default().state).then(|| {
        let class = if card.state.is_ahead() {
            "pill"
        } else {
            "pill complete"
        };
        el("span").class(class).text(w.action_state(card.state))
    });
    let facts: Vec<_> = [owner, due, state].into_iter().flatten().collect();
    (!facts.is_empty()).then(|| el("p").class("muted who").each(facts))
}

/// The way to the other columns for those who drag nothing.
fn shifts(board: Board, card: &Card, what: &str) -> El {
    let w = words();
    let others = Horizon::ALL.into_iter().filter(|h| *h != card.horizon);
    let buttons = others.map(|to| {
        let id = card.id.clone();
        let class = if to < card.horizon { "back" } else { "on" };
        button(class, w.horizon(to), move |_| board.shift(&id, to))
            .attr("aria-label", w.move_what(to, what))
    });
    el("p").class("shift").each(buttons)
}

fn form(board: Board, opened: &Opened) -> El {
    let (open, id) = (board.open, opened.id.clone());
    let close = move || {
        board.leave();
        page::focus_next(card_id(&id));
    };
    let shift = {
        let opened = opened.clone();
        move |to| {
            match board.action(&opened.id) {
                Some(_) => board.shift(&opened.id, to),
                None => board.opened.set(Some(Opened {
                    horizon: to,
                    ..opened.clone()
                })),
            }
            page::focus_next(when_id(&opened.id));
        }
    };
    let gone = {
        let (id, horizon) = (opened.id.clone(), opened.horizon);
        move || {
            board.opened.set(None);
            if board.action(&id).is_some() {
                open.edit(Edit::Act(id.clone(), None));
            }
            page::focus_next(add_id(horizon));
        }
    };
    el("li")
        .id(form_id(opened))
        .class("task open")
        .child(action_form(
            open,
            &opened.id,
            opened.horizon,
            Acts {
                close: Some(Box::new(close)),
                shift: Box::new(shift),
                remove: Box::new(gone),
            },
        ))
}
