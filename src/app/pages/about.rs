//! About the questionnaire: what is asked, how levels are meant, sources, what is judgement.

use crate::app::browser::collation::COLLATION;
use crate::app::browser::files;
use crate::app::components::glossary;
use crate::app::markup::{El, all, button, details, el, heading, p, source};
use crate::app::shell::Shell;
use crate::app::title::set_title;
use crate::formats::questionnaire_md;
use crate::model::collation::sorted;
use crate::model::{Level, Questionnaire, Source};
use crate::words::words;
use leptos::prelude::*;

/// The page, and the whole questionnaire as one file.
pub fn about(shell: Shell) -> AnyView {
    let w = words();
    set_title(w.about_page().title);
    let q = shell.questionnaire();
    let save = move |_| {
        let name = format!("plumbline_questionnaire_{}.md", q.version);
        files::download(&name, &questionnaire_md::encode(q));
    };
    let terms = sorted(&q.terms, |a, b| COLLATION.order(&a.title, &b.title));
    let download = p(w.about_page().download_hint).class("muted");
    let parts = [
        heading(w.about_page().title),
        p(w.about_page().lead).class("lead"),
        p(words().about_size(q)),
        el("p").child(button("", w.about_page().download, save)),
        download,
        el("h2").text(w.about_page().levels),
        p(w.about_page().levels_text),
        levels(),
        el("h2").text(w.about_page().covers),
        p(w.about_page().covers_text),
        details(w.about_page().covers_all).child(covers(q)),
        el("h2").text(w.about_page().judgement),
        p(w.about_page().judgement_text),
        bases(q),
        el("h2").text(w.about_page().benchmarks),
        p(w.about_page().benchmarks_text),
        benchmarks(q),
        details(w.about_page().glossary).child(glossary(terms.into_iter())),
        details(w.about_page().sources).child(sources(q)),
    ];
    all(parts.map(El::done).into())
}

fn levels() -> El {
    let w = words();
    let texts = [w.level_1, w.level_2, w.level_3, w.level_4, w.level_5];
    let rows = Level::ALL.into_iter().zip(texts).map(|(level, text)| {
        let name = el("dt").text(w.level_name(level));
        el("div").each([name, el("dd").text(text)])
    });
    el("dl").class("terms").each(rows)
}

fn covers(q: &'static Questionnaire) -> El {
    el("ul").each(q.covers.iter().map(|c| el("li").text(c.title.as_str())))
}

fn bases(q: &'static Questionnaire) -> El {
    let row = |m: &'static crate::model::Metric| {
        let name = el("dt").text(m.title.as_str());
        el("div").each([name, el("dd").text(m.basis.as_str())])
    };
    el("dl").class("terms").each(q.metrics.iter().map(row))
}

/// A report's groups by metric, and the means by year.
fn benchmarks(q: &'static Questionnaire) -> El {
    let title = |id| q.metric(id).map_or("", |m| m.title.as_str());
    let list =
        |lines: Vec<String>| el("ul").each(lines.into_iter().map(|line| el("li").text(line)));
    let links = |sources: &'static [Source]| {
        el("ul").each(sources.iter().map(|s| el("li").child(source(s))))
    };
    let reports = q.published.benchmarks.iter().flat_map(|b| {
        b.rows.iter().map(move |row| {
            details(format!("{}, {}", title(&row.metric), b.year))
                .child(p(b.definition.as_str()))
                .child(list(words().groups(b, row)))
                .child(links(&b.sources))
        })
    });
    let series = q.published.series.iter().map(|s| {
        details(format!("{}, {}", title(&s.metric), words().years(s)))
            .child(p(s.definition.as_str()))
            .child(list(words().means(q, s)))
            .child(links(&s.sources))
    });
    el("div")
        .child(p(q.published.credit.as_str()))
        .each(reports.chain(series))
}

/// Each source once, in the order in which it is met.
fn sources(q: &'static Questionnaire) -> El {
    let of_practices = q.practices.iter().flat_map(|p| &p.sources);
    let everywhere = of_practices.chain(q.metrics.iter().flat_map(|m| &m.sources));
    let mut seen: Vec<&Source> = Vec::new();
    for source in everywhere {
        if seen.iter().all(|s| s.url != source.url) {
            seen.push(source);
        }
    }
    el("ul").each(seen.into_iter().map(|s| el("li").child(source(s))))
}
