//! Many teams at once. All are scored once, a few at a time, and drawn a few at a time.

mod below;
mod filter;
mod heat;
mod pair;
mod save;

use super::across::Together;
use crate::advice::Member;
use crate::advice::portfolio::groups;
use crate::app::browser::ranks::RANKED;
use crate::app::browser::rows::Made;
use crate::app::browser::{clock, page};
use crate::app::components::{behind, hint};
use crate::app::markup::{El, all, effect, el, heading, link, live, nothing, option, p};
use crate::app::shell::Shell;
use crate::app::title::set_title;
use crate::catalog::sample::is_sample;
use crate::desk::{Desk, Family};
use crate::model::{AssessmentId, Questionnaire};
use crate::report::portfolio::{
    answered, columns, finding, member, named_apart, row, rows_of_groups,
};
use crate::route::Route;
use crate::words::{Hint, words};
use filter::Filter;
use heat::{Drawn, Sheet, cells};
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;
use std::vec::IntoIter;

/// The teams as far as they were read.
#[derive(Clone)]
struct Teams {
    members: Arc<Vec<Member>>,
    /// How many there are to read, as far as that is known.
    of: usize,
}

/// What the page is about.
#[derive(Clone, Copy)]
struct Page {
    shell: Shell,
    teams: RwSignal<Teams>,
    /// What is chosen, as the fields and the sentence below them say it.
    filter: RwSignal<Filter>,
    /// The same a frame later, as the rows and all below them show it.
    behind: RwSignal<Filter>,
    /// Whether all rows were asked for: from then on they are shown, in whatever order.
    is_whole: RwSignal<bool>,
    /// How often the rows of what was chosen were drawn: what stands below them follows, one part after the
    /// other.
    drawn: Drawn,
    /// Which drawing of them is the present one.
    drawing: StoredValue<usize>,
    /// Which reading is the present one: a change begins it anew.
    turn: StoredValue<usize>,
    /// Whether published files are still on their way: known apart, so that not each of them draws all
    /// that is here anew.
    is_reading: Memo<bool>,
    /// Whether the sample's teams are among them, where somebody has decided that.
    with_sample: RwSignal<Option<bool>>,
    /// Over which questions the teams are compared.
    together: RwSignal<Option<Together>>,
    /// Which teams there are to choose from, where they have nothing in common, and which were chosen.
    families: RwSignal<Vec<Family>>,
    family: RwSignal<String>,
}

/// What a table of teams looks like, whichever of them have a row. One of groups is another for each choice.
#[derive(Clone, PartialEq)]
struct Shape {
    columns: Vec<usize>,
    fewest: u32,
    of_groups: Option<Filter>,
}

impl Shape {
    fn of(q: &Questionnaire, filter: &Filter, members: &[Member]) -> Self {
        Self {
            columns: answered(columns(q, &filter.discipline), &filter.of(members)),
            fewest: filter.fewest,
            of_groups: filter.is_of_groups().then(|| filter.clone()),
        }
    }
}

/// For how long teams are scored in one go, in milliseconds: with what else there is to do, within a frame.
const SPELL: u64 = 7;
/// How many at most, whatever the clock says.
const AT_ONCE: usize = 20;

/// The page.
pub fn portfolio(shell: Shell) -> AnyView {
    let w = words();
    set_title(w.portfolio);
    let filter = RwSignal::new(Filter::default());
    let page = Page {
        shell,
        teams: RwSignal::new(Teams {
            members: Arc::default(),
            of: untrack(|| shell.count()),
        }),
        filter,
        behind: behind(filter),
        is_whole: RwSignal::new(false),
        drawn: std::array::from_fn(|_| RwSignal::new(0)),
        drawing: StoredValue::new(0),
        turn: StoredValue::new(0),
        is_reading: Memo::new(move |_| shell.published(|read| !read.is_done()) == Some(true)),
        with_sample: RwSignal::new(None),
        together: RwSignal::new(None),
        families: RwSignal::new(Vec::new()),
        family: RwSignal::new(String::new()),
    };
    effect(move || {
        shell.track_any();
        page.with_sample.track();
        page.family.track();
        // While the database is read, teams come in one after the other.
        if !shell.is_opening() {
            page.turn.update_value(|turn| *turn += 1);
            let turn = page.turn.get_value();
            // The page itself comes first.
            page::next_frame(move || page::after(0, move || page.read(turn)));
        }
    });
    all(vec![
        el("p").child(link(&Route::Home, w.home)).done(),
        heading(w.portfolio).done(),
        p(w.portfolio_page().lead).class("lead").done(),
        live(move || page.published()),
        live(move || page.about_sample()),
        live(move || page.choose_family()),
        live(move || page.shown()),
    ])
}

impl Page {
    /// Finds out which teams there are, and begins with the first. What stands there stays until all are read.
    fn read(self, turn: usize) {
        // The page may be gone by now, or something has changed.
        if self.turn.try_get_value() != Some(turn) {
            return;
        }
        let by_itself = self.shell.look(Desk::shows_sample);
        let with_sample = self.with_sample.get_untracked().unwrap_or(by_itself);
        let ids = self.shell.each_untracked(|a| a.id.clone());
        let ids = ids.into_iter().filter(|id| with_sample || !is_sample(id));
        let ids = self.of_one_family(ids.collect(), &self.family.get_untracked());
        if self.teams.with_untracked(|teams| teams.members.is_empty()) {
            self.teams.update(|teams| teams.of = ids.len());
        }
        self.gather(turn, ids.into_iter(), Vec::new());
    }

    /// Scores the next teams, and goes on in a moment.
    fn gather(self, turn: usize, mut left: IntoIter<AssessmentId>, mut done: Vec<Member>) {
        if self.turn.try_get_value() != Some(turn) {
            return;
        }
        let Some(together) = self.together.get_untracked() else {
            return;
        };
        let now = clock::millis();
        for id in left.by_ref().take(AT_ONCE) {
            let q = together.asked_by(self.shell.open(&id).questionnaire());
            done.extend(self.shell.with(&id, |a| {
                let last = a.last_answered(now).map(clock::day);
                member(q, a, last.as_deref())
            }));
            if clock::millis().abs_diff(now) >= SPELL {
                break;
            }
        }
        if left.len() == 0 {
            named_apart(&mut done);
            let (of, members) = (done.len(), Arc::new(done));
            self.teams.set(Teams { members, of });
            return;
        }
        page::after(0, move || self.gather(turn, left, done));
    }

    /// The teams that can be looked at together: of those with nothing in common, the chosen ones, or most.
    fn of_one_family(self, ids: Vec<AssessmentId>, chosen: &str) -> Vec<AssessmentId> {
        let families = self.shell.look(|desk| desk.families(&ids));
        let family = families.iter().find(|f| f.id == chosen);
        let family = family.or(families.first());
        let asked = family.map(|f| f.asked.clone()).unwrap_or_default();
        self.together.set(Some(Together::of(self.shell, &asked)));
        let teams = family.map(|f| f.teams.clone()).unwrap_or_default();
        if self.families.with_untracked(|now| *now != families) {
            self.families.set(families);
        }
        teams
    }

    /// The choice among them, and what those that are shown have in common.
    fn choose_family(self) -> AnyView {
        let w = words();
        let families = self.families.get();
        let family = self.family;
        let choose = (families.len() > 1).then(|| {
            let options = families.iter().map(|f| {
                let is_chosen = family.with_untracked(|id| *id == f.id);
                option(f.id.clone(), w.family(&f.asked, f.teams.len()), is_chosen)
            });
            let options: Vec<_> = options.collect();
            let select = el("select")
                .id("family")
                .each(options)
                .on("change", move |event| family.set(page::value_of(&event)));
            let label = el("label").attr("for", "family");
            el("p")
                .class("field")
                .each([label.text(w.which_questionnaire()), select])
        });
        let said = self.together.get().and_then(Together::said);
        el("div").each(choose).each(said).done()
    }

    fn q(self) -> &'static Questionnaire {
        let together = self.together.get_untracked();
        together.map_or_else(|| self.shell.questionnaire(), |t| t.questionnaire)
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
            let kept_back = read.withheld().map(|both| w.publisher_withholds(both));
            (progress.or(kept_back), left.collect::<Vec<_>>())
        });
        let (said, left) = said.unwrap_or_default();
        let said = said.map(|said| p(said).attr("role", "status").done());
        if left.is_empty() {
            return said.unwrap_or_else(nothing);
        }
        let items = left.iter().map(|said| el("li").text(said.clone()));
        let problem = el("div")
            .class("notice problem")
            .attr("role", "status")
            .each([
                p(w.published_left_out(left.len())),
                el("ul").each(items.collect::<Vec<_>>()),
            ]);
        all(said.into_iter().chain([problem.done()]).collect())
    }

    fn shown(self) -> AnyView {
        let w = words();
        let is_reading = self.is_reading.get();
        let Teams { members, of } = self.teams.get();
        if members.len() < of {
            return p(w.reading_teams(of)).attr("role", "status").done();
        }
        if members.len() < 2 && (is_reading || self.shell.is_opening()) {
            return nothing();
        }
        if members.len() < 2 {
            let home = link(&Route::Home, w.home);
            let none = p(w.portfolio_page().none).class("notice").text(" ");
            return none.child(home).done();
        }
        let q = self.q();
        let form = filter::form(&members, q, self.filter);
        let chosen = self.chosen(&members);
        let save = save::save(self.shell, q, self.filter, members);
        all(vec![form.done(), chosen, save.done()])
    }

    /// The table of what is chosen. One that differs in its rows alone stays, and they are moved.
    fn grid(self, members: &Arc<Vec<Member>>) -> AnyView {
        let (w, q) = (words(), self.q());
        let (own, all) = (members.clone(), members.clone());
        let shape = Memo::new(move |_| Shape::of(q, &self.behind.get(), &own));
        live(move || {
            let p_words = w.portfolio_page();
            let mut said = vec![p_words.key.to_owned()];
            let Shape {
                columns,
                fewest,
                of_groups,
            } = shape.get();
            let (is_whole, drawing, drawn) = (self.is_whole, self.drawing, self.drawn);
            let table = if let Some(filter) = of_groups {
                let groups = groups(&filter.of(&all), filter.fewest, RANKED);
                let (grid, hidden) = rows_of_groups(q, &groups, &columns);
                said.insert(0, p_words.group_key.to_owned());
                said.splice(0..0, hidden);
                let count = grid.rows.len();
                let sheet = Sheet {
                    caption: p_words.grid_of_groups,
                    row: Box::new(move |at| grid.rows.get(at).cloned()),
                    columns,
                    teams: Vec::new(),
                    made: RefCell::new(Made::none_of(count)),
                    is_whole,
                    drawing,
                    drawn,
                };
                cells(q, sheet, move || (0..count).collect())
            } else {
                let (teams, members, shown) = (all.clone(), all.clone(), columns.clone());
                let row = move |at: usize| Some(row(teams.get(at)?, &shown, fewest));
                let sheet = Sheet {
                    caption: p_words.grid,
                    row: Box::new(row),
                    columns,
                    teams: all.iter().map(|m| m.id.clone()).collect(),
                    made: RefCell::new(Made::none_of(all.len())),
                    is_whole,
                    drawing,
                    drawn,
                };
                cells(q, sheet, move || self.behind.get().numbers_of(&members))
            };
            let said = said.into_iter().map(|said| p(said).class("muted"));
            let parts = [table].into_iter().chain(said.map(El::done));
            crate::app::markup::all(parts.collect())
        })
    }

    /// What the chosen teams have in common as a sentence, their rows, and, once these stand there, the
    /// rest.
    fn chosen(self, members: &Arc<Vec<Member>>) -> AnyView {
        let (q, own) = (self.q(), members.clone());
        let finding = live(move || {
            let filter = self.filter.get();
            let finding = finding(q, &filter.of(&own), filter.fewest);
            el("p").child(el("strong").text(finding)).done()
        });
        let parts = below::PARTS.into_iter().zip(self.drawn);
        let parts = parts.map(|(part, drawn)| {
            let members = members.clone();
            live(move || match drawn.get() {
                0 => nothing(),
                _ => part(q, &members, &self.behind.get_untracked()),
            })
        });
        let above = [finding, self.grid(members)];
        all(above.into_iter().chain(parts).collect())
    }
}
