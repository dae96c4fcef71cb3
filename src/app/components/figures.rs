//! The heat map: a table whose cells are shaded by how many practices stand there.

use super::fold::fold;
use super::table::scroller;
use crate::app::browser::files;
use crate::app::markup::{El, button, el, link, p};
use crate::figure::{Figure, Heatmap};
use crate::model::{Assessment, AssessmentId, Level, Questionnaire};
use crate::route::{Page, Route};
use crate::words::words;

/// How many practices of each dimension stand where, in a fold that says what there is to see.
pub fn heat_table(q: &Questionnaire, a: &Assessment) -> El {
    let (w, r) = (words(), words().of_results());
    let heatmap = Heatmap::of(q, a);
    let finding = w.heatmap_finding(&heatmap);
    let (title, of) = (w.about(r.heat, &finding), a.id.clone());
    fold(title, move || {
        vec![
            scroller(r.heat, grid(&heatmap, &of)),
            p(w.heatmap_key).class("muted"),
            save(&heatmap, &finding),
        ]
    })
}

fn grid(heatmap: &Heatmap, of: &AssessmentId) -> El {
    let (w, r) = (words(), words().of_results());
    let levels = Level::ALL.iter().map(|level| w.level_name(*level));
    let heads = [w.dimension.to_owned(), w.no_level.to_owned()];
    let heads = heads.into_iter().chain(levels);
    let heads = heads.map(|head| el("th").attr("scope", "col").text(head));
    let rows = heatmap.rows.iter().map(|row| {
        let all = row.counts.iter().sum::<usize>().max(1);
        let cells = row.counts.iter().map(|&count| {
            // In five shades, the strongest for all of them.
            let shade = ["", "s2", "s4", "s6", "s8", "s10"][(count * 5).div_ceil(all).min(5)];
            let text = if count > 0 {
                count.to_string()
            } else {
                String::new()
            };
            el("td").class(shade).text(text)
        });
        let name = row.label.clone();
        let name = match row.id.clone().try_into().ok() {
            Some(id) => link(&Route::Assessment(of.clone(), Page::Dimension(id)), name),
            None => el("span").text(name),
        };
        let name = el("th").attr("scope", "row").child(name);
        let line = el("tr").class("part").attr("data-part", row.id.clone());
        line.child(name).each(cells)
    });
    el("table").class("grid").each([
        el("caption").class("spoken").text(r.heat),
        el("thead").child(el("tr").each(heads)),
        el("tbody").each(rows),
    ])
}

fn save(heatmap: &Heatmap, finding: &str) -> El {
    let (w, r) = (words(), words().of_results());
    let figure = Figure::Heatmap(heatmap.clone());
    let lines = vec![r.heat.to_owned(), finding.to_owned()];
    let save = button("link", w.save_svg, move |_| {
        let svg = figure.picture(&lines, 736.0, 1.0).svg();
        files::download("plumbline_heatmap.svg", &svg);
    });
    let save = save.attr("aria-label", w.about(w.save_svg, r.heat));
    el("p").class("save").child(save)
}
