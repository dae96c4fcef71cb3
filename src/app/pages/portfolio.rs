//! Many teams at once. Only the teams on the screen are drawn; all are scored once, a few at a time.

mod filter;
mod heat;

use crate::VERSION;
use crate::advice::Member;
use crate::app::browser::{clock, files, page};
use crate::app::components::{download_name, hint, table_block};
use crate::app::markup::{El, all, button, effect, el, heading, link, live, nothing, p};
use crate::app::shell::Shell;
use crate::app::title::set_title;
use crate::catalog::sample::is_sample;
use crate::desk::Desk;
use crate::model::AssessmentId;
use crate::report::portfolio::{answered, blocks, columns, grid, member, picture, tables};
use crate::report::{Report, csv, html};
use crate::route::Route;
use crate::words::{Hint, words};
use filter::Filter;
use heat::cells;
use leptos::prelude::*;
use std::sync::Arc;

/// The teams as far as they were read.
#[derive(Clone, Default)]
struct Teams {
    members: Arc<Vec<Member>>,
    /// How many were read, of how many.
    read: (usize, usize),
}

/// What the page is about.
#[derive(Clone, Copy)]
struct Page {
    shell: Shell,
    teams: RwSignal<Teams>,
    filter: RwSignal<Filter>,
    /// The first team on the screen.
    first: RwSignal<usize>,
    /// Which reading is the present one: a change begins it anew.
    turn: StoredValue<usize>,
    /// Whether the sample's teams are among them, where somebody has decided that.
    with_sample: RwSignal<Option<bool>>,
}

/// So many teams are scored in one go, and so many rows stand on the screen.
const AT_ONCE: usize = 20;
const ROWS: usize = 300;

/// The page.
pub fn portfolio(shell: Shell) -> AnyView {
    let w = words();
    set_title(w.portfolio);
    let page = Page {
        shell,
        teams: RwSignal::new(Teams::default()),
        filter: RwSignal::new(Filter::default()),
        first: RwSignal::new(0),
        turn: StoredValue::new(0),
        with_sample: RwSignal::new(None),
    };
    effect(move || {
        shell.track_any();
        // While the database is read, teams come in one after the other.
        if !shell.is_opening() {
            page.turn.update_value(|turn| *turn += 1);
            let by_itself = shell.look(Desk::shows_sample);
            let with_sample = page.with_sample.get().unwrap_or(by_itself);
            let ids = shell.each_untracked(|a| a.id.clone());
            let ids = ids.into_iter().filter(|id| with_sample || !is_sample(id));
            page.gather(page.turn.get_value(), ids.collect(), Vec::new());
        }
    });
    all(vec![
        el("p").child(link(&Route::Home, w.home)).done(),
        heading(w.portfolio).done(),
        p(w.portfolio_page().lead).class("lead").done(),
        live(move || page.published()),
        live(move || page.about_sample()),
        live(move || page.shown()),
    ])
}

impl Page {
    /// Scores the next teams, and goes on in a moment.
    fn gather(self, turn: usize, ids: Vec<AssessmentId>, mut done: Vec<Member>) {
        // The page may be gone by now, or something has changed.
        if self.turn.try_get_value() != Some(turn) {
            return;
        }
        let q = self.shell.questionnaire();
        let (from, to) = (done.len(), ids.len().min(done.len() + AT_ONCE));
        for id in &ids[from..to] {
            done.extend(self.shell.with(id, |a| member(q, a)));
        }
        if to == ids.len() || done.len() < to {
            let read = (done.len(), done.len());
            let members = Arc::new(done);
            self.teams.set(Teams { members, read });
            return;
        }
        if from == 0 {
            let read = (to, ids.len());
            self.teams.set(Teams {
                read,
                ..Teams::default()
            });
        }
        page::after(0, move || self.gather(turn, ids, done));
    }

    /// What there is to try, and, beside teams of somebody's own, whether the sample's are shown.
    fn about_sample(self) -> AnyView {
        self.shell.track_any();
        if self.shell.is_opening() || self.shell.look(Desk::sample).is_empty() {
            return nothing();
        }
        if self.shell.look(Desk::shows_sample) {
            return hint(Hint::Portfolio);
        }
        let with_sample = self.with_sample;
        let input = el("input")
            .attr("type", "checkbox")
            .live_flag("checked", move || with_sample.get() == Some(true))
            .on("change", move |event| {
                with_sample.set(Some(page::is_checked(&event)));
            });
        let label = el("span").text(words().with_sample());
        el("label").class("line").each([input, label]).done()
    }

    /// How far what is published here is read, and what of it was left out.
    fn published(self) -> AnyView {
        let w = words();
        let said = self.shell.published(|read| {
            let progress = read.progress().map(|read| w.reading_published(read));
            let left = read.left_out().iter().map(|refused| w.not_taken(refused));
            (progress, left.collect::<Vec<_>>())
        });
        let (progress, left) = said.unwrap_or_default();
        if let Some(progress) = progress {
            return p(progress).attr("role", "status").done();
        }
        if left.is_empty() {
            return nothing();
        }
        let items = left.iter().map(|said| el("li").text(said.clone()));
        el("div")
            .class("notice problem")
            .attr("role", "status")
            .each([
                p(w.published_left_out(left.len())),
                el("ul").each(items.collect::<Vec<_>>()),
            ])
            .done()
    }

    fn shown(self) -> AnyView {
        let w = words();
        let is_reading = self.shell.published(|read| !read.is_done()) == Some(true);
        let Teams { members, read } = self.teams.get();
        if members.len() < read.1 {
            return p(w.reading_teams(read.1)).attr("role", "status").done();
        }
        if members.len() < 2 && (is_reading || self.shell.is_opening()) {
            return nothing();
        }
        if members.len() < 2 {
            let home = link(&Route::Home, w.home);
            let none = p(w.portfolio_page().none).class("notice").text(" ");
            return none.child(home).done();
        }
        let q = self.shell.questionnaire();
        let form = filter::form(&members, q, self.filter, self.first);
        let [finding, grid, tables] = self.common(&members);
        all(vec![
            form.done(),
            finding,
            grid,
            tables,
            self.save(members).done(),
        ])
    }

    /// The teams on the screen, and the way to the others.
    fn grid(self, members: &[Member]) -> AnyView {
        let (w, q) = (words(), self.shell.questionnaire());
        let filter = self.filter.get();
        let chosen = filter.of(members);
        let first = self.first.get().min(chosen.len().saturating_sub(1));
        let last = (first + ROWS).min(chosen.len());
        let on_screen = &chosen[first..last];
        let columns = answered(columns(q, &filter.discipline), &chosen);
        let grid = grid(on_screen, &columns, filter.fewest);
        let mut parts = vec![cells(q, &grid, &columns, on_screen)];
        if chosen.len() > ROWS {
            let turn = |label: &'static str, to: Option<usize>| {
                let first = self.first;
                let button = button("", label, move |_| {
                    if let Some(to) = to {
                        first.set(to);
                    }
                });
                match to {
                    Some(_) => button,
                    None => button.attr("disabled", ""),
                }
            };
            let before = first.checked_sub(ROWS).or((first > 0).then_some(0));
            let steps = el("p").class("steps").each([
                turn(w.previous, before),
                turn(w.next, Some(last).filter(|last| *last < chosen.len())),
                el("span").attr("role", "status").text(w.teams_on_page(
                    first + 1,
                    last,
                    chosen.len(),
                )),
            ]);
            parts.push(steps);
        }
        parts.push(p(w.portfolio_page().key).class("muted"));
        all(parts.into_iter().map(El::done).collect())
    }

    /// What the chosen teams have in common, round the grid. It stays when only the order or the
    /// columns change.
    fn common(self, members: &Arc<Vec<Member>>) -> [AnyView; 3] {
        let own = members.clone();
        let common = Memo::new(move |_| {
            let filter = self.filter.get();
            let chosen = filter.of(&own);
            tables(self.shell.questionnaire(), &chosen, filter.fewest)
        });
        let own = members.clone();
        [
            live(move || {
                let finding = common.with(|(finding, _)| finding.clone());
                el("p").child(el("strong").text(finding)).done()
            }),
            live(move || self.grid(&own)),
            live(move || {
                let tables = common.with(|(_, tables)| {
                    let tables = tables.iter();
                    tables.map(|t| table_block(t).done()).collect()
                });
                all(tables)
            }),
        ]
    }

    /// The chosen teams as files.
    fn save(self, members: Arc<Vec<Member>>) -> El {
        let w = words();
        let q = self.shell.questionnaire();
        let forms = [
            (w.report_page().html, "html"),
            (w.portfolio_page().csv, "csv"),
            (w.portfolio_page().svg, "svg"),
        ];
        let buttons = forms.map(|(label, ending)| {
            let members = members.clone();
            button("", label, move |_| {
                let filter = self.filter.get_untracked();
                let chosen = filter.of(&members);
                let columns = answered(columns(q, &filter.discipline), &chosen);
                let text = match ending {
                    "csv" => csv::portfolio(q, &chosen, filter.fewest),
                    "svg" => picture(&chosen, &columns, filter.fewest),
                    _ => {
                        let report = Report {
                            title: words().portfolio.to_owned(),
                            logo: None,
                            blocks: blocks(q, &chosen, &columns, filter.fewest),
                        };
                        let footer = words().portfolio_footer(&clock::today(), VERSION);
                        html::encode(&report, "", &footer)
                    }
                };
                files::download(&download_name("portfolio", ending), &text);
            })
        });
        el("p").class("steps").each(buttons)
    }
}
