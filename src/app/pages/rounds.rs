//! Rounds of one assessment: begin one, confirm what it carries over, see what moved.

mod any_two;
mod begin;
mod name_field;
mod present;
mod timeline;

use crate::app::browser::clock;
use crate::app::components::{
    Shown, assessment_nav, confirm_list, figure_view, hint_of, table_block,
};
use crate::app::markup::{El, all, el, heading, live, nothing, p};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::figure::Figure;
use crate::model::Assessment;
use crate::report::rounds::{State, measurements, trend, values};
use crate::words::{Hint, words};
use leptos::prelude::*;
use present::present;

/// The page.
pub fn rounds(open: Open) -> AnyView {
    let w = words();
    set_title_of(open, w.rounds);
    // Renaming one row leaves the others as they are.
    let naming = RwSignal::new(None);
    let confirm = live(move || {
        open.track_any();
        let list = open.with(|a| confirm_list(open, a)).flatten();
        list.map_or_else(nothing, El::done)
    });
    let list = live(move || {
        open.track_any();
        let naming_now = naming.get();
        let shown = open.with(|a| timeline::timeline(open, a, naming, naming_now.as_ref()));
        shown.map_or_else(nothing, El::done)
    });
    let over = live(move || {
        open.track_any();
        let parts = open.with(|a| over_the_rounds(open, a)).unwrap_or_default();
        all(parts.into_iter().map(El::done).collect())
    });
    all(vec![
        assessment_nav(open),
        heading(w.rounds).done(),
        p(w.rounds_page().lead).class("lead").done(),
        hint_of(open.id, Hint::Rounds),
        begin::begin(open),
        confirm,
        list,
        over,
        begin::keep(open).done(),
    ])
}

/// Every state, the earliest first, by its name.
fn states(a: &Assessment) -> Vec<State<'_>> {
    let kept = a.snapshots().into_iter();
    let kept = kept.map(|(_, s)| (s.name.clone(), &s.state));
    kept.chain([(present(a), a)]).collect()
}

/// The disciplines from round to round, the numbers, and any two side by side.
fn over_the_rounds(open: Open, a: &Assessment) -> Vec<El> {
    let (w, q) = (words(), open.questionnaire());
    let states = states(a);
    if states.len() < 2 {
        return Vec::new();
    }
    let trend = trend(q, &states);
    let finding = w.trend_finding(&trend);
    // Where the names have no room in the figure, its lines end in numbers.
    let named = trend.series.iter().map(|line| {
        let name = el("span")
            .class("sign")
            .text(format!("{} {}", line.number, line.label));
        el("li").class(line.leads.id().to_owned()).child(name)
    });
    let named = el("ul")
        .class("named-lines")
        .each(named.collect::<Vec<_>>());
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
        el("h2").text(w.rounds_page().trend),
        named,
        figure,
        el("details")
            .child(el("summary").text(w.rounds_page().numbers))
            .child(table_block(&values(q, &states)))
            .each(measurements(q, &states).as_ref().map(table_block)),
    ];
    parts.push(any_two::any_two(open, a));
    parts
}
