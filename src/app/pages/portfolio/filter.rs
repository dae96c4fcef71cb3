//! Which teams are shown, in which order, and what is withheld.

use crate::advice::Member;
use crate::advice::portfolio::{belonging, by_group, spellings};
use crate::app::browser::page::value_of;
use crate::app::browser::ranks::RANKED;
use crate::app::markup::{El, el, option};
use crate::model::Questionnaire;
use crate::report::portfolio::counted;
use crate::words::words;
use leptos::prelude::*;

/// What is chosen; an empty text chooses all.
#[derive(Clone, Default, PartialEq)]
pub struct Filter {
    group: String,
    tag: String,
    /// The discipline whose dimensions are shown.
    pub discipline: String,
    rows: Rows,
    /// Teams with fewer respondents are withheld.
    pub fewest: u32,
}

/// What has a row.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Rows {
    /// Each team, by name.
    #[default]
    ByName,
    /// Each team, by group.
    ByGroup,
    /// Each group.
    Groups,
}

/// The numbers of respondents below which one can withhold. Our judgement: below 3, an answer can
/// be traced; published surveys often ask for 5 or more.
const FEWEST: [u32; 4] = [0, 3, 5, 8];

impl Filter {
    /// The chosen teams, by name, or by group and name.
    pub fn of<'m>(&self, members: &'m [Member]) -> Vec<&'m Member> {
        // They come by name.
        let chosen = belonging(members, &self.group, &self.tag, RANKED);
        if self.rows == Rows::ByGroup {
            by_group(chosen, RANKED)
        } else {
            chosen
        }
    }

    /// Those of them that count: all but the withheld ones.
    pub fn counted<'m>(&self, members: &'m [Member]) -> Vec<&'m Member> {
        counted(&self.of(members), self.fewest)
    }

    /// The chosen teams by their numbers among all.
    pub fn numbers_of(&self, members: &[Member]) -> Vec<usize> {
        let chosen = self.of(members).into_iter();
        chosen
            .filter_map(|one| members.element_offset(one))
            .collect()
    }

    /// Whether each group has one row.
    pub fn is_of_groups(&self) -> bool {
        self.rows == Rows::Groups
    }
}

/// The fields.
pub fn form(members: &[Member], q: &'static Questionnaire, filter: RwSignal<Filter>) -> El {
    let w = words();
    let own = |texts: Vec<&str>, all: &str| {
        let mut options = vec![(String::new(), all.to_owned())];
        let texts = spellings(texts, RANKED).into_iter();
        options.extend(texts.map(|text| (text.to_owned(), text.to_owned())));
        options
    };
    let groups = members.iter().map(|m| m.group.as_str()).collect();
    let tags = members.iter().flat_map(|m| &m.tags);
    let tags = tags.map(String::as_str).collect();
    let mut disciplines = vec![(String::new(), w.portfolio_page().all.to_owned())];
    disciplines.extend(
        q.disciplines
            .iter()
            .map(|d| (d.id.to_string(), d.title.clone())),
    );
    let orders = [
        ("", w.portfolio_page().by_team),
        ("group", w.portfolio_page().by_group),
        ("one", w.portfolio_page().one_a_group),
    ];
    let orders = orders.map(|(value, name)| (value.to_owned(), name.to_owned()));
    let fewest = FEWEST.map(|n| (n.to_string(), w.withhold_below(n)));
    let now = filter.get_untracked();
    let order = match now.rows {
        Rows::ByName => "",
        Rows::ByGroup => "group",
        Rows::Groups => "one",
    };
    let select = |id: &'static str,
                  label: &'static str,
                  options: Vec<(String, String)>,
                  chosen: &str,
                  choose: fn(&mut Filter, String)| {
        let options = options.into_iter().map(|(value, text)| {
            let is_chosen = value == chosen;
            option(value, text, is_chosen)
        });
        let select = el("select")
            .id(id)
            .each(options)
            .on("change", move |event| {
                let value = value_of(&event);
                filter.update(|f| choose(f, value));
            });
        el("p")
            .class("field")
            .child(el("label").attr("for", id).text(label))
            .child(select)
    };
    let groups = own(groups, w.portfolio_page().all_groups);
    let tags = own(tags, w.portfolio_page().all_tags);
    let fewest_now = now.fewest.to_string();
    let fields = [
        select("group", w.fact_group, groups, &now.group, |f, v| {
            f.group = v
        }),
        select("tag", w.fact_tags, tags, &now.tag, |f, v| f.tag = v),
        select(
            "discipline",
            w.discipline,
            disciplines,
            &now.discipline,
            |f, v| {
                f.discipline = v;
            },
        ),
        select(
            "order",
            w.portfolio_page().order,
            orders.into(),
            order,
            |f, v| {
                f.rows = match v.as_str() {
                    "" => Rows::ByName,
                    "group" => Rows::ByGroup,
                    _ => Rows::Groups,
                };
            },
        ),
        select(
            "withhold",
            w.portfolio_page().withhold,
            fewest.into(),
            &fewest_now,
            |f, v| {
                f.fewest = v.parse().unwrap_or(0);
            },
        ),
    ];
    el("form")
        .class("card controls filters")
        .attr("aria-label", w.portfolio_page().filter)
        .each(fields)
}
