//! Two groups side by side, as chosen.

use super::filter::Filter;
use crate::advice::Member;
use crate::advice::portfolio::{Group, groups};
use crate::app::browser::page::value_of;
use crate::app::browser::ranks::RANKED;
use crate::app::components::{Shown, figure_view, table_block};
use crate::app::markup::{El, all, el, live, nothing, option, p};
use crate::figure::Figure;
use crate::model::Questionnaire;
use crate::report::portfolio::{answered, columns, pair as set_against};
use crate::words::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The fields, and what sets the two apart. Nothing where there are no two of which something may be
/// said.
pub fn pair(q: &'static Questionnaire, all_of_them: &Arc<Vec<Member>>, filter: &Filter) -> AnyView {
    let w = words();
    let fewest = filter.fewest;
    let chosen = filter.of(all_of_them);
    let found = shown(&chosen, fewest);
    if found.len() < 2 {
        return nothing();
    }
    let columns = answered(columns(q, &filter.discipline), &chosen);
    let name = |group: &Group| group.name.to_owned();
    let [one, other] = [&found[0], &found[1]].map(|group| RwSignal::new(name(group)));
    let names: Vec<_> = found.iter().map(name).collect();
    let select = |id: &'static str, label: &'static str, chosen: RwSignal<String>| {
        let options = names.iter().map(|name| {
            let text = match name.as_str() {
                "" => w.portfolio_page().no_group.to_owned(),
                name => name.to_owned(),
            };
            option(name.clone(), text, *name == chosen.get_untracked())
        });
        let select = el("select").id(id).each(options);
        let select = select.on("change", move |event| chosen.set(value_of(&event)));
        let label = el("label").attr("for", id).text(label);
        el("p").class("field").each([label, select])
    };
    let p = w.portfolio_page();
    let fields = [
        select("one-group", p.one_group, one),
        select("other-group", p.other_group, other),
    ];
    drop(found);
    let (filter, all_of_them) = (filter.clone(), all_of_them.clone());
    let result = live(move || {
        let chosen = filter.of(&all_of_them);
        let found = shown(&chosen, fewest);
        let named = |name: String| found.iter().find(|group| group.name == name);
        match (named(one.get()), named(other.get())) {
            (Some(one), Some(other)) => side_by_side(q, [one, other], &columns),
            _ => nothing(),
        }
    });
    all(vec![
        el("h2").text(p.two_groups).done(),
        el("form")
            .class("controls filters")
            .attr("aria-label", p.two_groups)
            .each(fields)
            .done(),
        result,
    ])
}

/// The groups of which something may be said.
fn shown<'m>(chosen: &[&'m Member], fewest: u32) -> Vec<Group<'m>> {
    let all = groups(chosen, fewest, RANKED).into_iter();
    all.filter(|group| !group.is_withheld()).collect()
}

fn side_by_side(q: &'static Questionnaire, groups: [&Group; 2], columns: &[usize]) -> AnyView {
    let made = set_against(q, groups, columns);
    let of = groups[0].members.first().map(|m| &m.id);
    let Some(of) = of.filter(|_| !made.dumbbell.rows.is_empty()) else {
        return p(made.finding).done();
    };
    let figure: El = figure_view(Shown {
        name: "groups".to_owned(),
        title: made.dumbbell.states.join(", "),
        figure: Figure::Dumbbell(made.dumbbell),
        finding: made.finding,
        key: made.key,
        table: Some(table_block(&made.table)),
        of,
    });
    figure.done()
}
