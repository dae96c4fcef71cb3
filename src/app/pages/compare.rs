//! Two states side by side.

use super::across::Together;
use crate::app::browser::files;
use crate::app::components::{Shown, download_name, figure_view, table_block};
use crate::app::markup::{El, all, button, details, el, heading, link, p};
use crate::app::shell::Shell;
use crate::app::title::set_title;
use crate::figure::Figure;
use crate::model::text::isolated;
use crate::report::rounds::Comparison;
use crate::report::{Block, Report, Table, html};
use crate::route::{Page, Route, StateRef};
use crate::words::words;
use leptos::prelude::*;

/// A table with more rows is folded: nobody should have to scroll past it.
const SHORT: usize = 10;

fn part(table: &Table) -> El {
    let whole = table_block(table);
    match table.rows.len() {
        ..=SHORT => whole,
        rows => details(words().folded(&table.caption, rows))
            .class("folded")
            .child(whole),
    }
}

/// The page. `None` where one of the states is not here.
pub fn compare(shell: Shell, before: &StateRef, after: &StateRef) -> Option<AnyView> {
    let w = words();
    set_title(w.rounds_page().compare_title);
    let state = |of: &StateRef| {
        let found = shell.look(|desk| desk.state_of(&of.assessment, of.snapshot.as_ref()));
        found.map(|(name, state)| (name.unwrap_or_else(|| w.present_state(&state)), state))
    };
    let (was, is) = (state(before)?, state(after)?);
    let name = |team: &str, state: &str| {
        if before.assessment == after.assessment {
            state.to_owned()
        } else {
            format!("{team}, {state}")
        }
    };
    let (before_name, after_name) = (name(was.1.team(), &was.0), name(is.1.team(), &is.0));
    // Of one team, both states answer what it answers now; of two, each its own.
    let asked = [&was.1, &is.1].map(|a| shell.look(|desk| desk.library().of(&a.questionnaire)));
    let [first, second] = asked;
    let is_one = before.assessment == after.assessment || std::ptr::eq(first, second);
    let together = match is_one {
        true => Together::of(shell, &[second]),
        false => Together::of(shell, &asked),
    };
    let made = Comparison::across(
        together.questionnaire,
        asked.map(|q| if is_one { second } else { together.asked_by(q) }),
        &(before_name.clone(), &was.1),
        &(after_name.clone(), &is.1),
    );
    let title = [isolated(&before_name), isolated(&after_name)].join(" → ");
    let mut findings = made.findings.iter().cloned();
    let lead = p(findings.next().unwrap_or_default()).class("lead");
    let mut parts = vec![
        el("p").child(link(
            &Route::Assessment(after.assessment.clone(), Page::Rounds),
            format!("{}: {}", isolated(is.1.team()), w.rounds),
        )),
        heading(w.rounds_page().compare_title),
        p(title.clone()).class("muted names"),
        lead,
    ];
    parts.extend(together.said());
    parts.extend(findings.map(|said| p(said).class("notice")));
    let finding = w.trend_finding(&made.slope);
    if !made.dumbbell.rows.is_empty() {
        let key = w.rounds_page().dumbbell_key.to_owned();
        let still = made.slope.series.len() - made.dumbbell.rows.len();
        parts.push(el("h2").text(w.rounds_page().dumbbell));
        parts.push(figure_view(Shown {
            name: "dumbbell".to_owned(),
            figure: Figure::Dumbbell(made.dumbbell.clone()),
            finding: finding + &w.not_moved(still),
            key,
            title: title.clone(),
            table: None,
            of: &after.assessment,
        }));
    } else if !made.slope.series.is_empty() {
        parts.push(p(finding));
    }
    parts.extend(made.tables.iter().map(part));
    let save = button("", w.report_page().html, move |_| {
        let mut blocks = vec![Block::Text(title.clone())];
        blocks.extend(made.blocks());
        let report = Report {
            title: words().rounds_page().compare_title.to_owned(),
            logo: None,
            accent: None,
            blocks,
        };
        let text = html::encode(&report, "", "");
        files::download(&download_name("compared", "html"), &text);
    });
    parts.push(el("p").class("steps").child(save));
    Some(all(parts.into_iter().map(El::done).collect()))
}
