//! What a file is, and what its columns and values mean.

use super::card::{Card, message, whole};
use crate::app::browser::page::value_of;
use crate::app::components::tick_of;
use crate::app::markup::{El, button, el, option, p};
use crate::app::told::Told;
use crate::formats::json::Json;
use crate::model::text::isolated;
use crate::words::words;

/// So many doubts are shown at once; the others fold.
const DOUBTS: usize = 3;

/// A file that was dropped.
pub fn file(card: Card, at: usize, told: Told) -> El {
    let f = words().files_page();
    let name = isolated(told.text("name"));
    let remove = button("link", f.remove, move |_| card.remove(at))
        .attr("aria-label", words().remove_file(&name));
    let head = el("p")
        .class("head")
        .each([el("strong").text(name), remove]);
    let row = el("li").child(head);
    if told.has("problem") {
        return row.child(p(told.owned("problem")).class("problem"));
    }
    let rows = told.whole("rows").unwrap_or_default();
    let again = told.is("again").then_some(f.again);
    let what = words().what_file(told.text("what"), rows, told.text("span"), again);
    let doubts = told.texts("doubts").chain(told.texts("left")).count();
    let first = told.texts("doubts").take(DOUBTS);
    let row = row
        .child(p(what))
        .each(first.map(|doubt| p(doubt.to_owned()).class("doubt")));
    let row = row.each(told.has("days").then(|| days(card, at, told.part("days"))));
    let summary = words().looked_at(f.looked, doubts.saturating_sub(DOUBTS));
    let id = format!("columns-{at}");
    let content = Box::new(move |told: Told| looks(card, at, told));
    row.child(card.fold_of(id, summary, at, content))
}

/// Which way days are read, where both are possible: a wrong month would go unseen.
fn days(card: Card, at: usize, told: Told) -> El {
    let ways = told.list("options").map(|way| {
        let format = way.owned("id");
        let id = format!("days-{at}-{format}");
        let radio = el("input")
            .id(id)
            .attr("type", "radio")
            .attr("name", format!("days-{at}"))
            .on("change", move |_| {
                card.tell(&message(
                    "days",
                    [("file", whole(at)), ("format", Json::text(&format))],
                ));
            });
        let radio = if way.is("chosen") {
            radio.attr("checked", "")
        } else {
            radio
        };
        el("label")
            .class("line")
            .each([radio, el("span").text(way.owned("text"))])
    });
    el("fieldset")
        .class("doubt which-day")
        .child(el("legend").text(told.owned("text")))
        .each(ways)
}

/// How it was read, and what means what.
fn looks(card: Card, at: usize, told: Told) -> Vec<El> {
    let f = words().files_page();
    let mut parts: Vec<El> = Vec::new();
    let rest = told.texts("doubts").skip(DOUBTS);
    parts.extend(rest.map(|doubt| p(doubt.to_owned()).class("doubt")));
    parts.extend(
        told.texts("left")
            .map(|left| p(left.to_owned()).class("muted")),
    );
    let read = [told.text("by"), told.text("read")];
    parts.extend(
        read.into_iter()
            .filter(|text| !text.is_empty())
            .map(|text| p(text.to_owned()).class("muted")),
    );
    let kinds = told.list("kinds").map(|kind| {
        let is_own = kind.text("id") == told.text("kind");
        option(kind.owned("id"), kind.owned("text"), is_own)
    });
    parts.push(card.choice(
        format!("kind-{at}"),
        f.rows_are,
        kinds.collect(),
        move |card, kind| {
            card.tell(&message(
                "kind",
                [("file", whole(at)), ("kind", Json::Text(kind))],
            ));
        },
    ));
    if told.has("abouts") {
        let q = card.open.questionnaire();
        let abouts = told.list("abouts").map(|one| {
            let id = one.owned("metric");
            let title = one
                .metric(q)
                .map_or_else(|| id.clone(), |m| m.title.clone());
            option(id, title, one.is("chosen"))
        });
        let choose = move |card: Card, metric: String| {
            card.tell(&message(
                "about",
                [("file", whole(at)), ("metric", Json::Text(metric))],
            ));
        };
        let id = format!("about-{at}");
        parts.push(card.choice(id, f.about, abouts.collect(), choose));
    }
    if told.has("lists") {
        let lists = told
            .list("lists")
            .map(|list| option(list.owned("path"), list.owned("text"), list.is("chosen")));
        parts.push(card.choice(
            format!("list-{at}"),
            f.list,
            lists.collect(),
            move |card, path| {
                card.read_again(at, "rowsAt", Json::Text(path));
            },
        ));
    }
    if told.has("delimiter") {
        parts.push(apart(card, at, told));
    }
    let nested = told.list("nested");
    parts.extend(nested.map(|own| unfold(card, at, told, own)));
    let is_seen = move |column: &Told| {
        let id = role_id(at, column.text("role"));
        column.has("header") || column.is("unsure") || card.is_touched(&id)
    };
    parts.push(table(card, at, told, told.list("columns").filter(is_seen)));
    let (id, others) = (format!("others-{at}"), f.other_columns.to_owned());
    let content = Box::new(move |told: Told| {
        let hidden = told.list("columns").filter(|column| !is_seen(column));
        vec![table(card, at, told, hidden)]
    });
    parts.push(card.fold_of(id, others, at, content));
    parts.extend(
        told.list("values")
            .map(|values| self::values(card, at, values)),
    );
    parts
}

/// How it is read, where somebody knows better.
fn apart(card: Card, at: usize, told: Told) -> El {
    let f = words().files_page();
    let choices = [
        ("delimiter", f.delimiter, "delimiter"),
        ("letters", f.letters, "encoding"),
        ("header", f.header, "header"),
        ("quotes", f.quotes, "quotes"),
    ];
    let choices = choices.map(|(id, label, name)| {
        let each = told.part(id).list("options");
        let named = |one: Told| match one.json("id") {
            Json::Text(id) => id,
            other => other.compact(),
        };
        let ids: Vec<_> = each
            .clone()
            .map(|one| (named(one), one.json("id")))
            .collect();
        let options = each.map(|one| option(named(one), one.owned("text"), one.is("chosen")));
        let choose = move |card: Card, chosen: String| {
            if let Some((_, id)) = ids.iter().find(|(name, _)| *name == chosen) {
                card.read_again(at, name, id.clone());
            }
        };
        card.choice(format!("{id}-{at}"), label, options.collect(), choose)
    });
    el("div").each(choices)
}

/// Whether a column that holds JSON becomes columns of its own.
fn unfold(card: Card, at: usize, told: Told, own: Told) -> El {
    let name = own.owned("name");
    let others = told.list("nested");
    let others = others.filter(|other| other.is("done") && other.text("name") != name);
    let others: Vec<_> = others
        .map(|other| Json::Text(other.owned("name")))
        .collect();
    let (id, text) = (format!("unfold-{at}-{name}"), words().unfold_column(&name));
    tick_of(id, text, own.is("done"), move |is_on| {
        let own = is_on.then(|| Json::text(&name));
        let names = others.iter().cloned().chain(own).collect();
        card.read_again(at, "unfold", Json::List(names));
    })
}

/// The list of columns for a role.
fn role_id(at: usize, role: &str) -> String {
    format!("role-{at}-{role}")
}

/// Columns and their roles.
fn table<'t>(card: Card, at: usize, told: Told<'t>, columns: impl Iterator<Item = Told<'t>>) -> El {
    let rows = columns.map(|column| {
        let role = column.owned("role");
        let id = role_id(at, &role);
        let touched = id.clone();
        let own = column.text("header");
        let none = option("", words().files_page().no_column, own.is_empty());
        let headers = told
            .texts("headers")
            .map(|header| option(header.to_owned(), isolated(header), header == own));
        let select =
            el("select")
                .id(id.clone())
                .child(none)
                .each(headers)
                .on("change", move |event| {
                    let header = value_of(&event);
                    card.touch(touched.clone());
                    card.tell(&message(
                        "column",
                        [
                            ("file", whole(at)),
                            ("role", Json::Text(role.clone())),
                            ("header", Json::Text(header)),
                        ],
                    ));
                });
        let samples = column.texts("samples").collect::<Vec<_>>().join(" · ");
        let said = [column.text("why"), &samples]
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(": ");
        let label = el("label").attr("for", id).text(column.owned("label"));
        let line = el("div").class(if column.is("unsure") {
            "role unsure"
        } else {
            "role"
        });
        line.each([label, select, el("span").class("muted").text(said)])
    });
    el("div").class("roles").each(rows)
}

/// The values of a column that has few of them.
fn values(card: Card, at: usize, told: Told) -> El {
    let role = told.owned("role");
    let outcomes: Vec<_> = told
        .list("outcomes")
        .map(|o| (o.owned("id"), o.owned("text")))
        .collect();
    let each = told.list("values").enumerate().map(|(n, value)| {
        let text = value.owned("text");
        let said = words().value_rows(&text, value.whole("rows").unwrap_or_default());
        let means = value.owned("means");
        let id = format!("value-{at}-{role}-{n}");
        let (role, name) = (role.clone(), text);
        let give = move |means: String| {
            card.tell(&message(
                "value",
                [
                    ("file", whole(at)),
                    ("role", Json::Text(role.clone())),
                    ("text", Json::Text(name.clone())),
                    ("means", Json::Text(means)),
                ],
            ));
        };
        if outcomes.is_empty() {
            let give = move |is_on| give(if is_on { "yes" } else { "no" }.to_owned());
            return tick_of(id, said, means == "yes", give);
        }
        let options = outcomes
            .iter()
            .map(|(id, text)| option(id.clone(), text.clone(), *id == means));
        card.choice(id, &said, options.collect(), move |_, means| give(means))
    });
    el("fieldset")
        .child(el("legend").text(told.owned("label")))
        .each(each)
}
