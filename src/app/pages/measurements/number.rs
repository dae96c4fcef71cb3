//! The numbers that follow from files, each with what it rests on.

use super::card::{Card, OVER, ROWS, message, whole};
use crate::app::browser::page::is_open;
use crate::app::browser::settings;
use crate::app::components::{pill, scroller};
use crate::app::markup::{El, all, button, el, live, nothing, p};
use crate::app::told::Told;
use crate::desk::Computed;
use crate::formats::json::{Json, Object};
use crate::metrics::level_of_measured;
use crate::model::text::isolated;
use crate::model::{Basis, Metric};
use crate::words::words;
use leptos::prelude::*;

/// So many mappings are remembered.
const REMEMBERED: usize = 40;

/// All numbers, and what does not follow yet.
pub fn numbers(card: Card, told: Told) -> El {
    let f = words().files_page();
    let q = card.open.questionnaire();
    let found: Vec<_> = told
        .list("readings")
        .filter_map(|r| Some((r, computed(r.metric(q)?, r))))
        .collect();
    // What only stands in for what is asked is not taken by the way, and what may be of other days not at all.
    let sure = found
        .iter()
        .filter(|(r, _)| !r.is("standIn") && !r.is("awaitsDays"));
    let sure: Vec<_> = sure.map(|(_, own)| own.clone()).collect();
    let section = el("div").class("numbers").child(el("h3").text(f.numbers));
    let section = if found.is_empty() {
        section.child(p(f.nothing))
    } else {
        section
    };
    let mappings = mappings(told);
    let all_of_them = (sure.len() > 1).then(|| {
        let mappings = mappings.clone();
        let text = words().use_all(sure.len());
        el("p").child(button("primary", text, move |_| {
            remember(&mappings);
            card.open.run_made(|desk, id| desk.take_computed(id, &sure));
        }))
    });
    let cards = found.iter().filter_map(|(r, own)| {
        let metric = r.metric(q)?;
        Some(number(card, metric, *r, own.clone(), &mappings))
    });
    let missing = told.list("missing").filter_map(|one| {
        let metric = one.metric(q)?;
        let why = isolated(one.text("why"));
        Some(
            el("li")
                .child(el("strong").text(metric.title.as_str()))
                .text(": ")
                .text(why),
        )
    });
    let missing: Vec<_> = missing.collect();
    let missing = (!missing.is_empty()).then(|| {
        let fold = card.fold("missing".to_owned(), f.missing.to_owned());
        fold.child(el("ul").each(missing))
    });
    section.each(all_of_them).each(cards).each(missing)
}

/// A number as the desk takes it.
fn computed(metric: &Metric, told: Told) -> Computed {
    let basis = told.part("basis");
    Computed {
        metric: metric.id.clone(),
        value: told.number("value"),
        days: told.has("days").then(|| told.owned("days")),
        basis: Basis {
            files: basis.texts("files").map(str::to_owned).collect(),
            columns: basis.owned("columns"),
            rule: basis.owned("rule"),
            cases: told.whole("n").unwrap_or_default(),
            of: told.whole("of"),
            begins: basis.owned("begins"),
            ends: basis.owned("ends"),
        },
    }
}

/// One number.
fn number(
    card: Card,
    metric: &'static Metric,
    told: Told,
    own: Computed,
    mappings: &[(String, String)],
) -> El {
    let f = words().files_page();
    let level = own.measurement(card.open.questionnaire());
    let level = level.and_then(|own| level_of_measured(metric, &own));
    let (open, mine, mappings) = (card.open, own.clone(), mappings.to_vec());
    let is_taken = Memo::new(move |_| {
        open.track_metric(&metric.id);
        let q = open.questionnaire();
        open.with(|a| mine.is_in(q, a)) == Some(true)
    });
    let kept = move || {
        open.track_metric(&metric.id);
        open.with(|a| a.measurement(&metric.id).map(|own| own.value))?
    };
    let does = move || match kept() {
        _ if is_taken.get() => f.used,
        Some(_) => f.update,
        None => f.use_it,
    };
    let awaits_days = told.is("awaitsDays");
    let take = button("", "", move |_| {
        if awaits_days {
            return;
        }
        remember(&mappings);
        open.run_made(|desk, id| desk.take_computed(id, std::slice::from_ref(&own)));
    })
    .id(format!("use-{}", metric.id))
    .live_text(move || does().to_owned())
    .live_attr("aria-label", move || {
        Some(words().use_number(does(), &metric.title))
    })
    .live_attr("aria-disabled", move || {
        (is_taken.get() || awaits_days).then(|| "true".to_owned())
    });
    let why = format!("why-not-{}", metric.id);
    let take = if awaits_days {
        take.attr("aria-describedby", why.clone())
    } else {
        take
    };
    let head = el("div")
        .class("number-head")
        .child(el("h4").text(metric.title.as_str()))
        .child(el("output").class("big").text(told.owned("text")))
        .each(level.map(pill))
        .child(take);
    let mut rests = told.owned("cases");
    if told.has("days") {
        rests = [&rests, ", ", told.text("days")].concat();
    }
    let instead = p("").class("instead").live_text(move || {
        let kept = kept().filter(|_| !is_taken.get());
        let kept = kept.map(|kept| words().replaces(&words().amount(&metric.unit, kept)));
        kept.unwrap_or_default()
    });
    let mut parts = vec![instead];
    parts.extend(awaits_days.then(|| p(f.days_first).class("doubt").id(why)));
    parts.extend([
        p(rests).class("rests"),
        p(told.owned("rule")).class("muted"),
    ]);
    for name in ["range", "middle"] {
        if told.has(name) {
            parts.push(p(told.owned(name)).class("muted"));
        }
    }
    parts.extend(
        told.texts("beside")
            .map(|text| p(text.to_owned()).class("muted")),
    );
    parts.extend(
        told.texts("doubts")
            .map(|text| p(text.to_owned()).class("doubt")),
    );
    el("article")
        .class("computed")
        .id(format!("number-{}", metric.id))
        .child(head)
        .each(parts)
        .child(behind(card, metric, told))
        .child(over(card, metric))
}

/// The rows behind a number, and those left out.
fn behind(card: Card, metric: &'static Metric, told: Told) -> El {
    let f = words().files_page();
    let ask = move |which: String, from: usize| {
        card.tell(&message(
            "rows",
            [
                ("metric", Json::text(metric.id.as_str())),
                ("which", Json::Text(which)),
                ("from", whole(from)),
            ],
        ));
    };
    let is_share = told.has("of");
    let mut ways = Vec::new();
    if is_share {
        ways.push(button(
            "link",
            words().rows_of(f.rows_of, told.whole("n")),
            move |_| ask("counted".to_owned(), 0),
        ));
    }
    let whole_number = if is_share {
        told.whole("of")
    } else {
        told.whole("n")
    };
    ways.push(button(
        "link",
        words().rows_of(f.rows_all, whole_number),
        move |_| ask("all".to_owned(), 0),
    ));
    ways.push(button("link", f.rows_save, move |_| {
        card.tell(&message(
            "csv",
            [("metric", Json::text(metric.id.as_str()))],
        ));
    }));
    let left = told.list("left").map(|one| {
        let which = one.owned("which");
        let text = words().left_rows(one.whole("count"), one.text("text"));
        el("li").child(button("link", text, move |_| ask(which.clone(), 0)))
    });
    let left: Vec<_> = left.collect();
    let left =
        (!left.is_empty()).then(|| el("div").child(p(f.left_out)).child(el("ul").each(left)));
    let heard = card.heard(metric, ROWS);
    let shown = live(move || match heard.get() {
        Some(json) => rows(Told(&json), ask),
        None => nothing(),
    });
    card.fold(format!("rows-{}", metric.id), f.rows.to_owned())
        .child(el("p").class("steps").each(ways))
        .each(left)
        .view(shown)
}

/// Some rows as a table.
fn rows(told: Told, ask: impl Fn(String, usize) + 'static) -> AnyView {
    let f = words().files_page();
    let head = el("tr").each(
        told.texts("headers")
            .map(|name| el("th").attr("scope", "col").text(isolated(name))),
    );
    let body = told.list("rows").map(|row| {
        let cells: &[Json] = match row.0 {
            Json::List(cells) => cells,
            _ => &[],
        };
        el("tr").each(
            cells
                .iter()
                .map(|cell| el("td").text(isolated(cell.as_str().unwrap_or_default()))),
        )
    });
    let table = el("table")
        .child(el("thead").child(head))
        .child(el("tbody").each(body));
    let shown = told.list("rows").count();
    let end = usize::try_from(told.whole("from").unwrap_or_default()).unwrap_or_default() + shown;
    let rest = told
        .whole("all")
        .unwrap_or_default()
        .saturating_sub(u64::try_from(end).unwrap_or(u64::MAX));
    let which = told.owned("which");
    let more = (rest > 0).then(|| button("", f.rows_more, move |_| ask(which.clone(), end)));
    all(std::iter::once(scroller(f.rows, table))
        .chain(more)
        .map(El::done)
        .collect())
}

/// How it would be over other times.
fn over(card: Card, metric: &'static Metric) -> El {
    let f = words().files_page();
    let heard = card.heard(metric, OVER);
    let shown = live(move || match heard.get() {
        Some(json) => more(Told(&json)),
        None => nothing(),
    });
    let fold = card.fold(format!("over-{}", metric.id), f.over.to_owned());
    fold.on("toggle", move |event| {
        if is_open(&event) {
            card.tell(&message(
                "more",
                [("metric", Json::text(metric.id.as_str()))],
            ));
        }
    })
    .view(shown)
}

fn more(told: Told) -> AnyView {
    let each = told.list("over").map(|one| {
        let text = words().over_weeks(one.whole("weeks"), one.text("text"), one.text("cases"));
        el("li").text(text)
    });
    let others = told
        .texts("others")
        .map(|one| el("li").text(one.to_owned()));
    let list = el("ul").each(each).each(others);
    list.done()
}

/// What the columns of each file were taken for, by their fingerprints.
fn mappings(told: Told) -> Vec<(String, String)> {
    let files = told.list("files").filter(|file| file.has("mapping"));
    files
        .map(|file| (file.owned("fingerprint"), file.owned("mapping")))
        .collect()
}

/// Remembers them for the next export of the same kind; the latest of them.
fn remember(mappings: &[(String, String)]) {
    let mut known = match Json::parse(&settings::mappings()) {
        Ok(Json::Object(known)) => known,
        _ => Object::default(),
    };
    for (fingerprint, mapping) in mappings {
        if known.len() >= REMEMBERED && !known.has(fingerprint.as_str()) {
            known = Object::default();
        }
        known.put(fingerprint.clone(), Json::text(mapping));
    }
    settings::keep_mappings(&Json::Object(known).compact());
}
