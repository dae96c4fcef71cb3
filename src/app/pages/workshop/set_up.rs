//! What a workshop asks, of whom, and for how long.

use super::set_ups::{keep_fold, remember, start_from};
use super::ways::bar;
use crate::app::browser::clock;
use crate::app::browser::page::{self, is_checked, value_of};
use crate::app::browser::seal;
use crate::app::components::{Whole, labelled_whole, tick};
use crate::app::markup::{El, all, button, el, live, nothing, option, p};
use crate::app::shell::Open;
use crate::model::validate::MAX_NAME;
use crate::model::{Edit, PracticeId, Workshop};
use crate::words::session_words;
use crate::words::words;
use crate::workshop::tally::LEAST;
use crate::workshop::{Session, SetUp, What};
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;

thread_local! {
    /// What the next form proposes to ask: chosen on another page of this window.
    static PROPOSED: RefCell<Vec<PracticeId>> = const { RefCell::new(Vec::new()) };
}

/// Has the next form propose these practices.
pub fn propose(practices: Vec<PracticeId>) {
    PROPOSED.set(practices);
}

/// The form's content until something else is started from.
#[derive(Clone, Copy)]
struct Form {
    open: Open,
    planned: RwSignal<Workshop>,
    what: RwSignal<What>,
    chosen: RwSignal<crate::model::Set<PracticeId>>,
}

/// How a workshop goes unless somebody says otherwise.
fn usual() -> SetUp {
    let workshop = Workshop {
        minutes: MINUTES.2,
        each: EACH.2,
        least: LEAST,
        is_secret: true,
        ..Workshop::default()
    };
    SetUp {
        workshop,
        ..SetUp::default()
    }
}

/// The form, starting from how the last one went.
pub fn set_up(open: Open) -> AnyView {
    let mut first = super::set_ups::last().unwrap_or_else(usual);
    let proposed = PROPOSED.take();
    if !proposed.is_empty() {
        first.what = What::Chosen;
        first.workshop.practices = proposed;
    }
    let from = RwSignal::new(first);
    let form = live(move || form(open, from));
    all(vec![p(session_words().lead).class("lead").done(), form])
}

fn form(open: Open, from: RwSignal<SetUp>) -> AnyView {
    let s = session_words();
    let start = from.get();
    let mut chosen = crate::model::Set::<PracticeId>::default();
    for practice in &start.workshop.practices {
        chosen.put(practice.clone(), ());
    }
    let title = words().workshop_title(&clock::today());
    let form = Form {
        open,
        planned: RwSignal::new(Workshop {
            title: title.clone(),
            ..start.workshop.clone()
        }),
        what: RwSignal::new(start.what),
        chosen: RwSignal::new(chosen),
    };
    let planned = form.planned;
    let name = el("input")
        .id("workshop-title")
        .attr("type", "text")
        .attr("maxlength", MAX_NAME.to_string())
        .attr("autocomplete", "off")
        .attr("value", title)
        .on("input", move |e| planned.update(|w| w.title = value_of(&e)));
    let name = el("p").class("field").each([
        el("label").attr("for", "workshop-title").text(s.title),
        name,
    ]);
    let w = &start.workshop;
    let times = el("div").class("sum").each([
        number("minutes", s.minutes, MINUTES, (planned, w.minutes), |w| {
            &mut w.minutes
        }),
        number("each", s.each, EACH, (planned, w.each), |w| &mut w.each),
        number("expected", s.expected, PEOPLE, (planned, w.expected), |w| {
            &mut w.expected
        }),
    ]);
    let boxes = el("div").each([
        switch(s.secret, planned, |w| &mut w.is_secret, w.is_secret),
        p(s.secret_hint).class("muted"),
        switch(s.asks_role, planned, |w| &mut w.asks_role, w.asks_role),
        el("div").class("sum").child(number(
            "least",
            s.least,
            SHOWN_FROM,
            (planned, w.least),
            |w| &mut w.least,
        )),
        p(s.least_hint).class("muted"),
        switch(s.asks_name, planned, |w| &mut w.asks_name, w.asks_name),
        p(s.asks_name_hint).class("muted"),
    ]);
    let picked = live(move || match form.what.get() {
        What::Chosen => choose(form).done(),
        What::Everything | What::Open => nothing(),
    });
    let card = el("section").class("card").each([
        el("h2").text(s.set_up),
        name,
        el("div").each(start_from(from, usual)),
        choice(form.what),
        el("div").view(picked),
        times,
        boxes,
        keep_fold(move || form.as_it_is()),
    ]);
    all(vec![card.done(), foot(form).done()])
}

impl Form {
    /// What is asked as the form stands; tracks it.
    fn asked(self) -> Vec<PracticeId> {
        // What follows every change may be asked once more while the form goes.
        let (Some(what), Some(chosen)) = (self.what.try_get(), self.chosen.try_get()) else {
            return Vec::new();
        };
        let q = self.open.questionnaire();
        let asked = self.open.with(|a| what.of(q, a, |id| chosen.has(id)));
        asked.unwrap_or_default()
    }

    fn as_it_is(self) -> SetUp {
        SetUp {
            name: String::new(),
            what: self.what.get_untracked(),
            workshop: Workshop {
                practices: untrack(|| self.asked()),
                ..self.planned.get_untracked()
            },
        }
    }
}

/// How much it is, and the way on.
fn foot(form: Form) -> El {
    let s = session_words();
    let said = RwSignal::new("");
    let open = form.open;
    let begin = button("primary", s.begin, move |_| {
        let set_up = form.as_it_is();
        if set_up.workshop.practices.is_empty() {
            said.set(s.nothing_chosen);
            return;
        }
        let workshop = Workshop {
            began: clock::rfc3339(),
            tag: clock::random_below(Session::TAGS),
            ..set_up.workshop.clone()
        };
        // Whoever gives up, or has the next team, begins where this one began.
        remember(set_up);
        // Before there is a link that could go round without the key.
        seal::keys(move |keys| {
            // Who clicks twice begins one.
            if open.with(|a| a.open_workshop().is_none()) == Some(true) {
                let workshop = Workshop { keys, ..workshop };
                let new = Edit::Workshop(clock::workshop_id(), Some(Box::new(workshop)));
                open.edit(new);
                // The form is gone, and the page may stand anywhere.
                page::next_frame(|| page::focus("title"));
            }
        });
    });
    let counted = move || {
        open.track_any();
        let asked = form.asked();
        words().vote_length(asked.len(), open.questionnaire().minutes(&asked))
    };
    let error = el("span")
        .class("error")
        .attr("role", "alert")
        .live_text(move || said.get().to_owned());
    let stands = el("p").each([el("span").live_text(counted), error]);
    bar(stands, [begin])
}

fn choice(what: RwSignal<What>) -> El {
    let s = session_words();
    let names = [s.everything, s.all_open, s.chosen_by];
    let all = What::ALL.into_iter().zip(names).enumerate();
    let select = el("select").id("workshop-what").each(
        all.map(|(n, (one, label))| option(n.to_string(), label, one == what.get_untracked())),
    );
    let select = select.on("change", move |event| {
        let at = value_of(&event).parse::<usize>().ok();
        if let Some(one) = at.and_then(|at| What::ALL.get(at)) {
            what.set(*one);
        }
    });
    el("p").class("field").each([
        el("label").attr("for", "workshop-what").text(s.what),
        select,
    ])
}

/// A box for each practice that one may choose.
fn choose(form: Form) -> El {
    let chosen = form.chosen;
    let read = move |practice: &'static PracticeId| chosen.with(|set| set.has(practice));
    let give = move |practice: &'static PracticeId, does: bool| {
        chosen.update(|set| {
            if does {
                set.put(practice.clone(), ());
            } else {
                set.remove(practice);
            }
        });
    };
    practices(form.open, Arc::new(read), Arc::new(give))
}

/// Whether a practice is chosen.
pub type ReadChosen = Arc<dyn Fn(&'static PracticeId) -> bool + Send + Sync>;
/// Takes that it is, or is not any more.
pub type GiveChosen = Arc<dyn Fn(&'static PracticeId, bool) + Send + Sync>;

/// A box for each practice of the assessment, by dimension.
pub fn practices(open: Open, read: ReadChosen, give: GiveChosen) -> El {
    let q = open.questionnaire();
    let groups = q.dimensions.iter().filter_map(|dimension| {
        let own = untrack(|| {
            open.with(|a| {
                let own = a.asked(q).filter(|p| p.dimension == dimension.id);
                own.collect::<Vec<_>>()
            })
        })?;
        let boxes = own.into_iter().map(|practice| {
            let (read, give) = (read.clone(), give.clone());
            let input = el("input")
                .attr("type", "checkbox")
                .live_flag("checked", move || read(&practice.id))
                .on("change", move |event| {
                    give(&practice.id, is_checked(&event))
                });
            let text = el("span").text(practice.title.as_str());
            el("label").class("line").each([input, text])
        });
        let legend = el("legend").text(dimension.title.as_str());
        let boxes: Vec<El> = boxes.collect();
        (!boxes.is_empty()).then(|| el("fieldset").child(legend).each(boxes))
    });
    el("div").class("two").each(groups)
}

/// A field's unit, its range, and what stands there first.
pub type Field = (&'static str, [u32; 2], u32);
const MINUTES: Field = ("min", [1, 600], 60);
const EACH: Field = ("min", [1, 600], 5);
pub const PEOPLE: Field = ("people", [0, 2_000], 0);
pub const SHOWN_FROM: Field = ("people", [LEAST, 99], LEAST);

fn number(
    id: &'static str,
    label: &'static str,
    (unit, range, usual): Field,
    (planned, now): (RwSignal<Workshop>, u32),
    part: fn(&mut Workshop) -> &mut u32,
) -> El {
    let whole = Whole {
        unit,
        range,
        usual: Some(usual),
        hint: "",
    };
    let give = move |minutes: Option<u32>| {
        planned.update(|w| *part(w) = minutes.unwrap_or(usual));
    };
    labelled_whole(id, label, whole, now.to_string(), Box::new(give))
}

fn switch(
    label: &'static str,
    planned: RwSignal<Workshop>,
    part: fn(&mut Workshop) -> &mut bool,
    is_on: bool,
) -> El {
    tick(label, is_on, move |on| planned.update(|w| *part(w) = on))
}
