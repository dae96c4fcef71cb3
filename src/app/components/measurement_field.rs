//! One metric's number.

use super::calculator::calculator;
use crate::app::browser::page::{focus_next, value_of};
use crate::app::markup::{El, all, button, details, effect, el, live, nothing, p, source};
use crate::metrics::{Entry, Kind, MetricExplanation, Reading, Typing, explain_measured, kind};
use crate::model::decimal::write;
use crate::model::validate::MAX_LINE;
use crate::model::{Better, Level, Measurement, Metric, Origin};
use crate::words::words;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::sync::Arc;

/// Reads the measurement so far and tracks it.
pub type ReadMeasurement = Arc<dyn Fn() -> Option<Measurement> + Send + Sync>;
/// Takes a new measurement, or none when the field was emptied.
pub type GiveMeasurement = Arc<dyn Fn(Option<Measurement>) + Send + Sync>;

/// What the fields of one metric show. While someone types, the fields are theirs.
struct Form {
    metric: &'static Metric,
    read: ReadMeasurement,
    give: GiveMeasurement,
    /// What stands in the field. Whoever shows what was made of it follows this.
    number: RwSignal<String>,
    period: RwSignal<String>,
    entry: Cell<Entry>,
    /// What was stored before the typing began.
    typing: RefCell<Typing<Option<Measurement>>>,
    /// What this form stored last: anything else came from outside.
    own: RefCell<Option<Measurement>>,
    /// What new numbers cover.
    usual: RwSignal<String>,
    /// The last round, and the value in it.
    was: Option<(String, f64)>,
}

/// A form that any number of handlers share.
type Shared = StoredValue<Form, LocalStorage>;

/// Does something with a form, if it is still there: a browser may send a last event to a field that
/// is just being taken from the page.
fn with(form: Shared, act: impl FnOnce(&Form)) {
    form.try_with_value(act);
}

impl Form {
    fn stored(&self) -> Option<Measurement> {
        untrack(|| (self.read)())
    }

    /// What the field holds now; tracks it.
    fn entry(&self) -> Entry {
        self.number.track();
        self.entry.get()
    }

    fn typed(&self, text: String) {
        let entry = Entry::of(self.metric, &text);
        let before = self.typing.borrow_mut().goes_on(&text, self.stored());
        match entry {
            Entry::Empty => self.put(None, Origin::Typed),
            Entry::Taken(reading) => self.put(Some(reading.value), Origin::Typed),
            Entry::Asked(_) | Entry::Refused(_) => self.put_back(before),
        }
        self.entry.set(entry);
        self.number.set(text);
    }

    /// Ends the typing: what is stored now is what comes back from here on.
    fn rests(&self) {
        let stored = self.stored();
        self.number
            .with_untracked(|text| self.typing.replace(Typing::rests(text, stored)));
    }

    /// Takes a number that was not typed as it is: a reading that was chosen, or a sum.
    fn take(&self, entry: Entry, value: f64, origin: Origin) {
        self.put(Some(value), origin);
        self.shows(entry, Some(value));
    }

    fn shows(&self, entry: Entry, value: Option<f64>) {
        self.entry.set(entry);
        self.number.set(value.map(write).unwrap_or_default());
        self.rests();
    }

    fn put(&self, value: Option<f64>, origin: Origin) {
        let is_new = value.is_some() && self.stored().is_none();
        if is_new && self.period.with_untracked(String::is_empty) {
            self.period.set(self.usual.get_untracked());
        }
        let period = self.period.get_untracked();
        let period = (!period.trim().is_empty()).then_some(period);
        let given = value.map(|value| Measurement {
            value,
            period,
            origin,
        });
        self.own.replace(given.clone());
        (self.give)(given);
    }

    /// Stores again what was there before letters that come to nothing.
    fn put_back(&self, before: Option<Measurement>) {
        if self.stored() != before {
            self.own.replace(before.clone());
            (self.give)(before);
        }
    }

    fn covers(&self, period: String) {
        self.period.set(period);
        if let Some(m) = self.stored() {
            self.put(Some(m.value), m.origin);
        }
    }

    /// Shows what came from outside: another tab, or a step taken back.
    fn follow(&self) {
        let stored = (self.read)();
        if stored != *self.own.borrow() {
            let period = stored.as_ref().and_then(|m| m.period.clone());
            self.period.set(period.unwrap_or_default());
            let value = stored.as_ref().map(|m| m.value);
            self.own.replace(stored);
            self.shows(Entry::Empty, value);
        }
    }

    /// What the number was taken for, and the level that it stands for; or what is still stored.
    fn understood(&self) -> String {
        let (w, metric) = (words(), self.metric);
        let stored = (self.read)();
        let kept = || stored.as_ref().map(|m| w.amount(&metric.unit, m.value));
        let taken = match self.entry() {
            Entry::Asked(_) => return w.until_chosen(kept()),
            Entry::Refused(_) => return w.still_kept(kept()),
            Entry::Taken(reading) => Some(reading),
            Entry::Empty => None,
        };
        let Some(m) = stored else {
            return String::new();
        };
        let said = w.taken(metric, m.value, taken.as_ref());
        // Where it may be more, and that less good, there is none.
        match explain_measured(metric, &m) {
            Some(e) => said + " · " + &w.measured(metric, &e),
            None => said,
        }
    }

    /// How good the value is, on a scale of five bands; nothing while there is none.
    fn scale(&self) -> Option<MetricExplanation> {
        explain_measured(self.metric, &(self.read)()?)
    }

    /// What it was in the last round.
    fn earlier(&self) -> String {
        let now = (self.read)().map(|m| m.value);
        let was = self.was.as_ref();
        let said = was.map(|(round, was)| words().was_measured(self.metric, (round, *was), now));
        said.unwrap_or_default()
    }

    /// What a number from files rests on.
    fn basis(&self) -> String {
        let stored = (self.read)();
        match stored.as_ref().map(|m| &m.origin) {
            Some(Origin::Files(basis)) => words().rests_on(basis),
            _ => String::new(),
        }
    }

    fn problem(&self) -> String {
        match self.entry() {
            Entry::Refused(why) => words().refused(self.metric, why),
            _ => String::new(),
        }
    }

    fn question(&self) -> String {
        match self.entry() {
            Entry::Asked(both) => words().which(&self.metric.unit, &both),
            _ => String::new(),
        }
    }
}

/// A number field with its unit, help, the period that it covers, what the number was taken
/// for and the level that it stands for.
pub fn measurement_field(
    metric: &'static Metric,
    read: &ReadMeasurement,
    give: GiveMeasurement,
    usual: RwSignal<String>,
    was: Option<(String, f64)>,
) -> El {
    let id = metric.id.to_string();
    let first = untrack(|| read());
    let number = first.as_ref().map(|m| write(m.value)).unwrap_or_default();
    let period = first.as_ref().and_then(|m| m.period.clone());
    let form = StoredValue::new_local(Form {
        metric,
        read: read.clone(),
        give,
        own: RefCell::new(first.clone()),
        typing: RefCell::new(Typing::rests(&number, first)),
        number: RwSignal::new(number),
        period: RwSignal::new(period.unwrap_or_default()),
        entry: Cell::new(Entry::Empty),
        usual,
        was,
    });
    effect(move || with(form, Form::follow));
    let counts = metric.calculator.as_ref().map(|counts| {
        calculator(metric, counts, move |value| {
            with(form, |f| f.take(Entry::Empty, value, Origin::Computed));
        })
    });
    let question = p(metric.question.as_str()).id(format!("{id}-hint"));
    let title = el("label")
        .attr("for", id.clone())
        .text(metric.title.as_str());
    let said = el("output").live_text(move || form.with_value(Form::understood));
    let problem = el("p")
        .class("error")
        .id(format!("{id}-error"))
        .attr("role", "alert")
        .live_text(move || form.with_value(Form::problem));
    let about = el("div")
        .class("about")
        .child(el("h3").child(title))
        .child(question);
    let earlier = form.with_value(|f| f.was.is_some()).then(|| {
        let said = move || form.with_value(Form::earlier);
        el("p").class("muted earlier").live_text(said)
    });
    let given = el("div")
        .class("given")
        .child(
            number_line(&id, metric, form)
                .each([which(&id, form), period_field(&id, metric, form)]),
        )
        .child(problem)
        .child(scale(form))
        .child(el("p").class("band").child(said))
        .child(
            el("p")
                .class("muted basis")
                .live_text(move || form.with_value(Form::basis)),
        )
        .each(earlier);
    let folds = el("div").class("folds").each(counts).child(help(metric));
    el("section")
        .class("measurement")
        .each([about, given, folds])
}

/// Five bands, filled as far as the value reaches. The sentence below says the same.
fn scale(form: Shared) -> El {
    let found = move || form.with_value(Form::scale);
    el("span")
        .class("scale")
        .attr("aria-hidden", "true")
        .live_attr("data-level", move || {
            found().map(|e| e.level.number().to_string())
        })
        .live_prop("style", move || {
            let at = found().map(|e| write((e.position * 10.0).round() / 10.0));
            at.map_or_else(String::new, |at| ["--at:", &at, "%"].concat())
        })
        .each((0..5).map(|_| el("i")))
        .child(el("u"))
}

fn number_line(id: &str, metric: &'static Metric, form: Shared) -> El {
    let input = el("input")
        .id(id.to_owned())
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("maxlength", "80")
        .attr("aria-describedby", format!("{id}-hint {id}-error"))
        .live_prop("value", move || form.with_value(|f| f.number.get()))
        .live_attr("aria-invalid", move || {
            let is_wrong = form.with_value(|f| matches!(f.entry(), Entry::Refused(_)));
            is_wrong.then(|| "true".to_owned())
        })
        .on("input", move |event| {
            with(form, |f| f.typed(value_of(&event)))
        })
        .on("change", move |_| with(form, Form::rests));
    // A phone's keyboard for decimals has no letters for units, and no minus.
    let is_plain = matches!(kind(&metric.unit), Kind::Share | Kind::Other);
    let input = if is_plain && metric.range[0] >= 0.0 {
        input.attr("inputmode", "decimal")
    } else {
        input
    };
    el("div")
        .class("number")
        .child(input)
        .child(el("span").text(metric.unit.as_str()))
}

/// Asks, where a text can be read in two ways. It stands right behind the number, before the period,
/// so the next press of Tab leads to the answer, and nobody who types loses the focus.
fn which(id: &str, form: Shared) -> El {
    let id = id.to_owned();
    let answers = live(move || match form.with_value(Form::entry) {
        Entry::Asked(both) => all(both.map(|one| answer(&id, form, one).done()).into()),
        _ => nothing(),
    });
    let question = el("p")
        .attr("role", "status")
        .live_text(move || form.with_value(Form::question));
    el("div").class("which").child(question).view(answers)
}

fn answer(id: &str, form: Shared, reading: Reading) -> El {
    let text = form.with_value(|f| words().choice_of(&f.metric.unit, &reading));
    let id = id.to_owned();
    button("", text, move |_| {
        with(form, |f| {
            f.take(Entry::Taken(reading), reading.value, Origin::Typed)
        });
        // The button goes; the field stays.
        focus_next(id.clone());
    })
}

fn period_field(id: &str, metric: &'static Metric, form: Shared) -> El {
    let id = format!("{id}-period");
    let input = el("input")
        .id(id.clone())
        .attr("type", "text")
        .attr("maxlength", MAX_LINE.to_string())
        .attr("autocomplete", "off")
        .attr("aria-label", words().period_of(&metric.title))
        .attr("placeholder", words().measuring_page().period_none)
        .live_prop("value", move || form.with_value(|f| f.period.get()))
        .on("input", move |event| {
            with(form, |f| f.covers(value_of(&event)))
        });
    let label = el("label")
        .attr("for", id)
        .class("muted")
        .text(words().measuring_page().period);
    // Without a number there is nothing that it could cover.
    let class = move || {
        let has = form.with_value(|f| (f.read)().is_some());
        Some(if has { "period" } else { "period none" }.to_owned())
    };
    el("span").live_attr("class", class).each([label, input])
}

fn help(metric: &'static Metric) -> El {
    let w = words();
    let basis = if metric.judgement {
        w.judgement
    } else {
        w.published
    };
    let sources = el("p")
        .text(w.sources)
        .text(": ")
        .each(metric.sources.iter().map(source));
    details(w.measure_how)
        .child(p(metric.how.as_str()))
        .child(el("ul").class("bands").each(bands(metric)))
        .child(p(basis).text(" ").text(metric.basis.as_str()))
        .child(sources)
}

fn bands(metric: &'static Metric) -> impl Iterator<Item = El> {
    let sign = match metric.better {
        Better::Higher => '≥',
        Better::Lower => '≤',
    };
    Level::ALL
        .iter()
        .skip(1)
        .zip(&metric.cuts)
        .map(move |(level, cut)| {
            el("li").text(format!(
                "{}: {sign} {} {}",
                words().level_name(*level),
                write(*cut),
                metric.unit
            ))
        })
}
