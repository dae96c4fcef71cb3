//! What the answers and measurements say when they are put side by side.

use crate::advice;
use crate::app::browser::page;
use crate::app::components::{Shown, figure_view, fold, links_of, metric_table, table};
use crate::app::markup::{El, button, details, el, link, p};
use crate::app::pages::results::view::{View, part_heading};
use crate::app::pages::workshop::propose;
use crate::figure::{Bands, Figure, Scatter};
use crate::model::PracticeId;
use crate::report::detail::{self, Finding, Stands};
use crate::route::Page;
use crate::words::words;

/// How many measurements are drawn at first: those of DORA come first in the questionnaire.
const MEASURED: usize = 5;
/// How many questions are shown at first.
const ASKED: usize = 1;

/// What is certainly strong, what is certainly weak, and what does not fit.
pub fn stands_out(view: &View) -> El {
    let r = words().of_results();
    let found = detail::stands_out(view.q, view.a, view.card);
    let of = |kind| found.iter().filter(move |f: &&Finding| f.stands == kind);
    let apart = |class: &'static str, title, kind, none: &'static str| {
        let links = match of(kind).next() {
            None => p(none).class("muted"),
            Some(finding) => links_of(view.q, &view.a.id, finding),
        };
        el("section")
            .class(class)
            .each([el("h3").text(title), links])
    };
    let unfit: Vec<_> = of(Stands::Unfit).collect();
    let item = |finding: &&Finding| {
        let links = links_of(view.q, &view.a.id, finding);
        el("li").text(finding.text.clone()).child(links)
    };
    let list = |some: &[&Finding]| el("ul").class("insights").each(some.iter().map(item));
    let card = el("section").class("card out unfit");
    let head = el("div").class("headed").child(el("h3").text(r.unfit));
    let card = card.child(head.each(discuss(view, &unfit)));
    let card = if unfit.is_empty() {
        card.child(p(words().nothing_stands_out).class("muted"))
    } else {
        let (first, others) = unfit.split_at(unfit.len().min(ASKED));
        let more =
            (!others.is_empty()).then(|| details(words().more(others.len())).child(list(others)));
        card.child(p(r.unfit_lead).class("muted"))
            .child(list(first))
            .each(more)
    };
    let strong = apart("card out", r.strong, Stands::Strong, r.strong_none);
    let weak = apart("card out bad", r.weak, Stands::Weak, r.weak_none);
    el("section")
        .child(part_heading("part-evidence", words().stands_out))
        .child(el("div").class("outs").each([strong, weak, card]))
}

/// The way to a workshop on the practices that do not fit. Nothing where no practice is named, and where
/// the assessment can only be looked at.
fn discuss(view: &View, unfit: &[&Finding]) -> Option<El> {
    let practices = unfit.iter().flat_map(|finding| &finding.practices).cloned();
    let practices: Vec<PracticeId> = practices.collect();
    let route = view.open.route(Page::Workshop);
    (!view.open.is_read_only() && !practices.is_empty()).then(|| {
        button("link", words().of_results().discuss, move |_| {
            propose(practices.clone());
            page::go(&route.to_string());
        })
    })
}

/// Practice against outcome. Nothing where nothing can be compared.
pub fn practice_against_outcome(view: &View) -> Option<El> {
    let w = words();
    let scatter = Scatter::of(view.q, view.card);
    if scatter.dots.is_empty() {
        return None;
    }
    let rows = scatter.dots.iter().map(|(name, o)| {
        let cells = [
            w.points_of(o.practice),
            w.points_of(o.outcome),
            o.metrics.to_string(),
        ];
        (name.clone(), cells.map(Into::into).into())
    });
    let rows = rows.collect();
    let apart = advice::tensions(view.q, view.card).len();
    let finding = w.scatter_finding(apart, scatter.dots.len());
    let names = [w.scatter_practice, w.scatter_outcome];
    let head = [w.discipline, names[0], names[1], w.by_metric];
    let figure = figure_view(Shown {
        name: "scatter".to_owned(),
        figure: Figure::Scatter(scatter, names),
        finding,
        key: w.scatter_key.to_owned(),
        title: view.title(w.scatter),
        table: Some(table(w.scatter_table, &head, rows)),
        of: &view.a.id,
    });
    let title = el("h2").text(w.scatter);
    Some(el("section").each([title, figure]))
}

/// The measurements against their bands, the first few at first.
pub fn measured(view: &View) -> El {
    let w = words();
    let bands = Bands::of(view.q, view.card, |unit, value| w.amount(unit, value));
    let bands = bands.beside(view.q, view.a, |found| w.beside_in_short(found));
    let count = bands.rows.len();
    let good = view.card.metrics.iter().filter_map(|m| m.level);
    let good = good.filter(|level| level.number() >= 4).count();
    let (first, others) = bands.parted(MEASURED);
    let (numbers, open) = metric_table(view.q, view.a, &view.card.metrics);
    let finding = w.bands_finding(good, count);
    let figure = (count > 0).then(|| {
        figure_view(Shown {
            name: "measurements".to_owned(),
            figure: Figure::Bands(first),
            finding,
            key: w.bands_key.to_owned(),
            title: view.title(w.by_metric),
            table: numbers,
            of: &view.a.id,
        })
    });
    let more = (!others.rows.is_empty()).then(|| {
        let finding = w.more_measured(others.rows.len());
        let (title, of) = (view.title(&finding), view.a.id.clone());
        fold(finding.clone(), move || {
            vec![figure_view(Shown {
                name: "measurements-more".to_owned(),
                figure: Figure::Bands(others.clone()),
                finding: finding.clone(),
                key: String::new(),
                title: title.clone(),
                table: None,
                of: &of,
            })]
        })
    });
    // Where some are missing, the way to them.
    let is_whole = open.is_empty() || view.open.is_read_only();
    let add = (!is_whole).then(|| link(&view.to(Page::Measurements), w.add_numbers));
    el("section")
        .child(part_heading("part-measurements", w.by_metric))
        .child(p(open).class("muted").text(" ").each(add))
        .each(figure)
        .each(more)
}
