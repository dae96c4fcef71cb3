//! One practice on the table: what the room says, and what it agrees on.

use super::timer::timer;
use super::ways::{bar, words_to_say};
use crate::advice::Middle;
use crate::app::browser::page::{focus, next_frame, value_of};
use crate::app::browser::{clock, sound};
use crate::app::components::{
    Acts, GiveAnswer, ReadAnswer, ReadVotes, Whole, action_form, choice_among, help, labelled_whole,
};
use crate::app::markup::{El, all, button, details, el, live, nothing, p};
use crate::app::shell::Open;
use crate::desk::Desk;
use crate::model::validate::{MAX_HANDS, MAX_TEXT};
use crate::model::{
    Action, ActionId, Answer, AssessmentId, Counts, Edit, Level, Practice, Settled, WorkshopId,
};
use crate::model::{Horizon, Outcome};
use crate::report::workshop::{comments, tallies};
use crate::words::session_words;
use crate::words::words;
use crate::workshop::Tally;
use leptos::prelude::*;
use std::sync::Arc;

/// The id of the heading.
pub const TITLE: &str = "on-the-table";

/// What the parts of the panel share.
#[derive(Clone, Copy)]
struct Panel {
    open: Open,
    workshop: &'static WorkshopId,
    practice: &'static Practice,
    /// What the room says now: counted once at a change, for all that show it.
    tally: Memo<Option<Tally>>,
}

/// What the room says of a practice; tracks every change.
fn tally(
    open: Open,
    workshop: &'static WorkshopId,
    practice: &'static Practice,
) -> Memo<Option<Tally>> {
    Memo::new(move |_| {
        open.track_any();
        let q = open.questionnaire();
        let all = open.with(|a| Some(tallies(q, a, workshop, a.workshop(workshop)?)));
        let mut all = all.flatten()?.into_iter();
        let own = all.find(|(id, _)| *id == practice.id)?;
        Some(own.1)
    })
}

impl Panel {
    /// What the room says now. What follows every change may ask once more while the panel goes.
    fn now(self) -> Option<Tally> {
        self.tally.try_get().flatten()
    }

    /// What the room agrees on, so far.
    fn agreed(self) -> Option<Answer> {
        let (workshop, practice, now) = (self.workshop, &self.practice.id, clock::millis());
        let found = self
            .open
            .with(|a| a.agreed(workshop, practice, now).cloned());
        found.flatten()
    }

    /// Changes what came of the practice.
    fn change(self, change: impl FnOnce(&mut Outcome)) {
        let settle = |desk: &Desk, id: &AssessmentId| {
            desk.settle(id, self.workshop, &self.practice.id, change)
        };
        self.open.run_made(settle);
    }

    fn settle(self, settled: Settled) {
        self.change(|outcome| outcome.settled = settled);
        let next =
            |desk: &Desk, id: &AssessmentId| desk.turn_to_next(id, self.workshop, clock::millis());
        self.open.run_made(next);
        next_frame(|| focus(TITLE));
    }
}

/// The panel of a practice.
pub fn panel(open: Open, workshop: &'static WorkshopId, practice: &'static Practice) -> AnyView {
    let panel = Panel {
        open,
        workshop,
        practice,
        tally: tally(open, workshop, practice),
    };
    let said = live(move || {
        let tally = panel.now();
        tally.map_or_else(nothing, |tally| room(panel, &tally))
    });
    let heading = el("h2")
        .id(TITLE)
        .attr("tabindex", "-1")
        .text(practice.title.as_str());
    let help = help(open.questionnaire(), practice);
    all(vec![
        heading.done(),
        p(practice.question.as_str()).class("lead").done(),
        el("div").view(said).done(),
        chosen(panel),
        el("div")
            .class("along")
            .each([
                words_to_say(open, workshop, move || panel.now()),
                hands(panel),
                dissent(panel),
            ])
            .each(help)
            .done(),
        actions(panel).done(),
        steps(panel).done(),
    ])
}

fn room(panel: Panel, tally: &Tally) -> AnyView {
    let mut said = p(words().room(tally));
    // Between two camps nobody stands.
    if let Some(middle) = tally.middle().and_then(Middle::step) {
        let take = button("link", words().take_middle(middle), move |_| {
            panel
                .open
                .respond(&panel.practice.id, Some(middle.answer()));
        });
        said = said.text(" ").child(take);
    }
    let first = tally.first.as_ref().map(|first| {
        let back = button("link", session_words().hands_drop, move |_| {
            panel.change(|outcome| outcome.counts = Counts::default());
        });
        p(words().at_first(first))
            .class("muted")
            .text(" ")
            .child(back)
    });
    let comments = panel.open.with(|a| {
        let held = a.workshop(panel.workshop)?;
        let q = panel.open.questionnaire();
        Some(comments(q, a, panel.workshop, held, &panel.practice.id))
    });
    let comments = in_words(&comments.flatten().unwrap_or_default());
    el("div").child(said).each(first).each(comments).done()
}

/// What the room says in words, without names; nothing where it says nothing.
pub fn in_words(comments: &[String]) -> Option<El> {
    let s = session_words();
    let rows = comments
        .iter()
        .map(|c| el("li").child(el("bdi").text(c.clone())));
    let list = el("ul").each(rows);
    let parts = [
        el("h3").text(s.comments),
        list,
        p(s.comments_hint).class("muted"),
    ];
    (!comments.is_empty()).then(|| el("div").each(parts))
}

/// What the room agrees on. An answer from before the workshop is told and not chosen: the room has
/// not said it.
fn chosen(panel: Panel) -> AnyView {
    let (open, id) = (panel.open, &panel.practice.id);
    let agreed = move || {
        open.track_practice(id);
        panel.agreed()
    };
    let before = live(move || {
        let answer = open.with(|a| a.answer(id).cloned()).flatten();
        match answer.filter(|_| agreed().is_none()) {
            Some(answer) => p(words().answer_before(&answer)).class("muted").done(),
            None => nothing(),
        }
    });
    let read: ReadAnswer = Arc::new(agreed);
    let give: GiveAnswer = Arc::new(move |answer| {
        open.respond(id, answer);
    });
    let votes: ReadVotes = Arc::new(move |answer| {
        let count = |tally: &Option<Tally>| tally.as_ref().map_or(0, |t| t.counts.said(answer));
        panel.tally.try_with(count).unwrap_or_default()
    });
    let legend = el("h3").text(session_words().agreed);
    let levels = choice_among(panel.practice, legend, (&read, &give), true, Some(&votes));
    all(vec![before, levels])
}

/// Counts of hands, in place of the ballots.
fn hands(panel: Panel) -> El {
    let (w, s) = (words(), session_words());
    let counts = panel
        .open
        .with(|a| a.outcome(panel.workshop, &panel.practice.id).counts);
    let counts = counts.unwrap_or_default();
    let whole = Whole {
        unit: "people",
        range: [0, MAX_HANDS],
        usual: Some(0),
        hint: "",
    };
    let field = |key: &str, label: String, now: u32, part: Box<dyn Fn(&mut Counts) -> &mut u32>| {
        let give = move |hands: Option<u32>| {
            panel.change(|outcome| *part(&mut outcome.counts) = hands.unwrap_or(0));
        };
        let id = format!("hands-{key}");
        labelled_whole(&id, label, whole, now.to_string(), Box::new(give))
    };
    let levels = Level::ALL.into_iter().enumerate().map(|(at, level)| {
        field(
            &level.number().to_string(),
            w.level_name(level),
            counts.levels[at],
            Box::new(move |c| &mut c.levels[at]),
        )
    });
    let others = [
        field(
            "dont-know",
            w.dont_know.to_owned(),
            counts.dont_know,
            Box::new(|c| &mut c.dont_know),
        ),
        field(
            "not-applicable",
            w.not_applicable.to_owned(),
            counts.not_applicable,
            Box::new(|c| &mut c.not_applicable),
        ),
    ];
    let halves = Level::ALL.into_iter().zip(Level::ALL.into_iter().skip(1));
    let halves = halves.enumerate().map(|(at, (lower, upper))| {
        field(
            &format!("{}-{}", lower.number(), upper.number()),
            w.between(lower, upper),
            counts.between[at],
            Box::new(move |c| &mut c.between[at]),
        )
    });
    let rows = [
        el("div").class("sum hands").each(levels),
        el("div").class("sum hands").each(halves).each(others),
    ];
    // Once more, where there was a vote before.
    let is_first = panel
        .tally
        .get_untracked()
        .is_none_or(|tally| tally.first.is_none() && tally.counts == counts);
    if is_first {
        return details(s.hands_count).each(rows);
    }
    details(s.hands_type)
        .child(p(s.hands_again).class("muted"))
        .each(rows)
}

fn dissent(panel: Panel) -> El {
    let s = session_words();
    let text = panel
        .open
        .with(|a| a.outcome(panel.workshop, &panel.practice.id).dissent);
    let field = el("textarea")
        .id("dissent")
        .attr("rows", "2")
        .attr("maxlength", MAX_TEXT.to_string())
        .attr("aria-describedby", "dissent-hint")
        .on("input", move |event| {
            let text = value_of(&event);
            panel.change(|outcome| outcome.dissent = text);
        })
        .text(text.unwrap_or_default());
    details(s.dissent).child(
        el("p").class("field").each([
            el("label")
                .class("spoken")
                .attr("for", "dissent")
                .text(s.dissent),
            el("span")
                .class("muted")
                .id("dissent-hint")
                .text(s.dissent_hint),
            field,
        ]),
    )
}

/// The actions that move this practice, and a way to add one.
fn actions(panel: Panel) -> El {
    // Built anew when one comes or goes, and not while somebody types.
    let ids = Memo::new(move |_| {
        panel.open.track_any();
        let ids = panel.open.with(|a| {
            let own = a.actions().filter(|(_, action)| {
                let moved = action.moves.as_ref().map(|(practice, _)| practice);
                moved == Some(&panel.practice.id)
            });
            own.map(|(id, _)| id.clone()).collect::<Vec<ActionId>>()
        });
        ids.unwrap_or_default()
    });
    let forms = live(move || {
        let forms = ids.get();
        let open = panel.open;
        let forms = forms
            .iter()
            .map(|id| action_form(open, id, Horizon::Now, Acts::staying(open, id)));
        all(forms.map(El::done).collect())
    });
    let add = button("", session_words().action, move |_| {
        let answer = panel.open.with(|a| a.answer(&panel.practice.id).cloned());
        let level = answer.flatten().and_then(|answer| answer.level());
        let next = level.map_or(Some(Level::ALL[1]), Level::next);
        let target = next.unwrap_or(Level::ALL[4]);
        let action = Action {
            moves: Some((panel.practice.id.clone(), target)),
            ..Action::default()
        };
        let name = clock::action_id();
        let field = crate::app::components::action_id(&name);
        panel.open.edit(Edit::Act(name, Some(action)));
        next_frame(move || focus(&field));
    });
    el("div").view(forms).child(el("p").child(add))
}

/// The clock and the way on, always in the same place.
fn steps(panel: Panel) -> El {
    let s = session_words();
    let said = RwSignal::new("");
    let agreed = button("primary", s.agreed_next, move |_| {
        sound::prepare();
        if panel.agreed().is_some() {
            panel.settle(Settled::Agreed);
        } else {
            said.set(session_words().choose_first);
        }
    });
    let skip = button("quiet", s.skip, move |_| panel.settle(Settled::Skipped));
    let error = p("")
        .class("error")
        .attr("role", "alert")
        .live_text(move || said.get().to_owned());
    let stands = el("div").each([timer(panel.open, panel.workshop, true), error]);
    bar(stands, [skip, agreed])
}
