//! The chosen teams as files.

use super::filter::Filter;
use crate::VERSION;
use crate::advice::Member;
use crate::advice::portfolio::groups;
use crate::app::browser::ranks::RANKED;
use crate::app::browser::{clock, files};
use crate::app::components::download_name;
use crate::app::markup::{El, button, el, p};
use crate::app::shell::Shell;
use crate::catalog::sample::is_sample;
use crate::figure::Grid;
use crate::formats::portfolio_json::{FOLDER, publish};
use crate::formats::zip::stored;
use crate::model::{Assessment, Questionnaire};
use crate::report::portfolio::{answered, blocks, columns, grid, picture, rows_of_groups, table};
use crate::report::{Block, Report, csv, html};
use crate::words::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The buttons.
pub fn save(
    shell: Shell,
    q: &'static Questionnaire,
    filter: RwSignal<Filter>,
    members: Arc<Vec<Member>>,
) -> El {
    let w = words();
    let forms = [
        (w.report_page().html, "html"),
        (w.portfolio_page().csv, "csv"),
        (w.portfolio_page().svg, "svg"),
        (w.portfolio_page().bundle, "zip"),
    ];
    let buttons = forms.map(|(label, ending)| {
        let members = members.clone();
        button("", label, move |_| {
            let filter = filter.get_untracked();
            let chosen = filter.of(&members);
            let name = download_name("portfolio", ending);
            match ending {
                "zip" => files::download_bytes(&name, &bundle(shell, &chosen, filter.fewest)),
                _ => files::download(&name, &text(q, &filter, &chosen, ending)),
            }
        })
    });
    el("div").each([
        el("p").class("steps").each(buttons),
        p(w.portfolio_page().bundle_hint).class("muted"),
    ])
}

fn text(q: &'static Questionnaire, filter: &Filter, chosen: &[&Member], ending: &str) -> String {
    let fewest = filter.fewest;
    let columns = answered(columns(q, &filter.discipline), chosen);
    let of_groups = || -> Grid { rows_of_groups(q, &groups(chosen, fewest, RANKED), &columns).0 };
    match ending {
        "csv" => csv::portfolio(q, chosen, fewest),
        "svg" if filter.is_of_groups() => picture(&of_groups()),
        "svg" => picture(&grid(q, chosen, &columns, fewest)),
        _ => {
            let mut blocks = blocks(q, chosen, &columns, fewest);
            if filter.is_of_groups() {
                let caption = words().portfolio_page().grid_of_groups;
                blocks.insert(1, Block::Table(table(caption, &of_groups())));
            }
            let report = Report {
                title: words().portfolio.to_owned(),
                logo: None,
                accent: None,
                blocks,
            };
            let footer = words().portfolio_footer(&clock::today(), VERSION);
            html::encode(&report, "", &footer)
        }
    }
}

/// What may be published of the chosen teams. The sample is nobody's.
fn bundle(shell: Shell, chosen: &[&Member], fewest: u32) -> Vec<u8> {
    let own = chosen.iter().filter(|m| !is_sample(&m.id));
    let own = own.filter_map(|m| shell.with(&m.id, Assessment::clone));
    let own: Vec<_> = own.collect();
    let documents = |teams: &[Assessment]| shell.look(|desk| desk.documents_of(teams));
    let files = publish(&own, (fewest, false), VERSION, &documents).into_iter();
    let files = files.map(|(name, text)| (format!("{FOLDER}{name}"), text.into_bytes()));
    stored(&files.collect::<Vec<_>>())
}
