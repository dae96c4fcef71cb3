//! Which days and which service count.

use super::card::{Card, message};
use crate::app::browser::tables;
use crate::app::components::tick_of;
use crate::app::markup::{El, el, option, p};
use crate::app::told::Told;
use crate::formats::json::Json;
use crate::model::text::isolated;
use crate::words::words;
use leptos::prelude::*;

/// The choices for all numbers together.
pub fn choices(card: Card, told: Told) -> El {
    let f = words().files_page();
    let now = told.text("period");
    let offered = [
        ("usual", f.usual),
        ("4", f.weeks_4),
        ("13", f.weeks_13),
        ("26", f.weeks_26),
        ("0", f.everything),
    ];
    let is_other = !offered.iter().any(|(id, _)| *id == now);
    let mut periods: Vec<_> = offered
        .iter()
        .map(|(id, text)| option(*id, *text, *id == now))
        .collect();
    if is_other {
        periods.push(option("other", words().days_chosen(now), true));
    }
    let period = card.choice("files-period".to_owned(), f.period, periods, |card, id| {
        let weeks = id.parse::<u64>().map(Json::whole).unwrap_or_default();
        card.tell(&message("period", [("weeks", weeks)]));
    });
    let own = told.text("zone");
    let mut zones = tables::zones();
    if !zones.iter().any(|zone| zone == own) {
        zones.push(own.to_owned());
    }
    let zones = zones.into_iter().map(|zone| {
        let is_own = zone == own;
        option(zone.clone(), zone, is_own)
    });
    let zone = card.choice(
        "files-zone".to_owned(),
        f.zone,
        zones.collect(),
        |card, zone| {
            card.tell(&message("zone", [("zone", Json::Text(zone))]));
        },
    );
    let line = el("div").class("choices-line").each([period, zone]);
    let services: Vec<_> = told.list("services").collect();
    let is_one = services.iter().any(|service| service.is("chosen"));
    let service = (services.len() > 1 || is_one).then(|| {
        let first = option("", f.all_services, !is_one);
        let each = services.iter().map(|service| {
            let text = words().value_rows(
                service.text("name"),
                service.whole("count").unwrap_or_default(),
            );
            option(service.owned("name"), isolated(&text), service.is("chosen"))
        });
        let each = std::iter::once(first).chain(each).collect();
        card.choice("files-service".to_owned(), f.service, each, |card, name| {
            card.tell(&message("service", [("service", Json::Text(name))]));
        })
    });
    el("div")
        .class("for-all")
        .child(line.each(service))
        .each(strip(card, told))
        .child(rules(card, told))
}

/// A bar a week: two of them are chosen as the first and the last.
fn strip(card: Card, told: Told) -> Option<El> {
    let weeks: Vec<_> = told.list("weeks").collect();
    let most = weeks
        .iter()
        .map(|week| week.number("count"))
        .fold(1.0, f64::max);
    let f = words().files_page();
    let now = told.text("period").split_once(' ');
    let one_week = now.filter(|(from, to)| {
        let mut own = weeks.iter();
        own.any(|week| week.text("from") == *from && week.text("to") == *to)
    });
    let begun = one_week.map(|(from, _)| from.to_owned());
    let bars = weeks.iter().map(|week| {
        let (from, to) = (week.owned("from"), week.owned("to"));
        let count = week.whole("count").unwrap_or_default();
        let partly = week.is("partly").then_some(f.partly);
        let label = words().week(week.text("text"), count, partly);
        let high = format!("--high:{}%", (week.number("count") / most * 100.0).round());
        let is_in = now.is_some_and(|(first, last)| *from >= *first && *to <= *last);
        let class = if week.is("partly") {
            "bar partly"
        } else {
            "bar"
        };
        let begun = begun.clone();
        el("button")
            .attr("type", "button")
            .id(format!("week-{from}"))
            .class(class)
            .live_prop("style", move || high.clone())
            .attr("title", label.clone())
            .attr("aria-label", label)
            .attr("aria-pressed", if is_in { "true" } else { "false" })
            .on("click", move |_| {
                let begin = begun.clone().filter(|begun| *begun < from);
                let begin = begin.unwrap_or_else(|| from.clone());
                card.tell(&message(
                    "period",
                    [("from", Json::Text(begin)), ("to", Json::Text(to.clone()))],
                ));
            })
            .child(el("i"))
    });
    let bars: Vec<_> = bars.collect();
    (bars.len() > 1).then(|| {
        let group = el("div")
            .class("weeks")
            .attr("role", "group")
            .attr("aria-label", f.strip)
            .each(bars);
        el("div").each([p(f.strip).class("muted"), group])
    })
}

/// Rules that teams differ in.
fn rules(card: Card, told: Told) -> El {
    let f = words().files_page();
    let own = told.part("rules");
    let ticks = [
        ("withoutRollbacks", f.without_rollbacks),
        ("words", f.by_words),
        ("afterTarget", f.after_target),
        ("fromMerge", f.from_merge),
        ("fromDeployment", f.from_deployment),
    ];
    let ticks = ticks.map(|(name, label)| {
        tick_of(format!("rule-{name}"), label, own.is(name), move |is_on| {
            choose(card, name, Json::Bool(is_on));
        })
    });
    let numbers = [
        ("window", f.window),
        ("rotations", f.rotations),
        ("shift", f.shift),
    ];
    let numbers = numbers.map(|(name, label)| {
        let now = own.whole(name).unwrap_or_default().to_string();
        let give = move |text: String| {
            if let Ok(number) = text.trim().parse::<u64>() {
                choose(card, name, Json::whole(number));
            }
        };
        let id = format!("rule-{name}");
        card.entry(id, label, "text", now, give)
    });
    card.fold("rules".to_owned(), f.options.to_owned())
        .each(ticks)
        .each(numbers)
        .child(covers(card, own))
        .child(hours(card, own))
}

/// Which days the files cover, where somebody knows.
fn covers(card: Card, own: Told) -> El {
    let f = words().files_page();
    let now = own.text("covers").split_once(' ').unwrap_or_default();
    let both = RwSignal::new((now.0.to_owned(), now.1.to_owned()));
    let tell = move || {
        let (from, to) = both.get_untracked();
        // One day alone covers nothing yet, and none take back what was said.
        if from.is_empty() == to.is_empty() {
            choose(card, "covers", Json::Text([&from, " ", &to].concat()));
        }
    };
    let first = card.entry(
        "rule-covers-from".to_owned(),
        f.covers_from,
        "date",
        now.0.to_owned(),
        move |day| {
            both.update(|both| both.0 = day);
            tell();
        },
    );
    let last = card.entry(
        "rule-covers-to".to_owned(),
        f.covers_to,
        "date",
        now.1.to_owned(),
        move |day| {
            both.update(|both| both.1 = day);
            tell();
        },
    );
    el("fieldset")
        .child(el("legend").text(f.covers))
        .each([first, last])
}

/// When people work: waits and due days are counted so.
fn hours(card: Card, own: Told) -> El {
    let f = words().files_page();
    let days = own.owned("days");
    let ticks = f.weekdays.split(' ').enumerate().map(|(at, name)| {
        let is_on = days.as_bytes().get(at) == Some(&b'1');
        let now = days.clone();
        tick_of(format!("rule-day-{at}"), name, is_on, move |is_on| {
            let sign = if is_on { "1" } else { "0" };
            let mut days = now.clone();
            days.replace_range(at..=at, sign);
            choose(card, "days", Json::Text(days));
        })
    });
    let week = el("div").class("weekdays").each(ticks);
    let texts = [
        ("from", f.works_from, "time"),
        ("until", f.works_until, "time"),
        ("holidays", f.holidays, "text"),
    ];
    let texts = texts.map(|(name, label, sort)| {
        let give = move |text: String| choose(card, name, Json::Text(text));
        card.entry(format!("rule-{name}"), label, sort, own.owned(name), give)
    });
    el("fieldset")
        .child(el("legend").text(f.works))
        .child(week)
        .each(texts)
}

fn choose(card: Card, name: &str, value: Json) {
    card.tell(&message(
        "choose",
        [("name", Json::text(name)), ("value", value)],
    ));
}
