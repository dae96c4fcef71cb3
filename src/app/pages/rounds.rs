//! Snapshots of one assessment: keep one, begin a new round, see what moved.

use crate::app::browser::clock;
use crate::app::browser::page::{focus_next, go, value_of};
use crate::app::components::{Shown, UNDO, assessment_nav, figure_view, hint_of, table_block};
use crate::app::markup::{El, all, button, el, heading, link, live, option, p};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::figure::Figure;
use crate::model::text::isolated;
use crate::model::validate::MAX_NAME;
use crate::model::{Assessment, SnapshotId};
use crate::report::rounds::{State, measurements, trend, values};
use crate::route::{Route, StateRef};
use crate::scoring::score;
use crate::words::{Hint, words};
use leptos::prelude::*;

/// The page.
pub fn rounds(open: Open) -> AnyView {
    let w = words();
    set_title_of(open, w.rounds);
    let list = live(move || {
        open.track_any();
        let parts = open.with(|a| shown(open, a));
        all(parts
            .unwrap_or_default()
            .into_iter()
            .map(El::done)
            .collect())
    });
    all(vec![
        assessment_nav(open),
        heading(w.rounds).done(),
        p(w.rounds_page().lead).class("lead").done(),
        hint_of(open.id, Hint::Rounds),
        keep(open).done(),
        list,
    ])
}

/// The name of the next snapshot, and what to do with it.
fn keep(open: Open) -> El {
    let w = words();
    let unused = move || {
        let names = open.with(|a| {
            let snapshots = a.snapshots().into_iter();
            snapshots.map(|(_, s)| s.name.clone()).collect::<Vec<_>>()
        });
        w.unused_name(&w.quarter(&clock::today()), &names.unwrap_or_default())
    };
    let quarter = unused();
    let name = RwSignal::new(quarter.clone());
    let input = el("input")
        .id("snapshot")
        .attr("type", "text")
        .attr("maxlength", MAX_NAME.to_string())
        .attr("autocomplete", "off")
        .attr("value", quarter)
        .on("input", move |event| name.set(value_of(&event)));
    let take = |class: &'static str, label: &'static str, begins_round: bool| {
        button(class, label, move |_| {
            let given = name.get_untracked();
            let given = given.trim();
            let name = if given.is_empty() {
                unused()
            } else {
                given.to_owned()
            };
            let (new, now) = (clock::snapshot_id(), clock::rfc3339());
            open.run_made(|desk, id| desk.keep_snapshot(id, new, name, now, begins_round));
        })
    };
    let field = el("p")
        .class("field")
        .child(
            el("label")
                .attr("for", "snapshot")
                .text(w.rounds_page().name),
        )
        .child(input);
    let steps = el("p").class("steps").each([
        take("primary", w.rounds_page().keep, false),
        take("", w.rounds_page().begin, true),
    ]);
    el("section").class("card controls").each([
        field,
        steps,
        p(w.rounds_page().begin_hint).class("muted"),
    ])
}

fn shown(open: Open, a: &Assessment) -> Vec<El> {
    let (w, q) = (words(), open.questionnaire());
    let snapshots = a.snapshots();
    let title = el("h2").text(w.rounds_page().kept);
    if snapshots.is_empty() {
        return vec![title, p(w.rounds_page().none)];
    }
    let rows = snapshots.iter().rev().map(|(id, snapshot)| {
        let from = StateRef {
            assessment: a.id.clone(),
            snapshot: Some((*id).clone()),
        };
        let compare = Route::Compare(from, StateRef::now(&a.id));
        let card = score(q, &snapshot.state);
        let facts = [
            clock::day_and_time(&snapshot.taken),
            w.done(snapshot.state.progress(q, |_| true)),
            w.spoken_value(&card.overall),
        ];
        let facts = facts.map(|fact| el("span").text(fact));
        let label = |verb: &str| format!("{verb}: {}", isolated(&snapshot.name));
        let own = (*id).clone();
        let remove = button("quiet", w.remove, move |_| {
            open.run_made(|desk, id| desk.remove_snapshot(id, &own));
            focus_next(UNDO);
        });
        el("li").each([
            el("bdi").text(snapshot.name.clone()),
            el("span").class("muted facts").each(facts),
            link(&compare, w.rounds_page().with_today)
                .attr("aria-label", label(w.rounds_page().with_today)),
            remove.attr("aria-label", label(w.remove)),
        ])
    });
    let rows = el("ul").class("tasks").each(rows);
    let mut states: Vec<State> = (snapshots.iter())
        .map(|(_, s)| (s.name.clone(), &s.state))
        .collect();
    states.push((w.rounds_page().today.to_owned(), a));
    let trend = trend(q, &states);
    let finding = w.trend_finding(&trend);
    let figure = figure_view(Shown {
        name: "trend".to_owned(),
        figure: Figure::Trend(trend),
        finding,
        key: w.rounds_page().trend_key.to_owned(),
        title: w.picture_title(a.team(), w.rounds_page().trend, &clock::today()),
        table: None,
        of: &a.id,
    });
    let mut parts = vec![
        title,
        rows,
        choose(
            open,
            a,
            &snapshots
                .iter()
                .map(|(id, s)| ((*id).clone(), s.name.clone()))
                .collect::<Vec<_>>(),
        ),
        el("h2").text(w.rounds_page().trend),
        figure,
        table_block(&values(q, &states)),
    ];
    parts.extend(measurements(q, &states).as_ref().map(table_block));
    parts
}

/// Any two states: of this assessment, or of others as they stand.
fn choose(open: Open, a: &Assessment, snapshots: &[(SnapshotId, String)]) -> El {
    let w = words();
    let mut own: Vec<(StateRef, String)> = snapshots
        .iter()
        .map(|(id, name)| {
            let state = StateRef {
                assessment: a.id.clone(),
                snapshot: Some(id.clone()),
            };
            (state, name.clone())
        })
        .collect();
    own.push((StateRef::now(&a.id), w.rounds_page().today.to_owned()));
    let others = open.shell.each_untracked(|other| {
        (other.id != a.id).then(|| (StateRef::now(&other.id), other.team().to_owned()))
    });
    let others: Vec<_> = others.into_iter().flatten().collect();
    let (first, last) = (own[0].0.clone(), StateRef::now(&a.id));
    let chosen = [first, last].map(RwSignal::new);
    let select = |at: usize, label: &'static str| {
        let own_option = |(state, name): &(StateRef, String)| {
            let is_chosen = *state == chosen[at].get_untracked();
            option(state.to_string(), name.clone(), is_chosen)
        };
        let name = ["compare-from", "compare-to"][at];
        let group = (!others.is_empty()).then(|| {
            el("optgroup")
                .attr("label", w.rounds_page().compare_other)
                .each(others.iter().map(own_option))
        });
        let select = el("select")
            .id(name)
            .each(own.iter().map(own_option))
            .each(group)
            .on("change", move |event| {
                if let Some(state) = StateRef::parse(&value_of(&event)) {
                    chosen[at].set(state);
                }
            });
        el("p")
            .class("field")
            .child(el("label").attr("for", name).text(label))
            .child(select)
    };
    let compare = button("", w.rounds_page().compare, move |_| {
        let [from, to] = chosen.map(|state| state.get_untracked());
        go(&Route::Compare(from, to).to_string());
    });
    el("div").class("sum").each([
        select(0, w.rounds_page().from),
        select(1, w.rounds_page().to),
        compare,
    ])
}
