//! Rows by dimensions: a table whose cells are shaded, and lead to the answers behind them. Of many rows
//! the first stand there, and all when somebody asks or prints; they are drawn a few at a time, so that
//! nothing waits for those below the fold.

use super::below::PARTS;
use crate::app::browser::page;
use crate::app::browser::printing::before_print;
use crate::app::browser::rows::{self, Made};
use crate::app::markup::{El, all, button, effect, el, live, nothing};
use crate::figure::grid::Row;
use crate::model::{AssessmentId, Questionnaire};
use crate::report::portfolio::standing_of;
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;
use std::array::IntoIter;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// So many rows are drawn at once: with what was asked for those that fit on the screen, and then more, of
/// which a click waits for a step at most.
const FIRST: usize = 12;
const SOME: usize = 22;

/// In which table the rows stand, and what says what it shows.
const TABLE: &str = "grid";
const CAPTION: &str = "grid-caption";

/// What is drawn.
pub struct Sheet {
    /// What it shows.
    pub caption: &'static str,
    /// A row by its number, as text and shade: none is made before it is drawn.
    pub row: Box<dyn Fn(usize) -> Option<Row>>,
    /// Which dimensions have a column.
    pub columns: Vec<usize>,
    /// The rows' teams, in the same order; none where they are groups.
    pub teams: Vec<AssessmentId>,
    /// What was made of the rows.
    pub made: RefCell<Made>,
    /// Whether all rows were asked for.
    pub is_whole: RwSignal<bool>,
    /// Which drawing is the present one: an older one ends where a newer one has begun.
    pub drawing: StoredValue<usize>,
    /// How many orders of the rows were drawn to their end: told one after the other to what follows below,
    /// each part of which has a moment of its own.
    pub drawn: Drawn,
}

/// How often rows were drawn, for each part of what stands below them.
pub type Drawn = [RwSignal<usize>; PARTS.len()];

/// The table with the rows of the numbers in `order`, and below it the way to those that do not stand there.
/// When that changes, they are moved.
pub fn cells(
    q: &'static Questionnaire,
    sheet: Sheet,
    order: impl Fn() -> Vec<usize> + 'static,
) -> AnyView {
    let (is_whole, is_of_groups) = (sheet.is_whole, sheet.teams.is_empty());
    // How many there are is known once they were put in order.
    let count = RwSignal::new(0);
    // How many rows stand there, and of how many.
    let counts = move || (standing_of(count.get(), is_whole.get()), count.get());
    let view = el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-labelledby", CAPTION)
        .child(frame(q, &sheet, counts));
    let drawing = Rc::new(Drawing {
        q,
        sheet,
        order: RefCell::default(),
        standing: Cell::new(0),
        is_told: Cell::new(false),
    });
    effect(move || {
        is_whole.track();
        let order = order();
        count.set(order.len());
        drawing.take(order);
        drawing.sheet.drawing.update_value(|turn| *turn += 1);
        let turn = drawing.sheet.drawing.get_value();
        let first = drawing.clone();
        match first.standing.get() {
            0 => first.go_on(turn, FIRST),
            // What is asked for follows those that stand there.
            _ => page::after(0, move || first.go_on(turn, SOME)),
        }
        let drawing = drawing.clone();
        before_print(Rc::new(move || {
            drawing.go_to_the_end();
            rows::unlink_on_paper(TABLE);
        }));
    });
    let rest = live(move || match counts() {
        (standing, all) if standing < all => rest(is_whole, standing, all, is_of_groups),
        _ => nothing(),
    });
    all(vec![view.done(), rest])
}

/// The table without its rows.
fn frame(
    q: &'static Questionnaire,
    sheet: &Sheet,
    counts: impl Fn() -> (usize, usize) + Send + Sync + 'static,
) -> El {
    let heads = sheet.columns.iter().map(|&at| {
        let name = el("span").text(q.dimensions[at].title.as_str());
        el("th").attr("scope", "col").class("turned").child(name)
    });
    let name = sheet.caption;
    let corner = match sheet.teams.is_empty() {
        true => words().fact_group,
        false => words().team_label,
    };
    let widths = sheet.columns.iter().map(|_| el("col"));
    let names = el("col").class("names");
    el("table").id(TABLE).class("grid whole").each([
        el("caption")
            .id(CAPTION)
            .live_text(move || words().caption_of_rows(name, counts())),
        el("colgroup").child(names).each(widths),
        el("thead").each([
            el("tr").child(el("td")).each(groups(q, &sheet.columns)),
            el("tr")
                .child(el("th").attr("scope", "col").text(corner))
                .each(heads),
        ]),
    ])
}

/// How many rows stand there, and the way to all of them. Whoever takes it goes on at the first that it
/// brings.
fn rest(is_whole: RwSignal<bool>, standing: usize, all: usize, is_of_groups: bool) -> AnyView {
    let w = words();
    let show = button("", w.show_all(all), move |_| {
        is_whole.set(true);
        page::next_frame(move || page::after(0, move || rows::focus(TABLE, standing)));
    });
    let said = el("span").text(w.rows_standing(standing, all, is_of_groups));
    el("p").class("rest").each([said, show]).done()
}

/// Tells one, and the others in a moment.
fn tell(mut left: IntoIter<RwSignal<usize>, { PARTS.len() }>) {
    if let Some(drawn) = left.next() {
        // The page may be gone by now.
        let _ = drawn.try_update(|times| *times += 1);
        page::after(0, move || tell(left));
    }
}

/// The rows as far as they are drawn.
struct Drawing {
    q: &'static Questionnaire,
    sheet: Sheet,
    /// The numbers of all of them, in their order.
    order: RefCell<Vec<usize>>,
    /// How many of these stand there.
    standing: Cell<usize>,
    /// Whether it was said that those to be shown of this order stand there.
    is_told: Cell<bool>,
}

impl Drawing {
    /// Begins anew where the order is another one.
    fn take(&self, order: Vec<usize>) {
        if *self.order.borrow() == order {
            return;
        }
        self.order.replace(order);
        self.standing.set(0);
        self.is_told.set(false);
        rows::clear(TABLE);
    }

    /// Draws the next rows, so many of them, and goes on in a moment, until all to be shown stand there or the page shows
    /// something else.
    fn go_on(self: Rc<Self>, turn: usize, at_once: usize) {
        let is_present = move |drawing: &Self| drawing.sheet.drawing.try_get_value() == Some(turn);
        if !is_present(&self) {
            return;
        }
        let is_whole = self.sheet.is_whole.get_untracked();
        let all = standing_of(self.order.borrow().len(), is_whole);
        if !self.draw_to(all.min(self.standing.get() + at_once)) {
            return;
        }
        page::after(0, move || {
            if self.standing.get() < all {
                self.go_on(turn, SOME);
            } else if is_present(&self) && !self.is_told.replace(true) {
                tell(self.sheet.drawn.into_iter());
            }
        });
    }

    /// Draws all that are not there yet, and leaves them there: on paper nobody can ask for more, and a
    /// browser may take its picture of the page when it has said that it is done.
    fn go_to_the_end(&self) {
        let all = self.order.borrow().len();
        if self.draw_to(all) && standing_of(all, false) < all {
            // The page may be gone by now.
            let _ = self.sheet.is_whole.try_set(true);
        }
    }

    /// Draws those up to this place. Whether the table is there.
    fn draw_to(&self, to: usize) -> bool {
        let (order, from) = (self.order.borrow(), self.standing.get());
        let next = order.get(from..to).unwrap_or_default();
        let make = |at: usize| {
            let row = (self.sheet.row)(at)?;
            let team = self.sheet.teams.get(at);
            Some(line(self.q, &row, team, &self.sheet.columns))
        };
        let is_there = self.sheet.made.borrow_mut().append(TABLE, next, make);
        self.standing.set(from.max(to));
        is_there
    }
}

/// Each team leads to its results, and each number to the answers behind it. A group leads nowhere.
fn line(q: &Questionnaire, row: &Row, team: Option<&AssessmentId>, columns: &[usize]) -> rows::Row {
    let to = |team: &AssessmentId, page| Route::Assessment(team.clone(), page).to_string();
    let cells = row.cells.iter().zip(columns).map(|((text, shade), &at)| {
        // Without a number there is nothing behind it to look at.
        let is_number = text.starts_with(|c: char| c.is_ascii_digit());
        let leads = team.filter(|_| is_number).map(|team| {
            let dimension = &q.dimensions[at];
            let says = [&row.label, ", ", &dimension.title, ": ", text].concat();
            [to(team, Page::Dimension(dimension.id.clone())), says]
        });
        rows::Cell {
            class: class_of(*shade),
            text: text.clone(),
            leads,
        }
    });
    rows::Row {
        name: row.label.clone(),
        leads: team.map(|team| to(team, Page::Results)),
        cells: cells.collect(),
    }
}

/// A heading over the columns of each discipline.
fn groups(q: &'static Questionnaire, columns: &[usize]) -> Vec<El> {
    let groups = q.disciplines.iter().filter_map(|discipline| {
        let own = |at: &&usize| q.dimensions[**at].discipline == discipline.id;
        let count = columns.iter().filter(own).count();
        let head = el("th")
            .attr("scope", "colgroup")
            .attr("colspan", count.to_string())
            .class(["sign ", discipline.id.as_str()].concat())
            .text(discipline.title.clone());
        (count > 0).then_some(head)
    });
    groups.collect()
}

/// Six steps of shade: a class each, since the policy allows no inline style.
fn class_of(shade: f64) -> &'static str {
    match (shade * 10.0).round() {
        s if s < 1.0 => "s0",
        s if s < 3.0 => "s2",
        s if s < 5.0 => "s4",
        s if s < 7.0 => "s6",
        s if s < 9.0 => "s8",
        _ => "s10",
    }
}
